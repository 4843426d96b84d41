package register

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"net/url"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/app/text"
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

// showAdditions shows no form whose sending would be refused: those of a request that went out stand no more.
func (s *Room) showAdditions(c *gin.Context, b app.AdditionBoard, t page.Typed) error {
	p, r, say := s.Person(c), b.Request, s.Text.Say
	open := !r.IsIssued() && b.Plan.TakesWork() == nil
	m := additionBoard{
		Frame:      s.Frame(c, say("page.additions")),
		Board:      b,
		Both:       t.Both,
		Version:    t.Version(b.Version),
		Picks:      page.Picks(c.Request.URL, "add"),
		Handed:     page.Picks(c.Request.URL, "line"),
		Chosen:     t.Values["line"],
		MayEdit:    p.May(account.EditPlan) && open,
		MayDraft:   p.May(account.EditProcedure) && open && slices.ContainsFunc(b.Lines, lacks),
		MayIssue:   p.May(account.IssueReport) && open,
		MayCorrect: p.May(account.IssueReport) && r.IsIssued() && b.Plan.TakesWork() == nil,
		MayTell:    p.May(account.EditProcedure) && r.IsIssued() && !r.IsAnnounced(),
	}
	for _, x := range b.Plan.Targets {
		if x.Metric == review.Issued && !x.Deadline.IsZero() {
			m.Due = append(m.Due, s.DeadlineWords(x.Deadline, x.Inclusive || b.Plan.Rules.DayItselfOnTime))
		}
	}
	f := s.sheet(additionKeys, page.Typed{Values: additionValues(r, t.Values), Problems: t.Problems})
	m.Upload = append(sourceForm.Lay(f).Cells,
		f.Cell("file", say("additions.file"), field.Kind("file")),
		f.Cell("table", say("additions.table"), field.Tall(0), field.Hint(say("additions.table.hint"))))
	m.Why = f.Cell("why", say("additions.why"), field.Hint(say("additions.why.hint")))
	m.Items, m.More = additionLines(b, itemsForm.Lay(f).Lists[0].Rows)
	m.Issue = issueForm.Lay(f).Cells
	m.Announce = append(decidedForm.Lay(f).Cells, f.Cell("issuer", say("additions.issuer"), field.Medium))
	m.Summary = f.Summary()
	if !r.IsIssued() {
		for _, x := range b.Problems {
			m.Holes = append(m.Holes, s.additionHole(b, x))
		}
	}
	if r.IsAnnounced() && p.May(account.EditProcedure) {
		var err error
		if m.Entry, err = s.registerEntry(c, b); err != nil {
			return err
		}
	}
	return s.Show(c, t.Status, "register/addition", m)
}

// registerEntry leads to the superior's decision in the register of decisions, or to its form with what is known of it.
func (s *Room) registerEntry(c *gin.Context, b app.AdditionBoard) (page.Link, error) {
	r := b.Request
	d, from := r.Announced, viet.ShortDate(r.From)
	form := url.Values{"so": {d.Number}, "ngay": {viet.ShortDate(d.Date)}, "hieu-luc": {from}}
	for _, item := range b.Items {
		of, err := s.App.AnnouncementsOf(c.Request.Context(), s.Person(c), item.Procedure.Code)
		if err != nil {
			return page.Link{}, err
		}
		for _, x := range of {
			if x.Date == d.Date && viet.Fold(x.Number) == viet.Fold(d.Number) {
				headline := s.Text.Say("announcement.headline", x.Number)
				return page.Link{Text: headline, Href: page.AnnouncementHref(x.ID, "")}, nil
			}
		}
		form.Set("co-quan", item.Procedure.Decision.By)
		form.Add("moi", string(item.Procedure.Code))
	}
	href := page.AnnouncementPath + "/them?" + form.Encode()
	return page.Link{Text: s.Text.Say("additions.register"), Href: href}, nil
}

// additionLines are what is asked for, and what may be added.
func additionLines(b app.AdditionBoard, rows []field.Row) (items []additionLine, more []catalog.Procedure) {
	known := map[string]catalog.Procedure{}
	for _, p := range b.Candidates {
		known[string(p.Code.Key())] = p
	}
	for _, i := range b.Items {
		known[string(i.Procedure.Code.Key())] = i.Procedure
	}
	for _, row := range rows {
		p := known[row.Key]
		p.Code = catalog.Code(row.Key)
		items = append(items, additionLine{row, p})
	}
	return items, slices.DeleteFunc(slices.Clone(b.Candidates), func(p catalog.Procedure) bool {
		return slices.ContainsFunc(rows, func(row field.Row) bool { return row.Key == string(p.Code.Key()) })
	})
}

// additionHole names the procedure of a problem in the place of its number in the list.
func (s *Room) additionHole(b app.AdditionBoard, p value.Problem) string {
	var i int
	n, err := fmt.Sscanf(p.Field, "items[%d]", &i)
	if err == nil && n == 1 && i < len(b.Items) && p.Code == "reason.missing" {
		return b.Items[i].Procedure.Name + ": " + s.Sentence(p)
	}
	return s.Sentence(p)
}

