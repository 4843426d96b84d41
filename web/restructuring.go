package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// servicesPath is the reviews of online services.
const servicesPath = "/dich-vu-truc-tuyen"

func serviceHref(id review.RestructuringID) string {
	return servicesPath + "/" + strconv.FormatInt(int64(id), 10)
}

// restructurings lists the reviews of online services of the plan.
func (s *Server) restructurings(c *gin.Context) error {
	by := s.person(c)
	all, err := s.app.Restructurings(c.Request.Context(), by, s.planID(c))
	if err != nil {
		return err
	}
	m := restructuringList{frame: s.frame(c, s.text.Say("page.services")), State: s.servicesState(all), Nothing: emptyState{Text: s.text.Say("services.none")}}
	if by.May(account.EditReview) {
		m.Add = link{s.text.Say("services.add"), servicesPath + "/moi"}
	}
	who := s.shownNames(c)
	for _, r := range all.List {
		m.Rows = append(m.Rows, s.restructuringRow(r, who))
	}
	return s.show(c, http.StatusOK, "restructuring/list", m)
}

// servicesState says in one line how far the reviews are and what those approved take off the user's shoulders.
func (s *Server) servicesState(all app.Restructurings) string {
	n := all.Count
	words := []string{s.text.Say("services.state", n.Begun, n.Reviewed, n.Granted)}
	if n.Granted > 0 {
		if saved := s.savedInWords(n.Before.Minus(n.After)); saved != "" {
			words = append(words, s.text.Say("services.saved", saved))
		}
	}
	return joined(" · ", words...)
}

func (s *Server) restructuringRow(r app.Restructuring, who func(string) string) restructuringRow {
	b, a := r.Before.Burden(), r.After.Burden()
	row := restructuringRow{Title: link{r.Name, serviceHref(r.ID)}, Code: string(r.Procedure), Who: who(r.Author), Due: viet.ShortDate(r.Due), State: s.serviceBadge(r)}
	if r.IsEditable() && !r.Due.IsZero() && s.app.Today().After(r.Due) {
		row.Late = verdict{Sign: "✗", Text: s.text.Say("due.late"), Tone: "bad"}
	}
	if len(r.After.Steps) == 0 {
		row.Level, row.Steps, row.Trips, row.Papers = s.levelName(r.Before.Level), viet.Number(int64(b.Steps)), viet.Number(int64(b.Trips)), viet.Number(int64(b.Papers))
		return row
	}
	row.Level = both(s.levelName(r.Before.Level), s.levelName(r.After.Level))
	row.Steps, row.Trips, row.Papers = bothNumbers(b.Steps, a.Steps), bothNumbers(b.Trips, a.Trips), bothNumbers(b.Papers, a.Papers)
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

func (s *Server) serviceBadge(r app.Restructuring) badge {
	return badge{Text: s.text.Name("state", string(r.State)), Tone: stateTone(r.State)}
}

func (s *Server) levelName(l review.ServiceLevel) string {
	if l == "" {
		return s.text.Say("services.level_open")
	}
	return s.text.Name("service_level", string(l))
}

// newRestructuring is the form that begins a review.
func (s *Server) newRestructuring(c *gin.Context) error {
	return s.showNewRestructuring(c, http.StatusOK, url.Values{"procedure": {c.Query("thu-tuc")}, "officer": {s.person(c).Name}}, nil)
}

func (s *Server) showNewRestructuring(c *gin.Context, status int, typed url.Values, problems value.Problems) error {
	ctx, by := c.Request.Context(), s.person(c)
	plan, _, err := s.app.Plan(ctx, s.planID(c))
	if err != nil {
		return err
	}
	services, err := s.app.OnlineServices(ctx, plan.ID)
	if err != nil {
		return err
	}
	m := restructuringNew{frame: s.frame(c, s.text.Say("services.add")), Nothing: emptyState{Text: s.text.Say("services.no_service"), Next: link{s.text.Say("nav.catalogue"), "/danh-muc"}}}
	choices := []field.Option{{Text: s.text.Say("choose")}}
	for _, x := range services {
		choices = append(choices, field.Option{Value: string(x.Code), Text: string(x.Code) + " " + x.Name})
	}
	f := field.NewSheet(s.text, typed, problems)
	if len(services) > 0 || len(problems) > 0 {
		m.Fields = append(m.Fields, f.Cell("procedure", s.text.Say("services.procedure"), field.Need, field.Hint(s.text.Say("services.procedure.hint")), field.Choose(choices...)))
		if by.May(account.AssignReview) {
			people, err := s.app.Reviewers(ctx)
			if err != nil {
				return err
			}
			var who []field.Option
			for _, p := range people {
				who = append(who, field.Option{Value: p.Name, Text: p.Shown()})
			}
			m.Fields = append(m.Fields, f.Cell("officer", s.text.Say("services.officer"), field.Medium, field.Choose(who...)))
		}
		m.Fields = append(m.Fields, f.Cell("due", s.text.Say("services.due"), field.Short, field.Hint(s.text.Say("date.hint"))))
	}
	m.Summary = f.Summary()
	return s.show(c, status, "restructuring/new", m)
}

// beginRestructuring begins a review and leads to its form.
func (s *Server) beginRestructuring(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	due, problems := typedDate(in, "due")
	var id review.RestructuringID
	switch {
	case in.Get("procedure") == "":
		problems.Add("procedure", "services.procedure_missing")
	case len(problems) == 0:
		id, err = s.app.BeginRestructuring(c.Request.Context(), s.person(c), s.planID(c), catalog.Code(in.Get("procedure")), in.Get("officer"), due)
	}
	if refused := also(problems, err); len(refused) > 0 {
		return s.showNewRestructuring(c, http.StatusUnprocessableEntity, in, refused)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, serviceHref(id)+"/sua")
	return nil
}

// serviceReviewHref leads to the review of a procedure's online service in the plan that is followed, or begins one.
func (s *Server) serviceReviewHref(c *gin.Context, code catalog.Code) string {
	all, err := s.app.Restructurings(c.Request.Context(), s.person(c), s.planID(c))
	if err != nil {
		s.log.Error("reviews of services not read", "request", c.GetString(requestID), "error", err)
	}
	for _, r := range all.List {
		if r.Procedure.Key() == code.Key() && r.State != review.Withdrawn {
			return serviceHref(r.ID)
		}
	}
	return servicesPath + "/moi?" + url.Values{"thu-tuc": {string(code)}}.Encode()
}

// askedRestructuring is the review of the address.
func (s *Server) askedRestructuring(c *gin.Context) (app.Restructuring, error) {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return app.Restructuring{}, value.ErrNotFound
	}
	return s.app.Restructuring(c.Request.Context(), s.person(c), review.RestructuringID(id))
}

