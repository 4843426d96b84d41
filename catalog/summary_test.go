package catalog

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/value"
)

func sameNumbers(a, b value.Opt[value.Decimal]) bool { return a == b }

func TestSummarize(t *testing.T) {
	s := Summarize(certificate())
	if diff := cmp.Diff(PaperAnswer{Presence: Present, Count: 3, Cases: []CaseCount{{"", 3}},
		Names: []string{"Tờ khai", "Giấy tờ tùy thân", "Ảnh chân dung"}}, s.Papers); diff != "" {
		t.Errorf("papers: -want +got\n%s", diff)
	}
	if diff := cmp.Diff([]Channel{InPerson, Postal}, s.Channels); diff != "" {
		t.Errorf("channels: -want +got\n%s", diff)
	}
	want := []TimeLimit{{Number: value.Known(value.Whole(5)), Unit: WorkingDays}}
	if diff := cmp.Diff(want, s.Limits, cmp.Comparer(sameNumbers)); diff != "" {
		t.Errorf("limits: -want +got\n%s", diff)
	}
	if s.Fees.State != FeeAmount || len(s.Fees.Fees) != 1 || s.Fees.Mixed || s.Online != No {
		t.Errorf("fees %+v, online %q", s.Fees, s.Online)
	}
}

// product.md: "unknown" is never shown as zero, and "no fee recorded" never as "free".
func TestFeesOf(t *testing.T) {
	free, setBy := Fee{State: FeeFree}, Fee{State: FeeSetBy, Text: "do HĐND tỉnh quy định"}
	amount := func(n value.Money) Fee { return Fee{State: FeeAmount, Amount: value.Known(n)} }
	methods := func(lists ...[]Fee) (out []Method) {
		for _, l := range lists {
			out = append(out, Method{Channel: InPerson, Fees: l})
		}
		return out
	}
	for _, c := range []struct {
		name  string
		p     Procedure
		state FeeState
		n     int
		mixed bool
	}{
		{"nothing said", Procedure{}, FeeUnknown, 0, false},
		{"nothing said of the channels", Procedure{Methods: methods(nil, nil)}, FeeUnknown, 0, false},
		{"known to have none", Procedure{None: []Part{PartFees}}, FeeFree, 0, false},
		{"free everywhere", Procedure{Methods: methods([]Fee{free}, []Fee{free})}, FeeFree, 1, false},
		{"free here, nothing said there", Procedure{Methods: methods([]Fee{free}, nil)}, FeeFree, 1, true},
		{"free here, unclear there", Procedure{Methods: methods([]Fee{free}, []Fee{{Text: "?"}})}, FeeUnknown, 2, true},
		{"set by the province", Procedure{Fees: []Fee{setBy}}, FeeSetBy, 1, false},
		{"set by the province or free", Procedure{Fees: []Fee{free, setBy}}, FeeSetBy, 2, true},
		{"an amount", Procedure{Fees: []Fee{amount(5)}}, FeeAmount, 1, false},
		{"one amount for all channels", Procedure{Methods: methods([]Fee{amount(5)}, []Fee{amount(5)})}, FeeAmount, 1, false},
		{"two amounts", Procedure{Methods: methods([]Fee{amount(9)}, []Fee{amount(5)})}, FeeAmount, 2, false},
		{"the whole speaks for its channels", Procedure{Fees: []Fee{amount(5)}, Methods: methods(nil)}, FeeAmount, 1, false},
		{"an amount or free", Procedure{Fees: []Fee{free, amount(5)}}, FeeAmount, 2, true},
	} {
		got := FeesOf(c.p)
		if got.State != c.state || len(got.Fees) != c.n || got.Mixed != c.mixed {
			t.Errorf("%s: FeesOf = %+v, want %q of %d, mixed %v", c.name, got, c.state, c.n, c.mixed)
		}
	}
	two := FeesOf(Procedure{Fees: []Fee{setBy, amount(9), amount(5)}}).Fees
	if got := []value.Money{two[0].Amount.Or(0), two[1].Amount.Or(0), two[2].Amount.Or(0)}; !slices.Equal(got, []value.Money{5, 9, 0}) {
		t.Errorf("fees come in the order %v, want the smallest amount first and no amount last", got)
	}
}

func TestOnline(t *testing.T) {
	for _, c := range []struct {
		name string
		p    Procedure
		want Answer
	}{
		{"no channel known", Procedure{}, NotKnown},
		{"not among the channels", Procedure{Methods: []Method{{Channel: InPerson}}}, No},
		{"a channel", Procedure{Methods: []Method{{Channel: InPerson}, {Channel: Online}}}, Yes},
		{"wholly online", Procedure{FullOnline: true}, Yes},
		{"an online service", Procedure{OnlineCases: []OnlineCase{{Code: "1.000001.01"}}}, Yes},
	} {
		if got := Summarize(c.p).Online; got != c.want {
			t.Errorf("%s: Online = %q, want %q", c.name, got, c.want)
		}
	}
}

// Papers of cases are counted once, and each case for itself.
func TestPapersOfCases(t *testing.T) {
	p := Procedure{Dossier: []DossierCase{
		{Name: "Nộp", Papers: []Paper{{Name: "Tờ khai"}, {Name: "Ảnh"}}},
		{Name: "Xuất trình", Papers: []Paper{{Name: "Thẻ"}, {Name: "Ảnh"}}},
	}}
	want := PaperAnswer{Presence: Present, Count: 3, Cases: []CaseCount{{"Nộp", 2}, {"Xuất trình", 2}}, Names: []string{"Tờ khai", "Ảnh", "Thẻ"}}
	if diff := cmp.Diff(want, Summarize(p).Papers); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
