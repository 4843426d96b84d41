package review_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// opts lets cmp look into Opt, which is comparable.
var opts = cmp.Options{
	cmp.Comparer(func(a, b value.Opt[int]) bool { return a == b }),
	cmp.Comparer(func(a, b value.Opt[value.Money]) bool { return a == b }),
	cmp.Comparer(func(a, b value.Opt[value.Decimal]) bool { return a == b }),
}

func days(n int64, u catalog.Unit) catalog.TimeLimit {
	return catalog.TimeLimit{Number: value.Known(value.Whole(n)), Unit: u}
}

func amount(n value.Money) catalog.Fee {
	return catalog.Fee{State: catalog.FeeAmount, Amount: value.Known(n)}
}

// leave is a small internal procedure with a bit of everything; each call makes its own.
func leave() catalog.Procedure {
	return catalog.Procedure{
		Code:  "NB-01",
		Name:  "Nghỉ phép hằng năm",
		Kind:  catalog.Internal,
		Group: catalog.GroupB,
		Steps: []catalog.Step{{Text: "Nộp đơn"}, {Name: "Xin ý kiến", Text: "Hỏi phụ trách"}, {Text: "Ký"}, {Text: "Trả"}},
		Methods: []catalog.Method{
			{
				Channel: catalog.InPerson,
				Limit:   days(5, catalog.WorkingDays),
				Fees:    []catalog.Fee{amount(10_000)},
				Text:    "Tại trụ sở",
			},
		},
		Dossier: []catalog.DossierCase{{Papers: []catalog.Paper{
			{Name: "Đơn", Forms: []string{"mau-01.docx"}}, {Name: "Bản sao có chứng thực quyết định"}, {Name: "Hộ khẩu"}, {Name: "Giấy khác"},
		}}},
		Copies:     value.Known(2),
		Limit:      days(5, catalog.WorkingDays),
		Forms:      []string{"Mẫu 01"},
		Conditions: "Đủ 12 tháng",
		Fees:       []catalog.Fee{amount(5_000)},
		Agencies:   []catalog.Named{{Name: "UBND xã"}},
		Decider:    "Chủ tịch UBND xã",
	}
}

