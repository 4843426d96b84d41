package proposal

import (
	"net/http"
	"net/url"
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

// serviceSides are both sides of a review, as the form spells them.
var serviceSides = []string{"before", "after"}

// EditRestructuringForm is the form of a review as it is stored.
func (s *Room) EditRestructuringForm(c *gin.Context) error {
	r, err := s.askedRestructuring(c)
	if err != nil {
		return err
	}
	if !r.IsEditable() {
		c.Redirect(http.StatusSeeOther, page.ServiceHref(r.ID))
		return nil
	}
	return s.showRestructuringForm(c, r, page.Shown(typedRestructuring(r.Restructuring)))
}

// EditRestructuring saves the form, or adds, takes away and copies steps without saving.
func (s *Room) EditRestructuring(c *gin.Context, in url.Values) (page.Act, error) {
	r, err := s.askedRestructuring(c)
	again := func(t page.Typed) error { return s.showRestructuringForm(c, r, t) }
	if do := in.Get("do"); do != "" && do != "save" {
		return page.Act{Again: again, Do: func() (page.Done, error) {
			stepsEdited(in, do)
			return page.Done{Show: func() error { return again(page.Shown(in)) }}, nil
		}}, err
	}
	return page.Act{Again: again, Do: func() (page.Done, error) {
		typed, problems := readRestructuring(in)
		if len(problems) > 0 {
			return page.Done{}, problems
		}
		err := s.App.SaveRestructuring(c.Request.Context(), s.Person(c), r.ID, page.Version(in), typed)
		return page.Done{To: page.ServiceHref(r.ID) + "/sua", Say: "saved"}, page.Newer(err, func() page.BothVersions {
			return page.BothVersions{
				Text: s.Text.Say("setting.conflict"),
				Rows: differing(s.restructuringWords(r.Restructuring), s.restructuringWords(typed)),
			}
		})
	}}, err
}

// restructuringWords is what the form holds in words: always the same lines in the same order.
func (s *Room) restructuringWords(r review.Restructuring) [][2]string {
	side := func(v review.Service) string {
		lines := []string{s.levelName(v.Level)}
		for i, x := range s.serviceSide("", v).Steps {
			lines = append(lines, strconv.Itoa(i+1)+". "+x.Text+" ("+x.Facts+")")
		}
		return strings.Join(lines, "; ")
	}
	row := func(label, text string) [2]string { return [2]string{s.Text.Say("services." + label), text} }
	return [][2]string{row("due", viet.ShortDate(r.Due)), row("finding", r.Finding), row("consulted", r.Consulted), row("before", side(r.Before)), row("after", side(r.After)),
		row("change", r.Change), row("request", r.Request)}
}

// stepsEdited adds an empty step to a side, takes one away or copies one side over the other.
func stepsEdited(in url.Values, do string) {
	what, of, _ := strings.Cut(do, ".")
	switch what {
	case "add":
		n := -1
		for _, x := range field.RowNumbers(in, of+".steps") {
			n = max(n, x)
		}
		in.Set(field.RowName(of+".steps", n+1)+".text", "")
	case "remove":
		field.DropRow(in, of)
	case "copy":
		for _, n := range field.RowNumbers(in, "after.steps") {
			field.DropRow(in, field.RowName("after.steps", n))
		}
		for key, values := range in {
			if rest, ours := strings.CutPrefix(key, "before."); ours {
				in["after."+rest] = values
			}
		}
	}
	for _, side := range serviceSides {
		field.Renumber(in, side+".steps", nil)
	}
}

// showRestructuringForm shows the form as it was typed.
func (s *Room) showRestructuringForm(c *gin.Context, r app.Restructuring, t page.Typed) error {
	f, say := field.NewSheet(s.Text, t.Values, t.Problems), s.Text.Say
	m := restructuringEdit{
		Frame:   s.Frame(c, say("services.edit")),
		Head:    s.restructuringHead(r, s.Person(c), s.ShownNames(c)),
		Both:    t.Both,
		Version: t.Version(r.Version),
	}
	long := func(id string, more ...field.Look) field.Cell {
		return f.Cell(id, say("services."+id), append(more, field.Kind("textarea"), field.Hint(say("services."+id+".hint")))...)
	}
	m.Texts = []field.Cell{f.Cell("due", say("services.due"), field.Short, field.Hint(say("date.hint"))), long("finding"), long("consulted", field.Tall(2))}
	for _, side := range serviceSides {
		m.Sides = append(m.Sides, s.serviceSideEdit(f, side))
	}
	m.After = []field.Cell{long("change"), long("request", field.Tall(2))}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "proposal/restructuring_edit", m)
}

