package campaign

import (
	"cmp"
	"errors"
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

// toldLines is what a form says on one part: a line per question, goal, choice and participant.
func (s *Room) toldLines(f review.Form, p formPart) (out []toldLine) {
	if p.word == partNecessity {
		out = append(out, s.toldGoals(s.Text.Say("form02.state_goals"), f.StateGoals)...)
		out = append(out, s.toldGoals(s.Text.Say("form02.citizen_goals"), f.CitizenGoals)...)
	}
	if p.word == partDossier {
		out = append(out, s.toldPapers(f, false)...)
	}
	for _, q := range p.questions() {
		label := s.question(q)
		switch {
		case q.OfPaper != "" && !isWhole(f, f.Answers[q.ID].Value):
			continue // it is asked of each paper
		case q.OfPaper != "" && len(f.Papers) > 0:
			label = s.Text.Say("form02.of_all", label)
		}
		out = append(out, s.toldAnswer(label, f.Answers[q.ID], q))
	}
	if p.word == partDossier {
		out = append(out, s.toldPapers(f, true)...)
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

// showEnd shows what the answers come to, and asks for the conclusion: the one typed; where none was, that of the
// proposal that was begun, else the one that the answers lead to.
func (s *Room) showEnd(c *gin.Context, f app.ReviewForm, t page.Typed) error {
	last := len(formParts) - 1
	m := reviewFormEnd{
		formHead: s.formHead(c, f, formParts[last]),
		Both:     t.Both,
		Opened:   review.Opened(f.Form),
		Prev:     s.partLink(f, formParts[neighbour(f.Form, last, -1)]),
	}
	for _, x := range review.FormGaps(f.Form) {
		at := s.partLink(f, partOfField(x.Field))
		href, said := at.Href+field.Fragment(x.Field), at.Text+": "+s.gapText(f.Form, x)
		m.Open = append(m.Open, field.Line{Href: href, Text: said})
	}
	if left := f.Form.Unanswered(); len(left) > 0 {
		at := partHref(f, partOfField(askedAt(left[0])))
		m.Notices = []page.Link{{Text: s.Text.Say("form02.open_questions", len(left)), Href: at}}
	}
	for _, x := range review.FormNotices(f.Form) {
		m.Notices = append(m.Notices, page.Link{Text: s.Sentence(x), Href: partHref(f, partOfField(x.Field))})
	}
	begun := review.Proposal{}
	if f.Review != nil {
		begun = *f.Review
		m.Proposal = page.Link{Text: s.Text.Say("form02.proposal", begun.ID), Href: page.ProposalHref(begun.ID)}
	}
	fromAnswers := review.DefaultConclusion(f.Form)
	chosen := cmp.Or(review.Conclusion(t.Values.Get("conclusion")), begun.Conclusion, fromAnswers)
	m.Choice = s.conclusions(chosen, fromAnswers)
	m.Left, m.Keeps = len(f.Form.Unanswered()), chosen == review.Keep
	m.Version = t.Version(f.Saved.Number)
	for _, x := range t.Problems {
		if partOfField(x.Field).word != partConclusion {
			continue // it stands among what still has to be told
		}
		m.Choice.Problem = s.Sentence(x)
		m.Summary = append(m.Summary, field.Line{Href: "#conclusion", Text: m.Choice.Problem})
	}
	if len(t.Problems) > 0 && len(m.Open) > 0 {
		first := s.Text.Say("form02.gaps_first", len(m.Open))
		m.Summary = append(m.Summary, field.Line{Href: "#con-thieu", Text: first})
	}
	return s.Show(c, t.Status, "campaign/review_form_end", m)
}

// gapText says what is missing where: the question, the goal, the participant, and what they lack.
func (s *Room) gapText(f review.Form, x value.Problem) string {
	text := s.Text.Say(x.Code, x.Args...)
	if id, ofQuestion := strings.CutPrefix(x.Field, "answers."); ofQuestion {
		q, _ := review.QuestionByID(strings.TrimSuffix(id, ".reason"))
		return s.Text.Say("form02.gap_at", s.question(q), text)
	}
	list, rest, _ := strings.Cut(x.Field, "[")
	number, _, _ := strings.Cut(rest, "]")
	i, _ := strconv.Atoi(number) // a field of no row is the first
	if list == "papers" && i < len(f.Papers) {
		return s.Text.Say("form02.gap_at", f.Papers[i].Paper, text)
	}
	if list == "participants" {
		return s.Text.Say("form02.gap_at", s.Text.Say("form02.participant", i+1), text)
	}
	return s.Text.Say("form02.gap_at", s.Text.Say("form02."+list)+" "+strconv.Itoa(i+1), text)
}

// conclusions is the choice of the conclusion, "keep" apart; the one of the answers says so.
func (s *Room) conclusions(chosen, fromAnswers review.Conclusion) formChoice {
	out := formChoice{Cell: field.Cell{ID: "conclusion", Label: s.Text.Say("form02.conclude")}}
	for _, x := range review.Conclusions {
		if x == review.Keep {
			continue // has a button of its own
		}
		o := field.Option{Value: string(x), Text: s.Text.Name("conclusion", string(x)), Selected: x == chosen}
		if x == fromAnswers {
			o.Hint = s.Text.Say("form02.from_answers")
		}
		out.Options = append(out.Options, o)
	}
	return out
}

// ConcludeReviewForm begins or updates the proposal of the procedure and goes on to it.
func (s *Room) ConcludeReviewForm(c *gin.Context, in url.Values) (page.Act, error) {
	f, err := s.formOf(c)
	if err != nil {
		return page.Act{}, err
	}
	say := "form02.proposed"
	if f.Review != nil {
		say = "form02.reproposed"
	}
	return page.Act{
		Do: func() (page.Done, error) {
			chosen := review.Conclusion(in.Get("conclusion"))
			if in.Has("keep") {
				chosen, say = review.Keep, "form02.kept"
			}
			id, err := s.App.ConcludeForm(c.Request.Context(), s.Person(c), f.Plan.ID, f.Campaign, f.Item.Code, chosen)
			to := page.ProposalHref(id)
			if chosen != review.Keep {
				to += "/sua" // what is kept has nothing to be written
			}
			return page.Done{To: to, Say: say, Args: []any{page.ID(id), string(f.Item.Code)}}, err
		},
		Again: func(t page.Typed) error { return s.showEnd(c, f, t) },
	}, nil
}

// AnswerRest answers the questions left open as fulfilled, in one act under the person's name.
func (s *Room) AnswerRest(c *gin.Context, in url.Values) (page.Act, error) {
	f, err := s.formOf(c)
	if err != nil {
		return page.Act{}, err
	}
	base, err := strconv.Atoi(in.Get("version"))
	if err != nil {
		return page.Act{}, value.Problems{{Code: "form.unreadable"}}
	}
	return page.Act{
		Do: func() (page.Done, error) {
			who := s.Person(c)
			err := s.App.AnswerRest(c.Request.Context(), who, f.Plan.ID, f.Campaign, f.Item.Code, base)
			to := page.ReviewFormHref(f) + "?phan=" + partConclusion
			return page.Done{To: to, Say: "form02.rest_done", Args: []any{len(f.Form.Unanswered()), who.Shown()}}, err
		},
		Again: func(t page.Typed) error {
			newest, err := s.formOf(c)
			if err != nil {
				return err
			}
			return s.showEnd(c, newest, t)
		},
	}, nil
}

// reviewFormEnd is the end of a form: what the answers come to, and the conclusion. Template: campaign/review_form_end.
type reviewFormEnd struct {
	formHead
	Left           int    // questions that are open
	Keeps          bool   // the answers lead to "keep"
	Version        string // of the form, from which answering the rest starts
	Both           page.BothVersions
	Summary, Open  field.Summary // Open still has to be told
	Notices        []page.Link   // what is missing without being wrong
	Opened         []review.Measure
	Choice         formChoice
	Proposal, Prev page.Link // Proposal was begun already
}
