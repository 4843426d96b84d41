package proposal

import (
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

// proposalID is the number in the address; what is no number is no proposal.
func proposalID(c *gin.Context) (review.ProposalID, error) {
	n, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil || n < 1 {
		return 0, value.ErrNotFound
	}
	return review.ProposalID(n), nil
}

// proposalOf reads the proposal of the address, with the names of people.
func (s *Room) proposalOf(c *gin.Context) (app.ProposalView, func(string) string, error) {
	id, err := proposalID(c)
	if err != nil {
		return app.ProposalView{}, nil, err
	}
	v, err := s.App.Proposal(c.Request.Context(), s.Person(c), id)
	return v, s.Names(c), err
}

// List lists the proposals of the plan that is followed; the filters stand in the address.
func (s *Room) List(c *gin.Context) error {
	by := s.Person(c)
	f := app.ProposalFilter{
		Plan:     s.PlanID(c),
		Campaign: review.CampaignID(c.Query("dot")),
		State:    review.State(c.Query("trang-thai")),
		Mine:     c.Query("cua-toi") == "1",
		Waiting:  c.Query("cho-toi") == "1",
	}
	list, err := s.App.Proposals(c.Request.Context(), by, f)
	if err != nil {
		return err
	}
	who := s.Names(c)
	m := proposalList{
		Frame:  s.Frame(c, s.Text.Say("nav.proposals")),
		State:  s.Text.Say("proposal.list_state", len(list.Rows), list.Total, list.Wait),
		MayNew: by.May(account.EditReview),
		Facets: s.proposalFacets(c.Request.URL.Query(), list),
	}
	for _, r := range list.Rows {
		m.Rows = append(m.Rows, s.proposalLine(r, list.Plan, who))
	}
	m.Nothing = page.EmptyState{Text: s.Text.Say("proposal.none_yet")}
	if list.Total > 0 {
		m.Nothing = page.EmptyState{
			Text: s.Text.Say("proposal.none_left"),
			Next: page.Link{Text: s.Text.Say("proposal.all"), Href: page.ProposalsPath},
		}
	} else if m.MayNew {
		m.Nothing.Next = page.Link{Text: s.Text.Say("proposal.new"), Href: page.ProposalsPath + "/moi"}
	}
	return s.Show(c, http.StatusOK, "proposal/list", m)
}

func (s *Room) proposalLine(r app.ProposalRow, plan review.Plan, who func(string) string) proposalLine {
	p := r.Proposal
	return proposalLine{
		Href:       page.ProposalHref(p.ID),
		Codes:      shortCodes(codesOf(r.Items)),
		Title:      proposalTitle(p, r.Items),
		Campaign:   page.CampaignName(plan, p.Campaign),
		Conclusion: s.Text.Name("conclusion", string(p.Conclusion)),
		State:      page.StateBadge(s.Text, p.State),
		Waiting:    r.Waiting,
		Author:     who(p.Author),
		Before:     s.moneyOr(r.Cost.Before),
		Saving:     s.moneyOr(r.Cost.Saving()),
		Percent:    savingPercent(r.Cost),
		Badges:     s.proposalBadges(p),
	}
}

// shortCodes is a few codes, and how many more there are.
func shortCodes(codes []string) string {
	const most = 3
	if len(codes) > most {
		return strings.Join(codes[:most], ", ") + " +" + strconv.Itoa(len(codes)-most)
	}
	return strings.Join(codes, ", ")
}

func (s *Room) proposalBadges(p review.Proposal) []page.Badge {
	var out []page.Badge
	if len(p.Members) > 1 {
		out = append(out, page.Badge{Text: s.Text.Say("proposal.group", len(p.Members))})
	}
	if p.Alternative {
		out = append(out, page.Badge{Text: s.Text.Say("proposal.alternative_badge"), Tone: "warn"})
	}
	return out
}

// proposalFacets are the filters as links that set and lift them.
func (s *Room) proposalFacets(now url.Values, list app.ProposalList) []page.FacetList {
	set := func(name, v string) page.FacetValue {
		q := url.Values{}
		for k, x := range now {
			q[k] = x
		}
		f := page.FacetValue{Set: now.Get(name) == v}
		if f.Set {
			q.Del(name)
		} else {
			q.Set(name, v)
		}
		f.Href = page.ProposalsPath
		if len(q) > 0 {
			f.Href += "?" + q.Encode()
		}
		return f
	}
	with := func(f page.FacetValue, text, count string) page.FacetValue {
		f.Text, f.Count = text, count
		return f
	}
	mine := page.FacetList{Title: s.Text.Say("proposal.whose"), Values: []page.FacetValue{
		with(set("cho-toi", "1"), s.Text.Say("proposal.waiting"), strconv.Itoa(list.Wait)),
		with(set("cua-toi", "1"), s.Text.Say("proposal.mine"), ""),
	}}
	states := page.FacetList{Title: s.Text.Say("proposal.state")}
	for _, st := range review.States {
		name := viet.Capital(s.Text.Name("state", string(st)))
		states.Values = append(states.Values, with(set("trang-thai", string(st)), name, ""))
	}
	campaigns := page.FacetList{Title: s.Text.Say("proposal.campaign")}
	for _, x := range list.Plan.Campaigns {
		campaigns.Values = append(campaigns.Values, with(set("dot", string(x.ID)), x.Name, ""))
	}
	return []page.FacetList{mine, states, campaigns}
}

// NewForm is the page on which a proposal is begun.
func (s *Room) NewForm(c *gin.Context) error {
	return s.showNewProposal(c, page.Shown(url.Values{"procedure": c.QueryArray("procedure")}))
}

func (s *Room) showNewProposal(c *gin.Context, t page.Typed) error {
	options, err := s.App.OpenProcedures(c.Request.Context(), s.Person(c), s.PlanID(c))
	if err != nil {
		return err
	}
	m := proposalNew{Frame: s.Frame(c, s.Text.Say("proposal.new"))}
	for _, x := range options {
		campaign := newCampaign{ID: string(x.Plan) + "/" + string(x.Campaign.ID), Name: x.Campaign.Name}
		for _, item := range x.Items {
			v := campaign.ID + "/" + string(item.Code)
			campaign.Choices = append(campaign.Choices, newChoice{
				Value:   v,
				Code:    string(item.Code),
				Name:    item.Name,
				Checked: slices.Contains(t.Values["procedure"], v),
			})
		}
		if len(x.Items) == 0 {
			campaign.Nothing = s.Text.Say("proposal.nothing_open")
		}
		m.Campaigns = append(m.Campaigns, campaign)
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m.TitleAsk = f.Cell("title", s.Text.Say("proposal.title"), field.Hint(s.Text.Say("proposal.title.hint")))
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "proposal/new", m)
}

// Begin begins a proposal and opens its form.
func (s *Room) Begin(c *gin.Context, in url.Values) (page.Act, error) {
	return page.Act{
		Do: func() (page.Done, error) {
			n, err := readNewProposal(in)
			if err != nil {
				return page.Done{}, err
			}
			id, err := s.App.NewProposal(c.Request.Context(), s.Person(c), n)
			done := page.Done{To: page.ProposalHref(id) + "/sua", Say: "proposal.said.begun", Args: []any{id}}
			if n.From != 0 {
				done.Say = "proposal.said.spare"
			}
			return done, err
		},
		Again: func(t page.Typed) error { return s.showNewProposal(c, t) },
	}, nil
}

// readNewProposal reads what a proposal is begun for: procedures of one campaign, or another proposal.
func readNewProposal(in url.Values) (app.NewProposal, error) {
	n := app.NewProposal{Title: strings.TrimSpace(in.Get("title"))}
	if from, isCopy := strings.CutPrefix(in.Get("from"), page.ProposalsPath+"/"); isCopy {
		id, err := strconv.ParseInt(from, 10, 64)
		if err != nil {
			return n, value.ErrNotFound
		}
		n.From = review.ProposalID(id)
	}
	var problems value.Problems
	for _, v := range in["procedure"] {
		part := strings.SplitN(v, "/", 3)
		switch {
		case len(part) != 3:
			problems.Add("procedures", "members.missing")
		case n.Plan != "" && (n.Plan != review.PlanID(part[0]) || n.Campaign != review.CampaignID(part[1])):
			problems.Add("procedures", "members.two_campaigns")
		default:
			n.Plan, n.Campaign = review.PlanID(part[0]), review.CampaignID(part[1])
			n.Procedures = append(n.Procedures, catalog.Code(part[2]))
		}
	}
	if n.From == 0 && len(n.Procedures) > 1 && n.Title == "" {
		problems.Add("title", "title.missing")
	}
	return n, problems.Err()
}

// View shows one proposal.
func (s *Room) View(c *gin.Context) error {
	return s.showProposal(c, page.Shown(nil))
}

func (s *Room) showProposal(c *gin.Context, t page.Typed) error {
	v, who, err := s.proposalOf(c)
	if err != nil {
		return err
	}
	by := s.Person(c)
	p := v.Proposal
	m := proposalShow{
		Frame:      s.Frame(c, proposalTitle(p, itemsOf(v))),
		Head:       s.proposalHead(v, who),
		Both:       t.Both,
		Cost:       s.proposalCost(v.Cost),
		Impact:     s.impact(v),
		Path:       s.path(p, v.Steps, who),
		Notices:    s.problemLines(v, v.Notices),
		Measures:   s.measures(p),
		Roadmap:    p.Roadmap,
		Amendments: p.Amendments,
		InWords:    s.inWords(v),
	}
	if review.Granted.Has(p.State) {
		m.ImpactNote = s.Text.Say("proposal.impact_decided")
	} else {
		m.ImpactNote = s.Text.Say("proposal.impact_if")
	}
	if p.Conclusion != "" && !p.Alternative {
		m.Open = s.problemLines(v, v.Open)
	}
	m.Actions, m.Summary = s.stepForms(v, by, t, false)
	m.Copy = by.May(account.EditReview) && !p.Alternative
	switch {
	case writes(p, by):
		m.Edit = []page.Link{
			{Text: s.Text.Say("proposal.edit"), Href: m.Head.Href + "/sua"},
			{Text: s.Text.Say("proposal.costs"), Href: m.Head.Href + "/chi-phi"},
		}
		if p.Alternative {
			m.Main = m.Head.Version
		}
	case by.May(account.EditReview) && p.IsEditable():
		m.EditWhy = s.Sentence(value.Problem{Code: "proposal.of_another", Args: []any{who(p.Author)}})
	}
	for _, code := range p.Merged {
		m.Merged = append(m.Merged, page.Link{Text: string(code), Href: page.ProcedureHref(code)})
	}
	if effort, known := p.Effort.Get(); known {
		m.Effort = s.Text.Say("proposal.effort_line", viet.Decimal(effort))
	}
	if p.Decision.Number != "" {
		m.Decision = s.Text.Say("proposal.decision", p.Decision.Number, viet.ShortDate(p.Decision.Date))
	}
	if v.Scan != nil {
		m.Scan = page.Link{Text: s.Text.Say("proposal.scan", v.Scan.Name), Href: m.Head.Href + "/quyet-dinh"}
	}
	for i, x := range v.Members {
		m.Members = append(m.Members, s.memberShow(i, v, x, true))
	}
	for _, o := range v.Others {
		m.Others = append(m.Others, otherProposal{
			page.ProposalHref(o.ID),
			s.Text.Say("proposal.other", int64(o.ID), s.Text.Name("conclusion", string(o.Conclusion))),
			page.StateBadge(s.Text, o.State),
		})
	}
	return s.Show(c, t.Status, "proposal/show", m)
}

func itemsOf(v app.ProposalView) []review.ListItem {
	out := make([]review.ListItem, len(v.Members))
	for i, m := range v.Members {
		out[i] = m.Item
	}
	return out
}

func (s *Room) proposalHead(v app.ProposalView, who func(string) string) proposalHead {
	p := v.Proposal
	h := proposalHead{
		Href:    page.ProposalHref(p.ID),
		Name:    proposalTitle(p, itemsOf(v)),
		State:   page.StateBadge(s.Text, p.State),
		Badges:  s.proposalBadges(p),
		Version: strconv.Itoa(p.Version),
	}
	for _, m := range v.Members {
		h.Codes = append(h.Codes, page.Link{Text: string(m.Item.Code), Href: page.ProcedureHref(m.Item.Code)})
	}
	author := ""
	if p.Author != "" {
		author = s.Text.Say("proposal.by", who(p.Author))
	}
	h.Line = page.Joined(
		" · ",
		s.Text.Name("conclusion", string(p.Conclusion)),
		page.CampaignName(v.Plan, p.Campaign),
		author,
		s.Text.Say("proposal.version", p.Version),
	)
	if p.Note != "" {
		switch p.State {
		case review.Returned:
			h.Returned = s.Text.Say("proposal.returned", lastActor(v.Steps, who), p.Note)
		case review.Forwarded, review.Accepted, review.Refused:
			h.Returned = s.Text.Say("proposal.note", viet.Capital(s.Text.Name("state", string(p.State))), p.Note)
		}
	}
	return h
}

// lastActor is who took the last step, empty where none is known.
func lastActor(steps []app.ProposalStep, who func(string) string) string {
	if len(steps) == 0 {
		return "–"
	}
	return who(steps[len(steps)-1].Actor)
}

func (s *Room) proposalCost(c review.PricedProposal) proposalCost {
	out := proposalCost{
		Before:  s.moneyOr(c.Before),
		After:   s.moneyOr(c.After),
		Saving:  s.moneyOr(c.Saving()),
		Percent: savingPercent(c),
	}
	if saving, known := c.Saving().Get(); known && saving < 0 {
		out.Tone = "bad"
	}
	return out
}

// impact is what the proposal does to the targets of its campaign.
func (s *Room) impact(v app.ProposalView) []impactLine {
	var out []impactLine
	for i, with := range v.With.Targets {
		without := v.Without.Targets[i]
		if with.Campaign != v.Proposal.Campaign || with.Metric == review.Issued || with.Denominator == 0 {
			continue
		}
		line := impactLine{
			Title:   s.Text.Name("metric", string(with.Metric)),
			Without: targetPercent(without),
			With:    targetPercent(with),
			Verdict: page.MetVerdict(s.Text, with.Met),
		}
		if with.Missing > 0 {
			if with.Metric == review.Cost {
				line.Missing = s.Text.Say("targets.missing_money", viet.Money(value.Money(with.Missing)))
			} else {
				line.Missing = s.Text.Say("targets.missing_count", with.Missing)
			}
		}
		out = append(out, line)
	}
	return out
}

// targetPercent has as many places as it takes to agree with the verdict (interface.md, Cost tables).
func targetPercent(r review.TargetResult) string {
	percent, ok := r.Ratio().HonestPercent(2, r.Threshold)
	if !ok {
		return "–"
	}
	return viet.Percent(percent, false)
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
		switch {
		case words == "":
		case len(v.Members) > 1:
			out = append(out, viet.Capital(s.Text.Say("proposal.member_words", m.Item.Code, words)))
		default:
			out = append(out, viet.Capital(words))
		}
	}
	if len(out) == 0 {
		for _, m := range v.Proposal.Measures {
			if m.Content != "" {
				out = append(out, m.Content)
			}
		}
	}
	return out
}

