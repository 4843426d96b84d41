package app

import (
	"context"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// demoServices are the demo's reviews of online services, invented; the last one is still a draft, with what the
// catalogue knows.
var demoServices = []struct {
	code     catalog.Code
	officer  string
	due      string
	text     review.Restructuring
	steps    []review.Action
	decision review.DecisionRef
}{
	{"1.001193", "reviewer", "2024-07-31", review.Restructuring{
		Finding: "Nộp trực tuyến xong vẫn phải mang bản chính đến đối chiếu rồi quay lại nhận kết quả; tờ khai hỏi " +
			"lại thông tin của cha mẹ đã có trong Cơ sở dữ liệu quốc gia về dân cư.",
		Consulted: "Hỏi 20 người đăng ký khai sinh trong tháng 5 và tháng 6; xem 1 phản ánh.",
		Change: "Điền sẵn tờ khai từ số định danh của cha mẹ; đối chiếu bản chính khi nhận kết quả; trả bản " +
			"điện tử.",
		Request: "Sở Thông tin và Truyền thông kết nối dữ liệu dân cư với tờ khai điện tử.",
		Before: review.Service{Level: review.PartOnline, Steps: []review.UserStep{
			{Text: "Đăng nhập Cổng Dịch vụ công quốc gia, điền tờ khai.", Where: review.FromHome, Retyped: 14,
				Minutes: 25},
			{Text: "Chụp, tải lên các giấy tờ.", Where: review.FromHome, Papers: 5, Minutes: 15},
			{Text: "Mang bản chính đến đối chiếu.", Where: review.AtOffice, Papers: 3, Minutes: 60},
			{Text: "Nộp lệ phí.", Where: review.Elsewhere, Minutes: 20},
			{Text: "Ký Sổ đăng ký khai sinh, nhận Giấy khai sinh.", Where: review.AtOffice, Minutes: 60}}},
		After: review.Service{Level: review.PartOnline, Steps: []review.UserStep{
			{Text: "Đăng nhập, kiểm tra tờ khai đã điền sẵn.", Where: review.FromHome, Retyped: 2, Minutes: 8},
			{
				Text:    "Tải lên giấy chứng sinh bản điện tử, thanh toán trực tuyến.",
				Where:   review.FromHome,
				Papers:  2,
				Minutes: 7,
			},
			{
				Text:    "Mang bản chính đến đối chiếu, ký Sổ và nhận Giấy khai sinh.",
				Where:   review.AtOffice,
				Papers:  1,
				Minutes: 60,
			}}}},
		[]review.Action{review.ActionSubmit, review.ActionCheck, review.ActionApprove}, review.DecisionRef{
			Number: "44/QĐ-UBND",
			Date:   value.MustDate("2024-07-08"),
		}},
	{"1.004873", "reviewer", "2024-07-31", review.Restructuring{
		Finding: "Người yêu cầu phải đến nhận giấy dù đã nộp trực tuyến; phải nộp bản sao sổ hộ khẩu không còn " +
			"giá trị.",
		Consulted: "Hỏi 12 người nhận giấy trong tháng 6.",
		Change:    "Bỏ bản sao sổ hộ khẩu; trả kết quả điện tử hoặc qua bưu chính.",
		Before: review.Service{Level: review.PartOnline, Steps: []review.UserStep{
			{Text: "Điền tờ khai trực tuyến.", Where: review.FromHome, Retyped: 9, Minutes: 20},
			{Text: "Tải lên giấy tờ.", Where: review.FromHome, Papers: 4, Minutes: 10},
			{Text: "Đến nhận giấy.", Where: review.AtOffice, Minutes: 45}}},
		After: review.Service{Level: review.FullOnline, Steps: []review.UserStep{
			{Text: "Kiểm tra tờ khai điền sẵn, gửi.", Where: review.FromHome, Retyped: 1, Papers: 1, Minutes: 10},
			{Text: "Nhận bản điện tử, bản giấy gửi qua bưu chính.", Where: review.ByPost, Minutes: 2}}}},
		[]review.Action{review.ActionSubmit}, review.DecisionRef{}},
	{"2.000635", "reviewer2", "2024-08-05", review.Restructuring{}, nil, review.DecisionRef{}},
}

// fillDemoServices writes them as the people of the demo would, each step by somebody who may take it.
func (a *App) fillDemoServices(ctx context.Context) error {
	people, err := a.people(ctx)
	if err != nil {
		return err
	}
	acts := map[review.Action]Person{review.ActionCheck: people["office"], review.ActionApprove: people["chairman"]}
	for _, d := range demoServices {
		officer := people[d.officer]
		id, err := a.BeginRestructuring(ctx, officer, "", d.code, "", value.MustDate(d.due))
		if err != nil {
			return err
		}
		if len(d.steps) == 0 {
			continue
		}
		d.text.Due = value.MustDate(d.due)
		if err := a.SaveRestructuring(ctx, officer, id, 1, d.text); err != nil {
			return err
		}
		for i, action := range d.steps {
			by, other := acts[action]
			if !other {
				by = officer
			}
			if err := a.StepRestructuring(ctx, by, id, 2+i, review.Step{
				Action:   action,
				Decision: d.decision,
			}); err != nil {
				return err
			}
		}
	}
	return nil
}
