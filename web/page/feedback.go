package page

import (
	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/viet"
)

// About is the procedure that a petition is about, for whoever asks; empty where there is none, or none to be seen.
func (k *Kit) About(c *gin.Context, code catalog.Code) Link {
	if code == "" {
		return Link{}
	}
	v, err := k.App.Procedure(c.Request.Context(), k.Reader(c), code)
	if err != nil {
		return Link{}
	}
	return Link{Text: v.Procedure.Name, Href: ProcedureHref(v.Procedure.Code)}
}

// FeedbackRow is a petition in a list: it came "01/7/2024, tại quầy"; its verdict is of what is late or was in time.
type FeedbackRow struct {
	Href, Number, Came, Text string
	About                    Link
	Kind, Unit, Due          string
	State                    Badge
	Verdict                  Verdict
}

// FeedbackRow is a petition as a line of a list.
func (k *Kit) FeedbackRow(c *gin.Context, f app.Feedback) FeedbackRow {
	channel := k.Text.Name("feedback_channel", string(f.Channel))
	return FeedbackRow{
		Href:    FeedbackHref(f.ID, ""),
		Number:  ID(f.ID),
		Came:    k.Text.Say("feedback.came", viet.ShortDate(f.Received), channel),
		Text:    Shortened(f.Text),
		About:   k.About(c, f.Procedure),
		Kind:    k.KindName(f.Kind),
		Unit:    f.Unit,
		Due:     viet.ShortDate(f.Due),
		State:   k.FeedbackState(f),
		Verdict: k.FeedbackVerdict(f),
	}
}

// FeedbackOn is the petitions about a procedure, for the page on which it is reviewed.
func (k *Kit) FeedbackOn(c *gin.Context, code catalog.Code) (out []FeedbackRow) {
	all, err := k.App.FeedbackAbout(c.Request.Context(), k.Person(c), code)
	if err != nil {
		k.Log.Error("feedback not read", "request", c.GetString(RequestID), "error", err)
	}
	for _, f := range all {
		out = append(out, k.FeedbackRow(c, f))
	}
	return out
}

// KindName is the name of a kind of feedback.
func (k *Kit) KindName(kept review.FeedbackKind) string {
	if kept == "" {
		return ""
	}
	return k.Text.Name("feedback_kind", string(kept))
}

// shortFeedback is how many characters of a petition a list shows.
const shortFeedback = 160

// Shortened is the beginning of a text, for a row of a list.
func Shortened(text string) string {
	if r := []rune(text); len(r) > shortFeedback {
		return string(r[:shortFeedback]) + "…"
	}
	return text
}

// FeedbackState is where a piece of feedback stands.
func (k *Kit) FeedbackState(f app.Feedback) Badge {
	return Badge{k.Text.Name("feedback_state", string(f.State)), feedbackTones[f.State]}
}

var feedbackTones = map[review.FeedbackState]string{
	review.FeedbackWaiting: "warn", review.FeedbackTaken: "accent", review.FeedbackAnswered: "met",
}

// FeedbackVerdict says what is late, and what was answered in time.
func (k *Kit) FeedbackVerdict(f app.Feedback) Verdict {
	switch {
	case f.IsLate(k.App.Today()):
		return Verdict{Sign: "✗", Text: k.Text.Say("due.late"), Tone: "bad"}
	case f.InTime():
		return Verdict{Sign: "✓", Text: k.Text.Say("feedback.in_time"), Tone: "met"}
	}
	return Verdict{}
}
