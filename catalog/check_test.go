package catalog

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/value"
)

func fieldsAndCodes(ps value.Problems) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Field+" "+p.Code)
	}
	return out
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Procedure)
		want   []string
	}{
		{"a good one", func(p *Procedure) {}, nil},
		{"the least there is", func(p *Procedure) { *p = Procedure{Code: "A", Name: "a", Kind: Internal, Status: Typical} }, nil},
		{"nothing", func(p *Procedure) { *p = Procedure{} }, []string{"code code.invalid", "name name.empty", "kind value.unknown", "status value.unknown"}},
		{"a code with a blank", func(p *Procedure) { p.Code = " 1.900001" }, []string{"code code.invalid"}},
		{"a blank name", func(p *Procedure) { p.Name = " \n" }, []string{"name name.empty"}},
		{"a group of a public one", func(p *Procedure) { p.Group = GroupB }, []string{"group group.public"}},
		{"a group that does not exist", func(p *Procedure) { p.Kind, p.Group = Internal, "C" }, []string{"group value.unknown"}},
		{"what it is to the commune", func(p *Procedure) { p.Ours = "maybe" }, []string{"ours value.unknown"}},
		{"a level", func(p *Procedure) { p.Levels = []Level{Commune, "village"} }, []string{"levels[1] value.unknown"}},
		{"a validity that ends before it begins", func(p *Procedure) {
			p.Validity = Validity{From: value.MustDate("2024-02-01"), Until: value.MustDate("2024-01-01")}
		}, []string{"validity.until dates.reversed"}},
		{"a channel, a unit, a fee", func(p *Procedure) {
			p.Methods[1] = Method{Channel: "fax", Limit: TimeLimit{Unit: "weeks"}, Fees: []Fee{{State: "cheap", Kind: "tax", Amount: value.Known[value.Money](-1)}}}
		}, []string{"methods[1].channel value.unknown", "methods[1].limit.unit value.unknown", "methods[1].fees[0].state value.unknown",
			"methods[1].fees[0].kind value.unknown", "methods[1].fees[0].amount number.negative"}},
		{"a negative limit", func(p *Procedure) { p.Limit.Number = value.Known(value.Decimal(-1)) }, []string{"limit.number number.negative"}},
		{"a limit without end", func(p *Procedure) { p.Limit.Number = value.Known(value.Whole(100_001)) }, []string{"limit.number number.too_large"}},
		{"papers", func(p *Procedure) {
			p.Dossier[0].Papers[1] = Paper{Originals: value.Known(-1), Copies: value.Known(-1)}
		}, []string{"dossier[0].papers[1].name item.empty", "dossier[0].papers[1].originals number.negative", "dossier[0].papers[1].copies number.negative"}},
		{"a part that is there and not", func(p *Procedure) { p.None = []Part{PartFees, "colour"} },
			[]string{"none[0] part.both_none_and_given", "none[1] value.unknown"}},
	} {
		p := certificate()
		c.change(&p)
		if diff := cmp.Diff(c.want, fieldsAndCodes(Check(p))); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

func TestWarnings(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Procedure)
		want   []string
	}{
		{"a good one", func(p *Procedure) {}, nil},
		{"a number without unit", func(p *Procedure) { p.Methods[0].Limit.Unit = NoUnit }, []string{"methods[0].limit limit.unit_missing"}},
		{"a number without unit that words explain", func(p *Procedure) {
			p.Methods[0].Limit.Unit, p.Methods[0].Limit.Text = NoUnit, "trong ngày"
		}, nil},
		{"0 with words is not free", func(p *Procedure) {
			p.Fees = []Fee{{State: FeeAmount, Amount: value.Known[value.Money](0), Text: "do HĐND tỉnh quy định"}}
		}, []string{"fees[0] fee.zero_with_text"}},
		{"free with words", func(p *Procedure) { p.Fees = []Fee{{State: FeeFree, Text: "đối với hộ nghèo"}} }, nil},
		{"thousands written short", func(p *Procedure) { p.Methods[1].Fees[0].Amount = value.Known[value.Money](20) }, []string{"methods[1].fees[0] fee.tiny"}},
		{"dollars", func(p *Procedure) {
			p.Methods[1].Fees[0].Amount, p.Methods[1].Fees[0].Currency = value.Known[value.Money](10), "USD"
		}, nil},
		{"an amount that is not there", func(p *Procedure) { p.Fees = []Fee{{State: FeeAmount}} }, []string{"fees[0] fee.no_amount"}},
	} {
		p := certificate()
		c.change(&p)
		if diff := cmp.Diff(c.want, fieldsAndCodes(Warnings(p))); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// Decree 63/2010/NĐ-CP, article 8 clause 2: seven parts always; result, forms, conditions and fees where
// they exist, of which only the result is missed.
func TestMissingParts_Article8_2(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Procedure)
		want   []Part
	}{
		{"complete", func(p *Procedure) {}, nil},
		{"nothing", func(p *Procedure) { *p = Procedure{} },
			[]Part{PartName, PartSteps, PartChannels, PartDossier, PartTimeLimit, PartApplicants, PartAgency, PartResult}},
		{"no form, no condition, no fee", func(p *Procedure) {
			p.Dossier[0].Papers[0].Forms, p.Conditions, p.Methods[0].Fees, p.Methods[1].Fees = nil, "", nil, nil
		}, nil},
		{"no result", func(p *Procedure) { p.Results = nil }, []Part{PartResult}},
		{"known to have no result", func(p *Procedure) { p.Results, p.None = nil, []Part{PartResult} }, nil},
		{"a limit of the whole alone", func(p *Procedure) {
			p.Limit, p.Methods[0].Limit, p.Methods[1].Limit = TimeLimit{Text: "trong ngày"}, TimeLimit{}, TimeLimit{}
		}, nil},
		{"no limit", func(p *Procedure) { p.Methods[0].Limit, p.Methods[1].Limit = TimeLimit{}, TimeLimit{} }, []Part{PartTimeLimit}},
	} {
		p := certificate()
		c.change(&p)
		if diff := cmp.Diff(c.want, MissingParts(p)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// Bounds, each from both sides: a figure at its bound is taken, the next one is not.
func TestCheck_bounds(t *testing.T) {
	day := value.MustDate("2024-07-15")
	number := func(s string) value.Opt[value.Decimal] {
		d, err := value.ParseDecimal(s)
		if err != nil {
			t.Fatal(err)
		}
		return value.Known(d)
	}
	for _, c := range []struct {
		name   string
		change func(*Procedure)
		want   []string
	}{
		{"a limit of 0", func(p *Procedure) { p.Limit.Number = number("0") }, nil},
		{"a limit of 100,000", func(p *Procedure) { p.Limit.Number = number("100000") }, nil},
		{"a limit a ten-thousandth above", func(p *Procedure) { p.Limit.Number = number("100000.0001") },
			[]string{"limit.number number.too_large"}},
		{"the limit of a channel", func(p *Procedure) { p.Methods[1].Limit.Number = number("100001") },
			[]string{"methods[1].limit.number number.too_large"}},
		{"the limit of an online service", func(p *Procedure) {
			p.OnlineCases = []OnlineCase{{}, {Limit: TimeLimit{Unit: "weeks"}}}
		}, []string{"online_cases[1].limit.unit value.unknown"}},
		{"no set", func(p *Procedure) { p.Copies = value.Known(0) }, nil},
		{"a set less than none", func(p *Procedure) { p.Copies = value.Known(-1) }, []string{"copies number.negative"}},
		{"a fee of 0", func(p *Procedure) { p.Fees = []Fee{{State: FeeAmount, Amount: value.Known[value.Money](0)}} }, nil},
		{"a fee below 0", func(p *Procedure) {
			p.Fees = []Fee{{}, {State: FeeAmount, Amount: value.Known[value.Money](-1)}}
		}, []string{"fees[1].amount number.negative"}},
		{"no original of a paper", func(p *Procedure) { p.Dossier[0].Papers[0].Originals = value.Known(0) }, nil},
		{"originals below 0", func(p *Procedure) { p.Dossier[0].Papers[0].Originals = value.Known(-1) },
			[]string{"dossier[0].papers[0].originals number.negative"}},
		{"copies below 0", func(p *Procedure) { p.Dossier[0].Papers[0].Copies = value.Known(-2) },
			[]string{"dossier[0].papers[0].copies number.negative"}},
		{"a blank name of a paper of the second case", func(p *Procedure) {
			p.Dossier = append(p.Dossier, DossierCase{Papers: []Paper{{Name: "\t"}}})
		}, []string{"dossier[1].papers[0].name item.empty"}},
		{"ends on the day on which it begins", func(p *Procedure) { p.Validity = Validity{From: day, Until: day} }, nil},
		{"ends the day before", func(p *Procedure) { p.Validity = Validity{From: day, Until: day.Add(-1)} },
			[]string{"validity.until dates.reversed"}},
		{"has an end and no beginning", func(p *Procedure) { p.Validity = Validity{Until: day} }, nil},
		{"has a beginning and no end", func(p *Procedure) { p.Validity = Validity{From: day} }, nil},
		{"an internal one without a group", func(p *Procedure) { p.Kind = Internal }, nil},
		{"an internal one of group A", func(p *Procedure) { p.Kind, p.Group = Internal, GroupA }, nil},
		{"a public one of a group that does not exist", func(p *Procedure) { p.Group = "C" },
			[]string{"group value.unknown", "group group.public"}},
		{"known not to have what is nowhere", func(p *Procedure) {
			p.Conditions, p.None = "", []Part{PartConditions}
		}, nil},
	} {
		p := certificate()
		c.change(&p)
		if diff := cmp.Diff(c.want, fieldsAndCodes(Check(p))); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// What a sentence about a problem needs stands with it: which value, which bound, which days.
func TestCheck_arguments(t *testing.T) {
	p := certificate()
	p.Code, p.Status = "1/2", "lost"
	p.Limit = TimeLimit{Number: value.Known(value.Whole(100_001))}
	p.Validity = Validity{From: value.MustDate("2024-02-01"), Until: value.MustDate("2024-01-31")}
	p.Copies = value.Known(-3)
	p.Dossier[0].Papers[0].Originals, p.Dossier[0].Papers[0].Copies = value.Known(-1), value.Known(-2)
	want := value.Problems{
		{Field: "code", Code: "code.invalid", Args: []any{"1/2"}},
		{Field: "status", Code: "value.unknown", Args: []any{"lost"}},
		{Field: "validity.until", Code: "dates.reversed",
			Args: []any{value.MustDate("2024-02-01"), value.MustDate("2024-01-31")}},
		{Field: "dossier[0].papers[0].originals", Code: "number.negative", Args: []any{-1}},
		{Field: "dossier[0].papers[0].copies", Code: "number.negative", Args: []any{-2}},
		{Field: "copies", Code: "number.negative", Args: []any{-3}},
		{Field: "limit.number", Code: "number.too_large", Args: []any{value.Whole(100_001), 100_000}},
	}
	if diff := cmp.Diff(want, Check(p)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// Every value that an enumerated field may have is taken; a word that is none is refused where it stands.
func TestCheck_enumerations(t *testing.T) {
	try := func(what string, ok bool, change func(*Procedure)) {
		t.Helper()
		p := certificate()
		change(&p)
		if ps := Check(p); (len(ps) == 0) != ok {
			t.Errorf("%s: %v, want taken %v", what, fieldsAndCodes(ps), ok)
		}
	}
	for _, s := range append(slices.Clone(Statuses), "sleeping") {
		try("status "+string(s), s != "sleeping", func(p *Procedure) { p.Status = s })
	}
	for _, s := range append(slices.Clone(Sortings), "perhaps") {
		try("sorting "+string(s), s != "perhaps", func(p *Procedure) { p.Ours = s })
	}
	for _, l := range append(slices.Clone(Levels), "street") {
		try("level "+string(l), l != "street", func(p *Procedure) { p.Levels = []Level{l} })
	}
	for _, m := range append(slices.Clone(Methods), "pigeon", "") {
		try("channel "+string(m), m != "pigeon" && m != "", func(p *Procedure) { p.Methods[0].Channel = m })
	}
	for _, u := range append(slices.Clone(Units), "weeks") {
		try("unit "+string(u), u != "weeks", func(p *Procedure) { p.Limit.Unit = u })
	}
	for _, s := range []FeeState{FeeUnknown, FeeFree, FeeAmount, FeeSetBy, "cheap"} {
		try("fee state "+string(s), s != "cheap", func(p *Procedure) { p.Fees = []Fee{{State: s}} })
	}
	for _, k := range []FeeKind{"", FeeCharge, FeeFee, FeePrice, "tax"} {
		try("fee kind "+string(k), k != "tax", func(p *Procedure) { p.Fees = []Fee{{Kind: k}} })
	}
}

// Decree 63/2010/NĐ-CP, article 8 clause 2: what must be there and of which nothing is known is a doubt that a person
// looks at; it keeps no procedure from being saved, since the portal itself leaves parts out.
func TestWarnings_missingParts_Article8_2(t *testing.T) {
	p := Procedure{Code: "1.000001", Name: "Cấp thẻ", Kind: Public, Status: InForce, Steps: []Step{{Text: "Nộp."}}}
	want := value.Problems{
		{Field: "channels", Code: "part.missing", Args: []any{"channels"}},
		{Field: "dossier", Code: "part.missing", Args: []any{"dossier"}},
		{Field: "time_limit", Code: "part.missing", Args: []any{"time_limit"}},
		{Field: "applicants", Code: "part.missing", Args: []any{"applicants"}},
		{Field: "agency", Code: "part.missing", Args: []any{"agency"}},
		{Field: "result", Code: "result.missing"},
	}
	if diff := cmp.Diff(want, Warnings(p)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if ps := Check(p); len(ps) > 0 {
		t.Errorf("missing parts keep it from being saved: %v", ps)
	}
}

// Every part that must be there is missed where nothing is known of it, and is not where it is known not to exist.
//
// Decree 63/2010/NĐ-CP, article 8 clause 2.
func TestMissingParts_eachPart(t *testing.T) {
	without := map[Part]func(*Procedure){
		PartName:       func(p *Procedure) { p.Name = "" },
		PartSteps:      func(p *Procedure) { p.Steps = nil },
		PartChannels:   func(p *Procedure) { p.Limit, p.Methods = p.Methods[0].Limit, nil },
		PartDossier:    func(p *Procedure) { p.Dossier = nil },
		PartCopies:     func(p *Procedure) { p.Copies = value.Opt[int]{} },
		PartTimeLimit:  func(p *Procedure) { p.Methods[0].Limit, p.Methods[1].Limit = TimeLimit{}, TimeLimit{} },
		PartApplicants: func(p *Procedure) { p.Applicants = nil },
		PartAgency:     func(p *Procedure) { p.Agencies = nil },
		PartForms:      func(p *Procedure) { p.Dossier[0].Papers[0].Forms = nil },
		PartConditions: func(p *Procedure) { p.Conditions = "" },
		PartFees:       func(p *Procedure) { p.Methods[0].Fees, p.Methods[1].Fees = nil, nil },
		PartResult:     func(p *Procedure) { p.Results = nil },
		PartLegalBasis: func(p *Procedure) { p.Law = nil },
	}
	mayBeSilent := []Part{PartCopies, PartForms, PartConditions, PartFees, PartLegalBasis}
	for _, part := range Parts {
		p := certificate()
		without[part](&p)
		var want []Part
		if !slices.Contains(mayBeSilent, part) {
			want = []Part{part}
		}
		if diff := cmp.Diff(want, MissingParts(p)); diff != "" {
			t.Errorf("without %s: -want +got\n%s", part, diff)
		}
		p.None = []Part{part}
		if got := MissingParts(p); len(got) > 0 {
			t.Errorf("known to have no %s: %v is missed", part, got)
		}
	}
}

// handbook §4.6: bare numbers, 0 beside "mức thu do HĐND tỉnh quy định", thousands written short.
func TestWarnings_figures(t *testing.T) {
	day := func(n int64) TimeLimit { return TimeLimit{Number: value.Known(value.Whole(n))} }
	amount := func(n value.Money, text string) Fee {
		return Fee{State: FeeAmount, Amount: value.Known(n), Text: text}
	}
	for _, c := range []struct {
		name   string
		change func(*Procedure)
		want   []string
	}{
		{"a bare number for the whole", func(p *Procedure) { p.Limit = day(3) }, []string{"limit limit.unit_missing"}},
		{"a bare 0", func(p *Procedure) { p.Limit = day(0) }, []string{"limit limit.unit_missing"}},
		{"a bare number of an online service", func(p *Procedure) { p.OnlineCases = []OnlineCase{{Limit: day(1)}} },
			[]string{"online_cases[0].limit limit.unit_missing"}},
		{"a unit without a number", func(p *Procedure) { p.Limit = TimeLimit{Unit: Days} }, nil},
		{"0 without words", func(p *Procedure) { p.Fees = []Fee{amount(0, "")} }, nil},
		{"0 with words", func(p *Procedure) { p.Fees = []Fee{amount(0, "mức thu do HĐND tỉnh quy định")} },
			[]string{"fees[0] fee.zero_with_text"}},
		{"an amount with words", func(p *Procedure) { p.Fees = []Fee{amount(5000, "mỗi trang")} }, nil},
		{"free with 0 and words", func(p *Procedure) {
			p.Fees = []Fee{{State: FeeFree, Amount: value.Known[value.Money](0), Text: "hộ nghèo"}}
		}, nil},
		{"no amount, with words", func(p *Procedure) { p.Fees = []Fee{{State: FeeSetBy, Text: "xem nghị quyết"}} }, nil},
		{"one đồng", func(p *Procedure) { p.Fees = []Fee{amount(1, "")} }, []string{"fees[0] fee.tiny"}},
		{"999 đồng", func(p *Procedure) { p.Fees = []Fee{amount(999, "")} }, []string{"fees[0] fee.tiny"}},
		{"1,000 đồng", func(p *Procedure) { p.Fees = []Fee{amount(1000, "")} }, nil},
		{"the second fee of the second channel", func(p *Procedure) {
			p.Methods[1].Fees = []Fee{amount(8000, ""), {State: FeeAmount}}
		}, []string{"methods[1].fees[1] fee.no_amount"}},
	} {
		p := certificate()
		c.change(&p)
		if diff := cmp.Diff(c.want, fieldsAndCodes(Warnings(p))); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// A number speaks by its unit or by words beside it.
func TestBareNumber(t *testing.T) {
	five := value.Known(value.Whole(5))
	for _, c := range []struct {
		name  string
		limit TimeLimit
		want  bool
	}{
		{"nothing", TimeLimit{}, false},
		{"a number", TimeLimit{Number: five}, true},
		{"0", TimeLimit{Number: value.Known(value.Whole(0))}, true},
		{"a number and a unit", TimeLimit{Number: five, Unit: Hours}, false},
		{"a number and words", TimeLimit{Number: five, Text: "ngày làm việc, kể từ khi nhận đủ hồ sơ"}, false},
		{"words", TimeLimit{Text: "ngay trong ngày"}, false},
	} {
		if got := BareNumber(c.limit); got != c.want {
			t.Errorf("%s: BareNumber(%+v) = %v, want %v", c.name, c.limit, got, c.want)
		}
	}
}
