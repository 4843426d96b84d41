package proposal

import (
	"maps"
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
	"rasoat/web/field"
	"rasoat/web/page"
)

// restructuringList is the reviews of online services of a plan. Template: proposal/restructuring.
type restructuringList struct {
	page.Frame
	List   page.Listing
	Rows   []app.Restructuring
	All    int
	State  string
	Today  value.Date
	MayAdd bool
}

// After is a service as it is to be.
func (restructuringList) After(r app.Restructuring) review.Service { return afterReview(r) }

// Late reports whether a review should have been handed in before today.
func (m restructuringList) Late(r app.Restructuring) bool {
	return r.IsEditable() && !r.Due.IsZero() && m.Today.After(r.Due)
}

// restructuringNew begins a review. Template: proposal/restructuring_new.
type restructuringNew struct {
	page.Frame
	Summary field.Summary
	Fields  []field.Cell // none: no service is left to be reviewed
}

type restructuringPage struct {
	page.Frame
	Review  app.Restructuring
	MayEdit bool
	Version string
	Both    page.BothVersions
	Summary field.Summary
}

// Href is the review's page.
func (m restructuringPage) Href() string { return page.ServiceHref(m.Review.ID) }

// restructuringShow is one review. Template: proposal/restructuring_show.
type restructuringShow struct {
	restructuringPage
	Saved   string // what the user is spared
	Figures []serviceFigure
	Path    []pathStep
	Open    []string // what is missing before it may be handed in
	Actions []proposalAction
	Correct bool   // its decision may be put right
	Decree  string // by which its levels are told; "" where none is known
}

type serviceFigure struct {
	Name          string
	Before, After int
}

// Less is how much less it is than before.
func (f serviceFigure) Less() int { return f.Before - f.After }
func (f serviceFigure) More() int { return f.After - f.Before }

func (s *Room) restructuringOf(c *gin.Context) (app.Restructuring, error) {
	return at(s, c, s.App.Restructuring)
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
	list := s.restructuringList(s.Names(c))
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, s.Text.Say("page.services"), all.List)
	}
	m := restructuringList{
		Frame:  s.Frame(c, s.Text.Say("page.services")),
		All:    len(all.List),
		State:  s.ServicesState(all),
		Today:  s.App.Today(),
		MayAdd: by.May(account.EditReview),
	}
	m.List, m.Rows = list.Lay(s.Text, c.Request.URL, all.List)
	return s.Show(c, http.StatusOK, "proposal/restructuring", m)
}

// restructuringList is the list of reviews of online services: what a service asks now, and after its review.
func (s *Room) restructuringList(names func(string) string) page.List[app.Restructuring] {
	type row = app.Restructuring
	state := func(r row) string { return s.Text.Name("state", string(r.State)) }
	level := func(l review.ServiceLevel) string {
		if l == "" {
			return s.Text.Say("services.level_open")
		}
		return s.Text.Name("service_level", string(l))
	}
	officer := func(r row) string { return names(r.Author) }
	numbers := func(of func(review.Burden) int, s func(row) review.Service) func(row) value.Opt[int] {
		return func(r row) value.Opt[int] { return value.Known(of(s(r).Burden())) }
	}
	now := func(r row) review.Service { return r.Before }
	steps, trips := func(b review.Burden) int { return b.Steps }, func(b review.Burden) int { return b.Trips }
	papers := func(b review.Burden) int { return b.Papers }
	return page.List[row]{
		Columns: []page.Column[row]{
			page.WordsColumn("ma", "col.code", func(r row) string { return string(r.Procedure) }),
			page.WordsColumn("ten", "services.col.service", func(r row) string { return r.Name }, page.Beside),
			page.WordsColumn("nguoi-ra-soat", "campaign.col.officer", officer),
			page.DayColumn("thoi-han", "col.due", func(r row) value.Date { return r.Due }, page.Beside),
			page.WordsColumn("muc-do", "services.col.level", func(r row) string { return level(r.Before.Level) }),
			page.WordsColumn("muc-do-sau", "services.col.level_next", func(r row) string {
				return level(afterReview(r).Level)
			}, page.Aside),
			page.WordsColumn("can-cu", "services.decree", s.decree, page.Aside),
			page.WordsColumn("ly-do", "services.part_reason", func(r row) string { return r.PartReason }, page.Aside),
			page.CountColumn("buoc", "services.col.steps", numbers(steps, now)),
			page.CountColumn("buoc-sau", "services.col.steps_next", numbers(steps, afterReview), page.Aside),
			page.CountColumn("di-lai", "services.col.trips", numbers(trips, now)),
			page.CountColumn("di-lai-sau", "services.col.trips_next", numbers(trips, afterReview), page.Aside),
			page.CountColumn("giay-to", "services.papers", numbers(papers, now)),
			page.CountColumn("giay-to-sau", "services.col.papers_next", numbers(papers, afterReview), page.Aside),
			page.WordsColumn("tinh-trang", "col.status", state),
		},
		Filters: []page.Filter[row]{
			{
				ID: "trang-thai", Title: "col.status", Chips: true,
				Of: func(r row) []field.Option { return page.One(string(r.State), state(r)) },
			},
			{ID: "nguoi", Title: "campaign.col.officer", Of: func(r row) []field.Option {
				return page.One(r.Author, officer(r))
			}},
		},
	}
}

