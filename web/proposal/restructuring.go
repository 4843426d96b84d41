package proposal

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// restructuringList is the reviews of online services of a plan. Template: proposal/restructuring.
type restructuringList struct {
	page.Frame
	State   string
	MayAdd  bool
	Rows    []restructuringRow
	Nothing page.EmptyState
}

// restructuringRow is one review in a line; figures are "5 → 3".
type restructuringRow struct {
	app.Restructuring
	Late                        page.Verdict
	Level, Steps, Trips, Papers string
}

// restructuringNew begins a review. Template: proposal/restructuring_new.
type restructuringNew struct {
	page.Frame
	Summary field.Summary
	Fields  []field.Cell
	Nothing page.EmptyState // no service is left to be reviewed
}

// restructuringPage is what every page of a review begins with.
type restructuringPage struct {
	page.Frame
	Review  app.Restructuring
	MayEdit bool
	Version string // that the form of the page starts from
	Both    page.BothVersions
	Summary field.Summary
}

// Href is the review's page.
func (m restructuringPage) Href() string { return page.ServiceHref(m.Review.ID) }

// restructuringShow is one review. Template: proposal/restructuring_show.
type restructuringShow struct {
	restructuringPage
	InWords string
	Figures []serviceFigure
	Path    []pathStep
	Open    []string // what is missing before it may be handed in
	Actions []proposalAction
}

// serviceFigure is one line of the comparison of both sides. Saved is "−2", empty where the line is no number.
type serviceFigure struct {
	Name, Before, After, Saved string
	Tone                       string // of Saved: "met", "bad" or ""
}

// restructuringOf is the review of the address.
func (s *Room) restructuringOf(c *gin.Context) (app.Restructuring, error) {
	id, err := numberIn(c)
	if err != nil {
		return app.Restructuring{}, err
	}
	return s.App.Restructuring(c.Request.Context(), s.Person(c), review.RestructuringID(id))
}

func (s *Room) restructuringPage(c *gin.Context, r app.Restructuring, t page.Typed, title string) restructuringPage {
	return restructuringPage{
		Frame:   s.Frame(c, title),
		Review:  r,
		MayEdit: r.IsEditable() && s.Person(c).May(account.EditReview),
		Version: t.Version(r.Version),
		Both:    t.Both,
	}
}

// Restructurings lists the reviews of online services of the plan.
func (s *Room) Restructurings(c *gin.Context) error {
	by := s.Person(c)
	all, err := s.App.Restructurings(c.Request.Context(), by, s.PlanID(c))
	if err != nil {
		return err
	}
	m := restructuringList{
		Frame:   s.Frame(c, s.Text.Say("page.services")),
		State:   s.ServicesState(all),
		MayAdd:  by.May(account.EditReview),
		Nothing: page.EmptyState{Text: s.Text.Say("services.none")},
	}
	for _, r := range all.List {
		m.Rows = append(m.Rows, s.restructuringRow(r))
	}
	return s.Show(c, http.StatusOK, "proposal/restructuring", m)
}

func (s *Room) restructuringRow(r app.Restructuring) restructuringRow {
	row := restructuringRow{Restructuring: r}
	if r.IsEditable() && !r.Due.IsZero() && s.App.Today().After(r.Due) {
		row.Late = page.Verdict{Sign: "✗", Text: s.Text.Say("due.late"), Tone: "bad"}
	}
	before, after := r.Before, r.After
	if len(after.Steps) == 0 {
		after = before
	}
	both := func(before, after string) string {
		if before == after {
			return before
		}
		return before + " → " + after
	}
	count := func(before, after int) string { return both(viet.Number(int64(before)), viet.Number(int64(after))) }
	b, a := before.Burden(), after.Burden()
	row.Level = both(s.levelName(before.Level), s.levelName(after.Level))
	row.Steps, row.Trips, row.Papers = count(b.Steps, a.Steps), count(b.Trips, a.Trips), count(b.Papers, a.Papers)
	return row
}

