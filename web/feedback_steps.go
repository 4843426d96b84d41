package web

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// feedback shows a petition with the steps that may follow.
func (s *Server) feedback(c *gin.Context) error {
	f, err := s.askedFeedback(c)
	if err != nil {
		return err
	}
	return s.showFeedback(c, http.StatusOK, f, nil, nil, "")
}

// askedFeedback is the petition of the address.
func (s *Server) askedFeedback(c *gin.Context) (app.Feedback, error) {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return app.Feedback{}, value.ErrNotFound
	}
	return s.app.Feedback(c.Request.Context(), s.person(c), review.FeedbackID(id))
}

// Steps of a petition, as the addresses spell them.
const (
	stepTake    = "/nhan"
	stepAside   = "/khong-nhan"
	stepAnswer  = "/tra-loi"
	stepPublish = "/cong-khai"
)

// stepFeedback takes one step; the form is shown again where it is refused, or where somebody else was faster.
func (s *Server) stepFeedback(step string) func(*gin.Context) error {
	return func(c *gin.Context) error {
		in, err := s.posted(c)
		if err != nil {
			return err
		}
		f, err := s.askedFeedback(c)
		if err != nil {
			return err
		}
		base, err := strconv.Atoi(in.Get("base"))
		if err != nil {
			return value.Problems{{Field: "base", Code: "form.unreadable"}}
		}
		problems, err := s.doStep(c, step, f.ID, base, in)
		var conflict *value.Conflict
		if refused := also(problems, err); len(refused) > 0 {
			return s.showFeedback(c, http.StatusUnprocessableEntity, f, in, refused, step)
		}
		if errors.As(err, &conflict) {
			return s.showFeedback(c, http.StatusConflict, f, in, nil, step)
		}
		if err != nil {
			return err
		}
		c.Redirect(http.StatusSeeOther, feedbackHref(f.ID, ""))
		return nil
	}
}

func (s *Server) doStep(c *gin.Context, step string, id review.FeedbackID, base int, in url.Values) (problems value.Problems, err error) {
	ctx, by := c.Request.Context(), s.person(c)
	switch step {
	case stepTake:
		due, problems := typedDate(in, "due")
		return problems, s.app.TakeFeedback(ctx, by, id, base, review.FeedbackKind(in.Get("kind")), in.Get("unit"), due)
	case stepAside:
		return nil, s.app.SetFeedbackAside(ctx, by, id, base, in.Get("reason"))
	case stepAnswer:
		on, problems := typedDate(in, "answered")
		return problems, s.app.AnswerFeedback(ctx, by, id, base, in.Get("answer"), on)
	}
	return nil, s.app.CloseFeedback(ctx, by, id, base, review.FeedbackOutcome(in.Get("outcome")), in.Get("published"))
}

// showFeedback shows a petition; in and problems belong to the form of one step, the others start fresh.
func (s *Server) showFeedback(c *gin.Context, status int, f app.Feedback, in url.Values, problems value.Problems, step string) error {
	m := feedbackShow{frame: s.frame(c, s.text.Say("page.feedback")), Headline: s.text.Say("feedback.headline", f.ID), State: s.feedbackState(f), Verdict: s.feedbackVerdict(f),
		Text: paragraphs(f.Text), About: s.about(c, f.Procedure), Version: strconv.Itoa(f.Version)}
	if status == http.StatusConflict {
		m.Clash = s.text.Say("feedback.clash")
	}
	m.Facts = s.feedbackFacts(f)
	steps, err := s.feedbackSteps(c, f)
	if err != nil {
		return err
	}
	open := false
	for _, x := range steps {
		open = open || x.step == step
		typed, wrong := x.fresh, value.Problems(nil)
		if x.step == step {
			typed, wrong = in, problems
		}
		form := field.NewSheet(s.text, typed, wrong)
		m.Steps = append(m.Steps, x.form(form, feedbackHref(f.ID, x.step)))
		m.Summary = append(m.Summary, form.Summary()...)
	}
	if !open { // the step is closed meanwhile; what was typed for it stays in sight
		for _, name := range []string{"answer", "published", "reason"} {
			if text := in.Get(name); text != "" {
				m.Facts = append(m.Facts, indicatorTerm{s.text.Say("feedback.typed"), text})
			}
		}
	}
	if len(m.Summary) == 0 {
		m.Summary = field.NewSheet(s.text, nil, problems).Summary()
	}
	return s.show(c, status, "feedback/show", m)
}

