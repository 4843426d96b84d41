package report

import (
	"context"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// summaryPath is where the report on a review's results is written.
const summaryPath = "/bao-cao/tong-hop"

// summaryHref is that page for a campaign, or for all of a plan ("").
func summaryHref(c review.CampaignID) string { return summaryPath + campaignQuery(c) }

// campaignQuery names a campaign in an address, or all of the plan ("").
func campaignQuery(c review.CampaignID) string {
	if c == "" {
		return ""
	}
	return "?dot=" + url.QueryEscape(string(c))
}

// Summary shows the report on a review's results as people write it: parts I, III and IV beside what the program found
// for part II.
func (s *Room) Summary(c *gin.Context) error {
	return s.showSummary(c, review.CampaignID(c.Query("dot")), page.Shown(nil))
}

func (s *Room) showSummary(c *gin.Context, campaign review.CampaignID, t page.Typed) error {
	b, err := s.App.Summary(c.Request.Context(), s.PlanID(c), campaign)
	if err != nil {
		return err
	}
	effects, err := s.App.SummaryEffects(c.Request.Context(), string(b.Plan.ID), campaign)
	if err != nil {
		return err
	}
	by, takes, query := s.Person(c), b.Plan.TakesWork() == nil, campaignQuery(campaign)
	m := summaryBook{
		Frame:    s.Frame(c, s.Text.Say("summary.headline")),
		Headline: b.Title,
		State:    s.Text.Say("report.state", viet.ShortDate(b.AsOf)),
		PlanID:   b.Plan.ID,
		Campaign: campaign,
		Both:     t.Both,
		Choices:  summaryChoices(s, b),
		Draft: draft{
			Preview: previewPath + summaryKind + query,
			Files:   reportFiles("/bao-cao/"+summaryKind, query),
			Found:   b.Found,
			Holes:   strings.Join(page.Holes(s.Text, b.Holes), "; "),
		},
		Issued:  s.issuedLines(b.Issued),
		Effects: s.effects(effects),
		Opened:  opened(t),
		MayEdit: by.May(account.EnterFigures) && takes,
	}
	places := s.summaryPlaces(c, b)
	f := field.NewSheet(s.Text, places.values(t), t.Problems)
	f.Keys = placeKeys
	m.Places = s.lay(c, places, f, t, m.MayEdit)
	if by.May(account.IssueReport) && takes {
		if !f.Typed.Has(summaryKind + ".date") {
			f.Typed.Set(summaryKind+".date", viet.ShortDate(s.App.Today()))
		}
		m.Kind = summaryKind
		m.Issue = s.issueFields(f, summaryKind, "", viet.LowerFirst(s.Text.Name("report_kind", summaryKind)), nil)
	}
	m.Summary, m.Index = f.Summary(), s.bookIndex(m.Draft, m.Places, len(m.Issue) > 0)
	return s.Show(c, t.Status, "report/summary", m)
}

// summaryChoices lead to the report on each campaign, and on all.
func summaryChoices(s *Room, b app.SummaryBook) (out []page.MonthTab) {
	tab := func(c review.CampaignID, name string) {
		out = append(out, page.MonthTab{Text: name, Label: name, Href: summaryHref(c), Current: c == b.Campaign})
	}
	tab("", s.Text.Say("report.all_campaigns"))
	for _, c := range b.Plan.Campaigns {
		tab(c.ID, c.Name)
	}
	return out
}

// summaryPlaces are the parts that people write.
func (s *Room) summaryPlaces(c *gin.Context, b app.SummaryBook) book {
	out := book{
		entries: b.Entries,
		title: func(id review.PlaceID) string {
			return s.Text.Name("summary_part", string(id[strings.LastIndex(string(id), "/")+1:]))
		},
		check: func(e review.MonthEntry) value.Problems { return review.CheckSummaryEntry(b.Plan, e) },
		save: func(ctx context.Context, typed []app.TypedEntry) error {
			return s.App.SaveSummary(ctx, s.Person(c), b.Plan.ID, typed)
		},
		newest: func() (map[review.PlaceID]app.SavedEntry, error) {
			now, err := s.App.Summary(c.Request.Context(), string(b.Plan.ID), b.Campaign)
			return now.Entries, err
		},
		to:    summaryHref(b.Campaign),
		again: func(t page.Typed) error { return s.showSummary(c, b.Campaign, t) },
	}
	for _, part := range review.SummaryParts {
		out.places = append(out.places, review.SummaryPlace(b.Campaign, part))
	}
	return out
}

// SaveSummary keeps what was written for the report on a review's results.
func (s *Room) SaveSummary(c *gin.Context, in url.Values) (page.Act, error) {
	b, err := s.App.Summary(c.Request.Context(), s.PlanID(c), review.CampaignID(in.Get("dot")))
	if err != nil {
		return page.Act{}, err
	}
	places := s.summaryPlaces(c, b).beside(in, previewPath+summaryKind+campaignQuery(b.Campaign),
		func(t page.Typed) error { return s.previewSummary(c, b, t) })
	return s.saveBook(c, in, places), nil
}

// summaryBook is the report on a review's results as people write it. Template: report/summary.
type summaryBook struct {
	page.Frame
	Headline, State string
	PlanID          review.PlanID
	Campaign        review.CampaignID
	Both            page.BothVersions
	Summary         field.Summary
	Choices         []page.MonthTab
	Issued          []issuedLine
	Draft           draft
	Effects         []string // what issuing it is to the dates of the plan
	Opened          string
	Index           page.Index
	Places          []placeShow
	Kind            string
	Issue           []field.Cell // none: not to be issued by whoever asks
	MayEdit         bool
}
