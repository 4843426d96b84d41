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
	if diff := cmp.Diff(PaperAnswer{Presence: Present, Always: 3, Fewest: 3, Most: 3}, s.Papers); diff != "" {
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

// product.md: unknown is never shown as zero; each of the five answers may be unknown by itself.
func TestSummarize_unknown(t *testing.T) {
	if diff := cmp.Diff(Summary{Papers: PaperAnswer{Presence: Unknown}}, Summarize(Procedure{}),
		cmp.Comparer(sameNumbers)); diff != "" {
		t.Errorf("nothing known: -want +got\n%s", diff)
	}
	s := Summarize(Procedure{None: []Part{PartDossier, PartFees}, FullOnline: true})
	if s.Papers.Presence != Absent || s.Papers.Most != 0 || s.Fees.State != FeeFree || !s.FullOnline ||
		s.Online != Yes {
		t.Errorf("known to have no papers and no fee, wholly online: %+v", s)
	}
	if s := Summarize(Procedure{AnyPlace: true}); s.FullOnline || s.Online != NotKnown {
		t.Errorf("handed in anywhere is not online: %+v", s)
	}
}

// Limits of the whole and of the channels, each once; the second reading of online services is none of them.
func TestDistinctLimits(t *testing.T) {
	days := func(n int64) TimeLimit { return TimeLimit{Number: value.Known(value.Whole(n)), Unit: Days} }
	working := TimeLimit{Number: value.Known(value.Whole(5)), Unit: WorkingDays}
	for _, c := range []struct {
		name string
		p    Procedure
		want []TimeLimit
	}{
		{"none", Procedure{Methods: []Method{{Channel: Online}}}, nil},
		{"of the whole, then of the channels", Procedure{Limit: days(30), Methods: []Method{{Limit: days(20)}, {Limit: days(10)}}},
			[]TimeLimit{days(30), days(20), days(10)}},
		{"the same for the whole and a channel", Procedure{Limit: days(5), Methods: []Method{{Limit: days(5)}}},
			[]TimeLimit{days(5)}},
		{"days are not working days", Procedure{Methods: []Method{{Limit: days(5)}, {Limit: working}}},
			[]TimeLimit{days(5), working}},
		{"of an online service", Procedure{OnlineCases: []OnlineCase{{Limit: days(1)}}}, nil},
	} {
		if diff := cmp.Diff(c.want, DistinctLimits(c.p), cmp.Comparer(sameNumbers)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// Fees come by currency, then the smallest amount first; what has no amount comes last, in the order given.
// Free is free in a case where the words beside it name one.
func TestFreeWhere(t *testing.T) {
	inTime := Fee{State: FeeFree, Text: "khi đăng ký đúng hạn"}
	for _, tt := range []struct {
		fees []Fee
		want []string
	}{
		{nil, nil},
		{[]Fee{{State: FeeFree}}, nil},
		{[]Fee{inTime, inTime, {State: FeeFree}}, []string{inTime.Text}},
		{[]Fee{{State: FeeSetBy, Text: "theo nghị quyết"}, inTime}, []string{inTime.Text}},
	} {
		if got := FeesOf(Procedure{Fees: tt.fees}).FreeWhere(); !slices.Equal(got, tt.want) {
			t.Errorf("%v: free where %q, want %q", tt.fees, got, tt.want)
		}
	}
}

func TestFeesOf_order(t *testing.T) {
	fee := func(n value.Money, currency, text string) Fee {
		return Fee{State: FeeAmount, Amount: value.Known(n), Currency: currency, Text: text}
	}
	setBy := Fee{State: FeeSetBy, Text: "nghị quyết"}
	p := Procedure{
		Fees:    []Fee{fee(10, "USD", "a"), setBy, fee(9000, "", "z")},
		Methods: []Method{{Fees: []Fee{fee(2000, "", "b"), fee(9000, "", "z"), {Text: "xem biểu phí"}, fee(5, "USD", "c")}}},
	}
	want := []string{"2.000 đồng (b)", "9.000 đồng (z)", "nghị quyết", "xem biểu phí", "5 USD (c)", "10 USD (a)"}
	var got []string
	for _, f := range FeesOf(p).Fees {
		got = append(got, FeeText(f))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// A channel that says nothing of fees makes the answer a mixed one, wherever it stands among the channels.
func TestFeesOf_silentChannel(t *testing.T) {
	free := []Fee{{State: FeeFree}}
	for _, c := range []struct {
		name string
		p    Procedure
		want bool
	}{
		{"all say it", Procedure{Methods: []Method{{Fees: free}, {Fees: free}}}, false},
		{"the first says nothing", Procedure{Methods: []Method{{}, {Fees: free}}}, true},
		{"the last says nothing", Procedure{Methods: []Method{{Fees: free}, {}}}, true},
		{"the whole speaks for those that say nothing", Procedure{Fees: free, Methods: []Method{{}, {Fees: free}}}, false},
	} {
		if got := FeesOf(c.p); got.Mixed != c.want || got.State != FeeFree {
			t.Errorf("%s: %q, mixed %v; want free, mixed %v", c.name, got.State, got.Mixed, c.want)
		}
	}
}
