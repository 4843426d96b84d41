package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
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

const proposalsPath = "/phuong-an"

func proposalHref(id review.ProposalID) string {
	return proposalsPath + "/" + strconv.FormatInt(int64(id), 10)
}

// proposalID is the number in the address; what is no number is no proposal.
func proposalID(c *gin.Context) (review.ProposalID, error) {
	n, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil || n < 1 {
		return 0, value.ErrNotFound
	}
	return review.ProposalID(n), nil
}

// proposal reads the proposal of the address, with the names of people.
func (s *Server) proposalOf(c *gin.Context) (app.ProposalView, people, error) {
	id, err := proposalID(c)
	if err != nil {
		return app.ProposalView{}, nil, err
	}
	v, err := s.app.Proposal(c.Request.Context(), s.person(c), id)
	if err != nil {
		return v, nil, err
	}
	all, err := s.app.People(c.Request.Context())
	return v, peopleOf(all), err
}

// proposals lists the proposals of the plan that is followed; the filters stand in the address.
func (s *Server) proposals(c *gin.Context) error {
	by := s.person(c)
	f := app.ProposalFilter{Plan: s.planID(c), Campaign: review.CampaignID(c.Query("dot")), State: review.State(c.Query("trang-thai")),
		Mine: c.Query("cua-toi") == "1", Waiting: c.Query("cho-toi") == "1"}
	list, err := s.app.Proposals(c.Request.Context(), by, f)
	if err != nil {
		return err
	}
	all, err := s.app.People(c.Request.Context())
	if err != nil {
		return err
	}
	who := peopleOf(all)
	m := proposalList{frame: s.frame(c, s.text.Say("nav.proposals")), State: s.text.Say("proposal.list_state", len(list.Rows), list.Total, list.Wait),
		MayNew: by.May(account.EditReview), Facets: s.proposalFacets(c.Request.URL.Query(), list)}
	for _, r := range list.Rows {
		m.Rows = append(m.Rows, s.proposalLine(r, list.Plan, who))
	}
	m.Nothing = emptyState{Text: s.text.Say("proposal.none_yet")}
	if list.Total > 0 {
		m.Nothing = emptyState{Text: s.text.Say("proposal.none_left"), Next: link{s.text.Say("proposal.all"), proposalsPath}}
	} else if m.MayNew {
		m.Nothing.Next = link{s.text.Say("proposal.new"), proposalsPath + "/moi"}
	}
	return s.show(c, http.StatusOK, "proposal/list", m)
}

func (s *Server) proposalLine(r app.ProposalRow, plan review.Plan, who people) proposalLine {
	p := r.Proposal
	return proposalLine{Href: proposalHref(p.ID), Codes: shortCodes(codesOf(r.Items)), Title: proposalTitle(p, r.Items), Campaign: campaignName(plan, p.Campaign),
		Conclusion: s.text.Name("conclusion", string(p.Conclusion)), State: s.pathBadge(p), Waiting: r.Waiting, Author: who.shown(p.Author),
		Before: s.moneyOr(r.Cost.Before), Saving: s.moneyOr(r.Cost.Saving()), Percent: savingPercent(r.Cost), Badges: s.proposalBadges(p)}
}

// shortCodes is a few codes, and how many more there are.
func shortCodes(codes []string) string {
	const most = 3
	if len(codes) > most {
		return strings.Join(codes[:most], ", ") + " +" + strconv.Itoa(len(codes)-most)
	}
	return strings.Join(codes, ", ")
}

func (s *Server) proposalBadges(p review.Proposal) []badge {
	var out []badge
	if len(p.Members) > 1 {
		out = append(out, badge{Text: s.text.Say("proposal.group", len(p.Members))})
	}
	if p.Alternative {
		out = append(out, badge{Text: s.text.Say("proposal.alternative_badge"), Tone: "warn"})
	}
	return out
}

func campaignName(p review.Plan, id review.CampaignID) string {
	for _, c := range p.Campaigns {
		if c.ID == id {
			return c.Name
		}
	}
	return string(id)
}

// proposalFacets are the filters as links that set and lift them.
func (s *Server) proposalFacets(now url.Values, list app.ProposalList) []facetList {
	set := func(name, v string) facetValue {
		q := url.Values{}
		for k, x := range now {
			q[k] = x
		}
		f := facetValue{Set: now.Get(name) == v}
		if f.Set {
			q.Del(name)
		} else {
			q.Set(name, v)
		}
		f.Href = proposalsPath
		if len(q) > 0 {
			f.Href += "?" + q.Encode()
		}
		return f
	}
	with := func(f facetValue, text, count string) facetValue {
		f.Text, f.Count = text, count
		return f
	}
	mine := facetList{Title: s.text.Say("proposal.whose"), Values: []facetValue{
		with(set("cho-toi", "1"), s.text.Say("proposal.waiting"), strconv.Itoa(list.Wait)), with(set("cua-toi", "1"), s.text.Say("proposal.mine"), "")}}
	states := facetList{Title: s.text.Say("proposal.state")}
	for _, st := range review.States {
		states.Values = append(states.Values, with(set("trang-thai", string(st)), viet.Capital(s.text.Name("state", string(st))), ""))
	}
	campaigns := facetList{Title: s.text.Say("proposal.campaign")}
	for _, x := range list.Plan.Campaigns {
		campaigns.Values = append(campaigns.Values, with(set("dot", string(x.ID)), x.Name, ""))
	}
	return []facetList{mine, states, campaigns}
}