// editAdditions is what a form of a request does: save is handed the request as it was typed and the version that the
// form started from, and names what the next page says of what was done.
func (s *Room) editAdditions(
	c *gin.Context, in url.Values, form field.Form[review.AdditionRequest], said string,
	save func(r review.AdditionRequest, base int) (of string, err error),
) (page.Act, error) {
	plan := page.PlanOf(in)
	if plan == "" {
		return page.Act{}, value.ErrNotFound
	}
	b, err := s.App.Additions(c.Request.Context(), string(plan))
	return page.ActOf(s.Kit, in, page.Edit[review.AdditionRequest]{
		Form: form,
		Keys: additionKeys,
		Base: b.Request,
		Save: func(r review.AdditionRequest, _ func(*review.AdditionRequest)) (page.Done, error) {
			of, err := save(r, page.Version(in))
			return page.Done{To: additionsHref(plan), Say: "additions.said." + said, Args: []any{of}}, err
		},
		Again: func(t page.Typed) error { return s.showAdditions(c, b, t) },
	}), err
}

// SaveAdditions keeps what is asked for.
func (s *Room) SaveAdditions(c *gin.Context, in url.Values) (page.Act, error) {
	addTicked(in)
	return s.editAdditions(c, in, itemsForm, "saved", func(r review.AdditionRequest, base int) (string, error) {
		err := s.App.SaveAdditions(c.Request.Context(), s.Person(c), page.PlanOf(in), r.Items, base)
		return strconv.Itoa(len(r.Items)), err
	})
}

// TakeHanded keeps the list handed down, from a file or a pasted table.
func (s *Room) TakeHanded(c *gin.Context, in url.Values) (page.Act, error) {
	return s.editAdditions(c, in, sourceForm, "handed", func(r review.AdditionRequest, base int) (string, error) {
		name, raw := s.Text.Say("additions.pasted", viet.ShortDate(s.App.Today())), []byte(in.Get("table"))
		if sent := page.SentFiles(c, "file"); len(sent) > 0 && sent[0].Size > 0 {
			f, err := sent[0].Open()
			if err != nil {
				return "", err
			}
			defer f.Close() // only read
			if raw, err = io.ReadAll(f); err != nil {
				return "", err
			}
			name = sent[0].Filename
		}
		from := cmp.Or(r.HandedFrom, name)
		return from, s.App.TakeHandedList(c.Request.Context(), s.Person(c), page.PlanOf(in), from, raw, base)
	})
}

// DraftHanded makes drafts of the chosen lines handed down and asks for them.
func (s *Room) DraftHanded(c *gin.Context, in url.Values) (page.Act, error) {
	var chosen []int
	for _, typed := range in["line"] {
		if line, err := strconv.Atoi(typed); err == nil {
			chosen = append(chosen, line)
		}
	}
	return s.editAdditions(c, in, nil, "drafted", func(_ review.AdditionRequest, base int) (string, error) {
		ctx, by, plan := c.Request.Context(), s.Person(c), page.PlanOf(in)
		codes, err := s.App.DraftFromHanded(ctx, by, plan, chosen, in.Get("why"), base)
		return strconv.Itoa(len(codes)), err
	})
}

// IssueAdditions notes under which number and date the request went out.
func (s *Room) IssueAdditions(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by, plan := c.Request.Context(), s.Person(c), page.PlanOf(in)
	return s.checkAdditions(c, in, issueForm, "issued", func(r *review.AdditionRequest, base int) (page.Check, error) {
		err := s.App.CheckIssueAdditions(ctx, by, plan, r.Number, r.Date, base)
		r.Number = s.App.RequestNumber(ctx, r.Number)
		return page.Check{
			Headline: s.Text.Say("additions.issue.check"),
			Do:       s.Text.Say("additions.issue"),
			Follows:  []string{s.Text.Say("additions.issue.follows"), s.Text.Say("additions.issue.number", r.Number)},
		}, err
	}, func(r review.AdditionRequest, base int) (string, error) {
		return r.Number, s.App.IssueAdditions(ctx, by, plan, r.Number, r.Date, base)
	})
}

// checkAdditions is editAdditions for what is not taken back: what was typed and what follows is shown before it is
// done.
func (s *Room) checkAdditions(
	c *gin.Context, in url.Values, form field.Form[review.AdditionRequest], said string,
	ask func(r *review.AdditionRequest, base int) (page.Check, error),
	save func(r review.AdditionRequest, base int) (of string, err error),
) (page.Act, error) {
	act, err := s.editAdditions(c, in, form, said, save)
	if err != nil {
		return act, err
	}
	return s.Checked(c, in, func() (check page.Check, err error) {
		tried, err := s.editAdditions(c, in, form, said, func(r review.AdditionRequest, base int) (string, error) {
			check, err = ask(&r, base)
			for _, a := range form.Answers(s.Text, additionKeys, r) {
				check.Answers = append(check.Answers, page.Fact{Term: a.Label, Text: a.Text})
			}
			check.State = s.Text.Say("additions.of", len(r.Items))
			return "", err
		})
		if err == nil {
			_, err = tried.Do()
		}
		return check, err
	}, act), nil
}

