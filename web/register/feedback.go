package register

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// publishedShown is how many answered petitions stand below the form.
const publishedShown = 20

// FeedbackForm is the public form.
func (s *Room) FeedbackForm(c *gin.Context) error {
	return s.showSend(c, http.StatusOK, url.Values{"procedure": {c.Query("thu-tuc")}, "part": {c.Query("phan")}}, nil)
}

// SendFeedback takes in what the public sends. What a machine fills in that no person sees is dropped without a word.
func (s *Room) SendFeedback(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	if in.Get("website") != "" {
		c.Redirect(http.StatusSeeOther, page.SendPath+"?da-gui=1")
		return nil
	}
	if !s.sends.allow(c.RemoteIP(), s.App.Now()) {
		return s.showSend(c, http.StatusUnprocessableEntity, in, value.Problems{{Code: "feedback.too_many"}})
	}
	_, err = s.App.SendFeedback(c.Request.Context(), review.Feedback{Text: in.Get("text"), Kind: review.FeedbackKind(in.Get("kind")),
		Procedure: catalog.Code(in.Get("procedure")), Part: catalog.Part(in.Get("part")), Name: in.Get("name"), Contact: in.Get("contact")})
	var problems value.Problems
	if errors.As(err, &problems) {
		return s.showSend(c, http.StatusUnprocessableEntity, in, problems)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, page.SendPath+"?da-gui=1")
	return nil
}

func (s *Room) showSend(c *gin.Context, status int, in url.Values, problems value.Problems) error {
	ctx := c.Request.Context()
	m := feedbackSend{Frame: s.Frame(c, s.Text.Say("page.send"))}
	if c.Query("da-gui") != "" {
		m.Sent = s.Text.Say("feedback.sent")
	}
	m.Code, m.Part = in.Get("procedure"), in.Get("part")
	m.About = s.About(c, catalog.Code(m.Code))
	if m.Part != "" && m.About.Text != "" {
		m.PartName = s.Text.Name("part", m.Part)
	}
	f := field.NewSheet(s.Text, in, problems)
	m.Text = f.Cell("text", s.Text.Say("feedback.text"), field.Need, field.Kind("textarea"), field.Hint(s.Text.Say("feedback.text_hint")))
	m.Kind = f.Cell("kind", s.Text.Say("feedback.kind"), field.Medium, field.Choose(s.feedbackKinds()...))
	m.Name = f.Cell("name", s.Text.Say("feedback.name"), field.Medium, field.Auto("name"))
	m.Contact = f.Cell("contact", s.Text.Say("feedback.contact"), field.Medium, field.Hint(s.Text.Say("feedback.contact_hint")))
	m.Summary = f.Summary()
	published, err := s.App.PublishedFeedback(ctx, publishedShown)
	if err != nil {
		return err
	}
	for _, p := range published {
		m.Published = append(m.Published, publishedFeedback{When: viet.ShortDate(p.Received), About: s.About(c, p.Procedure), Text: p.Published, Answer: p.Answer,
			By: s.Text.Say("feedback.by", p.Unit, viet.ShortDate(p.Answered))})
	}
	return s.Show(c, status, "register/feedback_send", m)
}

func (s *Room) feedbackKinds() []field.Option {
	out := []field.Option{{Text: s.Text.Say("feedback.kind_open")}}
	for _, k := range review.FeedbackKinds {
		out = append(out, field.Option{Value: string(k), Text: s.Text.Name("feedback_kind", string(k))})
	}
	return out
}

