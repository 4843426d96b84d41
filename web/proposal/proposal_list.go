package proposal

import (
	"cmp"
	"maps"
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

// proposalList is the proposals of a plan. Template: proposal/list.
type proposalList struct {
	page.Frame
	List   app.ProposalList
	Facets []page.FacetList

	MayNew, MayApprove bool
}

// Codes are those of a proposal's procedures: a few, and how many more there are.
func (proposalList) Codes(r app.ProposalRow) string {
	const most = 3
	var codes []string
	for _, x := range r.Items[:min(len(r.Items), most)] {
		codes = append(codes, string(x.Code))
	}
	out := strings.Join(codes, ", ")
	if more := len(r.Items) - most; more > 0 {
		out += " +" + strconv.Itoa(more)
	}
	return out
}

// Name is what a proposal is called.
func (proposalList) Name(r app.ProposalRow) string { return proposalName(r.Proposal, r.Items) }

// Percent is the share that a proposal saves.
func (proposalList) Percent(r app.ProposalRow) string { return priced{r.Cost}.Percent() }

// proposalName is what a proposal is called: the title of a group, else the name of its procedure.
func proposalName(p review.Proposal, items []review.ListItem) string {
	var first review.ListItem
	if len(items) > 0 {
		first = items[0]
	}
	return cmp.Or(strings.TrimSpace(p.Title), first.Name, string(first.Code))
}

// List lists the proposals of the plan that is followed; the filters stand in the address.
func (s *Room) List(c *gin.Context) error {
	list, err := s.App.Proposals(c.Request.Context(), s.Person(c), app.ProposalFilter{
		Plan:     s.PlanID(c),
		Campaign: review.CampaignID(c.Query("dot")),
		State:    review.State(c.Query("trang-thai")),
		Mine:     c.Query("cua-toi") == "1",
		Waiting:  c.Query("cho-toi") == "1",
	})
	if err != nil {
		return err
	}
	return s.Show(c, http.StatusOK, "proposal/list", proposalList{
		Frame:      s.Frame(c, s.Text.Say("nav.proposals")),
		List:       list,
		Facets:     s.proposalFacets(c.Request.URL.Query(), list),
		MayNew:     s.Person(c).May(account.EditReview),
		MayApprove: s.Person(c).May(account.ApproveProposal),
	})
}

func (s *Room) proposalFacets(now url.Values, list app.ProposalList) []page.FacetList {
	link := func(name, value, text, count string) page.FacetValue {
		f := page.FacetValue{Text: text, Count: count, Href: page.ProposalsPath, Set: now.Get(name) == value}
		q := maps.Clone(now)
		q.Set(name, value)
		if f.Set {
			q.Del(name)
		}
		if len(q) > 0 {
			f.Href += "?" + q.Encode()
		}
		return f
	}
	mine := page.FacetList{Title: s.Text.Say("proposal.whose"), Values: []page.FacetValue{
		link("cho-toi", "1", s.Text.Say("proposal.waiting"), strconv.Itoa(list.Wait)),
		link("cua-toi", "1", s.Text.Say("proposal.mine"), ""),
	}}
	states := page.FacetList{Title: s.Text.Say("proposal.state")}
	for _, st := range review.States {
		name := viet.Capital(s.Text.Name("state", string(st)))
		states.Values = append(states.Values, link("trang-thai", string(st), name, ""))
	}
	campaigns := page.FacetList{Title: s.Text.Say("proposal.campaign")}
	for _, x := range list.Plan.Campaigns {
		campaigns.Values = append(campaigns.Values, link("dot", string(x.ID), x.Name, ""))
	}
	return []page.FacetList{mine, states, campaigns}
}

// proposalNew is where a proposal is begun, for one procedure or a group. Template: proposal/new.
type proposalNew struct {
	page.Frame
	Summary  field.Summary
	Open     []app.OpenCampaign
	Chosen   []string // procedures, as the form sends them: "kh-29-2024/internal-b/NB-01"
	TitleAsk field.Cell
}

// IsChosen reports whether the form was sent with that procedure.
func (m proposalNew) IsChosen(procedure string) bool { return slices.Contains(m.Chosen, procedure) }

// NewForm is the page on which a proposal is begun.
func (s *Room) NewForm(c *gin.Context) error {
	return s.showNewProposal(c, page.Shown(url.Values{"procedure": c.QueryArray("procedure")}))
}

func (s *Room) showNewProposal(c *gin.Context, t page.Typed) error {
	open, err := s.App.OpenProcedures(c.Request.Context(), s.Person(c), s.PlanID(c))
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m := proposalNew{
		Frame:    s.Frame(c, s.Text.Say("proposal.new")),
		Open:     open,
		Chosen:   t.Values["procedure"],
		TitleAsk: f.Cell("title", s.Text.Say("proposal.title"), field.Hint(s.Text.Say("proposal.title.hint"))),
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "proposal/new", m)
}

// Begin begins a proposal and opens its form.
func (s *Room) Begin(c *gin.Context, in url.Values) (page.Act, error) {
	again := func(t page.Typed) error { return s.showNewProposal(c, t) }
	return page.Act{Again: again, Do: func() (page.Done, error) {
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
	}}, nil
}

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
