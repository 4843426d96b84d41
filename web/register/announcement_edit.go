package register

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// foundShown is how many procedures the search of the form shows.
const foundShown = 10

// NewAnnouncement is the form for a decision that came in, with what the address knows of it; a procedure of the address
// stands among the amended ones, new ones among those announced.
func (s *Room) NewAnnouncement(c *gin.Context) error {
	in := url.Values{"received": {viet.ShortDate(s.App.Today())}, "number": {c.Query("so")}, "date": {c.Query("ngay")}, "from": {c.Query("hieu-luc")}, "issuer": {c.Query("co-quan")},
		string(review.TouchAnnounce): {strings.Join(c.QueryArray("moi"), "\n")}}
	if code := c.Query("thu-tuc"); code != "" {
		in.Set(string(review.TouchAmend), code)
	}
	return s.showAnnouncementForm(c, http.StatusOK, app.Announcement{}, in, nil, page.BothVersions{})
}

// EditAnnouncement is the form of a decision of the register.
func (s *Room) EditAnnouncement(c *gin.Context) error {
	x, err := s.askedAnnouncement(c)
	if err != nil {
		return err
	}
	return s.showAnnouncementForm(c, http.StatusOK, x, typedAnnouncement(x.Announcement), nil, page.BothVersions{})
}

// askedAnnouncement is the decision of the address.
func (s *Room) askedAnnouncement(c *gin.Context) (app.Announcement, error) {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return app.Announcement{}, value.ErrNotFound
	}
	return s.App.Announcement(c.Request.Context(), s.Person(c), review.AnnouncementID(id))
}

// announcementFields are the fields of the form beside the lists.
var announcementFields = []string{"number", "date", "issuer", "title", "received", "from", "named", "note"}

// typedAnnouncement is how a decision stands in its form.
func typedAnnouncement(x review.Announcement) url.Values {
	out := url.Values{"number": {x.Number}, "date": {viet.ShortDate(x.Date)}, "issuer": {x.Issuer}, "title": {x.Title}, "received": {viet.ShortDate(x.Received)},
		"from": {viet.ShortDate(x.From)}, "named": {viet.ShortDate(x.Named)}, "note": {x.Note}}
	for _, k := range review.TouchKinds {
		out.Set(string(k), touchLines(x, k))
	}
	return out
}

// touchLines are the procedures of one kind, one a line, as ReadTouches reads them.
func touchLines(x review.Announcement, k review.TouchKind) string {
	var out []string
	for _, t := range x.Touches {
		switch {
		case t.Kind != k:
		case t.By != "":
			out = append(out, string(t.Procedure)+" → "+string(t.By))
		default:
			out = append(out, string(t.Procedure))
		}
	}
	return strings.Join(out, "\n")
}

// SaveAnnouncement records a decision or saves an edited one. The buttons of the search for procedures bring the form
// back with what was found or chosen.
func (s *Room) SaveAnnouncement(c *gin.Context) error {
	in, err := s.Uploaded(c)
	if err != nil {
		return err
	}
	var x app.Announcement
	if c.Param("id") != "" {
		if x, err = s.askedAnnouncement(c); err != nil {
			return err
		}
	}
	problems, err := s.keepTypedScan(c, in)
	if err != nil {
		return err
	}
	switch in.Get("do") {
	case "find":
		return s.showAnnouncementForm(c, http.StatusOK, x, in, problems, page.BothVersions{})
	case "add":
		takeFound(in)
		return s.showAnnouncementForm(c, http.StatusOK, x, in, problems, page.BothVersions{})
	}
	o, wrong := readAnnouncement(in)
	problems = append(problems, wrong...)
	id, err := s.saveOrder(c, x, o, in, problems)
	var conflict *value.Conflict
	if refused := page.Also(problems, page.Renamed(err, map[string]string{"touches": string(review.TouchAnnounce)})); len(refused) > 0 {
		return s.showAnnouncementForm(c, http.StatusUnprocessableEntity, x, in, refused, page.BothVersions{})
	}
	if errors.As(err, &conflict) {
		ids := slices.Clone(announcementFields)
		for _, k := range review.TouchKinds {
			ids = append(ids, string(k))
		}
		in.Set("version", strconv.Itoa(x.Version))
		return s.showAnnouncementForm(c, http.StatusConflict, x, in, nil, s.Both(ids, "announcement.", typedAnnouncement(x.Announcement), in))
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, page.AnnouncementHref(id, "?da-luu=1"))
	return nil
}

