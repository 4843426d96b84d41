package report

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// moreFigures is how many empty rows of figures stand below those of a task.
const moreFigures = 2

// Month shows the monthly report of a month as the office writes it.
func (s *Room) Month(c *gin.Context) error {
	m, err := page.TypedMonth(c.Query("thang"))
	if err != nil {
		return err
	}
	return s.showMonth(c, http.StatusOK, m, nil, nil)
}

// showMonth shows the page; typed and problems are those of a refused form.
func (s *Room) showMonth(c *gin.Context, status int, month value.Month, typed url.Values, problems value.Problems) error {
	b, err := s.App.Month(c.Request.Context(), s.PlanID(c), month)
	if err != nil {
		return err
	}
	d, err := s.App.MonthDraft(c.Request.Context(), b)
	if err != nil {
		return err
	}
	say, at := s.Text.Say, b.Period.Month
	person := s.Person(c)
	m := monthBook{Frame: s.Frame(c, say("page.month")), PlanID: string(b.Plan.ID), Month: at.String(),
		MayEdit: person.May(account.EnterFigures), MayGive: person.May(account.IssueReport)}
	m.State = page.Joined(" · ", say("month.period", viet.ShortDate(b.Period.From), viet.ShortDate(b.Period.To)), s.monthDue(b), s.monthIssued(b))
	if c.Query("da-luu") != "" {
		m.Saved = say("saved")
	}
	for _, x := range monthsUpTo(b) {
		m.Months = append(m.Months, page.MonthTab{Text: say("month.short", int(x.Month)), Label: say("month.tab_public", int(x.Month), viet.MonthYear(x)), Href: page.MonthPath + "?thang=" + x.String(), Current: x == at})
	}
	q := "?thang=" + at.String()
	m.Files = []page.Link{{Text: say("report.read"), Href: "/bao-cao/monthly" + q}, {Text: "Word", Href: "/bao-cao/monthly.docx" + q}, {Text: "Excel", Href: "/bao-cao/monthly.xlsx" + q}, {Text: say("month.section"), Href: "/bao-cao/monthly.docx" + q + "&phan=1"}}
	if len(d.Holes) > 0 {
		m.Holes = say("month.holes", strings.Join(page.Holes(s.Text, d.Holes), "; "))
	}
	for _, r := range b.Issued {
		m.Issued = append(m.Issued, page.Link{Text: say("month.issued_as", r.Number, viet.ShortDate(r.Date)), Href: page.IssuedHref(r.ID)})
	}
	m.Found = d.Found
	body := monthPage{s: s, ctx: c.Request.Context(), book: b, typed: typed, form: field.NewSheet(s.Text, typed, problems), empty: field.NewSheet(s.Text, nil, nil)}
	for _, place := range b.Plan.Places() {
		m.Places = append(m.Places, body.place(place))
	}
	f := body.form
	if typed.Get("place") != "" {
		f = body.empty
	}
	m.Issue = []field.Cell{f.Cell("number", say("month.number"), field.Need, field.Short, field.Hint(say("month.number.hint"))),
		f.Cell("date", say("month.date"), field.Need, field.Short, field.Hint(say("date.hint")))}
	m.Summary = body.form.Summary()
	return s.Show(c, status, "report/month", m)
}

func (s *Room) monthDue(b app.MonthBook) string {
	if b.Period.Last.IsZero() {
		return ""
	}
	return s.Text.Say("month.due", viet.ShortDate(b.Period.Last))
}

func (s *Room) monthIssued(b app.MonthBook) string {
	if len(b.Issued) == 0 {
		return s.Text.Say("month.not_issued")
	}
	return s.Text.Say("month.issued", b.Issued[0].Number, viet.ShortDate(b.Issued[0].Date))
}

// monthsUpTo are the months of the plan that may be written, from its first on.
func monthsUpTo(b app.MonthBook) []value.Month {
	var out []value.Month
	for m := b.Plan.FirstMonth(); !m.After(b.Last) && m.Year == b.Plan.Year; m = m.Add(1) {
		out = append(out, m)
	}
	return out
}

// monthPage makes the places of the page.
type monthPage struct {
	s     *Room
	ctx   context.Context
	book  app.MonthBook
	typed url.Values
	form  *field.Sheet // of the place whose form was refused, or of the issue
	empty *field.Sheet
}

