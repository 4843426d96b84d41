package register

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// announcementKeys is under which keys the labels of the forms stand.
const announcementKeys = "announcement"

// announcementForm is a decision as it came in.
var announcementForm = append(field.Form[app.AnnouncementOrder]{
	field.Text("number", func(o *app.AnnouncementOrder) *string { return &o.Number }, field.Need, field.Medium),
	field.Date("date", func(o *app.AnnouncementOrder) *value.Date { return &o.Date }, field.Need),
	field.Text("issuer", func(o *app.AnnouncementOrder) *string { return &o.Issuer }, field.Medium),
	field.Text("title", func(o *app.AnnouncementOrder) *string { return &o.Title }),
	field.Date("from", func(o *app.AnnouncementOrder) *value.Date { return &o.From }),
	field.Date("to", func(o *app.AnnouncementOrder) *value.Date { return &o.To }),
	field.Date("received", func(o *app.AnnouncementOrder) *value.Date { return &o.Received }, field.Need),
	field.Date("named", func(o *app.AnnouncementOrder) *value.Date { return &o.Named }),
	field.Long("note", func(o *app.AnnouncementOrder) *string { return &o.Note }, field.Tall(2)),
}, touchForm...)

// touchForm is its procedures, as lists of codes: one of each kind.
var touchForm = func() (out field.Form[app.AnnouncementOrder]) {
	for _, k := range review.TouchKinds {
		out = append(out, field.Own(string(k),
			func(o *app.AnnouncementOrder) string { return o.Lists[k] },
			func(o *app.AnnouncementOrder, typed string) *value.Problem {
				o.Lists = maps.Clone(o.Lists) // what it was copied from keeps its own
				o.Lists[k] = typed
				return nil
			}, field.Tall(3)))
	}
	return out
}()

// orderOf is a decision of the register as its form has it: its procedures one a line, as ReadTouches reads them.
func orderOf(x review.Announcement) app.AnnouncementOrder {
	lines := map[review.TouchKind][]string{}
	for _, t := range x.Touches {
		lines[t.Kind] = append(lines[t.Kind], page.Joined(" → ", string(t.Procedure), string(t.By)))
	}
	o := app.AnnouncementOrder{Announcement: x, Lists: map[review.TouchKind]string{}}
	for _, k := range review.TouchKinds {
		o.Lists[k] = strings.Join(lines[k], "\n")
	}
	return o
}

// fixedForm is what may still be said of a decision that was let into the catalogue: the day from which it holds and
// its procedures stay; number, day and body are put right with a reason.
var fixedForm = slices.Concat(
	announcementForm.Named("number", "date", "issuer"),
	field.Form[app.AnnouncementOrder]{
		field.Long("why", func(o *app.AnnouncementOrder) *string { return &o.Why }, field.Tall(2)),
	},
	announcementForm.Named("title", "to", "received", "named", "note"),
)

