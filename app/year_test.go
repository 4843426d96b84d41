package app

import (
	"bytes"
	"encoding/json"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"rasoat/account"
	"rasoat/review"
	"rasoat/seed"
	"rasoat/value"
)

// yearCampaign is a campaign file as far as this test adds it up by itself, apart from review and cost.
type yearCampaign struct {
	Campaign   review.CampaignID
	Procedures []struct{ Code, Field string }
	Reviews    []struct {
		Procedure, Status, Decided, Conclusion string
		Before, After                          []yearRow
	}
}

type yearRow struct {
	Hours        json.Number
	HourlyRate   int64 `json:"hourly_rate"`
	ServiceCost  int64 `json:"service_cost"`
	Fees         int64
	TimesPerYear json.Number `json:"times_per_year"`
	SubjectsPer  int64       `json:"subjects_per_year"`
}

// tenThousandths reads a decimal of at most four places as ten-thousandths.
func tenThousandths(t *testing.T, n json.Number, standard int64) int64 {
	if n == "" {
		return standard
	}
	f, err := strconv.ParseFloat(n.String(), 64)
	if err != nil {
		t.Fatal(err)
	}
	return int64(f*10000 + 0.5)
}

func annualOf(t *testing.T, rows []yearRow) (sum int64) {
	for _, r := range rows {
		labour := (tenThousandths(t, r.Hours, 0)*r.HourlyRate + 5000) / 10000
		sum += ((labour+r.ServiceCost+r.Fees)*tenThousandths(t, r.TimesPerYear, 10000)*r.SubjectsPer + 5000) / 10000
	}
	return sum
}

// Plan 29/KH-UBND, II.1 (App.Year): the year table of the demo against a sum over the files that the demo is made of:
// who has what by the turns in which its lists are shared out, what is done by status, in time by the days of the
// review plan, saved by the rows themselves.
func TestYear_AgainstTheDemosFiles(t *testing.T) {
	a := openDemo(t)
	want := map[string]review.Tally{}
	from := map[review.CampaignID]string{review.CampaignPublic: "2024-05-20", review.CampaignInternalB: "2024-07-10"}
	done := map[string]bool{"submitted": true, "checked": true, "approved": true, "forwarded": true, "accepted": true, "refused": true, "in_force": true}
	granted := map[string]bool{"approved": true, "accepted": true, "in_force": true}
	for _, name := range []string{seed.DemoInternal, seed.DemoPublic} {
		raw, err := seed.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		var c yearCampaign
		if err := json.Unmarshal(raw, &c); err != nil {
			t.Fatal(err)
		}
		for i, p := range c.Procedures {
			officer, due := demoFields[p.Field], value.MustDate(from[c.Campaign]).Add(i/4*7)
			if officer == "" {
				due = value.Date{}
			}
			tally := want[officer]
			tally.Assigned++
			for _, r := range c.Reviews {
				if r.Procedure != p.Code {
					continue
				}
				if r.Status == "returned" {
					tally.Returned++
				}
				if granted[r.Status] {
					after := annualOf(t, r.After)
					if r.After == nil && r.Conclusion == "keep" {
						after = annualOf(t, r.Before)
					}
					if r.Before != nil && (r.After != nil || r.Conclusion == "abolish" || r.Conclusion == "keep") {
						tally.Saved += value.Money(annualOf(t, r.Before) - after)
					}
				}
				if !done[r.Status] {
					continue
				}
				tally.Done++
				decided := value.MustDate(r.Decided)
				if due.IsZero() {
					due = map[review.CampaignID]value.Date{review.CampaignPublic: value.MustDate("2024-06-19"), review.CampaignInternalB: value.MustDate("2024-08-09")}[c.Campaign]
				}
				switch {
				case !decided.After(due):
					tally.OnTime++
				case r.Status == "submitted":
					tally.Late++
				default:
					tally.Undated++
				}
			}
			want[officer] = tally
		}
	}
	chairman := Person{Name: "chairman", Roles: []account.Role{account.Chairman}}
	got, err := a.Year(t.Context(), chairman, "")
	if err != nil {
		t.Fatal(err)
	}
	var total review.Tally
	seen := 0
	for _, u := range got.Units {
		for _, o := range u.Officers {
			seen++
			if o.Tally != want[o.Officer] {
				t.Errorf("%q: %+v, want %+v", o.Officer, o.Tally, want[o.Officer])
			}
			if p := got.People[o.Officer]; p.Unit != u.Unit {
				t.Errorf("%q stands in %q", o.Officer, u.Unit)
			}
		}
	}
	for _, w := range want {
		total.Assigned, total.Done, total.OnTime, total.Late, total.Undated = total.Assigned+w.Assigned, total.Done+
			w.Done, total.OnTime+w.OnTime, total.Late+w.Late, total.Undated+w.Undated
		total.Returned, total.Saved = total.Returned+w.Returned, total.Saved+w.Saved
	}
	if got.Total != total || seen != len(want) || total.Done == 0 || total.Returned == 0 || total.Saved == 0 ||
		total.OnTime == 0 {
		t.Errorf("total %+v, want %+v (%d officers, want %d)", got.Total, total, seen, len(want))
	}
	// the workbook says the same
	var b bytes.Buffer
	if err := a.WriteYear(t.Context(), chairman, "", "xlsx", &b); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(f.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	last := rows[len(rows)-1]
	if len(last) != 9 || last[0] != "Tổng cộng" || last[1] != strconv.Itoa(total.Assigned) ||
		last[2] != strconv.Itoa(total.Done) || last[8] != strconv.FormatInt(int64(total.Saved), 10) {
		t.Errorf("the sheet ends with %q", last)
	}
	// a reviewer sees the own row and nobody's beside it
	own, err := a.Year(t.Context(), Person{Name: "reviewer", Roles: []account.Role{account.Reviewer}}, "")
	if err != nil || len(own.Units) != 1 || len(own.Units[0].Officers) != 1 ||
		own.Units[0].Officers[0].Officer != "reviewer" || own.Total != (review.Tally{}) ||
		own.Units[0].Tally != want["reviewer"] {
		t.Errorf("%+v, %v", own.Units, err)
	}
}
