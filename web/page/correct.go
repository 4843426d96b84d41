package page

import (
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/web/field"
)

// CorrectForm is what puts right number and day of a paper.
var CorrectForm = field.Form[app.DecisionOrder]{
	field.Text("number", func(o *app.DecisionOrder) *string { return &o.Number }, field.Need, field.Medium),
	field.Date("date", func(o *app.DecisionOrder) *value.Date { return &o.Date }, field.Need),
	field.Long("reason", func(o *app.DecisionOrder) *string { return &o.Reason }, field.Need, field.Tall(2),
		field.Label("why_correct")),
}

// Correction is the page on which number and day of a paper are put right with a reason. Template: page/correct.
type Correction struct {
	Frame
	Back    Link          // to what the paper is about
	State   string        // what is recorded, and what becomes of it
	Action  string        // address to which the form goes
	Typed   []HiddenField // what it carries beside its fields
	Keys    string        // under which the labels of its fields stand; empty: those of a decision
	Both    BothVersions
	Summary field.Summary
	Fields  []field.Cell
	Others  []Link // what was decided by the same paper
	Told    string // over them
	Alone   string // label of the box that leaves them as they are
	IsAlone bool
}

// AloneField is the box of a correction that leaves alone what else was decided by the same paper.
const AloneField = "alone"

// ShowCorrection shows the page as its form was typed, or first as the paper is recorded.
func (k *Kit) ShowCorrection(c *gin.Context, m Correction, t Typed) error {
	f := field.NewSheet(k.Text, t.Values, t.Problems)
	f.Keys = "step"
	if m.Keys != "" {
		f.Keys = m.Keys
	}
	m.Fields, m.Summary, m.Both = CorrectForm.Lay(f).Cells, f.Summary(), t.Both
	m.IsAlone = t.Values.Get(AloneField) != ""
	return k.Show(c, max(t.Status, http.StatusOK), "page/correct", m)
}

// Correct is what the form of that page does.
func (k *Kit) Correct(
	in url.Values, save func(app.DecisionOrder) (Done, error), again func(Typed) error,
) Act {
	return ActOf(k, in, Edit[app.DecisionOrder]{
		Form: CorrectForm,
		Keys: "step",
		Save: func(o app.DecisionOrder, _ func(*app.DecisionOrder)) (Done, error) {
			o.Alone = in.Get(AloneField) != ""
			return save(o)
		},
		Again: again,
	})
}
