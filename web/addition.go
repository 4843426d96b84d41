package web

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// additionsPath is the request for additions to the list of internal procedures.
const additionsPath = "/bo-sung"

// additions shows the request for additions to the list of internal procedures.
func (s *Server) additions(c *gin.Context) error {
	return s.showAdditions(c, http.StatusOK, nil, nil)
}

// showAdditions shows the page; typed and problems are those of a refused form.
func (s *Server) showAdditions(c *gin.Context, status int, typed url.Values, problems value.Problems) error {
	b, err := s.app.Additions(c.Request.Context(), s.planID(c))
	if err != nil {
		return err
	}
	p := s.person(c)
	m := additionBoard{frame: s.frame(c, s.text.Say("page.additions")), State: s.additionState(b), PlanID: string(b.Plan.ID), Version: strconv.Itoa(b.Version),
		HandedFrom: b.Request.HandedFrom, MayEdit: p.May(account.EditPlan) && !b.Request.IsIssued(),
		MayIssue: p.May(account.IssueReport) && !b.Request.IsIssued(), MayTell: p.May(account.EditProcedure) && b.Request.IsIssued() && !b.Request.IsAnnounced(),
		NoItems: emptyState{Text: s.text.Say("additions.none")}}
	if c.Query("da-luu") != "" {
		m.Saved = s.text.Say("saved")
	}
	for i, l := range b.Lines {
		m.Handed = append(m.Handed, s.handedLine(i, l))
	}
	for _, o := range b.OnlyOurs {
		m.OnlyOurs = append(m.OnlyOurs, link{Text: o.Name, Href: procedureHref(o.Code)})
	}
	m.OursOnly, m.Entry = s.text.Say("additions.only_ours", len(m.OnlyOurs)), s.text.Say("additions.enter")
	if len(m.Handed) > 0 {
		m.Entry = s.text.Say("additions.replace")
	}
	f := field.NewSheet(s.text, typed, problems)
	s.additionItems(&m, f, b, typed)
	s.additionForms(&m, f)
	m.Summary = f.Summary()
	if !b.Request.IsIssued() {
		for _, x := range b.Problems {
			m.Holes = append(m.Holes, s.additionHole(b, x))
		}
	}
	var inRegister []link
	if b.Request.IsAnnounced() && p.May(account.EditProcedure) {
		entry, err := s.registerEntry(c, b)
		if err != nil {
			return err
		}
		inRegister = []link{entry}
	}
	m.Files = []link{{Text: s.text.Say("additions.read"), Href: "/bao-cao/additions"}, {Text: s.text.Say("additions.word"), Href: "/bao-cao/additions.docx"}}
	m.Files = append(m.Files, inRegister...)
	return s.show(c, status, "addition/board", m)
}

// registerEntry leads to the superior's decision in the register of decisions, or to its form with what is known of it.
func (s *Server) registerEntry(c *gin.Context, b app.AdditionBoard) (link, error) {
	r := b.Request
	form := url.Values{"so": {r.Announced.Number}, "ngay": {viet.ShortDate(r.Announced.Date)}, "hieu-luc": {viet.ShortDate(r.From)}}
	for _, item := range b.Items {
		of, err := s.app.AnnouncementsOf(c.Request.Context(), s.person(c), item.Procedure.Code)
		if err != nil {
			return link{}, err
		}
		for _, x := range of {
			if x.Date == r.Announced.Date && viet.Fold(x.Number) == viet.Fold(r.Announced.Number) {
				return link{s.text.Say("announcement.headline", x.Number), announcementHref(x.ID, "")}, nil
			}
		}
		form.Set("co-quan", item.Procedure.Decision.By)
		form.Add("moi", string(item.Procedure.Code))
	}
	return link{s.text.Say("additions.register"), announcementPath + "/them?" + form.Encode()}, nil
}

// additionState says in one line by when the request is due and what became of it.
func (s *Server) additionState(b app.AdditionBoard) string {
	var words []string
	for _, t := range b.Plan.Targets {
		if t.Metric == review.Issued && !t.Deadline.IsZero() {
			words = append(words, s.text.Say("additions.due", s.deadlineWords(t.Deadline, t.Inclusive || b.Plan.Rules.DayItselfOnTime)))
		}
	}
	switch {
	case b.Request.IsAnnounced():
		words = append(words, s.text.Say("additions.state_announced", b.Request.Announced.Number, viet.ShortDate(b.Request.Announced.Date)))
	case b.Request.IsIssued():
		words = append(words, s.text.Say("additions.state_issued", b.Request.Number, viet.ShortDate(b.Request.Date)))
	default:
		words = append(words, s.text.Say("additions.state_open", len(b.Items)))
	}
	return joined(" · ", words...)
}

var matchTones = map[review.ListMatch]string{review.ThereAlready: "met", review.NamedElse: "warn", review.NotThere: "accent"}

func (s *Server) handedLine(i int, l review.ComparedLine) handedLine {
	out := handedLine{Number: strconv.Itoa(i), Name: l.Line.Name, Field: joined(" · ", l.Line.Field, l.Line.Agency),
		Match: badge{Text: s.text.Name("list_match", string(l.Match)), Tone: matchTones[l.Match]}, Draft: l.Match != review.ThereAlready}
	if l.Own != "" {
		out.Own = link{Text: l.OwnName, Href: procedureHref(l.Own)}
	}
	return out
}