func TestPropose(t *testing.T) {
	tests := []struct {
		name    string
		changes []review.Change
		want    func(p *catalog.Procedure)
	}{
		{"nothing", nil, func(*catalog.Procedure) {}},
		{"two papers: the second does not shift", []review.Change{
			{Op: review.RemovePaper, Part: catalog.PartDossier, Index: 0}, {Op: review.RemovePaper, Part: catalog.PartDossier, Index: 2},
		}, func(p *catalog.Procedure) {
			p.Dossier[0].Papers = []catalog.Paper{p.Dossier[0].Papers[1], p.Dossier[0].Papers[3]}
		}},
		{"all papers: known not to exist", []review.Change{
			{Op: review.RemovePaper, Index: 3}, {Op: review.RemovePaper, Index: 1}, {Op: review.RemovePaper, Index: 0}, {Op: review.RemovePaper, Index: 2},
		}, func(p *catalog.Procedure) {
			p.Dossier[0].Papers, p.None = []catalog.Paper{}, []catalog.Part{catalog.PartDossier}
		}},
		{"a plain copy will do", []review.Change{{Op: review.PhotoForCopy, Index: 1}, {Op: review.PhotoForCopy, Index: 2},
			{Op: review.PhotoForCopy, Index: 3, Text: " Bản chụp giấy khác "}},
			func(p *catalog.Procedure) {
				p.Dossier[0].Papers[1].Name = "Bản chụp (xuất trình bản chính để đối chiếu) quyết định"
				p.Dossier[0].Papers[2].Name = "Hộ khẩu: bản chụp (xuất trình bản chính để đối chiếu)"
				p.Dossier[0].Papers[3].Name = "Bản chụp giấy khác"
			}},
		{"a step goes, two join another", []review.Change{
			{Op: review.RemoveStep, Index: 1}, {Op: review.JoinSteps, Index: 2, Into: 0}, {Op: review.JoinSteps, Index: 3, Into: 0},
		}, func(p *catalog.Procedure) { p.Steps = []catalog.Step{{Text: "Nộp đơn\nKý\nTrả"}} }},
		{"joined in other words", []review.Change{{Op: review.JoinSteps, Index: 3, Into: 2, Text: "Ký và trả"}},
			func(p *catalog.Procedure) { p.Steps = append(p.Steps[:2:2], catalog.Step{Text: "Ký và trả"}) }},
		{"limits, of the whole and of a channel", []review.Change{
			{Op: review.SetLimit, Part: catalog.PartTimeLimit, Limit: days(3, catalog.WorkingDays)},
			{Op: review.SetLimit, Part: catalog.PartChannels, Limit: days(2, catalog.WorkingDays)},
		}, func(p *catalog.Procedure) {
			p.Limit, p.Methods[0].Limit = days(3, catalog.WorkingDays), days(2, catalog.WorkingDays)
		}},
		{"fees, replaced and added", []review.Change{
			{Op: review.SetFee, Part: catalog.PartFees, Fee: catalog.Fee{State: catalog.FeeFree}},
			{Op: review.SetFee, Part: catalog.PartChannels, Into: 1, Fee: amount(7)},
		}, func(p *catalog.Procedure) {
			p.Fees[0], p.Methods[0].Fees = catalog.Fee{State: catalog.FeeFree}, append(p.Methods[0].Fees, amount(7))
		}},
		{"a new channel", []review.Change{{Op: review.NewChannel, Channel: catalog.Online, Limit: days(1, catalog.WorkingDays), Text: "Cổng"}},
			func(p *catalog.Procedure) {
				p.Methods = append(p.Methods, catalog.Method{Channel: catalog.Online, Limit: days(1, catalog.WorkingDays), Text: "Cổng"})
			}},
		{"forms, of a paper and of the whole", []review.Change{
			{Op: review.RemoveForm, Part: catalog.PartDossier}, {Op: review.RemoveForm, Part: catalog.PartForms},
		}, func(p *catalog.Procedure) {
			p.Dossier[0].Papers[0].Forms, p.Forms, p.None = nil, []string{}, []catalog.Part{catalog.PartForms}
		}},
		{"no condition, one set, another decider", []review.Change{
			{Op: review.ClearCondition}, {Op: review.SetCopies, Number: value.Known(1)}, {Op: review.SetAgency, Text: "Trưởng bộ phận"},
		}, func(p *catalog.Procedure) {
			p.Conditions, p.None, p.Copies, p.Decider = "", []catalog.Part{catalog.PartConditions}, value.Known(1), "Trưởng bộ phận"
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			base, want := leave(), leave()
			tt.want(&want)
			got, err := review.Propose(base, tt.changes, nil)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got, opts); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(leave(), base, opts); diff != "" {
				t.Errorf("the baseline changed: %s", diff)
			}
		})
	}
}

// Who decides: the decider, the authority, or who carries it out, whichever the procedure names.
func TestPropose_Agency(t *testing.T) {
	change := []review.Change{{Op: review.SetAgency, Text: "Công chức"}}
	base := catalog.Procedure{
		Authorities: []catalog.Named{{Name: "Chủ tịch", Code: "x"}},
		Agencies:    []catalog.Named{{Name: "UBND"}},
	}
	if got, err := review.Propose(base, change, nil); err != nil ||
		got.Authorities[0] != (catalog.Named{Name: "Công chức"}) || got.Agencies[0].Name != "UBND" {
		t.Errorf("%+v %v", got, err)
	}
	if got, err := review.Propose(catalog.Procedure{}, change, nil); err != nil || got.Agencies[0].Name != "Công chức" {
		t.Errorf("%+v %v", got, err)
	}
}

