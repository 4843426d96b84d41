package web

import (
	"bytes"
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

// Steps of a decision, as the addresses spell them.
const (
	stepApply  = "/cap-nhat"
	stepPost   = "/niem-yet"
	stepExempt = "/khong-niem-yet"
)

// announcement shows a decision of the register.
func (s *Server) announcement(c *gin.Context) error {
	x, err := s.askedAnnouncement(c)
	if err != nil {
		return err
	}
	return s.showAnnouncement(c, http.StatusOK, x, nil, nil, "")
}

// stepAnnouncement takes one step; the page is shown again where it is refused, or where somebody else was faster.
func (s *Server) stepAnnouncement(step string) func(*gin.Context) error {
	return func(c *gin.Context) error {
		in, err := s.posted(c)
		if err != nil {
			return err
		}
		x, err := s.askedAnnouncement(c)
		if err != nil {
			return err
		}
		said, problems, err := s.doAnnouncement(c, step, x.ID, in)
		var conflict *value.Conflict
		if refused := also(problems, err); len(refused) > 0 {
			return s.showAnnouncement(c, http.StatusUnprocessableEntity, x, in, refused, step)
		}
		if errors.As(err, &conflict) {
			return s.showAnnouncement(c, http.StatusConflict, x, in, nil, step)
		}
		if err != nil {
			return err
		}
		c.Redirect(http.StatusSeeOther, announcementHref(x.ID, "?da-luu="+said))
		return nil
	}
}

// doAnnouncement does a step and says what the page tells afterwards.
func (s *Server) doAnnouncement(c *gin.Context, step string, id review.AnnouncementID, in url.Values) (said string, problems value.Problems, err error) {
	ctx, by, base := c.Request.Context(), s.person(c), version(url.Values{"version": in["base"]})
	switch step {
	case stepApply:
		n, err := s.app.ApplyAnnouncement(ctx, by, id, base)
		return "cap-nhat-" + strconv.Itoa(n), nil, err
	case stepPost:
		on, problems := typedDate(in, "posted") // no day is refused there, so that all problems are told at once
		return "1", problems, s.app.PostAnnouncement(ctx, by, id, base, review.Posting{On: on, Place: in.Get("place"), By: in.Get("by")})
	}
	return "1", nil, s.app.ExemptAnnouncement(ctx, by, id, base, in.Get("reason"))
}

// showAnnouncement shows a decision; in and problems belong to the form of one step, the others start fresh.
func (s *Server) showAnnouncement(c *gin.Context, status int, x app.Announcement, in url.Values, problems value.Problems, step string) error {
	m := announcementShow{frame: s.frame(c, s.text.Say("announcement.headline", x.Number)), Headline: s.text.Say("announcement.headline", x.Number), State: s.postingState(x.Announcement),
		Verdict: s.postingVerdict(x.Announcement), Line: s.postingLine(c, x.Announcement), Saved: s.announcementSaved(c, x), Version: strconv.Itoa(x.Version)}
	if status == http.StatusConflict {
		m.Clash = s.text.Say("announcement.clash")
	}
	m.Facts = s.announcementFacts(x)
	m.Actions = s.announcementActions(c, x)
	if err := s.announcementEffects(c, &m, x); err != nil {
		return err
	}
	if step == stepApply && len(problems) > 0 {
		m.Summary = field.NewSheet(s.text, nil, problems).Summary()
	}
	s.announcementSteps(c, &m, x, in, problems, step)
	history, err := s.app.AnnouncementHistory(c.Request.Context(), s.person(c), x.ID)
	if err != nil {
		return err
	}
	for _, h := range history {
		m.History = append(m.History, s.text.Say("announcement.version", h.Number, s.shownName(c.Request.Context(), h.Author), moment(h.At)))
	}
	return s.show(c, status, "announcement/show", m)
}

// announcementSaved says once what was just done.
func (s *Server) announcementSaved(c *gin.Context, x app.Announcement) string {
	said := c.Query("da-luu")
	var n int
	switch {
	case said == "":
		return ""
	case scanned(said, "cap-nhat-", &n) && x.IsPending():
		return s.text.Say("announcement.applied_pending", n, viet.ShortDate(x.From))
	case scanned(said, "cap-nhat-", &n):
		return s.text.Say("announcement.applied", n)
	}
	return s.text.Say("saved")
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
func (s *Server) postingLine(c *gin.Context, x review.Announcement) string {
	due := viet.ShortDate(x.Due)
	switch {
	case x.IsPosted():
		return s.text.Say("announcement.line_posted", viet.ShortDate(x.Posting.On), due)
	case !x.IsOwed():
		return s.text.Say("announcement.line_exempt", x.Exempt)
	case x.IsLate(s.app.Today()):
		return s.text.Say("announcement.line_late", due)
	}
	calendar, err := s.app.Calendar(c.Request.Context())
	if err != nil { // a failing store fails the page itself
		return s.text.Say("announcement.line_due", due)
	}
	if left := calendar.WorkingDaysBetween(s.app.Today(), x.Due); left > 0 {
		return s.text.Say("announcement.line_left", due, left)
	}
	return s.text.Say("announcement.line_today", due)
}

// announcementFacts is what is known of a decision, empty lines left out.
func (s *Server) announcementFacts(x app.Announcement) []indicatorTerm {
	out := s.announcementTerms(x.Announcement, "title", "date", "issuer", "received", "from", "named")
	add := func(term, text string) {
		if text != "" {
			out = append(out, indicatorTerm{s.text.Say(term), text})
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
func (s *Server) announcementActions(c *gin.Context, x app.Announcement) []link {
	var out []link
	if s.person(c).May(account.EditProcedure) {
		out = append(out, link{s.text.Say("edit.do"), announcementHref(x.ID, "/sua")})
	}
	out = append(out, link{s.text.Say("announcement.list_word"), announcementHref(x.ID, "/danh-muc.docx")})
	if x.Scan.SHA != "" {
		out = append(out, link{s.text.Say("announcement.scan_read", x.Scan.Name), announcementHref(x.ID, "/ban-quet")})
	}
	return out
}

// announcementEffects lists what the decision does to each procedure: what was done, what would be done now, what waits.
func (s *Server) announcementEffects(c *gin.Context, m *announcementShow, x app.Announcement) error {
	effects, err := s.app.AnnouncementEffects(c.Request.Context(), s.person(c), x.Announcement)
	var problems value.Problems
	if err != nil && !errors.As(err, &problems) {
		return err
	}
	for _, p := range problems {
		m.Holes = append(m.Holes, s.sentence(p))
	}
	ahead := map[catalog.Code]review.Effect{}
	for _, e := range effects {
		ahead[e.Code] = e
	}
	known, err := s.app.Procedures(c.Request.Context(), s.reader(c), x.Codes())
	if err != nil {
		return err
	}
	may := s.person(c).May(account.EditProcedure)
	for _, t := range x.Touches {
		for _, code := range []catalog.Code{t.Procedure.Key(), t.By.Key()} {
			if code == "" {
				continue
			}
			row := announcementEffect{Href: procedureHref(code), Code: string(code), Name: known[code].Procedure.Name, What: viet.Capital(s.touchOn(t, code))}
			s.effectState(&row, x.Announcement, t, ahead[code])
			if may && t.Kind == review.TouchAmend && !t.Applied.IsZero() {
				row.Edit = procedureHref(code) + "/sua"
			}
			m.Effects = append(m.Effects, row)
		}
	}
	switch {
	case x.IsPending():
		m.Explain = s.text.Say("announcement.explain_pending", viet.ShortDate(x.From))
	case x.IsConfirmed():
		m.Explain = s.text.Say("announcement.explain_done", viet.ShortDate(x.Confirmed))
	default:
		m.Explain = s.text.Say("announcement.explain_preview")
		if may && len(m.Holes) == 0 {
			m.Apply = announcementHref(x.ID, stepApply)
		}
	}
	return nil
}

// effectState says of one procedure what changes, and whether it has.
func (s *Server) effectState(row *announcementEffect, x review.Announcement, t review.Touch, e review.Effect) {
	switch {
	case !t.Applied.IsZero():
		row.State = badge{Text: s.text.Say("announcement.effect_done", viet.ShortDate(t.Applied)), Tone: "met"}
		ends := t.Kind == review.TouchRepeal || t.Kind == review.TouchReplace && row.Code == string(t.Procedure.Key())
		switch {
		case !x.From.After(s.app.Today()):
		case ends:
			row.Changes = []string{s.text.Say("announcement.effect_until", viet.ShortDate(x.From))}
		default:
			row.Changes = []string{s.text.Say("announcement.effect_from", viet.ShortDate(x.From))}
		}
		return
	case e.Waits:
		row.State = badge{Text: s.text.Say("announcement.effect_waits", viet.ShortDate(x.From)), Tone: "accent"}
		row.Changes = []string{s.text.Say("announcement.effect_amended", x.Number, viet.ShortDate(x.From))}
		return
	case !e.Changes():
		row.State = badge{Text: s.text.Say("announcement.effect_none")}
		return
	}
	row.State = badge{Text: s.text.Say("announcement.effect_ahead"), Tone: "warn"}
	if e.Before.Status != e.After.Status {
		row.Changes = append(row.Changes, s.text.Say("announcement.effect_status", s.text.Name("status", string(e.Before.Status)), s.text.Name("status", string(e.After.Status))))
	}
	if e.Before.Decision != e.After.Decision {
		row.Changes = append(row.Changes, s.text.Say("announcement.effect_decision", x.Number))
	}
	if e.Before.Validity.From != e.After.Validity.From {
		row.Changes = append(row.Changes, s.text.Say("announcement.effect_from", viet.ShortDate(e.After.Validity.From)))
	}
	if e.Before.Validity.Until != e.After.Validity.Until && !e.After.Validity.Until.IsZero() {
		row.Changes = append(row.Changes, s.text.Say("announcement.effect_until", viet.ShortDate(e.After.Validity.Until)))
	}
}

// announcementSteps are the forms that this person may fill in now; one that was refused stands open as it was typed.
func (s *Server) announcementSteps(c *gin.Context, m *announcementShow, x app.Announcement, in url.Values, problems value.Problems, step string) {
	by := s.person(c)
	add := func(name string, fresh url.Values, fill func(*field.Sheet) announcementStep) {
		typed, wrong := fresh, value.Problems(nil)
		if name == step && in != nil {
			typed, wrong = in, problems
		}
		f := field.NewSheet(s.text, typed, wrong)
		out := fill(f)
		out.Action, out.Base = announcementHref(x.ID, name), strconv.Itoa(x.Version)
		if len(wrong) > 0 && in.Get("base") != "" { // refused before anybody looked whose turn it was
			out.Base = in.Get("base")
		}
		m.Steps = append(m.Steps, out)
		m.Summary = append(m.Summary, f.Summary()...)
	}
	if by.May(account.PostProcedure) {
		fresh := url.Values{"posted": {viet.ShortDate(x.Posting.On)}, "place": {x.Posting.Place}, "by": {x.Posting.By}}
		if !x.IsPosted() {
			fresh = url.Values{"posted": {viet.ShortDate(s.app.Today())}, "place": {s.text.Say("announcement.place_usual")}, "by": {by.Shown()}}
		}
		add(stepPost, fresh, func(f *field.Sheet) announcementStep {
			out := announcementStep{Title: s.text.Say("announcement.post"), Button: s.text.Say("announcement.note_posting"), Fields: []field.Cell{
				f.Cell("posted", s.text.Say("announcement.posted_on"), field.Need, field.Short, field.Hint(s.text.Say("date.hint"))),
				f.Cell("place", s.text.Say("announcement.place"), field.Need, field.Medium), f.Cell("by", s.text.Say("announcement.by"), field.Need, field.Medium),
			}}
			out.Plain = m.Apply != "" // one main action at a time
			if x.IsPosted() {
				out.Title, out.Plain, out.Fold = s.text.Say("announcement.post_again"), true, step != stepPost
			}
			return out
		})
	}
	if by.May(account.EditProcedure) && !x.IsPosted() {
		add(stepExempt, url.Values{"reason": {x.Exempt}}, func(f *field.Sheet) announcementStep {
			return announcementStep{Title: s.text.Say("announcement.exempt_do"), Hint: s.text.Say("announcement.exempt_hint"), Button: s.text.Say("announcement.exempt_do"), Plain: true, Fold: step != stepExempt,
				Fields: []field.Cell{f.Cell("reason", s.text.Say("announcement.exempt"), field.Need, field.Medium)}}
		})
	}
}

// announcementScan gives the signed scan of a decision away, as a file and never as a page.
func (s *Server) announcementScan(c *gin.Context) error {
	x, err := s.askedAnnouncement(c)
	if err != nil {
		return err
	}
	f, err := s.app.AnnouncementScan(c.Request.Context(), s.person(c), x.ID)
	if err != nil {
		return err
	}
	return s.giveScan(c, f, "quyet-dinh-cong-bo-"+strconv.FormatInt(int64(x.ID), 10))
}

// postingList is the list of a decision's procedures to post, as a Word document.
func (s *Server) postingList(c *gin.Context) error {
	x, err := s.askedAnnouncement(c)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := s.app.PostingList(c.Request.Context(), s.person(c), &b, x.ID); err != nil {
		return err
	}
	return s.handOut(c, s.text.Say("announcement.list_file", x.Number), 0, b.Bytes())
}