func (s *Room) serviceSideEdit(f *field.Sheet, side string) serviceSideEdit {
	say := s.Text.Say
	levels, places := []field.Option{{Text: say("choose")}}, []field.Option{}
	for _, l := range review.ServiceLevels {
		levels = append(levels, field.Option{Value: string(l), Text: viet.Capital(s.levelName(l))})
	}
	for _, p := range review.StepPlaces {
		places = append(places, field.Option{Value: string(p), Text: viet.Capital(s.Text.Name("step_place", string(p)))})
	}
	out := serviceSideEdit{ID: side, Title: say("services." + side), Hint: say("services." + side + ".hint"), Copy: side == "after",
		Level: f.Cell(side+".level", say("services.level"), field.Medium, field.Choose(levels...))}
	for i, n := range field.RowNumbers(f.Typed, side+".steps") {
		name := field.RowName(side+".steps", n)
		number := strconv.Itoa(i + 1)
		if out.Copy {
			number = say("services.number_after", number)
		}
		label := func(what string) string { return say("services.of_step", say("services."+what), number) }
		count := func(key, what string) field.Cell { return f.Cell(name+"."+key, label(what), field.Short) }
		out.Steps = append(out.Steps, serviceStepEdit{Number: number, Name: name, Label: say("services.step_of", number, viet.LowerFirst(out.Title)),
			Text: f.Cell(name+".text", label("text"), field.Kind("textarea"), field.Tall(2)),
			Rest: []field.Cell{f.Cell(name+".where", label("where"), field.Medium, field.Choose(places...)), count("papers", "papers"), count("retyped", "retyped"), count("minutes", "minutes")}})
	}
	return out
}

// typedRestructuring writes a stored review as its form would have sent it.
func typedRestructuring(r review.Restructuring) url.Values {
	out := url.Values{"due": {viet.ShortDate(r.Due)}, "finding": {r.Finding}, "consulted": {r.Consulted}, "change": {r.Change}, "request": {r.Request}}
	for side, v := range map[string]review.Service{"before": r.Before, "after": r.After} {
		out.Set(side+".level", string(v.Level))
		for i, x := range v.Steps {
			at := field.RowName(side+".steps", i) + "."
			out.Set(at+"text", x.Text)
			out.Set(at+"where", string(x.Where))
			for key, n := range map[string]int{"papers": x.Papers, "retyped": x.Retyped, "minutes": x.Minutes} {
				if n > 0 {
					out.Set(at+key, strconv.Itoa(n))
				}
			}
		}
	}
	return out
}

// readRestructuring reads the form. Steps without words and numbers are none; an empty number is 0.
func readRestructuring(in url.Values) (review.Restructuring, value.Problems) {
	due, problems := page.TypedDate(in, "due")
	r := review.Restructuring{Due: due, Finding: in.Get("finding"), Consulted: in.Get("consulted"), Change: in.Get("change"), Request: in.Get("request")}
	for _, side := range serviceSides {
		list := side + ".steps"
		field.Renumber(in, list, func(row string) bool {
			for _, key := range []string{"text", "papers", "retyped", "minutes"} {
				if strings.TrimSpace(in.Get(row+"."+key)) != "" {
					return true
				}
			}
			return false
		})
		v := review.Service{Level: review.ServiceLevel(in.Get(side + ".level"))}
		for _, n := range field.RowNumbers(in, list) {
			at := field.RowName(list, n) + "."
			v.Steps = append(v.Steps, review.UserStep{Text: in.Get(at + "text"), Where: review.StepPlace(in.Get(at + "where")),
				Papers: typedCount(in, at+"papers", &problems), Retyped: typedCount(in, at+"retyped", &problems), Minutes: typedCount(in, at+"minutes", &problems)})
		}
		if side == "before" {
			r.Before = v
		} else {
			r.After = v
		}
	}
	return r, problems
}

// typedCount reads a whole number as people write it, 0 where nothing stands.
func typedCount(in url.Values, name string, problems *value.Problems) int {
	text := strings.TrimSpace(in.Get(name))
	if text == "" {
		return 0
	}
	n, err := viet.ParseCount(text)
	if err != nil || n > 1<<30 {
		problems.Add(name, "cell.whole", text)
		return 0
	}
	return int(n)
}

// restructuringEdit is the form of a review. Template: proposal/restructuring_edit.
type restructuringEdit struct {
	page.Frame
	Head    restructuringHead
	Summary field.Summary
	Both    page.BothVersions
	Version string
	Texts   []field.Cell
	Sides   []serviceSideEdit
	After   []field.Cell
}

type serviceSideEdit struct {
	ID    string // "before"
	Title string
	Hint  string
	Copy  bool // the other side can be copied into it
	Level field.Cell
	Steps []serviceStepEdit
}

type serviceStepEdit struct {
	Number string
	Name   string // "before.steps[2]"
	Label  string // "Bước 3 hiện nay"
	Text   field.Cell
	Rest   []field.Cell
}
