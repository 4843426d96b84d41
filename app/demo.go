package app

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"

	"rasoat/account"
	"rasoat/review"
	"rasoat/seed"
	"rasoat/store"
	"rasoat/value"
)

// DemoDay is the day that the demo's clock holds.
var DemoDay = value.MustDate("2024-07-15")

// DemoPerson is an account of the demo with its fixed password; it serves loopback addresses only.
type DemoPerson struct {
	Name     string
	Password string
	Role     account.Role
	fullName string
	title    string
	unit     string
}

// DemoPeople lists the accounts of the demo.
var DemoPeople = []DemoPerson{
	{"reviewer", "ra-soat-2024", account.Reviewer, "Nguyễn Thị Hoa", "Công chức Tư pháp - Hộ tịch",
		"Tư pháp - Hộ tịch"},
	{"reviewer2", "ra-soat-2024", account.Reviewer, "Trần Văn Minh", "Công chức Tài chính - Kế toán",
		"Tài chính - Kế toán"},
	{"reviewer3", "ra-soat-2024", account.Reviewer, "Phan Thị Hằng", "Công chức Văn hóa - Xã hội",
		"Văn hóa - Xã hội"},
	{"reviewer4", "ra-soat-2024", account.Reviewer, "Hoàng Văn Nam", "Công chức Văn phòng - Thống kê", "Văn phòng"},
	{"office", "van-phong-2024", account.Office, "Lê Thị Lan", "Công chức Văn phòng - Thống kê", "Văn phòng"},
	{"chairman", "chu-tich-2024", account.Chairman, "Võ Văn Tuấn", "Chủ tịch", "Lãnh đạo"},
	{"admin", "quan-tri-2024", account.Admin, "Phạm Quốc Anh", "Quản trị hệ thống", "Văn phòng"},
}

// demoCommune is whose demo it is.
var demoCommune = Commune{
	Kind:      "xã",
	Name:      "Vĩnh Chấp",
	Place:     "Vĩnh Chấp",
	Superior:  "UBND huyện Vĩnh Linh",
	Addressee: "Văn phòng HĐND và UBND huyện Vĩnh Linh",
	Capacity:  "TM. ỦY BAN NHÂN DÂN",
	SignTitle: "CHỦ TỊCH",
	Signer:    "Võ Văn Tuấn",
	Symbol:    "UBND",

	ControlUnit:   "Văn phòng HĐND và UBND",
	ControlSymbol: "VP",
	ControlTitle:  "CÔNG CHỨC VĂN PHÒNG - THỐNG KÊ",
	ControlSigner: "Lê Thị Lan",

	Inhabitants: 3200,
	DeskPlace:   "Bộ phận Tiếp nhận và Trả kết quả, trụ sở UBND xã Vĩnh Chấp, huyện Vĩnh Linh",
	DeskHours:   "7 giờ 30 – 11 giờ 30 và 13 giờ 30 – 17 giờ, từ thứ Hai đến thứ Sáu",
	DeskPhone:   "0233 000 0000",
	Units:       []string{"Văn phòng", "Tư pháp - Hộ tịch", "Tài chính - Kế toán", "Địa chính", "Văn hóa - Xã hội"},
}

// FillDemo puts the demo's people, commune and campaigns into a store that has none, through the same
// importers as real files.
func (a *App) FillDemo(ctx context.Context) error {
	if _, version, err := a.Commune(ctx); err != nil || version > 0 {
		return err
	}
	for _, name := range []string{seed.DemoInternal, seed.DemoPublic} {
		if err := a.importSeed(ctx, name); err != nil {
			return err
		}
	}
	plan, _, err := a.Plan(ctx, "")
	if err != nil {
		return err
	}
	err = a.store.Write(ctx, systemActor, func(tx *store.Tx) error {
		if err := saveDemoPeople(ctx, tx); err != nil {
			return err
		}
		for _, d := range demoPapers {
			if err := tx.MarkIssued(ctx, plan.ID, d.what, d.number, value.MustDate(d.day)); err != nil {
				return err
			}
		}
		if err := assignDemo(ctx, tx, plan); err != nil {
			return err
		}
		_, err := tx.SaveSetting(ctx, settingCommune, demoCommune, 0)
		return err
	})
	if err != nil {
		return err
	}
	for _, fill := range []func(context.Context, review.Plan) error{a.fillDemoAdditions, a.fillDemoForms} {
		if err := fill(ctx, plan); err != nil {
			return err
		}
	}
	for _, fill := range []func(context.Context) error{
		a.fillDemoFeedback,
		a.fillDemoSteps,
		a.fillDemoServices,
		a.fillDemoAnnouncements,
		a.fillDemoFigures,
	} {
		if err := fill(ctx); err != nil {
			return err
		}
	}
	return nil
}

