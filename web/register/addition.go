package register

import (
	"cmp"
	"fmt"
	"io"
	"net/url"
	"strconv"

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
	b, err := s.App.Additions(c.Request.Context(), s.PlanID(c))
	if err != nil {
		return err
	}
	return s.showAdditions(c, b, page.Shown(nil))
}

func (s *Room) showAdditions(c *gin.Context, b app.AdditionBoard, t page.Typed) error {
	p := s.Person(c)
	m := additionBoard{
		Frame:      s.Frame(c, s.Text.Say("page.additions")),
		State:      s.additionState(b),
		Both:       t.Both,
		PlanID:     string(b.Plan.ID),
		Version:    t.Version(b.Version),
		HandedFrom: b.Request.HandedFrom,
		MayEdit:    p.May(account.EditPlan) && !b.Request.IsIssued(),
		MayIssue:   p.May(account.IssueReport) && !b.Request.IsIssued(),
		MayTell:    p.May(account.EditProcedure) && b.Request.IsIssued() && !b.Request.IsAnnounced(),
		NoItems:    page.EmptyState{Text: s.Text.Say("additions.none")},
		Files: []page.Link{
			{Text: s.Text.Say("additions.read"), Href: "/bao-cao/additions"},
			{Text: s.Text.Say("additions.word"), Href: "/bao-cao/additions.docx"},
		},
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
	f := field.NewSheet(s.Text, additionValues(b.Request, t.Values), t.Problems)
	f.Keys = additionKeys
	m.Upload = append(sourceForm.Lay(f).Cells,
		f.Cell("file", s.Text.Say("additions.file"), field.Kind("file")),
		f.Cell("table", s.Text.Say("additions.table"), field.Tall(0), field.Hint(s.Text.Say("additions.table.hint"))))
	s.layAdditionItems(&m, f, b)
	m.Issue = issueForm.Lay(f).Cells
	m.Announce = append(decidedForm.Lay(f).Cells, f.Cell("issuer", s.Text.Say("additions.issuer"), field.Medium))
	m.Summary = f.Summary()
	if !b.Request.IsIssued() {
		for _, x := range b.Problems {
			m.Holes = append(m.Holes, s.additionHole(b, x))
		}
	}
	if b.Request.IsAnnounced() && p.May(account.EditProcedure) {
		entry, err := s.registerEntry(c, b)
		if err != nil {
			return err
		}
		m.Files = append(m.Files, entry)
	}
	return s.Show(c, t.Status, "register/addition", m)
}

// registerEntry leads to the superior's decision in the register of decisions, or to its form with what is known of it.
func (s *Room) registerEntry(c *gin.Context, b app.AdditionBoard) (page.Link, error) {
	r := b.Request
	form := url.Values{
		"so":       {r.Announced.Number},
		"ngay":     {viet.ShortDate(r.Announced.Date)},
		"hieu-luc": {viet.ShortDate(r.From)},
	}
	for _, item := range b.Items {
		of, err := s.App.AnnouncementsOf(c.Request.Context(), s.Person(c), item.Procedure.Code)
		if err != nil {
			return page.Link{}, err
		}
		for _, x := range of {
			if x.Date == r.Announced.Date && viet.Fold(x.Number) == viet.Fold(r.Announced.Number) {
				return page.Link{
					Text: s.Text.Say("announcement.headline", x.Number),
					Href: page.AnnouncementHref(x.ID, ""),
				}, nil
			}
		}
		form.Set("co-quan", item.Procedure.Decision.By)
		form.Add("moi", string(item.Procedure.Code))
	}
	return page.Link{
		Text: s.Text.Say("additions.register"),
		Href: page.AnnouncementPath + "/them?" + form.Encode(),
	}, nil
}

// additionState says in one line by when the request is due and what became of it.
func (s *Room) additionState(b app.AdditionBoard) string {
	var words []string
	for _, t := range b.Plan.Targets {
		if t.Metric == review.Issued && !t.Deadline.IsZero() {
			due := s.DeadlineWords(t.Deadline, t.Inclusive || b.Plan.Rules.DayItselfOnTime)
			words = append(words, s.Text.Say("additions.due", due))
		}
	}
	r := b.Request
	switch {
	case r.IsAnnounced():
		day := viet.ShortDate(r.Announced.Date)
		words = append(words, s.Text.Say("additions.state_announced", r.Announced.Number, day))
	case r.IsIssued():
		words = append(words, s.Text.Say("additions.state_issued", r.Number, viet.ShortDate(r.Date)))
	default:
		words = append(words, s.Text.Say("additions.state_open", len(b.Items)))
	}
	return page.Joined(" · ", words...)
}

var matchTones = map[review.ListMatch]string{
	review.ThereAlready: "met",
	review.NamedElse:    "warn",
	review.NotThere:     "accent",
}

func (s *Room) handedLine(i int, l review.ComparedLine) handedLine {
	out := handedLine{
		Number: strconv.Itoa(i),
		Name:   l.Line.Name,
		Field:  page.Joined(" · ", l.Line.Field, l.Line.Agency),
		Match:  page.Badge{Text: s.Text.Name("list_match", string(l.Match)), Tone: matchTones[l.Match]},
		Draft:  l.Match != review.ThereAlready,
	}
	if l.Own != "" {
		out.Own = page.Link{Text: l.OwnName, Href: page.ProcedureHref(l.Own)}
	}
	return out
}

// layAdditionItems lists what is asked for and what may be added.
func (s *Room) layAdditionItems(m *additionBoard, f *field.Sheet, b app.AdditionBoard) {
	known := map[string]catalog.Procedure{}
	for _, p := range b.Candidates {
		known[string(p.Code.Key())] = p
	}
	for _, i := range b.Items {
		known[string(i.Procedure.Code.Key())] = i.Procedure
	}
	asked := map[string]bool{}
	layout := itemsForm.Lay(f)
	for _, row := range layout.List("items").Rows {
		asked[row.Key] = true
		p := known[row.Key]
		m.Items = append(m.Items, additionLine{
			Name:    row.Name,
			Code:    row.Key,
			Title:   page.Link{Text: cmp.Or(p.Name, row.Key), Href: page.ProcedureHref(catalog.Code(row.Key))},
			Facts:   page.Joined(" · ", row.Key, p.Field, p.Decider),
			Reason:  *row.Cell("reason"),
			Dropped: row.Dropped,
		})
	}
	for _, p := range b.Candidates {
		if !asked[string(p.Code.Key())] {
			m.Candidates = append(m.Candidates, additionChoice{Code: string(p.Code), Name: p.Name, Facts: p.Field})
		}
	}
	m.MoreOf = s.Text.Say("additions.more", len(m.Candidates))
}

// additionHole names the procedure of a problem in the place of its number in the list.
func (s *Room) additionHole(b app.AdditionBoard, p value.Problem) string {
	text := s.Sentence(p)
	var i int
	n, err := fmt.Sscanf(p.Field, "items[%d]", &i)
	if err == nil && n == 1 && i < len(b.Items) && p.Code == "reason.missing" {
		return b.Items[i].Procedure.Name + ": " + text
	}
	return text
}

// additionsOf is the request of the plan that a form names.
func (s *Room) additionsOf(c *gin.Context, in url.Values) (app.AdditionBoard, error) {
	plan := page.PlanOf(in)
	if plan == "" {
		return app.AdditionBoard{}, value.ErrNotFound
	}
	return s.App.Additions(c.Request.Context(), string(plan))
}

// additionsSaid leads back to the request and says what was done.
func additionsSaid(b app.AdditionBoard, said string, args ...any) page.Done {
	to := page.AdditionsPath + "?" + url.Values{page.PlanParam: {string(b.Plan.ID)}}.Encode()
	return page.Done{To: to, Say: "additions.said." + said, Args: args}
}

// editAdditions is what a form of a request does: save is handed the request as it was typed.
func (s *Room) editAdditions(
	c *gin.Context, in url.Values, form field.Form[review.AdditionRequest],
	save func(b app.AdditionBoard, r review.AdditionRequest) (page.Done, error),
) (page.Act, error) {
	b, err := s.additionsOf(c, in)
	return page.ActOf(s.Kit, in, page.Edit[review.AdditionRequest]{
		Form: form,
		Keys: additionKeys,
		Base: b.Request,
		Save: func(r review.AdditionRequest, _ func(*review.AdditionRequest)) (page.Done, error) {
			return save(b, r)
		},
		Again: func(t page.Typed) error { return s.showAdditions(c, b, t) },
	}), err
}

// SaveAdditions keeps what is asked for.
func (s *Room) SaveAdditions(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by, version := c.Request.Context(), s.Person(c), page.Version(in)
	addTicked(in)
	return s.editAdditions(c, in, itemsForm, func(b app.AdditionBoard, r review.AdditionRequest) (page.Done, error) {
		err := s.App.SaveAdditions(ctx, by, b.Plan.ID, r.Items, version)
		return additionsSaid(b, "saved", strconv.Itoa(len(r.Items))), err
	})
}

// TakeHanded keeps the list handed down, from a file or a pasted table.
func (s *Room) TakeHanded(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by, version := c.Request.Context(), s.Person(c), page.Version(in)
	return s.editAdditions(c, in, sourceForm, func(b app.AdditionBoard, r review.AdditionRequest) (page.Done, error) {
		name, raw, err := handedFile(c)
		if err != nil {
			return page.Done{}, err
		}
		if raw == nil {
			name, raw = s.Text.Say("additions.pasted", viet.ShortDate(s.App.Today())), []byte(in.Get("table"))
		}
		from := cmp.Or(r.HandedFrom, name)
		return additionsSaid(b, "handed", from), s.App.TakeHandedList(ctx, by, b.Plan.ID, from, raw, version)
	})
}

// handedFile is the file of a list handed down, nil where none came along.
func handedFile(c *gin.Context) (name string, content []byte, err error) {
	file := fileOf(c, "file")
	if file == nil || file.Size == 0 {
		return "", nil, nil
	}
	f, err := file.Open()
	if err != nil {
		return "", nil, err
	}
	defer f.Close() // only read
	content, err = io.ReadAll(f)
	return file.Filename, content, err
}

// DraftHanded makes a draft of a line handed down and asks for it.
func (s *Room) DraftHanded(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by, version := c.Request.Context(), s.Person(c), page.Version(in)
	line, err := strconv.Atoi(in.Get("line"))
	if err != nil {
		return page.Act{}, value.ErrNotFound
	}
	return s.editAdditions(c, in, nil, func(b app.AdditionBoard, _ review.AdditionRequest) (page.Done, error) {
		code, err := s.App.DraftFromHanded(ctx, by, b.Plan.ID, line, "", version)
		return additionsSaid(b, "drafted", string(code)), err
	})
}

// IssueAdditions notes under which number and date the request went out.
func (s *Room) IssueAdditions(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by, version := c.Request.Context(), s.Person(c), page.Version(in)
	return s.editAdditions(c, in, issueForm, func(b app.AdditionBoard, r review.AdditionRequest) (page.Done, error) {
		err := s.App.IssueAdditions(ctx, by, b.Plan.ID, r.Number, r.Date, version)
		return additionsSaid(b, "issued", r.Number), err
	})
}

// AnnounceAdditions notes the decision by which the superior announced what was asked for.
func (s *Room) AnnounceAdditions(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by, version := c.Request.Context(), s.Person(c), page.Version(in)
	issuer := viet.Clean(in.Get("issuer"))
	return s.editAdditions(c, in, decidedForm, func(b app.AdditionBoard, r review.AdditionRequest) (page.Done, error) {
		err := s.App.AnnounceAdditions(ctx, by, b.Plan.ID, r.Announced, issuer, r.From, version)
		err = page.Renamed(err, map[string]string{"number": "decision", "date": "decided"})
		return additionsSaid(b, "announced", r.Announced.Number), err
	})
}

// additionBoard is the request for additions to the list of internal procedures. Template: register/addition.
type additionBoard struct {
	page.Frame
	State    string // "Hạn trước 25/4/2024 · đã phát hành 31/TTr-UBND ngày 22/4/2024"
	Both     page.BothVersions
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
	Name    string // of its fields: "items[0]"
	Code    string
	Title   page.Link
	Facts   string
	Reason  field.Cell
	Dropped bool
}

// additionChoice is a procedure that may be asked for.
type additionChoice struct {
	Code  string
	Name  string
	Facts string
}
