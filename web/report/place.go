package report

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Fields of the one form of a report's places, beside those of each place.
const (
	openedField = "trang"  // on which opened page it was typed
	draftField  = "tu-luu" // a script sends what is typed to be kept; the page stays
)

// book is the places of a report that people write on one page: one form, one button.
type book struct {
	places  []review.PlaceID
	month   value.Month // none: of the review summary
	title   func(review.PlaceID) string
	entries map[review.PlaceID]app.SavedEntry
	check   func(review.MonthEntry) value.Problems
	save    func(context.Context, []app.TypedEntry) error
	newest  func() (map[review.PlaceID]app.SavedEntry, error) // after somebody else saved
	to      string                                            // the page
	again   func(page.Typed) error
}

// saveBook keeps all that was typed on the page of a book, or nothing.
func (s *Room) saveBook(c *gin.Context, in url.Values, b book) page.Act {
	return page.Act{Again: b.again, Do: func() (page.Done, error) {
		problems := s.keepFiles(c, in, b.places)
		typed, wrong := b.read(in)
		if problems = append(problems, wrong...); len(problems) > 0 {
			return page.Done{}, problems
		}
		err := b.save(c.Request.Context(), typed)
		var outdated *app.Outdated
		if errors.As(err, &outdated) {
			newest, failed := b.newest()
			if failed != nil {
				return page.Done{}, failed
			}
			return page.Done{}, page.Newer(err, func() page.BothVersions {
				return s.bothPlaces(in, b, typed, outdated.Places, newest)
			})
		}
		clock := s.App.Now().Format("15:04")
		if err == nil && in.Has(draftField) {
			said := viet.Capital(s.Text.Say("month.draft_saved", clock))
			return page.Done{Show: func() error { c.String(http.StatusOK, said); return nil }}, nil
		}
		return page.Done{To: b.to, Say: "month.saved", Args: []any{clock}}, err
	}}
}

// keepFiles keeps the files that came for the tasks, so that they are not lost where the form is refused.
func (s *Room) keepFiles(c *gin.Context, in url.Values, places []review.PlaceID) (problems value.Problems) {
	for _, id := range places {
		at := anchorOf(id)
		if !isTask(id) {
			continue
		}
		kept, wrong := s.KeepEvidence(c, at+".file")
		for _, e := range kept {
			in.Add(at+".evidence", page.EvidenceValue(e))
		}
		problems = append(problems, wrong...)
	}
	return problems
}

// read reads the places that a form sent. One that the report has no longer is a problem, not lost without a word.
func (b book) read(in url.Values) (typed []app.TypedEntry, problems value.Problems) {
	known := map[string]bool{}
	for _, id := range b.places {
		at := anchorOf(id)
		known[at+".version"] = true
		if !in.Has(at + ".version") {
			continue
		}
		e := app.TypedEntry{MonthEntry: b.entries[id].MonthEntry, Base: page.Version(url.Values{
			"version": in[at+".version"],
		})}
		e.Month, e.Place, e.Page = b.month, id, in.Get(openedField)
		e.Evidence = page.ReadEvidence(in[at+".evidence"], nil)
		r := placeForm(id).Read(in, &e.MonthEntry)
		problems = append(problems, r.Problems...)
		for _, p := range r.Place(atPlace(b.check(e.MonthEntry), at)) {
			if !slices.ContainsFunc(problems, func(x value.Problem) bool { return x.Field == p.Field }) {
				problems = append(problems, p) // what could not be read, or is wrong with the month, is said once
			}
		}
		typed = append(typed, e)
	}
	for _, name := range slices.Sorted(maps.Keys(in)) {
		if at, is := strings.CutSuffix(name, ".version"); is && !known[name] {
			problems.Add("place", "place.unknown", at)
		}
	}
	if len(typed) == 0 {
		problems.Add("place", "place.unknown", "")
	}
	return typed, problems
}

