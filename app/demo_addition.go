package app

import (
	"context"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
)

// demoHanded is the list that the superior hands down in the demo: two lines that the commune has, one under another
// name, one that it lacks.
const demoHanded = `STT	Tên thủ tục hành chính nội bộ	Lĩnh vực	Cơ quan thực hiện
1	Thanh toán công tác phí	Tài chính - Kế toán	UBND cấp xã
2	Công nhận sáng kiến cấp cơ sở	Thi đua, khen thưởng	UBND cấp xã
3	Đề nghị mua sắm văn phòng phẩm, công cụ lao động	Quản lý tài sản công	UBND cấp xã
4	Tiếp nhận, bàn giao ca trực	Văn phòng	UBND cấp xã
`

// demoAdditions are what the commune of the demo asked to be announced, and why.
var demoAdditions = []review.Addition{
	{Procedure: "TB-06",
		Reason: "Phát sinh hằng tháng; trình tự, thời hạn chưa được quy định thống nhất, chưa công bố."},
	{Procedure: "TB-12", Reason: "Là căn cứ xét thi đua cuối năm, cần thống nhất hồ sơ và thời hạn."},
	{Procedure: "TB-41", Reason: "Mỗi lần thay đổi nhân sự đều phát sinh, liên quan an toàn thông tin."},
}

// fillDemoAdditions plays duty D2: the list handed down, what was asked for, the request that went out in time.
func (a *App) fillDemoAdditions(ctx context.Context, plan review.Plan) error {
	office := Person{Name: "office", Roles: []account.Role{account.Office}}
	if err := a.TakeHandedList(ctx, office, plan.ID, "danh mục minh họa của cấp trên", []byte(demoHanded),
		0); err != nil {
		return err
	}
	if err := a.SaveAdditions(ctx, office, plan.ID, demoAdditions, 1); err != nil {
		return err
	}
	return a.IssueAdditions(ctx, office, plan.ID, "31/TTr-UBND", value.MustDate("2024-04-22"), 2)
}
