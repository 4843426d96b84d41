package proposal

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

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