// additionItems lists what is asked for, as it was typed where a form was refused, and what may be added.
func (s *Server) additionItems(m *additionBoard, f *field.Sheet, b app.AdditionBoard, typed url.Values) {
	asked := map[catalog.Code]bool{}
	for i, item := range b.Items {
		name := fmt.Sprintf("item.%d", i)
		asked[item.Procedure.Code.Key()] = true
		line := additionLine{Name: name, Code: string(item.Procedure.Code), Title: link{Text: item.Procedure.Name, Href: procedureHref(item.Procedure.Code)},
			Facts: joined(" · ", string(item.Procedure.Code), item.Procedure.Field, item.Procedure.Decider)}
		line.Reason = f.Cell(name+".reason", s.text.Say("additions.reason"), field.Kind("textarea"), field.Need)
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
	m.MoreOf = s.text.Say("additions.more", len(m.Candidates))
}

func (s *Server) additionForms(m *additionBoard, f *field.Sheet) {
	m.Upload = []field.Cell{
		f.Cell("from", s.text.Say("additions.from"), field.Hint(s.text.Say("additions.from.hint"))),
		f.Cell("file", s.text.Say("additions.file"), field.Kind("file")),
		f.Cell("table", s.text.Say("additions.table"), field.Kind("textarea"), field.Hint(s.text.Say("additions.table.hint"))),
	}
	m.Issue = []field.Cell{
		f.Cell("number", s.text.Say("additions.number"), field.Need, field.Medium, field.Hint(s.text.Say("additions.number.hint"))),
		f.Cell("date", s.text.Say("additions.date"), field.Need, field.Short, field.Hint(s.text.Say("date.hint"))),
	}
	m.Announce = []field.Cell{
		f.Cell("decision", s.text.Say("additions.decision"), field.Need, field.Medium),
		f.Cell("decided", s.text.Say("additions.decided"), field.Need, field.Short, field.Hint(s.text.Say("date.hint"))),
		f.Cell("issuer", s.text.Say("additions.issuer"), field.Medium),
		f.Cell("valid", s.text.Say("additions.valid"), field.Short, field.Hint(s.text.Say("additions.valid.hint"))),
	}
}

// additionHole names the procedure of a problem in the place of its number in the list.
func (s *Server) additionHole(b app.AdditionBoard, p value.Problem) string {
	text := s.sentence(p)
	var i int
	if n, err := fmt.Sscanf(p.Field, "items[%d]", &i); err == nil && n == 1 && i < len(b.Items) && p.Code == "reason.missing" {
		return b.Items[i].Procedure.Name + ": " + text
	}
	return text
}

// saveAdditions keeps what is asked for.
func (s *Server) saveAdditions(c *gin.Context) error {
	in, err := s.posted(c)
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
	return s.additionDone(c, in, s.app.SaveAdditions(c.Request.Context(), s.person(c), planOf(in), items, version(in)))
}

// takeHanded keeps the list handed down, from a file or a pasted table.
func (s *Server) takeHanded(c *gin.Context) error {
	in, err := s.uploaded(c)
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
		from = s.text.Say("additions.pasted", viet.ShortDate(s.app.Today()))
	}
	return s.additionDone(c, in, s.app.TakeHandedList(c.Request.Context(), s.person(c), planOf(in), from, raw, version(in)))
}

// draftHanded makes a draft of a line handed down and asks for it.
func (s *Server) draftHanded(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	line, err := strconv.Atoi(in.Get("line"))
	if err != nil {
		return value.ErrNotFound
	}
	_, err = s.app.DraftFromHanded(c.Request.Context(), s.person(c), planOf(in), line, "", version(in))
	return s.additionDone(c, in, err)
}

// issueAdditions notes under which number and date the request went out.
func (s *Server) issueAdditions(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	date, problems := typedDate(in, "date")
	if len(problems) > 0 {
		return s.showAdditions(c, http.StatusUnprocessableEntity, in, problems)
	}
	return s.additionDone(c, in, s.app.IssueAdditions(c.Request.Context(), s.person(c), planOf(in), in.Get("number"), date, version(in)))
}

// announceAdditions notes the decision by which the superior announced what was asked for.
func (s *Server) announceAdditions(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	decided, problems := typedDate(in, "decided")
	valid, more := typedDate(in, "valid")
	if problems = append(problems, more...); len(problems) > 0 {
		return s.showAdditions(c, http.StatusUnprocessableEntity, in, problems)
	}
	err = s.app.AnnounceAdditions(c.Request.Context(), s.person(c), planOf(in), review.DecisionRef{Number: in.Get("decision"), Date: decided}, viet.Clean(in.Get("issuer")), valid, version(in))
	return s.additionDone(c, in, renamed(err, map[string]string{"number": "decision", "date": "decided"}))
}

// additionDone leads back to the page, or shows it again with what was typed and what is wrong.
func (s *Server) additionDone(c *gin.Context, in url.Values, err error) error {
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

// renamed are the same problems at fields of other names.
func renamed(err error, names map[string]string) error {
	var problems value.Problems
	if !errors.As(err, &problems) {
		return err
	}
	out := make(value.Problems, len(problems))
	for i, p := range problems {
		if n, other := names[p.Field]; other {
			p.Field = n
		}
		out[i] = p
	}
	return out
}

// planOf is the plan that the form of a plan's document is about.
func planOf(in url.Values) review.PlanID { return review.PlanID(in.Get("plan")) }
