package campaign

import (
	"errors"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/page"
)

// toldLines is what a form says on one part: a line per question, goal, choice and participant.
func (s *Room) toldLines(f review.Form, p formPart) (out []toldLine) {
	if p.word == partNecessity {
		out = append(out, s.toldGoals(s.Text.Say("form02.state_goals"), f.StateGoals)...)
		out = append(out, s.toldGoals(s.Text.Say("form02.citizen_goals"), f.CitizenGoals)...)
	}
	for _, q := range p.questions() {
		out = append(out, s.toldAnswer(s.question(q), f.Answers[q.ID], q))
	}
	switch p.word {
	case partNecessity:
		solution := ""
		if f.Solution != "" {
			solution = s.Text.Name("solution", string(f.Solution))
		}
		out = append(out, toldLine{Label: s.Text.Say("form02.solution"), Answer: solution, Reason: f.SolutionNote})
	case partPeople:
		for i, x := range f.Participants {
			came := page.Joined(", ", x.Who, x.How, viet.ShortDate(x.Date))
			out = append(out, toldLine{Label: s.Text.Say("form02.participant", i+1), Answer: came, Reason: x.Said})
		}
		x := f.Contact
		contact := page.Joined(", ", x.Name, x.Title, x.Phone, x.Email)
		out = append(out, toldLine{Label: s.Text.Say("form02.contact"), Answer: contact})
	}
	return out
}

func (s *Room) toldGoals(kind string, goals []review.Goal) (out []toldLine) {
	for i, x := range goals {
		title := kind + " " + strconv.Itoa(i+1)
		out = append(out,
			toldLine{Label: title, Answer: x.Text},
			s.toldAnswer(title+": "+s.Text.Say("form02.goal_changed"), x.Changed, goalChanged),
			s.toldAnswer(title+": "+s.Text.Say("form02.goal_reached"), x.Reached, goalReached))
	}
	return out
}

func (s *Room) toldAnswer(label string, a review.Answer, q review.Question) toldLine {
	l := toldLine{Label: label, Reason: a.Reason, Measure: a.Measure, Bad: q.IsBad(a)}
	if a.Value != review.NotAnswered {
		l.Answer = s.Text.Name("answered", string(a.Value))
	}
	return l
}

// showConflict shows what somebody else saved meanwhile beside what was typed. The form starts from the version that
// stands now, and what was not touched in it follows that.
func (s *Room) showConflict(c *gin.Context, p formPart, t page.Typed, base int) error {
	f, err := s.formOf(c)
	if err != nil {
		return err
	}
	was := review.Form{}
	if base > 0 {
		v, err := s.App.ReviewFormVersion(c.Request.Context(), s.Person(c), f.Plan.ID, f.Campaign, f.Item.Code, base)
		if err != nil && !errors.Is(err, value.ErrNotFound) {
			return err
		}
		was = v.Form
	}
	keepSaved(t.Values, formValues(was), formValues(f.Form))
	mine, _ := p.read(t.Values, f.Form) // what cannot be read is told once it is saved
	m := s.formPage(c, f, p, t.Values, nil)
	m.Both = page.BothVersions{Text: s.Text.Say("form02.conflict.title"), Rows: s.formDiffers(f.Form, mine, p)}
	day := viet.ShortDate(value.On(f.Saved.At))
	m.Conflict = s.Text.Say("form02.conflict", f.Saved.By, clock(f.Saved.At), day)
	for _, other := range formParts {
		if other.word != p.word && len(s.formDiffers(was, f.Form, other)) > 0 {
			m.Others = append(m.Others, s.partLink(f, other))
		}
	}
	return s.Show(c, t.Status, "campaign/review_form", m)
}

