package app

import (
	"context"

	"rasoat/review"
	"rasoat/value"
)

// demoFeedback are the petitions of the demo, invented; a later date is a later step.
var demoFeedback = []struct {
	feedback review.Feedback
	kind     review.FeedbackKind
	due      string
	answered string
	answer   string
	public   string
	outcome  review.FeedbackOutcome
}{
	{review.Feedback{
		Text:      "Đăng ký khai sinh cho con phải nộp lại bản sao giấy kết hôn dù đã có trong hệ thống.",
		Procedure: "1.001193",
		Part:      "dossier",
		Received:  value.MustDate("2024-05-20"),
		Channel:   review.AtCounter,
		Name:      "Hoàng Thị Mai",
	},
		review.AboutRule, "2024-06-10", "2024-06-05",
		"Bộ phận một cửa không yêu cầu nộp lại bản sao khi dữ liệu hộ tịch đã có; đã nhắc công chức tiếp nhận.",
		"Người dân phản ánh phải nộp lại bản sao giấy kết hôn khi đăng ký khai sinh.", review.Satisfied},
	{review.Feedback{
		Text:     "Chờ hơn một tiếng ở quầy vào sáng thứ Hai.",
		Received: value.MustDate("2024-05-27"),
		Channel:  review.ByTelephone,
	}, review.AboutConduct, "2024-06-17", "2024-06-14",
		"UBND xã đã bố trí thêm một công chức trực quầy sáng thứ Hai.",
		"Người dân phản ánh phải chờ lâu ở quầy sáng thứ Hai.", review.Satisfied},
	{review.Feedback{
		Text:     "Nộp hồ sơ trực tuyến không thấy báo đã tiếp nhận.",
		Received: value.MustDate("2024-06-03"),
		Channel:  review.ByPortal,
		Name:     "Lê Văn Tình",
		Contact:  "levantinh@example.vn",
	}, review.AboutRule, "2024-06-24", "2024-06-27",
		"Lỗi gửi tin nhắn của hệ thống đã được khắc phục.", "", review.Unsatisfied},
	{review.Feedback{
		Text:      "Mẫu tờ khai trên mạng khác với mẫu phát ở quầy.",
		Procedure: "1.001193",
		Part:      "forms",
		Received:  value.MustDate("2024-07-04"),
		Channel:   review.AtCounter,
	}, review.AboutRule, "2024-07-25", "", "", "", ""},
}

// fillDemoFeedback writes them into the register as the office would; the last one waits.
func (a *App) fillDemoFeedback(ctx context.Context) error {
	office, err := a.Person(ctx, "office")
	if err != nil {
		return err
	}
	for _, d := range demoFeedback {
		id, err := a.RecordFeedback(ctx, office, d.feedback)
		if err != nil {
			return err
		}
		if err := a.TakeFeedback(ctx, office, id, 1, d.kind, "Văn phòng", value.MustDate(d.due)); err != nil {
			return err
		}
		if d.answered == "" {
			continue
		}
		if err := a.AnswerFeedback(ctx, office, id, 2, d.answer, value.MustDate(d.answered)); err != nil {
			return err
		}
		if err := a.CloseFeedback(ctx, office, id, 3, d.outcome, d.public); err != nil {
			return err
		}
	}
	_, err = a.SendFeedback(ctx, review.Feedback{
		Text: "Trang tra cứu nên ghi rõ giờ làm việc của bộ phận một cửa.",
		Name: "Nguyễn Văn Lợi",
	})
	return err
}
