package report

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
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

// Month shows the monthly report of a month as the office writes it.
func (s *Room) Month(c *gin.Context) error {
	m, err := page.TypedMonth(c.Query("thang"))
	if err != nil {
		return err
	}
	return s.showMonth(c, m, page.Shown(nil))
}

// showMonth shows the page; what was typed is that of one place, or of the issue.
func (s *Room) showMonth(c *gin.Context, month value.Month, t page.Typed) error {
	b, err := s.App.Month(c.Request.Context(), s.PlanID(c), month)
	if err != nil {
		return err
	}
	d, err := s.App.MonthDraft(c.Request.Context(), b)
	if err != nil {
		return err
	}
	say, at, person := s.Text.Say, b.Period.Month, s.Person(c)
	period := say("month.period", viet.ShortDate(b.Period.From), viet.ShortDate(b.Period.To))
	m := monthBook{
		Frame:   s.Frame(c, say("page.month")),
		State:   page.Joined(" · ", period, s.monthDue(b), s.monthIssued(b)),
		Both:    t.Both,
		PlanID:  string(b.Plan.ID),
		Month:   at.String(),
		Months:  s.monthTabs(b),
		Found:   d.Found,
		Files:   s.monthFiles(at),
		MayEdit: person.May(account.EnterFigures),
		MayGive: person.May(account.IssueReport),
	}
	if len(d.Holes) > 0 {
		m.Holes = say("month.holes", strings.Join(page.Holes(s.Text, d.Holes), "; "))
	}
	for _, r := range b.Issued {
		m.Issued = append(m.Issued, s.issuedLink(r))
	}
	f := field.NewSheet(s.Text, monthValues(b, t), t.Problems)
	f.Keys = monthKeys
	for _, place := range b.Plan.Places() {
		m.Places = append(m.Places, s.monthPlace(c, b, place, f, t))
	}
	m.Issue = []field.Cell{
		f.Cell("number", say("month.number"), field.Need, field.Short, field.Hint(say("month.number.hint"))),
		f.Cell("date", say("month.date"), field.Need, field.Short, field.Hint(say("date.hint"))),
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "report/month", m)
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

// monthTabs are the months of the plan that may be written, from its first on.
func (s *Room) monthTabs(b app.MonthBook) []page.MonthTab {
	var out []page.MonthTab
	for m := b.Plan.FirstMonth(); !m.After(b.Last) && m.Year == b.Plan.Year; m = m.Add(1) {
		out = append(out, page.MonthTab{
			Text:    s.Text.Say("month.short", int(m.Month)),
			Label:   s.Text.Say("month.tab_public", int(m.Month), viet.MonthYear(m)),
			Href:    page.MonthHref(page.MonthPath, m),
			Current: m == b.Period.Month,
		})
	}
	return out
}

// monthFiles are the report of a month as it would go out today.
func (s *Room) monthFiles(m value.Month) []page.Link {
	word := page.MonthHref("/bao-cao/monthly.docx", m)
	return []page.Link{
		{Text: s.Text.Say("report.read"), Href: page.MonthHref("/bao-cao/monthly", m)},
		{Text: "Word", Href: word},
		{Text: "Excel", Href: page.MonthHref("/bao-cao/monthly.xlsx", m)},
		{Text: s.Text.Say("month.section"), Href: word + "&phan=1"},
	}
}

// monthKeys is under which keys the labels of a place stand.
const monthKeys = "month"

// monthForm is the form of one place. Many stand on one page: the names of its fields begin with the place.
func monthForm(place review.PlaceID) field.Form[review.MonthEntry] {
	type entry = review.MonthEntry
	at := anchorOf(place) + "."
	text := field.Long(at+"text", func(e *entry) *string { return &e.Text }, field.Label("text"))
	if !isTask(place) {
		return field.Form[entry]{text}
	}
	state := func(e *entry) *review.TaskState { return &e.State }
	return field.Form[entry]{
		field.Word(at+"state", state, "task_state", review.TaskStates, field.Label("state")),
		field.Text(at+"owner", func(e *entry) *string { return &e.Owner }, field.Label("owner")),
		text,
		field.Rows(at+"figures", func(e *entry) *[]review.MonthFigure { return &e.Figures }, figureForm,
			field.Label("figure.name")),
	}
}

// figureForm is one figure of a task.
var figureForm = field.Form[review.MonthFigure]{
	field.Own("name", func(f *review.MonthFigure) string { return f.Name },
		func(f *review.MonthFigure, typed string) *value.Problem {
			if f.Name = viet.Clean(typed); f.Name == "" {
				return &value.Problem{Code: "figure.name_missing"}
			}
			return nil
		}, field.Label("figure.name")),
	field.Own("value", func(f *review.MonthFigure) string { return viet.Decimal(f.Value) },
		func(f *review.MonthFigure, typed string) *value.Problem {
			if typed == "" {
				return &value.Problem{Code: "figure.value_missing"}
			}
			n, err := viet.ParseDecimal(typed)
			if err != nil {
				return &value.Problem{Code: "decimal.typed", Args: []any{typed}}
			}
			f.Value = n
			return nil
		}, field.Label("figure.value")),
	field.Text("unit", func(f *review.MonthFigure) *string { return &f.Unit }, field.Label("figure.unit")),
}

// isTask reports whether a place is that of a task of the plan.
func isTask(place review.PlaceID) bool { return strings.HasPrefix(string(place), "task/") }

// anchorOf is a place as the page and its fields name it.
func anchorOf(place review.PlaceID) string {
	return strings.NewReplacer("/", "-", ".", "-").Replace(string(place))
}

// monthValues is what stands in the fields of the page: what was written, and what is being typed.
func monthValues(b app.MonthBook, t page.Typed) url.Values {
	out := url.Values{}
	for _, place := range b.Plan.Places() {
		if string(place) != t.Values.Get("place") {
			maps.Copy(out, monthForm(place).Values(b.Entries[place].MonthEntry))
		}
	}
	maps.Copy(out, t.Values)
	return out
}

// monthPlace is the form of one place as the page shows it.
func (s *Room) monthPlace(
	c *gin.Context, b app.MonthBook, id review.PlaceID, f *field.Sheet, t page.Typed,
) monthPlace {
	e, typed := b.Entries[id], t.Values.Get("place") == string(id)
	laid := monthForm(id).Lay(f)
	last := len(laid.Cells) - 1
	out := monthPlace{
		ID:      string(id),
		Anchor:  anchorOf(id),
		Title:   s.placeTitle(b.Plan, id),
		Version: strconv.Itoa(e.Version),
		Task:    laid.Cells[:last],
		Text:    laid.Cells[last],
		// what the plan's duties need said is mostly said by the program
		Open: typed || !strings.HasPrefix(string(id), "duty/") || strings.TrimSpace(e.Text) != "",
	}
	if e.Version > 0 {
		out.Written = s.Text.Say("month.written", s.Names(c)(e.By), viet.ShortDate(value.On(e.At)))
	}
	if typed {
		out.Version = t.Version(e.Version)
	}
	if !isTask(id) {
		return out
	}
	out.Figures = laid.Lists[0].All()
	for _, x := range e.Evidence {
		out.Files = append(out.Files, monthFile{Text: x.Name, Href: page.IndicatorsPath + "/tai-lieu/" + x.SHA})
	}
	if typed {
		for _, x := range page.ReadEvidence(t.Values[out.Anchor+".evidence"], nil) {
			out.Files = append(out.Files, monthFile{Text: x.Name, Value: page.EvidenceValue(x)})
		}
	}
	out.Upload = f.Cell(out.Anchor+".file", s.Text.Say("month.file"), field.Kind("file"))
	return out
}

// placeTitle is what a place is called: the title of its duty, the words of its task.
func (s *Room) placeTitle(p review.Plan, id review.PlaceID) string {
	for _, d := range p.Duties {
		if review.DutyPlace(d) == id {
			return d.Title
		}
	}
	for _, t := range p.Tasks {
		if review.TaskPlace(t) == id {
			return t.Text
		}
	}
	return s.Text.Name("place", string(id))
}

// SaveMonth keeps what was written at one place.
func (s *Room) SaveMonth(c *gin.Context, in url.Values) (page.Act, error) {
	month, err := page.TypedMonth(in.Get("month"))
	if err != nil {
		return page.Act{}, err
	}
	b, err := s.App.Month(c.Request.Context(), s.PlanID(c), month)
	if err != nil {
		return page.Act{}, err
	}
	place := review.PlaceID(in.Get("place"))
	if !slices.Contains(b.Plan.Places(), place) {
		return page.Act{}, value.Problems{{Field: "place", Code: "place.unknown", Args: []any{string(place)}}}
	}
	at, form := anchorOf(place), monthForm(place)
	base := b.Entries[place].MonthEntry
	base.Month, base.Place = b.Period.Month, place
	act := page.ActOf(s.Kit, in, page.Edit[review.MonthEntry]{
		Form: form,
		Keys: monthKeys,
		Base: base,
		Save: func(e review.MonthEntry, _ func(*review.MonthEntry)) (page.Done, error) {
			for _, x := range page.ReadEvidence(in[at+".evidence"], nil) {
				if !slices.Contains(e.Evidence, x) {
					e.Evidence = append(slices.Clone(e.Evidence), x)
				}
			}
			to := page.MonthHref(page.MonthPath, e.Month) + field.Fragment(at)
			err := s.App.SaveMonthEntry(c.Request.Context(), s.Person(c), b.Plan.ID, e, page.Version(in))
			return page.Done{To: to, Say: "month.saved", Args: []any{s.placeTitle(b.Plan, place)}}, err
		},
		Again: func(t page.Typed) error { return s.showMonth(c, b.Period.Month, t) },
		Place: func(problems value.Problems) value.Problems { return atPlace(problems, at) },
	})
	save := act.Do
	act.Do = func() (page.Done, error) {
		kept, problems := s.KeepEvidence(c, at+".file")
		for _, e := range kept { // it is not lost where the form is refused
			in.Add(at+".evidence", page.EvidenceValue(e))
		}
		if len(problems) > 0 {
			return page.Done{}, append(problems, form.Read(in, &base).Problems...)
		}
		return save()
	}
	return act, nil
}

// atPlace puts the problems of an entry at the fields of its place; those of the month stay what they are.
func atPlace(problems value.Problems, at string) value.Problems {
	out := slices.Clone(problems)
	for i, p := range out {
		name, _, _ := strings.Cut(p.Field, "[")
		if slices.Contains([]string{"text", "state", "owner", "figures"}, name) {
			out[i].Field = at + "." + p.Field
		}
	}
	return out
}

// IssueMonth freezes the monthly report under its number and date.
func (s *Room) IssueMonth(c *gin.Context, in url.Values) (page.Act, error) {
	month, err := page.TypedMonth(in.Get("month"))
	if err != nil {
		return page.Act{}, err
	}
	return page.Act{
		Do: func() (page.Done, error) {
			day, problems := page.TypedDate(in, "date")
			if len(problems) > 0 {
				return page.Done{}, problems
			}
			o := app.ReportOptions{
				Kind:   "monthly",
				Plan:   s.PlanID(c),
				Month:  month,
				Number: in.Get("number"),
				Date:   day,
			}
			return s.issue(c, o, page.MonthPath+"?thang="+in.Get("month")+"#phat-hanh")
		},
		Again: func(t page.Typed) error { return s.showMonth(c, month, t) },
	}, nil
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
	name := strings.ReplaceAll(r.Title+" so "+r.Number, "/", "-")
	c.Header("Content-Disposition", page.Attachment(name, "docx"))
	c.Header("Cache-Control", "no-store")
	c.DataFromReader(http.StatusOK, -1, page.FileTypes[0].Media, f, nil)
	return nil
}

// monthBook is the monthly report as the office writes it. Template: report/month.
type monthBook struct {
	page.Frame
	State   string // "Kỳ từ 15/6/2024 đến 14/7/2024 · nộp ngày 15/7/2024 · chưa phát hành"
	Both    page.BothVersions
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
	Task    []field.Cell // how the task of the place stands; none: it has no task
	Figures []*field.Row
	Files   []monthFile
	Upload  field.Cell
}

// monthFile is a file of evidence. Href is where it can be had, Value is what carries it until it is saved.
type monthFile struct{ Text, Href, Value string }
