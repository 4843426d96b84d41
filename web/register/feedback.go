package register

import (
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// feedbackKeys is under which keys the labels of the forms stand.
const feedbackKeys = "feedback"

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
	field.Text("procedure", func(f *review.Feedback) *string { return (*string)(&f.Procedure) }, field.Short),
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

// FeedbackForm is the public form.
func (s *Room) FeedbackForm(c *gin.Context) error {
	return s.showSend(c, page.Shown(url.Values{"procedure": {c.Query("thu-tuc")}, "part": {c.Query("phan")}}))
}

// SendFeedback takes in what the public sends. What a machine fills in that no person sees is dropped without a word.
func (s *Room) SendFeedback(c *gin.Context, in url.Values) (page.Act, error) {
	about := review.Feedback{Procedure: catalog.Code(in.Get("procedure")), Part: catalog.Part(in.Get("part"))}
	return page.ActOf(s.Kit, in, page.Edit[review.Feedback]{
		Form: sendForm,
		Keys: feedbackKeys,
		Base: about,
		Save: func(typed review.Feedback, _ func(*review.Feedback)) (page.Done, error) {
			if in.Get("website") != "" {
				return page.Done{To: page.SendPath}, nil
			}
			if !s.sends.allow(c.RemoteIP(), s.App.Now()) {
				return page.Done{}, value.Problems{{Code: "feedback.too_many"}}
			}
			r, err := s.App.SendFeedback(c.Request.Context(), typed)
			return page.Done{To: page.LookUpPath, Say: "feedback.sent", Args: []any{page.ID(r.ID), r.Code}}, err
		},
		Again: func(t page.Typed) error { return s.showSend(c, t) },
	}), nil
}

func (s *Room) showSend(c *gin.Context, t page.Typed) error {
	code := catalog.Code(t.Values.Get("procedure"))
	m := feedbackSend{
		Frame: s.Frame(c, s.Text.Say("page.send")),
		About: s.About(c, code),
		Code:  code,
		Part:  t.Values.Get("part"),
	}
	f := s.sheet(feedbackKeys, t)
	m.Fields, m.Summary = sendForm.Lay(f).Cells, f.Summary()
	published, err := s.App.PublishedFeedback(c.Request.Context(), 20)
	if err != nil {
		return err
	}
	for _, p := range published {
		m.Published = append(m.Published, publishedFeedback{p, s.About(c, p.Procedure)})
	}
	return s.Show(c, t.Status, "register/feedback_send", m)
}

// lookUpForm is what somebody says who asks how their petition stands.
var lookUpForm = field.Form[review.FeedbackReceipt]{
	field.Whole("number", func(r *review.FeedbackReceipt) *review.FeedbackID { return &r.ID }, 1, maxFeedbackNumber,
		field.Short, field.Label("receipt")),
	field.Text("code", func(r *review.FeedbackReceipt) *string { return &r.Code }, field.Need, field.Short),
}

// maxFeedbackNumber is more than a register can hold.
const maxFeedbackNumber = 1_000_000_000

// LookUpForm asks for the receipt of a petition.
func (s *Room) LookUpForm(c *gin.Context) error {
	return s.showLookUp(c, page.Shown(url.Values{}), nil)
}

// LookUp says how a petition stands. The receipt is sent and stands in no address, which browsers and others keep.
func (s *Room) LookUp(c *gin.Context, in url.Values) (page.Act, error) {
	return page.ActOf(s.Kit, in, page.Edit[review.FeedbackReceipt]{
		Form: lookUpForm,
		Keys: feedbackKeys,
		Save: func(typed review.FeedbackReceipt, _ func(*review.FeedbackReceipt)) (page.Done, error) {
			if !s.lookUps.allow(c.RemoteIP(), s.App.Now()) {
				return page.Done{}, value.Problems{{Code: "feedback.tried_often"}}
			}
			status, err := s.App.LookUpFeedback(c.Request.Context(), typed)
			return page.Done{Show: func() error { return s.showLookUp(c, page.Shown(in), &status) }}, err
		},
		Again: func(t page.Typed) error { return s.showLookUp(c, t, nil) },
	}), nil
}

func (s *Room) showLookUp(c *gin.Context, t page.Typed, status *app.FeedbackStatus) error {
	m := feedbackLookUp{Frame: s.Frame(c, s.Text.Say("page.look_up")), Status: status}
	if status != nil && !status.Due.IsZero() && status.Answered.IsZero() {
		if err := s.SayGuessed(c, &m.Frame, status.Received, status.Due); err != nil {
			return err
		}
	}
	f := s.sheet(feedbackKeys, t)
	m.Fields, m.Summary = lookUpForm.Lay(f).Cells, f.Summary()
	return s.Show(c, t.Status, "register/feedback_lookup", m)
}

// Feedbacks is the register.
func (s *Room) Feedbacks(c *gin.Context) error {
	by := s.Person(c)
	all, err := s.App.Feedbacks(c.Request.Context(), by)
	if err != nil {
		return err
	}
	rows := make([]feedbackLine, len(all))
	count, late := map[review.FeedbackState]int{}, 0
	for i, f := range all {
		count[f.State]++
		if f.State == review.FeedbackTaken && f.IsLate(s.App.Today()) {
			late++
		}
		rows[i] = feedbackLine{f, s.FeedbackRow(c, f), s.finding(f.Feedback)}
	}
	list := s.feedbackList()
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, s.Text.Say("page.feedback"), rows)
	}
	m := feedbackList{
		Frame:  s.Frame(c, s.Text.Say("page.feedback")),
		MayAdd: by.May(account.AnswerFeedback),
		All:    len(all),
		State:  s.Text.Say("feedback.list_state", count[review.FeedbackWaiting], count[review.FeedbackTaken], late),
	}
	m.List, m.Rows = list.Lay(s.Text, c.Request.URL, rows)
	var counted []value.Date
	for _, f := range all {
		if f.State == review.FeedbackWaiting || f.State == review.FeedbackTaken {
			counted = append(counted, f.Received, f.Due)
		}
	}
	if err := s.SayGuessed(c, &m.Frame, counted...); err != nil {
		return err
	}
	return s.Show(c, http.StatusOK, "register/feedback", m)
}