func (p *monthPage) place(id review.PlaceID) monthPlace {
	say := p.s.Text.Say
	e := p.book.Entries[id]
	name, _, _ := strings.Cut(string(id), "/")
	out := monthPlace{ID: string(id), Anchor: anchorOf(string(id)), Version: strconv.Itoa(e.Version), Task: name == "task"}
	out.Title = p.title(id)
	if e.Version > 0 {
		out.Written = p.s.Text.Say("month.written", p.s.ShownName(p.ctx, e.By), viet.ShortDate(value.On(e.At)))
	}
	f, refused := p.empty, p.typed.Get("place") == string(id)
	out.Open = refused || name != "duty" || strings.TrimSpace(e.Text) != "" // what the plan's duties need said is mostly said by the program
	if refused {
		f, out.Version = p.form, p.typed.Get("version")
	}
	put := func(fd *field.Cell, stored string) {
		if !refused {
			fd.Value = stored
		}
		fd.ID = out.Anchor + "." + fd.ID
	}
	out.Text = f.Cell("text", say("month.text"), field.Kind("textarea"))
	put(&out.Text, e.Text)
	if !out.Task {
		return out
	}
	var states []field.Option
	for _, st := range review.TaskStates {
		states = append(states, field.Option{Value: string(st), Text: p.s.Text.Name("task_state", string(st))})
	}
	out.State = f.Cell("state", say("month.state"), field.Choose(states...))
	put(&out.State, string(e.State))
	for i := range out.State.Options {
		out.State.Options[i].Selected = out.State.Options[i].Value == out.State.Value
	}
	out.Owner = f.Cell("owner", say("month.owner"))
	put(&out.Owner, e.Owner)
	for i := range max(len(e.Figures), figureRows(p.typed, refused)) + moreFigures {
		out.Figures = append(out.Figures, p.figure(f, put, e, i))
	}
	for _, x := range e.Evidence {
		out.Files = append(out.Files, page.Link{Text: x.Name, Href: page.IndicatorsPath + "/tai-lieu/" + x.SHA})
	}
	out.Upload = f.Cell("file", say("month.file"), field.Kind("file"))
	put(&out.Upload, "")
	return out
}

func (p *monthPage) figure(f *field.Sheet, put func(*field.Cell, string), e app.SavedEntry, i int) monthFigure {
	var stored [3]string
	if i < len(e.Figures) {
		x := e.Figures[i]
		stored = [3]string{x.Name, viet.Decimal(x.Value), x.Unit}
	}
	row := monthFigure{}
	for n, fd := range []*field.Cell{&row.Name, &row.Value, &row.Unit} {
		key := []string{"name", "value", "unit"}[n]
		*fd = f.Cell(fmt.Sprintf("figures[%d].%s", i, key), p.s.Text.Say("month.figure."+key))
		put(fd, stored[n])
	}
	return row
}

// anchorOf is a place as the page and its fields name it.
func anchorOf(place string) string { return strings.NewReplacer("/", "-", ".", "-").Replace(place) }

// figureRows is how many rows of figures a refused form had.
func figureRows(typed url.Values, refused bool) int {
	n := 0
	for refused && typed.Has(fmt.Sprintf("figures[%d].name", n)) {
		n++
	}
	return max(n-moreFigures, 0)
}

// title is what a place is called: the title of its duty, the words of its task.
func (p *monthPage) title(id review.PlaceID) string {
	for _, d := range p.book.Plan.Duties {
		if review.DutyPlace(d) == id {
			return d.Title
		}
	}
	for _, t := range p.book.Plan.Tasks {
		if review.TaskPlace(t) == id {
			return t.Text
		}
	}
	return p.s.Text.Name("place", string(id))
}

// SaveMonth keeps what was written at one place.
func (s *Room) SaveMonth(c *gin.Context) error {
	in, err := s.Uploaded(c)
	if err != nil {
		return err
	}
	month, err := page.TypedMonth(in.Get("month"))
	if err != nil {
		return err
	}
	in = unanchored(in)
	e := review.MonthEntry{Month: month, Place: review.PlaceID(in.Get("place")), Text: in.Get("text"), State: review.TaskState(in.Get("state")), Owner: in.Get("owner")}
	var problems value.Problems
	e.Figures, problems = typedFigures(in)
	if len(problems) == 0 {
		err = s.keepMonth(c, in, e)
	}
	if errors.As(err, &problems) || len(problems) > 0 {
		return s.showMonth(c, http.StatusUnprocessableEntity, month, in, problems)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, page.MonthPath+"?thang="+month.String()+"&da-luu=1#"+anchorOf(in.Get("place")))
	return nil
}