// feedbackFacts is what is known of a petition, empty lines left out.
func (s *Server) feedbackFacts(f app.Feedback) (out []indicatorTerm) {
	add := func(term, text string) {
		if text != "" {
			out = append(out, indicatorTerm{s.text.Say(term), text})
		}
	}
	add("feedback.received", s.text.Say("feedback.came", viet.ShortDate(f.Received), s.text.Name("feedback_channel", string(f.Channel))))
	if f.Part != "" {
		add("feedback.part", s.text.Name("part", string(f.Part)))
	}
	add("feedback.kind", s.kindName(f.Kind))
	add("feedback.name", f.Name)
	add("feedback.contact", f.Contact)
	add("feedback.unit", f.Unit)
	add("feedback.due", viet.ShortDate(f.Due))
	add("feedback.reason", f.Reason)
	add("feedback.answer", f.Answer)
	add("feedback.answered", viet.ShortDate(f.Answered))
	if f.Outcome != "" {
		add("feedback.outcome", s.text.Name("feedback_outcome", string(f.Outcome)))
	}
	add("feedback.published", f.Published)
	return out
}

// openStep is a step that may follow, with what stands in its form at first.
type openStep struct {
	step  string
	fresh url.Values
	form  func(f *field.Sheet, action string) feedbackStep
}

// feedbackSteps are the steps that this person may take now.
func (s *Server) feedbackSteps(c *gin.Context, f app.Feedback) ([]openStep, error) {
	by := s.person(c)
	switch {
	case f.State == review.FeedbackWaiting && by.May(account.AnswerFeedback):
		due, err := s.app.FeedbackDue(c.Request.Context(), f.Received)
		if err != nil {
			return nil, err
		}
		return []openStep{
			{stepTake, url.Values{"kind": {string(f.Kind)}, "unit": {by.Unit}, "due": {viet.ShortDate(due)}}, s.takeForm},
			{stepAside, url.Values{}, s.asideForm},
		}, nil
	case f.State == review.FeedbackTaken && by.May(account.AnswerFeedback):
		return []openStep{{stepAnswer, url.Values{"answered": {viet.ShortDate(s.app.Today())}}, s.answerForm}}, nil
	case f.State == review.FeedbackAnswered && by.May(account.IssueReport):
		return []openStep{{stepPublish, url.Values{"outcome": {string(f.Outcome)}, "published": {f.Published}}, s.publishForm}}, nil
	}
	return nil, nil
}

func (s *Server) takeForm(f *field.Sheet, action string) feedbackStep {
	return feedbackStep{Title: s.text.Say("feedback.take"), Action: action, Button: s.text.Say("feedback.take"), Fields: []field.Cell{
		f.Cell("kind", s.text.Say("feedback.kind"), field.Need, field.Medium, field.Choose(s.feedbackKinds()...)),
		f.Cell("unit", s.text.Say("feedback.unit"), field.Need, field.Medium),
		f.Cell("due", s.text.Say("feedback.due"), field.Need, field.Short, field.Hint(s.text.Say("feedback.due_hint"))),
	}}
}

func (s *Server) asideForm(f *field.Sheet, action string) feedbackStep {
	return feedbackStep{Title: s.text.Say("feedback.aside"), Action: action, Button: s.text.Say("feedback.aside"), Plain: true,
		Fields: []field.Cell{f.Cell("reason", s.text.Say("feedback.reason"), field.Need, field.Medium)}}
}

func (s *Server) answerForm(f *field.Sheet, action string) feedbackStep {
	return feedbackStep{Title: s.text.Say("feedback.answer"), Action: action, Button: s.text.Say("feedback.note_answer"), Fields: []field.Cell{
		f.Cell("answer", s.text.Say("feedback.answer_text"), field.Need, field.Kind("textarea")),
		f.Cell("answered", s.text.Say("feedback.answered"), field.Need, field.Short),
	}}
}

func (s *Server) publishForm(f *field.Sheet, action string) feedbackStep {
	outcomes := []field.Option{{Text: s.text.Say("not_stated")}}
	for _, o := range []review.FeedbackOutcome{review.Satisfied, review.Unsatisfied} {
		outcomes = append(outcomes, field.Option{Value: string(o), Text: s.text.Name("feedback_outcome", string(o))})
	}
	return feedbackStep{Title: s.text.Say("feedback.publish"), Hint: s.text.Say("feedback.publish_hint"), Action: action, Button: s.text.Say("feedback.save_publish"), Fields: []field.Cell{
		f.Cell("outcome", s.text.Say("feedback.outcome"), field.Medium, field.Choose(outcomes...)),
		f.Cell("published", s.text.Say("feedback.published"), field.Kind("textarea")),
	}}
}