// feedbackList is the register as a list. It is searched by what people wrote, too.
func (s *Room) feedbackList() page.List[feedbackLine] {
	type row = feedbackLine
	order := make([]string, len(review.FeedbackStates))
	for i, st := range review.FeedbackStates {
		order[i] = string(st)
	}
	return page.List[row]{
		Columns: []page.Column[row]{
			page.CountColumn("so", "feedback.col.number", func(f row) value.Opt[int] {
				return value.Known(int(f.Of.ID))
			}),
			page.WordsColumn("noi-dung", "feedback.text", func(f row) string { return f.Of.Text }, page.Beside),
			page.WordsColumn("thu-tuc", "col.procedure", func(f row) string { return f.About.Text }, page.Beside),
			page.DayColumn("nhan", "feedback.col.came", func(f row) value.Date { return f.Of.Received }),
			page.WordsColumn("noi-nhan", "feedback.channel", func(f row) string {
				return s.Text.Name("feedback_channel", string(f.Of.Channel))
			}, page.Beside),
			page.WordsColumn("loai", "col.kind", func(f row) string { return f.Kind }),
			page.WordsColumn("bo-phan", "feedback.unit", func(f row) string { return f.Unit }),
			page.DayColumn("han", "col.due", func(f row) value.Date { return f.Of.Due }),
			page.WordsColumn("tinh-trang", "col.status", func(f row) string {
				return page.Joined(", ", f.State.Text, f.Verdict.Text)
			}),
			page.WordsColumn("chuyen", "feedback.forwarded", func(f row) string {
				return f.Of.Forwarded.To
			}, page.Beside),
			page.WordsColumn("xac-minh", "feedback.verified", func(f row) string { return s.finding(f.Of.Feedback) },
				page.Beside),
			page.WordsColumn("xu-ly", "feedback.followed", func(f row) string { return f.Of.Verified.Followed },
				page.Beside),
		},
		Filters: []page.Filter[row]{
			{ID: "trang-thai", Title: "col.status", Chips: true, Order: order, Of: func(f row) []field.Option {
				return page.One(string(f.Of.State), f.State.Text)
			}},
			{ID: "phan-loai", Title: "col.kind", Of: func(f row) []field.Option {
				return page.One(string(f.Of.Kind), f.Kind)
			}},
			{ID: "qua", Title: "feedback.channel", Of: func(f row) []field.Option {
				return page.One(string(f.Of.Channel), s.Text.Name("feedback_channel", string(f.Of.Channel)))
			}},
		},
	}
}

