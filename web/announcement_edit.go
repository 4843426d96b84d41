package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// foundShown is how many procedures the search of the form shows.
const foundShown = 10

// newAnnouncement is the form for a decision that came in, with what the address knows of it; a procedure of the address
// stands among the amended ones, new ones among those announced.
func (s *Server) newAnnouncement(c *gin.Context) error {
	in := url.Values{"received": {viet.ShortDate(s.app.Today())}, "number": {c.Query("so")}, "date": {c.Query("ngay")}, "from": {c.Query("hieu-luc")}, "issuer": {c.Query("co-quan")},
		string(review.TouchAnnounce): {strings.Join(c.QueryArray("moi"), "\n")}}
	if code := c.Query("thu-tuc"); code != "" {
		in.Set(string(review.TouchAmend), code)
	}
	return s.showAnnouncementForm(c, http.StatusOK, app.Announcement{}, in, nil, bothVersions{})
}

// editAnnouncement is the form of a decision of the register.
func (s *Server) editAnnouncement(c *gin.Context) error {
	x, err := s.askedAnnouncement(c)
	if err != nil {
		return err
	}
	return s.showAnnouncementForm(c, http.StatusOK, x, typedAnnouncement(x.Announcement), nil, bothVersions{})
}

// askedAnnouncement is the decision of the address.
func (s *Server) askedAnnouncement(c *gin.Context) (app.Announcement, error) {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return app.Announcement{}, value.ErrNotFound
	}
	return s.app.Announcement(c.Request.Context(), s.person(c), review.AnnouncementID(id))
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

// saveAnnouncement records a decision or saves an edited one. The buttons of the search for procedures bring the form
// back with what was found or chosen.
func (s *Server) saveAnnouncement(c *gin.Context) error {
	in, err := s.uploaded(c)
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
		return s.showAnnouncementForm(c, http.StatusOK, x, in, problems, bothVersions{})
	case "add":
		takeFound(in)
		return s.showAnnouncementForm(c, http.StatusOK, x, in, problems, bothVersions{})
	}
	o, wrong := readAnnouncement(in)
	problems = append(problems, wrong...)
	id, err := s.saveOrder(c, x, o, in, problems)
	var conflict *value.Conflict
	if refused := also(problems, renamed(err, map[string]string{"touches": string(review.TouchAnnounce)})); len(refused) > 0 {
		return s.showAnnouncementForm(c, http.StatusUnprocessableEntity, x, in, refused, bothVersions{})
	}
	if errors.As(err, &conflict) {
		ids := slices.Clone(announcementFields)
		for _, k := range review.TouchKinds {
			ids = append(ids, string(k))
		}
		in.Set("version", strconv.Itoa(x.Version))
		return s.showAnnouncementForm(c, http.StatusConflict, x, in, nil, s.both(ids, "announcement.", typedAnnouncement(x.Announcement), in))
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, announcementHref(id, "?da-luu=1"))
	return nil
}

// saveOrder saves what was read; where something could not be read it is checked all the same, so that all problems
// are told at once, and nothing is saved.
func (s *Server) saveOrder(c *gin.Context, x app.Announcement, o app.AnnouncementOrder, in url.Values, unread value.Problems) (review.AnnouncementID, error) {
	ctx, by := c.Request.Context(), s.person(c)
	if len(unread) > 0 {
		return 0, s.app.CheckAnnouncement(ctx, by, x.Announcement, o)
	}
	if x.ID == 0 {
		return s.app.RecordAnnouncement(ctx, by, o)
	}
	return x.ID, s.app.EditAnnouncement(ctx, by, x.ID, version(in), o)
}

