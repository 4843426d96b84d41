package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"rasoat/account"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// Plans lists the plans, newest first, drafts too.
func (a *App) Plans(ctx context.Context) ([]review.Plan, error) { return a.store.Plans(ctx) }

// ErrNoPlan says that the commune has no plan yet.
var ErrNoPlan = fmt.Errorf("no plan: %w", value.ErrNotFound)

// Plan is a plan by id or number; "" is the newest that is in force today, else the newest that is no draft.
func (a *App) Plan(ctx context.Context, idOrNumber string) (review.Plan, int, error) {
	if idOrNumber != "" {
		return a.store.Plan(ctx, idOrNumber)
	}
	plans, err := a.store.Plans(ctx)
	if err != nil {
		return review.Plan{}, 0, err
	}
	p, some := review.Followed(plans, a.Today())
	if !some {
		return review.Plan{}, 0, ErrNoPlan
	}
	return a.store.Plan(ctx, string(p.ID))
}

// seesDrafts reports whether a person sees plans that are being written: who edits them and who puts them in force.
func (p Person) seesDrafts() bool { return p.May(account.EditPlan) || p.May(account.IssueReport) }

// isHidden reports whether a person sees a plan nowhere: a draft, or a pattern that nobody took over.
func (p Person) isHidden(plan review.Plan) bool { return plan.Pattern || plan.Draft && !p.seesDrafts() }

// PlansFor lists the plans that a person sees, newest first.
func (a *App) PlansFor(ctx context.Context, by Person) ([]review.Plan, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return nil, err
	}
	all, err := a.store.Plans(ctx)
	return slices.DeleteFunc(all, func(p review.Plan) bool { return by.isHidden(p) }), err
}

// PlanFor is Plan for a person; value.ErrNotFound where they do not see it.
func (a *App) PlanFor(ctx context.Context, by Person, idOrNumber string) (review.Plan, int, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return review.Plan{}, 0, err
	}
	p, version, err := a.Plan(ctx, idOrNumber)
	if err == nil && by.isHidden(p) {
		return review.Plan{}, 0, fmt.Errorf("plan %s: %w", idOrNumber, value.ErrNotFound)
	}
	return p, version, err
}

// groupName is how a plan heads a group of indicators in a document, else the program's own name of it.
func (a *App) groupName(p review.Plan, id string) string {
	if name := p.GroupName(id); name != "" {
		return name
	}
	return a.text.Name("indicator_group", id)
}

// PlanUpward is to whom the papers of a plan go: as the plan says, else as the commune does.
func (a *App) PlanUpward(ctx context.Context, p review.Plan) (review.Upward, error) {
	commune, _, err := a.Commune(ctx)
	return p.Upward.Or(commune.upward()), err
}

// DraftPlan is a copy of a plan for another year, as it would be saved; nothing is stored.
func (a *App) DraftPlan(ctx context.Context, by Person, from string, year int) (review.Plan, error) {
	if err := by.must(account.EditPlan); err != nil {
		return review.Plan{}, err
	}
	old, _, err := a.Plan(ctx, from)
	if err != nil {
		return review.Plan{}, err
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return review.Plan{}, err
	}
	p := review.CopyPlan(old, year, commune.upward())
	if commune.Name != "" && !commune.issued(old) { // the starting content's plan names another commune's people
		p.Issuer, p.Signer = commune.issuerOf(old), commune.Signer
		p = review.Readdress(p, review.NamedUpward(old))
		p.Grounds = review.GroundsForAll(p.Grounds)
	}
	return p, nil
}

// CopyPlan saves a copy of a plan for another year as a draft, with what change makes of it, and returns its name. The
// plan that it is made from does not change.
func (a *App) CopyPlan(
	ctx context.Context, by Person, from string, year int, change func(*review.Plan),
) (review.PlanID, error) {
	p, err := a.DraftPlan(ctx, by, from, year)
	if err != nil {
		return "", err
	}
	stood := p.Upward
	change(&p)
	p.Draft, p.InForce, p.CopiedFrom = true, false, review.PlanID(from)
	p = review.Readdress(tidy(p), stood)
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		all, err := tx.Plans(ctx)
		if err != nil {
			return err
		}
		p.ID = review.PlanIDFor(p.Number, p.Year, func(id review.PlanID) bool {
			return slices.ContainsFunc(all, func(x review.Plan) bool { return x.ID == id })
		})
		if err := append(review.CheckPlan(p), numberTaken(p, all)...).Err(); err != nil {
			return err
		}
		_, err = tx.SavePlan(ctx, p, 0)
		return err
	})
	return p.ID, err
}

