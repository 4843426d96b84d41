package catalogue

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Held lists the rows of imports that wait for a person.
func (s *Room) Held(c *gin.Context) error {
	items, err := s.App.HeldItems(c.Request.Context(), s.Person(c))
	if err != nil {
		return err
	}
	m := heldList{
		Frame: s.Frame(c, s.Text.Say("held.title")),
		Count: s.Text.Say("held.count", len(items)),
		Nothing: page.EmptyState{
			Text: s.Text.Say("held.nothing"),
			Next: page.Link{Text: s.Text.Say("catalogue.import"), Href: importPath},
		},
	}
	for _, i := range items {
		row := heldRow{
			Href: page.HeldHref(i.ID),
			Code: i.Code,
			Name: i.Came.Name,
			Why:  s.whyHeld(i),
			From: s.heldFrom(i),
			When: viet.ShortDate(value.On(i.At)),
		}
		if i.Stored.Number > 0 {
			row.Stored = i.Stored.Procedure.Name
		}
		m.Rows = append(m.Rows, row)
	}
	return s.Show(c, http.StatusOK, "catalogue/held", m)
}

func (s *Room) heldFrom(i app.HeldItem) string { return s.Text.Say("held.from", i.File, i.Row) }

func (s *Room) whyHeld(i app.HeldItem) string { return viet.Capital(s.Text.Say(i.Reason, i.Args...)) }

// HeldRow shows one row that waits beside what is stored.
func (s *Room) HeldRow(c *gin.Context) error {
	id, err := taskID(c)
	if err != nil {
		return err
	}
	return s.showHeld(c, id, page.Shown(nil))
}

func (s *Room) showHeld(c *gin.Context, id int64, t page.Typed) error {
	i, err := s.App.HeldItem(c.Request.Context(), s.Person(c), id)
	if err != nil {
		return err
	}
	if t.Values == nil {
		t.Values = url.Values{"code": {string(i.Suggested)}}
	}
	m := heldShow{
		Frame:  s.Frame(c, s.Text.Say("held.title")),
		Code:   i.Code,
		Name:   i.Came.Name,
		Back:   page.Link{Text: s.Text.Say("held.title"), Href: heldPath},
		From:   s.heldFrom(i),
		Why:    s.whyHeld(i),
		Theirs: s.Text.Say("held.stored"),
		Mine:   s.Text.Say("held.came"),
	}
	stored := catalog.Procedure{}
	if i.Stored.Number > 0 {
		stored = i.Stored.Procedure
		m.Stored = page.Link{Text: stored.Name, Href: page.ProcedureHref(stored.Code)}
		m.Words = s.Remarks(catalog.Describe(stored, i.Taken))
	} else {
		m.Nothing = s.Text.Say("held.not_stored", i.Code)
	}
	for _, part := range catalog.Diff(stored, i.Taken).Parts {
		if part.Changed {
			m.Parts = append(m.Parts, s.compared(part))
		}
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m.Take = []field.Cell{
		f.Cell("code", s.Text.Say("held.code"), field.Need, field.Medium, field.Hint(s.Text.Say("held.code_hint"))),
		f.Cell("take.reason", s.Text.Say("held.take_reason"), field.Need),
	}
	m.Discard = f.Cell("discard.reason", s.Text.Say("held.discard_reason"), field.Need)
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "catalogue/held_row", m)
}

// DecideHeld takes a row that waits, or discards it. Whether it still waits is asked by what is done: the same form
// sent twice gets the same answer.
func (s *Room) DecideHeld(c *gin.Context, in url.Values) (page.Act, error) {
	id, err := taskID(c)
	act, do := "discard", func() (page.Done, error) {
		err := s.App.DiscardHeld(c.Request.Context(), s.Person(c), id, in.Get("discard.reason"))
		return page.Done{To: heldPath, Say: "held.done", Args: []any{strconv.FormatInt(id, 10)}}, err
	}
	if in.Get("act") == "take" {
		act, do = "take", func() (page.Done, error) {
			code := catalog.Code(in.Get("code"))
			saved, err := s.App.TakeHeld(c.Request.Context(), s.Person(c), id, code, in.Get("take.reason"))
			done := page.Done{To: page.ProcedureHref(saved.Code), Say: "held.taken"}
			done.Args = []any{strconv.FormatInt(id, 10), string(saved.Code), strconv.Itoa(saved.Version)}
			return done, err
		}
	}
	return page.Act{
		Do: do,
		Again: func(t page.Typed) error {
			t.Problems = reasonOf(act)(t.Problems)
			return s.showHeld(c, id, t)
		},
	}, err
}

// heldList is the rows that wait. Template: catalogue/held.
type heldList struct {
	page.Frame
	Count   string
	Rows    []heldRow
	Nothing page.EmptyState
}

type heldRow struct {
	Href       string
	Code, Name string
	Stored     string
	Why        string
	From       string
	When       string
}

// heldShow is one row that waits, beside what is stored. Template: catalogue/held_row.
type heldShow struct {
	page.Frame
	Code, Name string
	Back       page.Link
	From       string
	Why        string
	Summary    field.Summary
	Stored     page.Link
	Nothing    string // where nothing is stored under its code
	Theirs     string
	Mine       string
	Words      []string
	Parts      []page.ComparedPart
	Take       []field.Cell
	Discard    field.Cell
}
