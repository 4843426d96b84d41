package proposal

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
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

// EditForm is the form of a draft as it is stored.
func (s *Room) EditForm(c *gin.Context) error {
	v, who, err := s.proposalOf(c)
	if err != nil {
		return err
	}
	if !writes(v.Proposal, s.Person(c)) {
		c.Redirect(http.StatusSeeOther, page.ProposalHref(v.Proposal.ID))
		return nil
	}
	return s.showEdit(c, v, who, page.Shown(typedOfProposal(v.Proposal)))
}

// writes reports whether the person may write the proposal now; its page says why not.
func writes(p review.Proposal, by app.Person) bool {
	return by.May(account.EditReview) && p.IsEditable() && (p.Author == "" || p.Author == by.Name)
}

// Edit saves the form of a draft, or adds and takes away rows without saving.
func (s *Room) Edit(c *gin.Context, in url.Values) (page.Act, error) {
	v, who, err := s.proposalOf(c)
	again := func(t page.Typed) error { return s.showEdit(c, v, who, t) }
	do := in.Get("do")
	if do != "" && do != "save" && do != "costs" {
		return page.Act{Again: again, Do: func() (page.Done, error) {
			t := page.Shown(nil)
			t.Values, t.Problems = rowsEdited(in, do, v.List)
			return page.Done{Show: func() error { return again(t) }}, nil
		}}, err
	}
	return page.Act{Again: again, Do: func() (page.Done, error) {
		bases, err := s.basesOf(c, v, in)
		if err != nil {
			return page.Done{}, err
		}
		typed, problems := readProposal(in, bases)
		if len(problems) > 0 {
			return page.Done{}, problems
		}
		ctx, by := c.Request.Context(), s.Person(c)
		version, err := s.App.SaveProposal(ctx, by, v.Proposal.ID, page.Version(in), typed.Text)
		if errors.As(err, &problems) {
			return page.Done{}, typed.placed(problems)
		}
		done := page.Done{To: page.ProposalHref(v.Proposal.ID) + "/sua", Say: "proposal.saved", Args: []any{version}}
		if do == "costs" {
			done.To = page.ProposalHref(v.Proposal.ID) + "/chi-phi"
		}
		return done, page.Newer(err, func() page.BothVersions {
			return s.newer(v, who, in, s.proposalRows(v, textOf(v.Proposal)), s.proposalRows(v, typed.Text))
		})
	}}, err
}

// newer says who saved another version meanwhile, and what both say differently: the same parts in the same order.
func (s *Room) newer(v app.ProposalView, who people, in url.Values, saved, typed [][2]string) page.BothVersions {
	p := v.Proposal
	return page.BothVersions{
		Text: s.Text.Say("proposal.newer_saved", who.shown(p.Author), p.Version, in.Get("version")),
		Rows: differing(saved, typed),
	}
}

// differing are the parts that two versions say differently, each part with its label.
func differing(saved, typed [][2]string) []page.BothRow {
	var out []page.BothRow
	for i, row := range typed {
		if saved[i][1] != row[1] {
			out = append(out, page.BothRow{Label: row[0], Saved: saved[i][1], Typed: row[1]})
		}
	}
	return out
}

// textOf is what the form of a stored proposal holds.
func textOf(p review.Proposal) app.ProposalText {
	t := app.ProposalText{Title: p.Title, Conclusion: p.Conclusion, Measures: p.Measures, Merged: p.Merged, Amendments: p.Amendments, Effort: p.Effort, Roadmap: p.Roadmap}
	for _, m := range p.Members {
		t.Members = append(t.Members, app.MemberText{Procedure: m.Procedure, Changes: m.Changes, Overrides: m.Overrides})
	}
	return t
}

