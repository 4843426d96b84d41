package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// planPartForm is a part of a plan as it is edited: what it reads, and which fields it shows.
type planPartForm struct {
	read func(r *planReader, p *review.Plan)
	show func(s *Server, m *planEdit, x planPartPage)
}

// planPartForms are the parts of a plan by the names that addresses give them.
var planPartForms = map[string]planPartForm{
	partHead:       {func(r *planReader, p *review.Plan) { r.head(p); r.references(p) }, (*Server).headFields},
	partDuties:     {func(r *planReader, p *review.Plan) { r.campaigns(p); r.duties(p) }, (*Server).dutyFields},
	partTargets:    {(*planReader).targets, (*Server).targetFields},
	partTasks:      {(*planReader).tasks, (*Server).taskFields},
	partIndicators: {(*planReader).order, (*Server).orderFields},
}

// planPartPage is what the fields of a part are made of.
type planPartPage struct {
	form     *field.Sheet
	plan     review.Plan
	typed    url.Values
	calendar viet.Calendar
}

// planPartOf is the plan and the part of the address.
func (s *Server) planPartOf(c *gin.Context) (review.Plan, int, planPartForm, error) {
	part, known := planPartForms[c.Param("part")]
	if !known {
		return review.Plan{}, 0, part, value.ErrNotFound
	}
	p, version, err := s.app.PlanFor(c.Request.Context(), s.person(c), c.Param("plan"))
	if err == nil {
		err = p.Editable()
	}
	return p, version, part, err
}

// notEdited answers where a plan cannot be edited: with the plan itself and why.
func (s *Server) notEdited(c *gin.Context, err error) error {
	var problems value.Problems
	if errors.As(err, &problems) {
		return s.showPlan(c, http.StatusUnprocessableEntity, url.Values{}, problems, bothVersions{})
	}
	return err
}

// planPartForm shows the form of a part.
func (s *Server) planPartForm(c *gin.Context) error {
	p, version, part, err := s.planPartOf(c)
	if err != nil {
		return s.notEdited(c, err)
	}
	return s.showPlanPart(c, http.StatusOK, part, p, version, typedWholePlan(p), nil, bothVersions{})
}

func (s *Server) showPlanPart(c *gin.Context, status int, part planPartForm, p review.Plan, version int, typed url.Values, problems value.Problems, both bothVersions) error {
	calendar, err := s.app.Calendar(c.Request.Context())
	if err != nil {
		return err
	}
	say := s.text.Say
	m := planEdit{frame: s.frame(c, say("planform.edit."+c.Param("part"))), Headline: say("planform.edit." + c.Param("part")), State: say("planform.plan", p.Number) + " · " + s.planStateWords(p),
		Both: both, Back: link{say("planform.plan", p.Number), planHref(p.ID)}, Action: planHref(p.ID) + "/sua/" + c.Param("part"), Version: strconv.Itoa(version), Submit: say("planform.save")}
	x := planPartPage{form: field.NewSheet(s.text, typed, problems), plan: p, typed: typed, calendar: calendar}
	part.show(s, &m, x)
	m.Summary = x.form.Summary()
	return s.show(c, status, "plan/edit", m)
}

// savePlanPart saves a part of a plan.
func (s *Server) savePlanPart(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	p, newest, part, err := s.planPartOf(c)
	if err != nil {
		return s.notEdited(c, err)
	}
	r := newPlanReader(in)
	typed := p
	part.read(r, &typed)
	if err = r.problems.Err(); err == nil {
		err = s.app.SavePlan(c.Request.Context(), s.person(c), p.ID, version(in), func(p *review.Plan) { part.read(newPlanReader(in), p) })
	}
	status, problems, err := refused(err)
	switch {
	case err != nil:
		return err
	case status == http.StatusConflict:
		both := bothVersions{Text: s.text.Say("setting.conflict"), Rows: differing(s.planAnswers(p), s.planAnswers(typed))}
		return s.showPlanPart(c, status, part, p, newest, in, nil, both)
	case len(problems) > 0:
		return s.showPlanPart(c, status, part, p, version(in), in, r.inRows(problems), bothVersions{})
	}
	c.Redirect(http.StatusSeeOther, planHref(p.ID)+"?da=luu")
	return nil
}

