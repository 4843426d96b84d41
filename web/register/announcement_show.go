package register

import (
	"bytes"
	"errors"
	"net/http"
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

// Steps of a decision, as the addresses spell them.
const (
	StepApply  = "/cap-nhat"
	StepPost   = "/niem-yet"
	StepExempt = "/khong-niem-yet"
)

// Announcement shows a decision of the register.
func (s *Room) Announcement(c *gin.Context) error {
	x, err := s.askedAnnouncement(c)
	if err != nil {
		return err
	}
	return s.showAnnouncement(c, http.StatusOK, x, nil, nil, "")
}

// StepAnnouncement takes one step; the page is shown again where it is refused, or where somebody else was faster.
func (s *Room) StepAnnouncement(step string) func(*gin.Context) error {
	return func(c *gin.Context) error {
		in, err := s.Posted(c)
		if err != nil {
			return err
		}
		x, err := s.askedAnnouncement(c)
		if err != nil {
			return err
		}
		said, problems, err := s.doAnnouncement(c, step, x.ID, in)
		var conflict *value.Conflict
		if refused := page.Also(problems, err); len(refused) > 0 {
			return s.showAnnouncement(c, http.StatusUnprocessableEntity, x, in, refused, step)
		}
		if errors.As(err, &conflict) {
			return s.showAnnouncement(c, http.StatusConflict, x, in, nil, step)
		}
		if err != nil {
			return err
		}
		c.Redirect(http.StatusSeeOther, page.AnnouncementHref(x.ID, "?da-luu="+said))
		return nil
	}
}

// doAnnouncement does a step and says what the page tells afterwards.
func (s *Room) doAnnouncement(c *gin.Context, step string, id review.AnnouncementID, in url.Values) (said string, problems value.Problems, err error) {
	ctx, by, base := c.Request.Context(), s.Person(c), page.Version(url.Values{"version": in["base"]})
	switch step {
	case StepApply:
		n, err := s.App.ApplyAnnouncement(ctx, by, id, base)
		return "cap-nhat-" + strconv.Itoa(n), nil, err
	case StepPost:
		on, problems := page.TypedDate(in, "posted") // no day is refused there, so that all problems are told at once
		return "1", problems, s.App.PostAnnouncement(ctx, by, id, base, review.Posting{On: on, Place: in.Get("place"), By: in.Get("by")})
	}
	return "1", nil, s.App.ExemptAnnouncement(ctx, by, id, base, in.Get("reason"))
}

// showAnnouncement shows a decision; in and problems belong to the form of one step, the others start fresh.
func (s *Room) showAnnouncement(c *gin.Context, status int, x app.Announcement, in url.Values, problems value.Problems, step string) error {
	m := announcementShow{Frame: s.Frame(c, s.Text.Say("announcement.headline", x.Number)), Headline: s.Text.Say("announcement.headline", x.Number), State: s.postingState(x.Announcement),
		Verdict: s.postingVerdict(x.Announcement), Line: s.postingLine(c, x.Announcement), Saved: s.announcementSaved(c, x), Version: strconv.Itoa(x.Version)}
	if status == http.StatusConflict {
		m.Clash = s.Text.Say("announcement.clash")
	}
	m.Facts = s.announcementFacts(x)
	m.Actions = s.announcementActions(c, x)
	if err := s.announcementEffects(c, &m, x); err != nil {
		return err
	}
	if step == StepApply && len(problems) > 0 {
		m.Summary = field.NewSheet(s.Text, nil, problems).Summary()
	}
	s.announcementSteps(c, &m, x, in, problems, step)
	history, err := s.App.AnnouncementHistory(c.Request.Context(), s.Person(c), x.ID)
	if err != nil {
		return err
	}
	for _, h := range history {
		m.History = append(m.History, s.Text.Say("announcement.version", h.Number, s.ShownName(c.Request.Context(), h.Author), page.Moment(h.At)))
	}
	return s.Show(c, status, "register/announcement_show", m)
}

// announcementSaved says once what was just done.
func (s *Room) announcementSaved(c *gin.Context, x app.Announcement) string {
	said := c.Query("da-luu")
	var n int
	switch {
	case said == "":
		return ""
	case scanned(said, "cap-nhat-", &n) && x.IsPending():
		return s.Text.Say("announcement.applied_pending", n, viet.ShortDate(x.From))
	case scanned(said, "cap-nhat-", &n):
		return s.Text.Say("announcement.applied", n)
	}
	return s.Text.Say("saved")
}

// scanned reads the number behind a prefix.
func scanned(text, prefix string, n *int) bool {
	if len(text) <= len(prefix) || text[:len(prefix)] != prefix {
		return false
	}
	var err error
	*n, err = strconv.Atoi(text[len(prefix):])
	return err == nil
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
	out := s.announcementTerms(x.Announcement, "title", "date", "issuer", "received", "from", "named")
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
	if s.Person(c).May(account.EditProcedure) {
		out = append(out, page.Link{Text: s.Text.Say("edit.do"), Href: page.AnnouncementHref(x.ID, "/sua")})
	}
	out = append(out, page.Link{Text: s.Text.Say("announcement.list_word"), Href: page.AnnouncementHref(x.ID, "/danh-muc.docx")})
	if x.Scan.SHA != "" {
		out = append(out, page.Link{Text: s.Text.Say("announcement.scan_read", x.Scan.Name), Href: page.AnnouncementHref(x.ID, "/ban-quet")})
	}
	return out
}

// announcementEffects lists what the decision does to each procedure: what was done, what would be done now, what waits.
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
			row := announcementEffect{Href: page.ProcedureHref(code), Code: string(code), Name: known[code].Procedure.Name, What: viet.Capital(s.TouchOn(t, code))}
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
	if e.Before.Status != e.After.Status {
		row.Changes = append(row.Changes, s.Text.Say("announcement.effect_status", s.Text.Name("status", string(e.Before.Status)), s.Text.Name("status", string(e.After.Status))))
	}
	if e.Before.Decision != e.After.Decision {
		row.Changes = append(row.Changes, s.Text.Say("announcement.effect_decision", x.Number))
	}
	if e.Before.Validity.From != e.After.Validity.From {
		row.Changes = append(row.Changes, s.Text.Say("announcement.effect_from", viet.ShortDate(e.After.Validity.From)))
	}
	if e.Before.Validity.Until != e.After.Validity.Until && !e.After.Validity.Until.IsZero() {
		row.Changes = append(row.Changes, s.Text.Say("announcement.effect_until", viet.ShortDate(e.After.Validity.Until)))
	}
}

