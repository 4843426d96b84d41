package proposal

import (
	"fmt"
	"net/url"
	"slices"
	"testing"

	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/page"
)

// Every kind of change that a member's form offers is read back as it was stored; an answer that is not offered is a
// problem at its field and no change.
func TestOffers_ThereAndBack(t *testing.T) {
	words, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	days := catalog.TimeLimit{
		Number: value.Known[value.Decimal](50_000),
		Unit:   catalog.WorkingDays,
		Text:   "kể từ ngày nhận đủ hồ sơ",
	}
	fee := catalog.Fee{State: catalog.FeeAmount, Amount: value.Known[value.Money](50_000)}
	base := catalog.Procedure{
		Dossier:    []catalog.DossierCase{{Papers: []catalog.Paper{{Forms: []string{"Mẫu 1"}}, {}, {Name: "Bản sao"}}}},
		Steps:      []catalog.Step{{Text: "Nộp"}, {Text: "Thẩm tra"}, {Text: "Trả"}},
		Methods:    []catalog.Method{{Channel: catalog.InPerson, Limit: days, Fees: []catalog.Fee{fee, fee}}},
		Fees:       []catalog.Fee{fee},
		Forms:      []string{"Mẫu 1", "Mẫu 2"},
		Conditions: "Đủ 18 tuổi",
	}
	dossier, channels := catalog.PartDossier, catalog.PartChannels
	less := catalog.TimeLimit{Number: value.Known[value.Decimal](25_000), Unit: catalog.Days, Text: days.Text}
	cheap := catalog.Fee{State: catalog.FeeAmount, Amount: value.Known[value.Money](12_000)}
	want := []review.Change{
		{Op: review.RemoveForm, Part: dossier},
		{Op: review.RemovePaper, Part: dossier, Index: 1},
		{Op: review.PhotoForCopy, Part: dossier, Index: 2},
		{Op: review.JoinSteps, Part: catalog.PartSteps, Index: 1, Into: 0},
		{Op: review.RemoveStep, Part: catalog.PartSteps, Index: 2},
		{Op: review.SetLimit, Part: channels, Limit: less},
		{Op: review.SetFee, Part: channels, Fee: catalog.Fee{State: catalog.FeeFree}},
		{Op: review.SetFee, Part: channels, Into: 1, Fee: cheap},
		{Op: review.SetFee, Part: catalog.PartFees, Fee: cheap},
		{Op: review.NewChannel, Part: channels, Channel: catalog.Online},
		{Op: review.RemoveForm, Part: catalog.PartForms, Index: 1},
		{Op: review.ClearCondition, Part: catalog.PartConditions, Text: "Đủ 16 tuổi"},
		{Op: review.SetCopies, Part: catalog.PartCopies, Number: value.Known(2)},
		{Op: review.SetAgency, Part: catalog.PartAgency, Text: "Văn phòng"},
	}
	s := New(&page.Kit{Text: words})
	bases := map[catalog.Code]catalog.Procedure{"NB-01": base}
	stored := review.Proposal{Members: []review.Member{{Procedure: "NB-01", Changes: want}}}
	form := s.typedOfProposal(stored, bases)
	read := func(form url.Values) ([]review.Change, value.Problems) {
		p, _, problems := s.readProposal(form, bases)
		return p.Members[0].Changes, problems
	}
	if got, problems := read(form); !slices.Equal(got, want) || len(problems) > 0 {
		t.Errorf("%v\nread back as %+v\nwant %+v\n%v", form, got, want, problems)
	}
	form.Set("members[0].step.2", "into.2")
	got, problems := read(form)
	if len(got) != len(want)-1 || len(problems) != 1 || problems[0].Field != "members[0].step.2" {
		t.Errorf("a step that joins itself: %+v %v", got, problems)
	}
}

// Another number leaves what was said beside the old one, unless that names a number itself.
func TestOffers_LimitKeepsItsWords(t *testing.T) {
	words, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	s := New(&page.Kit{Text: words})
	for now, want := range map[string]string{
		"kể từ ngày nhận đủ hồ sơ": "kể từ ngày nhận đủ hồ sơ", "không quá 10 ngày làm việc": "", "": "",
	} {
		base := catalog.Procedure{Methods: []catalog.Method{{Channel: catalog.InPerson, Limit: catalog.TimeLimit{
			Number: value.Known(value.Whole(10)),
			Unit:   catalog.WorkingDays,
			Text:   now,
		}}}}
		form := url.Values{
			"members[0].code": {"NB-01"}, "members[0].limit.0": {"7"}, "members[0].limit.0.unit": {"working_days"},
		}
		p, _, problems := s.readProposal(form, map[catalog.Code]catalog.Procedure{"NB-01": base})
		if len(problems) > 0 || len(p.Members[0].Changes) != 1 || p.Members[0].Changes[0].Limit.Text != want {
			t.Errorf("%q: %+v, %v", now, p.Members, problems)
		}
	}
}

// Channels with one limit share a field; each keeps its own words, and can be set apart or left as it stands.
func TestOffers_LimitOfAllChannels(t *testing.T) {
	words, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	s := New(&page.Kit{Text: words})
	limit := func(n int64, text string) catalog.TimeLimit {
		return catalog.TimeLimit{Number: value.Known(value.Whole(n)), Unit: catalog.WorkingDays, Text: text}
	}
	bases := map[catalog.Code]catalog.Procedure{"NB-01": {Methods: []catalog.Method{
		{Channel: catalog.InPerson, Limit: limit(5, "(kể từ khi nhận đủ hồ sơ)")},
		{Channel: catalog.Online, Limit: limit(5, "(kể từ khi hồ sơ đến hệ thống)")},
		{Channel: catalog.Postal, Limit: limit(8, "")},
	}}}
	change := func(i int, n int64) review.Change {
		out := review.Change{Op: review.SetLimit, Part: catalog.PartChannels, Index: i}
		out.Limit = limit(n, bases["NB-01"].Methods[i].Limit.Text)
		return out
	}
	for _, tt := range []struct {
		name        string
		first, next string // as typed
		want        []review.Change
	}{
		{"once for both", "3", "", []review.Change{change(0, 3), change(1, 3)}},
		{"apart", "3", "2", []review.Change{change(0, 3), change(1, 2)}},
		{"the other stays", "3", "5", []review.Change{change(0, 3)}},
		{"the other alone", "", "2", []review.Change{change(1, 2)}},
		{"none", "", "", nil},
	} {
		form := url.Values{"members[0].code": {"NB-01"}}
		for i, typed := range []string{tt.first, tt.next} {
			at := fmt.Sprintf("members[0].limit.%d", i)
			form.Set(at, typed)
			form.Set(at+".unit", "working_days")
		}
		p, _, problems := s.readProposal(form, bases)
		if got := p.Members[0].Changes; !slices.Equal(got, tt.want) || len(problems) > 0 {
			t.Errorf("%s: %+v, %v, want %+v", tt.name, got, problems, tt.want)
		}
		shown := s.typedOfProposal(p, bases)
		if a, b := shown.Get("members[0].limit.0"), shown.Get("members[0].limit.1"); a != tt.first || b != tt.next {
			t.Errorf("%s is shown as %q and %q", tt.name, a, b)
		}
	}
	form := url.Values{"members[0].code": {"NB-01"}, "members[0].limit.0": {"ba"}}
	if _, _, wrong := s.readProposal(form, bases); len(wrong) != 1 || wrong[0].Field != "members[0].limit.0" {
		t.Errorf("no number for both: %v", wrong)
	}
}