// Feedbacks is the register.
func (s *Room) Feedbacks(c *gin.Context) error {
	by, want := s.Person(c), review.FeedbackState(c.Query("trang-thai"))
	all, err := s.App.Feedbacks(c.Request.Context(), by)
	if err != nil {
		return err
	}
	m := feedbackList{Frame: s.Frame(c, s.Text.Say("page.feedback"))}
	count, late := map[review.FeedbackState]int{}, 0
	for _, f := range all {
		count[f.State]++
		if f.State == review.FeedbackTaken && f.IsLate(s.App.Today()) {
			late++
		}
		if want == "" || f.State == want {
			m.Rows = append(m.Rows, s.FeedbackRow(c, f))
		}
	}
	m.State = s.Text.Say("feedback.list_state", count[review.FeedbackWaiting], count[review.FeedbackTaken], late)
	m.Filters = []page.MonthTab{{Text: s.Text.Say("feedback.all", len(all)), Href: page.FeedbackPath, Current: want == ""}}
	for _, state := range review.FeedbackStates {
		m.Filters = append(m.Filters, page.MonthTab{Text: s.Text.Say("feedback.filter", viet.Capital(s.Text.Name("feedback_state", string(state))), count[state]),
			Href: page.FeedbackPath + "?" + url.Values{"trang-thai": {string(state)}}.Encode(), Current: want == state})
	}
	if by.May(account.AnswerFeedback) {
		m.Add = page.Link{Text: s.Text.Say("feedback.add"), Href: page.FeedbackPath + "/them"}
	}
	m.Nothing = page.EmptyState{Text: s.Text.Say("feedback.none")}
	return s.Show(c, http.StatusOK, "register/feedback", m)
}

// NewFeedback is the form for what came in at the counter, by telephone or through the portal.
func (s *Room) NewFeedback(c *gin.Context) error {
	return s.showNewFeedback(c, http.StatusOK, url.Values{"received": {viet.ShortDate(s.App.Today())}, "channel": {string(review.AtCounter)}, "procedure": {c.Query("thu-tuc")}}, nil)
}

func (s *Room) showNewFeedback(c *gin.Context, status int, in url.Values, problems value.Problems) error {
	f := field.NewSheet(s.Text, in, problems)
	var channels []field.Option
	for _, x := range review.FeedbackChannels {
		channels = append(channels, field.Option{Value: string(x), Text: viet.Capital(s.Text.Name("feedback_channel", string(x)))})
	}
	m := feedbackAdd{Frame: s.Frame(c, s.Text.Say("feedback.add")), Fields: []field.Cell{
		f.Cell("text", s.Text.Say("feedback.text"), field.Need, field.Kind("textarea")),
		f.Cell("received", s.Text.Say("feedback.received"), field.Need, field.Short),
		f.Cell("channel", s.Text.Say("feedback.channel"), field.Medium, field.Choose(channels...)),
		f.Cell("procedure", s.Text.Say("feedback.procedure"), field.Short, field.Hint(s.Text.Say("feedback.procedure_hint"))),
		f.Cell("name", s.Text.Say("feedback.name"), field.Medium),
		f.Cell("contact", s.Text.Say("feedback.contact"), field.Medium),
	}}
	m.Summary = f.Summary()
	return s.Show(c, status, "register/feedback_add", m)
}

// RecordFeedback writes it into the register.
func (s *Room) RecordFeedback(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	received, problems := page.TypedDate(in, "received")
	id, err := s.App.RecordFeedback(c.Request.Context(), s.Person(c), review.Feedback{Text: in.Get("text"), Received: received, Channel: review.FeedbackChannel(in.Get("channel")),
		Procedure: catalog.Code(viet.Clean(in.Get("procedure"))), Name: in.Get("name"), Contact: in.Get("contact")})
	if refused := page.Also(problems, err); len(refused) > 0 {
		return s.showNewFeedback(c, http.StatusUnprocessableEntity, in, refused)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, page.FeedbackHref(id, ""))
	return nil
}

// feedbackSend is the public form for feedback and what was answered before. Template: register/feedback_send.
type feedbackSend struct {
	page.Frame
	Sent      string // that it has come; empty: the form
	Summary   field.Summary
	About     page.Link // the procedure it is about
	Code      string    // its code
	Part      string    // constituent part, as the form sends it back
	PartName  string
	Text      field.Cell
	Kind      field.Cell
	Name      field.Cell
	Contact   field.Cell
	Published []publishedFeedback
}

// publishedFeedback is a petition as the office made it public.
type publishedFeedback struct {
	When   string // "01/7/2024"
	About  page.Link
	Text   string
	Answer string
	By     string // "Tư pháp - Hộ tịch trả lời ngày 10/7/2024"
}

// feedbackList is the register. Template: register/feedback.
type feedbackList struct {
	page.Frame
	State   string
	Filters []page.MonthTab
	Rows    []page.FeedbackRow
	Nothing page.EmptyState
	Add     page.Link
}

// feedbackAdd is the form for what came in elsewhere. Template: register/feedback_add.
type feedbackAdd struct {
	page.Frame
	Summary field.Summary
	Fields  []field.Cell
}
