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
		Nothing: page.EmptyState{Text: s.Text.Say("announcement.none")},
	}
	if s.Person(c).May(account.EditProcedure) {
		m.Add = page.Link{Text: s.Text.Say("announcement.add"), Href: page.AnnouncementPath + "/them"}
		m.Nothing.Next = m.Add
	}
	q := url.Values{}
	m.Files = []page.Link{{Text: s.Text.Say("announcement.excel"), Href: page.AnnouncementPath + "/so.xlsx"}}
	if year > 0 {
		q.Set("nam", strconv.Itoa(year))
		m.Files[0].Href += "?" + q.Encode()
	}
	if !month.IsZero() {
		s.dueInMonth(&m, all, month)
		return s.Show(c, http.StatusOK, "register/announcement", m)
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
	s.layViews(&m, shown, c.Query("xem"), q)
	return s.Show(c, http.StatusOK, "register/announcement", m)
}

// layViews lays out the views of the decisions that are shown, and the rows of the one that is looked at.
func (s *Room) layViews(m *announcementList, shown []app.Announcement, view string, q url.Values) {
	count := map[string]int{}
	for _, v := range announcementViews {
		for _, x := range shown {
			if !v.has(x, s.App.Today()) {
				continue
			}
			count[v.name]++
			if v.name == view {
				m.Rows = append(m.Rows, s.announcementRow(x))
			}
		}
		q.Del("xem")
		if v.name != "" {
			q.Set("xem", v.name)
		}
		m.Filters = append(m.Filters, page.MonthTab{
			Text:    s.Text.Say("announcement.view."+v.name, count[v.name]),
			Href:    addressOf(page.AnnouncementPath, q),
			Current: view == v.name,
		})
	}
	m.State = s.Text.Say("announcement.list_state", len(shown), count[viewOwed], count[viewLate])
}

// addressOf is a path with its query.
func addressOf(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
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
			Href:    page.AnnouncementPath + "?thang=" + month.String(),
			Current: true,
		},
	}
	m.Nothing = page.EmptyState{Text: s.Text.Say("announcement.none_due")}
	for _, x := range list {
		m.Rows = append(m.Rows, s.announcementRow(app.Announcement{Announcement: x}))
	}
}

// announcementYears are the years in which something was received, the newest first; none where there is one alone.
func (s *Room) announcementYears(all []app.Announcement, year int) []page.MonthTab {
	out := []page.MonthTab{{
		Text:    s.Text.Say("announcement.all_years"),
		Href:    page.AnnouncementPath,
		Current: year == 0,
	}}
	last := 0
	for _, x := range all { // in the order of receipt
		if x.Received.Year != last {
			last = x.Received.Year
			out = append(out, page.MonthTab{
				Text:    strconv.Itoa(last),
				Href:    page.AnnouncementPath + "?nam=" + strconv.Itoa(last),
				Current: year == last,
			})
		}
	}
	if len(out) < 3 && year == 0 {
		return nil
	}
	return out
}

// announcementRow is a decision as a line of the register.
func (s *Room) announcementRow(x app.Announcement) announcementRow {
	return announcementRow{
		Href:     page.AnnouncementHref(x.ID, ""),
		Number:   x.Number,
		Signed:   page.Joined(", ", viet.ShortDate(x.Date), x.Issuer),
		Title:    page.Shortened(x.Title),
		Received: viet.ShortDate(x.Received),
		From:     viet.ShortDate(x.From),
		Touches:  s.touchCounts(x.Announcement),
		Due:      viet.ShortDate(x.Due),
		Posted:   page.Joined(", ", viet.ShortDate(x.Posting.On), x.Posting.Place),
		State:    s.postingState(x.Announcement),
		Verdict:  s.postingVerdict(x.Announcement),
	}
}

// touchCounts says what a decision does to how many procedures: "2 sửa đổi, bổ sung; 1 bãi bỏ".
func (s *Room) touchCounts(x review.Announcement) string {
	var out []string
	for _, k := range review.TouchKinds {
		n := 0
		for _, t := range x.Touches {
			if t.Kind == k {
				n++
			}
		}
		if n > 0 {
			out = append(out, strconv.Itoa(n)+" "+s.Text.Name("touch", string(k)))
		}
	}
	return strings.Join(out, "; ")
}

func (s *Room) postingState(x review.Announcement) page.Badge {
	switch {
	case x.IsPosted():
		return page.Badge{Text: s.Text.Say("announcement.is_posted"), Tone: "met"}
	case x.Exempt != "":
		return page.Badge{Text: s.Text.Say("announcement.is_exempt")}
	}
	return page.Badge{Text: s.Text.Say("announcement.is_owed"), Tone: "warn"}
}

func (s *Room) postingVerdict(x review.Announcement) page.Verdict {
	switch {
	case x.IsPosted() && x.InTime():
		return page.Verdict{Sign: "✓", Text: s.Text.Say("announcement.in_time"), Tone: "met"}
	case x.IsPosted():
		return page.Verdict{Sign: "✗", Text: s.Text.Say("announcement.too_late"), Tone: "bad"}
	case x.IsLate(s.App.Today()):
		return page.Verdict{Sign: "✗", Text: s.Text.Say("due.late"), Tone: "bad"}
	}
	return page.Verdict{}
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
	return s.handOut(c, name, 1, b.Bytes())
}

// handOut sends a document as a file: FileTypes[kind] says of which kind.
func (s *Room) handOut(c *gin.Context, name string, kind int, content []byte) error {
	c.Header("Content-Disposition", page.Attachment(strings.ReplaceAll(name, "/", "-"), page.FileTypes[kind].Ending))
	c.Header("Cache-Control", "no-store")
	c.Data(http.StatusOK, page.FileTypes[kind].Media, content)
	return nil
}

// announcementList is the register of decisions on procedures. Template: register/announcement.
type announcementList struct {
	page.Frame
	State   string
	Add     page.Link
	Files   []page.Link
	Filters []page.MonthTab
	Years   []page.MonthTab // empty where all stand in one year
	Rows    []announcementRow
	Nothing page.EmptyState
}

// announcementRow is a decision in a list.
type announcementRow struct {
	Href     string
	Number   string
	Signed   string // "05/7/2024, UBND tỉnh"
	Title    string
	Received string
	From     string
	Touches  string // "2 sửa đổi, bổ sung, 1 bãi bỏ"
	Due      string
	Posted   string // "09/7/2024, Bộ phận một cửa"
	State    page.Badge
	Verdict  page.Verdict
}
