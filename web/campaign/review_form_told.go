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
func (s *Room) toldLines(f review.Form, p formPart) []toldLine {
	var out []toldLine
	add := func(label string, t told) { out = append(out, toldLine{label, t}) }
	if p.word == partNecessity {
		for _, g := range []struct {
			name  string
			goals []review.Goal
		}{{"state_goals", f.StateGoals}, {"citizen_goals", f.CitizenGoals}} {
			for i, x := range g.goals {
				title := s.Text.Say("form02."+g.name) + " " + strconv.Itoa(i+1)
				add(title, told{Answer: x.Text})
				changed, reached := review.Question{OpensOn: review.Yes}, review.Question{OpensOn: review.No}
				add(title+": "+s.Text.Say("form02.goal_changed"), s.toldAnswer(x.Changed, changed))
				add(title+": "+s.Text.Say("form02.goal_reached"), s.toldAnswer(x.Reached, reached))
			}
		}
	}
	for _, q := range p.questions() {
		add(s.question(q), s.toldAnswer(f.Answers[q.ID], q))
	}
	switch p.word {
	case partNecessity:
		solution := told{Reason: f.SolutionNote}
		if f.Solution != "" {
			solution.Answer = s.Text.Name("solution", string(f.Solution))
		}
		add(s.Text.Say("form02.solution"), solution)
	case partPeople:
		for i, x := range f.Participants {
			add(s.Text.Say("form02.participant", i+1), told{
				Answer: page.Joined(", ", x.Who, x.How, viet.ShortDate(x.Date)),
				Reason: x.Said,
			})
		}
		x := f.Contact
		add(s.Text.Say("form02.contact"), told{Answer: page.Joined(", ", x.Name, x.Title, x.Phone, x.Email)})
	}
	return out
}

func (s *Room) toldAnswer(a review.Answer, q review.Question) told {
	t := told{Reason: a.Reason, Measure: a.Measure, Bad: q.IsBad(a)}
	if a.Value != review.NotAnswered {
		t.Answer = s.Text.Name("answered", string(a.Value))
	}
	return t
}

// showConflict shows what somebody else saved meanwhile beside what was typed, and the form as it was typed, now
// starting from the version that stands. What was not touched here follows the version saved.
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
	untouched(t.Values, typedForm(was), typedForm(f.Form))
	mine := f.Form
	readPart(t.Values, p, &mine)
	m := s.formPage(c, f, p, t.Values, nil)
	m.Save = s.Text.Say("form02.overwrite")
	m.Both = page.BothVersions{Text: s.Text.Say("form02.conflict.title"), Rows: s.formDiffers(f.Form, mine, p)}
	day := viet.ShortDate(value.On(f.Saved.At))
	m.Conflict = &formConflict{
		Text:   s.Text.Say("form02.conflict", f.Saved.By, clock(f.Saved.At), day),
		Theirs: partHref(f, p),
	}
	for _, other := range formParts {
		if other.word != p.word && len(s.formDiffers(was, f.Form, other)) > 0 {
			m.Conflict.Others = append(m.Conflict.Others, page.Link{Text: s.partTitle(other), Href: partHref(f, other)})
		}
	}
	return s.Show(c, t.Status, "campaign/review_form", m)
}

// formDiffers is what two versions of a form say differently on one part; a line that only one has stands beside
// nothing.
func (s *Room) formDiffers(saved, typed review.Form, p formPart) []page.BothRow {
	theirs, mine := s.toldLines(saved, p), s.toldLines(typed, p)
	other := map[string]told{}
	for _, l := range theirs {
		other[l.Label] = l.told
	}
	var out []page.BothRow
	for _, l := range mine {
		if t := other[l.Label]; t != l.told {
			out = append(out, page.BothRow{Label: l.Label, Saved: s.inOneLine(t), Typed: s.inOneLine(l.told)})
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
func (s *Room) inOneLine(t told) string {
	words := []string{t.Answer}
	if t.Reason != "" {
		words = append(words, s.Text.Say("proposal.reason_is", t.Reason))
	}
	if t.Measure != "" {
		words = append(words, s.Text.Say("form02.measure_is", t.Measure))
	}
	return page.Joined("; ", words...)
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
	m := reviewFormWhole{
		Frame:    s.Frame(c, s.Text.Say("form02.title", f.Item.Name)),
		formHead: s.formHead(c, f, formPart{}),
		Reading:  reading,
	}
	for _, p := range formParts {
		switch {
		case p.word == partConclusion || idle(f.Form, p):
			continue
		case p.word == partGeneral:
			m.Sections = append(m.Sections, toldSection{Title: s.partTitle(p), Facts: s.generalFacts(f, m.Commune)})
			continue
		}
		section := toldSection{Title: s.partTitle(p), Lines: s.toldLines(f.Form, p)}
		for i := range section.Lines {
			if section.Lines[i].Answer == "" {
				section.Lines[i].Answer = s.Text.Say("form02.unanswered")
			}
		}
		m.Sections = append(m.Sections, section)
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
	m := reviewFormVersions{
		Frame:    s.Frame(c, s.Text.Say("form02.title", f.Item.Name)),
		formHead: s.formHead(c, f, formPart{}),
		Empty: page.EmptyState{
			Text: s.Text.Say("form02.no_versions"),
			Next: page.Link{Text: s.Text.Say("form02.begin"), Href: page.ReviewFormHref(f)},
		},
	}
	for _, v := range all {
		progress, bad := review.Progress(v.Form), 0
		for _, p := range progress.Parts {
			bad += p.Bad
		}
		m.Versions = append(m.Versions, formVersionLine{
			Number:  strconv.Itoa(v.Number),
			When:    clock(v.At) + " " + viet.ShortDate(value.On(v.At)),
			Who:     v.By,
			Count:   strconv.Itoa(progress.Answered) + "/" + strconv.Itoa(progress.Total),
			Bad:     strconv.Itoa(bad),
			Href:    page.ReviewFormHref(f) + "/toan-bo?ban=" + strconv.Itoa(v.Number),
			Current: v.Number == f.Saved.Number,
		})
	}
	return s.Show(c, http.StatusOK, "campaign/review_form_versions", m)
}

// told is what a form says to one question.
type told struct {
	Answer  string
	Bad     bool
	Reason  string
	Measure string
}

// reviewFormWhole is a form to be read, as it stands or in an earlier version. Template: campaign/review_form_whole.
type reviewFormWhole struct {
	page.Frame
	formHead
	Reading  string // why it cannot be written, or that another version stands
	Sections []toldSection
}

type toldSection struct {
	Title string
	Facts []page.Fact
	Lines []toldLine
}

type toldLine struct {
	Label string
	told
}

// ReviewFormVersions is the history of a form. Template: campaign/review_form_versions.
type reviewFormVersions struct {
	page.Frame
	formHead
	Versions []formVersionLine
	Empty    page.EmptyState
}

type formVersionLine struct {
	Number  string
	When    string
	Who     string
	Count   string // "12/43"
	Bad     string // "2"
	Href    string
	Current bool
}
