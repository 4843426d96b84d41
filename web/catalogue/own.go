package catalogue

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// ownKeys is under which keys the labels of the form stand.
const ownKeys = "own"

// ownForm is what holds for all procedures of a table. The table itself is taken as it was pasted: a blank at its
// beginning is a cell.
var ownForm = field.Form[app.OwnOrder]{
	field.Own("table", func(o *app.OwnOrder) string { return o.Table },
		func(*app.OwnOrder, string) *value.Problem { return nil }, field.Tall(10)),
	field.Word("kind", func(o *app.OwnOrder) *catalog.Kind { return &o.Kind }, "kind",
		[]catalog.Kind{catalog.Internal, catalog.Public}, field.Medium).Capital(),
	field.Word("group", func(o *app.OwnOrder) *catalog.Group { return &o.Group }, "group",
		[]catalog.Group{catalog.GroupB, catalog.GroupA}, field.Medium).Capital(),
	field.Text("field", func(o *app.OwnOrder) *string { return &o.Field }, field.Medium),
	field.Word("level", func(o *app.OwnOrder) *catalog.Level { return &o.Level }, "level", catalog.Levels,
		field.Medium).Capital(),
	field.Word("ours", func(o *app.OwnOrder) *catalog.Ours { return &o.Ours }, "ours",
		[]catalog.Ours{catalog.Decides, catalog.Receives, catalog.Shared}, field.Medium).Capital(),
	field.Either("drafts", func(o *app.OwnOrder) *bool { return &o.Drafts }, "announced", "draft"),
	field.Text("decision.number", func(o *app.OwnOrder) *string { return &o.Decision.Number }, field.Medium),
	field.Date("decision.date", func(o *app.OwnOrder) *value.Date { return &o.Decision.Date }),
	field.Text("decision.by", func(o *app.OwnOrder) *string { return &o.Decision.By }, field.Medium),
	field.Date("from", func(o *app.OwnOrder) *value.Date { return &o.From }),
	field.Text("reason", func(o *app.OwnOrder) *string { return &o.Reason }, field.Need),
}

// OwnForm is where a table of the commune's own procedures is pasted.
func (s *Room) OwnForm(c *gin.Context) error {
	return s.showOwn(c, page.Shown(ownForm.Values(app.OwnOrder{
		Kind:   catalog.Internal,
		Group:  catalog.GroupB,
		Ours:   catalog.Decides,
		Level:  catalog.Commune,
		Reason: s.Text.Say("own.reason.usual"),
	})), nil)
}

// TakeOwn shows what a table would bring in, or stores the rows that were picked of what was shown.
func (s *Room) TakeOwn(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by := c.Request.Context(), s.Person(c)
	var preview *app.OwnPreview
	look := func() error {
		var o app.OwnOrder
		problems := ownForm.Read(in, &o).Problems
		o.Table = in.Get("table")
		p, err := s.App.PreviewOwn(ctx, by, o)
		var wrong value.Problems
		switch {
		case err == nil:
			preview = &p
		case !errors.As(err, &wrong):
			return err
		}
		return append(problems, withoutFields(wrong, problems)...).Err()
	}
	return page.Act{
		Do: func() (page.Done, error) {
			if err := s.takeSheet(c, in); err != nil {
				return page.Done{}, err
			}
			if err := look(); err != nil {
				return page.Done{}, err
			}
			if in.Get("do") != "save" {
				return page.Done{Show: func() error { return s.showOwn(c, page.Shown(in), preview) }}, nil
			}
			var o app.OwnOrder
			ownForm.Read(in, &o)
			o.Table = in.Get("table")
			codes, err := s.App.TakeOwn(ctx, by, o, linesOf(in["pick"]), in.Get("seen"))
			at := map[string]string{"number": "decision.number", "issuer": "decision.by"}
			return s.ownDone(o, codes), page.Renamed(err, at)
		},
		Again: func(t page.Typed) error {
			if t.Status == http.StatusConflict { // it is looked at again, with what stands now
				t.Both, t.Problems = page.BothVersions{}, value.Problems{{Field: "seen", Code: "own.moved"}}
			}
			return s.showOwn(c, t, preview)
		},
	}, nil
}

// ownDone leads to what came in.
func (s *Room) ownDone(o app.OwnOrder, codes []catalog.Code) page.Done {
	if len(codes) == 0 {
		return page.Done{}
	}
	say, to := "own.said", url.Values{"kind": {string(o.Kind)}, "ours": {string(o.Ours)}}
	if o.Drafts {
		say = "own.said_drafts"
		to.Set("status", string(catalog.Draft))
	}
	return page.Done{
		To:   cataloguePath + "?" + to.Encode(),
		Say:  say,
		Args: []any{len(codes), string(codes[0]), string(codes[len(codes)-1])},
	}
}

// withoutFields are the problems of a rule at fields that could be read.
func withoutFields(rule, read value.Problems) value.Problems {
	return slices.DeleteFunc(slices.Clone(rule), func(p value.Problem) bool {
		return slices.ContainsFunc(read, func(r value.Problem) bool { return r.Field == p.Field })
	})
}

// linesOf are the lines that were ticked; what is no number is none.
func linesOf(typed []string) (out []int) {
	for _, t := range typed {
		if n, err := strconv.Atoi(t); err == nil {
			out = append(out, n)
		}
	}
	return out
}

