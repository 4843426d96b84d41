package register

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Additions shows the request for additions to the list of internal procedures.
func (s *Room) Additions(c *gin.Context) error {
	return s.showAdditions(c, http.StatusOK, nil, nil)
}

// showAdditions shows the page; typed and problems are those of a refused form.
func (s *Room) showAdditions(c *gin.Context, status int, typed url.Values, problems value.Problems) error {
	b, err := s.App.Additions(c.Request.Context(), s.PlanID(c))
	if err != nil {
		return err
	}
	p := s.Person(c)
	m := additionBoard{Frame: s.Frame(c, s.Text.Say("page.additions")), State: s.additionState(b), PlanID: string(b.Plan.ID), Version: strconv.Itoa(b.Version),
		HandedFrom: b.Request.HandedFrom, MayEdit: p.May(account.EditPlan) && !b.Request.IsIssued(),
		MayIssue: p.May(account.IssueReport) && !b.Request.IsIssued(), MayTell: p.May(account.EditProcedure) && b.Request.IsIssued() && !b.Request.IsAnnounced(),
		NoItems: page.EmptyState{Text: s.Text.Say("additions.none")}}
	if c.Query("da-luu") != "" {
		m.Saved = s.Text.Say("saved")
	}
	for i, l := range b.Lines {
		m.Handed = append(m.Handed, s.handedLine(i, l))
	}
	for _, o := range b.OnlyOurs {
		m.OnlyOurs = append(m.OnlyOurs, page.Link{Text: o.Name, Href: page.ProcedureHref(o.Code)})
	}
	m.OursOnly, m.Entry = s.Text.Say("additions.only_ours", len(m.OnlyOurs)), s.Text.Say("additions.enter")
	if len(m.Handed) > 0 {
		m.Entry = s.Text.Say("additions.replace")
	}
	f := field.NewSheet(s.Text, typed, problems)
	s.additionItems(&m, f, b, typed)
	s.additionForms(&m, f)
	m.Summary = f.Summary()
	if !b.Request.IsIssued() {
		for _, x := range b.Problems {
			m.Holes = append(m.Holes, s.additionHole(b, x))
		}
	}
	var inRegister []page.Link
	if b.Request.IsAnnounced() && p.May(account.EditProcedure) {
		entry, err := s.registerEntry(c, b)
		if err != nil {
			return err
		}
		inRegister = []page.Link{entry}
	}
	m.Files = []page.Link{{Text: s.Text.Say("additions.read"), Href: "/bao-cao/additions"}, {Text: s.Text.Say("additions.word"), Href: "/bao-cao/additions.docx"}}
	m.Files = append(m.Files, inRegister...)
	return s.Show(c, status, "register/addition", m)
}

// registerEntry leads to the superior's decision in the register of decisions, or to its form with what is known of it.
func (s *Room) registerEntry(c *gin.Context, b app.AdditionBoard) (page.Link, error) {
	r := b.Request
	form := url.Values{"so": {r.Announced.Number}, "ngay": {viet.ShortDate(r.Announced.Date)}, "hieu-luc": {viet.ShortDate(r.From)}}
	for _, item := range b.Items {
		of, err := s.App.AnnouncementsOf(c.Request.Context(), s.Person(c), item.Procedure.Code)
		if err != nil {
			return page.Link{}, err
		}
		for _, x := range of {
			if x.Date == r.Announced.Date && viet.Fold(x.Number) == viet.Fold(r.Announced.Number) {
				return page.Link{Text: s.Text.Say("announcement.headline", x.Number), Href: page.AnnouncementHref(x.ID, "")}, nil
			}
		}
		form.Set("co-quan", item.Procedure.Decision.By)
		form.Add("moi", string(item.Procedure.Code))
	}
	return page.Link{Text: s.Text.Say("additions.register"), Href: page.AnnouncementPath + "/them?" + form.Encode()}, nil
}

// additionState says in one line by when the request is due and what became of it.
func (s *Room) additionState(b app.AdditionBoard) string {
	var words []string
	for _, t := range b.Plan.Targets {
		if t.Metric == review.Issued && !t.Deadline.IsZero() {
			words = append(words, s.Text.Say("additions.due", s.DeadlineWords(t.Deadline, t.Inclusive || b.Plan.Rules.DayItselfOnTime)))
		}
	}
	switch {
	case b.Request.IsAnnounced():
		words = append(words, s.Text.Say("additions.state_announced", b.Request.Announced.Number, viet.ShortDate(b.Request.Announced.Date)))
	case b.Request.IsIssued():
		words = append(words, s.Text.Say("additions.state_issued", b.Request.Number, viet.ShortDate(b.Request.Date)))
	default:
		words = append(words, s.Text.Say("additions.state_open", len(b.Items)))
	}
	return page.Joined(" · ", words...)
}