// formDiffers is what two versions say differently on one part; a line that only one has stands beside nothing.
func (s *Room) formDiffers(saved, typed review.Form, p formPart) (out []page.BothRow) {
	theirs := s.toldLines(saved, p)
	other := map[string]toldLine{}
	for _, l := range theirs {
		other[l.Label] = l
	}
	for _, l := range s.toldLines(typed, p) {
		t := other[l.Label]
		if t.Label = l.Label; t != l {
			out = append(out, page.BothRow{Label: l.Label, Saved: s.inOneLine(t), Typed: s.inOneLine(l)})
		}
		delete(other, l.Label)
	}
	for _, l := range theirs {
		if t, alone := other[l.Label]; alone {
			out = append(out, page.BothRow{Label: l.Label, Saved: s.inOneLine(t)})
		}
	}
	return out
}

// inOneLine is an answer with its reason and its measure.
func (s *Room) inOneLine(l toldLine) string {
	out := l.Answer
	if l.Reason != "" {
		out = page.Joined("; ", out, s.Text.Say("proposal.reason_is", l.Reason))
	}
	if l.Measure != "" {
		out = page.Joined("; ", out, s.Text.Say("form02.measure_is", l.Measure))
	}
	return out
}

// WholeReviewForm shows a form to be read: as it stands, or the version that ?ban names.
func (s *Room) WholeReviewForm(c *gin.Context) error {
	f, err := s.formOf(c)
	if err != nil {
		return err
	}
	n, err := page.QueryNumber(c, "ban", f.Saved.Number, 0, 1_000_000)
	if err != nil {
		return err
	}
	if n == f.Saved.Number {
		notice := ""
		if f.Kept != nil {
			notice = s.keptWords(f)
		}
		return s.showWhole(c, f, f.Saved, notice)
	}
	v, err := s.App.ReviewFormVersion(c.Request.Context(), s.Person(c), f.Plan.ID, f.Campaign, f.Item.Code, n)
	if err != nil {
		return err
	}
	return s.showWhole(c, f, v, s.Text.Say("form02.old", v.Number, f.Saved.Number))
}

func (s *Room) showWhole(c *gin.Context, f app.ReviewForm, v app.FormVersion, reading string) error {
	f.Form, f.Saved = v.Form, v
	m := reviewFormWhole{formHead: s.formHead(c, f, formPart{}), Reading: reading}
	for _, p := range formParts {
		if p.word != partConclusion && !p.idle(f.Form) {
			m.Sections = append(m.Sections, toldSection{p.word, s.toldLines(f.Form, p)})
		}
	}
	return s.Show(c, http.StatusOK, "campaign/review_form_whole", m)
}

// ReviewFormVersions lists who saved a form and when.
func (s *Room) ReviewFormVersions(c *gin.Context) error {
	f, err := s.formOf(c)
	if err != nil {
		return err
	}
	all, err := s.App.ReviewFormVersions(c.Request.Context(), s.Person(c), f.Plan.ID, f.Campaign, f.Item.Code)
	if err != nil {
		return err
	}
	m := reviewFormVersions{formHead: s.formHead(c, f, formPart{})}
	for _, v := range all {
		line := formVersionLine{FormVersion: v, FormProgress: review.Progress(v.Form), When: clock(v.At)}
		for _, p := range line.Parts {
			line.Bad += p.Bad
		}
		m.Versions = append(m.Versions, line)
	}
	return s.Show(c, http.StatusOK, "campaign/review_form_versions", m)
}

// reviewFormWhole is a form to be read, as it stands or in an earlier version. Template: campaign/review_form_whole.
type reviewFormWhole struct {
	formHead
	Reading  string // why it cannot be written, or that another version stands
	Sections []toldSection
}

type toldSection struct {
	Part  string // its word in the address
	Lines []toldLine
}

// toldLine is what a form says to one question.
type toldLine struct {
	Label, Answer, Reason, Measure string
	Bad                            bool
}

// reviewFormVersions is the history of a form. Template: campaign/review_form_versions.
type reviewFormVersions struct {
	formHead
	Versions []formVersionLine
}

type formVersionLine struct {
	app.FormVersion
	review.FormProgress
	When string
	Bad  int
}
