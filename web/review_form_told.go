package web

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// toldLines is what a form says on one part: a line per question, goal, choice and participant.
func (s *Server) toldLines(f review.Form, p formPart) []toldLine {
	var out []toldLine
	add := func(label string, t told) { out = append(out, toldLine{label, t}) }
	if p.word == partNecessity {
		for _, g := range []struct {
			name  string
			goals []review.Goal
		}{{"state_goals", f.StateGoals}, {"citizen_goals", f.CitizenGoals}} {
			for i, x := range g.goals {
				title := s.text.Say("form02."+g.name) + " " + strconv.Itoa(i+1)
				add(title, told{Answer: x.Text})
				add(title+": "+s.text.Say("form02.goal_changed"), s.toldAnswer(x.Changed, review.Question{OpensOn: review.Yes}))
				add(title+": "+s.text.Say("form02.goal_reached"), s.toldAnswer(x.Reached, review.Question{OpensOn: review.No}))
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
			solution.Answer = s.text.Name("solution", string(f.Solution))
		}
		add(s.text.Say("form02.solution"), solution)
	case partPeople:
		for i, x := range f.Participants {
			add(s.text.Say("form02.participant", i+1), told{Answer: joined(", ", x.Who, x.How, viet.ShortDate(x.Date)), Reason: x.Said})
		}
		add(s.text.Say("form02.contact"), told{Answer: joined(", ", f.Contact.Name, f.Contact.Title, f.Contact.Phone, f.Contact.Email)})
	}
	return out
}

func (s *Server) toldAnswer(a review.Answer, q review.Question) told {
	t := told{Reason: a.Reason, Measure: a.Measure, Bad: q.IsBad(a)}
	if a.Value != review.NotAnswered {
		t.Answer = s.text.Name("answered", string(a.Value))
	}
	return t
}

// showConflict shows what somebody else saved meanwhile beside what was typed, and the form as it was typed, now
// starting from the version that stands. What was not touched here follows the version saved.
func (s *Server) showConflict(c *gin.Context, f app.ReviewForm, p formPart, in url.Values, base int) error {
	was := review.Form{}
	if base > 0 {
		v, err := s.app.ReviewFormVersion(c.Request.Context(), s.person(c), f.Plan.ID, f.Campaign, f.Item.Code, base)
		if err != nil && !errors.Is(err, value.ErrNotFound) {
			return err
		}
		was = v.Form
	}
	untouched(in, typedForm(was), typedForm(f.Form))
	mine := f.Form
	readPart(in, p, &mine)
	m := s.formPage(c, f, p, in, review.FormGaps(mine))
	m.Open, m.Summary, m.Save = nil, nil, s.text.Say("form02.overwrite")
	m.Conflict = &formConflict{Text: s.text.Say("form02.conflict", f.Saved.By, clock(f.Saved.At), viet.ShortDate(value.On(f.Saved.At))), Theirs: partHref(f, p)}
	m.Conflict.Rows = conflictRows(s.toldLines(f.Form, p), s.toldLines(mine, p))
	for _, other := range formParts {
		if other.word != p.word && differ(s.toldLines(was, other), s.toldLines(f.Form, other)) {
			m.Conflict.Others = append(m.Conflict.Others, link{Text: s.partTitle(other), Href: partHref(f, other)})
		}
	}
	return s.show(c, http.StatusConflict, "review/form", m)
}

// conflictRows puts two readings of a part side by side; a line that only one has stands beside nothing.
func conflictRows(theirs, mine []toldLine) []conflictRow {
	other := map[string]told{}
	for _, l := range theirs {
		other[l.Label] = l.told
	}
	var out []conflictRow
	for _, l := range mine {
		out = append(out, conflictRow{Label: l.Label, Theirs: other[l.Label], Mine: l.told, Differ: other[l.Label] != l.told})
		delete(other, l.Label)
	}
	for _, l := range theirs {
		if t, alone := other[l.Label]; alone {
			out = append(out, conflictRow{Label: l.Label, Theirs: t, Differ: true})
		}
	}
	return out
}

func differ(a, b []toldLine) bool {
	for _, r := range conflictRows(a, b) {
		if r.Differ {
			return true
		}
	}
	return false
}

// wholeReviewForm shows a form to be read: as it stands, or the version that ?ban names.
func (s *Server) wholeReviewForm(c *gin.Context) error {
	f, err := s.formOf(c)
	if err != nil {
		return err
	}
	n, err := number(c, "ban", f.Saved.Number, 0, 1_000_000)
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
	v, err := s.app.ReviewFormVersion(c.Request.Context(), s.person(c), f.Plan.ID, f.Campaign, f.Item.Code, n)
	if err != nil {
		return err
	}
	return s.showWhole(c, f, v, s.text.Say("form02.old", v.Number, f.Saved.Number))
}

func (s *Server) showWhole(c *gin.Context, f app.ReviewForm, v app.FormVersion, reading string) error {
	f.Form, f.Saved = v.Form, v
	m := reviewFormWhole{frame: s.frame(c, s.text.Say("form02.title", f.Item.Name)), formHead: s.formHead(c, f, formPart{}), Reading: reading}
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
				section.Lines[i].Answer = s.text.Say("form02.unanswered")
			}
		}
		m.Sections = append(m.Sections, section)
	}
	return s.show(c, http.StatusOK, "review/form_whole", m)
}

// reviewFormVersions lists who saved a form and when.
func (s *Server) reviewFormVersions(c *gin.Context) error {
	f, err := s.formOf(c)
	if err != nil {
		return err
	}
	all, err := s.app.ReviewFormVersions(c.Request.Context(), s.person(c), f.Plan.ID, f.Campaign, f.Item.Code)
	if err != nil {
		return err
	}
	m := reviewFormVersions{frame: s.frame(c, s.text.Say("form02.title", f.Item.Name)), formHead: s.formHead(c, f, formPart{}),
		Empty: emptyState{Text: s.text.Say("form02.no_versions"), Next: link{Text: s.text.Say("form02.begin"), Href: formHref(f)}}}
	for _, v := range all {
		progress, bad := review.Progress(v.Form), 0
		for _, p := range progress.Parts {
			bad += p.Bad
		}
		m.Versions = append(m.Versions, formVersionLine{Number: strconv.Itoa(v.Number), When: clock(v.At) + " " + viet.ShortDate(value.On(v.At)), Who: v.By,
			Count: strconv.Itoa(progress.Answered) + "/" + strconv.Itoa(progress.Total), Bad: strconv.Itoa(bad),
			Href: formHref(f) + "/toan-bo?ban=" + strconv.Itoa(v.Number), Current: v.Number == f.Saved.Number})
	}
	return s.show(c, http.StatusOK, "review/form_versions", m)
}
