package app

import (
	"context"

	"rasoat/review"
	"rasoat/value"
)

// demoAnnouncements are the decisions of the demo's register, invented: three of May posted in time, as the figures of
// NQ 02, 4 say, one of June that was posted late, and one that waits for the office.
var demoAnnouncements = []struct {
	number, signed, received, from, title string
	lists                                 map[review.TouchKind]string
	posted                                string // empty: not posted, and not let into the catalogue
}{
	{"1021/QĐ-UBND", "2024-04-26", "2024-05-03", "",
		"Công bố thủ tục hành chính được sửa đổi, bổ sung lĩnh vực hộ tịch",
		map[review.TouchKind]string{review.TouchAmend: "1.004746\n1.004772"}, "2024-05-08"},
	{"1108/QĐ-UBND", "2024-05-08", "2024-05-13", "",
		"Công bố thủ tục hành chính được sửa đổi, bổ sung lĩnh vực bảo trợ xã hội",
		map[review.TouchKind]string{review.TouchAmend: "1.001731\n1.001776"}, "2024-05-16"},
	{"1187/QĐ-UBND", "2024-05-17", "2024-05-22", "2024-06-01",
		"Công bố thủ tục hành chính bị bãi bỏ lĩnh vực nông nghiệp",
		map[review.TouchKind]string{review.TouchRepeal: "1.003596"}, "2024-05-27"},
	{"1402/QĐ-UBND", "2024-06-24", "2024-06-27", "",
		"Công bố thủ tục hành chính được sửa đổi, bổ sung lĩnh vực hoạt động xây dựng",
		map[review.TouchKind]string{review.TouchAmend: "1.013226\n1.013232"}, "2024-07-09"},
	{"1498/QĐ-UBND", "2024-07-08", "2024-07-10", "2024-08-01",
		"Công bố thủ tục hành chính được sửa đổi, bổ sung và bị bãi bỏ lĩnh vực cư trú, trẻ em",
		map[review.TouchKind]string{review.TouchAmend: "1.010041", review.TouchRepeal: "1.004941"}, ""},
}

// fillDemoAnnouncements writes them into the register as the office would.
func (a *App) fillDemoAnnouncements(ctx context.Context) error {
	office, err := a.Person(ctx, "office")
	if err != nil {
		return err
	}
	for _, d := range demoAnnouncements {
		o := AnnouncementOrder{
			Announcement: review.Announcement{
				Number:   d.number,
				Date:     value.MustDate(d.signed),
				Received: value.MustDate(d.received),
				Issuer:   "Chủ tịch UBND tỉnh Quảng Trị",
				Title:    d.title,
				Note:     "Minh họa",
			},
			Lists: d.lists,
		}
		if d.from != "" {
			o.From = value.MustDate(d.from)
		}
		id, err := a.RecordAnnouncement(ctx, office, o)
		if err != nil {
			return err
		}
		if d.posted == "" {
			continue
		}
		if _, err := a.ApplyAnnouncement(ctx, office, id, 1); err != nil {
			return err
		}
		posting := review.Posting{On: value.MustDate(d.posted), Place: "Bộ phận một cửa", By: "Nguyễn Thị Hoa"}
		if err := a.PostAnnouncement(ctx, office, id, 2, posting); err != nil {
			return err
		}
	}
	return nil
}
