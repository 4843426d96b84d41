package catalog

import (
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