// numberTaken refuses a number that another plan of the same year has.
func numberTaken(p review.Plan, all []review.Plan) (out value.Problems) {
	for _, x := range all {
		if x.ID != p.ID && p.Number != "" && strings.EqualFold(x.Number, p.Number) &&
			(x.Year == p.Year || x.Date.Year == p.Date.Year) {
			out.Add("number", "plan.number_taken", p.Number)
			break
		}
	}
	return out
}

// SavePlan saves what change makes of a plan, as the version after base; *value.Conflict where a newer one stands. A
// closed plan is not changed, and nothing is taken out of a plan that something was entered for.
func (a *App) SavePlan(ctx context.Context, by Person, id review.PlanID, base int, change func(*review.Plan)) error {
	return a.changePlan(ctx, by, account.EditPlan, id, base, func(tx *store.Tx, p review.Plan) (review.Plan, error) {
		if err := p.Editable(); err != nil {
			return p, err
		}
		next := p
		change(&next)
		next = tidy(next)
		next.ID, next.Draft, next.InForce, next.From, next.Closed, next.CopiedFrom = p.ID, p.Draft, p.InForce, p.From,
			p.Closed, p.CopiedFrom
		all, err := tx.Plans(ctx)
		if err != nil {
			return p, err
		}
		stands, err := whatStands(ctx, tx, p, next)
		if err != nil {
			return p, err
		}
		return next, append(append(review.CheckPlan(next), numberTaken(next, all)...), stands...).Err()
	})
}

// CheckPlan is everything that is wrong with a plan as SavePlan would store it.
func CheckPlan(p review.Plan) value.Problems { return review.CheckPlan(tidy(p)) }

// PutPlanInForce has a plan followed from a day on.
func (a *App) PutPlanInForce(ctx context.Context, by Person, id review.PlanID, base int, from value.Date) error {
	return a.changePlan(ctx, by, account.IssueReport, id, base, func(_ *store.Tx, p review.Plan) (review.Plan, error) {
		return review.PutPlanInForce(p, from)
	})
}

// ClosePlan ends a plan on a day.
func (a *App) ClosePlan(ctx context.Context, by Person, id review.PlanID, base int, on value.Date) error {
	return a.changePlan(ctx, by, account.IssueReport, id, base, func(_ *store.Tx, p review.Plan) (review.Plan, error) {
		upward, err := a.PlanUpward(ctx, p)
		if err != nil {
			return p, err
		}
		return review.ClosePlan(p, on, a.Today(), upward)
	})
}

func (a *App) changePlan(
	ctx context.Context, by Person, needs account.Action, id review.PlanID, base int,
	change func(*store.Tx, review.Plan) (review.Plan, error),
) error {
	if err := by.must(needs); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		p, stands, err := tx.Plan(ctx, string(id))
		if err != nil {
			return err
		}
		if stands != base {
			return &value.Conflict{What: "plan " + string(id), Base: base, Newest: stands}
		}
		next, err := change(tx, p)
		if err != nil {
			return err
		}
		_, err = tx.SavePlan(ctx, next, base)
		return err
	})
}

// PlanHistory is how a plan stood, newest first.
func (a *App) PlanHistory(ctx context.Context, by Person, id review.PlanID) ([]Revision[review.Plan], error) {
	if _, _, err := a.PlanFor(ctx, by, string(id)); err != nil {
		return nil, err
	}
	all, err := a.store.PlanHistory(ctx, id)
	isPattern := func(r Revision[review.Plan]) bool { return r.Value.Pattern }
	if i := slices.IndexFunc(all, isPattern); i >= 0 {
		all = all[:i] // what it was made of is another commune's
	}
	return all, err
}

