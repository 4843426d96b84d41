// Package proposal is the room of the proposals: what they change, what they cost, their path and its steps, and the
// reviews of online services.
package proposal

import (
	"cmp"
	"context"
	"embed"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Templates are the pages of this room, and the parts that it alone uses.
//
//go:embed *.gohtml part
var Templates embed.FS

// Room is the handlers of these pages.
type Room struct{ *page.Kit }

// New opens the room.
func New(kit *page.Kit) *Room { return &Room{Kit: kit} }

func numberIn[N ~int64](c *gin.Context) (N, error) {
	n, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil || n < 1 {
		return 0, value.ErrNotFound
	}
	return N(n), nil
}

// at reads what has the number in the address.
func at[N ~int64, T any](s *Room, c *gin.Context, read func(context.Context, app.Person, N) (T, error)) (T, error) {
	id, err := numberIn[N](c)
	if err != nil {
		return *new(T), err
	}
	return read(c.Request.Context(), s.Person(c), id)
}

type proposalPage struct {
	page.Frame
	View                    app.ProposalView
	Name, Returned, Version string // why it came back; the version that the form of the page starts from
	Both                    page.BothVersions
	Summary                 field.Summary
}

// Href is the proposal's page.
func (m proposalPage) Href() string { return page.ProposalHref(m.View.Proposal.ID) }

type proposalRead struct {
	proposalPage
	InWords []string
	Cost    priced
	Impact  []impactLine
	Members []memberShow
	Actions []proposalAction
	Talk    talk
}

// proposalShow is a proposal for reading and for the next step: what it does may count already (granted); Main and
// Copy say that it may become the main one, and that an alternative to it may be begun. Template: proposal/show.
type proposalShow struct {
	proposalRead
	Path                      []pathStep
	Open, Notices             []string // open is what keeps a draft from being handed in
	Granted, Edit, Main, Copy bool
	Correct                   bool // its decision may be put right
	Record                    []stepRecord
	Next                      page.Link     // the next one that waits for who asks, where this one does not
	EditWhy                   value.Problem // why it cannot be edited
}

// proposalApprove is a decision in one screen. Template: proposal/approve.
type proposalApprove struct {
	proposalRead
	Warnings []string
	Asked    []remarkShow // what is not settled
}

// priced is what complying costs before and after, with the share that is saved as its campaign writes it.
type priced struct {
	review.PricedProposal
	shares review.CostShares
}

// Percent is the share that it saves, "–" where there is none.
func (p priced) Percent() string { return cmp.Or(viet.Percent(p.share()), "–") }

// share is the share that it saves as machines write it, empty where there is none.
func (p priced) share() string {
	r, known := p.Ratio()
	if !known {
		return ""
	}
	return p.shares.Plain(r)
}

// impactLine is one target of the campaign without the proposal and with it.
type impactLine struct {
	Without, With review.TargetResult
	Campaign      string // its name, where targets of several stand together
}

// Percent has as many places as it takes to agree with the verdict (interface.md, Cost tables).
func (impactLine) Percent(r review.TargetResult) string {
	return cmp.Or(r.Shown(), "–")
}

// impactOf is what a proposal does to the targets of its campaign.
func impactOf(v app.ProposalView) []impactLine {
	return impactLines(v.Without, v.With, func(c review.CampaignID) bool { return c == v.Proposal.Campaign })
}

// impactLines are the targets of some campaigns that a decision may move.
func impactLines(without, with review.TargetReport, of func(review.CampaignID) bool) []impactLine {
	var out []impactLine
	for i, x := range with.Targets {
		if of(x.Campaign) && x.Metric != review.Issued && x.Denominator != 0 {
			out = append(out, impactLine{Without: without.Targets[i], With: x})
		}
	}
	return out
}

// memberShow is one procedure of a proposal: the diff, and the cost tables where they are asked for.
type memberShow struct {
	app.MemberView
	ID    string
	Time  string // "Thời gian giải quyết: trước 10 ngày làm việc, sau 7 ngày làm việc, …"
	Parts []page.ComparedPart
	Same  int // parts that stay, where others change
	Cost  *costTable
}

// timeWords is the processing time of a procedure before and after, what is cut and its rate; "" where it is not known
// in working hours, or where the proposal is not concluded.
func (s *Room) timeWords(c review.Conclusion, m app.MemberView) string {
	t := review.TimeOf(c, m.Base, m.Proposed)
	before, known := t.Before.Get()
	after, stays := t.After.Get()
	switch {
	case c == "" || !known:
		return ""
	case !stays:
		return s.Text.Say("proposal.time_open", s.hours(before))
	case before == after:
		return s.Text.Say("proposal.time_kept", s.hours(before))
	}
	rate, _ := value.Ratio{Part: int64(before - after), Whole: int64(before)}.Percent(2)
	return s.Text.Say("proposal.time", s.hours(before), s.hours(after), s.hours(before-after),
		cmp.Or(viet.Percent(rate), "–"))
}

// hours writes working hours, in working days where they come to whole ones.
func (s *Room) hours(d value.Decimal) string {
	l := catalog.TimeLimit{Number: value.Known(d), Unit: catalog.Hours}
	if d%value.Whole(8) == 0 {
		l = catalog.TimeLimit{Number: value.Known(d / 8), Unit: catalog.WorkingDays}
	}
	return s.TimeLimit(l)
}

func (s *Room) proposalOf(c *gin.Context) (app.ProposalView, error) { return at(s, c, s.App.Proposal) }

// proposalPage begins a page of a proposal; without a title it is called like the proposal.
func (s *Room) proposalPage(c *gin.Context, v app.ProposalView, t page.Typed, title string) proposalPage {
	p, who := v.Proposal, s.Names(c)
	m := proposalPage{View: v, Name: nameOf(v), Version: t.Version(p.Version), Both: t.Both}
	m.Frame = s.Frame(c, cmp.Or(title, m.Name))
	switch {
	case p.Note == "":
	case p.State == review.Returned:
		by := "–"
		if n := len(v.Steps); n > 0 {
			by = who(v.Steps[n-1].Actor)
		}
		m.Returned = s.Text.Say("proposal.returned", by, p.Note)
	case slices.Contains([]review.State{review.Forwarded, review.Accepted, review.Refused}, p.State):
		m.Returned = s.Text.Say("proposal.note", viet.Capital(s.Text.Name("state", string(p.State))), p.Note)
	}
	return m
}

func (s *Room) proposalRead(c *gin.Context, t page.Typed, title string, deciding bool) (proposalRead, error) {
	v, err := s.proposalOf(c)
	if err != nil {
		return proposalRead{}, err
	}
	m := proposalRead{
		proposalPage: s.proposalPage(c, v, t, title),
		InWords:      s.inWords(v),
		Cost:         priced{v.Cost, v.Shares()},
	}
	m.Impact = impactOf(v)
	for i := range v.Members {
		m.Members = append(m.Members, s.memberShow(v, i, true))
	}
	f := s.stepSheet(t)
	m.Actions = s.proposalSteps(f, v, s.Person(c), t, deciding)
	m.Talk, err = s.talk(c, f, v.Proposal)
	m.Summary = f.Summary()
	return m, err
}

// View shows one proposal.
func (s *Room) View(c *gin.Context) error { return s.showProposal(c, page.Shown(nil)) }

func (s *Room) showProposal(c *gin.Context, t page.Typed) error {
	read, err := s.proposalRead(c, t, "", false)
	if err != nil {
		return err
	}
	v, p, by := read.View, read.View.Proposal, s.Person(c)
	m := proposalShow{
		proposalRead: read,
		Granted:      review.Granted.Has(p.State),
		Path:         s.proposalPath(v, s.Names(c)),
		Notices:      s.problemLines(v, v.Notices),
		Edit:         writes(p, by),
		Copy:         by.May(account.EditReview) && !p.Alternative,
		Correct:      mayCorrect(p, by),
	}
	if p.Conclusion != "" && !p.Alternative {
		m.Open = s.problemLines(v, v.Open)
	}
	for _, x := range slices.Backward(v.Steps) {
		m.Record = append(m.Record, stepRecord{x, s.Names(c)(x.Actor)})
	}
	if m.Next, err = s.nextWaiting(c, p); err != nil {
		return err
	}
	m.Main = m.Edit && p.Alternative
	if !m.Edit && by.May(account.EditReview) && p.IsEditable() {
		m.EditWhy = value.Problem{Code: "proposal.of_another", Args: []any{s.Names(c)(p.Author)}}
	}
	return s.Show(c, t.Status, "proposal/show", m)
}

// nextWaiting leads to the next proposal that waits for who asks, once it is not this one's turn any more.
func (s *Room) nextWaiting(c *gin.Context, p review.Proposal) (page.Link, error) {
	by := s.Person(c)
	if !by.May(account.CheckProposal) && !by.May(account.ApproveProposal) {
		return page.Link{}, nil
	}
	filter := app.ProposalFilter{Plan: string(p.Plan), Waiting: true}
	list, err := s.App.Proposals(c.Request.Context(), by, filter)
	if err != nil || len(list.Rows) == 0 {
		return page.Link{}, err
	}
	if slices.ContainsFunc(list.Rows, func(r app.ProposalRow) bool { return r.Proposal.ID == p.ID }) {
		return page.Link{}, nil
	}
	next := list.Rows[len(list.Rows)-1]
	name := proposalName(next.Proposal, next.Items)
	return page.Link{
		Text: s.Text.Say("proposal.next_waiting", len(list.Rows), next.Proposal.ID, name),
		Href: page.ProposalHref(next.Proposal.ID),
	}, nil
}

// Approval is a decision in one screen.
func (s *Room) Approval(c *gin.Context) error { return s.showApproval(c, page.Shown(nil)) }

func (s *Room) showApproval(c *gin.Context, t page.Typed) error {
	read, err := s.proposalRead(c, t, s.Text.Say("proposal.approval"), true)
	if err != nil {
		return err
	}
	m := proposalApprove{read, s.warnings(read.View), nil}
	m.Asked = remarksAt(read.Talk.Remarks, func(string) bool { return true })
	return s.Show(c, t.Status, "proposal/approve", m)
}

// warnings is what the chairman should know before signing.
func (s *Room) warnings(v app.ProposalView) []string {
	var out []string
	isPublic := slices.ContainsFunc(v.Members, func(m app.MemberView) bool { return m.Item.Kind == catalog.Public })
	if isPublic {
		out = append(out, s.Text.Say("warning.higher_law"))
	}
	for _, a := range v.Proposal.Amendments {
		if isPublic && strings.TrimSpace(a.By) != "" { // rules of its own the commune amends itself
			out = append(out, s.Text.Say("warning.amended_by", a.Document, a.By))
		}
	}
	estimates := 0
	for _, m := range v.Members {
		for _, r := range slices.Concat(rowsIn(m.Member.Before), rowsIn(m.Member.After)) {
			if r.Source == cost.Estimate {
				estimates++
			}
		}
	}
	if estimates > 0 {
		out = append(out, s.Text.Say("warning.estimates", estimates))
	}
	if why := v.Proposal.FormReason; why != "" {
		out = append(out, s.Text.Say("proposal.form_reason", why))
	}
	return append(out, s.problemLines(v, v.Notices)...)
}

// inWords is what the proposal changes, in sentences: what changes in the text of each procedure.
func (s *Room) inWords(v app.ProposalView) []string {
	var out []string
	switch v.Proposal.Conclusion {
	case review.Abolish, review.Keep, review.Merge, review.Decentralise:
		out = append(out, s.Text.Name("conclusion", string(v.Proposal.Conclusion)))
	}
	for _, m := range v.Members {
		words := page.Joined(", ", s.Remarks(m.Remarks)...)
		if words == "" {
			continue
		}
		if len(v.Members) > 1 {
			words = s.Text.Say("proposal.member_words", m.Item.Code, words)
		}
		out = append(out, viet.Capital(words))
	}
	if len(out) > 0 {
		return out
	}
	for _, m := range v.Proposal.Measures {
		if m.Content != "" {
			out = append(out, m.Content)
		}
	}
	return out
}

// memberShow is one procedure of a proposal, with its cost tables where they are asked for.
func (s *Room) memberShow(v app.ProposalView, i int, costs bool) memberShow {
	m := v.Members[i]
	out := memberShow{MemberView: m, ID: "thu-tuc-" + strconv.Itoa(i+1)}
	out.Time = s.timeWords(v.Proposal.Conclusion, m)
	for _, part := range m.Diff.Parts {
		if part.Changed {
			x := page.Compared(part, s.Text.Name("part", string(part.Part)))
			x.ID = out.ID + "-" + x.ID
			out.Parts = append(out.Parts, x)
		}
	}
	if len(out.Parts) > 0 {
		out.Same = len(m.Diff.Parts) - len(out.Parts)
	}
	if costs && (m.Member.Before != nil || m.Member.After != nil) {
		table := s.costView(tablesOf(m.Member), v.Proposal.Conclusion, v.Shares(), nil)
		table.ID = costID + "-" + strconv.Itoa(i+1)
		out.Cost = &table
	}
	return out
}

// Scan gives the signed scan of a proposal's decision away, as a file and never as a page.
func (s *Room) Scan(c *gin.Context) error {
	f, err := at(s, c, s.App.Scan)
	if err != nil {
		return err
	}
	return s.GiveScan(c, f, "quyet-dinh-"+c.Param("id"))
}

func (s *Room) problemLines(v app.ProposalView, list value.Problems) []string {
	var out []string
	for _, p := range list {
		text := s.Sentence(p)
		if place := s.proposalPlace(v, p.Field); place != "" {
			text = place + ": " + field.Clause(s.Text, p)
		}
		out = append(out, text)
	}
	return out
}

var (
	placeForm    = regexp.MustCompile(`^(members|measures|amendments|merged)\[(\d+)\]\.?(.*)$`)
	rowPlaceForm = regexp.MustCompile(`^(before|after)(?:\[(\d+)\])?\.?(\w*)$`)
)

// proposalPlace writes where in a proposal a problem stands: "NB-01, bảng hiện tại, dòng 1.2, Thời gian (giờ)".
func (s *Room) proposalPlace(v app.ProposalView, f string) string {
	m := placeForm.FindStringSubmatch(f)
	if m == nil {
		return ""
	}
	n, _ := strconv.Atoi(m[2]) // digits by the expression
	switch {
	case m[1] != "members" && m[3] == "":
		return s.Text.Say("place."+m[1], n+1)
	case m[1] != "members":
		return s.Text.Say("place."+m[1], n+1) + ", " + s.Text.Say("proposal."+m[3])
	case n >= len(v.Members):
		return ""
	case len(v.Members) == 1:
		return s.rowPlace(v.Members[n].Member, m[3])
	}
	return page.Joined(", ", string(v.Members[n].Item.Code), s.rowPlace(v.Members[n].Member, m[3]))
}

func (s *Room) rowPlace(m review.Member, f string) string {
	at := rowPlaceForm.FindStringSubmatch(f)
	if at == nil {
		return ""
	}
	side, rows := s.Text.Say("cost."+at[1]), rowsIn(m.Before)
	if at[1] == "after" {
		rows = rowsIn(m.After)
	}
	n, err := strconv.Atoi(at[2])
	if err != nil || n >= len(rows) {
		return side
	}
	within := 0
	for _, r := range rows[:n+1] {
		if r.Task == rows[n].Task {
			within++
		}
	}
	number := strconv.Itoa(slices.Index(cost.Tasks, rows[n].Task)+1) + "." + strconv.Itoa(within)
	return s.Text.Say("cost.cell", side, number, s.Text.Say("cost."+at[3]))
}
