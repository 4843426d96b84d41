package proposal

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// proposalTitle is what a proposal is called: the title of a group, else the name of its procedure.
func proposalTitle(p review.Proposal, items []review.ListItem) string {
	if strings.TrimSpace(p.Title) != "" {
		return p.Title
	}
	if len(items) > 0 && items[0].Name != "" {
		return items[0].Name
	}
	if len(items) > 0 {
		return string(items[0].Code)
	}
	return ""
}

func codesOf(items []review.ListItem) []string {
	out := make([]string, len(items))
	for i, x := range items {
		out[i] = string(x.Code)
	}
	return out
}

// moneyOr is an amount, or the words for one that is not worked out.
func (s *Room) moneyOr(m value.Opt[value.Money]) string {
	if v, known := m.Get(); known {
		return viet.Money(v)
	}
	return s.Text.Say("cost.unpriced")
}

// savingPercent is the share that a proposal saves, "–" where there is none.
func savingPercent(c review.PricedProposal) string {
	r, known := c.Ratio()
	if !known {
		return "–"
	}
	percent, ok := r.Percent(2)
	if !ok {
		return "–"
	}
	return viet.Percent(percent, false)
}

// path is the line draft → … → in force with what has been done and what is to come. A proposal that came from an
// import has its state and its day, and no steps.
func (s *Room) path(p review.Proposal, steps []app.ProposalStep, who func(string) string) []page.PathStep {
	out := []page.PathStep{{Text: s.Text.Name("state", string(review.Draft)), Who: who(p.Author), Done: true}}
	for _, x := range steps {
		out = append(out, page.PathStep{
			Text: s.Text.Name("state", string(x.To)),
			Who:  who(x.Actor),
			When: viet.ShortDate(value.On(x.At)),
			Done: true,
			Bad:  page.StateBadge(s.Text, x.To).Tone == "bad",
		})
	}
	if len(steps) == 0 && p.State != review.Draft {
		out = append(out, page.PathStep{
			Text: s.Text.Name("state", string(p.State)),
			When: viet.ShortDate(p.Decided),
			Done: true,
			Bad:  page.StateBadge(s.Text, p.State).Tone == "bad",
		})
	}
	return s.ahead(out, p.State)
}

// ahead ends a path that has come to a state with the straight way on from there.
func (s *Room) ahead(out []page.PathStep, at review.State) []page.PathStep {
	out[len(out)-1].Current = true
	for _, next := range stillAhead(at) {
		out = append(out, page.PathStep{Text: s.Text.Name("state", string(next))})
	}
	for i := range out {
		out[i].Text = viet.Capital(out[i].Text)
	}
	return out
}

// stillAhead is the straight way from a state to the end.
func stillAhead(st review.State) []review.State {
	straight := []review.State{review.Submitted, review.Checked, review.Approved, review.InForce}
	switch st {
	case review.Draft, review.Returned, review.Withdrawn:
		return straight
	case review.Submitted:
		return straight[1:]
	case review.Checked:
		return straight[2:]
	case review.Forwarded:
		return []review.State{review.Accepted, review.InForce}
	case review.Approved, review.Accepted:
		return straight[3:]
	}
	return nil
}

// actions are what may follow now, each with its button, or why there is none.
func (s *Room) actions(p review.Proposal, by app.Person) []proposalAction {
	out := s.actionsFrom(p.State, p.Author, by)
	if !p.Alternative {
		return out
	}
	return slices.DeleteFunc(out, func(a proposalAction) bool {
		return a.Action != string(review.ActionWithdraw) && a.Action != string(review.ActionReopen)
	})
}

// actionsFrom are what may follow a state of what somebody wrote.
func (s *Room) actionsFrom(state review.State, author string, by app.Person) []proposalAction {
	var out []proposalAction
	for _, a := range review.Actions {
		_, err := review.Next(state, a, review.Actor{Name: by.Name, Author: author})
		why := firstProblem(err)
		switch {
		case why.Code == "action.not_now":
			continue
		case !account.May(by.Roles, account.Action(a)):
			why = value.Problem{Code: "action.who_may", Args: []any{s.rolesThatMay(a)}}
		}
		out = append(out, proposalAction{Action: string(a), Text: s.Text.Name("action", string(a)), Why: s.whyNot(why)})
	}
	return out
}