func (s *Room) measures(p review.Proposal) []measureLine {
	var out []measureLine
	for _, m := range p.Measures {
		line := measureLine{Kind: s.Text.Name("measure", string(m.Kind)), Content: m.Content, Reason: m.Reason}
		if m.Part != "" {
			line.Part = s.Text.Name("part", string(m.Part))
		}
		if line.Content == "" {
			line.Content = line.Kind
		}
		out = append(out, line)
	}
	return out
}

// memberShow is one procedure of a proposal with its diff, and its tables where asked for.
func (s *Room) memberShow(i int, v app.ProposalView, m app.MemberView, costs bool) memberShow {
	out := memberShow{
		ID:      "thu-tuc-" + strconv.Itoa(i+1),
		Code:    string(m.Item.Code),
		Name:    m.Item.Name,
		Href:    page.ProcedureHref(m.Item.Code),
		InWords: s.Remarks(m.Remarks),
	}
	changed, same := changedParts(m.Diff)
	for _, part := range changed {
		title := s.Text.Name("part", string(part.Part))
		x := page.Compared(part, title)
		x.ID = out.ID + "-" + x.ID
		out.Parts = append(out.Parts, x)
	}
	if len(same) > 0 && len(changed) > 0 {
		out.Same = s.Text.Say("proposal.same", len(same))
	}
	switch {
	case m.Newest > m.Member.Baseline:
		out.Note = s.Text.Say("proposal.newer", m.Newest, m.Member.Baseline)
	case m.Frozen():
		out.Note = s.Text.Say("proposal.frozen_text")
	}
	if costs && (m.Member.Before != nil || m.Member.After != nil) {
		out.HasCost = true
		out.Cost = s.costView(tablesOf(m.Member), v.Proposal.Conclusion, nil)
		out.Cost.ID = costID + "-" + strconv.Itoa(i+1)
	}
	return out
}