// afterReview is a service as it is to be; as it is, before that was written down.
func afterReview(r app.Restructuring) review.Service {
	if len(r.After.Steps) == 0 {
		return r.Before
	}
	return r.After
}

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
	m := restructuringNew{Frame: s.Frame(c, s.Text.Say("services.add"))}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys, f.Offers = "services", map[string][]field.Option{}
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
		Keys:  "services",
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
	b, a := r.Before.Burden(), r.After.Burden()
	m := restructuringShow{
		restructuringPage: s.restructuringPage(c, r, t, r.Name),
		Saved:             s.SavedInWords(b.Minus(a)),
		Correct:           mayCorrectService(r, by),
		Decree:            s.decree(r),
		Figures: []serviceFigure{
			{"steps", b.Steps, a.Steps}, {"trips", b.Trips, a.Trips}, {"papers", b.Papers, a.Papers},
			{"retyped", b.Retyped, a.Retyped}, {"minutes", b.Minutes, a.Minutes},
		},
	}
	for _, v := range path {
		m.Path = append(m.Path, pathStep{State: v.State, Who: m.Who(v.By), When: value.On(v.At)})
	}
	m.Path = ahead(m.Path, r.State, straightWay...)
	if r.IsEditable() {
		open := review.CheckRestructuring(r.Restructuring)
		for _, p := range append(open, review.CheckPartReason(r.Restructuring, s.App.Today())...) {
			line := s.Sentence(p)
			if side, _, within := strings.Cut(p.Field, "."); within && slices.Contains(sides, side) {
				line = s.Text.Say("services."+side) + ": " + line
			}
			m.Open = append(m.Open, line)
		}
	}
	f := s.stepSheet(t)
	m.Actions = s.steps(f, r.State, r.Author, by, m.Href()+"/buoc", m.Version)
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "proposal/restructuring_show", m)
}

// decree is the name of the decree by which the levels of a review are told.
func (s *Room) decree(r app.Restructuring) string {
	d, _ := review.ServiceDecreeOn(r.LevelsOn(s.App.Today()))
	return d.Name
}

// StepRestructuring takes a review one step along its path.
func (s *Room) StepRestructuring(c *gin.Context, in url.Values) (page.Act, error) {
	r, err := s.restructuringOf(c)
	ctx, by, version := c.Request.Context(), s.Person(c), page.Version(in)
	again := func(t page.Typed) error { return s.showRestructuring(c, r, t) }
	act := page.Act{Again: again, Do: func() (page.Done, error) {
		order, err := readStep(in)
		if !slices.Contains(review.Actions, order.Action) {
			err = value.Problems{{Field: "action", Code: "action.unknown", Args: []any{in.Get("action")}}}
		}
		if err != nil {
			return page.Done{}, err
		}
		err = s.App.StepRestructuring(ctx, by, r.ID, version, order.Step)
		return s.stepDone(c, page.ServiceHref(r.ID), order, s.Text.Say("step.service", r.ID)), err
	}}
	if err != nil || !slices.Contains(checkedSteps, review.Action(in.Get("action"))) {
		return act, err
	}
	return s.Checked(c, in, func() (page.Check, error) {
		order, err := readStep(in)
		if err == nil {
			err = s.App.CheckRestructuringStep(ctx, by, r.ID, version, order.Step)
		}
		return s.serviceCheck(c, r.Restructuring, order), err
	}, act), nil
}