// proposalRows is a proposal in words, part by part: always the same parts in the same order.
func (s *Room) proposalRows(v app.ProposalView, t app.ProposalText) [][2]string {
	var members, measures, merged, amendments []string
	for _, m := range t.Members {
		line := string(m.Procedure)
		base := catalog.Procedure{}
		for _, x := range v.Members {
			if x.Item.Code.Key() == m.Procedure.Key() {
				base = x.Base
			}
		}
		if next, err := review.Propose(base, m.Changes, m.Overrides); err == nil {
			line = page.Joined(": ", line, page.Joined(", ", s.Remarks(catalog.Describe(base, next))...))
		}
		members = append(members, line)
	}
	for _, m := range t.Measures {
		measures = append(measures, page.Joined(" – ", m.Content, m.Reason))
	}
	for _, code := range t.Merged {
		merged = append(merged, string(code))
	}
	for _, a := range t.Amendments {
		amendments = append(amendments, page.Joined(", ", a.Document, a.Article, a.Request, a.By))
	}
	effort := ""
	if d, known := t.Effort.Get(); known {
		effort = viet.Decimal(d)
	}
	row := func(label, text string) [2]string { return [2]string{s.Text.Say("proposal." + label), text} }
	return [][2]string{row("conclusion", s.Text.Name("conclusion", string(t.Conclusion))), row("title", t.Title), row("changes", strings.Join(members, "; ")),
		row("measures", strings.Join(measures, "; ")), row("amendments", strings.Join(amendments, "; ")), row("merged", strings.Join(merged, "; ")),
		row("roadmap", t.Roadmap), row("effort", effort)}
}

// basesOf are the versions that the members of a form start from: those of the proposal, and for one that was just
// added the version on the campaign's list.
func (s *Room) basesOf(c *gin.Context, v app.ProposalView, in url.Values) (map[catalog.Code]catalog.Procedure, error) {
	out := map[catalog.Code]catalog.Procedure{}
	for _, m := range v.Members {
		out[m.Item.Code.Key()] = m.Base
	}
	for _, n := range numbered(in, "members") {
		code := catalog.Code(in.Get("members[" + strconv.Itoa(n) + "].code"))
		if _, known := out[code.Key()]; known || code == "" {
			continue
		}
		base, err := s.App.ListedProcedure(c.Request.Context(), s.Person(c), v.Proposal.Plan, v.Proposal.Campaign, code)
		if err != nil && !errors.Is(err, value.ErrNotFound) {
			return nil, err
		}
		out[code.Key()] = base
	}
	return out, nil
}

// rowsEdited is a form with a row more or less; nothing is saved.
func rowsEdited(in url.Values, do string, list []review.ListItem) (url.Values, value.Problems) {
	out := url.Values{}
	for k, v := range in {
		out[k] = v
	}
	next := func(of string) string {
		n := -1
		for _, x := range numbered(in, of) {
			n = max(n, x)
		}
		return of + "[" + strconv.Itoa(n+1) + "]."
	}
	switch {
	case do == "add.measure":
		out.Set(next("measures")+"kind", string(review.OtherMeasure))
	case do == "add.amendment":
		out.Set(next("amendments")+"document", "")
	case do == "add.member":
		code := catalog.Code(strings.TrimSpace(strings.SplitN(in.Get("add_member"), " ", 2)[0]))
		if !slices.ContainsFunc(list, func(x review.ListItem) bool { return x.Code.Key() == code.Key() }) {
			return out, value.Problems{{Field: "add_member", Code: "procedure.not_listed", Args: []any{string(code)}}}
		}
		out.Set(next("members")+"code", string(code.Key()))
		out.Del("add_member")
	case strings.HasPrefix(do, "remove."):
		prefix := strings.TrimPrefix(do, "remove.") + "."
		for k := range out {
			if strings.HasPrefix(k, prefix) {
				out.Del(k)
			}
		}
	}
	return out, nil
}