var matchTones = map[review.ListMatch]string{review.ThereAlready: "met", review.NamedElse: "warn", review.NotThere: "accent"}

func (s *Room) handedLine(i int, l review.ComparedLine) handedLine {
	out := handedLine{Number: strconv.Itoa(i), Name: l.Line.Name, Field: page.Joined(" · ", l.Line.Field, l.Line.Agency),
		Match: page.Badge{Text: s.Text.Name("list_match", string(l.Match)), Tone: matchTones[l.Match]}, Draft: l.Match != review.ThereAlready}
	if l.Own != "" {
		out.Own = page.Link{Text: l.OwnName, Href: page.ProcedureHref(l.Own)}
	}
	return out
}

// additionItems lists what is asked for, as it was typed where a form was refused, and what may be added.
func (s *Room) additionItems(m *additionBoard, f *field.Sheet, b app.AdditionBoard, typed url.Values) {
	asked := map[catalog.Code]bool{}
	for i, item := range b.Items {
		name := fmt.Sprintf("item.%d", i)
		asked[item.Procedure.Code.Key()] = true
		line := additionLine{Name: name, Code: string(item.Procedure.Code), Title: page.Link{Text: item.Procedure.Name, Href: page.ProcedureHref(item.Procedure.Code)},
			Facts: page.Joined(" · ", string(item.Procedure.Code), item.Procedure.Field, item.Procedure.Decider)}
		line.Reason = f.Cell(name+".reason", s.Text.Say("additions.reason"), field.Kind("textarea"), field.Need)
		if !typed.Has(name + ".code") { // it was not this form that was sent
			line.Reason.Value = item.Reason
		}
		m.Items = append(m.Items, line)
	}
	for _, p := range b.Candidates {
		if !asked[p.Code.Key()] {
			m.Candidates = append(m.Candidates, additionChoice{Code: string(p.Code), Name: p.Name, Facts: p.Field})
		}
	}
	m.MoreOf = s.Text.Say("additions.more", len(m.Candidates))
}

func (s *Room) additionForms(m *additionBoard, f *field.Sheet) {
	m.Upload = []field.Cell{
		f.Cell("from", s.Text.Say("additions.from"), field.Hint(s.Text.Say("additions.from.hint"))),
		f.Cell("file", s.Text.Say("additions.file"), field.Kind("file")),
		f.Cell("table", s.Text.Say("additions.table"), field.Kind("textarea"), field.Hint(s.Text.Say("additions.table.hint"))),
	}
	m.Issue = []field.Cell{
		f.Cell("number", s.Text.Say("additions.number"), field.Need, field.Medium, field.Hint(s.Text.Say("additions.number.hint"))),
		f.Cell("date", s.Text.Say("additions.date"), field.Need, field.Short, field.Hint(s.Text.Say("date.hint"))),
	}
	m.Announce = []field.Cell{
		f.Cell("decision", s.Text.Say("additions.decision"), field.Need, field.Medium),
		f.Cell("decided", s.Text.Say("additions.decided"), field.Need, field.Short, field.Hint(s.Text.Say("date.hint"))),
		f.Cell("issuer", s.Text.Say("additions.issuer"), field.Medium),
		f.Cell("valid", s.Text.Say("additions.valid"), field.Short, field.Hint(s.Text.Say("additions.valid.hint"))),
	}
}

// additionHole names the procedure of a problem in the place of its number in the list.
func (s *Room) additionHole(b app.AdditionBoard, p value.Problem) string {
	text := s.Sentence(p)
	var i int
	if n, err := fmt.Sscanf(p.Field, "items[%d]", &i); err == nil && n == 1 && i < len(b.Items) && p.Code == "reason.missing" {
		return b.Items[i].Procedure.Name + ": " + text
	}
	return text
}

// SaveAdditions keeps what is asked for.
func (s *Room) SaveAdditions(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	var items []review.Addition
	for i := 0; in.Has(fmt.Sprintf("item.%d.code", i)); i++ {
		name := fmt.Sprintf("item.%d", i)
		if in.Get(name+".drop") == "" {
			items = append(items, review.Addition{Procedure: catalog.Code(in.Get(name + ".code")), Reason: in.Get(name + ".reason")})
		}
	}
	for _, code := range in["add"] {
		items = append(items, review.Addition{Procedure: catalog.Code(code)})
	}
	return s.additionDone(c, in, s.App.SaveAdditions(c.Request.Context(), s.Person(c), page.PlanOf(in), items, page.Version(in)))
}

