package register

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Feedback shows a petition with the steps that may follow.
func (s *Room) Feedback(c *gin.Context) error {
	f, err := s.askedFeedback(c)
	if err != nil {
		return err
	}
	return s.showFeedback(c, http.StatusOK, f, nil, nil, "")
}

// askedFeedback is the petition of the address.
func (s *Room) askedFeedback(c *gin.Context) (app.Feedback, error) {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return app.Feedback{}, value.ErrNotFound
	}
	return s.App.Feedback(c.Request.Context(), s.Person(c), review.FeedbackID(id))
}

// Steps of a petition, as the addresses spell them.
const (
	StepTake    = "/nhan"
	StepAside   = "/khong-nhan"
	StepAnswer  = "/tra-loi"
	StepPublish = "/cong-khai"
)

// StepFeedback takes one step; the form is shown again where it is refused, or where somebody else was faster.
func (s *Room) StepFeedback(step string) func(*gin.Context) error {
	return func(c *gin.Context) error {
		in, err := s.Posted(c)
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
		if refused := page.Also(problems, err); len(refused) > 0 {
			return s.showFeedback(c, http.StatusUnprocessableEntity, f, in, refused, step)
		}
		if errors.As(err, &conflict) {
			return s.showFeedback(c, http.StatusConflict, f, in, nil, step)
		}
		if err != nil {
			return err
		}
		c.Redirect(http.StatusSeeOther, page.FeedbackHref(f.ID, ""))
		return nil
	}
}

func (s *Room) doStep(c *gin.Context, step string, id review.FeedbackID, base int, in url.Values) (problems value.Problems, err error) {
	ctx, by := c.Request.Context(), s.Person(c)
	switch step {
	case StepTake:
		due, problems := page.TypedDate(in, "due")
		return problems, s.App.TakeFeedback(ctx, by, id, base, review.FeedbackKind(in.Get("kind")), in.Get("unit"), due)
	case StepAside:
		return nil, s.App.SetFeedbackAside(ctx, by, id, base, in.Get("reason"))
	case StepAnswer:
		on, problems := page.TypedDate(in, "answered")
		return problems, s.App.AnswerFeedback(ctx, by, id, base, in.Get("answer"), on)
	}
	return nil, s.App.CloseFeedback(ctx, by, id, base, review.FeedbackOutcome(in.Get("outcome")), in.Get("published"))
}

// showFeedback shows a petition; in and problems belong to the form of one step, the others start fresh.
func (s *Room) showFeedback(c *gin.Context, status int, f app.Feedback, in url.Values, problems value.Problems, step string) error {
	m := feedbackShow{Frame: s.Frame(c, s.Text.Say("page.feedback")), Headline: s.Text.Say("feedback.headline", f.ID), State: s.FeedbackState(f), Verdict: s.FeedbackVerdict(f),
		Text: page.Paragraphs(f.Text), About: s.About(c, f.Procedure), Version: strconv.Itoa(f.Version)}
	if status == http.StatusConflict {
		m.Clash = s.Text.Say("feedback.clash")
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
		form := field.NewSheet(s.Text, typed, wrong)
		m.Steps = append(m.Steps, x.form(form, page.FeedbackHref(f.ID, x.step)))
		m.Summary = append(m.Summary, form.Summary()...)
	}
	if !open { // the step is closed meanwhile; what was typed for it stays in sight
		for _, name := range []string{"answer", "published", "reason"} {
			if text := in.Get(name); text != "" {
				m.Facts = append(m.Facts, page.Term{Term: s.Text.Say("feedback.typed"), Text: text})
			}
		}
	}
	if len(m.Summary) == 0 {
		m.Summary = field.NewSheet(s.Text, nil, problems).Summary()
	}
	return s.Show(c, status, "register/feedback_show", m)
}