// problemLines are problems in words, with the place in the proposal that each speaks of.
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

// Scan gives the signed scan of a proposal's decision away, as a file and never as a page.
func (s *Room) Scan(c *gin.Context) error {
	id, err := proposalID(c)
	if err != nil {
		return err
	}
	f, err := s.App.Scan(c.Request.Context(), s.Person(c), id)
	if err != nil {
		return err
	}
	return s.GiveScan(c, f, "quyet-dinh-"+strconv.FormatInt(int64(id), 10))
}

// MakeMain puts an alternative in the place of the main proposal.
func (s *Room) MakeMain(c *gin.Context, in url.Values) (page.Act, error) {
	id, err := proposalID(c)
	return page.Act{
		Do: func() (page.Done, error) {
			err := s.App.MakeMain(c.Request.Context(), s.Person(c), id, page.Version(in))
			return page.Done{To: page.ProposalHref(id), Say: "proposal.said.main", Args: []any{id}}, err
		},
		Again: func(t page.Typed) error { return s.showProposal(c, t) },
	}, err
}

// proposalList is the proposals of a plan. Template: proposal/list.
type proposalList struct {
	page.Frame
	State   string // "12 phương án · 2 việc chờ xử lý"
	Facets  []page.FacetList
	Rows    []proposalLine
	Nothing page.EmptyState
	MayNew  bool
}

