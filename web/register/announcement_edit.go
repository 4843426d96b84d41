package register

import (
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

// NewAnnouncement is the form for a decision that came in, with what the address knows of it; a procedure of the
// address stands among the amended ones, new ones among those announced.
func (s *Room) NewAnnouncement(c *gin.Context) error {
	return s.showAnnouncementForm(c, app.Announcement{}, page.Shown(url.Values{
		"received":                   {viet.ShortDate(s.App.Today())},
		"number":                     {c.Query("so")},
		"date":                       {c.Query("ngay")},
		"from":                       {c.Query("hieu-luc")},
		"issuer":                     {c.Query("co-quan")},
		string(review.TouchAnnounce): {strings.Join(c.QueryArray("moi"), "\n")},
		string(review.TouchAmend):    {c.Query("thu-tuc")},
	}))
}

// EditAnnouncement is the form of a decision of the register.
func (s *Room) EditAnnouncement(c *gin.Context) error {
	x, err := s.announcementAt(c)
	if err != nil {
		return err
	}
	return s.showAnnouncementForm(c, x, page.Shown(formFor(x).Values(orderOf(x.Announcement))))
}

// announcementAt is the decision of the address.
func (s *Room) announcementAt(c *gin.Context) (app.Announcement, error) {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return app.Announcement{}, value.ErrNotFound
	}
	return s.App.Announcement(c.Request.Context(), s.Person(c), review.AnnouncementID(id))
}

// SaveAnnouncement records a decision or saves an edited one. The buttons of the search for procedures bring the form
// back with what was found or chosen.
func (s *Room) SaveAnnouncement(c *gin.Context, in url.Values) (page.Act, error) {
	var x app.Announcement
	var err error
	if c.Param("id") != "" {
		if x, err = s.announcementAt(c); err != nil {
			return page.Act{}, err
		}
	}
	var unkept value.Problems // of the scan that came along
	check := func(o app.AnnouncementOrder) value.Problems {
		found := problemsOf(s.App.CheckAnnouncement(c.Request.Context(), s.Person(c), x.Announcement, o))
		return append(unkept, found...)
	}
	act := page.ActOf(s.Kit, in, page.Edit[app.AnnouncementOrder]{
		Form:  formFor(x),
		Keys:  announcementKeys,
		Base:  orderOf(x.Announcement),
		Check: check,
		Save: func(o app.AnnouncementOrder, _ func(*app.AnnouncementOrder)) (page.Done, error) {
			if len(unkept) > 0 {
				return page.Done{}, check(o)
			}
			o.Scan = review.Evidence{SHA: in.Get("scan_sha"), Name: in.Get("scan_name")}
			return s.saveOrder(c, x, o, page.Version(in))
		},
		Place: placeTouches,
		Again: func(t page.Typed) error { return s.showAnnouncementForm(c, x, t) },
	})
	save := act.Do
	act.Do = func() (page.Done, error) {
		if unkept, err = s.keepTypedScan(c, in); err != nil {
			return page.Done{}, err
		}
		switch in.Get("do") {
		case "add":
			takeFound(in)
		case "find":
		default:
			return save()
		}
		t := page.Shown(in)
		t.Problems = unkept
		return page.Done{Show: func() error { return act.Again(t) }}, nil
	}
	return act, nil
}

// placeTouches puts a problem of all lists of procedures at the first one.
func placeTouches(problems value.Problems) value.Problems {
	for i := range problems {
		if problems[i].Field == "touches" {
			problems[i].Field = string(review.TouchAnnounce)
		}
	}
	return problems
}

// saveOrder saves what was typed as a new decision, or as the version after base.
func (s *Room) saveOrder(c *gin.Context, x app.Announcement, o app.AnnouncementOrder, base int) (page.Done, error) {
	ctx, by, said, err := c.Request.Context(), s.Person(c), "announcement.said.edited", error(nil)
	id := x.ID
	if id == 0 {
		said = "announcement.said.recorded"
		id, err = s.App.RecordAnnouncement(ctx, by, o)
	} else {
		err = s.App.EditAnnouncement(ctx, by, id, base, o)
	}
	return page.Done{To: page.AnnouncementHref(id, ""), Say: said, Args: []any{viet.Clean(o.Number)}}, err
}