// newProposalForm is the page on which a proposal is begun.
func (s *Server) newProposalForm(c *gin.Context) error {
	return s.showNewProposal(c, http.StatusOK, url.Values{"procedure": c.QueryArray("procedure")}, nil)
}

func (s *Server) showNewProposal(c *gin.Context, status int, typed url.Values, problems value.Problems) error {
	options, err := s.app.OpenProcedures(c.Request.Context(), s.person(c), s.planID(c))
	if err != nil {
		return err
	}
	m := proposalNew{frame: s.frame(c, s.text.Say("proposal.new"))}
	for _, x := range options {
		campaign := newCampaign{ID: string(x.Plan) + "/" + string(x.Campaign.ID), Name: x.Campaign.Name}
		for _, item := range x.Items {
			v := campaign.ID + "/" + string(item.Code)
			campaign.Choices = append(campaign.Choices, newChoice{Value: v, Code: string(item.Code), Name: item.Name, Checked: slices.Contains(typed["procedure"], v)})
		}
		if len(x.Items) == 0 {
			campaign.Nothing = s.text.Say("proposal.nothing_open")
		}
		m.Campaigns = append(m.Campaigns, campaign)
	}
	f := field.NewSheet(s.text, typed, problems)
	m.TitleAsk = f.Cell("title", s.text.Say("proposal.title"), field.Hint(s.text.Say("proposal.title_hint")))
	m.Summary = f.Summary()
	return s.show(c, status, "proposal/new", m)
}