func (s *Server) headFields(m *planEdit, x planPartPage) {
	f, say := x.form, s.text.Say
	m.Fields = s.planHeadFields(f, true)
	m.Lists = []planRows{{ID: "can-cu", Title: say("planform.references"), Add: say("planform.add"), Rows: s.rowsOf("references", x, func(row string) planLineEdit {
		return planLineEdit{Title: x.typed.Get(row + ".number"), Fields: []field.Cell{f.Cell(row+".number", say("planform.reference_number"), field.Medium),
			f.Cell(row+".date", say("planform.reference_date"), field.Short), f.Cell(row+".issuer", say("planform.reference_issuer"), field.Medium), f.Cell(row+".title", say("planform.title"))}}
	})}}
	m.Lists[0].split()
}

// planHeadFields are the particulars of a plan; a copy asks for the first of them alone.
func (s *Server) planHeadFields(f *field.Sheet, all bool) []field.Cell {
	say := s.text.Say
	out := []field.Cell{f.Cell("number", say("planform.number"), field.Need, field.Short, field.Hint(say("planform.number.hint"))), f.Cell("date", say("planform.date"), field.Need, field.Short, field.Hint(say("date.hint"))),
		f.Cell("year", say("planform.year"), field.Need, field.Short), f.Cell("title", say("planform.title"), field.Need),
		f.Cell("superior", say("planform.superior"), field.Medium, field.Hint(say("planform.superior.hint"))), f.Cell("addressee", say("planform.addressee"), field.Medium, field.Hint(say("planform.addressee.hint")))}
	if !all {
		return out
	}
	return append(out, f.Cell("recipients", say("planform.recipients"), field.Kind("textarea"), field.Tall(2), field.Hint(say("planform.recipients.hint"))), f.Cell("signer", say("planform.signer"), field.Medium),
		f.Cell("funding", say("planform.funding")), f.Cell("first_day", say("planform.first_day"), field.Short, field.Hint(say("planform.first_day.hint"))),
		f.Cell("due_day", say("planform.due_day"), field.Short, field.Hint(say("planform.due_day.hint"))))
}

// rowsOf makes a line of each row of a list that stands in the form, and a blank one at the end.
func (s *Server) rowsOf(list string, x planPartPage, line func(row string) planLineEdit) []planLineEdit {
	numbers := field.RowNumbers(x.typed, list)
	var out []planLineEdit
	for _, n := range numbers {
		row := field.RowName(list, n)
		if isBlankRow(x.typed, row) {
			continue
		}
		l := line(row)
		l.Name, l.ID, l.Drop, l.Dropped = row, x.typed.Get(row+".id"), true, x.typed.Get(row+".drop") != ""
		if l.Title == "" {
			l.Title = s.text.Say("planform.new_row")
		}
		out = append(out, l)
	}
	next := 0
	if len(numbers) > 0 {
		next = numbers[len(numbers)-1] + 1
	}
	blank := line(field.RowName(list, next))
	blank.Name = field.RowName(list, next)
	return append(out, blank)
}

// split takes the blank row at the end out of the others.
func (l *planRows) split() {
	last := l.Rows[len(l.Rows)-1]
	l.Rows, l.New = l.Rows[:len(l.Rows)-1], &last
}

// dayField is a date with its last working day, and why nobody works on the day itself.
func (s *Server) dayField(x planPartPage, id, label, dayField string) field.Cell {
	d, _ := typedDate(x.typed, id) // what is none has its problem at the field
	if d.IsZero() {
		return x.form.Cell(id, label, field.Short, field.Hint(s.text.Say("date.hint")))
	}
	inclusive := x.typed.Get(dayField) == "itself" || x.plan.Rules.DayItselfOnTime
	last := viet.ShortDate(x.calendar.LastDay(d, inclusive))
	if why, off := review.DayOff(d, x.calendar); off {
		return x.form.Cell(id, label, field.Short, field.Hint(s.text.Say("planform.day_off", why, last)))
	}
	return x.form.Cell(id, label, field.Short, field.Hint(s.text.Say("planform.last_working", last)))
}

