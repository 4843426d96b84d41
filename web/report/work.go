package report

import (
	"bytes"
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/page"
)

// Work shows what is late, what is due and what waits for whoever asks, the next dates of the plan and how far their
// unit is. It is where people come who sign in.
func (s *Room) Work(c *gin.Context) error {
	by := s.Person(c)
	w, err := s.App.Work(c.Request.Context(), by, s.PlanID(c))
	if err != nil {
		return err
	}
	var late, soon, waiting []workTask
	for _, t := range w.Tasks {
		switch task := s.workTask(t); {
		case t.Late:
			late = append(late, task)
		case t.Soon:
			soon = append(soon, task)
		default:
			waiting = append(waiting, task)
		}
	}
	steps, err := s.firstSteps(c)
	if err != nil {
		return err
	}
	m := workShow{
		Frame:  s.Frame(c, s.Text.Say("nav.work")),
		Today:  s.App.Today(),
		Steps:  steps,
		Count:  len(w.Tasks),
		Late:   len(late),
		Groups: []workGroup{{"work.late", "bad", late}, {"work.soon", "", soon}, {"work.waiting", "", waiting}},
	}
	dates, err := s.App.Timeline(c.Request.Context(), s.PlanID(c))
	if err != nil && !errors.Is(err, app.ErrNoPlan) {
		return err
	}
	m.Dates = nextDates(dates.Dues)
	if err := s.SayGuessed(c, &m.Frame, page.Counted(m.Dates...)...); err != nil {
		return err
	}
	for _, p := range w.Progress {
		if p.Own || by.May(account.AssignReview) || by.May(account.ApproveProposal) {
			m.Progress = append(m.Progress, workProgress{p, s.progressBar(p)})
		}
	}
	return s.Show(c, http.StatusOK, "report/work", m)
}

// firstSteps are the first steps of the installation, each with its page where whoever asks may do it, else with who
// does it.
func (s *Room) firstSteps(c *gin.Context) (out []workStep, err error) {
	steps, err := s.App.FirstSteps(c.Request.Context(), s.Person(c))
	for _, x := range steps {
		step := workStep{Done: x.Done, Kind: string(x.Kind), Text: s.Text.Say("first.text." + string(x.Kind))}
		switch href := stepHref(x); {
		case x.Done:
		case href == "":
			step.Wait = s.Text.Say("first.needs_plan")
		case x.May:
			step.Href = href
		default:
			var roles []string
			for _, r := range x.By {
				roles = append(roles, s.Text.Name("role", string(r)))
			}
			step.Wait = s.Text.Say("first.by", strings.Join(roles, ", "))
		}
		out = append(out, step)
	}
	return out, err
}

// stepHref is where a first step is done; "" where it needs a plan first.
func stepHref(x app.FirstStep) string {
	board := page.CampaignHref(x.Plan, x.Campaign)
	switch {
	case x.Kind == app.StepPeople:
		return page.UsersPath + "/them"
	case x.Kind == app.StepPlan:
		return page.PlanStartPath
	case x.Kind == app.StepProcedures:
		return page.EntryPath
	case x.Plan == "":
		return ""
	case x.Kind == app.StepList:
		return board + "/danh-muc"
	}
	return board + "/ke-hoach"
}

// workTask is a task with its one action.
func (s *Room) workTask(t app.Task) workTask {
	out := workTask{Task: t, Title: t.Name, Href: todoHref(t)}
	counted := func(n any) string { return s.Text.Say("work.count."+string(t.Kind), n) }
	switch t.Kind {
	case app.TaskHeld, app.TaskUnsorted, app.TaskIncomplete, app.TaskQueries:
		out.Title = counted(viet.Number(int64(t.Count)))
	case app.TaskOutdated:
		out.Title, out.Detail = s.Text.Say("planform.plan", t.Note), counted(t.Count)
	case app.TaskAssign:
		out.Detail = counted(viet.Number(int64(t.Count)))
	case app.TaskDuty:
		if t.Count > 1 {
			out.Detail = counted(t.Count)
		}
	case app.TaskMonth:
		out.Title = s.Text.Say("month.headline", viet.MonthYear(t.Month))
		if t.Count > 1 {
			out.Detail = counted(t.Count)
		}
	case app.TaskPost, app.TaskApply:
		out.Code = catalog.Code(t.Note)
	}
	return out
}