func (s *Room) whyNot(p value.Problem) string {
	if p.Code == "" {
		return ""
	}
	return s.Sentence(p)
}

// rolesThatMay names the roles that an action needs.
func (s *Room) rolesThatMay(a review.Action) string {
	var names []string
	for _, r := range account.Roles {
		if account.May([]account.Role{r}, account.Action(a)) {
			names = append(names, s.Text.Name("role", string(r)))
		}
	}
	return strings.Join(names, ", ")
}

// changedParts are the parts that a proposal changes and those that it leaves.
func changedParts(c catalog.Comparison) (changed, same []catalog.PartDiff) {
	for _, p := range c.Parts {
		if p.Changed {
			changed = append(changed, p)
		} else {
			same = append(same, p)
		}
	}
	return changed, same
}

// firstProblem is the first problem that an error carries, the zero one without.
func firstProblem(err error) value.Problem {
	var p value.Problems
	if errors.As(err, &p) && len(p) > 0 {
		return p[0]
	}
	return value.Problem{}
}

var placeForm = regexp.MustCompile(`^(members|measures|amendments|merged)\[(\d+)\]\.?(.*)$`)

var rowPlaceForm = regexp.MustCompile(`^(before|after)(?:\[(\d+)\])?\.?(\w*)$`)

// proposalPlace writes where in a proposal a problem stands: "NB-01, bảng hiện tại, dòng 1.2, Thời gian (giờ)".
func (s *Room) proposalPlace(v app.ProposalView, f string) string {
	m := placeForm.FindStringSubmatch(f)
	if m == nil {
		return ""
	}
	n, _ := strconv.Atoi(m[2]) // digits by the expression
	switch m[1] {
	case "measures", "amendments", "merged":
		return page.Joined(", ", s.Text.Say("place."+m[1], n+1), s.placeName(m[3]))
	}
	if n >= len(v.Members) {
		return ""
	}
	code := ""
	if len(v.Members) > 1 {
		code = string(v.Members[n].Item.Code)
	}
	return page.Joined(", ", code, s.rowPlace(v.Members[n].Member, m[3]))
}

// placeName is the name of a field of a measure or an amendment.
func (s *Room) placeName(key string) string {
	if key == "" {
		return ""
	}
	return s.Text.Say("proposal." + key)
}

// rowPlace is a row of a member's tables by the number that the form shows.
func (s *Room) rowPlace(m review.Member, f string) string {
	at := rowPlaceForm.FindStringSubmatch(f)
	if at == nil {
		return ""
	}
	side := s.Text.Say("cost." + at[1])
	if at[2] == "" {
		return side
	}
	n, _ := strconv.Atoi(at[2])
	rows := rowsIn(m.Before)
	if at[1] == "after" {
		rows = rowsIn(m.After)
	}
	if n >= len(rows) {
		return side
	}
	within := 0
	for _, r := range rows[:n+1] {
		if r.Task == rows[n].Task {
			within++
		}
	}
	number := strconv.Itoa(slices.Index(cost.Tasks, rows[n].Task)+1) + "." + strconv.Itoa(within)
	return s.Text.Say("cost.cell", side, number, s.Text.Say("cost."+at[3]))
}

// proposalAction is a step that may follow: its form, or the reason beside what may not be done.
type proposalAction struct {
	Action      string
	Post        string // where its form goes: each step has one of its own, which holds no field of another
	Version     string
	Page        string // "duyet" on the page of the decision
	Text        string
	Why         string // empty: it may be done
	Fields      []field.Cell
	Scan        field.Cell // of an approval
	NewVersions bool       // the question whether new versions are written
	Primary     bool
	Open        bool   // its form stands open
	Href        string // a page of its own instead of a form
}
