package app

import (
	"context"
	"io"
	"maps"
	"strings"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/report/docx"
	"rasoat/report/html"
	"rasoat/report/xlsx"
	"rasoat/review"
	"rasoat/value"
)

// ReportOptions say which report, of which day and campaign.
type ReportOptions struct {
	Kind      string // one of report.Kinds
	Format    string // "docx", "xlsx" or "html"
	Plan      string
	Campaign  review.CampaignID // empty: all of the plan
	Procedure catalog.Code      // of forms: one procedure alone
	Number    string
	Date      value.Date  // printed, and the day of the figures; zero: today
	Month     value.Month // of reports on a month; zero: the newest with figures, or the last whose period has ended
	Section   bool        // of the monthly report: to be put into another one
}

// reportWriters writes a document in each format.
var reportWriters = map[string]func(io.Writer, report.Document) error{
	"docx": docx.Write,
	"html": html.Write,
	"xlsx": xlsx.Write,
}

// documents says how each kind of report is filled.
var documents = map[report.Kind]func(*App, context.Context, ReportOptions) (report.Document, error){
	report.KindReviewSummary: (*App).reviewSummary,
	report.KindAdditions:     (*App).additionsRequest,
	report.KindIndicators:    (*App).indicatorReport,
	report.KindMonthly:       (*App).monthlyReport,
	report.KindInternalList:  (*App).internalList,
	report.KindReviewPlan:    (*App).reviewPlanReport,
	report.KindProposals:     (*App).proposalsReport,
	report.KindSubmission:    (*App).submission,
	report.KindDecision:      (*App).decision,
	report.KindForm02:        (*App).forms02,
	report.KindForm03:        (*App).forms03,
}

// ReportKinds lists the kinds of reports that can be written.
func ReportKinds() []string {
	var out []string
	for _, k := range report.Kinds {
		out = append(out, string(k))
	}
	return out
}

// HasReport reports whether a kind of report can be written.
func HasReport(kind string) bool {
	_, known := documents[report.Kind(kind)]
	return known
}

// Report writes a report. What is not known is a dotted line, never a reason to refuse.
func (a *App) Report(ctx context.Context, w io.Writer, o ReportOptions) error {
	write, known := reportWriters[o.Format]
	if !known {
		return value.Problems{{Field: "--format", Code: "report.format", Args: []any{o.Format}}}
	}
	fill, known := documents[report.Kind(o.Kind)]
	if !known {
		return value.Problems{{Field: "KIND", Code: "report.kind", Args: []any{o.Kind}}}
	}
	number, unread := review.ParsePaperNumber(o.Number)
	if len(unread) == 0 {
		o.Number = number.Digits()
	}
	d, err := fill(a, ctx, o)
	if err != nil {
		return err
	}
	if _, wrong := number.Of(d.Letterhead.NumberSuffix); len(wrong) > 0 {
		wrong[0].Field = "--number"
		return wrong
	}
	return write(w, d)
}

// ReportDraft is what is known of a report before it is written: its title, the day of its figures, and what it lacks.
type ReportDraft struct {
	Title       string
	AsOf        value.Date
	Particulars []string // missing: "số văn bản", "họ tên người ký"
	Passages    []string // that people have to write
	Campaigns   []review.CampaignPlan
	Listed      bool // some campaign of it has a list
}

// ReportDraft tells what a report would say and lack.
func (a *App) ReportDraft(ctx context.Context, o ReportOptions) (ReportDraft, error) {
	d, err := a.reviewSummary(ctx, o)
	if err != nil {
		return ReportDraft{}, err
	}
	s, err := a.planToday(ctx, o.Plan)
	if err != nil {
		return ReportDraft{}, err
	}
	out := ReportDraft{Title: d.Title, AsOf: d.Date}
	out.Particulars, out.Passages = d.Holes()
	for _, b := range s.boards {
		if o.Campaign == "" || o.Campaign == b.Campaign.ID {
			out.Campaigns = append(out.Campaigns, b.Campaign)
			out.Listed = out.Listed || !b.Started.IsZero()
		}
	}
	return out, nil
}

func (a *App) reviewSummary(ctx context.Context, o ReportOptions) (report.Document, error) {
	in, err := a.summaryOf(ctx, o)
	if err != nil {
		return report.Document{}, err
	}
	return in.Document(), nil
}

// summaryOf gathers what the report on a review's results prints: what people wrote, then what the program counts.
func (a *App) summaryOf(ctx context.Context, o ReportOptions) (report.ReviewSummary, error) {
	var summary report.ReviewSummary
	in, err := a.targetInput(ctx, o.Plan, o.Date)
	if err != nil {
		return summary, err
	}
	targets, err := review.CheckTargets(in)
	if err != nil {
		return summary, err
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return summary, err
	}
	commune = commune.under(in.Plan)
	in.Plan.Issuer = commune.issuerOf(in.Plan)
	if o.Campaign != "" && !hasCampaign(in.Plan, o.Campaign) {
		return summary, value.Problems{{
			Field: "--campaign",
			Code:  "campaign.unknown",
			Args:  []any{o.Campaign, in.Plan.Number},
		}}
	}
	words, err := a.summaryWords(ctx, in.Plan.ID, o.Campaign)
	if err != nil {
		return summary, err
	}
	summary = report.ReviewSummary{
		Letterhead: commune.letterhead("BC"),
		Number:     o.Number,
		Date:       in.AsOf,
		AsOf:       in.AsOf,
		Addressees: []string{commune.Addressee},
		Plan:       in.Plan,
		Words:      words,
		Names:      a.names(),
		Bases:      map[catalog.Code]catalog.Procedure{},
	}
	for _, c := range in.Plan.Campaigns {
		if o.Campaign != "" && c.ID != o.Campaign {
			continue
		}
		one, err := reviewedCampaign(in, targets, c)
		if err != nil {
			return summary, err
		}
		bases, err := a.basesOf(ctx, one.Standings)
		if err != nil {
			return summary, err
		}
		maps.Copy(summary.Bases, bases)
		summary.Campaigns = append(summary.Campaigns, one)
	}
	return summary, nil
}

