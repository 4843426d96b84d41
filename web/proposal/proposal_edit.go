package proposal

import (
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
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
			return s.newer(v, who, in, s.proposalDiffers(v, typed.Text))
		})
	}}, err
}

// newer says who saved another version meanwhile, and what both say differently.
func (s *Room) newer(
	v app.ProposalView, who func(string) string, in url.Values, rows []page.BothRow,
) page.BothVersions {
	p := v.Proposal
	return page.BothVersions{
		Text: s.Text.Say("proposal.newer_saved", who(p.Author), p.Version, in.Get("version")),
		Rows: rows,
	}
}

// textOf is what the form of a stored proposal holds.
func textOf(p review.Proposal) app.ProposalText {
	t := app.ProposalText{
		Title:      p.Title,
		Conclusion: p.Conclusion,
		Measures:   p.Measures,
		Merged:     p.Merged,
		Amendments: p.Amendments,
		Effort:     p.Effort,
		Roadmap:    p.Roadmap,
	}
	for _, m := range p.Members {
		t.Members = append(t.Members, app.MemberText{
			Procedure: m.Procedure,
			Changes:   m.Changes,
			Overrides: m.Overrides,
		})
	}
	return t
}

// proposalDiffers names what a stored draft and a typed one say differently.
func (s *Room) proposalDiffers(v app.ProposalView, typed app.ProposalText) []page.BothRow {
	saved := textOf(v.Proposal)
	var out []page.BothRow
	if a, b := s.membersInWords(v, saved), s.membersInWords(v, typed); a != b {
		out = append(out, page.BothRow{Label: s.Text.Say("proposal.changes"), Saved: a, Typed: b})
	}
	for _, d := range proposalForm.Differ(s.Text, proposalKeys, saved, typed) {
		out = append(out, page.BothRow(d))
	}
	return out
}

// membersInWords is what changes in each procedure.
func (s *Room) membersInWords(v app.ProposalView, t app.ProposalText) string {
	var out []string
	for _, m := range t.Members {
		base := catalog.Procedure{}
		for _, x := range v.Members {
			if x.Item.Code.Key() == m.Procedure.Key() {
				base = x.Base
			}
		}
		line := string(m.Procedure)
		if next, err := review.Propose(base, m.Changes, m.Overrides); err == nil {
			line = page.Joined(": ", line, page.Joined(", ", s.Remarks(catalog.Describe(base, next))...))
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

// basesOf are the versions that the members of a form start from: those of the proposal, and for one that was just
// added the version on the campaign's list.
func (s *Room) basesOf(c *gin.Context, v app.ProposalView, in url.Values) (map[catalog.Code]catalog.Procedure, error) {
	out := map[catalog.Code]catalog.Procedure{}
	for _, m := range v.Members {
		out[m.Item.Code.Key()] = m.Base
	}
	for _, n := range field.RowNumbers(in, "members") {
		code := catalog.Code(in.Get(field.RowName("members", n) + ".code"))
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
	out := maps.Clone(in)
	if do != "add.member" {
		if row := field.EditRows(out, do); strings.HasPrefix(row, "measures") {
			out.Set(row+".kind", string(review.OtherMeasure))
		}
		return out, nil
	}
	code := catalog.Code(strings.TrimSpace(strings.SplitN(in.Get("add_member"), " ", 2)[0]))
	if !slices.ContainsFunc(list, func(x review.ListItem) bool { return x.Code.Key() == code.Key() }) {
		return out, value.Problems{{Field: "add_member", Code: "procedure.not_listed", Args: []any{string(code)}}}
	}
	out.Set(field.EditRows(out, "add.members")+".code", string(code.Key()))
	out.Del("add_member")
	return out, nil
}

// showEdit shows the form as it was typed.
func (s *Room) showEdit(c *gin.Context, v app.ProposalView, who func(string) string, t page.Typed) error {
	bases, err := s.basesOf(c, v, t.Values)
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = proposalKeys
	m := proposalEdit{
		Frame:   s.Frame(c, s.Text.Say("proposal.edit")),
		Head:    s.proposalHead(v, who),
		Both:    t.Both,
		Version: t.Version(v.Proposal.Version),
	}
	members := field.RowNumbers(t.Values, "members")
	top := []string{"conclusion"}
	if len(members) > 1 || t.Values.Get("title") != "" {
		top = append(top, "title")
	}
	m.Top = proposalForm.Named(top...).Lay(f).Cells
	for i, n := range members {
		name := field.RowName("members", n)
		code := catalog.Code(t.Values.Get(name + ".code"))
		member := s.memberEdit(f, name, code, bases[code.Key()], v, len(members) > 1)
		member.Open = i == 0 || len(members) <= 2
		m.Members = append(m.Members, member)
	}
	others := field.Choose(s.memberOptions(v, t.Values)...)
	m.AddMember = f.Cell("add_member", s.Text.Say("proposal.add_member"), field.Medium, others)
	rest := proposalForm.Named("measures", "amendments", "roadmap", "merged", "effort").Lay(f)
	m.Measures, m.Amendments, m.Rest = rest.Lists[0].Rows, rest.Lists[1].Rows, rest.Cells
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

// memberOptions are the procedures of the campaign's list that may still come in.
func (s *Room) memberOptions(v app.ProposalView, typed url.Values) []field.Option {
	in := map[catalog.Code]bool{}
	for _, n := range field.RowNumbers(typed, "members") {
		in[catalog.Code(typed.Get(field.RowName("members", n)+".code")).Key()] = true
	}
	out := []field.Option{{Value: "", Text: s.Text.Say("choose")}}
	for _, x := range v.List {
		if !in[x.Code.Key()] {
			out = append(out, field.Option{Value: string(x.Code), Text: string(x.Code) + " " + x.Name})
		}
	}
	return out
}

// proposalEdit is the form of a draft. Template: proposal/edit.
type proposalEdit struct {
	page.Frame
	Head       proposalHead
	Summary    field.Summary
	Both       page.BothVersions
	Version    string
	Top        []field.Cell // conclusion, and the title of a group
	Members    []memberEdit
	AddMember  field.Cell
	Measures   []field.Row
	Amendments []field.Row
	Rest       []field.Cell
	Result     []memberShow // what the saved changes come to
}
