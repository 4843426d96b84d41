package register

import (
	"bytes"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// The views of the register, as the address spells them.
const viewOwed, viewLate, viewWaiting = "chua-niem-yet", "qua-han", "chua-cap-nhat"

// viewsOf are the views that a decision stands in.
func viewsOf(x app.Announcement, today value.Date) (out []string) {
	if x.IsOwed() {
		out = append(out, viewOwed)
	}
	if x.IsLate(today) {
		out = append(out, viewLate)
	}
	if !x.IsConfirmed() || x.IsPending() {
		out = append(out, viewWaiting)
	}
	return out
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
	for _, x := range all {
		if year == 0 || x.Received.Year == year {
			m.count(viewsOf(x, s.App.Today()))
		}
	}
	if !month.IsZero() {
		all = s.dueInMonth(&m, all)
	}
	rows := make([]announcementRow, len(all))
	for i, x := range all {
		rows[i] = s.announcementRow(x)
	}
	list := s.announcementList()
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, s.Text.Say("page.announcements"), rows)
	}
	m.List, m.Rows = list.Lay(s.Text, c.Request.URL, rows)
	var counted []value.Date
	for _, x := range all {
		if x.IsOwed() && !x.Before && x.Named.IsZero() {
			counted = append(counted, x.Received, x.Due)
		}
	}
	if err := s.SayGuessed(c, &m.Frame, counted...); err != nil {
		return err
	}
	return s.Show(c, http.StatusOK, "register/announcement", m)
}

// announcementList is the register as a list, in the order of receipt.
func (s *Room) announcementList() page.List[announcementRow] {
	type row = announcementRow
	return page.List[row]{
		Columns: []page.Column[row]{
			page.WordsColumn("so", "announcement.decision", func(x row) string { return x.Number }),
			page.DayColumn("ngay-ky", "announcement.col.date", func(x row) value.Date { return x.Date }, page.Beside),
			page.WordsColumn("co-quan", "announcement.issuer", func(x row) string { return x.Issuer }, page.Aside),
			page.WordsColumn("trich-yeu", "announcement.title", func(x row) string { return x.Title }, page.Aside),
			page.WordsColumn("thu-tuc", "col.procedure", func(x row) string { return x.Counts }),
			page.DayColumn("nhan", "announcement.received", func(x row) value.Date { return x.Received }),
			page.DayColumn("hieu-luc", "announcement.col.from", func(x row) value.Date { return x.From }),
			page.DayColumn("han", "announcement.due", func(x row) value.Date { return x.Due }),
			page.WordsColumn("niem-yet", "announcement.post", func(x row) string { return x.State }),
			page.DayColumn("ngay-niem-yet", "announcement.col.posted", func(x row) value.Date {
				return x.Posting.On
			}, page.Beside),
			page.WordsColumn("noi-niem-yet", "announcement.place", func(x row) string {
				return x.Posting.Place
			}, page.Aside),
		},
		Filters: []page.Filter[row]{
			{
				ID: "xem", Title: "col.status", Chips: true, Order: []string{viewOwed, viewLate, viewWaiting},
				Of: func(x row) (out []field.Option) {
					for _, v := range x.Views {
						out = append(out, field.Option{Value: v, Text: s.Text.Say("announcement.view." + v)})
					}
					return out
				},
			},
			{ID: "nam", Title: "announcement.years", Chips: true, Of: func(x row) []field.Option {
				year := strconv.Itoa(x.Received.Year)
				return page.One(year, year)
			}},
		},
	}
}

// dueInMonth keeps what stands behind the figures of NQ 02, 4 for a month.
func (s *Room) dueInMonth(m *announcementList, all []app.Announcement) (out []app.Announcement) {
	plain := make([]review.Announcement, len(all))
	for i, x := range all {
		plain[i] = x.Announcement
	}
	due, list, _ := review.PostingsDue(plain, m.Month, s.App.Today())
	m.Due = due
	for _, x := range list {
		i := slices.IndexFunc(all, func(y app.Announcement) bool { return y.ID == x.ID })
		out = append(out, all[i])
	}
	return out
}

func (s *Room) announcementRow(x app.Announcement) announcementRow {
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
	return announcementRow{
		postingState: postingState{x.Announcement, x.IsLate(s.App.Today())},
		Counts:       strings.Join(counts, "; "),
		State:        s.postingWords(x.Announcement),
		Views:        viewsOf(x, s.App.Today()),
	}
}

// postingWords says how a decision stands to its last day, as part/posting does.
func (s *Room) postingWords(x review.Announcement) string {
	switch {
	case x.InTime():
		return page.Joined(", ", s.Text.Say("announcement.is_posted"), s.Text.Say("announcement.in_time"))
	case x.IsPosted():
		return page.Joined(", ", s.Text.Say("announcement.is_posted"), s.Text.Say("announcement.too_late"))
	case !x.IsOwed():
		return s.Text.Say("announcement.is_exempt")
	case x.IsLate(s.App.Today()):
		return s.Text.Say("announcement.owed_late")
	}
	return s.Text.Say("announcement.is_owed")
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
	Shown, Owed, Late int         // of the year
	List              page.Listing
	Rows              []announcementRow
}

// count adds a decision that stands in some views.
func (m *announcementList) count(views []string) {
	m.Shown++
	if slices.Contains(views, viewOwed) {
		m.Owed++
	}
	if slices.Contains(views, viewLate) {
		m.Late++
	}
}

// announcementRow is a decision in a list: what it does is "2 sửa đổi, bổ sung; 1 bãi bỏ".
type announcementRow struct {
	postingState
	Counts, State string
	Views         []string
}

// postingState is a decision whose posting may be late. Template: part/posting.
type postingState struct {
	review.Announcement
	Late bool
}

// Short is the beginning of what it is about.
func (r announcementRow) Short() string { return page.Shortened(r.Title) }
