package register

import (
	"context"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Steps of a petition, as the addresses spell them.
const (
	StepTake    = "/nhan"
	StepAside   = "/khong-nhan"
	StepAnswer  = "/tra-loi"
	StepForward = "/chuyen"
	StepVerify  = "/xac-minh"
	StepPublish = "/cong-khai"
)

var feedbackSteps = []step[review.Feedback]{
	{
		path: StepTake,
		key:  "feedback.take",
		form: field.Form[review.Feedback]{
			kindField(field.Need),
			field.Text("unit", func(f *review.Feedback) *string { return &f.Unit }, field.Need, field.Medium),
			field.Date("due", func(f *review.Feedback) *value.Date { return &f.Due }, field.Need),
		},
		check: func(stands, typed review.Feedback, _ value.Date) error {
			_, err := review.TakeFeedback(stands, typed.Kind, typed.Unit, typed.Due)
			return err
		},
		do: func(ctx context.Context, a *app.App, by app.Person, base int, f review.Feedback) error {
			return a.TakeFeedback(ctx, by, f.ID, base, f.Kind, f.Unit, f.Due)
		},
	},
	{
		path: StepAside,
		key:  "feedback.aside",
		form: field.Form[review.Feedback]{
			field.Text("reason", func(f *review.Feedback) *string { return &f.Reason }, field.Need, field.Medium),
		},
		final: true,
		check: func(stands, typed review.Feedback, _ value.Date) error {
			_, err := review.SetFeedbackAside(stands, typed.Reason)
			return err
		},
		do: func(ctx context.Context, a *app.App, by app.Person, base int, f review.Feedback) error {
			return a.SetFeedbackAside(ctx, by, f.ID, base, f.Reason)
		},
	},
	{
		path:   StepAnswer,
		key:    "feedback.answer",
		button: "feedback.note_answer",
		form: field.Form[review.Feedback]{
			field.Long("answer", func(f *review.Feedback) *string { return &f.Answer },
				field.Label("answer_text"), field.Need),
			field.Date("answered", func(f *review.Feedback) *value.Date { return &f.Answered }, field.Need),
		},
		final: true,
		check: func(stands, typed review.Feedback, today value.Date) error {
			_, err := review.AnswerFeedback(stands, typed.Answer, typed.Answered, today)
			return err
		},
		do: func(ctx context.Context, a *app.App, by app.Person, base int, f review.Feedback) error {
			return a.AnswerFeedback(ctx, by, f.ID, base, f.Answer, f.Answered)
		},
	},
	{
		path: StepForward,
		key:  "feedback.forward",
		form: field.Form[review.Feedback]{
			field.Word("forward_kind", func(f *review.Feedback) *review.FeedbackKind { return &f.Kind },
				"feedback_kind",
				append([]review.FeedbackKind{""}, review.FeedbackKinds...), field.Label("kind"), field.Need,
				field.Medium),
			field.Text("to", func(f *review.Feedback) *string { return &f.Forwarded.To }, field.Need, field.Medium),
			field.Date("forwarded_on", func(f *review.Feedback) *value.Date { return &f.Forwarded.On }, field.Need),
			field.Text("paper", func(f *review.Feedback) *string { return &f.Forwarded.Paper }, field.Short),
		},
		final: true,
		check: func(stands, typed review.Feedback, today value.Date) error {
			_, err := review.ForwardFeedback(stands, typed.Kind, typed.Forwarded, today)
			return err
		},
		do: func(ctx context.Context, a *app.App, by app.Person, base int, f review.Feedback) error {
			return a.ForwardFeedback(ctx, by, f.ID, base, f.Kind, f.Forwarded)
		},
	},
	{
		path:   StepVerify,
		key:    "feedback.verify",
		button: "feedback.save_publish",
		form: field.Form[review.Feedback]{
			field.Word("finding", func(f *review.Feedback) *review.VerificationResult { return &f.Verified.Finding },
				"finding", append([]review.VerificationResult{""}, review.VerificationResults...),
				field.Need, field.Medium),
			field.Date("verified_on", func(f *review.Feedback) *value.Date { return &f.Verified.On }, field.Need),
			field.Long("verified_text", func(f *review.Feedback) *string { return &f.Verified.Text }, field.Need),
			field.Long("followed", func(f *review.Feedback) *string { return &f.Verified.Followed }),
		},
		check: func(stands, typed review.Feedback, today value.Date) error {
			_, err := review.VerifyFeedback(stands, typed.Verified, today)
			return err
		},
		do: func(ctx context.Context, a *app.App, by app.Person, base int, f review.Feedback) error {
			return a.VerifyFeedback(ctx, by, f.ID, base, f.Verified)
		},
	},
	{
		path:   StepPublish,
		key:    "feedback.publish",
		button: "feedback.save_publish",
		form: field.Form[review.Feedback]{
			field.Word("outcome", func(f *review.Feedback) *review.FeedbackOutcome { return &f.Outcome },
				"feedback_outcome", []review.FeedbackOutcome{"", review.Satisfied, review.Unsatisfied}, field.Medium),
			field.Long("published", func(f *review.Feedback) *string { return &f.Published }),
		},
		do: func(ctx context.Context, a *app.App, by app.Person, base int, f review.Feedback) error {
			return a.CloseFeedback(ctx, by, f.ID, base, f.Outcome, f.Published)
		},
	},
}

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
	id, _ := strconv.ParseInt(c.Param("id"), 10, 64) // nothing has the number 0
	return s.App.Feedback(c.Request.Context(), s.Person(c), review.FeedbackID(id))
}