func TestPropose_Refused(t *testing.T) {
	tests := []struct {
		name      string
		changes   []review.Change
		overrides []review.Override
		want      string
	}{
		{"unknown", []review.Change{{Op: "burn"}}, nil, "changes[0].op change.unknown"},
		{"no such paper", []review.Change{{Op: review.RemovePaper, Index: 4}}, nil, "changes[0].index change.no_such_item"},
		{"no such case", []review.Change{{Op: review.RemovePaper, Case: 1}}, nil, "changes[0].case change.no_such_item"},
		{"below nought", []review.Change{{Op: review.RemoveStep, Index: -1}}, nil, "changes[0].index change.no_such_item"},
		{"twice", []review.Change{{Op: review.RemovePaper}, {Op: review.PhotoForCopy}}, nil, "changes[1].index change.twice"},
		{"joins itself", []review.Change{{Op: review.JoinSteps, Index: 1, Into: 1}}, nil, "changes[0].into change.joins_itself"},
		{"joins nothing", []review.Change{{Op: review.JoinSteps, Index: 1, Into: 9}}, nil, "changes[0].into change.no_such_item"},
		{"joins what goes, said later", []review.Change{{Op: review.JoinSteps, Index: 1, Into: 2}, {Op: review.RemoveStep, Index: 2}}, nil,
			"changes[0].into change.joins_gone"},
		{"no limit", []review.Change{{Op: review.SetLimit}}, nil, "changes[0].limit limit.missing"},
		{"no such channel", []review.Change{{Op: review.SetLimit, Part: catalog.PartChannels, Index: 3, Limit: days(1, catalog.Days)}}, nil,
			"changes[0].index change.no_such_item"},
		{"no fee", []review.Change{{Op: review.SetFee}}, nil, "changes[0].fee fee.missing"},
		{"fee beyond the end", []review.Change{{Op: review.SetFee, Index: 2, Fee: amount(1)}}, nil, "changes[0].index change.no_such_item"},
		{"the channel is there", []review.Change{{Op: review.NewChannel, Channel: catalog.InPerson}}, nil, "changes[0].channel channel.exists"},
		{"no channel", []review.Change{{Op: review.NewChannel, Channel: "pigeon"}}, nil, "changes[0].channel channel.unknown"},
		{"no sets", []review.Change{{Op: review.SetCopies, Number: value.Known(0)}}, nil, "changes[0].number copies.too_few"},
		{"nobody decides", []review.Change{{Op: review.SetAgency, Text: " "}}, nil, "changes[0].text agency.missing"},
		{"override of nothing", nil, []review.Override{{Part: "soul", Text: "x"}}, "overrides[0].part part.unknown"},
		{"override by nothing", nil, []review.Override{{Part: catalog.PartName, Text: " \n"}}, "overrides[0].text override.empty"},
		{"override twice", nil, []review.Override{{Part: catalog.PartName, Text: "a"}, {Part: catalog.PartName, Text: "b"}}, "overrides[1].part override.twice"},
		{"override sets by words", nil, []review.Override{{Part: catalog.PartCopies, Text: "vài bộ"}}, "overrides[0].text copies.too_few"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := review.Propose(leave(), tt.changes, tt.overrides)
			var p value.Problems
			if !errors.As(err, &p) || len(p) != 1 || p[0].Field+" "+p[0].Code != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// Every part can be written anew; what the parts per channel say gives way, what is another part stays.
func TestPropose_Overrides(t *testing.T) {
	for _, part := range catalog.Parts {
		text := "dòng một\n\n dòng hai "
		if part == catalog.PartCopies {
			text = "03 bộ"
		}
		base := leave()
		base.None = []catalog.Part{part}
		got, err := review.Propose(base, nil, []review.Override{{Part: part, Text: text}})
		if err != nil {
			t.Fatal(part, err)
		}
		if catalog.Holds(got, part) != catalog.Present || len(got.None) != 0 {
			t.Errorf("%s: nothing stands there", part)
		}
		for _, other := range catalog.Parts {
			if other == part {
				continue
			}
			if diff := cmp.Diff(catalog.PartLines(leave(), other), catalog.PartLines(got, other)); diff != "" &&
				!(part == catalog.PartTimeLimit || part == catalog.PartFees || part == catalog.PartDossier) {
				t.Errorf("%s written, %s changed: %s", part, other, diff)
			}
		}
	}
	got, err := review.Propose(leave(), []review.Change{{Op: review.RemovePaper}},
		[]review.Override{{Part: catalog.PartTimeLimit, Text: "Trong ngày"}, {Part: catalog.PartDossier, Text: "Đơn\nQuyết định"}})
	if err != nil || len(got.Dossier[0].Papers) != 2 || got.Limit.Text != "Trong ngày" ||
		!got.Methods[0].Limit.IsZero() {
		t.Errorf("%+v %v", got, err)
	}
}

// Whatever papers go, the others stay in their order.
func TestPropose_AnyPapers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "papers")
		base := catalog.Procedure{Dossier: []catalog.DossierCase{{}}}
		for i := range n {
			base.Dossier[0].Papers = append(base.Dossier[0].Papers, catalog.Paper{Name: fmt.Sprint(i)})
		}
		gone := map[int]bool{}
		var changes []review.Change
		for _, i := range rapid.SliceOfDistinct(rapid.IntRange(0, n-1), rapid.ID[int]).Draw(t, "gone") {
			gone[i] = true
			changes = append(changes, review.Change{Op: review.RemovePaper, Index: i})
		}
		got, err := review.Propose(base, changes, nil)
		if err != nil {
			t.Fatal(err)
		}
		var want, names []string
		for i := range n {
			if !gone[i] {
				want = append(want, fmt.Sprint(i))
			}
		}
		for _, p := range got.Dossier[0].Papers {
			names = append(names, p.Name)
		}
		if diff := cmp.Diff(want, names); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestMeasuresOf(t *testing.T) {
	tests := []struct {
		name   string
		change review.Change
		want   review.MeasureKind
	}{
		{"paper", review.Change{Op: review.RemovePaper}, review.CutDocument},
		{"copy", review.Change{Op: review.PhotoForCopy, Index: 1}, review.ReplaceCopy},
		{"no such paper", review.Change{Op: review.RemovePaper, Index: 9}, ""},
		{"step", review.Change{Op: review.RemoveStep}, review.CutStep},
		{"no such step", review.Change{Op: review.RemoveStep, Index: -1}, ""},
		{"join", review.Change{Op: review.JoinSteps, Index: 1}, review.MergeSteps},
		{"shorter", review.Change{Op: review.SetLimit, Limit: days(3, catalog.WorkingDays)}, review.ShortenTime},
		{"as long", review.Change{Op: review.SetLimit, Limit: days(5, catalog.WorkingDays)}, review.OtherMeasure},
		{"another unit compares with nothing", review.Change{Op: review.SetLimit, Limit: days(3, catalog.Days)}, review.OtherMeasure},
		{"shorter by channel", review.Change{Op: review.SetLimit, Part: catalog.PartChannels, Limit: days(4, catalog.WorkingDays)}, review.ShortenTime},
		{"free", review.Change{Op: review.SetFee, Fee: catalog.Fee{State: catalog.FeeFree}}, review.CutFee},
		{"cheaper by channel", review.Change{Op: review.SetFee, Part: catalog.PartChannels, Fee: amount(9_000)}, review.CutFee},
		{"dearer", review.Change{Op: review.SetFee, Fee: amount(6_000)}, review.OtherMeasure},
		{"other currency", review.Change{Op: review.SetFee, Fee: catalog.Fee{State: catalog.FeeAmount, Currency: "USD", Amount: value.Known(value.Money(1))}}, review.OtherMeasure},
		{"set elsewhere is not free", review.Change{Op: review.SetFee, Fee: catalog.Fee{State: catalog.FeeSetBy}}, review.OtherMeasure},
		{"one more fee", review.Change{Op: review.SetFee, Index: 1, Fee: amount(1)}, review.OtherMeasure},
		{"channel", review.Change{Op: review.NewChannel, Channel: catalog.Online}, review.AddChannel},
		{"form", review.Change{Op: review.RemoveForm, Part: catalog.PartForms}, review.CutDocument},
		{"condition", review.Change{Op: review.ClearCondition}, review.DropCondition},
		{"fewer sets", review.Change{Op: review.SetCopies, Number: value.Known(1)}, review.CutDocument},
		{"more sets", review.Change{Op: review.SetCopies, Number: value.Known(3)}, review.OtherMeasure},
		{"agency", review.Change{Op: review.SetAgency, Text: "x"}, review.DecentraliseTo},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got review.MeasureKind
			for _, m := range review.MeasuresOf(leave(), []review.Change{tt.change}) {
				got = m.Kind
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
