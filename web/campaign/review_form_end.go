package campaign

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// showEnd shows what the answers come to, and asks for the conclusion: the one typed; where none was, that of the
// proposal that was begun, else the one that the answers lead to.
func (s *Room) showEnd(c *gin.Context, f app.ReviewForm, t page.Typed) error {
	m := reviewFormEnd{
		Frame:    s.Frame(c, s.Text.Say("form02.title", f.Item.Name)),
		formHead: s.formHead(c, f, formParts[len(formParts)-1]),
		Both:     t.Both,
		Button:   s.Text.Say("form02.propose"),
	}
	chosen, problems := review.Conclusion(t.Values.Get("conclusion")), t.Problems
	fromAnswers := review.DefaultConclusion(f.Form)
	if chosen == "" {
		chosen = fromAnswers
		if f.Review != nil && f.Review.Conclusion != "" {
			chosen = f.Review.Conclusion
		}
	}
	if f.Review != nil {
		m.Button, m.Stands = s.Text.Say("form02.repropose"), page.StateBadge(s.Text, f.Review.State)
		m.Proposal = page.Link{Text: s.Text.Say("form02.proposal", f.Review.ID), Href: page.ProposalHref(f.Review.ID)}
	}
	for _, x := range review.Opened(f.Form) {
		m.Opened = append(m.Opened, openedMeasure{
			Kind:    s.Text.Name("measure", string(x.Kind)),
			Part:    s.Text.Name("part", string(x.Part)),
			Content: x.Content,
			Reason:  x.Reason,
		})
	}
	m.Open = s.gapLines(f)
	m.Notices = s.formNotices(f)
	m.Choice = s.conclusions(chosen, fromAnswers)
	if len(m.Opened) > 0 {
		m.KeepNotes = s.Text.Say("form02.keep_drops", len(m.Opened))
	}
	for _, x := range problems {
		if partOfField(x.Field).word != partConclusion {
			continue // it stands among what still has to be told
		}
		text := s.Sentence(x)
		m.Summary = append(m.Summary, field.Line{Href: "#conclusion", Text: text})
		m.Choice.Problem = text
	}
	if len(problems) > 0 && len(m.Open) > 0 {
		m.Summary = append(m.Summary, field.Line{
			Href: "#con-thieu",
			Text: s.Text.Say("form02.gaps_first", len(m.Open)),
		})
	}
	prev, _ := prevPart(f.Form, len(formParts)-1)
	m.Prev = page.Link{Text: s.partTitle(prev), Href: partHref(f, prev)}
	return s.Show(c, t.Status, "campaign/review_form_end", m)
}

// gapLines are what the form still has to tell, each with the way to its field.
func (s *Room) gapLines(f app.ReviewForm) field.Summary {
	var out field.Summary
	for _, x := range review.FormGaps(f.Form) {
		p := partOfField(x.Field)
		href := partHref(f, p) + field.Fragment(x.Field)
		out = append(out, field.Line{Href: href, Text: s.partTitle(p) + ": " + s.gapText(x)})
	}
	return out
}

// gapText says what is missing where: the question, the goal, the participant, and what they lack.
func (s *Room) gapText(x value.Problem) string {
	text := s.Text.Say(x.Code, x.Args...)
	if id, ofQuestion := strings.CutPrefix(x.Field, "answers."); ofQuestion {
		q, _ := review.QuestionByID(strings.TrimSuffix(id, ".reason"))
		return s.Text.Say("form02.gap_at", s.question(q), text)
	}
	name, i := rowOf(x.Field)
	switch name {
	case "participants":
		return s.Text.Say("form02.gap_at", s.Text.Say("form02.participant", i+1), text)
	default:
		return s.Text.Say("form02.gap_at", s.Text.Say("form02."+name)+" "+strconv.Itoa(i+1), text)
	}
}

// formNotices are what is missing without being wrong: open questions, goals, participants, contact.
func (s *Room) formNotices(f app.ReviewForm) []page.Link {
	var out []page.Link
	if n := len(f.Form.Unanswered()); n > 0 {
		p := partOfField("answers." + f.Form.Unanswered()[0].ID + ".value")
		out = append(out, page.Link{Text: s.Text.Say("form02.open_questions", n), Href: partHref(f, p)})
	}
	for _, x := range review.FormNotices(f.Form) {
		out = append(out, page.Link{Text: s.Sentence(x), Href: partHref(f, partOfField(x.Field))})
	}
	return out
}

// conclusions is the choice of the conclusion; the one that the answers lead to says so.
func (s *Room) conclusions(chosen, fromAnswers review.Conclusion) formChoice {
	out := formChoice{ID: "conclusion", Title: s.Text.Say("form02.conclude")}
	for _, x := range review.Conclusions {
		o := formOption{Value: string(x), Text: s.Text.Name("conclusion", string(x)), Chosen: x == chosen}
		if x == fromAnswers {
			o.Note = s.Text.Say("form02.from_answers")
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
			id, err := s.App.ConcludeForm(c.Request.Context(), s.Person(c), f.Plan.ID, f.Campaign, f.Item.Code, chosen)
			said := []any{strconv.FormatInt(int64(id), 10), string(f.Item.Code)}
			return page.Done{To: page.ProposalHref(id) + "/sua", Say: say, Args: said}, err
		},
		Again: func(t page.Typed) error { return s.showEnd(c, f, t) },
	}, nil
}

// reviewFormEnd is the end of a form: what the answers come to, and the conclusion. Template: campaign/review_form_end.
type reviewFormEnd struct {
	page.Frame
	formHead
	Both      page.BothVersions
	Summary   field.Summary
	Open      field.Summary // what still has to be told, each with the way there
	Notices   []page.Link   // what is missing without being wrong
	Opened    []openedMeasure
	Choice    formChoice
	Proposal  page.Link  // the proposal that was begun already
	Stands    page.Badge // state of that proposal
	Button    string
	Prev      page.Link
	KeepNotes string // what "keep" leaves out
}

type openedMeasure struct {
	Kind    string
	Part    string
	Content string
	Reason  string
}