func saveDemoPeople(ctx context.Context, tx *store.Tx) error {
	for _, p := range DemoPeople {
		hash, err := account.HashPassword(p.Password, rand.Reader)
		if err != nil {
			return err
		}
		u := store.User{
			Name:     p.Name,
			FullName: p.fullName,
			Title:    p.title,
			Unit:     p.unit,
			Roles:    []string{string(p.Role)},
			Hash:     hash,
		}
		if err := tx.SaveUser(ctx, u); err != nil {
			return fmt.Errorf("account %s: %w", p.Name, err)
		}
	}
	return nil
}

// demoPapers are the papers that went out in the demo: the report of D1, monthly reports; the request of D2 goes out
// through its own page (fillDemoAdditions).
var demoPapers = []struct{ what, number, day string }{
	{"D1", "47/BC-UBND", "2024-06-18"},
	{"D4/2024-03", "19/BC-UBND", "2024-03-15"},
	{"D4/2024-04", "29/BC-UBND", "2024-04-15"},
	{"D4/2024-05", "38/BC-UBND", "2024-05-14"},
	{"D4/2024-06", "46/BC-UBND", "2024-06-14"},
}

// demoFields says who reviews the fields that are theirs by post; what is nobody's stays to be assigned.
var demoFields = map[string]string{
	"Hộ tịch": "reviewer", "Chứng thực": "reviewer",
	"Tài chính - Kế toán": "reviewer2", "Quản lý tài sản công": "reviewer2",
	"Giảm nghèo": "reviewer3", "Bảo trợ xã hội": "reviewer3",
	"Tổ chức cán bộ": "reviewer4", "Thi đua, khen thưởng": "reviewer4", "Văn phòng": "reviewer4",
	"Văn thư, lưu trữ": "reviewer4",
}

// assignDemo fills the review plan of the demo's campaigns in, by turns of five days: everybody reviews their own
// field.
func assignDemo(ctx context.Context, tx *store.Tx, plan review.Plan) error {
	from := map[review.CampaignID]value.Date{
		review.CampaignPublic:    value.MustDate("2024-05-20"),
		review.CampaignInternalB: value.MustDate("2024-07-10"),
	}
	for _, c := range plan.Campaigns {
		items, err := tx.CampaignList(ctx, plan.ID, c.ID)
		if err != nil {
			return err
		}
		for i, item := range items {
			if item.Officer = demoFields[item.Field]; item.Officer == "" {
				continue
			}
			item.Due = from[c.ID].Add(i / 4 * 7)
			item.Why = "Theo Kế hoạch 29/KH-UBND, mục III.1"
			item.Product = "Biểu mẫu 02/RS-KSTT; phương án đơn giản hóa (nếu có)"
			if err := tx.SaveListItem(ctx, plan.ID, c.ID, item); err != nil {
				return err
			}
		}
	}
	return nil
}

func (a *App) importSeed(ctx context.Context, name string) error {
	raw, err := seed.Read(name)
	if err != nil {
		return err
	}
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(raw)), nil }
	doc, err := a.Import(ctx, []Upload{{Name: name, Open: open}}, ImportOptions{Actor: systemActor})
	if err != nil {
		return err
	}
	if !doc.OK() {
		return errors.New(name + ": " + doc.Files[0].Errors[0].Message)
	}
	return nil
}
