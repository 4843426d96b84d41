package app

import (
	"fmt"
	"regexp"
	"strconv"
	"testing"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
)

// laterYear finds the year in the number of a document ("80/2025/QH15") and in a date ("16/01/2026").
var laterYear = regexp.MustCompile(`\d/(20\d\d)\b`)

// The demo stands in 2024: nothing in its catalogue, its proposals and its papers cites what came later.
func TestDemo_CitesNothingLater(t *testing.T) {
	a := openDemo(t)
	later := func(where string, text string) {
		t.Helper()
		for _, m := range laterYear.FindAllStringSubmatch(text, -1) {
			if y, _ := strconv.Atoi(m[1]); y > DemoDay.Year {
				t.Errorf("%s cites %s: %.200s", where, m[0], text)
			}
		}
	}
	list, err := a.store.Procedures(t.Context(), store.Filter{})
	if err != nil || len(list) < 200 {
		t.Fatal(len(list), err)
	}
	for _, p := range list {
		for _, part := range []catalog.Part{catalog.PartLegalBasis, catalog.PartForms} {
			for _, line := range catalog.PartLines(p.Procedure, part) {
				later(string(p.Procedure.Code), line)
			}
		}
		if p.Procedure.Decision.Date.After(DemoDay) || p.Procedure.Published.After(DemoDay) {
			t.Errorf("%s was announced on %s and published on %s", p.Procedure.Code, p.Procedure.Decision.Date,
				p.Procedure.Published)
		}
	}
	by := Person{Name: "office", Roles: account.Roles}
	proposals, err := a.Proposals(t.Context(), by, ProposalFilter{})
	if err != nil || len(proposals.Rows) == 0 {
		t.Fatal(err)
	}
	for _, row := range proposals.Rows {
		later(fmt.Sprint("proposal ", row.Proposal.ID), fmt.Sprintf("%+v %+v", row.Proposal.Measures,
			row.Proposal.Amendments))
	}
}

// Everybody reviews the fields of their own post.
func TestDemo_OwnFields(t *testing.T) {
	a := openDemo(t)
	plan, _, err := a.Plan(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	units := map[string]string{
		"Hộ tịch": "Tư pháp - Hộ tịch", "Chứng thực": "Tư pháp - Hộ tịch", "Tài chính - Kế toán": "Tài chính - Kế toán",
		"Quản lý tài sản công": "Tài chính - Kế toán", "Giảm nghèo": "Văn hóa - Xã hội",
		"Bảo trợ xã hội": "Văn hóa - Xã hội", "Tổ chức cán bộ": "Văn phòng", "Thi đua, khen thưởng": "Văn phòng",
		"Văn phòng": "Văn phòng", "Văn thư, lưu trữ": "Văn phòng",
	}
	for _, c := range []review.CampaignID{review.CampaignPublic, review.CampaignInternalB} {
		items, err := a.store.CampaignList(t.Context(), plan.ID, c)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range items {
			unit := ""
			if x.Officer != "" {
				p, err := a.Person(t.Context(), x.Officer)
				if err != nil {
					t.Fatal(err)
				}
				unit = p.Unit
			}
			if unit != units[x.Field] {
				t.Errorf("%s, %s, is reviewed by %s of %s", x.Code, x.Field, x.Officer, unit)
			}
		}
	}
}