// TakeHanded keeps the list handed down, from a file or a pasted table.
func (s *Room) TakeHanded(c *gin.Context) error {
	in, err := s.Uploaded(c)
	if err != nil {
		return err
	}
	from, raw := in.Get("from"), []byte(in.Get("table"))
	if files := c.Request.MultipartForm.File["file"]; len(files) > 0 && files[0].Size > 0 {
		f, err := files[0].Open()
		if err != nil {
			return err
		}
		defer f.Close()
		if raw, err = io.ReadAll(f); err != nil {
			return err
		}
		if strings.TrimSpace(from) == "" {
			from = files[0].Filename
		}
	}
	if strings.TrimSpace(from) == "" {
		from = s.Text.Say("additions.pasted", viet.ShortDate(s.App.Today()))
	}
	return s.additionDone(c, in, s.App.TakeHandedList(c.Request.Context(), s.Person(c), page.PlanOf(in), from, raw, page.Version(in)))
}

// DraftHanded makes a draft of a line handed down and asks for it.
func (s *Room) DraftHanded(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	line, err := strconv.Atoi(in.Get("line"))
	if err != nil {
		return value.ErrNotFound
	}
	_, err = s.App.DraftFromHanded(c.Request.Context(), s.Person(c), page.PlanOf(in), line, "", page.Version(in))
	return s.additionDone(c, in, err)
}

// IssueAdditions notes under which number and date the request went out.
func (s *Room) IssueAdditions(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	date, problems := page.TypedDate(in, "date")
	if len(problems) > 0 {
		return s.showAdditions(c, http.StatusUnprocessableEntity, in, problems)
	}
	return s.additionDone(c, in, s.App.IssueAdditions(c.Request.Context(), s.Person(c), page.PlanOf(in), in.Get("number"), date, page.Version(in)))
}

// AnnounceAdditions notes the decision by which the superior announced what was asked for.
func (s *Room) AnnounceAdditions(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	decided, problems := page.TypedDate(in, "decided")
	valid, more := page.TypedDate(in, "valid")
	if problems = append(problems, more...); len(problems) > 0 {
		return s.showAdditions(c, http.StatusUnprocessableEntity, in, problems)
	}
	err = s.App.AnnounceAdditions(c.Request.Context(), s.Person(c), page.PlanOf(in), review.DecisionRef{Number: in.Get("decision"), Date: decided}, viet.Clean(in.Get("issuer")), valid, page.Version(in))
	return s.additionDone(c, in, page.Renamed(err, map[string]string{"number": "decision", "date": "decided"}))
}

// additionDone leads back to the page, or shows it again with what was typed and what is wrong.
func (s *Room) additionDone(c *gin.Context, in url.Values, err error) error {
	var problems value.Problems
	if errors.As(err, &problems) {
		return s.showAdditions(c, http.StatusUnprocessableEntity, in, problems)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, "/bo-sung?da-luu=1")
	return nil
}

// additionBoard is the request for additions to the list of internal procedures. Template: register/addition.
type additionBoard struct {
	page.Frame
	State    string // "Hạn trước 25/4/2024 · đã phát hành 31/TTr-UBND ngày 22/4/2024"
	Saved    string
	Summary  field.Summary
	Version  string
	PlanID   string
	MayEdit  bool // and the request has not gone out
	MayIssue bool
	MayTell  bool // note what was announced

	Handed     []handedLine
	HandedFrom string
	OnlyOurs   []page.Link
	OursOnly   string // "3 thủ tục của xã không có trong danh mục gửi về"
	Entry      string // "Nhập danh mục"
	Upload     []field.Cell

	Items      []additionLine
	Candidates []additionChoice
	MoreOf     string // "Chọn thêm từ 47 thủ tục điển hình và dự thảo"
	NoItems    page.EmptyState

	Issue    []field.Cell
	Announce []field.Cell
	Files    []page.Link
	Holes    []string // what keeps it from being issued
}

// handedLine is a line handed down beside what the commune has.
type handedLine struct {
	Number string // place in the list, from 0: what a button sends
	Name   string
	Field  string
	Match  page.Badge
	Own    page.Link
	Draft  bool // may be made a draft
}

// additionLine is one procedure asked for, with its reason.
type additionLine struct {
	Name   string // of its fields: "item.0"
	Code   string
	Title  page.Link
	Facts  string
	Reason field.Cell
}

// additionChoice is a procedure that may be asked for.
type additionChoice struct {
	Code  string
	Name  string
	Facts string
}