var serviceForm = field.Form[review.Restructuring]{
	field.Date("due", func(r *review.Restructuring) *value.Date { return &r.Due }),
	field.Long("finding", func(r *review.Restructuring) *string { return &r.Finding }),
	field.Long("consulted", func(r *review.Restructuring) *string { return &r.Consulted }, field.Tall(2)),
	field.Word("before.level", func(r *review.Restructuring) *review.ServiceLevel { return &r.Before.Level },
		"service_level", review.ServiceLevels, field.Label("level_before"), field.Medium).Capital().Choose(),
	field.PressedRows("before.steps", func(r *review.Restructuring) *[]review.UserStep { return &r.Before.Steps },
		stepRows, field.Label("steps_before")),
	field.Word("after.level", func(r *review.Restructuring) *review.ServiceLevel { return &r.After.Level },
		"service_level", review.ServiceLevels, field.Label("level_after"), field.Medium).Capital().Choose(),
	field.PressedRows("after.steps", func(r *review.Restructuring) *[]review.UserStep { return &r.After.Steps },
		stepRows, field.Label("steps_after")),
	field.Long("part_reason", func(r *review.Restructuring) *string { return &r.PartReason }, field.Tall(2)),
	field.Long("change", func(r *review.Restructuring) *string { return &r.Change }),
	field.Long("request", func(r *review.Restructuring) *string { return &r.Request }, field.Tall(2)),
}

var stepRows = field.Form[review.UserStep]{
	field.Long("text", func(u *review.UserStep) *string { return &u.Text }, field.Tall(2)),
	field.Word("where", func(u *review.UserStep) *review.StepPlace { return &u.Where }, "step_place",
		review.StepPlaces, field.Medium).Given().Capital(),
	field.Whole("papers", func(u *review.UserStep) *int { return &u.Papers }, 0, maxServiceCount),
	field.Whole("retyped", func(u *review.UserStep) *int { return &u.Retyped }, 0, maxServiceCount),
	field.Whole("minutes", func(u *review.UserStep) *int { return &u.Minutes }, 0, maxServiceCount),
}

const maxServiceCount = 1 << 30 // the largest number that a step is counted with

// EditRestructuringForm is the form of a review as it is stored.
func (s *Room) EditRestructuringForm(c *gin.Context) error {
	r, err := s.restructuringOf(c)
	if err != nil {
		return err
	}
	if !r.IsEditable() {
		c.Redirect(http.StatusSeeOther, page.ServiceHref(r.ID))
		return nil
	}
	return s.showRestructuringForm(c, r, page.Shown(serviceForm.Values(r.Restructuring)))
}

// EditRestructuring saves the form, or adds, takes away and copies steps without saving.
func (s *Room) EditRestructuring(c *gin.Context, in url.Values) (page.Act, error) {
	r, err := s.restructuringOf(c)
	again := func(t page.Typed) error { return s.showRestructuringForm(c, r, t) }
	if do := in.Get("do"); do != "" && do != "save" {
		return page.Act{Again: again, Do: func() (page.Done, error) {
			editSteps(in, do)
			return page.Done{Show: func() error { return again(page.Shown(in)) }}, nil
		}}, err
	}
	return page.ActOf(s.Kit, in, page.Edit[review.Restructuring]{
		Form:  serviceForm,
		Keys:  "services",
		Base:  r.Restructuring,
		Check: review.CheckRestructuringText,
		Save: func(typed review.Restructuring, _ func(*review.Restructuring)) (page.Done, error) {
			err := s.App.SaveRestructuring(c.Request.Context(), s.Person(c), r.ID, page.Version(in), typed)
			return page.Done{To: page.ServiceHref(r.ID) + "/sua", Say: "saved"}, err
		},
		Again: again,
	}), err
}

// editSteps adds an empty step to a side, takes one away or copies one side over the other.
func editSteps(in url.Values, do string) {
	field.EditRows(in, do)
	if do == "copy" {
		maps.DeleteFunc(in, func(key string, _ []string) bool { return strings.HasPrefix(key, "after.steps[") })
		for key, values := range maps.Clone(in) {
			if rest, ours := strings.CutPrefix(key, "before."); ours {
				in["after."+rest] = values
			}
		}
	}
	for _, side := range sides {
		field.Renumber(in, side+".steps", nil)
	}
}

func (s *Room) showRestructuringForm(c *gin.Context, r app.Restructuring, t page.Typed) error {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = "services"
	laid := serviceForm.Lay(f)
	m := restructuringEdit{
		restructuringPage: s.restructuringPage(c, r, t, s.Text.Say("services.edit")),
		Texts:             laid.Cells[:3],
		After:             laid.Cells[5:],
	}
	for i, side := range sides {
		m.Sides = append(m.Sides, serviceSideEdit{side, laid.Cells[3+i], laid.Lists[i].Rows})
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "proposal/restructuring_edit", m)
}

// restructuringEdit is the form of a review. Template: proposal/restructuring_edit.
type restructuringEdit struct {
	restructuringPage
	Texts, After []field.Cell
	Sides        []serviceSideEdit
}

type serviceSideEdit struct {
	ID    string // "before"; "after", into which the other can be copied
	Level field.Cell
	Steps []field.Row
}
