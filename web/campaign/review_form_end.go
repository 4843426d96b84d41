package campaign

import (
	"cmp"
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
	last := len(formParts) - 1
	m := reviewFormEnd{
		formHead: s.formHead(c, f, formParts[last]),
		Both:     t.Both,
		Opened:   review.Opened(f.Form),
		Prev:     s.partLink(f, formParts[neighbour(f.Form, last, -1)]),
	}
	for _, x := range review.FormGaps(f.Form) {
		at := s.partLink(f, partOfField(x.Field))
		m.Open = append(m.Open, field.Line{Href: at.Href + field.Fragment(x.Field), Text: at.Text + ": " + s.gapText(x)})
	}
	if left := f.Form.Unanswered(); len(left) > 0 {
		at := partHref(f, partOfField("answers."+left[0].ID+".value"))
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
	m.Choice = s.conclusions(f.Form, cmp.Or(review.Conclusion(t.Values.Get("conclusion")), begun.Conclusion))
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
func (s *Room) gapText(x value.Problem) string {
	text := s.Text.Say(x.Code, x.Args...)
	if id, ofQuestion := strings.CutPrefix(x.Field, "answers."); ofQuestion {
		q, _ := review.QuestionByID(strings.TrimSuffix(id, ".reason"))
		return s.Text.Say("form02.gap_at", s.question(q), text)
	}
	list, rest, _ := strings.Cut(x.Field, "[")
	number, _, _ := strings.Cut(rest, "]")
	i, _ := strconv.Atoi(number) // a field of no row is the first
	if list == "participants" {
		return s.Text.Say("form02.gap_at", s.Text.Say("form02.participant", i+1), text)
	}
	return s.Text.Say("form02.gap_at", s.Text.Say("form02."+list)+" "+strconv.Itoa(i+1), text)
}

// conclusions is the choice of the conclusion; the one of the answers says so, and stands where none was chosen.
func (s *Room) conclusions(f review.Form, chosen review.Conclusion) formChoice {
	fromAnswers := review.DefaultConclusion(f)
	out := formChoice{Cell: field.Cell{ID: "conclusion", Label: s.Text.Say("form02.conclude")}}
	for _, x := range review.Conclusions {
		o := field.Option{Value: string(x), Text: s.Text.Name("conclusion", string(x)), Selected: x == cmp.Or(chosen, fromAnswers)}
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
			id, err := s.App.ConcludeForm(c.Request.Context(), s.Person(c), f.Plan.ID, f.Campaign, f.Item.Code, chosen)
			to := page.ProposalHref(id) + "/sua"
			return page.Done{To: to, Say: say, Args: []any{page.ID(id), string(f.Item.Code)}}, err
		},
		Again: func(t page.Typed) error { return s.showEnd(c, f, t) },
	}, nil
}

// reviewFormEnd is the end of a form: what the answers come to, and the conclusion. Template: campaign/review_form_end.
type reviewFormEnd struct {
	formHead
	Both           page.BothVersions
	Summary, Open  field.Summary // Open still has to be told
	Notices        []page.Link   // what is missing without being wrong
	Opened         []review.Measure
	Choice         formChoice
	Proposal, Prev page.Link // Proposal was begun already
}