func (s *Room) levelName(l review.ServiceLevel) string {
	if l == "" {
		return s.Text.Say("services.level_open")
	}
	return s.Text.Name("service_level", string(l))
}

// newService is what a review begins with.
type newService struct {
	Procedure catalog.Code
	Officer   string
	Due       value.Date
}

var newServiceForm = field.Form[newService]{
	field.Offer("procedure", func(n *newService) *catalog.Code { return &n.Procedure }, "services",
		field.Need).Choose(),
	field.Offer("officer", func(n *newService) *string { return &n.Officer }, "reviewers", field.Medium),
	field.Date("due", func(n *newService) *value.Date { return &n.Due }),
}

// NewRestructuring is the form that begins a review.
func (s *Room) NewRestructuring(c *gin.Context) error {
	n := newService{Procedure: catalog.Code(c.Query("thu-tuc")), Officer: s.Person(c).Name}
	return s.showNewRestructuring(c, page.Shown(newServiceForm.Values(n)))
}

func (s *Room) showNewRestructuring(c *gin.Context, t page.Typed) error {
	ctx := c.Request.Context()
	plan, _, err := s.App.Plan(ctx, s.PlanID(c))
	if err != nil {
		return err
	}
	services, err := s.App.OnlineServices(ctx, plan.ID)
	if err != nil {
		return err
	}
	reviewers, err := s.App.Reviewers(ctx)
	if err != nil {
		return err
	}
	m := restructuringNew{
		Frame: s.Frame(c, s.Text.Say("services.add")),
		Nothing: page.EmptyState{
			Text: s.Text.Say("services.no_service"),
			Next: page.Link{Text: s.Text.Say("nav.catalogue"), Href: "/danh-muc"},
		},
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys, f.Offers = serviceKeys, map[string][]field.Option{}
	for _, x := range services {
		choice := field.Option{Value: string(x.Code), Text: string(x.Code) + " " + x.Name}
		f.Offers["services"] = append(f.Offers["services"], choice)
	}
	for _, p := range reviewers {
		f.Offers["reviewers"] = append(f.Offers["reviewers"], field.Option{Value: p.Name, Text: p.Shown()})
	}
	form := newServiceForm
	if !s.Person(c).May(account.AssignReview) {
		form = form.Named("procedure", "due")
	}
	if len(services) > 0 || len(t.Problems) > 0 {
		m.Fields = form.Lay(f).Cells
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "proposal/restructuring_new", m)
}

// BeginRestructuring begins a review and leads to its form.
func (s *Room) BeginRestructuring(c *gin.Context, in url.Values) (page.Act, error) {
	check := func(n newService) (out value.Problems) {
		if n.Procedure == "" {
			out.Add("procedure", "services.procedure_missing")
		}
		return out
	}
	return page.ActOf(s.Kit, in, page.Edit[newService]{
		Form:  newServiceForm,
		Keys:  serviceKeys,
		Check: check,
		Save: func(n newService, _ func(*newService)) (page.Done, error) {
			if err := check(n).Err(); err != nil {
				return page.Done{}, err
			}
			ctx, by := c.Request.Context(), s.Person(c)
			id, err := s.App.BeginRestructuring(ctx, by, s.PlanID(c), n.Procedure, n.Officer, n.Due)
			return page.Done{To: page.ServiceHref(id) + "/sua", Say: "services.said.begun", Args: []any{id}}, err
		},
		Again: func(t page.Typed) error { return s.showNewRestructuring(c, t) },
	}), nil
}

// Restructuring shows one review with the steps that may follow.
func (s *Room) Restructuring(c *gin.Context) error {
	r, err := s.restructuringOf(c)
	if err != nil {
		return err
	}
	return s.showRestructuring(c, r, page.Shown(nil))
}

func (s *Room) showRestructuring(c *gin.Context, r app.Restructuring, t page.Typed) error {
	by := s.Person(c)
	path, err := s.App.RestructuringPath(c.Request.Context(), by, r.ID)
	if err != nil {
		return err
	}
	m := restructuringShow{
		restructuringPage: s.restructuringPage(c, r, t, r.Name),
		Figures:           s.serviceFigures(r),
		InWords:           s.serviceInWords(r),
	}
	for _, v := range path {
		m.Path = append(m.Path, pathStep{State: v.State, Who: m.Who(v.By), When: value.On(v.At)})
	}
	m.Path = ahead(m.Path, r.State)
	if r.IsEditable() {
		for _, p := range review.CheckRestructuring(r.Restructuring) {
			side, _, within := strings.Cut(p.Field, ".")
			if within && slices.Contains(sides, side) {
				side = s.Text.Say("services."+side) + ": "
			} else {
				side = ""
			}
			m.Open = append(m.Open, side+s.Sentence(p))
		}
	}
	f := s.stepSheet(t)
	m.Actions = s.steps(f, r.State, r.Author, by, m.Href()+"/buoc", m.Version)
	for i, a := range m.Actions {
		m.Actions[i].Open = a.Action == review.ActionApprove
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "proposal/restructuring_show", m)
}

// serviceFigures compares both sides line by line. A side without steps has dashes: nothing is known of it.
func (s *Room) serviceFigures(r app.Restructuring) []serviceFigure {
	b, a := r.Before.Burden(), r.After.Burden()
	out := []serviceFigure{
		{Name: s.Text.Say("services.level"), Before: s.levelName(r.Before.Level), After: s.levelName(r.After.Level)},
	}
	for _, x := range []struct {
		name          string
		before, after int
	}{
		{"steps", b.Steps, a.Steps},
		{"trips", b.Trips, a.Trips},
		{"papers", b.Papers, a.Papers},
		{"retyped", b.Retyped, a.Retyped},
		{"minutes", b.Minutes, a.Minutes},
	} {
		f := serviceFigure{Name: s.Text.Say("services." + x.name), Before: "–", After: "–"}
		if b.Steps > 0 {
			f.Before = viet.Number(int64(x.before))
		}
		if a.Steps > 0 {
			f.After = viet.Number(int64(x.after))
		}
		switch {
		case b.Steps == 0 || a.Steps == 0:
		case x.before > x.after:
			f.Saved, f.Tone = s.Text.Say("services.less", x.before-x.after), "met"
		case x.before < x.after:
			f.Saved, f.Tone = s.Text.Say("services.more", x.after-x.before), "bad"
		}
		out = append(out, f)
	}
	return out
}

// serviceInWords says what the review comes to.
func (s *Room) serviceInWords(r app.Restructuring) string {
	switch {
	case len(r.After.Steps) == 0:
		return ""
	case r.Keeps():
		return s.Text.Say("services.keeps")
	}
	saved := s.SavedInWords(r.Before.Burden().Minus(r.After.Burden()))
	if saved == "" {
		return ""
	}
	return s.Text.Say("services.in_words", saved)
}

// StepRestructuring takes a review one step along its path.
func (s *Room) StepRestructuring(c *gin.Context, in url.Values) (page.Act, error) {
	r, err := s.restructuringOf(c)
	return page.Act{
		Do: func() (page.Done, error) {
			order, err := readStep(in)
			if !slices.Contains(review.Actions, order.Action) {
				err = value.Problems{{Field: "action", Code: "action.unknown", Args: []any{in.Get("action")}}}
			}
			if err != nil {
				return page.Done{}, err
			}
			err = s.App.StepRestructuring(c.Request.Context(), s.Person(c), r.ID, page.Version(in), order.Step)
			return stepDone(page.ServiceHref(r.ID), order, s.Text.Say("step.service", r.ID)), err
		},
		Again: func(t page.Typed) error { return s.showRestructuring(c, r, t) },
	}, err
}
