package page

import (
	"html/template"
	"strings"
	"testing"
	"time"

	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// A template writes values of the domain as people do.
func TestWritten(t *testing.T) {
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	day := value.MustDate("2024-08-09")
	limit := catalog.TimeLimit{Number: value.Known(value.Decimal(3_0000)), Unit: catalog.WorkingDays}
	fee := catalog.Fee{State: catalog.FeeAmount, Amount: value.Known(value.Money(8000))}
	for _, tt := range []struct {
		source string
		value  any
		want   string
	}{
		{`{{name "state" .}}`, review.Approved, table.Name("state", "approved")},
		{`{{day .}}`, day, "09/8/2024"},
		{`{{day .}}`, value.Date{}, ""},
		{`{{moment .}}`, time.Date(2024, 7, 15, 1, 5, 0, 0, time.UTC), "15/7/2024 08:05"},
		{`{{number .}}`, 1204, "1.204"},
		{`{{number .}}`, int64(1204), "1.204"},
		{`{{number .}}`, value.Money(77_893_240), "77.893.240"},
		{`{{number .}}`, value.Known(1204), "1.204"},
		{`{{number .}}`, value.Opt[int]{}, ""},
		{`{{number .}}`, value.Known(value.Money(1204)), "1.204"},
		{`{{number .}}`, value.Opt[value.Money]{}, "–"},
		{`{{number .}}`, "1204", "number of string"},
		{`{{decimal .}}`, value.Decimal(5000), "0,5"},
		{`{{money .}}`, value.Money(77_893_240), "77.893.240 đồng"},
		{`{{money .}}`, value.Known(value.Money(0)), "0 đồng"},
		{`{{money .}}`, value.Opt[value.Money]{}, table.Say("cost.unpriced")},
		{`{{money .}}`, 5, "money of int"},
		{`{{capital .}}`, "đã trình", "Đã trình"},
		{`{{sentence .}}`, value.Problem{Code: "value.unknown", Args: []any{""}}, "Chưa chọn."},
		{`{{template "part/badge" state .}}`, review.Approved, "met:" + table.Name("state", "approved")},
		{`{{template "part/badge" state .}}`, review.Returned, "bad:" + table.Name("state", "returned")},
		{`{{template "part/badge" state .}}`, review.Submitted, "accent:" + table.Name("state", "submitted")},
		{`{{template "part/badge" state .}}`, review.Draft, ":" + table.Name("state", "draft")},
		{`{{template "part/badge" (verdict . 0 true)}}`, review.TargetMet, "met:" + table.Say("verdict.met")},
		{`{{template "part/badge" (verdict . 0 false)}}`, review.TargetNotMet, ":" + table.Say("verdict.not_met")},
		{`{{template "part/badge" (verdict . 0 true)}}`, review.TargetNotMet, "bad:" + table.Say("verdict.not_met")},
		{`{{template "part/badge" (verdict . 0 true)}}`, review.NothingToMeasure, ":" + table.Say("verdict.none")},
		{
			`{{template "part/badge" (verdict . 11 true)}}`,
			review.NotConcluded,
			"warn:" + table.Say("verdict.not_concluded", 11),
		},
		{`{{timeLimit .}}`, limit, "3 ngày làm việc"},
		{`{{timeLimit .}}`, catalog.TimeLimit{Number: limit.Number}, "thời hạn ghi “3”"},
		{`{{timeLimit .}}`, catalog.TimeLimit{Number: limit.Number, Text: "3 buổi"}, "3 buổi"},
		{`{{timeLimit .}}`, catalog.TimeLimit{Text: "Trong ngày"}, "Trong ngày"},
		{`{{fees .}}`, []catalog.Fee{fee, {State: catalog.FeeFree}}, "8.000 đồng; " + table.Name("fee_state", "free")},
		{`{{fees .}}`, []catalog.Fee(nil), ""},
		{`{{stated .}}`, value.Known(0), "0"},
		{`{{stated .}}`, value.Opt[int]{}, table.Say("not_stated")},
		{`{{range paragraphs .}}({{.}}){{end}}`, " một\n\n hai ", "(một)(hai)"},
		{`{{proposalHref .}}`, review.ProposalID(7), "/phuong-an/7"},
		{`{{announcementHref . "/sua"}}`, review.AnnouncementID(7), "/cong-bo/7/sua"},
		{`{{feedbackHref . ""}}`, review.FeedbackID(7), "/phan-anh/7"},
		{`{{serviceHref .}}`, review.RestructuringID(7), "/dich-vu-truc-tuyen/7"},
		{`{{monthHref "/a" .}}`, value.MonthOf(day), "/a?thang=2024-08"},
		{`{{planHref .}}`, review.PlanID("kế hoạch"), "/ke-hoach/k%E1%BA%BF%20ho%E1%BA%A1ch"},
		{`{{campaignHref . "c/1"}}`, review.PlanID("p"), "/ra-soat/p/c%2F1"},
		{`{{procedureHref .}}`, catalog.Code("1.001193"), "/thu-tuc/1.001193"},
		{`{{userHref .}}`, "minh.tran", "/nguoi-dung/minh.tran"},
		{`{{wordHref .}}`, "w1", "/tu-vung/w1"},
		{`{{guideHref .}}`, "", "/huong-dan"},
		{`{{guideHref .}}`, "van-phong#bang-nam", "/huong-dan/van-phong#bang-nam"},
		{`{{heldHref .}}`, int64(7), "/danh-muc/cho-xu-ly/7"},
		{`{{importTaskHref .}}`, int64(7), "/danh-muc/nhap/7"},
		{`{{issuedHref .}}`, int64(7), "/bao-cao/da-phat-hanh/7"},
	} {
		page := template.New("").Funcs(written(table))
		template.Must(page.New("part/badge").Parse(`{{.Tone}}:{{.Text}}`))
		template.Must(page.New("page").Parse(tt.source))
		var b strings.Builder
		got := ""
		if err := page.ExecuteTemplate(&b, "page", tt.value); err != nil {
			got = err.Error()
		} else {
			got = b.String()
		}
		if got != tt.want && !(strings.Contains(tt.want, " of ") && strings.HasSuffix(got, tt.want)) {
			t.Errorf("%s of %v is %q, want %q", tt.source, tt.value, got, tt.want)
		}
	}
}