// whatStands refuses to take out of a plan what something was entered, written or noted for: an indicator or a way to
// count it with figures, a task or duty with words of a month, a target that was noted as issued.
func whatStands(ctx context.Context, tx *store.Tx, old, next review.Plan) (out value.Problems, err error) {
	stored, err := tx.Figures(ctx, old.ID)
	if err != nil {
		return nil, err
	}
	figures, counted := value.Values(stored), measuredKeys(next)
	for _, ind := range old.Indicators {
		for _, key := range keysOf(ind) {
			if counted[key] || !slices.ContainsFunc(figures,
				func(f review.Figure) bool { return f.Key() == key && !f.IsEmpty() }) {
				continue
			}
			out.Add("indicators", "indicator.has_figures", ind.Group+" "+ind.Number)
			break
		}
	}
	places, err := tx.WrittenPlaces(ctx, old.ID)
	if err != nil {
		return nil, err
	}
	issued, err := tx.Issued(ctx, old.ID)
	if err != nil {
		return nil, err
	}
	for _, d := range old.Duties {
		same := func(x review.Duty) bool { return x.ID == d.ID }
		_, noted := issued[d.ID]
		for id := range issued {
			noted = noted || strings.HasPrefix(id, d.ID+"/")
		}
		if !slices.ContainsFunc(next.Duties, same) && (noted || slices.Contains(places, review.DutyPlace(d))) {
			out.Add("duties", "plan.written_under", d.Title)
		}
	}
	for _, t := range old.Tasks {
		if !slices.ContainsFunc(next.Tasks, func(x review.Task) bool { return x.ID == t.ID }) &&
			slices.Contains(places, review.TaskPlace(t)) {
			out.Add("tasks", "plan.written_under", t.Text)
		}
	}
	for _, c := range old.Campaigns {
		_, stays := next.Campaign(c.ID)
		list, err := tx.CampaignList(ctx, old.ID, c.ID)
		if err != nil {
			return nil, err
		}
		now, _ := next.Campaign(c.ID)
		switch {
		case len(list) > 0 && !stays:
			out.Add("campaigns", "plan.campaign_listed", c.Name)
		case len(list) > 0 && now.Takes() != c.Takes():
			out.Add("campaigns", "plan.campaign_scope", c.Name)
		}
	}
	for _, t := range old.Targets {
		if _, noted := issued[t.ID]; noted &&
			!slices.ContainsFunc(next.Targets, func(x review.Target) bool { return x.ID == t.ID }) {
			out.Add("targets", "plan.written_under", t.ID)
		}
	}
	return out, nil
}

// measuredKeys are the keys under which a plan counts figures.
func measuredKeys(p review.Plan) map[string]bool {
	out := map[string]bool{}
	for _, ind := range p.Indicators {
		for _, key := range keysOf(ind) {
			out[key] = true
		}
	}
	return out
}

// keysOf are all keys under which an indicator's figures may stand, those of definitions not in use too.
func keysOf(ind review.Indicator) []string {
	if len(ind.Variants) == 0 {
		return []string{review.FigureKey(ind.MeasuredAs(), "")}
	}
	var out []string
	for _, v := range ind.Variants {
		out = append(out, review.FigureKey(ind.MeasuredAs(), v.ID))
	}
	return out
}

