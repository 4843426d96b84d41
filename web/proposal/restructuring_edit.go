package proposal

import (
	"maps"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

var serviceForm = field.Form[review.Restructuring]{
	field.Date("due", func(r *review.Restructuring) *value.Date { return &r.Due }),
	field.Long("finding", func(r *review.Restructuring) *string { return &r.Finding }),
	field.Long("consulted", func(r *review.Restructuring) *string { return &r.Consulted }, field.Tall(2)),
	field.Word("before.level", func(r *review.Restructuring) *review.ServiceLevel { return &r.Before.Level },
		"service_level", review.ServiceLevels, field.Label("level_before"), field.Medium).Capital().Choose(),
	field.PressedRows("before.steps", func(r *review.Restructuring) *[]review.UserStep { return &r.Before.Steps },
		stepRows, field.Label("steps_before")),
	field.Word("after.level", func(r *review.Restructuring) *review.ServiceLevel { return &r.After.Level },
		"service_level", review.ServiceLevels, field.Label("level_after"), field.Medium).Capital().Choose(),
	field.PressedRows("after.steps", func(r *review.Restructuring) *[]review.UserStep { return &r.After.Steps },
		stepRows, field.Label("steps_after")),
	field.Long("change", func(r *review.Restructuring) *string { return &r.Change }),
	field.Long("request", func(r *review.Restructuring) *string { return &r.Request }, field.Tall(2)),
}

var stepRows = field.Form[review.UserStep]{
	field.Long("text", func(u *review.UserStep) *string { return &u.Text }, field.Tall(2)),
	field.Word("where", func(u *review.UserStep) *review.StepPlace { return &u.Where }, "step_place",
		review.StepPlaces, field.Medium).Given().Capital(),
	field.Whole("papers", func(u *review.UserStep) *int { return &u.Papers }, 0, maxServiceCount),
	field.Whole("retyped", func(u *review.UserStep) *int { return &u.Retyped }, 0, maxServiceCount),
	field.Whole("minutes", func(u *review.UserStep) *int { return &u.Minutes }, 0, maxServiceCount),
}

// maxServiceCount is the largest number that a step is counted with.
const maxServiceCount = 1 << 30

// EditRestructuringForm is the form of a review as it is stored.
func (s *Room) EditRestructuringForm(c *gin.Context) error {
	r, err := s.restructuringOf(c)
	if err != nil {
		return err
	}
	if !r.IsEditable() {
		c.Redirect(http.StatusSeeOther, page.ServiceHref(r.ID))
		return nil
	}
	return s.showRestructuringForm(c, r, page.Shown(serviceForm.Values(r.Restructuring)))
}

// EditRestructuring saves the form, or adds, takes away and copies steps without saving.
func (s *Room) EditRestructuring(c *gin.Context, in url.Values) (page.Act, error) {
	r, err := s.restructuringOf(c)
	again := func(t page.Typed) error { return s.showRestructuringForm(c, r, t) }
	if do := in.Get("do"); do != "" && do != "save" {
		return page.Act{Again: again, Do: func() (page.Done, error) {
			editSteps(in, do)
			return page.Done{Show: func() error { return again(page.Shown(in)) }}, nil
		}}, err
	}
	return page.ActOf(s.Kit, in, page.Edit[review.Restructuring]{
		Form:  serviceForm,
		Keys:  "services",
		Base:  r.Restructuring,
		Check: review.CheckRestructuringText,
		Save: func(typed review.Restructuring, _ func(*review.Restructuring)) (page.Done, error) {
			err := s.App.SaveRestructuring(c.Request.Context(), s.Person(c), r.ID, page.Version(in), typed)
			return page.Done{To: page.ServiceHref(r.ID) + "/sua", Say: "saved"}, err
		},
		Again: again,
	}), err
}

// editSteps adds an empty step to a side, takes one away or copies one side over the other.
func editSteps(in url.Values, do string) {
	field.EditRows(in, do)
	if do == "copy" {
		maps.DeleteFunc(in, func(key string, _ []string) bool { return strings.HasPrefix(key, "after.steps[") })
		for key, values := range maps.Clone(in) {
			if rest, ours := strings.CutPrefix(key, "before."); ours {
				in["after."+rest] = values
			}
		}
	}
	for _, side := range sides {
		field.Renumber(in, side+".steps", nil)
	}
}

func (s *Room) showRestructuringForm(c *gin.Context, r app.Restructuring, t page.Typed) error {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = "services"
	laid := serviceForm.Lay(f)
	m := restructuringEdit{
		restructuringPage: s.restructuringPage(c, r, t, s.Text.Say("services.edit")),
		Texts:             laid.Cells[:3],
		After:             laid.Cells[5:],
	}
	for i, side := range sides {
		m.Sides = append(m.Sides, serviceSideEdit{side, laid.Cells[3+i], laid.Lists[i].Rows})
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "proposal/restructuring_edit", m)
}

// restructuringEdit is the form of a review. Template: proposal/restructuring_edit.
type restructuringEdit struct {
	restructuringPage
	Texts, After []field.Cell
	Sides        []serviceSideEdit
}

type serviceSideEdit struct {
	ID    string // "before"; "after", into which the other can be copied
	Level field.Cell
	Steps []field.Row
}
