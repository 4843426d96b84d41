package register

import (
	"bytes"
	"errors"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Announcement shows a decision of the register.
func (s *Room) Announcement(c *gin.Context) error {
	x, err := s.announcementAt(c)
	if err != nil {
		return err
	}
	return s.showAnnouncement(c, x, "", page.Shown(nil))
}

// StepAnnouncement takes one step.
func (s *Room) StepAnnouncement(path string) page.Post {
	return func(c *gin.Context, in url.Values) (page.Act, error) {
		x, err := s.announcementAt(c)
		return stepAt(announcementSteps, path).take(s, c, in, taken[review.Announcement]{
			keys:   announcementKeys,
			stands: x.Announcement,
			to:     page.AnnouncementHref(x.ID, ""),
			name:   x.Number,
			again:  func(t page.Typed) error { return s.showAnnouncement(c, x, path, t) },
		}), err
	}
}

// ApplyAnnouncement lets a decision into the catalogue.
func (s *Room) ApplyAnnouncement(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by := c.Request.Context(), s.Person(c)
	x, err := s.announcementAt(c)
	return page.Act{
		Do: func() (page.Done, error) {
			n, err := s.App.ApplyAnnouncement(ctx, by, x.ID, page.Version(in))
			if err != nil {
				return page.Done{}, err
			}
			done := page.Done{
				To:   page.AnnouncementHref(x.ID, ""),
				Say:  "announcement.applied",
				Args: []any{strconv.Itoa(n), x.Number},
			}
			if now, err := s.App.Announcement(ctx, by, x.ID); err == nil && now.IsPending() {
				done.Say, done.Args = "announcement.applied_pending", append(done.Args, viet.ShortDate(x.From))
			}
			return done, nil
		},
		Again: func(t page.Typed) error { return s.showAnnouncement(c, x, StepApply, t) },
	}, err
}

// showAnnouncement shows a decision; what was typed belongs to the form of the step at path, the others start fresh.
func (s *Room) showAnnouncement(c *gin.Context, x app.Announcement, path string, t page.Typed) error {
	headline := s.Text.Say("announcement.headline", x.Number)
	m := announcementShow{
		Frame:    s.Frame(c, headline),
		Headline: headline,
		State:    s.postingState(x.Announcement),
		Verdict:  s.postingVerdict(x.Announcement),
		Line:     s.postingLine(c, x.Announcement),
		Both:     t.Both,
		Version:  strconv.Itoa(x.Version),
		Facts:    s.announcementFacts(x),
		Actions:  s.announcementActions(c, x),
	}
	if err := s.announcementEffects(c, &m, x); err != nil {
		return err
	}
	s.layAnnouncementSteps(c, &m, x, path, t)
	if len(m.Summary) == 0 { // of a step that has no form now
		m.Summary = field.NewSheet(s.Text, nil, t.Problems).Summary()
	}
	history, err := s.App.AnnouncementHistory(c.Request.Context(), s.Person(c), x.ID)
	if err != nil {
		return err
	}
	for _, h := range history {
		who := s.Names(c)(h.Author)
		m.History = append(m.History, s.Text.Say("announcement.version", h.Number, who, page.Moment(h.At)))
	}
	return s.Show(c, t.Status, "register/announcement_show", m)
}

// postingLine says by when the decision is to be posted, or when it was.
func (s *Room) postingLine(c *gin.Context, x review.Announcement) string {
	due := viet.ShortDate(x.Due)
	switch {
	case x.IsPosted():
		return s.Text.Say("announcement.line_posted", viet.ShortDate(x.Posting.On), due)
	case !x.IsOwed():
		return s.Text.Say("announcement.line_exempt", x.Exempt)
	case x.IsLate(s.App.Today()):
		return s.Text.Say("announcement.line_late", due)
	}
	calendar, err := s.App.Calendar(c.Request.Context())
	if err != nil { // a failing store fails the page itself
		return s.Text.Say("announcement.line_due", due)
	}
	if left := calendar.WorkingDaysBetween(s.App.Today(), x.Due); left > 0 {
		return s.Text.Say("announcement.line_left", due, left)
	}
	return s.Text.Say("announcement.line_today", due)
}

// announcementFacts is what is known of a decision, empty lines left out.
func (s *Room) announcementFacts(x app.Announcement) []page.Term {
	out := s.announcementTerms(x, "date", "issuer", "title", "from", "received", "named")
	add := func(term, text string) {
		if text != "" {
			out = append(out, page.Term{Term: s.Text.Say(term), Text: text})
		}
	}
	add("announcement.due", viet.ShortDate(x.Due))
	add("announcement.posted_on", viet.ShortDate(x.Posting.On))
	add("announcement.place", x.Posting.Place)
	add("announcement.by", x.Posting.By)
	add("announcement.exempt", x.Exempt)
	add("announcement.note", x.Note)
	return out
}

// announcementActions are the pages and files of a decision for this person.
func (s *Room) announcementActions(c *gin.Context, x app.Announcement) []page.Link {
	var out []page.Link
	add := func(text, step string) {
		out = append(out, page.Link{Text: text, Href: page.AnnouncementHref(x.ID, step)})
	}
	if s.Person(c).May(account.EditProcedure) {
		add(s.Text.Say("edit.do"), "/sua")
	}
	add(s.Text.Say("announcement.list_word"), "/danh-muc.docx")
	if x.Scan.SHA != "" {
		add(s.Text.Say("announcement.scan_read", x.Scan.Name), "/ban-quet")
	}
	return out
}

// announcementEffects lists what the decision does to each procedure: what was done, what would be done now, what
// waits.
func (s *Room) announcementEffects(c *gin.Context, m *announcementShow, x app.Announcement) error {
	effects, err := s.App.AnnouncementEffects(c.Request.Context(), s.Person(c), x.Announcement)
	var problems value.Problems
	if err != nil && !errors.As(err, &problems) {
		return err
	}
	for _, p := range problems {
		m.Holes = append(m.Holes, s.Sentence(p))
	}
	ahead := map[catalog.Code]review.Effect{}
	for _, e := range effects {
		ahead[e.Code] = e
	}
	known, err := s.App.Procedures(c.Request.Context(), s.Reader(c), x.Codes())
	if err != nil {
		return err
	}
	may := s.Person(c).May(account.EditProcedure)
	for _, t := range x.Touches {
		for _, code := range []catalog.Code{t.Procedure.Key(), t.By.Key()} {
			if code == "" {
				continue
			}
			row := announcementEffect{
				Href: page.ProcedureHref(code),
				Code: string(code),
				Name: known[code].Procedure.Name,
				What: viet.Capital(s.TouchOn(t, code)),
			}
			s.effectState(&row, x.Announcement, t, ahead[code])
			if may && t.Kind == review.TouchAmend && !t.Applied.IsZero() {
				row.Edit = page.ProcedureHref(code) + "/sua"
			}
			m.Effects = append(m.Effects, row)
		}
	}
	switch {
	case x.IsPending():
		m.Explain = s.Text.Say("announcement.explain_pending", viet.ShortDate(x.From))
	case x.IsConfirmed():
		m.Explain = s.Text.Say("announcement.explain_done", viet.ShortDate(x.Confirmed))
	default:
		m.Explain = s.Text.Say("announcement.explain_preview")
		if may && len(m.Holes) == 0 {
			m.Apply = page.AnnouncementHref(x.ID, StepApply)
		}
	}
	return nil
}

// effectState says of one procedure what changes, and whether it has.
func (s *Room) effectState(row *announcementEffect, x review.Announcement, t review.Touch, e review.Effect) {
	switch {
	case !t.Applied.IsZero():
		row.State = page.Badge{Text: s.Text.Say("announcement.effect_done", viet.ShortDate(t.Applied)), Tone: "met"}
		ends := t.Kind == review.TouchRepeal || t.Kind == review.TouchReplace && row.Code == string(t.Procedure.Key())
		switch {
		case !x.From.After(s.App.Today()):
		case ends:
			row.Changes = []string{s.Text.Say("announcement.effect_until", viet.ShortDate(x.From))}
		default:
			row.Changes = []string{s.Text.Say("announcement.effect_from", viet.ShortDate(x.From))}
		}
		return
	case e.Waits:
		row.State = page.Badge{Text: s.Text.Say("announcement.effect_waits", viet.ShortDate(x.From)), Tone: "accent"}
		row.Changes = []string{s.Text.Say("announcement.effect_amended", x.Number, viet.ShortDate(x.From))}
		return
	case !e.Changes():
		row.State = page.Badge{Text: s.Text.Say("announcement.effect_none")}
		return
	}
	row.State = page.Badge{Text: s.Text.Say("announcement.effect_ahead"), Tone: "warn"}
	add := func(code string, args ...any) {
		row.Changes = append(row.Changes, s.Text.Say("announcement."+code, args...))
	}
	before, after := e.Before, e.After
	if before.Status != after.Status {
		add("effect_status", s.Text.Name("status", string(before.Status)), s.Text.Name("status", string(after.Status)))
	}
	if before.Decision != after.Decision {
		add("effect_decision", x.Number)
	}
	if before.Validity.From != after.Validity.From {
		add("effect_from", viet.ShortDate(after.Validity.From))
	}
	if before.Validity.Until != after.Validity.Until && !after.Validity.Until.IsZero() {
		add("effect_until", viet.ShortDate(after.Validity.Until))
	}
}

// layAnnouncementSteps lays out the forms that this person may fill in now; one that was refused stands open as it was
// typed.
func (s *Room) layAnnouncementSteps(
	c *gin.Context, m *announcementShow, x app.Announcement, path string, t page.Typed,
) {
	by, fresh := s.Person(c), x.Announcement
	add := func(name, title, hint string, look announcementStep) {
		step, typed := stepAt(announcementSteps, name), t
		if name != path {
			typed = page.Shown(nil)
			typed.Values = step.form.Values(fresh)
		}
		f := field.NewSheet(s.Text, typed.Values, typed.Problems)
		f.Keys = announcementKeys
		look.Title, look.Button, look.Hint = s.Text.Say(title), s.Text.Say(step.button), hint
		look.Action, look.Version = page.AnnouncementHref(x.ID, name), typed.Version(x.Version)
		look.Fields = step.form.Lay(f).Cells
		m.Steps = append(m.Steps, look)
		m.Summary = append(m.Summary, f.Summary()...)
	}
	switch {
	case !by.May(account.PostProcedure):
	case x.IsPosted():
		add(StepPost, "announcement.post_again", "", announcementStep{Plain: true, Fold: path != StepPost})
	default:
		fresh.Posting = review.Posting{
			On:    s.App.Today(),
			Place: s.Text.Say("announcement.place_usual"),
			By:    by.Shown(),
		}
		add(StepPost, "announcement.post", "", announcementStep{Plain: m.Apply != ""}) // one main action at a time
	}
	if by.May(account.EditProcedure) && !x.IsPosted() {
		add(StepExempt, "announcement.exempt_do", s.Text.Say("announcement.exempt_hint"),
			announcementStep{Plain: true, Fold: path != StepExempt})
	}
}

// AnnouncementScan gives the signed scan of a decision away, as a file and never as a page.
func (s *Room) AnnouncementScan(c *gin.Context) error {
	x, err := s.announcementAt(c)
	if err != nil {
		return err
	}
	f, err := s.App.AnnouncementScan(c.Request.Context(), s.Person(c), x.ID)
	if err != nil {
		return err
	}
	return s.GiveScan(c, f, "quyet-dinh-cong-bo-"+strconv.FormatInt(int64(x.ID), 10))
}

// PostingList is the list of a decision's procedures to post, as a Word document.
func (s *Room) PostingList(c *gin.Context) error {
	x, err := s.announcementAt(c)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := s.App.PostingList(c.Request.Context(), s.Person(c), &b, x.ID); err != nil {
		return err
	}
	return s.handOut(c, s.Text.Say("announcement.list_file", x.Number), 0, b.Bytes())
}

// announcementShow is a decision with what it does and what is still to be done. Template: register/announcement_show.
type announcementShow struct {
	page.Frame
	Headline string
	State    page.Badge
	Verdict  page.Verdict
	Line     string // "Hạn niêm yết 17/7/2024, còn 2 ngày làm việc"
	Both     page.BothVersions
	Summary  field.Summary
	Actions  []page.Link
	Facts    []page.Term
	Effects  []announcementEffect
	Holes    []string // why it cannot be let into the catalogue
	Explain  string   // what happens to the catalogue and when
	Apply    string   // address of the button; empty where there is none
	Version  string
	Steps    []announcementStep
	History  []string
}

// announcementEffect is one procedure that the decision touches.
type announcementEffect struct {
	Href    string
	Code    string
	Name    string
	What    string     // "sửa đổi, bổ sung"
	Changes []string   // in words
	State   page.Badge // "đã cập nhật 15/7/2024"
	Edit    string     // where its text is amended
}

// announcementStep is one step as a form.
type announcementStep struct {
	Title   string
	Hint    string
	Action  string
	Version string // that it starts from
	Fields  []field.Cell
	Button  string
	Plain   bool
	Fold    bool // behind its title
}