// newProposal begins a proposal and opens its form.
func (s *Server) newProposal(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	n := app.NewProposal{Title: strings.TrimSpace(in.Get("title"))}
	if from, isCopy := strings.CutPrefix(in.Get("from"), proposalsPath+"/"); isCopy {
		id, err := strconv.ParseInt(from, 10, 64)
		if err != nil {
			return value.ErrNotFound
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
	if err := problems.Err(); err != nil {
		return s.showNewProposal(c, http.StatusUnprocessableEntity, in, problems)
	}
	id, err := s.app.NewProposal(c.Request.Context(), s.person(c), n)
	if errors.As(err, &problems) && !errors.Is(err, value.ErrForbidden) {
		return s.showNewProposal(c, http.StatusUnprocessableEntity, in, problems)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, proposalHref(id)+"/sua")
	return nil
}

// proposal shows one proposal.
func (s *Server) proposal(c *gin.Context) error {
	return s.showProposal(c, http.StatusOK, nil, nil)
}

func (s *Server) showProposal(c *gin.Context, status int, typed url.Values, problems value.Problems) error {
	v, who, err := s.proposalOf(c)
	if err != nil {
		return err
	}
	by := s.person(c)
	p := v.Proposal
	m := proposalShow{frame: s.frame(c, proposalTitle(p, itemsOf(v))), Head: s.proposalHead(v, who), Cost: s.proposalCost(v.Cost), Impact: s.impact(v),
		Path: s.path(p, v.Steps, who), Notices: s.problemLines(v, v.Notices), Measures: s.measures(p), Roadmap: p.Roadmap, InWords: s.inWords(v)}
	if review.Granted.Has(p.State) {
		m.ImpactNote = s.text.Say("proposal.impact_decided")
	} else {
		m.ImpactNote = s.text.Say("proposal.impact_if")
	}
	if p.Conclusion != "" && !p.Alternative {
		m.Open = s.problemLines(v, v.Open)
	}
	m.Actions, m.Summary = s.stepForms(v, by, typed, problems, false)
	writes := by.May(account.EditReview)
	mine := p.Author == "" || p.Author == by.Name
	switch {
	case writes && mine && p.IsEditable():
		m.Edit = []link{{s.text.Say("proposal.edit"), m.Head.Href + "/sua"}, {s.text.Say("proposal.costs"), m.Head.Href + "/chi-phi"}}
		if p.Alternative {
			m.Main = m.Head.Version
		}
	case writes && p.IsEditable():
		m.EditWhy = s.sentence(value.Problem{Code: "proposal.of_another", Args: []any{who.shown(p.Author)}})
	}
	m.Copy = writes && !p.Alternative
	for _, a := range p.Amendments {
		m.Amendments = append(m.Amendments, amendmentLine{a.Document, a.Article, a.Request, a.By})
	}
	for _, code := range p.Merged {
		m.Merged = append(m.Merged, link{string(code), procedureHref(code)})
	}
	if effort, known := p.Effort.Get(); known {
		m.Effort = s.text.Say("proposal.effort_line", viet.Decimal(effort))
	}
	if p.Decision.Number != "" {
		m.Decision = s.text.Say("proposal.decision", p.Decision.Number, viet.ShortDate(p.Decision.Date))
	}
	if v.Scan != nil {
		m.Scan = link{s.text.Say("proposal.scan", v.Scan.Name), m.Head.Href + "/quyet-dinh"}
	}
	for i, x := range v.Members {
		m.Members = append(m.Members, s.memberShow(i, v, x, true))
	}
	for _, o := range v.Others {
		m.Others = append(m.Others, otherProposal{proposalHref(o.ID), s.text.Say("proposal.other", int64(o.ID), s.text.Name("conclusion", string(o.Conclusion))), s.pathBadge(o)})
	}
	return s.show(c, status, "proposal/show", m)
}

func itemsOf(v app.ProposalView) []review.ListItem {
	out := make([]review.ListItem, len(v.Members))
	for i, m := range v.Members {
		out[i] = m.Item
	}
	return out
}

func (s *Server) proposalHead(v app.ProposalView, who people) proposalHead {
	p := v.Proposal
	h := proposalHead{Href: proposalHref(p.ID), Name: proposalTitle(p, itemsOf(v)), State: s.pathBadge(p), Badges: s.proposalBadges(p), Version: strconv.Itoa(p.Version)}
	for _, m := range v.Members {
		h.Codes = append(h.Codes, link{string(m.Item.Code), procedureHref(m.Item.Code)})
	}
	author := ""
	if p.Author != "" {
		author = s.text.Say("proposal.by", who.shown(p.Author))
	}
	h.Line = joined(" · ", s.text.Name("conclusion", string(p.Conclusion)), campaignName(v.Plan, p.Campaign), author, s.text.Say("proposal.version", p.Version))
	if p.Note != "" {
		switch p.State {
		case review.Returned:
			h.Returned = s.text.Say("proposal.returned", lastActor(v.Steps, who), p.Note)
		case review.Forwarded, review.Accepted, review.Refused:
			h.Returned = s.text.Say("proposal.note", viet.Capital(s.text.Name("state", string(p.State))), p.Note)
		}
	}
	return h
}

// lastActor is who took the last step, empty where none is known.
func lastActor(steps []app.ProposalStep, who people) string {
	if len(steps) == 0 {
		return "–"
	}
	return who.shown(steps[len(steps)-1].Actor)
}

func (s *Server) proposalCost(c review.PricedProposal) proposalCost {
	out := proposalCost{Before: s.moneyOr(c.Before), After: s.moneyOr(c.After), Saving: s.moneyOr(c.Saving()), Percent: savingPercent(c)}
	if saving, known := c.Saving().Get(); known && saving < 0 {
		out.Tone = "bad"
	}
	return out
}

// impact is what the proposal does to the targets of its campaign.
func (s *Server) impact(v app.ProposalView) []impactLine {
	var out []impactLine
	for i, with := range v.With.Targets {
		without := v.Without.Targets[i]
		if with.Campaign != v.Proposal.Campaign || with.Metric == review.Issued || with.Denominator == 0 {
			continue
		}
		line := impactLine{Title: s.text.Name("metric", string(with.Metric)), Without: targetPercent(without), With: targetPercent(with), Verdict: s.verdict(with.Met)}
		if with.Missing > 0 {
			if with.Metric == review.Cost {
				line.Missing = s.text.Say("targets.missing_money", viet.Money(value.Money(with.Missing)))
			} else {
				line.Missing = s.text.Say("targets.missing_count", with.Missing)
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

func (s *Server) verdict(met *bool) verdict {
	switch {
	case met == nil:
		return verdict{"–", s.text.Say("verdict.none"), ""}
	case *met:
		return verdict{"✓", s.text.Say("verdict.met"), "met"}
	}
	return verdict{"✗", s.text.Say("verdict.not_met"), "bad"}
}

// inWords is what the proposal changes, in sentences: what changes in the text of each procedure.
func (s *Server) inWords(v app.ProposalView) []string {
	var out []string
	if v.Proposal.Conclusion == review.Abolish || v.Proposal.Conclusion == review.Keep || v.Proposal.Conclusion == review.Merge || v.Proposal.Conclusion == review.Decentralise {
		out = append(out, s.text.Name("conclusion", string(v.Proposal.Conclusion)))
	}
	for _, m := range v.Members {
		words := joined(", ", s.remarks(m.Remarks)...)
		switch {
		case words == "":
		case len(v.Members) > 1:
			out = append(out, viet.Capital(s.text.Say("proposal.member_words", m.Item.Code, words)))
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

func (s *Server) measures(p review.Proposal) []measureLine {
	var out []measureLine
	for _, m := range p.Measures {
		line := measureLine{Kind: s.text.Name("measure", string(m.Kind)), Content: m.Content, Reason: m.Reason}
		if m.Part != "" {
			line.Part = s.text.Name("part", string(m.Part))
		}
		if line.Content == "" {
			line.Content = line.Kind
		}
		out = append(out, line)
	}
	return out
}

// memberShow is one procedure of a proposal with its diff, and its tables where asked for.
func (s *Server) memberShow(i int, v app.ProposalView, m app.MemberView, costs bool) memberShow {
	out := memberShow{ID: "thu-tuc-" + strconv.Itoa(i+1), Code: string(m.Item.Code), Name: m.Item.Name, Href: procedureHref(m.Item.Code), InWords: s.remarks(m.Remarks)}
	changed, same := changedParts(m.Diff)
	for _, part := range changed {
		title := s.text.Name("part", string(part.Part))
		x := compared(part, title)
		x.ID = out.ID + "-" + x.ID
		out.Parts = append(out.Parts, x)
	}
	if len(same) > 0 && len(changed) > 0 {
		out.Same = s.text.Say("proposal.same", len(same))
	}
	switch {
	case m.Newest > m.Member.Baseline:
		out.Note = s.text.Say("proposal.newer", m.Newest, m.Member.Baseline)
	case m.Frozen():
		out.Note = s.text.Say("proposal.frozen_text")
	}
	if costs && (m.Member.Before != nil || m.Member.After != nil) {
		out.HasCost = true
		out.Cost = s.costView(typedTables{"before": typedOf(rowsIn(m.Member.Before)), "after": typedOf(rowsIn(m.Member.After))}, nil)
		out.Cost.ID = costID + "-" + strconv.Itoa(i+1)
		if m.Member.After == nil && m.Priced.After.IsKnown() { // zero for what is abolished, as before for what stays
			out.Cost.After.Annual = s.moneyOr(m.Priced.After)
			out.Cost.Saving, out.Cost.Percent = s.moneyOr(m.Priced.Saving()), savingPercent(m.Priced)
		} else if !m.Priced.After.IsKnown() {
			out.Cost.After.Annual, out.Cost.Saving, out.Cost.Percent = s.text.Say("cost.unpriced"), "–", "–"
		}
	}
	return out
}

// problemLines are problems in words, with the place in the proposal that each speaks of.
func (s *Server) problemLines(v app.ProposalView, list value.Problems) []string {
	var out []string
	for _, p := range list {
		text := s.sentence(p)
		if place := s.proposalPlace(v, p.Field); place != "" {
			text = place + ": " + field.Clause(s.text, p)
		}
		out = append(out, text)
	}
	return out
}

// scan gives the signed scan of a proposal's decision away, as a file and never as a page.
func (s *Server) scan(c *gin.Context) error {
	id, err := proposalID(c)
	if err != nil {
		return err
	}
	f, err := s.app.Scan(c.Request.Context(), s.person(c), id)
	if err != nil {
		return err
	}
	return s.giveScan(c, f, "quyet-dinh-"+strconv.FormatInt(int64(id), 10))
}

// giveScan sends a scan as a file of that name.
func (s *Server) giveScan(c *gin.Context, f app.ScanFile, name string) error {
	defer func() {
		if err := f.Content.Close(); err != nil {
			s.log.Error("scan not closed", "error", err)
		}
	}()
	h := c.Writer.Header()
	h.Set("Content-Type", f.MIME)
	h.Set("Content-Disposition", `attachment; filename="`+name+f.Ending+`"`)
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("Cache-Control", "private, no-store")
	http.ServeContent(c.Writer, c.Request, "", s.app.Now(), f.Content)
	return nil
}

// makeMain puts an alternative in the place of the main proposal.
func (s *Server) makeMain(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	id, err := proposalID(c)
	if err != nil {
		return err
	}
	base, _ := strconv.Atoi(in.Get("version")) // no number is no version that stands
	err = s.app.MakeMain(c.Request.Context(), s.person(c), id, base)
	var problems value.Problems
	if errors.As(err, &problems) && !errors.Is(err, value.ErrForbidden) {
		return s.showProposal(c, http.StatusUnprocessableEntity, nil, problems)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, proposalHref(id))
	return nil
}

// whoWrote is the name of who saved a version, for the page of a conflict.
func (s *Server) whoWrote(ctx context.Context, p review.Proposal) string {
	all, err := s.app.People(ctx)
	if err != nil {
		return p.Author
	}
	return peopleOf(all).shown(p.Author)
}
