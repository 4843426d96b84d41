package catalogue

import (
	"net/url"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/web/field"
)

// pasted is before the name of a list in the name of the field into which a whole list is pasted.
const pasted = "paste."

// pasteRows turns what was pasted for a list of the form into rows behind those that stand there, and names the first
// new field; the field of the paste where nothing was read.
func (s *Room) pasteRows(typed url.Values, list string) (focus string) {
	layout, name := pastedList(list)
	if layout == nil {
		return ""
	}
	read := procedureForm.Values(s.App.ReadPasted(layout.name, typed.Get(pasted+list)))
	from, next := name, 0
	for _, n := range field.RowNumbers(typed, list) {
		next = n + 1
	}
	first := field.RowName(list, next) + "." + layout.first
	for _, n := range field.RowNumbers(read, from) {
		for key, values := range read {
			if rest, ours := strings.CutPrefix(key, field.RowName(from, n)+"."); ours {
				typed[field.RowName(list, next)+"."+rest] = values
			}
		}
		next++
	}
	if _, read := typed[first]; !read {
		return pasted + list
	}
	typed.Del(pasted + list)
	return first
}

// pastedList is the layout of a list of the form into which may be pasted, and how it is called in a procedure that
// holds nothing else.
func pastedList(list string) (*listLayout, string) {
	for i, l := range editLists {
		switch {
		case l.name == list && l.paste != "":
			return &editLists[i], l.name
		case l.inner != nil && l.inner.paste != "" && strings.HasPrefix(list, l.name+"[") &&
			strings.HasSuffix(list, "]."+l.inner.name):
			return l.inner, field.RowName(l.name, 0) + "." + l.inner.name
		}
	}
	return nil, ""
}

// waitingPastes are the lists that were pasted and not yet turned into rows: nothing typed is lost.
func waitingPastes(typed url.Values) (out value.Problems) {
	for name, values := range typed {
		if strings.HasPrefix(name, pasted) && strings.TrimSpace(strings.Join(values, "")) != "" {
			out.Add(name, "edit.paste.waiting")
		}
	}
	return out
}

// paste lays out the field into which a list is pasted, with its button; within is the number of the row around it.
func (b *editBuilder) paste(l listLayout, list, part string, within int) *editPaste {
	if l.paste == "" {
		return nil
	}
	hint := field.Hint(b.Text.Say("edit.paste.hint"))
	c := b.sheet.Cell(pasted+list, b.Text.Say(l.paste, within), field.Tall(4), hint)
	c.Focus = c.ID == b.focus
	return &editPaste{Field: c, Button: b.button("dan", list, b.Text.Say("edit.paste.do"), part)}
}

// editPaste is a field into which a list is pasted, and the button that makes rows of it.
type editPaste struct {
	Field  field.Cell
	Button editButton
}

// IsOpen reports whether something stands in it, or is wrong with it.
func (p editPaste) IsOpen() bool {
	return p.Field.Value != "" || p.Field.Problem != "" || p.Field.Focus
}

// alwaysOpen are the parts of a new procedure that every procedure has.
var alwaysOpen = []string{
	"chung", partID(catalog.PartSteps), partID(catalog.PartDossier), partID(catalog.PartTimeLimit),
}

// isFolded reports whether a part of a new procedure folds: it may be left out, and nothing stands in it or is wrong
// with it.
func (b *editBuilder) isFolded(p editPart) bool {
	said := func(c field.Cell) bool { return c.Value != "" && c.Type != "select" || c.Problem != "" }
	ticked := func(t tick) bool { return t.Checked || t.Problem != "" }
	return b.isNew && !slices.Contains(alwaysOpen, p.ID) && len(p.Rows) == 0 &&
		!slices.ContainsFunc(p.Fields, said) && !slices.ContainsFunc(p.Ticks, ticked) &&
		(p.None == nil || !ticked(*p.None)) && (p.Paste == nil || !p.Paste.IsOpen())
}
