package review

import (
	"fmt"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
)

// Ineligible is the code of the reason why a procedure may not enter a campaign's list, "" where it may. Only
// what is ours enters, and what is not sorted yet is not ours; only what is announced or in force: neither
// drafts nor repealed nor typical procedures. The campaign of plan 29 on internal procedures takes group B alone.
//
// Plan 29/KH-UBND, III.1(b).
func Ineligible(p catalog.Procedure, s Scope) string {
	switch {
	case s == ScopePublic && p.Kind != catalog.Public:
		return "procedure.not_public"
	case s == ScopeInternal && p.Kind != catalog.Internal:
		return "procedure.not_internal"
	case s == ScopeInternalA && (p.Kind != catalog.Internal || p.Group != catalog.GroupA):
		return "procedure.not_group_a"
	case s == ScopeInternalB && (p.Kind != catalog.Internal || p.Group != catalog.GroupB):
		return "procedure.not_group_b"
	case p.Status == catalog.Typical:
		return "procedure.typical"
	case p.Ours == catalog.NotSorted:
		return "procedure.not_sorted"
	case !p.Ours.IsOurs():
		return "procedure.not_ours"
	case p.Status != catalog.Announced && p.Status != catalog.InForce:
		return "procedure.not_in_force"
	}
	return ""
}

// Candidate is a procedure chosen for a campaign's list, with the review plan's line for it.
type Candidate struct {
	Procedure catalog.Procedure
	Version   int
	Why       string
	Officer   string
	Due       value.Date
	Product   string
}

// Start freezes the list of a campaign (baseline): what was chosen, as it stands now, and the rules that the
// plan has now. It refuses an unknown campaign, one that has a list already, an empty choice, and every
// candidate that may not enter, stands there twice or is due after the campaign.
//
// Decree 63/2010/NĐ-CP, article 30 clause 2.
func Start(p Plan, c CampaignID, standing []ListItem, chosen []Candidate) ([]ListItem, Rules, error) {
	i := slices.IndexFunc(p.Campaigns, func(x CampaignPlan) bool { return x.ID == c })
	var out value.Problems
	switch {
	case i < 0:
		out.Add("campaign", "campaign.unknown", string(c), p.Number)
		return nil, Rules{}, out
	case len(standing) > 0:
		out.Add("campaign", "campaign.started", string(c))
	case len(chosen) == 0:
		out.Add("procedures", "procedures.missing")
	}
	items := make([]ListItem, 0, len(chosen))
	seen := map[catalog.Code]bool{}
	for n, x := range chosen {
		at := fmt.Sprintf("procedures[%d]", n)
		if key := x.Procedure.Code.Key(); seen[key] {
			out.Add(at+".code", "procedure.twice", string(x.Procedure.Code))
		} else {
			seen[key] = true
		}
		out = append(out, x.check(p.Campaigns[i]).Under(at)...)
		items = append(items, x.item())
	}
	if err := out.Err(); err != nil {
		return nil, Rules{}, err
	}
	return items, p.Rules, nil
}

func (x Candidate) check(c CampaignPlan) value.Problems {
	var out value.Problems
	if code := Ineligible(x.Procedure, c.Takes()); code != "" {
		out.Add("code", code, string(x.Procedure.Code))
	}
	if !c.Due.IsZero() && x.Due.After(c.Due) {
		out.Add("due", "due.after_campaign", c.Due)
	}
	return out
}

func (x Candidate) item() ListItem {
	p := x.Procedure
	return ListItem{
		Code: p.Code, Name: p.Name, Kind: p.Kind, Group: p.Group, Field: p.Field, Version: x.Version,
		Why: x.Why, Officer: x.Officer, Due: x.Due, Product: x.Product,
	}
}

// ListNotices tells what a review plan still leaves open line by line: why a procedure is reviewed, by whom, by
// when, and what shall come of it.
//
// Decree 63/2010/NĐ-CP, article 30 clause 2.
func ListNotices(items []ListItem) value.Problems {
	var out value.Problems
	for i, item := range items {
		at := fmt.Sprintf("procedures[%d].", i)
		if strings.TrimSpace(item.Why) == "" {
			out.Add(at+"why", "why.missing", string(item.Code))
		}
		if item.Officer == "" {
			out.Add(at+"officer", "officer.missing", string(item.Code))
		}
		if item.Due.IsZero() {
			out.Add(at+"due", "due.missing", string(item.Code))
		}
		if strings.TrimSpace(item.Product) == "" {
			out.Add(at+"product", "product.missing", string(item.Code))
		}
	}
	return out
}
