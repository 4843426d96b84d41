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
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

const (
	sendPath     = "/gop-y"
	feedbackPath = "/phan-anh"
)

// publishedShown is how many answered petitions stand below the form.
const publishedShown = 20

// feedbackForm is the public form.
func (s *Server) feedbackForm(c *gin.Context) error {
	return s.showSend(c, http.StatusOK, url.Values{"procedure": {c.Query("thu-tuc")}, "part": {c.Query("phan")}}, nil)
}

// sendFeedback takes in what the public sends. What a machine fills in that no person sees is dropped without a word.
func (s *Server) sendFeedback(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	if in.Get("website") != "" {
		c.Redirect(http.StatusSeeOther, sendPath+"?da-gui=1")
		return nil
	}
	if !s.sends.allow(c.RemoteIP(), s.app.Now()) {
		return s.showSend(c, http.StatusUnprocessableEntity, in, value.Problems{{Code: "feedback.too_many"}})
	}
	_, err = s.app.SendFeedback(c.Request.Context(), review.Feedback{Text: in.Get("text"), Kind: review.FeedbackKind(in.Get("kind")),
		Procedure: catalog.Code(in.Get("procedure")), Part: catalog.Part(in.Get("part")), Name: in.Get("name"), Contact: in.Get("contact")})
	var problems value.Problems
	if errors.As(err, &problems) {
		return s.showSend(c, http.StatusUnprocessableEntity, in, problems)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, sendPath+"?da-gui=1")
	return nil
}

func (s *Server) showSend(c *gin.Context, status int, in url.Values, problems value.Problems) error {
	ctx := c.Request.Context()
	m := feedbackSend{frame: s.frame(c, s.text.Say("page.send"))}
	if c.Query("da-gui") != "" {
		m.Sent = s.text.Say("feedback.sent")
	}
	m.Code, m.Part = in.Get("procedure"), in.Get("part")
	m.About = s.about(c, catalog.Code(m.Code))
	if m.Part != "" && m.About.Text != "" {
		m.PartName = s.text.Name("part", m.Part)
	}
	f := field.NewSheet(s.text, in, problems)
	m.Text = f.Cell("text", s.text.Say("feedback.text"), field.Need, field.Kind("textarea"), field.Hint(s.text.Say("feedback.text_hint")))
	m.Kind = f.Cell("kind", s.text.Say("feedback.kind"), field.Medium, field.Choose(s.feedbackKinds()...))
	m.Name = f.Cell("name", s.text.Say("feedback.name"), field.Medium, field.Auto("name"))
	m.Contact = f.Cell("contact", s.text.Say("feedback.contact"), field.Medium, field.Hint(s.text.Say("feedback.contact_hint")))
	m.Summary = f.Summary()
	published, err := s.app.PublishedFeedback(ctx, publishedShown)
	if err != nil {
		return err
	}
	for _, p := range published {
		m.Published = append(m.Published, publishedFeedback{When: viet.ShortDate(p.Received), About: s.about(c, p.Procedure), Text: p.Published, Answer: p.Answer,
			By: s.text.Say("feedback.by", p.Unit, viet.ShortDate(p.Answered))})
	}
	return s.show(c, status, "feedback/send", m)
}

// about is the procedure that a petition is about, for whoever asks; empty where there is none, or none to be seen.
func (s *Server) about(c *gin.Context, code catalog.Code) link {
	if code == "" {
		return link{}
	}
	v, err := s.app.Procedure(c.Request.Context(), s.reader(c), code)
	if err != nil {
		return link{}
	}
	return link{Text: v.Procedure.Name, Href: "/thu-tuc/" + url.PathEscape(string(v.Procedure.Code))}
}

func (s *Server) feedbackKinds() []field.Option {
	out := []field.Option{{Text: s.text.Say("feedback.kind_open")}}
	for _, k := range review.FeedbackKinds {
		out = append(out, field.Option{Value: string(k), Text: s.text.Name("feedback_kind", string(k))})
	}
	return out
}

// feedbacks is the register.
func (s *Server) feedbacks(c *gin.Context) error {
	by, want := s.person(c), review.FeedbackState(c.Query("trang-thai"))
	all, err := s.app.Feedbacks(c.Request.Context(), by)
	if err != nil {
		return err
	}
	m := feedbackList{frame: s.frame(c, s.text.Say("page.feedback"))}
	count, late := map[review.FeedbackState]int{}, 0
	for _, f := range all {
		count[f.State]++
		if f.State == review.FeedbackTaken && f.IsLate(s.app.Today()) {
			late++
		}
		if want == "" || f.State == want {
			m.Rows = append(m.Rows, s.feedbackRow(c, f))
		}
	}
	m.State = s.text.Say("feedback.list_state", count[review.FeedbackWaiting], count[review.FeedbackTaken], late)
	m.Filters = []monthTab{{Text: s.text.Say("feedback.all", len(all)), Href: feedbackPath, Current: want == ""}}
	for _, state := range review.FeedbackStates {
		m.Filters = append(m.Filters, monthTab{Text: s.text.Say("feedback.filter", viet.Capital(s.text.Name("feedback_state", string(state))), count[state]),
			Href: feedbackPath + "?" + url.Values{"trang-thai": {string(state)}}.Encode(), Current: want == state})
	}
	if by.May(account.AnswerFeedback) {
		m.Add = link{s.text.Say("feedback.add"), feedbackPath + "/them"}
	}
	m.Nothing = emptyState{Text: s.text.Say("feedback.none")}
	return s.show(c, http.StatusOK, "feedback/list", m)
}