func reviewedCampaign(
	in review.TargetInput, targets review.TargetReport, c review.CampaignPlan,
) (report.ReviewedCampaign, error) {
	out := report.ReviewedCampaign{Plan: c, Rules: in.Rules[c.ID]}
	var err error
	if out.Standings, err = review.Standings(in.Lists[c.ID], campaignProposals(in, c.ID), in.AsOf); err != nil {
		return out, err
	}
	out.Summary = review.Summarise(out.Standings)
	if out.Costs, err = review.CostLines(out.Standings, review.Granted); err != nil {
		return out, err
	}
	if out.Wide, err = review.CostLines(out.Standings, review.Proposed); err != nil {
		return out, err
	}
	out.Shares = in.Plan.CostShares(c.ID, out.Rules)
	out.Frozen = targets.Frozen
	for i, t := range targets.Targets {
		if t.Campaign == c.ID {
			out.Targets, out.Proposed = append(out.Targets, t), append(out.Proposed, targets.Proposed[i])
		}
	}
	return out, nil
}

// campaignProposals are the proposals of one campaign.
func campaignProposals(in review.TargetInput, id review.CampaignID) (own []review.Proposal) {
	for _, p := range in.Proposals {
		if p.Campaign == id {
			own = append(own, p)
		}
	}
	return own
}

// issuerOf is who issued a plan, as a report names it: the commune itself. The starting content's plan names
// another commune; its name is printed by nobody else, and a commune that has not given its own has a dotted line.
func (c Commune) issuerOf(p review.Plan) string {
	switch {
	case c.Name == "":
		return ""
	case c.issued(p):
		return p.Issuer
	}
	return "Ủy ban nhân dân " + c.Title()
}

// issued reports whether a plan is the commune's own, as the starting content's is only Vĩnh Chấp's.
func (c Commune) issued(p review.Plan) bool {
	return c.Name != "" && strings.Contains(strings.ToLower(p.Issuer), strings.ToLower(c.Title()))
}

// withAddressee is a campaign as the commune's papers name its addressee: whom its own plan names, else whom the
// commune does. Whom another commune reports to is printed by nobody.
func (c Commune) withAddressee(p review.Plan, campaign review.CampaignPlan) review.CampaignPlan {
	if !c.issued(p) || campaign.To == "" {
		campaign.To = c.Addressee
	}
	return campaign
}

// letterhead is the commune's particulars as a document of a type needs them; what was not given stays empty.
func (c Commune) letterhead(typeSymbol string) report.Letterhead {
	l := report.Letterhead{
		Parent:   c.Parent,
		Place:    c.Place,
		Capacity: c.Capacity,
		Title:    c.SignTitle,
		Signer:   c.Signer,
		Chairman: report.Signature{Capacity: c.ChairmanCapacity, Title: c.ChairmanTitle, Signer: c.ChairmanSigner},
		Unit:     c.controlUnit(),
	}
	if c.Name != "" {
		l.Issuer = []string{"ỦY BAN NHÂN DÂN", strings.ToUpper(c.Title())}
		l.Name = "UBND " + c.Title()
		if l.Place == "" {
			l.Place = c.Name
		}
	}
	if c.Symbol != "" {
		l.NumberSuffix = typeSymbol + "-" + c.Symbol
	} else {
		l.NumberSuffix = typeSymbol + "-UBND"
	}
	if c.Superior != "" {
		l.Recipients = append(append([]string{c.Superior}, c.recipients...), l.Unit.Archive())
	}
	return l
}

// controlUnit is the unit that keeps procedure control, as papers name it.
func (c Commune) controlUnit() report.ControlUnit {
	u := report.ControlUnit{
		Symbol:    c.ControlSymbol,
		Signature: report.Signature{Capacity: c.ControlCapacity, Title: c.ControlTitle, Signer: c.ControlSigner},
	}
	if c.ControlUnit == "" {
		return u
	}
	u.Issuer, u.Name = strings.ToUpper(c.ControlUnit), c.ControlUnit
	if !strings.Contains(strings.ToLower(u.Name), strings.ToLower(c.Title())) {
		u.Name = strings.TrimSpace(u.Name + " " + c.Title())
	}
	return u
}

// Paper is the head and the foot of a report as a commune's particulars print them.
type Paper struct {
	report.Document
	NationalName, Motto string
	Above               [][]report.Run // above the signature
	Signer              []report.Run   // below it
}

// SamplePaper is what a commune's particulars print; number and day are dotted lines.
func SamplePaper(c Commune) Paper {
	p := Paper{
		Document: report.Document{
			Letterhead: c.clean().letterhead("BC"),
			Type:       "BÁO CÁO",
			Addressees: []string{c.Addressee},
		},
		NationalName: report.NationalName,
		Motto:        report.Motto,
	}
	above, signer := p.Letterhead.SignatureLines()
	p.Above, p.Signer = above, []report.Run{signer}
	return p
}

func (a *App) names() report.Names {
	return report.Names{
		Conclusion:  func(c review.Conclusion) string { return a.text.Name("conclusion", string(c)) },
		State:       func(s review.State) string { return a.text.Name("state", string(s)) },
		Level:       func(l catalog.Level) string { return a.text.Name("level", string(l)) },
		Denominator: func(d review.Denominator) string { return a.text.Name("denominator", string(d)) },
	}
}