// bookIndex leads to the parts of the page on which a report is written.
func (s *Room) bookIndex(d draft, places []placeShow, issues bool) page.Index {
	out := page.Index{Label: s.Text.Say("month.index")}
	if len(d.Found) > 0 {
		out.Add(s.Text.Say("month.found"), "tu-tong-hop")
	}
	for _, p := range places {
		out.Add(p.Title, p.Anchor)
	}
	if issues {
		out.Add(s.Text.Say("month.issue"), "phat-hanh")
	}
	return out
}

// bothPlaces is what stands now at places where somebody else wrote beside what was typed. The form goes on from there.
func (s *Room) bothPlaces(
	in url.Values, b book, typed []app.TypedEntry, behind []review.PlaceID, newest map[review.PlaceID]app.SavedEntry,
) page.BothVersions {
	both := page.BothVersions{Text: s.Text.Say("setting.conflict")}
	for _, e := range typed {
		if !slices.Contains(behind, e.Place) {
			continue
		}
		saved := newest[e.Place]
		for _, row := range placeForm(e.Place).Differ(s.Text, placeKeys, saved.MonthEntry, e.MonthEntry) {
			row.Label = b.title(e.Place) + ": " + viet.LowerFirst(row.Label)
			both.Rows = append(both.Rows, row)
		}
		in.Set(anchorOf(e.Place)+".version", strconv.Itoa(saved.Version))
	}
	return both
}

// values is what stands in the fields of the page: what was written, and what is being typed.
func (b book) values(t page.Typed) url.Values {
	out := url.Values{}
	for _, id := range b.places {
		if !t.Values.Has(anchorOf(id) + ".version") {
			maps.Copy(out, placeForm(id).Values(b.entries[id].MonthEntry))
		}
	}
	maps.Copy(out, t.Values)
	return out
}

// lay lays the places out; without mayEdit they are read.
func (s *Room) lay(c *gin.Context, b book, f *field.Sheet, t page.Typed, mayEdit bool) (out []placeShow) {
	for _, id := range b.places {
		e, at := b.entries[id], anchorOf(id)
		laid := placeForm(id).Lay(f)
		last := len(laid.Cells) - 1
		one := placeShow{
			Anchor:  at,
			Title:   b.title(id),
			Entry:   e,
			Version: strconv.Itoa(e.Version),
			Who:     s.Names(c)(e.By),
			MayEdit: mayEdit,
			Task:    laid.Cells[:last],
			Text:    laid.Cells[last],
			// what the plan's duties need said is mostly said by the program
			Open: !strings.HasPrefix(string(id), "duty/") || strings.TrimSpace(laid.Cells[last].Value) != "",
		}
		if t.Values.Has(at + ".version") {
			one.Version = t.Values.Get(at + ".version")
		}
		if isTask(id) {
			one.Figures = laid.Lists[0].All()
			one.Sent = page.ReadEvidence(t.Values[at+".evidence"], nil)
			one.Upload = f.Cell(at+".file", s.Text.Say("month.file"), field.Kind("file"))
		}
		out = append(out, one)
	}
	return out
}

// opened is on which opened page the form is typed: a form that comes back goes on as the page it was.
func opened(t page.Typed) string {
	if was := t.Values.Get(openedField); was != "" {
		return was
	}
	return page.NewID()
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

// placeShow is one place of a report: what people write there.
type placeShow struct {
	Anchor, Title string
	Entry         app.SavedEntry
	Version, Who  string // who wrote it last
	MayEdit, Open bool
	Text          field.Cell
	Task          []field.Cell // how the task of the place stands; none: it has no task
	Figures       []*field.Row
	Sent          []review.Evidence // files that came with what is typed
	Upload        field.Cell
}

// draft is what stands above the places: the report as it would go out now.
type draft struct {
	Preview string // address of the page that shows it as it will be printed
	Files   []page.Link
	Found   []app.FoundLine // what the program found itself
	Holes   string          // what is missing: "số văn bản; khó khăn, vướng mắc"
}

// Short reports whether what was found is short enough to stand open above the places.
func (d draft) Short() bool { return len(d.Found) <= 12 }

// Carried is a file as the form carries it until it is saved.
func (placeShow) Carried(e review.Evidence) string { return page.EvidenceValue(e) }