// StepFeedback takes one step.
func (s *Room) StepFeedback(path string) page.Post {
	return func(c *gin.Context, in url.Values) (page.Act, error) {
		f, err := s.feedbackAt(c)
		again := func(t page.Typed) error { return s.showFeedback(c, f, path, t) }
		return petition(f).take(s, c, in, path, again), err
	}
}

// petition is a petition as its steps take it.
func petition(f app.Feedback) thing[review.Feedback] {
	to := page.FeedbackHref(f.ID, "")
	return thing[review.Feedback]{feedbackSteps, feedbackKeys, to, page.ID(f.ID), f.Feedback, f.Version}
}

// showFeedback shows a petition; what was typed belongs to the form of the step at path, the others start fresh.
func (s *Room) showFeedback(c *gin.Context, f app.Feedback, path string, t page.Typed) error {
	m := feedbackShow{
		Frame:    s.Frame(c, s.Text.Say("page.feedback")),
		Petition: f,
		State:    s.FeedbackState(f),
		Verdict:  s.FeedbackVerdict(f),
		Both:     t.Both,
		About:    s.About(c, f.Procedure),
	}
	open, fresh, err := s.openSteps(c, f)
	if err != nil {
		return err
	}
	if f.State == review.FeedbackWaiting || f.State == review.FeedbackTaken {
		if err := s.SayGuessed(c, &m.Frame, f.Received, fresh.Due); err != nil {
			return err
		}
	}
	m.Steps, m.Summary = petition(f).lay(s, open, fresh, path, t)
	if path != "" && !isOpen(open, path) { // closed meanwhile; what was typed for it stays in sight
		m.Typed = s.typedFacts(petition(f).step(path).form, t.Values)
	}
	return s.Show(c, t.Status, "register/feedback_show", m)
}

// typedFacts is what was typed into the form of a step that is closed.
func (s *Room) typedFacts(form field.Form[review.Feedback], in url.Values) (out []string) {
	var typed review.Feedback
	form.Read(in, &typed)
	for _, a := range form.Answers(s.Text, feedbackKeys, typed) {
		if in.Get(a.Name) != "" && a.Text != "" {
			out = append(out, a.Text)
		}
	}
	return out
}

// openSteps are the steps that this person may take now, and the petition as their forms have it at first.
func (s *Room) openSteps(c *gin.Context, f app.Feedback) (open []stepForm, fresh review.Feedback, err error) {
	by, fresh := s.Person(c), f.Feedback
	mayAnswer := by.May(account.AnswerFeedback)
	forward := stepForm{path: StepForward, Plain: true}
	switch {
	case f.State == review.FeedbackWaiting && mayAnswer:
		fresh.Unit = by.Unit
		fresh.Due, err = s.App.FeedbackDue(c.Request.Context(), f.Received)
		fresh.Forwarded.On = s.App.Today()
		open = []stepForm{{path: StepTake}, forward, {path: StepAside, Plain: true}}
	case f.State == review.FeedbackTaken && mayAnswer:
		fresh.Answered, fresh.Forwarded.On = s.App.Today(), s.App.Today()
		open = []stepForm{{path: StepAnswer}, forward}
	case f.State == review.FeedbackAnswered && by.May(account.IssueReport):
		open = []stepForm{{path: StepPublish, Hint: s.Text.Say("feedback.publish_hint")}}
	}
	isBeing := f.State == review.FeedbackTaken || f.State == review.FeedbackAnswered
	if isBeing && f.Kind == review.AboutConduct && mayAnswer {
		if fresh.Verified.On.IsZero() {
			fresh.Verified.On = s.App.Today()
		}
		open = append(open, stepForm{path: StepVerify, Plain: true, Hint: s.Text.Say("feedback.verify_hint")})
	}
	return open, fresh, err
}

// feedbackShow is a petition with the steps that may follow. Template: register/feedback_show.
type feedbackShow struct {
	page.Frame
	Petition app.Feedback
	State    page.Badge
	Verdict  page.Verdict
	Both     page.BothVersions
	Summary  field.Summary
	About    page.Link
	Typed    []string // into the form of a step that is closed
	Steps    []stepForm
}