func (s *Server) dayChoice(f *field.Sheet, id string) field.Cell {
	return f.Cell(id, s.text.Say("planform.day"), field.Short, field.Choose(field.Option{Value: "before", Text: s.text.Say("planform.day.before")}, field.Option{Value: "itself", Text: s.text.Say("planform.day.itself")}))
}

func (s *Server) campaignFields(x planPartPage) planRows {
	f, say := x.form, s.text.Say
	out := planRows{ID: "dot", Title: say("planform.campaigns")}
	for i, c := range x.plan.Campaigns {
		row := field.RowName("campaigns", i)
		out.Rows = append(out.Rows, planLineEdit{Title: c.Name, Name: row, ID: string(c.ID), Fields: []field.Cell{f.Cell(row+".name", say("planform.name"), field.Need),
			s.dayField(x, row+".due", say("planform.due"), row+".day"), s.dayChoice(f, row+".day"), f.Cell(row+".hand_in", say("planform.hand_in"), field.Short, field.Hint(say("date.hint"))),
			f.Cell(row+".to", say("planform.to"), field.Medium)}})
	}
	return out
}

func (s *Server) campaignOptions(p review.Plan) []field.Option {
	out := []field.Option{{Value: "", Text: s.text.Say("planform.no_campaign")}}
	for _, c := range p.Campaigns {
		out = append(out, field.Option{Value: string(c.ID), Text: c.Name})
	}
	return out
}

func (s *Server) pageOptions() []field.Option {
	out := []field.Option{{Value: "", Text: s.text.Say("planform.page.none")}}
	for _, p := range review.DutyPages {
		out = append(out, field.Option{Value: string(p), Text: s.text.Say("planform.page." + string(p))})
	}
	return out
}

func (s *Server) dutyOptions(p review.Plan) []field.Option {
	out := []field.Option{{Value: "", Text: s.text.Say("planform.no_duty")}}
	for _, d := range p.Duties {
		out = append(out, field.Option{Value: d.ID, Text: d.Title})
	}
	return out
}

func (s *Server) dutyFields(m *planEdit, x planPartPage) {
	f, say := x.form, s.text.Say
	duties := planRows{ID: "nhiem-vu", Title: say("planform.dated_duties"), Text: say("planform.duties.text"), Add: say("planform.add"), Rows: s.rowsOf("duties", x, func(row string) planLineEdit {
		return planLineEdit{Title: x.typed.Get(row + ".title"), Fields: []field.Cell{f.Cell(row+".title", say("planform.duty")), s.dayField(x, row+".deadline", say("planform.due"), row+".day"),
			s.dayChoice(f, row+".day"), f.Cell(row+".monthly", say("planform.monthly"), field.Short, field.Hint(say("planform.monthly.hint"))), f.Cell(row+".owner", say("planform.owner"), field.Medium),
			f.Cell(row+".to", say("planform.to"), field.Medium), f.Cell(row+".funding", say("planform.funding"), field.Medium),
			f.Cell(row+".source", say("planform.source"), field.Short), f.Cell(row+".campaign", say("planform.campaign"), field.Medium, field.Choose(s.campaignOptions(x.plan)...)),
			f.Cell(row+".page", say("planform.page"), field.Medium, field.Choose(s.pageOptions()...))}}
	})}
	duties.split()
	m.Lists = []planRows{s.campaignFields(x), duties}
}