// keepTypedScan takes in the scan that came along; the form names it from then on, so that it is not lost with a
// refused form.
func (s *Room) keepTypedScan(c *gin.Context, in url.Values) (value.Problems, error) {
	file := fileOf(c, "scan")
	if file == nil || file.Size == 0 && file.Filename == "" {
		return nil, nil
	}
	f, err := file.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close() // only read
	scan := app.Scan{Name: file.Filename, Content: f}
	kept, err := s.App.KeepAnnouncementScan(c.Request.Context(), s.Person(c), scan)
	if problems := problemsOf(err); len(problems) > 0 {
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

func (s *Room) showAnnouncementForm(c *gin.Context, x app.Announcement, t page.Typed) error {
	say := s.Text.Say
	m := announcementEdit{
		Frame:    s.Frame(c, say("announcement.add")),
		Headline: say("announcement.add"),
		State:    say("announcement.add_state"),
		Both:     t.Both,
		Action:   page.AnnouncementPath + "/them",
		Back:     page.Link{Text: say("page.announcements"), Href: page.AnnouncementPath},
		ScanSHA:  t.Values.Get("scan_sha"),
		ScanName: t.Values.Get("scan_name"),
	}
	if x.ID > 0 {
		m.Headline, m.State, m.Action = say("announcement.edit", x.Number), "", page.AnnouncementHref(x.ID, "/sua")
		m.Back = page.Link{Text: say("announcement.headline", x.Number), Href: page.AnnouncementHref(x.ID, "")}
		m.Version = t.Version(x.Version)
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = announcementKeys
	form := formFor(x)
	m.Decision = form.Named("number", "date", "issuer", "title", "from").Lay(f).Cells
	m.Scan = f.Cell("scan", say("announcement.scan"), field.Kind("file"), field.Hint(say("announcement.scan.hint")))
	m.Days = form.Named("received", "named").Lay(f).Cells
	m.Lists = form.Named(touchNames()...).Lay(f).Cells
	if x.IsConfirmed() {
		m.State = say("announcement.fixed")
		m.Fixed = s.announcementTerms(x, "number", "date", "issuer", "from")
	} else if err := s.findForAnnouncement(c, &m, f, t.Values); err != nil {
		return err
	}
	switch {
	case m.ScanName != "":
		m.Kept = say("announcement.scan_kept", m.ScanName)
	case x.Scan.Name != "":
		m.Kept = say("announcement.scan_there", x.Scan.Name)
	}
	m.Note = form.Named("note").Lay(f).Cells[0]
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "register/announcement_edit", m)
}

// findForAnnouncement is the search for procedures within the form.
func (s *Room) findForAnnouncement(c *gin.Context, m *announcementEdit, f *field.Sheet, in url.Values) error {
	m.Find.Text = f.Cell("find", s.Text.Say("announcement.find"), field.Hint(s.Text.Say("announcement.find.hint")))
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
		m.Find.Hits = append(m.Find.Hits, announcementHit{
			ID:    "pick-" + string(h.Key),
			Code:  string(h.Key),
			Name:  h.Name,
			State: s.Text.Name("status", string(h.Status)),
		})
	}
	if len(r.Hits) == 0 {
		m.Find.None = s.Text.Say("announcement.find_none", text)
	}
	return nil
}

// announcementTerms are particulars of a decision in words, those named, empty ones left out.
func (s *Room) announcementTerms(x app.Announcement, names ...string) (out []page.Term) {
	form := announcementForm.Named(names...)
	for _, a := range form.Answers(s.Text, announcementKeys, orderOf(x.Announcement)) {
		if a.Text != "" {
			out = append(out, page.Term{Term: a.Label, Text: a.Text})
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
