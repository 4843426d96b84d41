package register

import (
	"bytes"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/page"
)

// The views of the register, as the address spells them.
const viewOwed, viewLate, viewWaiting = "chua-niem-yet", "qua-han", "chua-cap-nhat"

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
		Frame:  s.Frame(c, s.Text.Say("page.announcements")),
		MayAdd: s.Person(c).May(account.EditProcedure),
		All:    len(all),
		Month:  month,
		Year:   year,
	}
	if month.IsZero() {
		s.layViews(&m, all, c.Query("xem"))
	} else {
		s.dueInMonth(&m, all)
	}
	return s.Show(c, http.StatusOK, "register/announcement", m)
}

// layViews lays out the years in which something was received, the views of the decisions of one of them or of all, and
// the rows of the one that is looked at.
func (s *Room) layViews(m *announcementList, all []app.Announcement, view string) {
	for _, x := range all { // in the order of receipt
		m.Years = append(m.Years, x.Received.Year)
	}
	m.Years = slices.Compact(m.Years)
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
		text, at := s.Text.Say("announcement.view."+v.name, count[v.name]), url.URL{Path: page.AnnouncementPath}
		at.RawQuery = q.Encode()
		m.Filters = append(m.Filters, page.MonthTab{Text: text, Href: at.String(), Current: view == v.name})
	}
	m.Shown, m.Owed, m.Late = count[""], count[viewOwed], count[viewLate]
}

// dueInMonth fills the list with what stands behind the figures of NQ 02, 4 for a month.
func (s *Room) dueInMonth(m *announcementList, all []app.Announcement) {
	plain := make([]review.Announcement, len(all))
	for i, x := range all {
		plain[i] = x.Announcement
	}
	var list []review.Announcement
	m.Due, list, _ = review.PostingsDue(plain, m.Month, s.App.Today())
	for _, x := range list {
		m.Rows = append(m.Rows, s.announcementRow(x))
	}
}

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
	return page.GiveDocument(c, name, page.Excel, b.Bytes())
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
	return page.GiveDocument(c, s.Text.Say("announcement.list_file", x.Number), page.Word, b.Bytes())
}

// announcementList is the register of decisions on procedures. Template: register/announcement.
type announcementList struct {
	page.Frame
	MayAdd            bool
	All               int         // how many there are
	Month             value.Month // only those due in it
	Due               value.Ratio // of the month: posted in time, of all
	Year              int         // 0: all
	Years             []int
	Filters           []page.MonthTab
	Shown, Owed, Late int // of the year
	Rows              []announcementRow
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