// finding is what the verification of a petition found, in a word.
func (s *Room) finding(f review.Feedback) string {
	if f.Verified.Finding == "" {
		return ""
	}
	return s.Text.Name("finding", string(f.Verified.Finding))
}

// NewFeedback is the form for what came in at the counter, by telephone or through the portal.
func (s *Room) NewFeedback(c *gin.Context) error {
	return s.showNewFeedback(c, page.Shown(recordForm.Values(review.Feedback{
		Received:  s.App.Today(),
		Channel:   review.AtCounter,
		Procedure: catalog.Code(c.Query("thu-tuc")),
	})))
}

func (s *Room) showNewFeedback(c *gin.Context, t page.Typed) error {
	f := s.sheet(feedbackKeys, t)
	m := feedbackAdd{Frame: s.Frame(c, s.Text.Say("feedback.add")), Fields: recordForm.Lay(f).Cells}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "register/feedback_add", m)
}

// RecordFeedback writes it into the register.
func (s *Room) RecordFeedback(c *gin.Context, in url.Values) (page.Act, error) {
	return page.ActOf(s.Kit, in, page.Edit[review.Feedback]{
		Form: recordForm,
		Keys: feedbackKeys,
		Check: func(typed review.Feedback) value.Problems {
			_, err := review.ReceiveFeedback(typed, s.App.Today())
			return problemsOf(err)
		},
		Save: func(typed review.Feedback, _ func(*review.Feedback)) (page.Done, error) {
			id, err := s.App.RecordFeedback(c.Request.Context(), s.Person(c), typed)
			to := page.FeedbackHref(id, "")
			return page.Done{To: to, Say: "feedback.record.said", Args: []any{page.ID(id)}}, err
		},
		Again: func(t page.Typed) error { return s.showNewFeedback(c, t) },
	}), nil
}

// limiter lets each sender through so often within an hour, and all of them together; it forgets when the program
// ends. Its zero value is ready.
type limiter struct {
	mu   sync.Mutex
	sent map[string][]time.Time
}

const sendsPerHour, sendsPerHourAll = 10, 200

// allow notes a try and says whether it may pass.
func (l *limiter) allow(sender string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.sent == nil {
		l.sent = map[string][]time.Time{}
	}
	all := 0
	for who, at := range l.sent {
		if at = slices.DeleteFunc(at, func(t time.Time) bool { return now.Sub(t) >= time.Hour }); len(at) == 0 {
			delete(l.sent, who)
			continue
		}
		l.sent[who] = at
		all += len(at)
	}
	if len(l.sent[sender]) >= sendsPerHour || all >= sendsPerHourAll {
		return false
	}
	l.sent[sender] = append(l.sent[sender], now)
	return true
}

// feedbackSend is the public form for feedback and what was answered before. Template: register/feedback_send.
type feedbackSend struct {
	page.Frame
	Summary   field.Summary
	About     page.Link // the procedure it is about
	Code      catalog.Code
	Part      string // constituent part, as the form sends it back
	Fields    []field.Cell
	Published []publishedFeedback
}

// feedbackLookUp is how a petition stands, for its sender. Template: register/feedback_lookup.
type feedbackLookUp struct {
	page.Frame
	Summary field.Summary
	Fields  []field.Cell
	Status  *app.FeedbackStatus // nil before it is asked for
}

// publishedFeedback is a petition as the office made it public.
type publishedFeedback struct {
	review.Feedback
	About page.Link
}

// feedbackList is the register. Template: register/feedback.
type feedbackList struct {
	page.Frame
	State  string
	MayAdd bool
	All    int
	List   page.Listing
	Rows   []feedbackLine
}

// feedbackLine is a petition with its line of the register.
type feedbackLine struct {
	Of app.Feedback
	page.FeedbackRow
	Finding string // of its verification
}

// feedbackAdd is the form for what came in elsewhere. Template: register/feedback_add.
type feedbackAdd struct {
	page.Frame
	Summary field.Summary
	Fields  []field.Cell
}