// showEdit shows the form as it was typed.
func (s *Room) showEdit(c *gin.Context, v app.ProposalView, who people, t page.Typed) error {
	typed := t.Values
	f := field.NewSheet(s.Text, typed, t.Problems)
	say := func(code string) string { return s.Text.Say("proposal." + code) }
	m := proposalEdit{
		Frame:   s.Frame(c, say("edit")),
		Head:    s.proposalHead(v, who),
		Both:    t.Both,
		Version: t.Version(v.Proposal.Version),
	}
	m.Conclusion = f.Cell("conclusion", say("conclusion"), field.Medium, field.Hint(say("conclusion_hint")), field.Choose(s.conclusionOptions()...))
	members := numbered(typed, "members")
	m.Group = len(members) > 1 || typed.Get("title") != ""
	if m.Group {
		m.TitleAsk = f.Cell("title", say("title"), field.Hint(say("title_hint")))
	}
	bases, err := s.basesOf(c, v, typed)
	if err != nil {
		return err
	}
	for i, n := range members {
		name := "members[" + strconv.Itoa(n) + "]"
		code := catalog.Code(typed.Get(name + ".code"))
		m.Members = append(m.Members, s.memberEdit(f, name, code, bases[code.Key()], v, len(members) > 1, i == 0 || len(members) <= 2))
	}
	m.AddMember = f.Cell("add_member", say("add_member"), field.Medium, field.Choose(s.memberOptions(v, typed)...))
	for i, n := range numbered(typed, "measures") {
		m.Measures = append(m.Measures, s.measureEdit(f, i+1, "measures["+strconv.Itoa(n)+"]"))
	}
	for i, n := range numbered(typed, "amendments") {
		at := "amendments[" + strconv.Itoa(n) + "]"
		m.Amendments = append(m.Amendments, amendmentEdit{Number: strconv.Itoa(i + 1), Name: at, Fields: []field.Cell{
			f.Cell(at+".document", say("document")), f.Cell(at+".article", say("article")),
			f.Cell(at+".request", say("request"), field.Kind("textarea")), f.Cell(at+".by", say("amended_by"))}})
	}
	m.Roadmap = f.Cell("roadmap", say("roadmap"), field.Hint(say("roadmap_hint")))
	m.Merged = f.Cell("merged", say("merged"), field.Kind("textarea"), field.Hint(say("merged_hint")))
	m.Effort = f.Cell("effort", say("effort"), field.Short, field.Hint(say("effort_hint")))
	m.Summary = f.Summary()
	if len(t.Problems) == 0 {
		for i, x := range v.Members {
			if len(x.Diff.Changed()) > 0 {
				m.Result = append(m.Result, s.memberShow(i, v, x, false))
			}
		}
	}
	return s.Show(c, t.Status, "proposal/edit", m)
}

func (s *Room) conclusionOptions() []field.Option {
	out := []field.Option{{Value: "", Text: s.Text.Say("choose")}}
	for _, x := range review.Conclusions {
		out = append(out, field.Option{Value: string(x), Text: s.Text.Name("conclusion", string(x))})
	}
	return out
}

// memberOptions are the procedures of the campaign's list that may still come in.
func (s *Room) memberOptions(v app.ProposalView, typed url.Values) []field.Option {
	in := map[catalog.Code]bool{}
	for _, n := range numbered(typed, "members") {
		in[catalog.Code(typed.Get("members["+strconv.Itoa(n)+"].code")).Key()] = true
	}
	out := []field.Option{{Value: "", Text: s.Text.Say("choose")}}
	for _, x := range v.List {
		if !in[x.Code.Key()] {
			out = append(out, field.Option{Value: string(x.Code), Text: string(x.Code) + " " + x.Name})
		}
	}
	return out
}

func (s *Room) measureEdit(f *field.Sheet, number int, name string) measureEdit {
	kinds, parts := []field.Option{}, []field.Option{{Value: "", Text: s.Text.Name("part", "")}}
	for _, k := range review.MeasureKinds {
		kinds = append(kinds, field.Option{Value: string(k), Text: s.Text.Name("measure", string(k))})
	}
	for _, p := range catalog.Parts {
		parts = append(parts, field.Option{Value: string(p), Text: s.Text.Name("part", string(p))})
	}
	at := func(code string) string { return s.Text.Say("proposal."+code) + " " + strconv.Itoa(number) }
	return measureEdit{Number: strconv.Itoa(number), Name: name, Fields: []field.Cell{
		f.Cell(name+".kind", at("kind"), field.Choose(kinds...)), f.Cell(name+".part", at("part"), field.Choose(parts...)),
		f.Cell(name+".content", at("content"), field.Kind("textarea")), f.Cell(name+".reason", at("reason"), field.Kind("textarea"))}}
}

// proposalEdit is the form of a draft. Template: proposal/edit.
type proposalEdit struct {
	page.Frame
	Head       proposalHead
	Summary    field.Summary
	Both       page.BothVersions
	Version    string
	Group      bool
	TitleAsk   field.Cell
	Conclusion field.Cell
	Effort     field.Cell
	Roadmap    field.Cell
	Members    []memberEdit
	AddMember  field.Cell
	Codes      []field.Option // what may be added
	Measures   []measureEdit
	Amendments []amendmentEdit
	Merged     field.Cell
	Result     []memberShow // what the saved changes come to
}

type measureEdit struct {
	Number string
	Name   string // "measures[0]"
	Fields []field.Cell
}

type amendmentEdit = measureEdit