// saveOrder saves what was read; where something could not be read it is checked all the same, so that all problems
// are told at once, and nothing is saved.
func (s *Room) saveOrder(c *gin.Context, x app.Announcement, o app.AnnouncementOrder, in url.Values, unread value.Problems) (review.AnnouncementID, error) {
	ctx, by := c.Request.Context(), s.Person(c)
	if len(unread) > 0 {
		return 0, s.App.CheckAnnouncement(ctx, by, x.Announcement, o)
	}
	if x.ID == 0 {
		return s.App.RecordAnnouncement(ctx, by, o)
	}
	return x.ID, s.App.EditAnnouncement(ctx, by, x.ID, page.Version(in), o)
}

// keepTypedScan takes in the scan that came along; the form names it from then on, so that it is not lost with a
// refused form.
func (s *Room) keepTypedScan(c *gin.Context, in url.Values) (value.Problems, error) {
	files := c.Request.MultipartForm.File["scan"]
	if len(files) == 0 || files[0].Size == 0 && files[0].Filename == "" {
		return nil, nil
	}
	f, err := files[0].Open()
	if err != nil {
		return nil, err
	}
	defer f.Close() // only read
	kept, err := s.App.KeepAnnouncementScan(c.Request.Context(), s.Person(c), app.Scan{Name: files[0].Filename, Content: f})
	var problems value.Problems
	if errors.As(err, &problems) {
		return problems, nil
	}
	in.Set("scan_sha", kept.SHA)
	in.Set("scan_name", kept.Name)
	return nil, err
}

// takeFound puts the procedures that were ticked into the list that was chosen.
func takeFound(in url.Values) {
	into := in.Get("into")
	if !slices.Contains(review.TouchKinds, review.TouchKind(into)) {
		return
	}
	text := strings.TrimRight(in.Get(into), "\r\n ")
	for _, code := range in["pick"] {
		if text != "" {
			text += "\n"
		}
		text += code
	}
	in.Set(into, text)
	in.Del("find")
	in.Del("pick")
}

// readAnnouncement reads the form.
func readAnnouncement(in url.Values) (o app.AnnouncementOrder, problems value.Problems) {
	day := func(name string) value.Date {
		d, wrong := page.TypedDate(in, name)
		problems = append(problems, wrong...)
		return d
	}
	o.Announcement = review.Announcement{Number: in.Get("number"), Date: day("date"), Issuer: in.Get("issuer"), Title: in.Get("title"), Received: day("received"),
		From: day("from"), Named: day("named"), Note: in.Get("note"), Scan: review.Evidence{SHA: in.Get("scan_sha"), Name: in.Get("scan_name")}}
	o.Lists = map[review.TouchKind]string{}
	for _, k := range review.TouchKinds {
		o.Lists[k] = in.Get(string(k))
	}
	return o, problems
}