// restructuring shows one review with the steps that may follow.
func (s *Server) restructuring(c *gin.Context) error {
	r, err := s.askedRestructuring(c)
	if err != nil {
		return err
	}
	return s.showRestructuring(c, http.StatusOK, r, nil, nil)
}

func (s *Server) showRestructuring(c *gin.Context, status int, r app.Restructuring, typed url.Values, problems value.Problems) error {
	by, say := s.person(c), s.text.Say
	who := s.shownNames(c)
	m := restructuringShow{frame: s.frame(c, r.Name), Head: s.restructuringHead(r, by, who), Figures: s.serviceFigures(r), InWords: s.serviceInWords(r),
		Sides: []serviceSide{s.serviceSide(say("services.before"), r.Before), s.serviceSide(say("services.after"), r.After)}}
	if status == http.StatusConflict {
		m.Clash = say("services.clash", r.Version)
	}
	for _, x := range []struct{ term, text string }{{"services.finding", r.Finding}, {"services.consulted", r.Consulted}, {"services.change", r.Change}, {"services.request", r.Request}, {"services.note", r.Note}} {
		if x.text != "" {
			m.Texts = append(m.Texts, indicatorTerm{say(x.term), x.text})
		}
	}
	if r.Decision.Number != "" {
		m.Decision = say("services.decision", r.Decision.Number, viet.ShortDate(r.Decision.Date))
	}
	path, err := s.app.RestructuringPath(c.Request.Context(), by, r.ID)
	if err != nil {
		return err
	}
	for _, v := range path {
		m.Path = append(m.Path, pathStep{Text: s.text.Name("state", string(v.State)), Who: who(v.By), When: viet.ShortDate(value.On(v.At)), Done: true, Bad: stateTone(v.State) == "bad"})
	}
	m.Path = s.ahead(m.Path, r.State)
	if r.IsEditable() {
		for _, p := range review.CheckRestructuring(r.Restructuring) {
			m.Open = append(m.Open, s.servicePlace(p)+s.sentence(p))
		}
	}
	m.Actions, m.Summary = s.serviceSteps(r, by, typed, problems)
	return s.show(c, status, "restructuring/show", m)
}

// servicePlace says which side a problem is about.
func (s *Server) servicePlace(p value.Problem) string {
	for _, side := range []string{"before", "after"} {
		if strings.HasPrefix(p.Field, side+".") {
			return s.text.Say("services."+side) + ": "
		}
	}
	return ""
}

func (s *Server) restructuringHead(r app.Restructuring, by app.Person, who func(string) string) restructuringHead {
	facts := []string{who(r.Author)}
	if !r.Due.IsZero() {
		facts = append(facts, s.text.Say("services.due_on", viet.ShortDate(r.Due)))
	}
	return restructuringHead{Code: string(r.Procedure), Title: link{r.Name, procedureHref(r.Procedure)}, Href: serviceHref(r.ID), State: s.serviceBadge(r),
		Facts: joined(" · ", facts...), Edit: r.IsEditable() && by.May(account.EditReview)}
}

