package register

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
	"rasoat/web/page"
)

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

// Announcements is the register: of a year, or of those due in a month.
func (s *Room) Announcements(c *gin.Context) error {
	all, err := s.App.Announcements(c.Request.Context(), s.Person(c))
	if err != nil {
		return err
	}
	month, err := page.TypedMonth(c.Query("thang"))
	if err != nil {
		return err
	}
	year, err := page.QueryNumber(c, "nam", 0, 1, 9999)
	if err != nil {
		return err
	}
	m := announcementList{
		Frame:   s.Frame(c, s.Text.Say("page.announcements")),
		MayAdd:  s.Person(c).May(account.EditProcedure),
		Year:    year,
		InMonth: !month.IsZero(),
	}
	if m.InMonth {
		s.dueInMonth(&m, all, month)
	} else {
		m.Years = s.announcementYears(all, year)
		s.layViews(&m, all, c.Query("xem"))
	}
	return s.Show(c, http.StatusOK, "register/announcement", m)
}

// layViews lays out the views of the decisions of a year, or of all, and the rows of the one that is looked at.
func (s *Room) layViews(m *announcementList, all []app.Announcement, view string) {
	count := map[string]int{}
	for _, v := range announcementViews {
		for _, x := range all {
			if m.Year > 0 && x.Received.Year != m.Year || !v.has(x, s.App.Today()) {
				continue
			}
			count[v.name]++
			if v.name == view {
				m.Rows = append(m.Rows, s.announcementRow(x.Announcement))
			}
		}
		q := url.Values{}
		if m.Year > 0 {
			q.Set("nam", strconv.Itoa(m.Year))
		}
		if v.name != "" {
			q.Set("xem", v.name)
		}
		at := url.URL{Path: page.AnnouncementPath, RawQuery: q.Encode()}
		m.Filters = append(m.Filters, page.MonthTab{
			Text:    s.Text.Say("announcement.view."+v.name, count[v.name]),
			Href:    at.String(),
			Current: view == v.name,
		})
	}
	m.State = s.Text.Say("announcement.list_state", count[""], count[viewOwed], count[viewLate])
}

// dueInMonth fills the list with what stands behind the figures of NQ 02, 4 for a month.
func (s *Room) dueInMonth(m *announcementList, all []app.Announcement, month value.Month) {
	plain := make([]review.Announcement, len(all))
	for i, x := range all {
		plain[i] = x.Announcement
	}
	n, list, _ := review.PostingsDue(plain, month, s.App.Today())
	m.State = s.Text.Say("announcement.due_in", viet.MonthYear(month), viet.Number(n.Part), viet.Number(n.Whole))
	m.Filters = []page.MonthTab{
		{Text: s.Text.Say("announcement.view.", len(all)), Href: page.AnnouncementPath},
		{
			Text:    s.Text.Say("announcement.view_month", viet.MonthYear(month), len(list)),
			Href:    page.MonthHref(page.AnnouncementPath, month),
			Current: true,
		},
	}
	for _, x := range list {
		m.Rows = append(m.Rows, s.announcementRow(x))
	}
}

// announcementYears are the years in which something was received, the newest first; none where there is one alone.
func (s *Room) announcementYears(all []app.Announcement, year int) []page.MonthTab {
	every := s.Text.Say("announcement.all_years")
	out := []page.MonthTab{{Text: every, Href: page.AnnouncementPath, Current: year == 0}}
	last := 0
	for _, x := range all { // in the order of receipt
		if x.Received.Year == last {
			continue
		}
		last = x.Received.Year
		text := strconv.Itoa(last)
		href := page.AnnouncementPath + "?nam=" + text
		out = append(out, page.MonthTab{Text: text, Href: href, Current: year == last})
	}
	if len(out) < 3 && year == 0 {
		return nil
	}
	return out
}

// announcementRow is a decision as a line of the register.
func (s *Room) announcementRow(x review.Announcement) announcementRow {
	n := map[review.TouchKind]int{}
	for _, t := range x.Touches {
		n[t.Kind]++
	}
	var counts []string
	for _, k := range review.TouchKinds {
		if n[k] > 0 {
			counts = append(counts, strconv.Itoa(n[k])+" "+s.Text.Name("touch", string(k)))
		}
	}
	return announcementRow{postingState{x, x.IsLate(s.App.Today())}, strings.Join(counts, "; ")}
}

// AnnouncementSheet is the register as a spreadsheet.
func (s *Room) AnnouncementSheet(c *gin.Context) error {
	year, err := page.QueryNumber(c, "nam", 0, 1, 9999)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := s.App.AnnouncementSheet(c.Request.Context(), s.Person(c), &b, year); err != nil {
		return err
	}
	name := s.Text.Say("announcement.sheet")
	if year > 0 {
		name += " " + strconv.Itoa(year)
	}
	return handOut(c, name, 1, b.Bytes())
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
	return handOut(c, s.Text.Say("announcement.list_file", x.Number), 0, b.Bytes())
}

// handOut sends a document as a file: FileTypes[kind] says of which kind.
func handOut(c *gin.Context, name string, kind int, content []byte) error {
	c.Header("Content-Disposition", page.Attachment(strings.ReplaceAll(name, "/", "-"), page.FileTypes[kind].Ending))
	c.Header("Cache-Control", "no-store")
	c.Data(http.StatusOK, page.FileTypes[kind].Media, content)
	return nil
}

// announcementList is the register of decisions on procedures. Template: register/announcement.
type announcementList struct {
	page.Frame
	State          string
	MayAdd         bool
	Year           int  // 0: all
	InMonth        bool // those due in a month
	Filters, Years []page.MonthTab
	Rows           []announcementRow
}

// announcementRow is a decision in a list: what it does is "2 sửa đổi, bổ sung; 1 bãi bỏ".
type announcementRow struct {
	postingState
	Counts string
}

// postingState is a decision whose posting may be late. Template: part/posting.
type postingState struct {
	review.Announcement
	Late bool
}

// Short is the beginning of what it is about.
func (r announcementRow) Short() string { return page.Shortened(r.Title) }
