package web

import (
	"bytes"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// announcementPath is the register of decisions on procedures.
const announcementPath = "/cong-bo"

func announcementHref(id review.AnnouncementID, step string) string {
	return announcementPath + "/" + strconv.FormatInt(int64(id), 10) + step
}

// The views of the register, as the address spells them.
const (
	viewOwed    = "chua-niem-yet"
	viewLate    = "qua-han"
	viewWaiting = "chua-cap-nhat"
)

// announcementViews are the views in order, each with what stands in it.
var announcementViews = []struct {
	name string
	has  func(app.Announcement, value.Date) bool
}{
	{"", func(app.Announcement, value.Date) bool { return true }},
	{viewOwed, func(x app.Announcement, _ value.Date) bool { return x.IsOwed() }},
	{viewLate, func(x app.Announcement, today value.Date) bool { return x.IsLate(today) }},
	{viewWaiting, func(x app.Announcement, _ value.Date) bool { return !x.IsConfirmed() || x.IsPending() }},
}

// announcements is the register: of a year, or of those due in a month.
func (s *Server) announcements(c *gin.Context) error {
	all, err := s.app.Announcements(c.Request.Context(), s.person(c))
	if err != nil {
		return err
	}
	month, err := typedMonth(c.Query("thang"))
	if err != nil {
		return err
	}
	year, err := number(c, "nam", 0, 1, 9999)
	if err != nil {
		return err
	}
	m := announcementList{frame: s.frame(c, s.text.Say("page.announcements")), Nothing: emptyState{Text: s.text.Say("announcement.none")}}
	if s.person(c).May(account.EditProcedure) {
		m.Add = link{s.text.Say("announcement.add"), announcementPath + "/them"}
		m.Nothing.Next = m.Add
	}
	q := url.Values{}
	m.Files = []link{{s.text.Say("announcement.excel"), announcementPath + "/so.xlsx"}}
	if year > 0 {
		q.Set("nam", strconv.Itoa(year))
		m.Files[0].Href += "?" + q.Encode()
	}
	if !month.IsZero() {
		s.dueInMonth(&m, all, month)
		return s.show(c, http.StatusOK, "announcement/list", m)
	}
	m.Years = s.announcementYears(all, year)
	shown := all
	if year > 0 {
		shown = nil
		for _, x := range all {
			if x.Received.Year == year {
				shown = append(shown, x)
			}
		}
	}
	count := map[string]int{}
	for _, v := range announcementViews {
		for _, x := range shown {
			if !v.has(x, s.app.Today()) {
				continue
			}
			count[v.name]++
			if v.name == c.Query("xem") {
				m.Rows = append(m.Rows, s.announcementRow(x))
			}
		}
		q.Del("xem")
		if v.name != "" {
			q.Set("xem", v.name)
		}
		m.Filters = append(m.Filters, monthTab{Text: s.text.Say("announcement.view."+v.name, count[v.name]), Href: addressOf(announcementPath, q), Current: c.Query("xem") == v.name})
	}
	m.State = s.text.Say("announcement.list_state", len(shown), count[viewOwed], count[viewLate])
	return s.show(c, http.StatusOK, "announcement/list", m)
}

// addressOf is a path with its query.
func addressOf(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// dueInMonth fills the list with what stands behind the figures of NQ 02, 4 for a month.
func (s *Server) dueInMonth(m *announcementList, all []app.Announcement, month value.Month) {
	plain := make([]review.Announcement, len(all))
	for i, x := range all {
		plain[i] = x.Announcement
	}
	n, list, _ := review.PostingsDue(plain, month, s.app.Today())
	m.State = s.text.Say("announcement.due_in", viet.MonthYear(month), viet.Number(n.Part), viet.Number(n.Whole))
	m.Filters = []monthTab{{Text: s.text.Say("announcement.view.", len(all)), Href: announcementPath}, {Text: s.text.Say("announcement.view_month", viet.MonthYear(month), len(list)), Href: announcementPath + "?thang=" + month.String(), Current: true}}
	m.Nothing = emptyState{Text: s.text.Say("announcement.none_due")}
	for _, x := range list {
		m.Rows = append(m.Rows, s.announcementRow(app.Announcement{Announcement: x}))
	}
}

// announcementYears are the years in which something was received, the newest first; none where there is one alone.
func (s *Server) announcementYears(all []app.Announcement, year int) []monthTab {
	out := []monthTab{{Text: s.text.Say("announcement.all_years"), Href: announcementPath, Current: year == 0}}
	last := 0
	for _, x := range all { // in the order of receipt
		if x.Received.Year != last {
			last = x.Received.Year
			out = append(out, monthTab{Text: strconv.Itoa(last), Href: announcementPath + "?nam=" + strconv.Itoa(last), Current: year == last})
		}
	}
	if len(out) < 3 && year == 0 {
		return nil
	}
	return out
}

// announcementRow is a decision as a line of the register.
func (s *Server) announcementRow(x app.Announcement) announcementRow {
	return announcementRow{Href: announcementHref(x.ID, ""), Number: x.Number, Signed: joined(", ", viet.ShortDate(x.Date), x.Issuer), Title: shortened(x.Title),
		Received: viet.ShortDate(x.Received), From: viet.ShortDate(x.From), Touches: s.touchCounts(x.Announcement), Due: viet.ShortDate(x.Due),
		Posted: joined(", ", viet.ShortDate(x.Posting.On), x.Posting.Place), State: s.postingState(x.Announcement), Verdict: s.postingVerdict(x.Announcement)}
}

// touchCounts says what a decision does to how many procedures: "2 sửa đổi, bổ sung; 1 bãi bỏ".
func (s *Server) touchCounts(x review.Announcement) string {
	var out []string
	for _, k := range review.TouchKinds {
		n := 0
		for _, t := range x.Touches {
			if t.Kind == k {
				n++
			}
		}
		if n > 0 {
			out = append(out, strconv.Itoa(n)+" "+s.text.Name("touch", string(k)))
		}
	}
	return strings.Join(out, "; ")
}

func (s *Server) postingState(x review.Announcement) badge {
	switch {
	case x.IsPosted():
		return badge{Text: s.text.Say("announcement.is_posted"), Tone: "met"}
	case x.Exempt != "":
		return badge{Text: s.text.Say("announcement.is_exempt")}
	}
	return badge{Text: s.text.Say("announcement.is_owed"), Tone: "warn"}
}

func (s *Server) postingVerdict(x review.Announcement) verdict {
	switch {
	case x.IsPosted() && x.InTime():
		return verdict{Sign: "✓", Text: s.text.Say("announcement.in_time"), Tone: "met"}
	case x.IsPosted():
		return verdict{Sign: "✗", Text: s.text.Say("announcement.too_late"), Tone: "bad"}
	case x.IsLate(s.app.Today()):
		return verdict{Sign: "✗", Text: s.text.Say("due.late"), Tone: "bad"}
	}
	return verdict{}
}

// announcementSheet is the register as a spreadsheet.
func (s *Server) announcementSheet(c *gin.Context) error {
	year, err := number(c, "nam", 0, 1, 9999)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := s.app.AnnouncementSheet(c.Request.Context(), s.person(c), &b, year); err != nil {
		return err
	}
	name := s.text.Say("announcement.sheet")
	if year > 0 {
		name += " " + strconv.Itoa(year)
	}
	return s.handOut(c, name, 1, b.Bytes())
}

// handOut sends a document as a file: fileTypes[kind] says of which kind.
func (s *Server) handOut(c *gin.Context, name string, kind int, content []byte) error {
	c.Header("Content-Disposition", attachment(strings.ReplaceAll(name, "/", "-"), fileTypes[kind].ending))
	c.Header("Cache-Control", "no-store")
	c.Data(http.StatusOK, fileTypes[kind].media, content)
	return nil
}
