package app

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"

	"rasoat/account"
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
	{"reviewer", "ra-soat-2024", account.Reviewer, "Nguyễn Thị Hoa", "Công chức Tư pháp - Hộ tịch", "Tư pháp - Hộ tịch"},
	{"reviewer2", "ra-soat-2024", account.Reviewer, "Trần Văn Minh", "Công chức Tài chính - Kế toán", "Tài chính - Kế toán"},
	{"office", "van-phong-2024", account.Office, "Lê Thị Lan", "Công chức Văn phòng - Thống kê", "Văn phòng"},
	{"chairman", "chu-tich-2024", account.Chairman, "Võ Văn Tuấn", "Chủ tịch", "Lãnh đạo"},
	{"admin", "quan-tri-2024", account.Admin, "Phạm Quốc Anh", "Quản trị hệ thống", "Văn phòng"},
}

// demoCommune is whose demo it is.
var demoCommune = Commune{Kind: "xã", Name: "Vĩnh Chấp", Place: "Vĩnh Chấp", Superior: "UBND huyện Vĩnh Linh", Addressee: "Văn phòng HĐND và UBND huyện Vĩnh Linh",
	Capacity: "TM. ỦY BAN NHÂN DÂN", SignTitle: "CHỦ TỊCH", Signer: "Võ Văn Tuấn", Symbol: "UBND", Inhabitants: 3200,
	Units: []string{"Văn phòng", "Tư pháp - Hộ tịch", "Tài chính - Kế toán", "Địa chính", "Văn hóa - Xã hội"}}

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
	return a.store.Write(ctx, systemActor, func(tx *store.Tx) error {
		for _, p := range DemoPeople {
			hash, err := account.HashPassword(p.Password, rand.Reader)
			if err != nil {
				return err
			}
			u := store.User{Name: p.Name, FullName: p.fullName, Title: p.title, Unit: p.unit, Roles: []string{string(p.Role)}, Hash: hash}
			if err := tx.SaveUser(ctx, u); err != nil {
				return fmt.Errorf("account %s: %w", p.Name, err)
			}
		}
		if err := tx.MarkIssued(ctx, plan.ID, "internal-b-additions", "31/TTr-UBND", value.MustDate("2024-04-22")); err != nil {
			return err
		}
		_, err := tx.SaveSetting(ctx, settingCommune, demoCommune, 0)
		return err
	})
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
