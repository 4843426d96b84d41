package review_test

import (
	"errors"
	"fmt"
	"slices"
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

// two is a procedure with two of everything that a change can speak of, so that each index means another thing.
func two() catalog.Procedure {
	method := func(c catalog.Channel, n int64) catalog.Method {
		return catalog.Method{Channel: c, Limit: days(n, catalog.Days), Fees: []catalog.Fee{amount(value.Money(n * 1000)),
			amount(value.Money(n*1000 + 1))}}
	}
	papers := func(names ...string) (out []catalog.Paper) {
		for _, n := range names {
			out = append(out, catalog.Paper{Name: n, Forms: []string{"Mẫu " + n}})
		}
		return out
	}
	return catalog.Procedure{
		Steps:       []catalog.Step{{Name: "Bước 1", Text: "nộp"}, {Text: "ký"}},
		Methods:     []catalog.Method{method(catalog.InPerson, 5), method(catalog.Postal, 9)},
		Dossier:     []catalog.DossierCase{{Papers: papers("A", "B")}, {Name: "Nếu ủy quyền", Papers: papers("C", "D", "E")}},
		Forms:       []string{"Mẫu 1", "Mẫu 2"},
		Fees:        []catalog.Fee{amount(100), amount(200)},
		Copies:      value.Known(2),
		Limit:       days(30, catalog.Days),
		Conditions:  "Đủ 18 tuổi.",
		Authorities: []catalog.Named{{Name: "Sở A"}, {Name: "Sở B"}},
		Agencies:    []catalog.Named{{Name: "Xã A"}, {Name: "Xã B"}},
	}
}

// Each change reaches the item that it names and no other: the second of two, in the second case or channel.
func TestPropose_secondOfTwo(t *testing.T) {
	free := catalog.Fee{State: catalog.FeeFree}
	for _, c := range []struct {
		name   string
		change review.Change
		want   func(p *catalog.Procedure)
	}{
		{"a paper of the second case", review.Change{Op: review.RemovePaper, Case: 1, Index: 2},
			func(p *catalog.Procedure) { p.Dossier[1].Papers = p.Dossier[1].Papers[:2] }},
		{"a plain copy in the second case", review.Change{Op: review.PhotoForCopy, Case: 1, Index: 1, Text: "D, bản chụp"},
			func(p *catalog.Procedure) { p.Dossier[1].Papers[1].Name = "D, bản chụp" }},
		{"the second step", review.Change{Op: review.RemoveStep, Index: 1},
			func(p *catalog.Procedure) { p.Steps = p.Steps[:1] }},
		{"the first step joins the second", review.Change{Op: review.JoinSteps, Index: 0, Into: 1},
			func(p *catalog.Procedure) { p.Steps = []catalog.Step{{Text: "ký\nnộp"}} }},
		{"the limit of the second channel",
			review.Change{Op: review.SetLimit, Part: catalog.PartChannels, Index: 1, Limit: days(1, catalog.Hours)},
			func(p *catalog.Procedure) { p.Methods[1].Limit = days(1, catalog.Hours) }},
		{"the limit of the whole, whatever the index",
			review.Change{Op: review.SetLimit, Part: catalog.PartTimeLimit, Index: 1, Limit: days(1, catalog.Hours)},
			func(p *catalog.Procedure) { p.Limit = days(1, catalog.Hours) }},
		{"the second fee of the whole", review.Change{Op: review.SetFee, Part: catalog.PartFees, Index: 1, Fee: free},
			func(p *catalog.Procedure) { p.Fees[1] = free }},
		{"the second fee of the first channel",
			review.Change{Op: review.SetFee, Part: catalog.PartChannels, Index: 0, Into: 1, Fee: free},
			func(p *catalog.Procedure) { p.Methods[0].Fees[1] = free }},
		{"the first fee of the second channel",
			review.Change{Op: review.SetFee, Part: catalog.PartChannels, Index: 1, Into: 0, Fee: free},
			func(p *catalog.Procedure) { p.Methods[1].Fees[0] = free }},
		{"a third fee of the second channel",
			review.Change{Op: review.SetFee, Part: catalog.PartChannels, Index: 1, Into: 2, Fee: free},
			func(p *catalog.Procedure) { p.Methods[1].Fees = append(p.Methods[1].Fees, free) }},
		{"the forms of a paper of the second case",
			review.Change{Op: review.RemoveForm, Part: catalog.PartDossier, Case: 1, Index: 2},
			func(p *catalog.Procedure) { p.Dossier[1].Papers[2].Forms = nil }},
		{"the second form", review.Change{Op: review.RemoveForm, Part: catalog.PartForms, Index: 1},
			func(p *catalog.Procedure) { p.Forms = p.Forms[:1] }},
		{"what is left of the conditions", review.Change{Op: review.ClearCondition, Text: " Đủ 16 tuổi. "},
			func(p *catalog.Procedure) { p.Conditions = "Đủ 16 tuổi." }},
		{"the second authority", review.Change{Op: review.SetAgency, Index: 1, Text: "Xã"},
			func(p *catalog.Procedure) { p.Authorities[1] = catalog.Named{Name: "Xã"} }},
	} {
		base, want := two(), two()
		c.want(&want)
		got, err := review.Propose(base, []review.Change{c.change}, nil)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if diff := cmp.Diff(want, got, opts); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
		if diff := cmp.Diff(two(), base, opts); diff != "" {
			t.Errorf("%s: the baseline changed: %s", c.name, diff)
		}
	}
}

// The first index behind the end and the last below the beginning are refused, each at its own field; the sentence
// counts from 1.
func TestPropose_noSuchItem(t *testing.T) {
	limit := days(1, catalog.Days)
	for _, c := range []struct {
		name   string
		change review.Change
		want   string
		number int
	}{
		{"a third case", review.Change{Op: review.RemovePaper, Case: 2}, "changes[0].case change.no_such_item", 3},
		{"a case before the first", review.Change{Op: review.RemovePaper, Case: -1}, "changes[0].case change.no_such_item", 0},
		{"a third paper of the first case", review.Change{Op: review.PhotoForCopy, Index: 2},
			"changes[0].index change.no_such_item", 3},
		{"a fourth paper of the second case", review.Change{Op: review.RemoveForm, Part: catalog.PartDossier, Case: 1, Index: 3},
			"changes[0].index change.no_such_item", 4},
		{"a third step", review.Change{Op: review.RemoveStep, Index: 2}, "changes[0].index change.no_such_item", 3},
		{"into a third step", review.Change{Op: review.JoinSteps, Into: 2}, "changes[0].into change.no_such_item", 3},
		{"a third channel", review.Change{Op: review.SetLimit, Part: catalog.PartChannels, Index: 2, Limit: limit},
			"changes[0].index change.no_such_item", 3},
		{"a fee of a third channel", review.Change{Op: review.SetFee, Part: catalog.PartChannels, Index: 2, Fee: amount(1)},
			"changes[0].index change.no_such_item", 3},
		{"a fee two behind the last", review.Change{Op: review.SetFee, Part: catalog.PartFees, Index: 3, Fee: amount(1)},
			"changes[0].index change.no_such_item", 4},
		{"a third form", review.Change{Op: review.RemoveForm, Part: catalog.PartForms, Index: 2},
			"changes[0].index change.no_such_item", 3},
		{"a third authority", review.Change{Op: review.SetAgency, Index: 2, Text: "Xã"},
			"changes[0].index change.no_such_item", 3},
	} {
		_, err := review.Propose(two(), []review.Change{c.change}, nil)
		var p value.Problems
		if !errors.As(err, &p) || len(p) != 1 || p[0].Field+" "+p[0].Code != c.want || p[0].Args[0] != c.number {
			t.Errorf("%s: %v, want %s of %d", c.name, err, c.want, c.number)
		}
	}
}

// No two changes speak of one thing; of two things of one kind each may be changed.
func TestPropose_twice(t *testing.T) {
	limit, form := days(1, catalog.Days), catalog.PartForms
	channels, fees, dossier := catalog.PartChannels, catalog.PartFees, catalog.PartDossier
	for _, c := range []struct {
		name          string
		first, second review.Change
		twice         bool
	}{
		{"one step", review.Change{Op: review.RemoveStep}, review.Change{Op: review.JoinSteps, Into: 1}, true},
		{"one limit of a channel", review.Change{Op: review.SetLimit, Part: channels, Limit: limit},
			review.Change{Op: review.SetLimit, Part: channels, Limit: limit}, true},
		{"limits of two channels", review.Change{Op: review.SetLimit, Part: channels, Limit: limit},
			review.Change{Op: review.SetLimit, Part: channels, Index: 1, Limit: limit}, false},
		{"the limit of the whole and of a channel", review.Change{Op: review.SetLimit, Limit: limit},
			review.Change{Op: review.SetLimit, Part: channels, Limit: limit}, false},
		{"the limit of the whole", review.Change{Op: review.SetLimit, Limit: limit},
			review.Change{Op: review.SetLimit, Index: 1, Limit: limit}, true},
		{"one fee of the whole", review.Change{Op: review.SetFee, Part: fees, Fee: amount(1)},
			review.Change{Op: review.SetFee, Part: fees, Into: 1, Fee: amount(1)}, true},
		{"two fees of the whole", review.Change{Op: review.SetFee, Part: fees, Fee: amount(1)},
			review.Change{Op: review.SetFee, Part: fees, Index: 1, Fee: amount(1)}, false},
		{"two fees of a channel", review.Change{Op: review.SetFee, Part: channels, Fee: amount(1)},
			review.Change{Op: review.SetFee, Part: channels, Into: 1, Fee: amount(1)}, false},
		{"fees of two channels", review.Change{Op: review.SetFee, Part: channels, Fee: amount(1)},
			review.Change{Op: review.SetFee, Part: channels, Index: 1, Fee: amount(1)}, false},
		{"one fee of a channel", review.Change{Op: review.SetFee, Part: channels, Fee: amount(1)},
			review.Change{Op: review.SetFee, Part: channels, Case: 1, Fee: amount(1)}, true},
		{"one form", review.Change{Op: review.RemoveForm, Part: form}, review.Change{Op: review.RemoveForm, Part: form}, true},
		{"two forms", review.Change{Op: review.RemoveForm, Part: form},
			review.Change{Op: review.RemoveForm, Part: form, Index: 1}, false},
		{"the forms of one paper", review.Change{Op: review.RemoveForm, Part: dossier},
			review.Change{Op: review.RemoveForm, Part: dossier, Into: 1}, true},
		{"the forms of papers of two cases", review.Change{Op: review.RemoveForm, Part: dossier},
			review.Change{Op: review.RemoveForm, Part: dossier, Case: 1}, false},
		{"a paper and its forms", review.Change{Op: review.RemoveForm, Part: dossier}, review.Change{Op: review.PhotoForCopy}, false},
		{"the conditions", review.Change{Op: review.ClearCondition}, review.Change{Op: review.ClearCondition, Text: "a"}, true},
		{"the sets", review.Change{Op: review.SetCopies, Number: value.Known(1)},
			review.Change{Op: review.SetCopies, Number: value.Known(2)}, true},
		{"one authority", review.Change{Op: review.SetAgency, Text: "a"}, review.Change{Op: review.SetAgency, Text: "b"}, true},
		{"two authorities", review.Change{Op: review.SetAgency, Text: "a"},
			review.Change{Op: review.SetAgency, Index: 1, Text: "b"}, false},
	} {
		_, err := review.Propose(two(), []review.Change{c.first, c.second}, nil)
		var p value.Problems
		errors.As(err, &p)
		if twice := len(p) == 1 && p[0].Field+p[0].Code == "changes[1].indexchange.twice"; twice != c.twice ||
			!twice && err != nil {
			t.Errorf("%s: %v, want twice %v", c.name, err, c.twice)
		}
	}
}

// Everything that is wrong is told at once, each at its change and override.
func TestPropose_allProblems(t *testing.T) {
	_, err := review.Propose(two(), []review.Change{
		{Op: review.SetCopies}, {Op: review.JoinSteps, Index: 0, Into: 1}, {Op: review.RemoveStep, Index: 1}, {Op: "burn"},
		{Op: review.RemoveStep, Index: 1},
	}, []review.Override{{Part: catalog.PartName}, {Part: "soul", Text: "x"}})
	want := value.Problems{
		{Field: "changes[0].number", Code: "copies.too_few"},
		{Field: "changes[3].op", Code: "change.unknown", Args: []any{"burn"}},
		{Field: "changes[4].index", Code: "change.twice"},
		{Field: "changes[1].into", Code: "change.joins_gone"},
		{Field: "overrides[0].text", Code: "override.empty"},
		{Field: "overrides[1].part", Code: "part.unknown", Args: []any{"soul"}},
	}
	if diff := cmp.Diff(error(want), err); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// Decree 63/2010/NĐ-CP, article 8 clause 2: a part that the proposal writes anew is no longer known not to exist, and
// one of which the proposal leaves nothing is.
func TestPropose_none_Article8_2(t *testing.T) {
	all := func() catalog.Procedure { return catalog.Procedure{None: slices.Clone(catalog.Parts)} }
	for _, c := range []struct {
		name   string
		base   catalog.Procedure
		change review.Change
		part   catalog.Part
		want   catalog.Presence
	}{
		{"a limit", all(), review.Change{Op: review.SetLimit, Limit: days(3, catalog.Days)}, catalog.PartTimeLimit, catalog.Present},
		{"a fee", all(), review.Change{Op: review.SetFee, Part: catalog.PartFees, Fee: amount(5000)}, catalog.PartFees, catalog.Present},
		{"a channel", all(), review.Change{Op: review.NewChannel, Channel: catalog.Online}, catalog.PartChannels, catalog.Present},
		{"a channel with a limit", all(),
			review.Change{Op: review.NewChannel, Channel: catalog.Online, Limit: days(3, catalog.Days)}, catalog.PartTimeLimit,
			catalog.Present},
		{"a channel without a limit", all(), review.Change{Op: review.NewChannel, Channel: catalog.Online}, catalog.PartTimeLimit,
			catalog.Absent},
		{"sets", all(), review.Change{Op: review.SetCopies, Number: value.Known(1)}, catalog.PartCopies, catalog.Present},
		{"an agency", all(), review.Change{Op: review.SetAgency, Text: "Xã"}, catalog.PartAgency, catalog.Present},
		{"the last condition", two(), review.Change{Op: review.ClearCondition}, catalog.PartConditions, catalog.Absent},
		{"a form of two", two(), review.Change{Op: review.RemoveForm, Part: catalog.PartForms}, catalog.PartForms, catalog.Present},
		{"a paper where there was none of a form", catalog.Procedure{Dossier: two().Dossier},
			review.Change{Op: review.RemovePaper}, catalog.PartForms, catalog.Present},
		{"a step where nobody knows of papers", catalog.Procedure{Steps: two().Steps}, review.Change{Op: review.RemoveStep},
			catalog.PartDossier, catalog.Unknown},
		{"a step where nobody knows of forms", catalog.Procedure{Steps: two().Steps}, review.Change{Op: review.RemoveStep},
			catalog.PartForms, catalog.Unknown},
	} {
		got, err := review.Propose(c.base, []review.Change{c.change}, nil)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if holds := catalog.Holds(got, c.part); holds != c.want {
			t.Errorf("%s: %s is %s, want %s", c.name, c.part, holds, c.want)
		}
		for _, p := range catalog.Check(got) {
			if p.Code == "part.both_none_and_given" {
				t.Errorf("%s: %v is known not to exist and stands there", c.name, p.Args)
			}
		}
	}
}