func (s *Server) targetFields(m *planEdit, x planPartPage) {
	f, say := x.form, s.text.Say
	metrics := []field.Option{{Value: "", Text: say("planform.choose")}}
	for _, k := range []review.Metric{review.Reviewed, review.Number, review.Cost, review.Issued} {
		metrics = append(metrics, field.Option{Value: string(k), Text: s.text.Name("metric", string(k))})
	}
	targets := planRows{ID: "chi-tieu", Title: say("planform.targets"), Text: say("planform.targets.text"), Add: say("planform.add"), Rows: s.rowsOf("targets", x, func(row string) planLineEdit {
		title := ""
		if k := x.typed.Get(row + ".metric"); k != "" {
			title = joined(": ", campaignName(x.plan, review.CampaignID(x.typed.Get(row+".campaign"))), s.text.Name("metric", k))
		}
		return planLineEdit{Title: title, Fields: []field.Cell{f.Cell(row+".metric", say("planform.measures"), field.Medium, field.Choose(metrics...)),
			f.Cell(row+".campaign", say("planform.campaign"), field.Medium, field.Choose(s.campaignOptions(x.plan)...)), f.Cell(row+".threshold", say("planform.threshold"), field.Short, field.Hint(say("planform.threshold.hint"))),
			s.dayField(x, row+".deadline", say("planform.due"), row+".day"), s.dayChoice(f, row+".day"), f.Cell(row+".source", say("planform.source"), field.Short),
			f.Cell(row+".duty", say("planform.of_duty"), field.Choose(s.dutyOptions(x.plan)...))}}
	})}
	targets.split()
	m.Lists = []planRows{targets}
}

func (s *Server) taskFields(m *planEdit, x planPartPage) {
	f, say := x.form, s.text.Say
	tasks := planRows{ID: "nhiem-vu", Title: say("planform.tasks"), Add: say("planform.add"), Rows: s.rowsOf("tasks", x, func(row string) planLineEdit {
		return planLineEdit{Title: joined(" ", say("planform.task"), x.typed.Get(row+".source")), Fields: []field.Cell{f.Cell(row+".text", say("planform.task"), field.Kind("textarea"), field.Tall(3)), f.Cell(row+".owner", say("planform.owner"), field.Medium),
			f.Cell(row+".source", say("planform.source"), field.Short), f.Cell(row+".register", say("planform.task_register"), field.Medium, field.Choose(field.Option{Value: "", Text: say("planform.task_register.none")}, field.Option{Value: string(review.OnlineServices), Text: say("planform.task_register.online_services")}))}}
	})}
	tasks.split()
	m.Lists = []planRows{tasks}
}

func (s *Server) orderFields(m *planEdit, x planPartPage) {
	f, say := x.form, s.text.Say
	list := planRows{ID: "chi-tieu", Title: say("planform.indicators", len(x.plan.Indicators)), Text: say("planform.indicators.text"),
		More: link{say("planform.add_indicator"), planHref(x.plan.ID) + "/chi-tieu/them"}}
	if whole := f.Cell("indicators", say("planform.indicators", len(x.plan.Indicators))); whole.Problem != "" {
		list.Text = whole.Problem
	}
	for i, ind := range x.plan.Indicators {
		row := field.RowName("indicators", i)
		list.Rows = append(list.Rows, planLineEdit{Title: joined(" ", ind.Group+",", ind.Number+":", ind.Name), Name: row, ID: ind.ID, Drop: true, Dropped: x.typed.Get(row+".drop") != "",
			Fields: []field.Cell{f.Cell(row+".place", say("planform.place"), field.Short)}, Open: link{say("planform.open_indicator"), planHref(x.plan.ID) + "/chi-tieu/" + url.PathEscape(ind.ID)}})
	}
	groups := planRows{ID: "nhom", Title: say("planform.groups"), Text: say("planform.groups.text"), Add: say("planform.add"), Rows: s.rowsOf("groups", x, func(row string) planLineEdit {
		return planLineEdit{Title: x.typed.Get(row + ".id"), Fields: []field.Cell{f.Cell(row+".name", say("planform.group_name"))}}
	})}
	groups.split()
	// a group is named by people: its name is a field like the others
	for i := range groups.Rows {
		groups.Rows[i].ID = ""
		groups.Rows[i].Fields = slices.Insert(groups.Rows[i].Fields, 0, f.Cell(groups.Rows[i].Name+".id", say("planform.group"), field.Short))
	}
	groups.New.Fields = slices.Insert(groups.New.Fields, 0, f.Cell(groups.New.Name+".id", say("planform.group"), field.Short))
	m.Lists = []planRows{list, groups}
}