func (s *Room) showAnnouncementForm(c *gin.Context, status int, x app.Announcement, in url.Values, problems value.Problems, both page.BothVersions) error {
	say := s.Text.Say
	m := announcementEdit{Frame: s.Frame(c, say("announcement.add")), Headline: say("announcement.add"), State: say("announcement.add_state"), Both: both,
		Action: page.AnnouncementPath + "/them", Back: page.Link{Text: say("page.announcements"), Href: page.AnnouncementPath}, ScanSHA: in.Get("scan_sha"), ScanName: in.Get("scan_name")}
	if x.ID > 0 {
		m.Headline, m.State, m.Action = say("announcement.edit", x.Number), "", page.AnnouncementHref(x.ID, "/sua")
		m.Back = page.Link{Text: say("announcement.headline", x.Number), Href: page.AnnouncementHref(x.ID, "")}
		if m.Version = in.Get("version"); m.Version == "" {
			m.Version = strconv.Itoa(x.Version)
		}
	}
	f := field.NewSheet(s.Text, in, problems)
	date := field.Hint(say("date.hint"))
	if x.IsConfirmed() {
		m.State = say("announcement.fixed")
		m.Fixed = s.announcementTerms(x.Announcement, "number", "date", "issuer", "from")
		m.Decision = []field.Cell{f.Cell("title", say("announcement.title"))}
	} else {
		m.Decision = []field.Cell{f.Cell("number", say("announcement.number"), field.Need, field.Medium, field.Hint(say("announcement.number_hint"))), f.Cell("date", say("announcement.date"), field.Need, field.Short, date),
			f.Cell("issuer", say("announcement.issuer"), field.Medium), f.Cell("title", say("announcement.title")),
			f.Cell("from", say("announcement.from"), field.Short, field.Hint(say("announcement.from_hint")))}
	}
	m.Days = []field.Cell{f.Cell("received", say("announcement.received"), field.Need, field.Short, date), f.Cell("named", say("announcement.named"), field.Short, field.Hint(say("announcement.named_hint")))}
	if !x.IsConfirmed() {
		for _, k := range review.TouchKinds {
			m.Lists = append(m.Lists, f.Cell(string(k), say("announcement."+string(k)), field.Kind("textarea"), field.Tall(3), field.Hint(say("announcement.list_hint."+string(k)))))
		}
		if err := s.findForAnnouncement(c, &m, f, in); err != nil {
			return err
		}
	}
	m.Scan = f.Cell("scan", say("announcement.scan"), field.Kind("file"), field.Hint(say("announcement.scan_hint")))
	m.Scan.Value = ""
	switch {
	case m.ScanName != "":
		m.Kept = say("announcement.scan_kept", m.ScanName)
	case x.Scan.Name != "":
		m.Kept = say("announcement.scan_there", x.Scan.Name)
	}
	m.Note = f.Cell("note", say("announcement.note"), field.Kind("textarea"), field.Tall(2))
	m.Summary = f.Summary()
	return s.Show(c, status, "register/announcement_edit", m)
}

// findForAnnouncement is the search for procedures within the form.
func (s *Room) findForAnnouncement(c *gin.Context, m *announcementEdit, f *field.Sheet, in url.Values) error {
	m.Find.Text = f.Cell("find", s.Text.Say("announcement.find"), field.Hint(s.Text.Say("announcement.find_hint")))
	var into []field.Option
	for _, k := range review.TouchKinds {
		if k != review.TouchReplace {
			into = append(into, field.Option{Value: string(k), Text: s.Text.Say("announcement." + string(k))})
		}
	}
	m.Find.Into = f.Cell("into", s.Text.Say("announcement.into"), field.Medium, field.Choose(into...))
	text := strings.TrimSpace(in.Get("find"))
	if text == "" {
		return nil
	}
	r, err := s.App.Find(c.Request.Context(), app.SearchQuery{Text: text, Limit: foundShown, Scope: app.ScopeOfficial})
	if err != nil {
		return err
	}
	for _, h := range r.Hits {
		if h.Score*2 < r.Hits[0].Score {
			break // what is far behind the best was not meant
		}
		m.Find.Hits = append(m.Find.Hits, announcementHit{ID: "pick-" + string(h.Key), Code: string(h.Key), Name: h.Name, State: s.Text.Name("status", string(h.Status))})
	}
	if len(r.Hits) == 0 {
		m.Find.None = s.Text.Say("announcement.find_none", text)
	}
	return nil
}

// announcementTerms are particulars of a decision in words, those named, empty ones left out.
func (s *Room) announcementTerms(x review.Announcement, names ...string) (out []page.Term) {
	typed := typedAnnouncement(x)
	for _, n := range names {
		if text := typed.Get(n); text != "" {
			out = append(out, page.Term{Term: s.Text.Say("announcement." + n), Text: text})
		}
	}
	return out
}

// announcementEdit is the form of a decision. Template: register/announcement_edit.
type announcementEdit struct {
	page.Frame
	Headline string
	State    string
	Both     page.BothVersions
	Summary  field.Summary
	Action   string
	Back     page.Link
	Version  string      // that the form started from; empty for a new one
	Fixed    []page.Term // what stands because the catalogue has it already
	Decision []field.Cell
	Days     []field.Cell
	Lists    []field.Cell // empty where they stand
	Find     announcementFind
	Scan     field.Cell
	Kept     string // "Đã nhận tệp 812.pdf"
	ScanSHA  string
	ScanName string
	Note     field.Cell
}

// announcementFind finds procedures for the lists.
type announcementFind struct {
	Text field.Cell
	Into field.Cell
	Hits []announcementHit
	None string // that nothing was found
}

type announcementHit struct {
	ID    string // of its box
	Code  string
	Name  string
	State string
}
