package report

import (
	"cmp"
	"maps"
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
	by, takes := s.Person(c), b.Plan.TakesWork() == nil
	begun := review.MonthEntry{Month: b.Period.Month, Place: review.PlaceDirection}
	m := monthBook{
		Frame:    s.Frame(c, s.Text.Say("page.month")),
		Book:     b,
		Both:     t.Both,
		Months:   s.monthTabs(b),
		Files:    reportFiles("/bao-cao/monthly", page.MonthHref("", b.Period.Month)),
		Found:    d.Found,
		Holes:    strings.Join(page.Holes(s.Text, d.Holes), "; "),
		MayEdit:  by.May(account.EnterFigures) && takes && len(review.CheckMonthEntry(b.Plan, begun, b.Last)) == 0,
		MayIssue: by.May(account.IssueReport) && takes,
	}
	f := field.NewSheet(s.Text, monthValues(b, t), t.Problems)
	f.Keys = monthKeys
	for _, place := range b.Plan.Places() {
		m.Places = append(m.Places, s.monthPlace(b, place, f, t))
	}
	m.Issue = monthIssue.Lay(f).Cells
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "report/month", m)
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

var figureForm = field.Form[review.MonthFigure]{
	field.Text("name", func(f *review.MonthFigure) *string { return &f.Name }, field.Label("figure.name")),
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

var monthIssue = field.Form[app.ReportOptions]{
	field.Text("number", func(o *app.ReportOptions) *string { return &o.Number }, field.Need, field.Short),
	field.Date("date", func(o *app.ReportOptions) *value.Date { return &o.Date }, field.Need),
}

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
func (s *Room) monthPlace(b app.MonthBook, id review.PlaceID, f *field.Sheet, t page.Typed) monthPlace {
	e, typed := b.Entries[id], t.Values.Get("place") == string(id)
	laid := monthForm(id).Lay(f)
	last := len(laid.Cells) - 1
	out := monthPlace{
		ID:      id,
		Anchor:  anchorOf(id),
		Title:   s.placeTitle(b.Plan, id),
		Entry:   e,
		Version: strconv.Itoa(e.Version),
		Task:    laid.Cells[:last],
		Text:    laid.Cells[last],
		// what the plan's duties need said is mostly said by the program
		Open: typed || !strings.HasPrefix(string(id), "duty/") || strings.TrimSpace(e.Text) != "",
	}
	if typed {
		out.Version = t.Version(e.Version)
	}
	if isTask(id) {
		out.Figures = laid.Lists[0].All()
		if typed {
			out.Sent = page.ReadEvidence(t.Values[out.Anchor+".evidence"], nil)
		}
		out.Upload = f.Cell(out.Anchor+".file", s.Text.Say("month.file"), field.Kind("file"))
	}
	return out
}

func (s *Room) placeTitle(p review.Plan, id review.PlaceID) string {
	return cmp.Or(p.PlaceTitle(id), s.Text.Name("place", string(id)))
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
		Form:  form,
		Keys:  monthKeys,
		Base:  base,
		Check: func(e review.MonthEntry) value.Problems { return review.CheckMonthEntry(b.Plan, e, b.Last) },
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
	return page.ActOf(s.Kit, in, page.Edit[app.ReportOptions]{
		Form: monthIssue,
		Keys: monthKeys,
		Base: app.ReportOptions{Kind: "monthly", Plan: s.PlanID(c), Month: month},
		Save: func(o app.ReportOptions, _ func(*app.ReportOptions)) (page.Done, error) {
			return s.issue(c, o, page.MonthPath+"?thang="+in.Get("month")+"#phat-hanh")
		},
		Again: func(t page.Typed) error { return s.showMonth(c, month, t) },
	}), err
}

// monthBook is the monthly report as the office writes it. Template: report/month.
type monthBook struct {
	page.Frame
	Book              app.MonthBook
	Both              page.BothVersions
	Summary           field.Summary
	Months            []page.MonthTab
	Files             []page.Link
	Found             []string // what the program found itself
	Places            []monthPlace
	Holes             string // "số văn bản; khó khăn, vướng mắc"
	Issue             []field.Cell
	MayEdit, MayIssue bool
}

// monthPlace is one place of the report: what the office writes there.
type monthPlace struct {
	ID            review.PlaceID // "duty/D1"
	Anchor, Title string
	Entry         app.SavedEntry
	Version       string
	Open          bool
	Text          field.Cell
	Task          []field.Cell // how the task of the place stands; none: it has no task
	Figures       []*field.Row
	Sent          []review.Evidence // files that came with what is typed
	Upload        field.Cell
}

// Carried is a file as the form carries it until it is saved.
func (monthPlace) Carried(e review.Evidence) string { return page.EvidenceValue(e) }