type proposalLine struct {
	Href       string
	Codes      string
	Title      string
	Campaign   string
	Conclusion string
	State      page.Badge
	Waiting    bool // the next step is the reader's
	Author     string
	Before     string
	Saving     string
	Percent    string
	Badges     []page.Badge // "nhóm 3 thủ tục", "dự phòng"
}

// proposalNew is where a proposal is begun, for one procedure or a group. Template: proposal/new.
type proposalNew struct {
	page.Frame
	Summary   field.Summary
	Campaigns []newCampaign
	TitleAsk  field.Cell
}

type newCampaign struct {
	ID      string // "kh-29-2024/internal-b", what the form sends beside each procedure
	Name    string
	Choices []newChoice
	Nothing string // why there is nothing to choose
}

type newChoice struct {
	ID      string
	Value   string // "kh-29-2024/internal-b/NB-01"
	Code    string
	Name    string
	Checked bool
}

// proposalHead is what stands at the top of every page of a proposal.
type proposalHead struct {
	Href     string // of the proposal's page
	Name     string
	Codes    []page.Link
	State    page.Badge
	Badges   []page.Badge
	Line     string // campaign, conclusion, author, version
	Returned string // why it came back, at the top
	Version  string
}

// proposalCost is the figures of a proposal.
type proposalCost struct {
	Before  string
	After   string
	Saving  string
	Percent string
	Tone    string // of the saving: "bad" where the cost rises
}

