package web

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
)

// showEnd shows what the answers come to, and asks for the conclusion; chosen is the one typed, empty where none
// was: then the one of the proposal that was begun, else the one that the answers lead to.
func (s *Server) showEnd(c *gin.Context, status int, f app.ReviewForm, chosen review.Conclusion, problems value.Problems) error {
	p := formParts[len(formParts)-1]
	m := reviewFormEnd{frame: s.frame(c, s.text.Say("form02.title", f.Item.Name)), formHead: s.formHead(c, f, p), Button: s.text.Say("form02.propose")}
	fromAnswers := review.DefaultConclusion(f.Form)
	if chosen == "" {
		chosen = fromAnswers
		if f.Review != nil && f.Review.Conclusion != "" {
			chosen = f.Review.Conclusion
		}
	}
	if f.Review != nil {
		m.Button, m.Stands = s.text.Say("form02.repropose"), s.stateBadge(f.Review.State)
		m.Proposal = link{Text: s.text.Say("form02.proposal", f.Review.ID), Href: fmt.Sprintf("/phuong-an/%d", f.Review.ID)}
	}
	for _, x := range review.Opened(f.Form) {
		m.Opened = append(m.Opened, openedMeasure{Kind: s.text.Name("measure", string(x.Kind)), Part: s.text.Name("part", string(x.Part)),
			Content: x.Content, Reason: x.Reason})
	}
	m.Open = s.gapLines(f)
	m.Notices = s.formNotices(f)
	m.Choice = s.conclusions(chosen, fromAnswers)
	if len(m.Opened) > 0 {
		m.KeepNotes = s.text.Say("form02.keep_drops", len(m.Opened))
	}
	for _, x := range problems {
		if partOfField(x.Field).word != partConclusion {
			continue // it stands among what still has to be told
		}
		text := s.sentence(x)
		m.Summary = append(m.Summary, field.Line{Href: "#conclusion", Text: text})
		m.Choice.Problem = text
	}
	if len(problems) > 0 && len(m.Open) > 0 {
		m.Summary = append(m.Summary, field.Line{Href: "#con-thieu", Text: s.text.Say("form02.gaps_first", len(m.Open))})
	}
	prev, _ := prevPart(f.Form, len(formParts)-1)
	m.Prev = link{Text: s.partTitle(prev), Href: partHref(f, prev)}
	return s.show(c, status, "review/form_end", m)
}

// gapLines are what the form still has to tell, each with the way to its field.
func (s *Server) gapLines(f app.ReviewForm) field.Summary {
	var out field.Summary
	for _, x := range review.FormGaps(f.Form) {
		p := partOfField(x.Field)
		out = append(out, field.Line{Href: partHref(f, p) + "#" + x.Field, Text: s.partTitle(p) + ": " + s.gapText(x)})
	}
	return out
}

// gapText says what is missing where: the question, the goal, the participant, and what they lack.
func (s *Server) gapText(x value.Problem) string {
	text := s.text.Say(x.Code, x.Args...)
	if id, ofQuestion := strings.CutPrefix(x.Field, "answers."); ofQuestion {
		q, _ := review.QuestionByID(strings.TrimSuffix(id, ".reason"))
		return s.text.Say("form02.gap_at", s.question(q), text)
	}
	name, i := rowOf(x.Field)
	switch name {
	case "participants":
		return s.text.Say("form02.gap_at", s.text.Say("form02.participant", i+1), text)
	default:
		return s.text.Say("form02.gap_at", s.text.Say("form02."+name)+" "+strconv.Itoa(i+1), text)
	}
}

// formNotices are what is missing without being wrong: open questions, goals, participants, contact.
func (s *Server) formNotices(f app.ReviewForm) []link {
	var out []link
	if n := len(f.Form.Unanswered()); n > 0 {
		p := partOfField("answers." + f.Form.Unanswered()[0].ID + ".value")
		out = append(out, link{Text: s.text.Say("form02.open_questions", n), Href: partHref(f, p)})
	}
	for _, x := range review.FormNotices(f.Form) {
		out = append(out, link{Text: s.sentence(x), Href: partHref(f, partOfField(x.Field))})
	}
	return out
}

// conclusions is the choice of the conclusion; the one that the answers lead to says so.
func (s *Server) conclusions(chosen, fromAnswers review.Conclusion) formChoice {
	out := formChoice{ID: "conclusion", Title: s.text.Say("form02.conclude")}
	for _, x := range review.Conclusions {
		o := formOption{Value: string(x), Text: s.text.Name("conclusion", string(x)), Chosen: x == chosen}
		if x == fromAnswers {
			o.Note = s.text.Say("form02.from_answers")
		}
		out.Options = append(out.Options, o)
	}
	return out
}

// concludeReviewForm begins or updates the proposal of the procedure and goes on to it.
func (s *Server) concludeReviewForm(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	f, err := s.formOf(c)
	if err != nil {
		return err
	}
	chosen := review.Conclusion(in.Get("conclusion"))
	id, err := s.app.ConcludeForm(c.Request.Context(), s.person(c), f.Plan.ID, f.Campaign, f.Item.Code, chosen)
	var problems value.Problems
	switch {
	case errors.As(err, &problems):
		return s.showEnd(c, refusedAs(err), f, chosen, problems)
	case err != nil:
		return err
	}
	c.Redirect(http.StatusSeeOther, fmt.Sprintf("/phuong-an/%d/sua", id))
	return nil
}
