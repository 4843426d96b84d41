package catalogue

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
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
	m := heldList{Frame: s.Frame(c, s.Text.Say("held.title")), Count: len(items)}
	for _, i := range items {
		m.Rows = append(m.Rows, s.heldItem(i))
	}
	return s.Show(c, http.StatusOK, "catalogue/held", m)
}

func (s *Room) heldItem(i app.HeldItem) heldItem {
	return heldItem{i, viet.Capital(s.Text.Say(i.Reason, i.Args...))}
}

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
	stored := i.Stored.Procedure
	m := heldShow{
		Frame: s.Frame(c, s.Text.Say("held.title")),
		Item:  s.heldItem(i),
		Parts: s.changedParts(catalog.Diff(stored, i.Taken)),
	}
	if i.Stored.Number > 0 {
		m.Words = s.Remarks(catalog.Describe(stored, i.Taken))
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
		return page.Done{To: heldPath, Say: "held.done", Args: []any{page.ID(id)}}, err
	}
	if in.Get("act") == "take" {
		act, do = "take", func() (page.Done, error) {
			code := catalog.Code(in.Get("code"))
			saved, err := s.App.TakeHeld(c.Request.Context(), s.Person(c), id, code, in.Get("take.reason"))
			done := page.Done{To: page.ProcedureHref(saved.Code), Say: "held.taken"}
			done.Args = []any{page.ID(id), string(saved.Code), strconv.Itoa(saved.Version)}
			return done, err
		}
	}
	again := func(t page.Typed) error {
		t.Problems = reasonOf(act)(t.Problems)
		return s.showHeld(c, id, t)
	}
	return page.Act{Do: do, Again: again}, err
}

// heldList is the rows that wait. Template: catalogue/held.
type heldList struct {
	page.Frame
	Count int
	Rows  []heldItem
}

// heldItem is a row with why it waits, in words.
type heldItem struct {
	app.HeldItem
	Why string
}

// heldShow is one row that waits, beside what is stored. Template: catalogue/held_row.
type heldShow struct {
	page.Frame
	Item    heldItem
	Summary field.Summary
	Words   []string
	Parts   []page.ComparedPart
	Take    []field.Cell
	Discard field.Cell
}