// todoHref is where a task is done.
func todoHref(t app.Task) string {
	board := page.CampaignHref(t.Plan, t.Campaign)
	elsewhere := map[app.TaskKind]string{
		app.TaskReview:     board + "/thu-tuc/" + url.PathEscape(string(t.Code)),
		app.TaskStart:      board + "/danh-muc",
		app.TaskAssign:     board + "/ke-hoach",
		app.TaskApprove:    page.ProposalHref(t.Proposal) + "/duyet",
		app.TaskDuty:       page.PlansPath + "#" + page.DutyPlace(t.DutyID),
		app.TaskMonth:      page.MonthHref(page.MonthPath, t.Month),
		app.TaskOutdated:   page.PlanHref(t.Plan) + "#" + page.FindingsID,
		app.TaskPost:       page.AnnouncementHref(t.Decision, ""),
		app.TaskApply:      page.AnnouncementHref(t.Decision, ""),
		app.TaskHeld:       "/danh-muc/cho-xu-ly",
		app.TaskUnsorted:   "/danh-muc/phan-loai",
		app.TaskIncomplete: page.IncompletePath,
		app.TaskQueries:    page.UnansweredPath,
	}
	return cmp.Or(elsewhere[t.Kind], page.ProposalHref(t.Proposal))
}

// nextDates are the first four dates of the plan that are late or to come; of a monthly duty the next month is enough.
func nextDates(dues []review.Due) (out []review.Due) {
	seen := map[string]bool{}
	for _, d := range dues {
		if !d.IsAhead() || d.Kind == review.MonthDue && seen[d.Title] {
			continue
		}
		seen[d.Title] = true
		if out = append(out, d); len(out) == 4 {
			break
		}
	}
	return out
}

func (s *Room) progressBar(p app.Progress) page.Bar {
	out := page.Bar{Label: s.Text.Say("work.progress", p.Reviewed, p.Assigned)}
	out.Percent, _ = value.Ratio{Part: int64(p.Reviewed), Whole: int64(p.Assigned)}.Percent(2)
	switch {
	case p.Late > 0:
		out.Tone = "bad"
	case p.Reviewed == p.Assigned:
		out.Tone = "met"
	}
	return out
}

// workShow is what waits for whoever asks. Template: report/work.
type workShow struct {
	page.Frame
	Today       value.Date
	Count, Late int // of the tasks
	Steps       []workStep
	Groups      []workGroup
	Dates       []review.Due
	Progress    []workProgress
}

// StepsDone is how many of the first steps are done.
func (m workShow) StepsDone() (n int) {
	for _, x := range m.Steps {
		if x.Done {
			n++
		}
	}
	return n
}

// workStep is a first step as it stands: done, to be done at a page, or waiting for something or somebody.
type workStep struct {
	Done                   bool
	Kind, Text, Href, Wait string
}

// DutyPlace is a duty's place in the page of the plan.
func (workShow) DutyPlace(id string) string { return page.DutyPlace(id) }

// workGroup is tasks of one urgency; Code is the sentence above them.
type workGroup struct {
	Code, Tone string
	Tasks      []workTask
}

// workTask is one thing that waits: "Trả lại: …", "của Nguyễn Thị Hoa" is its detail, Href where it is done.
type workTask struct {
	app.Task
	Title, Detail, Href string
}

type workProgress struct {
	app.Progress
	Bar page.Bar
}

// Year shows what each unit and officer did under a plan in its year.
func (s *Room) Year(c *gin.Context) error {
	t, err := s.App.Year(c.Request.Context(), s.Person(c), s.PlanID(c))
	if err != nil {
		return err
	}
	m := yearTable{Frame: s.Frame(c, s.Text.Say("nav.year")), Table: t}
	return s.Show(c, http.StatusOK, "report/year", m)
}

// YearFile hands the table out as Word or Excel.
func (s *Room) YearFile(t page.FileType) func(*gin.Context) error {
	return func(c *gin.Context) error {
		var b bytes.Buffer
		plan := s.PlanID(c)
		if err := s.App.WriteYear(c.Request.Context(), s.Person(c), plan, t.Ending, &b); err != nil {
			return err
		}
		p, _, err := s.App.Plan(c.Request.Context(), plan)
		if err != nil {
			return err
		}
		return page.GiveDocument(c, s.Text.Say("year.file", p.Year), t, b.Bytes())
	}
}

// yearTable is what each unit and officer did under a plan in its year. Template: report/year.
type yearTable struct {
	page.Frame
	Table app.YearTable
}

// Sofar is an indicator over the year so far, part by part where it has several; a dash where it is not known.
func (m yearTable) Sofar(r review.IndicatorRow) string {
	var out []string
	for _, p := range r.Parts {
		text := cmp.Or(m.Table.Plan.Rules.Percent(p.Year.Ratio, r.Indicator.Target), "–")
		if len(r.Parts) > 1 {
			text = p.Name + ": " + text
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// People are those who entered the figures of an indicator.
func (m yearTable) People(r review.LeadIndicator) string {
	var out []string
	for _, name := range r.EnteredBy {
		out = append(out, m.Table.Shown(name))
	}
	return strings.Join(out, ", ")
}

// yearCells is a row of the table.
type yearCells struct {
	review.Tally
	Share string // "66,67%"; a dash where it did not arise
}

// Cells is a row of the table.
func (m yearTable) Cells(t review.Tally) yearCells {
	return yearCells{t, cmp.Or(m.Table.Plan.Rules.Percent(t.Share(), value.Whole(100)), "–")}
}