// impactLine is what a proposal does to one target.
type impactLine struct {
	Title   string
	Without string // "18,60%"
	With    string
	Verdict page.Verdict
	Missing string // what is still missing with it
}

// proposalShow is a proposal for reading and for the next step. Template: proposal/show.
type proposalShow struct {
	page.Frame
	Head       proposalHead
	Summary    field.Summary // of a refused step
	Both       page.BothVersions
	InWords    []string
	Cost       proposalCost
	Impact     []impactLine
	ImpactNote string
	Path       []page.PathStep
	Open       []string // what keeps a draft from being handed in
	Notices    []string
	Actions    []proposalAction
	Edit       []page.Link // "Sửa nội dung", "Chi phí tuân thủ"
	EditWhy    string      // why it cannot be edited
	Main       string      // the version that an alternative is made the main one from; empty where it is not to be
	Copy       bool        // an alternative may be begun
	Measures   []measureLine
	Members    []memberShow
	Amendments []review.Amendment
	Merged     []page.Link
	Effort     string
	Roadmap    string
	Decision   string
	Scan       page.Link
	Others     []otherProposal
}

type measureLine struct {
	Kind, Part, Content, Reason string
}

// memberShow is one procedure of a proposal: the diff and the cost tables.
type memberShow struct {
	ID      string
	Code    string
	Name    string
	Href    string
	InWords []string
	Parts   []page.ComparedPart
	Same    string
	Note    string // that the text is frozen, that the procedure has changed since
	Cost    costTable
	HasCost bool
}

type otherProposal struct {
	Href  string
	Text  string
	State page.Badge
}