// announcementSteps are the forms that this person may fill in now; one that was refused stands open as it was typed.
func (s *Room) announcementSteps(c *gin.Context, m *announcementShow, x app.Announcement, in url.Values, problems value.Problems, step string) {
	by := s.Person(c)
	add := func(name string, fresh url.Values, fill func(*field.Sheet) announcementStep) {
		typed, wrong := fresh, value.Problems(nil)
		if name == step && in != nil {
			typed, wrong = in, problems
		}
		f := field.NewSheet(s.Text, typed, wrong)
		out := fill(f)
		out.Action, out.Base = page.AnnouncementHref(x.ID, name), strconv.Itoa(x.Version)
		if len(wrong) > 0 && in.Get("base") != "" { // refused before anybody looked whose turn it was
			out.Base = in.Get("base")
		}
		m.Steps = append(m.Steps, out)
		m.Summary = append(m.Summary, f.Summary()...)
	}
	if by.May(account.PostProcedure) {
		fresh := url.Values{"posted": {viet.ShortDate(x.Posting.On)}, "place": {x.Posting.Place}, "by": {x.Posting.By}}
		if !x.IsPosted() {
			fresh = url.Values{"posted": {viet.ShortDate(s.App.Today())}, "place": {s.Text.Say("announcement.place_usual")}, "by": {by.Shown()}}
		}
		add(StepPost, fresh, func(f *field.Sheet) announcementStep {
			out := announcementStep{Title: s.Text.Say("announcement.post"), Button: s.Text.Say("announcement.note_posting"), Fields: []field.Cell{
				f.Cell("posted", s.Text.Say("announcement.posted_on"), field.Need, field.Short, field.Hint(s.Text.Say("date.hint"))),
				f.Cell("place", s.Text.Say("announcement.place"), field.Need, field.Medium), f.Cell("by", s.Text.Say("announcement.by"), field.Need, field.Medium),
			}}
			out.Plain = m.Apply != "" // one main action at a time
			if x.IsPosted() {
				out.Title, out.Plain, out.Fold = s.Text.Say("announcement.post_again"), true, step != StepPost
			}
			return out
		})
	}
	if by.May(account.EditProcedure) && !x.IsPosted() {
		add(StepExempt, url.Values{"reason": {x.Exempt}}, func(f *field.Sheet) announcementStep {
			return announcementStep{Title: s.Text.Say("announcement.exempt_do"), Hint: s.Text.Say("announcement.exempt_hint"), Button: s.Text.Say("announcement.exempt_do"), Plain: true, Fold: step != StepExempt,
				Fields: []field.Cell{f.Cell("reason", s.Text.Say("announcement.exempt"), field.Need, field.Medium)}}
		})
	}
}

// AnnouncementScan gives the signed scan of a decision away, as a file and never as a page.
func (s *Room) AnnouncementScan(c *gin.Context) error {
	x, err := s.askedAnnouncement(c)
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
	x, err := s.askedAnnouncement(c)
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
	Saved    string // what was just done; once
	Clash    string // that somebody else was faster
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
	Title  string
	Hint   string
	Action string
	Base   string // version that it starts from
	Fields []field.Cell
	Button string
	Plain  bool
	Fold   bool // behind its title
}
