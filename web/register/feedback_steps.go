package register

import (
	"net/url"
	"slices"
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
	f, err := s.feedbackAt(c)
	if err != nil {
		return err
	}
	return s.showFeedback(c, f, "", page.Shown(nil))
}

// feedbackAt is the petition of the address.
func (s *Room) feedbackAt(c *gin.Context) (app.Feedback, error) {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return app.Feedback{}, value.ErrNotFound
	}
	return s.App.Feedback(c.Request.Context(), s.Person(c), review.FeedbackID(id))
}

// StepFeedback takes one step.
func (s *Room) StepFeedback(path string) page.Post {
	x := stepAt(feedbackSteps, path)
	return func(c *gin.Context, in url.Values) (page.Act, error) {
		f, err := s.feedbackAt(c)
		return x.take(s, c, in, taken[review.Feedback]{
			keys:   feedbackKeys,
			stands: f.Feedback,
			to:     page.FeedbackHref(f.ID, ""),
			name:   feedbackNumber(f.ID),
			again:  func(t page.Typed) error { return s.showFeedback(c, f, path, t) },
		}), err
	}
}

// feedbackNumber is the number by which a petition stands in the register.
func feedbackNumber(id review.FeedbackID) string { return strconv.FormatInt(int64(id), 10) }

// showFeedback shows a petition; what was typed belongs to the form of the step at path, the others start fresh.
func (s *Room) showFeedback(c *gin.Context, f app.Feedback, path string, t page.Typed) error {
	m := feedbackShow{
		Frame:    s.Frame(c, s.Text.Say("page.feedback")),
		Headline: s.Text.Say("feedback.headline", f.ID),
		State:    s.FeedbackState(f),
		Verdict:  s.FeedbackVerdict(f),
		Both:     t.Both,
		Text:     page.Paragraphs(f.Text),
		About:    s.About(c, f.Procedure),
		Facts:    s.feedbackFacts(f),
	}
	open, fresh, err := s.openSteps(c, f)
	if err != nil {
		return err
	}
	for _, name := range open {
		x := stepAt(feedbackSteps, name)
		typed := page.Shown(x.form.Values(fresh))
		if name == path {
			typed = t
		}
		sheet := field.NewSheet(s.Text, typed.Values, typed.Problems)
		sheet.Keys = feedbackKeys
		form := feedbackStep{
			Title:   s.Text.Say(x.key),
			Action:  page.FeedbackHref(f.ID, name),
			Version: typed.Version(f.Version),
			Fields:  x.form.Lay(sheet).Cells,
			Button:  s.Text.Say(x.button),
			Plain:   name == StepAside,
		}
		if name == StepPublish {
			form.Hint = s.Text.Say("feedback.publish_hint")
		}
		m.Steps = append(m.Steps, form)
		m.Summary = append(m.Summary, sheet.Summary()...)
	}
	if path != "" && !slices.Contains(open, path) { // closed meanwhile; what was typed for it stays in sight
		m.Facts = append(m.Facts, s.typedFacts(path, t.Values)...)
		m.Summary = field.NewSheet(s.Text, nil, t.Problems).Summary()
	}
	return s.Show(c, t.Status, "register/feedback_show", m)
}

// typedFacts is what was typed into the form of a step that is closed.
func (s *Room) typedFacts(path string, in url.Values) (out []page.Term) {
	x, typed := stepAt(feedbackSteps, path), review.Feedback{}
	x.form.Read(in, &typed)
	for _, a := range x.form.Answers(s.Text, feedbackKeys, typed) {
		if in.Get(a.Name) != "" && a.Text != "" {
			out = append(out, page.Term{Term: s.Text.Say("feedback.typed"), Text: a.Text})
		}
	}
	return out
}

// feedbackFacts is what is known of a petition, empty lines left out.
func (s *Room) feedbackFacts(f app.Feedback) (out []page.Term) {
	add := func(term, text string) {
		if text != "" {
			out = append(out, page.Term{Term: s.Text.Say(term), Text: text})
		}
	}
	channel := s.Text.Name("feedback_channel", string(f.Channel))
	add("feedback.received", s.Text.Say("feedback.came", viet.ShortDate(f.Received), channel))
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

// openSteps are the steps that this person may take now, and the petition as their forms have it at first.
func (s *Room) openSteps(c *gin.Context, f app.Feedback) (paths []string, fresh review.Feedback, err error) {
	by, fresh := s.Person(c), f.Feedback
	switch {
	case f.State == review.FeedbackWaiting && by.May(account.AnswerFeedback):
		fresh.Unit = by.Unit
		fresh.Due, err = s.App.FeedbackDue(c.Request.Context(), f.Received)
		return []string{StepTake, StepAside}, fresh, err
	case f.State == review.FeedbackTaken && by.May(account.AnswerFeedback):
		fresh.Answered = s.App.Today()
		return []string{StepAnswer}, fresh, nil
	case f.State == review.FeedbackAnswered && by.May(account.IssueReport):
		return []string{StepPublish}, fresh, nil
	}
	return nil, fresh, nil
}

// feedbackShow is a petition with the steps that may follow. Template: register/feedback_show.
type feedbackShow struct {
	page.Frame
	Headline string
	State    page.Badge
	Verdict  page.Verdict
	Both     page.BothVersions
	Summary  field.Summary
	Text     []string
	Facts    []page.Term
	About    page.Link
	Steps    []feedbackStep
}

// feedbackStep is one step as a form.
type feedbackStep struct {
	Title   string
	Hint    string
	Action  string
	Version string // that it starts from
	Fields  []field.Cell
	Button  string
	Plain   bool
}
