package app

import (
	"context"
	"fmt"
	"regexp"
	"strconv"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// Listed is a procedure by its code and name.
type Listed struct {
	Code catalog.Code
	Name string
}

// ListCheck is what a person should look at before a list of procedures is frozen. It keeps nothing from being frozen.
type ListCheck struct {
	Empty []Listed // of which nothing is known that could be reviewed (catalog.HasContent)
	Near  []NearListed
}

// NearListed is two procedures of a list that may be one under two names.
type NearListed struct {
	First, Second Listed
	Likeness      value.Ratio
}

// CheckList looks through the procedures that somebody chose for a list: which are empty, and which are near to
// another of them by name. A code that the catalogue lacks is passed over: what freezes the list refuses it.
func (a *App) CheckList(ctx context.Context, codes []catalog.Code) (ListCheck, error) {
	keys := make([]catalog.Code, len(codes))
	for i, c := range codes {
		keys[i] = c.Key()
	}
	versions, err := a.store.Procedures(ctx, store.Filter{Keys: keys})
	if err != nil {
		return ListCheck{}, err
	}
	var out ListCheck
	list := make([]catalog.Procedure, len(versions))
	for i, v := range versions {
		if list[i] = v.Procedure; !catalog.HasContent(v.Procedure) {
			out.Empty = append(out.Empty, listed(v.Procedure))
		}
	}
	for _, p := range catalog.FindNear(list) {
		near := NearListed{listed(list[p.First]), listed(list[p.Second]), p.Likeness}
		out.Near = append(out.Near, near)
	}
	return out, nil
}

func listed(p catalog.Procedure) Listed { return Listed{p.Code, p.Name} }

// ownNames are the names that a new procedure is compared with: those of the catalogue and the rows before it.
type ownNames struct {
	codes map[catalog.Code]Listed
	names []ownNamed
}

type ownNamed struct {
	Listed
	words catalog.NameWords
	line  int // of the table; 0: of the catalogue
}

// compareOwn begins with the catalogue: all codes, and the names of one kind. What was repealed, and templates, are not
// what a new one would repeat.
func compareOwn(heads []store.Head, kind catalog.Kind) *ownNames {
	out := &ownNames{codes: map[catalog.Code]Listed{}}
	for _, h := range heads {
		as := Listed{h.Code, h.Name}
		out.codes[h.Key] = as
		if h.Kind == kind && h.Status != catalog.Repealed && h.Status != catalog.Typical {
			out.names = append(out.names, ownNamed{as, catalog.WordsOf(h.Name), 0})
		}
	}
	return out
}

// match says what a row is like, the likest of all, and takes it among the names. A code that another procedure has is
// a problem of the row.
func (o *ownNames) match(row *OwnRow) {
	p := row.Procedure
	row.Match = review.NotThere
	words := catalog.WordsOf(p.Name)
	best := value.Ratio{Whole: 1}
	for _, n := range o.names {
		l := catalog.Likeness(words, n.words)
		if !catalog.IsNear(l, catalog.NearInListFrom) || l.Part*best.Whole <= best.Part*l.Whole {
			continue
		}
		best, row.Match, row.Likeness = l, review.NamedElse, l
		row.Like, row.LikeLine = n.Listed, n.line
		if catalog.IsSameName(l) {
			row.Match = review.ThereAlready
		}
	}
	o.names = append(o.names, ownNamed{listed(p), words, row.Line})
	key := p.Code.Key()
	if key == "" {
		return // it is given one
	}
	if other, taken := o.codes[key]; taken && (!row.IsThere() || row.Like.Code.Key() != key) {
		row.Problems.Add("code", "code.taken", other.Name)
	}
	o.codes[key] = listed(p)
}

// ownPrefix is what codes begin with that the program gives: NB for internal procedures (nội bộ), XA for public ones of
// the commune (xã).
func ownPrefix(kind catalog.Kind) string {
	if kind == catalog.Public {
		return "XA"
	}
	return "NB"
}

var ownCode = regexp.MustCompile(`^([A-Z]{2})-(\d{1,6})$`)

// freeCodes gives codes of the form NB-01, one after the other behind those in use.
func freeCodes(used []catalog.Code, prefix string) func() catalog.Code {
	last := 0
	for _, c := range used {
		if m := ownCode.FindStringSubmatch(string(c.Key())); m != nil && m[1] == prefix {
			n, _ := strconv.Atoi(m[2]) // six digits
			last = max(last, n)
		}
	}
	return func() catalog.Code {
		last++
		return catalog.Code(fmt.Sprintf("%s-%02d", prefix, last))
	}
}

// NextInternalCode is the first free code of the form NB-01 behind those in use.
func (a *App) NextInternalCode(ctx context.Context) (catalog.Code, error) {
	heads, err := a.store.ProcedureHeads(ctx, store.Filter{})
	if err != nil {
		return "", err
	}
	return freeCodes(codesOf(heads), ownPrefix(catalog.Internal))(), nil
}

func codesOf(heads []store.Head) []catalog.Code {
	out := make([]catalog.Code, len(heads))
	for i, h := range heads {
		out[i] = h.Key
	}
	return out
}