// tidy is a plan as it is kept: clean texts, new lines with names of their own, duties without targets that are gone.
func tidy(p review.Plan) review.Plan {
	for _, text := range []*string{&p.Number, &p.Title, &p.Signer, &p.Issuer, &p.Funding, &p.Upward.Superior,
		&p.Upward.Addressee} {
		*text = viet.Clean(*text)
	}
	var recipients []string
	for _, r := range p.Upward.Recipients {
		if r = viet.Clean(r); r != "" {
			recipients = append(recipients, r)
		}
	}
	p.Upward.Recipients = recipients
	p.Grounds = slices.Clone(p.Grounds)
	for i := range p.Grounds {
		g := &p.Grounds[i]
		g.Type, g.Number, g.Issuer, g.Title, g.Note = viet.Clean(g.Type), viet.Clean(g.Number), viet.Clean(g.Issuer),
			viet.Clean(g.Title), viet.Clean(g.Note)
	}
	p.Campaigns, p.Targets, p.Duties = slices.Clone(p.Campaigns), slices.Clone(p.Targets), slices.Clone(p.Duties)
	p.Tasks, p.Indicators = slices.Clone(p.Tasks), slices.Clone(p.Indicators)
	for i := range p.Campaigns {
		c := &p.Campaigns[i]
		c.Name, c.To = viet.Clean(c.Name), viet.Clean(c.To)
		if c.ID == "" {
			c.ID = review.CampaignID(freeID(cmp.Or(slugOf(c.Name), "dot"), func(id string) bool {
				return slices.ContainsFunc(p.Campaigns, func(x review.CampaignPlan) bool { return string(x.ID) == id })
			}))
		}
	}
	for i := range p.Targets {
		t := &p.Targets[i]
		t.Source = viet.Clean(t.Source)
		if t.ID == "" {
			t.ID = freeID(string(t.Campaign)+"-"+string(t.Metric), func(id string) bool {
				return slices.ContainsFunc(p.Targets, func(x review.Target) bool { return x.ID == id })
			})
		}
	}
	for i := range p.Duties {
		d := &p.Duties[i]
		d.Title, d.Source, d.Owner, d.To, d.Funding = viet.Clean(d.Title), viet.Clean(d.Source), viet.Clean(d.Owner),
			viet.Clean(d.To), viet.Clean(d.Funding)
		d.Targets = slices.DeleteFunc(slices.Clone(d.Targets), func(id string) bool {
			return !slices.ContainsFunc(p.Targets, func(t review.Target) bool { return t.ID == id })
		})
		if d.ID == "" {
			d.ID = freeNumber("D", func(id string) bool {
				return slices.ContainsFunc(p.Duties, func(x review.Duty) bool { return x.ID == id })
			})
		}
	}
	for i := range p.Tasks {
		t := &p.Tasks[i]
		t.Text, t.Source, t.Owner = viet.Clean(t.Text), viet.Clean(t.Source), viet.Clean(t.Owner)
		if t.ID == "" {
			t.ID = freeNumber("N", func(id string) bool {
				return slices.ContainsFunc(p.Tasks, func(x review.Task) bool { return x.ID == id })
			})
		}
	}
	for i := range p.Indicators {
		tidyIndicator(&p.Indicators[i], p.Indicators)
	}
	return p
}

func tidyIndicator(ind *review.Indicator, all []review.Indicator) {
	for _, text := range []*string{&ind.Number, &ind.Group, &ind.Name, &ind.Unit, &ind.TargetText, &ind.Lead,
		&ind.Support, &ind.Numerator, &ind.Denominator, &ind.Source} {
		*text = viet.Clean(*text)
	}
	if ind.ID == "" {
		ind.ID = freeID(idOf(ind.Group+"-"+ind.Number), func(id string) bool {
			return slices.ContainsFunc(all, func(x review.Indicator) bool { return x.ID == id })
		})
	}
	ind.Variants = slices.Clone(ind.Variants)
	for i := range ind.Variants {
		v := &ind.Variants[i]
		v.Name, v.Numerator, v.Denominator, v.Source = viet.Clean(v.Name), viet.Clean(v.Numerator),
			viet.Clean(v.Denominator), viet.Clean(v.Source)
		if v.ID == "" {
			v.ID = freeNumber("c", func(id string) bool {
				return slices.ContainsFunc(ind.Variants, func(x review.Variant) bool { return x.ID == id })
			})
		}
	}
}

// idOf is a text as a name in forms and addresses: "NQ 66-1.2" is "nq66-1.2".
func idOf(text string) string {
	var out strings.Builder
	for _, r := range strings.ToLower(viet.Clean(text)) {
		if r == '-' || r == '.' {
			out.WriteRune(r)
			continue
		}
		for _, folded := range viet.Fold(string(r)) {
			if folded >= 'a' && folded <= 'z' || folded >= '0' && folded <= '9' {
				out.WriteRune(folded)
			}
		}
	}
	return out.String()
}

// slugOf is a text as a name in addresses, word by word: "Sản xuất, kinh doanh" is "san-xuat-kinh-doanh".
func slugOf(text string) string {
	var out []string
	for _, word := range strings.Fields(text) {
		if word = idOf(strings.Trim(word, "-.")); word != "" && len(out) < maxSlug {
			out = append(out, word)
		}
	}
	return strings.Join(out, "-")
}

// maxSlug is how many words name a thing in addresses.
const maxSlug = 8

func freeID(id string, taken func(string) bool) string {
	out := id
	for i := 2; out == "" || taken(out); i++ {
		out = fmt.Sprintf("%s-%d", id, i)
	}
	return out
}

// freeNumber is the first free name of a kind: "D9".
func freeNumber(kind string, taken func(string) bool) string {
	for i := 1; ; i++ {
		if id := fmt.Sprintf("%s%d", kind, i); !taken(id) {
			return id
		}
	}
}