// keepTypedScan takes in the scan that came along; the form names it from then on, so that it is not lost with a
// refused form.
func (s *Server) keepTypedScan(c *gin.Context, in url.Values) (value.Problems, error) {
	files := c.Request.MultipartForm.File["scan"]
	if len(files) == 0 || files[0].Size == 0 && files[0].Filename == "" {
		return nil, nil
	}
	f, err := files[0].Open()
	if err != nil {
		return nil, err
	}
	defer f.Close() // only read
	kept, err := s.app.KeepAnnouncementScan(c.Request.Context(), s.person(c), app.Scan{Name: files[0].Filename, Content: f})
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
		d, wrong := typedDate(in, name)
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

func (s *Server) showAnnouncementForm(c *gin.Context, status int, x app.Announcement, in url.Values, problems value.Problems, both bothVersions) error {
	say := s.text.Say
	m := announcementEdit{frame: s.frame(c, say("announcement.add")), Headline: say("announcement.add"), State: say("announcement.add_state"), Both: both,
		Action: announcementPath + "/them", Back: link{say("page.announcements"), announcementPath}, ScanSHA: in.Get("scan_sha"), ScanName: in.Get("scan_name")}
	if x.ID > 0 {
		m.Headline, m.State, m.Action = say("announcement.edit", x.Number), "", announcementHref(x.ID, "/sua")
		m.Back = link{say("announcement.headline", x.Number), announcementHref(x.ID, "")}
		if m.Version = in.Get("version"); m.Version == "" {
			m.Version = strconv.Itoa(x.Version)
		}
	}
	f := field.NewSheet(s.text, in, problems)
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
	return s.show(c, status, "announcement/edit", m)
}

// findForAnnouncement is the search for procedures within the form.
func (s *Server) findForAnnouncement(c *gin.Context, m *announcementEdit, f *field.Sheet, in url.Values) error {
	m.Find.Text = f.Cell("find", s.text.Say("announcement.find"), field.Hint(s.text.Say("announcement.find_hint")))
	var into []field.Option
	for _, k := range review.TouchKinds {
		if k != review.TouchReplace {
			into = append(into, field.Option{Value: string(k), Text: s.text.Say("announcement." + string(k))})
		}
	}
	m.Find.Into = f.Cell("into", s.text.Say("announcement.into"), field.Medium, field.Choose(into...))
	text := strings.TrimSpace(in.Get("find"))
	if text == "" {
		return nil
	}
	r, err := s.app.Find(c.Request.Context(), app.SearchQuery{Text: text, Limit: foundShown, Scope: app.ScopeOfficial})
	if err != nil {
		return err
	}
	for _, h := range r.Hits {
		if h.Score*2 < r.Hits[0].Score {
			break // what is far behind the best was not meant
		}
		m.Find.Hits = append(m.Find.Hits, announcementHit{ID: "pick-" + string(h.Key), Code: string(h.Key), Name: h.Name, State: s.text.Name("status", string(h.Status))})
	}
	if len(r.Hits) == 0 {
		m.Find.None = s.text.Say("announcement.find_none", text)
	}
	return nil
}

// announcementTerms are particulars of a decision in words, those named, empty ones left out.
func (s *Server) announcementTerms(x review.Announcement, names ...string) (out []indicatorTerm) {
	typed := typedAnnouncement(x)
	for _, n := range names {
		if text := typed.Get(n); text != "" {
			out = append(out, indicatorTerm{s.text.Say("announcement." + n), text})
		}
	}
	return out
}

// decisionsOf are the decisions of the register that touch a procedure, as links in words.
func (s *Server) decisionsOf(c *gin.Context, code catalog.Code) ([]link, error) {
	all, err := s.app.AnnouncementsOf(c.Request.Context(), s.person(c), code)
	if err != nil {
		return nil, err
	}
	var out []link
	for _, x := range all {
		for _, t := range x.Touches {
			if words := s.touchOn(t, code.Key()); words != "" {
				out = append(out, link{s.text.Say("announcement.on_procedure", x.Number, viet.ShortDate(x.Date), words), announcementHref(x.ID, "")})
			}
		}
	}
	return out, nil
}

// touchOn says what a decision does to a procedure; "" where it does nothing to it.
func (s *Server) touchOn(t review.Touch, key catalog.Code) string {
	switch {
	case t.Procedure.Key() == key && t.By != "":
		return s.text.Say("announcement.replaced_by", string(t.By))
	case t.Procedure.Key() == key:
		return s.text.Name("touch", string(t.Kind))
	case t.By.Key() == key:
		return s.text.Say("announcement.replaces", string(t.Procedure))
	}
	return ""
}
