package register

import (
	"context"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
)

// What the forms of a petition ask, by the names that review gives its fields.

// feedbackKeys is under which keys their labels stand.
const feedbackKeys = "feedback"

// sendForm is the public form.
var sendForm = field.Form[review.Feedback]{
	textField,
	kindField(),
	field.Text("name", func(f *review.Feedback) *string { return &f.Name }, field.Medium, field.Auto("name")),
	contactField,
}

// recordForm is for what came in at the counter, by telephone or through the portal.
var recordForm = field.Form[review.Feedback]{
	textField,
	field.Date("received", func(f *review.Feedback) *value.Date { return &f.Received }, field.Need),
	field.Word("channel", func(f *review.Feedback) *review.FeedbackChannel { return &f.Channel },
		"feedback_channel", review.FeedbackChannels, field.Medium),
	field.Own("procedure",
		func(f *review.Feedback) string { return string(f.Procedure) },
		func(f *review.Feedback, typed string) *value.Problem {
			f.Procedure = catalog.Code(viet.Clean(typed))
			return nil
		}, field.Short),
	field.Text("name", func(f *review.Feedback) *string { return &f.Name }, field.Medium),
	contactField,
}

var (
	textField    = field.Long("text", func(f *review.Feedback) *string { return &f.Text }, field.Need)
	contactField = field.Text("contact", func(f *review.Feedback) *string { return &f.Contact }, field.Medium)
)

func kindField(looks ...field.Look) field.Field[review.Feedback] {
	return field.Word("kind", func(f *review.Feedback) *review.FeedbackKind { return &f.Kind }, "feedback_kind",
		append([]review.FeedbackKind{""}, review.FeedbackKinds...), append(looks, field.Medium)...)
}

// Steps of a petition, as the addresses spell them.
const (
	StepTake    = "/nhan"
	StepAside   = "/khong-nhan"
	StepAnswer  = "/tra-loi"
	StepPublish = "/cong-khai"
)

// feedbackSteps are the steps of a petition.
var feedbackSteps = []step[review.Feedback]{
	{
		path:   StepTake,
		key:    "feedback.take",
		button: "feedback.take",
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
		path:   StepAside,
		key:    "feedback.aside",
		button: "feedback.aside",
		form: field.Form[review.Feedback]{
			field.Text("reason", func(f *review.Feedback) *string { return &f.Reason }, field.Need, field.Medium),
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
		check: func(stands, typed review.Feedback, today value.Date) error {
			_, err := review.AnswerFeedback(stands, typed.Answer, typed.Answered, today)
			return err
		},
		do: func(ctx context.Context, a *app.App, by app.Person, base int, f review.Feedback) error {
			return a.AnswerFeedback(ctx, by, f.ID, base, f.Answer, f.Answered)
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
