package proposal

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
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
		Nothing: page.EmptyState{Text: s.Text.Say("services.none")},
	}
	if by.May(account.EditReview) {
		m.Add = page.Link{Text: s.Text.Say("services.add"), Href: page.ServicesPath + "/moi"}
	}
	who := s.Names(c)
	for _, r := range all.List {
		m.Rows = append(m.Rows, s.restructuringRow(r, who))
	}
	return s.Show(c, http.StatusOK, "proposal/restructuring", m)
}

func (s *Room) restructuringRow(r app.Restructuring, who func(string) string) restructuringRow {
	b, a := r.Before.Burden(), r.After.Burden()
	row := restructuringRow{
		Title: page.Link{Text: r.Name, Href: page.ServiceHref(r.ID)},
		Code:  string(r.Procedure),
		Who:   who(r.Author),
		Due:   viet.ShortDate(r.Due),
		State: s.serviceBadge(r),
	}
	if r.IsEditable() && !r.Due.IsZero() && s.App.Today().After(r.Due) {
		row.Late = page.Verdict{Sign: "✗", Text: s.Text.Say("due.late"), Tone: "bad"}
	}
	if len(r.After.Steps) == 0 {
		a, r.After.Level = b, r.Before.Level
	}
	row.Level = both(s.levelName(r.Before.Level), s.levelName(r.After.Level))
	row.Steps, row.Trips = bothNumbers(b.Steps, a.Steps), bothNumbers(b.Trips, a.Trips)
	row.Papers = bothNumbers(b.Papers, a.Papers)
	return row
}

// both writes what something was and becomes, once where it stays.
func both(before, after string) string {
	if before == after {
		return before
	}
	return before + " → " + after
}

func bothNumbers(before, after int) string {
	return both(viet.Number(int64(before)), viet.Number(int64(after)))
}

