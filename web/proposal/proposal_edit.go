package proposal

import (
	"cmp"
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

// proposalEdit is the form of a draft. Template: proposal/edit.
type proposalEdit struct {
	proposalPage
	Top, Rest            []field.Cell // above: the conclusion, and the title of a group
	Members              []memberEdit
	AddMember            field.Cell
	Measures, Amendments []field.Row
	Asked                map[string][]remarkShow // open remarks by the part of the form that they are about
	Doubles              int                     // measures that stand there twice
	Result               []memberShow            // what the saved changes come to
}

// EditForm is the form of a draft as it is stored.
func (s *Room) EditForm(c *gin.Context) error {
	v, err := s.proposalOf(c)
	if err != nil {
		return err
	}
	if !writes(v.Proposal, s.Person(c)) {
		c.Redirect(http.StatusSeeOther, page.ProposalHref(v.Proposal.ID))
		return nil
	}
	return s.showEdit(c, v, page.Shown(nil))
}

func writes(p review.Proposal, by app.Person) bool {
	return by.May(account.EditReview) && p.IsEditable() && (p.Author == "" || p.Author == by.Name)
}

// Edit saves the form of a draft, or adds and takes away rows without saving.
func (s *Room) Edit(c *gin.Context, in url.Values) (page.Act, error) {
	v, err := s.proposalOf(c)
	again := func(t page.Typed) error { return s.showEdit(c, v, t) }
	do := in.Get("do")
	if do != "" && do != "save" && do != "costs" {
		return page.Act{Again: again, Do: func() (page.Done, error) {
			t := page.Shown(nil)
			if do == "doubles" {
				bases, err := s.basesOf(c, v, in)
				t.Values = s.withoutDoubles(in, bases)
				return page.Done{Show: func() error { return again(t) }}, err
			}
			t.Values, t.Problems = rowsEdited(in, do, v.List)
			return page.Done{Show: func() error { return again(t) }}, nil
		}}, err
	}
	return page.Act{Again: again, Do: func() (page.Done, error) {
		bases, err := s.basesOf(c, v, in)
		if err != nil {
			return page.Done{}, err
		}
		typed, place, problems := s.readProposal(in, bases)
		if len(problems) > 0 {
			return page.Done{}, problems
		}
		ctx, by := c.Request.Context(), s.Person(c)
		version, err := s.App.SaveProposal(ctx, by, v.Proposal.ID, page.Version(in), typed)
		if errors.As(err, &problems) {
			return page.Done{}, place(problems)
		}
		done := page.Done{To: page.ProposalHref(v.Proposal.ID) + "/sua", Say: "proposal.saved", Args: []any{version}}
		if do == "costs" {
			done.To = page.ProposalHref(v.Proposal.ID) + "/chi-phi"
		}
		return done, s.newer(c, v, in, err, func() []page.BothRow { return s.proposalDiffers(v, typed) })
	}}, err
}

// newer refuses what started from an older version, with who saved the newer one and what differs.
func (s *Room) newer(c *gin.Context, v app.ProposalView, in url.Values, err error, rows func() []page.BothRow) error {
	return page.Newer(err, func() page.BothVersions {
		author := s.Names(c)(v.Proposal.Author)
		said := s.Text.Say("proposal.newer_saved", author, v.Proposal.Version, in.Get("version"))
		return page.BothVersions{Text: said, Rows: rows()}
	})
}

func (s *Room) proposalDiffers(v app.ProposalView, typed review.Proposal) []page.BothRow {
	var out []page.BothRow
	if a, b := s.membersInWords(v, v.Proposal), s.membersInWords(v, typed); a != b {
		out = append(out, page.BothRow{Label: s.Text.Say("proposal.changes"), Saved: a, Typed: b})
	}
	return append(out, proposalForm.Differ(s.Text, "proposal", v.Proposal, typed)...)
}

func (s *Room) membersInWords(v app.ProposalView, t review.Proposal) string {
	var out []string
	for _, m := range t.Members {
		member, _ := memberOf(v, m.Procedure) // one that was just added has nothing yet to describe
		line := string(m.Procedure)
		if next, err := review.Propose(member.Base, m.Changes, m.Overrides); err == nil {
			line = page.Joined(": ", line, page.Joined(", ", s.Remarks(catalog.Describe(member.Base, next))...))
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

// basesOf are the versions that the members of a form start from; one that was just added has that of the list.
func (s *Room) basesOf(c *gin.Context, v app.ProposalView, in url.Values) (map[catalog.Code]catalog.Procedure, error) {
	out := map[catalog.Code]catalog.Procedure{}
	for _, m := range v.Members {
		out[m.Item.Code.Key()] = m.Base
	}
	for _, code := range typedMembers(in) {
		if _, known := out[code]; known || code == "" {
			continue
		}
		base, err := s.App.ListedProcedure(c.Request.Context(), s.Person(c), v.Proposal.Plan, v.Proposal.Campaign, code)
		if err != nil && !errors.Is(err, value.ErrNotFound) {
			return nil, err
		}
		out[code] = base
	}
	return out, nil
}

func typedMembers(in url.Values) []catalog.Code {
	var out []catalog.Code
	for _, n := range field.RowNumbers(in, "members") {
		out = append(out, catalog.Code(in.Get(field.RowName("members", n)+".code")).Key())
	}
	return out
}

func rowsEdited(in url.Values, do string, list []review.ListItem) (url.Values, value.Problems) {
	out := maps.Clone(in)
	if do != "add.member" {
		if row := field.EditRows(out, do); strings.HasPrefix(row, "measures") {
			out.Set(row+".kind", string(review.OtherMeasure))
		}
		return out, nil
	}
	typed, _, _ := strings.Cut(strings.TrimSpace(in.Get("add_member")), " ")
	code := catalog.Code(typed)
	if !slices.ContainsFunc(list, func(x review.ListItem) bool { return x.Code.Key() == code.Key() }) {
		return out, value.Problems{{Field: "add_member", Code: "procedure.not_listed", Args: []any{typed}}}
	}
	out.Set(field.EditRows(out, "add.members")+".code", string(code.Key()))
	out.Del("add_member")
	return out, nil
}

// askedIn are the open remarks by the part of the form of a draft that they are about; what is about the whole stands
// at the conclusion.
func (s *Room) askedIn(c *gin.Context, f *field.Sheet, p review.Proposal) (map[string][]remarkShow, error) {
	asked, err := s.talk(c, f, p)
	out := map[string][]remarkShow{}
	for _, r := range remarksAt(asked.Remarks, func(string) bool { return true }) {
		part, _, _ := strings.Cut(cmp.Or(r.Place, "conclusion"), "[")
		out[part] = append(out[part], r)
	}
	return out, err
}

// withoutDoubles is the form without the measures that a change brought beside one of the review form.
func (s *Room) withoutDoubles(in url.Values, bases map[catalog.Code]catalog.Procedure) url.Values {
	typed, _, _ := s.readProposal(in, bases)
	out := maps.Clone(in)
	maps.DeleteFunc(out, func(name string, _ []string) bool { return strings.HasPrefix(name, "measures[") })
	left := review.Proposal{Measures: s.App.WithoutDoubles(typed, bases)}
	maps.Copy(out, proposalForm.Named("measures").Values(left))
	return out
}

func (s *Room) showEdit(c *gin.Context, v app.ProposalView, t page.Typed) error {
	bases, err := s.basesOf(c, v, t.Values)
	if err != nil {
		return err
	}
	if t.Values == nil { // as it is stored
		t.Values = s.typedOfProposal(v.Proposal, bases)
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = "proposal"
	m := proposalEdit{proposalPage: s.proposalPage(c, v, t, s.Text.Say("proposal.edit"))}
	numbers, codes := field.RowNumbers(t.Values, "members"), typedMembers(t.Values)
	top := []string{"conclusion"}
	if len(codes) > 1 || t.Values.Get("title") != "" {
		top = append(top, "title")
	}
	m.Top = proposalForm.Named(top...).Lay(f).Cells
	for i, code := range codes {
		member := s.memberEdit(f, field.RowName("members", numbers[i]), code, bases[code])
		member.Open = i == 0 || len(codes) <= 2
		if len(codes) > 1 {
			member.Remove = f.Cell(member.Name+".remove", s.Text.Say("proposal.remove_member", code))
		}
		m.Members = append(m.Members, member)
	}
	others := []field.Option{{Text: s.Text.Say("choose")}}
	for _, x := range v.List {
		if i := slices.Index(codes, x.Code.Key()); i < 0 {
			others = append(others, field.Option{Value: string(x.Code), Text: string(x.Code) + " " + x.Name})
		} else {
			m.Members[i].Title = cmp.Or(m.Members[i].Title, x.Name)
		}
	}
	m.AddMember = f.Cell("add_member", s.Text.Say("proposal.add_member"), field.Medium, field.Choose(others...))
	rest := proposalForm.Named("measures", "amendments", "roadmap", "merged", "effort").Lay(f)
	m.Measures, m.Amendments, m.Rest = rest.Lists[0].Rows, rest.Lists[1].Rows, rest.Cells
	m.Summary = f.Summary()
	if m.Asked, err = s.askedIn(c, f, v.Proposal); err != nil {
		return err
	}
	typed, _, _ := s.readProposal(t.Values, bases)
	m.Doubles = len(typed.Measures) - len(s.App.WithoutDoubles(typed, bases))
	if len(t.Problems) == 0 {
		for i, x := range v.Members {
			if len(x.Diff.Changed()) > 0 {
				m.Result = append(m.Result, s.memberShow(v, i, false))
			}
		}
	}
	return s.Show(c, t.Status, "proposal/edit", m)
}

// proposalForm is what the form of a draft asks, all but what changes in its procedures.
var proposalForm = field.Form[review.Proposal]{
	field.Word("conclusion", func(p *review.Proposal) *review.Conclusion { return &p.Conclusion }, "conclusion",
		review.Conclusions, field.Medium).Choose(),
	field.Text("title", func(p *review.Proposal) *string { return &p.Title }),
	field.PressedRows("measures", func(p *review.Proposal) *[]review.Measure { return &p.Measures }, measureRows),
	field.PressedRows("amendments", func(p *review.Proposal) *[]review.Amendment { return &p.Amendments }, amendRows),
	field.Text("roadmap", func(p *review.Proposal) *string { return &p.Roadmap }),
	field.Own("merged", writeMerged, readMerged, field.Tall(0)),
	field.DecimalOr("effort", func(p *review.Proposal) *value.Opt[value.Decimal] { return &p.Effort }),
}

var measureRows = field.Form[review.Measure]{
	field.Word("kind", func(m *review.Measure) *review.MeasureKind { return &m.Kind }, "measure",
		review.MeasureKinds).Given(),
	field.Word("part", func(m *review.Measure) *catalog.Part { return &m.Part }, "part",
		append([]catalog.Part{""}, catalog.Parts...)).Given(),
	field.Long("content", func(m *review.Measure) *string { return &m.Content }),
	field.Long("reason", func(m *review.Measure) *string { return &m.Reason }),
	field.Text("paper", func(m *review.Measure) *string { return &m.Paper }, field.Kind("hidden")).Given(),
}

var amendRows = field.Form[review.Amendment]{
	field.Text("document", func(a *review.Amendment) *string { return &a.Document }),
	field.Text("article", func(a *review.Amendment) *string { return &a.Article }),
	field.Long("request", func(a *review.Amendment) *string { return &a.Request }),
	field.Text("by", func(a *review.Amendment) *string { return &a.By }, field.Label("amended_by")),
	field.Date("due", func(a *review.Amendment) *value.Date { return &a.Due }, field.Label("amended_due")),
}

func writeMerged(p *review.Proposal) string {
	var out []string
	for _, code := range p.Merged {
		out = append(out, string(code))
	}
	return strings.Join(out, "\n")
}

func readMerged(p *review.Proposal, typed string) *value.Problem {
	p.Merged = nil
	for _, code := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune("\n\r,;", r) }) {
		if code = strings.TrimSpace(code); code != "" {
			p.Merged = append(p.Merged, catalog.Code(code))
		}
	}
	return nil
}

// readProposal reads the form of a draft. Bases are the versions that its members start from, by key: the fields of
// changes are numbered by their parts. Place moves the problems of a rule to the fields that they speak of.
func (s *Room) readProposal(in url.Values, bases map[catalog.Code]catalog.Procedure) (
	p review.Proposal, place func(value.Problems) value.Problems, problems value.Problems,
) {
	read := proposalForm.Read(in, &p)
	problems = read.Problems
	where := map[string]string{} // "members[0].changes[1]" → "members[0].paper.0.1"
	for _, n := range field.RowNumbers(in, "members") {
		name := field.RowName("members", n)
		m := review.Member{Procedure: catalog.Code(in.Get(name + ".code")).Key()}
		if m.Procedure == "" || in.Get(name+".remove") == "1" {
			continue
		}
		at := field.RowName("members", len(p.Members)) + "."
		get := func(key string) string { return strings.TrimSpace(in.Get(name + "." + key)) }
		for _, o := range s.offers(bases[m.Procedure]) {
			c, changes, wrong := o.read(get)
			problems = append(problems, wrong.Under(name)...)
			if changes {
				key := o.key
				if o.follows(get) {
					key = o.lead
				}
				where[at+field.RowName("changes", len(m.Changes))] = name + "." + key
				m.Changes = append(m.Changes, c)
			}
		}
		for _, part := range catalog.Parts {
			key := "rewrite." + string(part)
			if words := strings.ReplaceAll(get(key), "\r\n", "\n"); words != "" {
				where[at+field.RowName("overrides", len(m.Overrides))] = name + "." + key
				m.Overrides = append(m.Overrides, review.Override{Part: part, Text: words})
			}
		}
		p.Members = append(p.Members, m)
	}
	return p, func(problems value.Problems) value.Problems {
		out := read.Place(problems)
		for i, p := range problems {
			for from, to := range where {
				if p.Field == from || strings.HasPrefix(p.Field, from+".") {
					out[i].Field = to
				}
			}
			if strings.HasPrefix(p.Field, "merged[") {
				out[i].Field = "merged"
			}
		}
		return out
	}, problems
}

func (s *Room) typedOfProposal(p review.Proposal, bases map[catalog.Code]catalog.Procedure) url.Values {
	out := proposalForm.Values(p)
	for i, m := range p.Members {
		name := field.RowName("members", i) + "."
		out.Set(name+"code", string(m.Procedure))
		for _, o := range s.offers(bases[m.Procedure.Key()]) {
			for _, c := range m.Changes {
				o.write(c, func(key, typed string) { out.Set(name+key, typed) })
			}
		}
		for _, o := range s.offers(bases[m.Procedure.Key()]) {
			o.setApart(func(key string) string { return out.Get(name + key) },
				func(key, typed string) { out.Set(name+key, typed) })
		}
		for _, o := range m.Overrides {
			out.Set(name+"rewrite."+string(o.Part), o.Text)
		}
	}
	return out
}
