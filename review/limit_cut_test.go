package review

import (
	"testing"

	"rasoat/catalog"
	"rasoat/value"
)

// Practice, not law: docs/decisions/0165. Before, after, cut and rate of a processing time, as decisions print them.
func TestLimitCuts(t *testing.T) {
	limit := func(n int64, u catalog.Unit) catalog.TimeLimit {
		return catalog.TimeLimit{Number: value.Known(value.Whole(n)), Unit: u}
	}
	ten, seven := limit(10, catalog.WorkingDays), limit(7, catalog.WorkingDays)
	in := func(whole catalog.TimeLimit, channels ...catalog.TimeLimit) (p catalog.Procedure) {
		p.Limit = whole
		for _, c := range channels {
			p.Methods = append(p.Methods, catalog.Method{Limit: c})
		}
		return p
	}
	var none catalog.TimeLimit
	for _, tt := range []struct {
		name           string
		c              Conclusion
		base, proposed catalog.Procedure
		want           []LimitCut
		percents       []string // "": cannot be compared
	}{
		{"of the whole", Amend, in(ten), in(seven), []LimitCut{{ten, seven}}, []string{"30.00"}},
		{"channels with one limit count once", Amend, in(none, ten, ten), in(none, seven, seven), []LimitCut{{ten, seven}}, []string{"30.00"}},
		{"each channel its own", Amend, in(none, ten, seven), in(none, seven, seven), []LimitCut{{ten, seven}, {seven, seven}}, []string{"30.00", "0.00"}},
		{"a new channel has no before", Amend, in(ten), in(ten, seven), []LimitCut{{ten, ten}}, []string{"0.00"}},
		{"written anew for all channels", Amend, in(none, ten, ten), in(seven, none, none), []LimitCut{{ten, seven}}, []string{"30.00"}},
		{"abolished", Abolish, in(ten), in(ten), []LimitCut{{ten, limit(0, catalog.WorkingDays)}}, []string{"100.00"}},
		{"another unit", Amend, in(ten), in(limit(7, catalog.Days)), []LimitCut{{ten, limit(7, catalog.Days)}}, []string{""}},
		{"without a unit", Amend, in(limit(10, catalog.NoUnit)), in(limit(7, catalog.NoUnit)), []LimitCut{{limit(10, catalog.NoUnit), limit(7, catalog.NoUnit)}}, []string{""}},
		{"in words", Amend, in(catalog.TimeLimit{Text: "Ngay"}), in(seven), []LimitCut{{catalog.TimeLimit{Text: "Ngay"}, seven}}, []string{""}},
		{"nothing known", Amend, in(none), in(seven), nil, nil},
	} {
		got := LimitCuts(tt.c, tt.base, tt.proposed)
		if len(got) != len(tt.want) {
			t.Errorf("%s: %v", tt.name, got)
			continue
		}
		for i, l := range got {
			percent := ""
			if r, ok := l.Cut(); ok {
				percent, _ = r.Percent(2)
			}
			if l != tt.want[i] || percent != tt.percents[i] {
				t.Errorf("%s: %v, %q; want %v, %q", tt.name, l, percent, tt.want[i], tt.percents[i])
			}
		}
	}
}

func TestPapersOf(t *testing.T) {
	papers := func(n int) catalog.DossierCase { return catalog.DossierCase{Papers: make([]catalog.Paper, n)} }
	for want, p := range map[int]catalog.Procedure{
		0: {}, 4: {Dossier: []catalog.DossierCase{papers(3), papers(4), papers(1)}},
	} {
		if got := PapersOf(p); got != want {
			t.Errorf("%d, want %d", got, want)
		}
	}
}