// keepMonth keeps the file that came along, if one did, and the entry with it.
func (s *Room) keepMonth(c *gin.Context, in url.Values, e review.MonthEntry) error {
	ctx, by := c.Request.Context(), s.Person(c)
	b, err := s.App.Month(ctx, in.Get("plan"), e.Month)
	if err != nil {
		return err
	}
	e.Evidence = b.Entries[e.Place].Evidence
	for _, head := range c.Request.MultipartForm.File {
		if len(head) == 0 || head[0].Size == 0 {
			continue
		}
		f, err := head[0].Open()
		if err != nil {
			return err
		}
		kept, err := s.App.PutEvidence(ctx, by, filepath.Base(head[0].Filename), io.Reader(f))
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
		e.Evidence = append(e.Evidence, kept)
	}
	return s.App.SaveMonthEntry(ctx, by, page.PlanOf(in), e, page.Version(in))
}

// unanchored takes the place out of the names of fields: "task-III-2-1.text" is "text".
func unanchored(in url.Values) url.Values {
	prefix := anchorOf(in.Get("place")) + "."
	out := url.Values{}
	for name, values := range in {
		out[strings.TrimPrefix(name, prefix)] = values
	}
	return out
}

// typedFigures reads the rows that say something.
func typedFigures(in url.Values) (out []review.MonthFigure, problems value.Problems) {
	for i := 0; in.Has(fmt.Sprintf("figures[%d].name", i)); i++ {
		at := fmt.Sprintf("figures[%d].", i)
		name, number, unit := in.Get(at+"name"), strings.TrimSpace(in.Get(at+"value")), in.Get(at+"unit")
		if strings.TrimSpace(name) == "" && number == "" {
			continue
		}
		v, err := viet.ParseDecimal(number)
		var wrong value.Problems
		switch {
		case number == "":
			problems.Add(at+"value", "figure.value_missing")
		case errors.As(err, &wrong):
			for _, w := range wrong {
				problems.Add(at+"value", w.Code, w.Args...)
			}
		case err != nil:
			problems.Add(at+"value", "decimal.typed", number)
		}
		if strings.TrimSpace(name) == "" {
			problems.Add(at+"name", "figure.name_missing")
		}
		out = append(out, review.MonthFigure{Name: name, Value: v, Unit: unit})
	}
	return out, problems
}

// IssueMonth freezes the monthly report under its number and date.
func (s *Room) IssueMonth(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	month, err := page.TypedMonth(in.Get("month"))
	if err != nil {
		return err
	}
	day, problems := page.TypedDate(in, "date")
	if len(problems) == 0 {
		_, err = s.App.IssueReport(c.Request.Context(), s.Person(c), app.ReportOptions{Kind: "monthly", Plan: in.Get("plan"), Month: month, Number: in.Get("number"), Date: day})
	}
	if errors.As(err, &problems) || len(problems) > 0 {
		return s.showMonth(c, http.StatusUnprocessableEntity, month, in, problems)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, page.MonthPath+"?thang="+month.String()+"&da-luu=1#phat-hanh")
	return nil
}

// IssuedFile hands out the Word document of an issued report, as it went out.
func (s *Room) IssuedFile(c *gin.Context) error {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return value.ErrNotFound
	}
	r, f, err := s.App.IssuedFile(c.Request.Context(), s.Person(c), id)
	if err != nil {
		return err
	}
	defer f.Close()
	c.Header("Content-Disposition", page.Attachment(strings.ReplaceAll(r.Title+" so "+r.Number, "/", "-"), "docx"))
	c.Header("Cache-Control", "no-store")
	c.DataFromReader(http.StatusOK, -1, page.FileTypes[0].Media, f, nil)
	return nil
}

// monthBook is the monthly report as the office writes it. Template: report/month.
type monthBook struct {
	page.Frame
	State   string // "Kỳ từ 15/6/2024 đến 14/7/2024 · nộp ngày 15/7/2024 · chưa phát hành"
	Saved   string
	Summary field.Summary
	PlanID  string
	Month   string // "2024-07"
	Months  []page.MonthTab
	Found   []string // what the program found itself
	Places  []monthPlace
	Files   []page.Link
	Holes   string // "còn thiếu: số văn bản, khó khăn, vướng mắc"
	Issue   []field.Cell
	MayEdit bool
	MayGive bool
	Issued  []page.Link
}

// monthPlace is one place of the report: what the program says there itself, and what the office writes.
type monthPlace struct {
	ID      string // "duty/D1"
	Anchor  string
	Title   string
	Version string
	Written string // "Lê Thị Lan, 14/7/2024"
	Open    bool
	Text    field.Cell
	Task    bool
	State   field.Cell
	Owner   field.Cell
	Figures []monthFigure
	Files   []page.Link
	Upload  field.Cell
}

// monthFigure is one row of a task's figures.
type monthFigure struct {
	Name  field.Cell
	Value field.Cell
	Unit  field.Cell
}