// feedbackRow is a petition as a line of a list.
func (s *Server) feedbackRow(c *gin.Context, f app.Feedback) feedbackRow {
	return feedbackRow{Href: feedbackHref(f.ID, ""), Number: strconv.FormatInt(int64(f.ID), 10), Text: shortened(f.Text), About: s.about(c, f.Procedure),
		Came: s.text.Say("feedback.came", viet.ShortDate(f.Received), s.text.Name("feedback_channel", string(f.Channel))), Kind: s.kindName(f.Kind),
		Unit: f.Unit, Due: viet.ShortDate(f.Due), State: s.feedbackState(f), Verdict: s.feedbackVerdict(f)}
}

func (s *Server) kindName(k review.FeedbackKind) string {
	if k == "" {
		return ""
	}
	return s.text.Name("feedback_kind", string(k))
}

func feedbackHref(id review.FeedbackID, step string) string {
	return feedbackPath + "/" + strconv.FormatInt(int64(id), 10) + step
}

// shortFeedback is how many characters of a petition a list shows.
const shortFeedback = 160

func shortened(text string) string {
	if r := []rune(text); len(r) > shortFeedback {
		return string(r[:shortFeedback]) + "…"
	}
	return text
}

func (s *Server) feedbackState(f app.Feedback) badge {
	tone := map[review.FeedbackState]string{review.FeedbackWaiting: "warn", review.FeedbackTaken: "accent", review.FeedbackAnswered: "met"}[f.State]
	return badge{Text: s.text.Name("feedback_state", string(f.State)), Tone: tone}
}

// feedbackVerdict says what is late, and what was answered in time.
func (s *Server) feedbackVerdict(f app.Feedback) verdict {
	switch {
	case f.IsLate(s.app.Today()):
		return verdict{Sign: "✗", Text: s.text.Say("due.late"), Tone: "bad"}
	case f.InTime():
		return verdict{Sign: "✓", Text: s.text.Say("feedback.in_time"), Tone: "met"}
	}
	return verdict{}
}

// newFeedback is the form for what came in at the counter, by telephone or through the portal.
func (s *Server) newFeedback(c *gin.Context) error {
	return s.showNewFeedback(c, http.StatusOK, url.Values{"received": {viet.ShortDate(s.app.Today())}, "channel": {string(review.AtCounter)}, "procedure": {c.Query("thu-tuc")}}, nil)
}

func (s *Server) showNewFeedback(c *gin.Context, status int, in url.Values, problems value.Problems) error {
	f := field.NewSheet(s.text, in, problems)
	var channels []field.Option
	for _, x := range review.FeedbackChannels {
		channels = append(channels, field.Option{Value: string(x), Text: viet.Capital(s.text.Name("feedback_channel", string(x)))})
	}
	m := feedbackAdd{frame: s.frame(c, s.text.Say("feedback.add")), Fields: []field.Cell{
		f.Cell("text", s.text.Say("feedback.text"), field.Need, field.Kind("textarea")),
		f.Cell("received", s.text.Say("feedback.received"), field.Need, field.Short),
		f.Cell("channel", s.text.Say("feedback.channel"), field.Medium, field.Choose(channels...)),
		f.Cell("procedure", s.text.Say("feedback.procedure"), field.Short, field.Hint(s.text.Say("feedback.procedure_hint"))),
		f.Cell("name", s.text.Say("feedback.name"), field.Medium),
		f.Cell("contact", s.text.Say("feedback.contact"), field.Medium),
	}}
	m.Summary = f.Summary()
	return s.show(c, status, "feedback/add", m)
}

// recordFeedback writes it into the register.
func (s *Server) recordFeedback(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	received, problems := typedDate(in, "received")
	id, err := s.app.RecordFeedback(c.Request.Context(), s.person(c), review.Feedback{Text: in.Get("text"), Received: received, Channel: review.FeedbackChannel(in.Get("channel")),
		Procedure: catalog.Code(viet.Clean(in.Get("procedure"))), Name: in.Get("name"), Contact: in.Get("contact")})
	if refused := also(problems, err); len(refused) > 0 {
		return s.showNewFeedback(c, http.StatusUnprocessableEntity, in, refused)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, feedbackHref(id, ""))
	return nil
}

// also are the problems of reading a form with those of what was called with it; a field has one.
func also(read value.Problems, err error) value.Problems {
	var found value.Problems
	errors.As(err, &found)
	out := read
	for _, p := range found {
		taken := false
		for _, r := range read {
			taken = taken || r.Field == p.Field
		}
		if !taken {
			out = append(out, p)
		}
	}
	return out
}

// feedbackOn is the petitions about a procedure, for the page on which it is reviewed.
func (s *Server) feedbackOn(c *gin.Context, code catalog.Code) (out []feedbackRow) {
	all, err := s.app.FeedbackAbout(c.Request.Context(), s.person(c), code)
	if err != nil {
		s.log.Error("feedback not read", "request", c.GetString(requestID), "error", err)
	}
	for _, f := range all {
		out = append(out, s.feedbackRow(c, f))
	}
	return out
}