func (s *Room) serviceBadge(r app.Restructuring) page.Badge {
	return page.StateBadge(s.Text, r.State)
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
	ctx, by := c.Request.Context(), s.Person(c)
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
	if !by.May(account.AssignReview) {
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

// askedRestructuring is the review of the address.
func (s *Room) askedRestructuring(c *gin.Context) (app.Restructuring, error) {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return app.Restructuring{}, value.ErrNotFound
	}
	return s.App.Restructuring(c.Request.Context(), s.Person(c), review.RestructuringID(id))
}

// Restructuring shows one review with the steps that may follow.
func (s *Room) Restructuring(c *gin.Context) error {
	r, err := s.askedRestructuring(c)
	if err != nil {
		return err
	}
	return s.showRestructuring(c, r, page.Shown(nil))
}

func (s *Room) showRestructuring(c *gin.Context, r app.Restructuring, t page.Typed) error {
	by, say := s.Person(c), s.Text.Say
	who := s.Names(c)
	m := restructuringShow{
		Frame:   s.Frame(c, r.Name),
		Head:    s.restructuringHead(r, by, who),
		Both:    t.Both,
		Figures: s.serviceFigures(r),
		InWords: s.serviceInWords(r),
		Sides: []serviceSide{
			s.serviceSide(say("services.before"), r.Before),
			s.serviceSide(say("services.after"), r.After),
		},
	}
	for _, x := range []struct{ term, text string }{
		{"services.finding", r.Finding},
		{"services.consulted", r.Consulted},
		{"services.change", r.Change},
		{"services.request", r.Request},
		{"services.note", r.Note},
	} {
		if x.text != "" {
			m.Texts = append(m.Texts, page.Term{Term: say(x.term), Text: x.text})
		}
	}
	if r.Decision.Number != "" {
		m.Decision = say("services.decision", r.Decision.Number, viet.ShortDate(r.Decision.Date))
	}
	path, err := s.App.RestructuringPath(c.Request.Context(), by, r.ID)
	if err != nil {
		return err
	}
	for _, v := range path {
		m.Path = append(m.Path, page.PathStep{
			Text: s.Text.Name("state", string(v.State)),
			Who:  who(v.By),
			When: viet.ShortDate(value.On(v.At)),
			Done: true,
			Bad:  page.StateBadge(s.Text, v.State).Tone == "bad",
		})
	}
	m.Path = s.ahead(m.Path, r.State)
	if r.IsEditable() {
		for _, p := range review.CheckRestructuring(r.Restructuring) {
			m.Open = append(m.Open, s.servicePlace(p)+s.Sentence(p))
		}
	}
	m.Actions, m.Summary = s.serviceSteps(r, by, t)
	return s.Show(c, t.Status, "proposal/restructuring_show", m)
}

// servicePlace says which side a problem is about.
func (s *Room) servicePlace(p value.Problem) string {
	for _, side := range []string{"before", "after"} {
		if strings.HasPrefix(p.Field, side+".") {
			return s.Text.Say("services."+side) + ": "
		}
	}
	return ""
}

func (s *Room) restructuringHead(r app.Restructuring, by app.Person, who func(string) string) restructuringHead {
	facts := []string{who(r.Author)}
	if !r.Due.IsZero() {
		facts = append(facts, s.Text.Say("services.due_on", viet.ShortDate(r.Due)))
	}
	return restructuringHead{
		Code:  string(r.Procedure),
		Title: page.Link{Text: r.Name, Href: page.ProcedureHref(r.Procedure)},
		Href:  page.ServiceHref(r.ID),
		State: s.serviceBadge(r),
		Facts: page.Joined(" · ", facts...),
		Edit:  r.IsEditable() && by.May(account.EditReview),
	}
}

// serviceSteps are the actions with their fields.
func (s *Room) serviceSteps(r app.Restructuring, by app.Person, t page.Typed) ([]proposalAction, field.Summary) {
	f := s.stepSheet(t)
	out := s.actionsFrom(r.State, r.Author, by)
	for i := range out {
		a := &out[i]
		if a.Why != "" {
			continue
		}
		a.Post, a.Version = page.ServiceHref(r.ID)+"/buoc", t.Version(r.Version)
		a.Fields = s.stepFields(f, review.Action(a.Action))
		switch review.Action(a.Action) {
		case review.ActionApprove, review.ActionSubmit, review.ActionCheck:
			a.Primary = true
		}
		a.Open = a.Action == string(review.ActionApprove)
		a.Primary = a.Primary || t.Values.Get("action") == a.Action
	}
	return out, f.Summary()
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
		if b.Steps > 0 && a.Steps > 0 && x.before != x.after {
			f.Saved, f.Tone = s.Text.Say("services.less", x.before-x.after), "met"
			if x.after > x.before {
				f.Saved, f.Tone = s.Text.Say("services.more", x.after-x.before), "bad"
			}
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

func (s *Room) serviceSide(title string, v review.Service) serviceSide {
	out := serviceSide{Title: title, None: s.Text.Say("services.no_steps")}
	for _, x := range v.Steps {
		facts := []string{s.Text.Name("step_place", string(x.Where))}
		for _, n := range []struct {
			name   string
			number int
		}{{"paper", x.Papers}, {"retyping", x.Retyped}, {"minute", x.Minutes}} {
			if n.number > 0 {
				facts = append(facts, viet.Number(int64(n.number))+" "+s.Text.Say("services."+n.name))
			}
		}
		out.Steps = append(out.Steps, serviceStep{Text: x.Text, Facts: page.Joined(" · ", facts...)})
	}
	return out
}

// StepRestructuring takes a review one step along its path.
func (s *Room) StepRestructuring(c *gin.Context, in url.Values) (page.Act, error) {
	r, err := s.askedRestructuring(c)
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
			return s.stepDone(page.ServiceHref(r.ID), order, s.Text.Say("step.service", r.ID)), err
		},
		Again: func(t page.Typed) error { return s.showRestructuring(c, r, t) },
	}, err
}

// restructuringList is the reviews of online services of a plan. Template: proposal/restructuring.
type restructuringList struct {
	page.Frame
	State   string
	Add     page.Link
	Rows    []restructuringRow
	Nothing page.EmptyState
}

// restructuringRow is one review in a line; figures are "5 → 3".
type restructuringRow struct {
	Title  page.Link
	Code   string
	Who    string
	Due    string
	Late   page.Verdict
	Level  string
	Steps  string
	Trips  string
	Papers string
	State  page.Badge
}

// restructuringNew begins a review. Template: proposal/restructuring_new.
type restructuringNew struct {
	page.Frame
	Summary field.Summary
	Fields  []field.Cell
	Nothing page.EmptyState // no service is left to be reviewed
}

// restructuringHead is what stands above every page of a review.
type restructuringHead struct {
	Code  string
	Title page.Link // to the procedure
	Href  string
	State page.Badge
	Facts string // "Nguyễn Thị Hoa · hạn 31/7/2024"
	Edit  bool
}

// restructuringShow is one review. Template: proposal/restructuring_show.
type restructuringShow struct {
	page.Frame
	Head     restructuringHead
	Summary  field.Summary
	Both     page.BothVersions
	InWords  string
	Figures  []serviceFigure
	Sides    []serviceSide
	Texts    []page.Term
	Decision string
	Path     []page.PathStep
	Open     []string // what is missing before it may be handed in
	Actions  []proposalAction
}

// serviceFigure is one line of the comparison of both sides. Saved is "−2", empty where the line is no number.
type serviceFigure struct {
	Name, Before, After, Saved string
	Tone                       string // of Saved: "met", "bad" or ""
}

// serviceSide is the way through the service on one side.
type serviceSide struct {
	Title string
	Steps []serviceStep
	None  string
}

type serviceStep struct {
	Text  string
	Facts string // "tại bộ phận một cửa · 2 giấy tờ · 20 phút"
}
