package proposal

import (
	"cmp"
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
	"rasoat/web/field"
	"rasoat/web/page"
)

// proposalList is the proposals of a plan. Template: proposal/list.
type proposalList struct {
	page.Frame
	Of   app.ProposalList
	List page.Listing
	Rows []app.ProposalRow

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
func (proposalList) Percent(r app.ProposalRow) string { return priced{r.Cost, r.Shares}.Percent() }

// proposalName is what a proposal is called: the title of a group, else the name of its procedure.
func proposalName(p review.Proposal, items []review.ListItem) string {
	var first review.ListItem
	if len(items) > 0 {
		first = items[0]
	}
	return cmp.Or(strings.TrimSpace(p.Title), first.Name, string(first.Code))
}

// List lists the proposals of the plan that is followed.
func (s *Room) List(c *gin.Context) error {
	by := s.Person(c)
	all, err := s.App.Proposals(c.Request.Context(), by, app.ProposalFilter{Plan: s.PlanID(c)})
	if err != nil {
		return err
	}
	list := s.proposalList(all.Plan, by.Name, s.Names(c))
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, s.Text.Say("nav.proposals"), all.Rows)
	}
	m := proposalList{
		Frame:      s.Frame(c, s.Text.Say("nav.proposals")),
		Of:         all,
		MayNew:     by.May(account.EditReview),
		MayApprove: by.May(account.ApproveProposal),
	}
	m.List, m.Rows = list.Lay(s.Text, c.Request.URL, all.Rows)
	return s.Show(c, http.StatusOK, "proposal/list", m)
}

// proposalList is the list of proposals for whoever signs in by a name, newest first.
func (s *Room) proposalList(plan review.Plan, by string, names func(string) string) page.List[app.ProposalRow] {
	type row = app.ProposalRow
	allCodes := func(r row) string {
		var codes []string
		for _, x := range r.Items {
			codes = append(codes, string(x.Code))
		}
		return strings.Join(codes, ", ")
	}
	state := func(r row) string { return s.Text.Name("state", string(r.Proposal.State)) }
	campaign := func(r row) string { return page.CampaignName(plan, r.Proposal.Campaign) }
	order := make([]string, len(review.States))
	for i, st := range review.States {
		order[i] = string(st)
	}
	return page.List[row]{
		Of: "proposal.shown",
		Sought: func(r row) string {
			var all []string
			for _, x := range r.Items {
				all = append(all, x.Name)
			}
			return strings.Join(all, " ")
		},
		Columns: []page.Column[row]{
			page.WordsColumn("ma", "col.code", allCodes),
			page.WordsColumn("ten", "proposal.col.proposal", func(r row) string {
				return proposalName(r.Proposal, r.Items)
			}, page.Beside),
			page.WordsColumn("ket-luan", "proposal.conclusion", func(r row) string {
				return s.Text.Name("conclusion", string(r.Proposal.Conclusion))
			}, page.Beside),
			page.WordsColumn("ra-soat", "proposal.campaign", campaign, page.Beside),
			page.WordsColumn("tinh-trang", "col.status", state),
			page.WordsColumn("nguoi-soan", "proposal.col.author", func(r row) string {
				return names(r.Proposal.Author)
			}),
			page.MoneyColumn("truoc", "proposal.col.before", func(r row) value.Opt[value.Money] {
				return r.Cost.Before
			},
				page.InUnit("campaign.col.dong_a_year")),
			page.MoneyColumn("tiet-kiem", "campaign.col.saving", func(r row) value.Opt[value.Money] {
				return r.Cost.Saving()
			},
				page.InUnit("campaign.col.dong_a_year")),
			page.PercentColumn("ty-le", "cost.share", func(r row) string { return priced{r.Cost, r.Shares}.share() },
				page.InUnit("col.percent")),
		},
		Filters: []page.Filter[row]{
			{ID: "cho-toi", Title: "proposal.whose", Chips: true, Of: func(r row) []field.Option {
				if !r.Waiting {
					return nil
				}
				return page.One("1", s.Text.Say("proposal.waiting"))
			}},
			{ID: "cua-toi", Chips: true, Of: func(r row) []field.Option {
				if r.Proposal.Author != by {
					return nil
				}
				return page.One("1", s.Text.Say("proposal.mine"))
			}},
			{ID: "trang-thai", Title: "proposal.state", Chips: true, Order: order, Of: func(r row) []field.Option {
				return page.One(string(r.Proposal.State), state(r))
			}},
			{ID: "dot", Title: "proposal.campaign", Chips: true, Of: func(r row) []field.Option {
				return page.One(string(r.Proposal.Campaign), campaign(r))
			}},
		},
	}
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