// serviceSteps are the actions with their fields.
func (s *Server) serviceSteps(r app.Restructuring, by app.Person, typed url.Values, problems value.Problems) ([]proposalAction, field.Summary) {
	if typed == nil {
		typed = url.Values{}
	}
	f := field.NewSheet(s.text, typed, s.stepProblems(typed.Get("action"), problems))
	out := s.actionsFrom(r.State, r.Author, by)
	for i := range out {
		a := &out[i]
		if a.Why != "" {
			continue
		}
		a.Post, a.Version = serviceHref(r.ID)+"/buoc", strconv.Itoa(r.Version)
		a.Fields = s.stepFields(f, review.Action(a.Action))
		switch review.Action(a.Action) {
		case review.ActionApprove, review.ActionSubmit, review.ActionCheck:
			a.Primary = true
		}
		a.Open = a.Action == string(review.ActionApprove)
		a.Primary = a.Primary || typed.Get("action") == a.Action
	}
	return out, f.Summary()
}

// serviceFigures compares both sides line by line. A side without steps has dashes: nothing is known of it.
func (s *Server) serviceFigures(r app.Restructuring) []serviceFigure {
	b, a := r.Before.Burden(), r.After.Burden()
	out := []serviceFigure{{Name: s.text.Say("services.level"), Before: s.levelName(r.Before.Level), After: s.levelName(r.After.Level)}}
	for _, x := range []struct {
		name          string
		before, after int
	}{{"steps", b.Steps, a.Steps}, {"trips", b.Trips, a.Trips}, {"papers", b.Papers, a.Papers}, {"retyped", b.Retyped, a.Retyped}, {"minutes", b.Minutes, a.Minutes}} {
		f := serviceFigure{Name: s.text.Say("services." + x.name), Before: "–", After: "–"}
		if b.Steps > 0 {
			f.Before = viet.Number(int64(x.before))
		}
		if a.Steps > 0 {
			f.After = viet.Number(int64(x.after))
		}
		if b.Steps > 0 && a.Steps > 0 && x.before != x.after {
			f.Saved, f.Tone = s.text.Say("services.less", x.before-x.after), "met"
			if x.after > x.before {
				f.Saved, f.Tone = s.text.Say("services.more", x.after-x.before), "bad"
			}
		}
		out = append(out, f)
	}
	return out
}

// serviceInWords says what the review comes to.
func (s *Server) serviceInWords(r app.Restructuring) string {
	switch {
	case len(r.After.Steps) == 0:
		return ""
	case r.Keeps():
		return s.text.Say("services.keeps")
	}
	saved := s.savedInWords(r.Before.Burden().Minus(r.After.Burden()))
	if saved == "" {
		return ""
	}
	return s.text.Say("services.in_words", saved)
}

// savedInWords says what the user is spared, and what comes on top; nothing where neither.
func (s *Server) savedInWords(saved review.Burden) string {
	var parts []string
	for _, x := range []struct {
		name string
		n    int
	}{{"step", saved.Steps}, {"trip", saved.Trips}, {"paper", saved.Papers}, {"retyping", saved.Retyped}, {"minute", saved.Minutes}} {
		switch {
		case x.n > 0:
			parts = append(parts, s.text.Say("services.fewer", viet.Number(int64(x.n)), s.text.Say("services."+x.name)))
		case x.n < 0:
			parts = append(parts, s.text.Say("services.extra", viet.Number(int64(-x.n)), s.text.Say("services."+x.name)))
		}
	}
	return strings.Join(parts, ", ")
}

func (s *Server) serviceSide(title string, v review.Service) serviceSide {
	out := serviceSide{Title: title, None: s.text.Say("services.no_steps")}
	for _, x := range v.Steps {
		facts := []string{s.text.Name("step_place", string(x.Where))}
		for _, n := range []struct {
			name   string
			number int
		}{{"paper", x.Papers}, {"retyping", x.Retyped}, {"minute", x.Minutes}} {
			if n.number > 0 {
				facts = append(facts, viet.Number(int64(n.number))+" "+s.text.Say("services."+n.name))
			}
		}
		out.Steps = append(out.Steps, serviceStep{Text: x.Text, Facts: joined(" · ", facts...)})
	}
	return out
}

// stepRestructuring takes a review one step along its path.
func (s *Server) stepRestructuring(c *gin.Context) error {
	in, done, err := s.stepForm(c)
	if err != nil {
		return err
	}
	defer done()
	r, err := s.askedRestructuring(c)
	if err != nil {
		return err
	}
	if !slices.Contains(review.Actions, review.Action(in.Get("action"))) {
		return s.showRestructuring(c, http.StatusUnprocessableEntity, r, in, value.Problems{{Field: "action", Code: "action.unknown", Args: []any{in.Get("action")}}})
	}
	order, problems := stepOrder(in)
	if len(problems) == 0 {
		err = s.app.StepRestructuring(c.Request.Context(), s.person(c), r.ID, version(in), order.Step)
	}
	var conflict *value.Conflict
	switch {
	case errors.As(err, &conflict):
		return s.showRestructuring(c, http.StatusConflict, r, in, nil)
	case errors.As(err, &problems) && errors.Is(err, value.ErrForbidden):
		return s.showRestructuring(c, http.StatusForbidden, r, in, problems)
	case errors.As(err, &problems), len(problems) > 0:
		return s.showRestructuring(c, http.StatusUnprocessableEntity, r, in, problems)
	case err != nil:
		return err
	}
	c.Redirect(http.StatusSeeOther, serviceHref(r.ID))
	return nil
}
