package review

import (
	"fmt"
	"slices"
	"strings"

	"rasoat/value"
	"rasoat/viet"
)

// Ground is a document on which the decisions and submissions under a plan rest (căn cứ ban hành): how it is cited,
// and on which days it is in force.
//
// Decree 30/2020/NĐ-CP, appendix I.
type Ground struct {
	Type     string     `json:"type"` // tên loại: "Luật", "Nghị định"
	Number   string     `json:"number"`
	Date     value.Date `json:"date,omitzero"`
	Issuer   string     `json:"issuer,omitempty"`
	Title    string     `json:"title"`              // trích yếu, as the document words it: "về kiểm soát …"
	From     value.Date `json:"from,omitzero"`      // its first day in force; none: its date
	To       value.Date `json:"to,omitzero"`        // its last day in force; none: until further notice
	Campaign CampaignID `json:"campaign,omitempty"` // whose papers rest on it; none: all of them
	Note     string     `json:"note,omitempty"`     // where the days are from, what is not confirmed; never printed
}

// IsLaw reports whether a document is cited by its name, without date and body, as laws and ordinances are.
//
// Practice, not law: docs/decisions/0164.
func (g Ground) IsLaw() bool {
	return slices.Contains([]string{"luat", "bo luat", "phap lenh"}, viet.Fold(strings.TrimSpace(g.Type)))
}

// Begins is the first day on which a document is in force; no day: it always was.
func (g Ground) Begins() value.Date {
	if g.From.IsZero() {
		return g.Date
	}
	return g.From
}

// HoldsOn reports whether a document is in force on a day.
func (g Ground) HoldsOn(day value.Date) bool { return !g.hasEnded(day) && !day.Before(g.Begins()) }

func (g Ground) hasEnded(day value.Date) bool { return !g.To.IsZero() && day.After(g.To) }

// Name is a document as sentences name it: "Nghị định số 63/2010/NĐ-CP".
func (g Ground) Name() string {
	if g.Number == "" {
		return strings.TrimSpace(g.Type + " " + g.Title)
	}
	return strings.TrimSpace(g.Type + " số " + g.Number)
}

// isVersionOf reports whether two documents follow each other on one matter: of one type and name, never in force on
// the same day.
func (g Ground) isVersionOf(other Ground) bool {
	apart := g.hasEnded(other.Begins()) || other.hasEnded(g.Begins())
	return apart && viet.Fold(g.Type) == viet.Fold(other.Type) && viet.Fold(g.Title) == viet.Fold(other.Title)
}

// GroundsOn parts the grounds of a campaign's papers by a day: those in force, in their order, and those that are not
// and in whose place no other version stands. A paper rests on what is in force.
//
// Practice, not law: docs/decisions/0164.
func GroundsOn(all []Ground, campaign CampaignID, day value.Date) (holding, out []Ground) {
	own := slices.DeleteFunc(slices.Clone(all),
		func(g Ground) bool { return g.Campaign != "" && g.Campaign != campaign })
	for _, g := range own {
		if g.HoldsOn(day) {
			holding = append(holding, g)
		}
	}
	for _, g := range own {
		if !g.HoldsOn(day) && !slices.ContainsFunc(holding, g.isVersionOf) {
			out = append(out, g)
		}
	}
	return holding, out
}

// GroundsForAll are the grounds that hold for every commune: those of no single province, district or commune.
func GroundsForAll(all []Ground) []Ground {
	return slices.DeleteFunc(slices.Clone(all), func(g Ground) bool { return isLocal(g.Issuer) })
}

// GroundNotices tells which grounds of a plan are out of force on a day, and that it has none. The day is taken into
// the plan's own time: from its date to the end of its year.
func GroundNotices(p Plan, today value.Date) value.Problems {
	var all []CampaignID
	for _, c := range p.Campaigns {
		all = append(all, c.ID)
	}
	return GroundsAmiss(p, p.within(today), all...)
}

// GroundsAmiss tells which grounds a paper of a day on campaigns of a plan leaves out because they are not in force
// then, each once, at its field; and that there is none at all.
//
//	ground.ended ground.not_yet ground.none
func GroundsAmiss(p Plan, day value.Date, campaigns ...CampaignID) (out value.Problems) {
	if len(p.Grounds) == 0 {
		out.Add("grounds", "ground.none")
		return out
	}
	for i, g := range p.Grounds {
		isMissed := func(id CampaignID) bool {
			_, gone := GroundsOn(p.Grounds, id, day)
			return slices.Contains(gone, g)
		}
		switch {
		case !slices.ContainsFunc(campaigns, isMissed):
		case g.hasEnded(day):
			out.Add(fmt.Sprintf("grounds[%d].to", i), "ground.ended", g.Name(), viet.ShortDate(g.To))
		default:
			out.Add(fmt.Sprintf("grounds[%d].from", i), "ground.not_yet", g.Name(), viet.ShortDate(g.Begins()))
		}
	}
	return out
}

// within is the day of a plan's own time that is nearest to a day.
func (p Plan) within(day value.Date) value.Date {
	first, last := p.Date, value.Date{Year: p.Year, Month: 12, Day: 31}
	if first.IsZero() {
		first = value.Date{Year: p.Year, Month: 1, Day: 1}
	}
	switch {
	case day.Before(first):
		return first
	case day.After(last):
		return last
	}
	return day
}

func (p Plan) checkGrounds() value.Problems {
	var out value.Problems
	for i, g := range p.Grounds {
		at := fmt.Sprintf("grounds[%d].", i)
		needText(&out, at+"type", g.Type, "ground.type_missing")
		needText(&out, at+"title", g.Title, "ground.title_missing")
		if g.Number == "" && !g.IsLaw() {
			out.Add(at+"number", "ground.number_missing")
		}
		if !g.To.IsZero() && g.To.Before(g.Begins()) {
			out.Add(at+"to", "ground.ends_first", viet.ShortDate(g.Begins()))
		}
		if g.Campaign != "" && !p.hasCampaign(g.Campaign) {
			out.Add(at+"campaign", "rules.choose")
		}
		longTexts(&out, at, "number", g.Number, "issuer", g.Issuer, "note", g.Note)
	}
	return tooMany(out, "grounds", len(p.Grounds))
}