// formFor is what may still be said of a decision.
func formFor(x app.Announcement) field.Form[app.AnnouncementOrder] {
	if x.IsConfirmed() {
		return fixedForm
	}
	return announcementForm
}

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
	id, _ := strconv.ParseInt(c.Param("id"), 10, 64) // nothing has the number 0
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
	drafts := codesOf(in["draft"])
	check := func(o app.AnnouncementOrder) value.Problems {
		o.Drafts = drafts
		err := s.App.CheckAnnouncement(c.Request.Context(), s.Person(c), x.Announcement, o)
		return append(unkept, problemsOf(err)...)
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
			o.Drafts = drafts
			o.Scan = page.ReadScan(in, "scan")
			id, said := x.ID, "announcement.said.edited"
			if id > 0 {
				err = s.App.EditAnnouncement(c.Request.Context(), s.Person(c), id, page.Version(in), o)
			} else {
				said = "announcement.said.recorded"
				id, err = s.App.RecordAnnouncement(c.Request.Context(), s.Person(c), o)
			}
			return page.Done{To: page.AnnouncementHref(id, ""), Say: said, Args: []any{viet.Clean(o.Number)}}, err
		},
		Place: func(p value.Problems) value.Problems { // one of all lists of procedures stands at the first
			return problemsOf(page.Renamed(p, map[string]string{"touches": string(review.TouchAnnounce)}))
		},
		Again: func(t page.Typed) error { return s.showAnnouncementForm(c, x, t) },
	})
	save := act.Do
	act.Do = func() (page.Done, error) {
		if unkept, err = s.KeepScan(c, in, "scan"); err != nil {
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

// takeFound puts the procedures that were ticked into the list that was chosen.
func takeFound(in url.Values) {
	if into := in.Get("into"); slices.Contains(review.TouchKinds, review.TouchKind(into)) {
		in.Set(into, page.Joined("\n", append([]string{in.Get(into)}, in["pick"]...)...))
		in.Del("find")
		in.Del("pick")
	}
}

func (s *Room) showAnnouncementForm(c *gin.Context, x app.Announcement, t page.Typed) error {
	say := s.Text.Say
	m := announcementEdit{
		Frame:    s.Frame(c, say("announcement.add")),
		Decision: x,
		Both:     t.Both,
		Picks:    page.Picks(c.Request.URL, "draft"),
		Action:   page.AnnouncementPath + "/them",
		ScanSHA:  t.Values.Get("scan_sha"),
		ScanName: t.Values.Get("scan_name"),
	}
	if x.ID > 0 {
		m.Action, m.Version = page.AnnouncementHref(x.ID, "/sua"), t.Version(x.Version)
	}
	f, form := s.sheet(announcementKeys, t), formFor(x)
	m.Particulars = form.Named("number", "date", "issuer", "why", "title", "from", "to").Lay(f).Cells
	m.Scan = f.Cell("scan", say("announcement.scan"), field.Kind("file"), field.Hint(say("announcement.scan.hint")))
	m.Days = form.Named("received", "named").Lay(f).Cells
	if !x.IsConfirmed() {
		m.Lists = touchForm.Lay(f).Cells
		if err := s.findForAnnouncement(c, &m, f); err != nil {
			return err
		}
		all, err := s.App.WaitingDrafts(c.Request.Context(), s.Person(c))
		if err != nil {
			return err
		}
		for _, h := range all {
			typed := slices.Contains(t.Values["draft"], string(h.Key))
			m.Drafts = append(m.Drafts, draftChoice{h, m.Picks.IsTicked(typed)})
		}
	}
	m.Note = form.Named("note").Lay(f).Cells[0]
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "register/announcement_edit", m)
}

// findForAnnouncement is the search for procedures within the form.
func (s *Room) findForAnnouncement(c *gin.Context, m *announcementEdit, f *field.Sheet) error {
	m.Find = f.Cell("find", s.Text.Say("announcement.find"), field.Hint(s.Text.Say("announcement.find.hint")))
	var into []field.Option
	for _, k := range review.TouchKinds {
		if k != review.TouchReplace {
			into = append(into, field.Option{Value: string(k), Text: s.Text.Say("announcement." + string(k))})
		}
	}
	m.Into = f.Cell("into", s.Text.Say("announcement.into"), field.Medium, field.Choose(into...))
	m.Sought = strings.TrimSpace(f.Typed.Get("find"))
	if m.Sought == "" {
		return nil
	}
	q := app.SearchQuery{Text: m.Sought, Limit: 10, Scope: app.ScopeOfficial}
	r, err := s.App.Find(c.Request.Context(), q)
	m.Found = r
	for i, h := range r.Hits {
		if h.Score*2 < r.Hits[0].Score { // what is far behind the best was not meant
			m.Found.Hits = r.Hits[:i]
			break
		}
	}
	return err
}

// announcementEdit is the form of a decision. Template: register/announcement_edit.
type announcementEdit struct {
	page.Frame
	Decision                 app.Announcement // as it stands; of a new one nothing
	Both                     page.BothVersions
	Summary                  field.Summary
	Action, Version          string
	Particulars, Days, Lists []field.Cell // no lists: they stand
	Scan, Note               field.Cell
	ScanSHA, ScanName        string
	Find, Into               field.Cell // the search for procedures, and the list that they go into
	Sought                   string
	Found                    app.SearchResult
	Drafts                   []draftChoice
	Picks                    page.Listing // all of them
}

// draftChoice is a draft that waits to be announced.
type draftChoice struct {
	app.Head
	Picked bool
}

func codesOf(typed []string) (out []catalog.Code) {
	for _, t := range typed {
		out = append(out, catalog.Code(t))
	}
	return out
}