// takeSheet puts the sheet that came along into the field for the table, where it can be seen and put right.
func (s *Room) takeSheet(c *gin.Context, in url.Values) error {
	sent := page.SentFiles(c, "file")
	if len(sent) == 0 || sent[0].Size == 0 {
		return nil
	}
	f, err := sent[0].Open()
	if err != nil {
		return err
	}
	defer f.Close() // only read
	raw, err := io.ReadAll(f)
	if err != nil {
		return err
	}
	table, err := s.App.ReadSheet(raw)
	if err != nil {
		return page.Renamed(err, map[string]string{"": "file"})
	}
	in.Set("table", table)
	return nil
}

func (s *Room) showOwn(c *gin.Context, t page.Typed, preview *app.OwnPreview) error {
	fields, err := s.App.Fields(c.Request.Context())
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = ownKeys
	m := ownTable{Frame: s.Frame(c, s.Text.Say("own.title"))}
	m.Table = ownForm.Named("table").Lay(f).Cells[0]
	m.File = f.Cell("file", s.Text.Say("own.file"), field.Kind("file"), field.Hint(s.Text.Say("own.file.hint")))
	m.All = ownForm.Named("kind", "group", "field", "level", "ours").Lay(f).Cells
	for i := range m.All {
		if m.All[i].ID == "field" {
			m.All[i].Suggest = fields
		}
	}
	m.Decision = ownForm.Named("drafts", "decision.number", "decision.date", "decision.by", "from").Lay(f).Cells
	m.Reason = ownForm.Named("reason").Lay(f).Cells[0]
	if m.Open = preview == nil || t.Status != http.StatusOK; preview != nil {
		m.Preview = s.ownPreview(*preview, t.Values)
	}
	for _, r := range m.Preview.Rows {
		for _, text := range r.Wrong {
			m.Summary = append(m.Summary, field.Line{Href: "#" + r.ID, Text: s.Text.Say("own.row", r.Line, text)})
		}
	}
	if len(m.Summary) > 0 {
		t.Status, m.Open = http.StatusUnprocessableEntity, true
	}
	m.Summary = append(f.Summary(), m.Summary...)
	return s.Show(c, t.Status, "catalogue/own", m)
}

// ownPreview lays a preview out. What was ticked in the same preview stays ticked.
func (s *Room) ownPreview(p app.OwnPreview, typed url.Values) ownPreview {
	out := ownPreview{OwnPreview: p, Shown: true, Seen: p.Mark()}
	same := typed.Get("seen") == out.Seen
	for _, r := range p.Rows {
		line := strconv.Itoa(r.Line)
		row := ownRow{OwnRow: r, ID: "dong-" + line, Picked: r.IsPicked()}
		if same {
			row.Picked = slices.Contains(typed["pick"], line)
		}
		row.About = page.Joined(" · ", s.ownAbout(r.Procedure)...)
		row.State, row.Like = s.ownState(r)
		for _, x := range r.Problems {
			row.Wrong = append(row.Wrong, s.Text.Say("own.wrong", s.Text.PlaceName(x.Field), field.Clause(s.Text, x)))
		}
		if r.IsPicked() {
			out.Coming++
		}
		out.Rows = append(out.Rows, row)
	}
	out.Bad = p.Wrong()
	return out
}

// ownAbout is what is said of a procedure beside its name.
func (s *Room) ownAbout(p catalog.Procedure) []string {
	out := []string{p.Field, p.Decider}
	for _, a := range p.Agencies {
		out = append(out, a.Name)
	}
	return append(out, catalog.PartLines(p, catalog.PartTimeLimit)...)
}

// ownState is whether a row comes in, and what it is like.
func (s *Room) ownState(r app.OwnRow) (page.Badge, page.Link) {
	like := page.Link{Text: page.Joined(" ", string(r.Like.Code), r.Like.Name), Href: page.ProcedureHref(r.Like.Code)}
	if r.LikeLine > 0 {
		like = page.Link{Text: s.Text.Say("own.like_line", r.LikeLine), Href: "#dong-" + strconv.Itoa(r.LikeLine)}
	}
	switch {
	case len(r.Problems) > 0:
		return page.Badge{Text: s.Text.Say("own.state.wrong"), Tone: "bad"}, page.Link{}
	case r.IsThere():
		return page.Badge{Text: s.Text.Say("own.state.there")}, like
	case r.Match == review.ThereAlready:
		return page.Badge{Text: s.Text.Say("own.state.twice"), Tone: "warn"}, like
	case r.Match == review.NamedElse:
		return page.Badge{Text: s.Text.Say("own.state.near"), Tone: "warn"}, like
	}
	return page.Badge{Text: s.Text.Say("own.state.new"), Tone: "met"}, page.Link{}
}

// ownTable is where a table of the commune's own procedures comes in. Template: catalogue/own.
type ownTable struct {
	page.Frame
	Summary             field.Summary
	Open                bool // the fields, which fold once there is a preview
	Table, File, Reason field.Cell
	All, Decision       []field.Cell
	Preview             ownPreview
}

// ownPreview is what would come in.
type ownPreview struct {
	app.OwnPreview
	Shown       bool
	Seen        string // tells it from another
	Rows        []ownRow
	Coming, Bad int // rows
}

// ownRow is one row of the table.
type ownRow struct {
	app.OwnRow
	ID     string // "dong-5"
	Picked bool
	About  string
	State  page.Badge
	Like   page.Link
	Wrong  []string // what is wrong with it
}

// Decision is the decision that announced it, in words; "" of a draft.
func (r ownRow) Decision() string {
	d := r.Procedure.Decision
	return page.Joined(", ", d.Number, viet.ShortDate(d.Date))
}