// feedbackFacts is what is known of a petition, empty lines left out.
func (s *Room) feedbackFacts(f app.Feedback) (out []page.Term) {
	add := func(term, text string) {
		if text != "" {
			out = append(out, page.Term{Term: s.Text.Say(term), Text: text})
		}
	}
	add("feedback.received", s.Text.Say("feedback.came", viet.ShortDate(f.Received), s.Text.Name("feedback_channel", string(f.Channel))))
	if f.Part != "" {
		add("feedback.part", s.Text.Name("part", string(f.Part)))
	}
	add("feedback.kind", s.KindName(f.Kind))
	add("feedback.name", f.Name)
	add("feedback.contact", f.Contact)
	add("feedback.unit", f.Unit)
	add("feedback.due", viet.ShortDate(f.Due))
	add("feedback.reason", f.Reason)
	add("feedback.answer", f.Answer)
	add("feedback.answered", viet.ShortDate(f.Answered))
	if f.Outcome != "" {
		add("feedback.outcome", s.Text.Name("feedback_outcome", string(f.Outcome)))
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
func (s *Room) feedbackSteps(c *gin.Context, f app.Feedback) ([]openStep, error) {
	by := s.Person(c)
	switch {
	case f.State == review.FeedbackWaiting && by.May(account.AnswerFeedback):
		due, err := s.App.FeedbackDue(c.Request.Context(), f.Received)
		if err != nil {
			return nil, err
		}
		return []openStep{
			{StepTake, url.Values{"kind": {string(f.Kind)}, "unit": {by.Unit}, "due": {viet.ShortDate(due)}}, s.takeForm},
			{StepAside, url.Values{}, s.asideForm},
		}, nil
	case f.State == review.FeedbackTaken && by.May(account.AnswerFeedback):
		return []openStep{{StepAnswer, url.Values{"answered": {viet.ShortDate(s.App.Today())}}, s.answerForm}}, nil
	case f.State == review.FeedbackAnswered && by.May(account.IssueReport):
		return []openStep{{StepPublish, url.Values{"outcome": {string(f.Outcome)}, "published": {f.Published}}, s.publishForm}}, nil
	}
	return nil, nil
}

func (s *Room) takeForm(f *field.Sheet, action string) feedbackStep {
	return feedbackStep{Title: s.Text.Say("feedback.take"), Action: action, Button: s.Text.Say("feedback.take"), Fields: []field.Cell{
		f.Cell("kind", s.Text.Say("feedback.kind"), field.Need, field.Medium, field.Choose(s.feedbackKinds()...)),
		f.Cell("unit", s.Text.Say("feedback.unit"), field.Need, field.Medium),
		f.Cell("due", s.Text.Say("feedback.due"), field.Need, field.Short, field.Hint(s.Text.Say("feedback.due_hint"))),
	}}
}

func (s *Room) asideForm(f *field.Sheet, action string) feedbackStep {
	return feedbackStep{Title: s.Text.Say("feedback.aside"), Action: action, Button: s.Text.Say("feedback.aside"), Plain: true,
		Fields: []field.Cell{f.Cell("reason", s.Text.Say("feedback.reason"), field.Need, field.Medium)}}
}

func (s *Room) answerForm(f *field.Sheet, action string) feedbackStep {
	return feedbackStep{Title: s.Text.Say("feedback.answer"), Action: action, Button: s.Text.Say("feedback.note_answer"), Fields: []field.Cell{
		f.Cell("answer", s.Text.Say("feedback.answer_text"), field.Need, field.Kind("textarea")),
		f.Cell("answered", s.Text.Say("feedback.answered"), field.Need, field.Short),
	}}
}

func (s *Room) publishForm(f *field.Sheet, action string) feedbackStep {
	outcomes := []field.Option{{Text: s.Text.Say("not_stated")}}
	for _, o := range []review.FeedbackOutcome{review.Satisfied, review.Unsatisfied} {
		outcomes = append(outcomes, field.Option{Value: string(o), Text: s.Text.Name("feedback_outcome", string(o))})
	}
	return feedbackStep{Title: s.Text.Say("feedback.publish"), Hint: s.Text.Say("feedback.publish_hint"), Action: action, Button: s.Text.Say("feedback.save_publish"), Fields: []field.Cell{
		f.Cell("outcome", s.Text.Say("feedback.outcome"), field.Medium, field.Choose(outcomes...)),
		f.Cell("published", s.Text.Say("feedback.published"), field.Kind("textarea")),
	}}
}

// feedbackShow is a petition with the steps that may follow. Template: register/feedback_show.
type feedbackShow struct {
	page.Frame
	Headline string
	State    page.Badge
	Verdict  page.Verdict
	Clash    string // that somebody else was faster
	Summary  field.Summary
	Text     []string
	Facts    []page.Term
	About    page.Link
	Version  string
	Steps    []feedbackStep
}

// feedbackStep is one step as a form.
type feedbackStep struct {
	Title  string
	Hint   string
	Action string
	Fields []field.Cell
	Button string
	Plain  bool
}