// AnnounceAdditions notes the decision by which the superior announced what was asked for.
func (s *Room) AnnounceAdditions(c *gin.Context, in url.Values) (page.Act, error) {
	issuer := viet.Clean(in.Get("issuer"))
	ctx, by, plan := c.Request.Context(), s.Person(c), page.PlanOf(in)
	names := map[string]string{"number": "decision", "date": "decided"}
	ask := func(r *review.AdditionRequest, base int) (page.Check, error) {
		err := s.App.CheckAnnounceAdditions(ctx, by, plan, r.Announced, issuer, r.From, base)
		return page.Check{
			Headline: s.Text.Say("additions.told.check"),
			Do:       s.Text.Say("additions.told"),
			Follows:  []string{s.Text.Say("additions.told.follows", len(r.Items))},
		}, page.Renamed(err, names)
	}
	save := func(r review.AdditionRequest, base int) (string, error) {
		err := s.App.AnnounceAdditions(ctx, by, plan, r.Announced, issuer, r.From, base)
		return r.Announced.Number, page.Renamed(err, names)
	}
	return s.checkAdditions(c, in, decidedForm, "announced", ask, save)
}

// additionKeys is under which keys the labels of the forms stand.
const additionKeys = "additions"

var itemsForm = field.Form[review.AdditionRequest]{
	field.Rows("items", func(r *review.AdditionRequest) *[]review.Addition { return &r.Items },
		field.Form[review.Addition]{
			field.Key("procedure", func(a *review.Addition) *catalog.Code { return &a.Procedure }),
			field.Titled(func(_ *text.Table, a *review.Addition) string { return string(a.Procedure) }),
			field.Long("reason", func(a *review.Addition) *string { return &a.Reason }, field.Need),
		}),
}

// addTicked gives the procedures that were ticked to be added a row each, as the others have.
func addTicked(in url.Values) {
	next := 0
	for _, n := range field.RowNumbers(in, "items") {
		next = n + 1
	}
	for i, code := range in["add"] {
		in.Set(field.RowName("items", next+i)+".procedure", string(catalog.Code(code).Key()))
	}
	in.Del("add")
}

// additionValues is what stands in the forms of a request: what was typed, and the rows of the request where the form
// that was sent had none.
func additionValues(r review.AdditionRequest, typed url.Values) url.Values {
	if len(field.RowNumbers(typed, "items")) > 0 {
		return typed
	}
	out := itemsForm.Values(r)
	maps.Copy(out, typed)
	return out
}

var sourceForm = field.Form[review.AdditionRequest]{
	field.Text("from", func(r *review.AdditionRequest) *string { return &r.HandedFrom }),
}

var issueForm = field.Form[review.AdditionRequest]{
	field.Text("number", func(r *review.AdditionRequest) *string { return &r.Number }, field.Need, field.Medium),
	field.Date("date", func(r *review.AdditionRequest) *value.Date { return &r.Date }, field.Need),
}

// decidedForm is the decision by which the superior announced what was asked for; who issued it stands in no request.
var decidedForm = field.Form[review.AdditionRequest]{
	field.Text("decision", func(r *review.AdditionRequest) *string { return &r.Announced.Number },
		field.Need, field.Medium),
	field.Date("decided", func(r *review.AdditionRequest) *value.Date { return &r.Announced.Date }, field.Need),
	field.Date("valid", func(r *review.AdditionRequest) *value.Date { return &r.From }),
}

// additionBoard is the request for additions to the list of internal procedures. Template: register/addition.
type additionBoard struct {
	page.Frame
	Board                       app.AdditionBoard
	Due                         []string // by when: "trước ngày 25/4/2024"
	Version                     string
	Both                        page.BothVersions
	Summary                     field.Summary
	MayEdit, MayDraft, MayIssue bool // as long as the request has not gone out
	MayCorrect                  bool // number and day of what went out
	MayTell                     bool // note what was announced
	Upload, Issue, Announce     []field.Cell
	Items                       []additionLine
	More                        []catalog.Procedure // that may be asked for
	Picks                       page.Listing        // all of them
	Handed                      page.Listing        // all lines handed down that the commune has nothing like
	Chosen                      []string            // the numbers of those that were ticked
	Why                         field.Cell          // asked for once for all that are ticked
	Holes                       []string            // what keeps it from being issued
	Entry                       page.Link           // in the register, once it was announced
}

// lacks reports a line handed down that the commune has not by that name.
func lacks(l review.ComparedLine) bool { return l.Match != review.ThereAlready }

// IsChosen reports whether a line handed down is ticked. All are ticked at once but those whose name is near to one of
// the commune's: a person looks at both.
func (b additionBoard) IsChosen(n int) bool {
	typed := slices.Contains(b.Chosen, strconv.Itoa(n))
	if b.Board.Lines[n].Match == review.NamedElse {
		return typed
	}
	return b.Handed.IsTicked(typed)
}

// additionLine is one procedure asked for.
type additionLine struct {
	Row       field.Row
	Procedure catalog.Procedure
}
