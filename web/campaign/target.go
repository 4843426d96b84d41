package campaign

import (
	"cmp"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Targets shows where the targets of the plan stand on a day of the address.
func (s *Room) Targets(c *gin.Context) error {
	typed := url.Values{"ngay": {c.Query("ngay")}}
	day, problems := page.TypedDate(typed, "ngay")
	status := http.StatusOK
	if len(problems) > 0 {
		status = http.StatusUnprocessableEntity
	}
	b, err := s.App.TargetBoard(c.Request.Context(), s.PlanID(c), day)
	if err != nil {
		return err
	}
	if typed.Get("ngay") == "" {
		typed.Set("ngay", viet.ShortDate(b.Report.AsOf))
	}
	m := targetBoard{
		Frame: s.Frame(c, s.Text.Say("nav.targets")),
		Of:    b,
		AsOf:  field.NewSheet(s.Text, typed, problems).Cell("ngay", s.Text.Say("targets.as_of"), field.Short),
	}
	s.SayGuessedYears(c, &m.Frame, b.Report.Guessed)
	p := targetPage{s: s, b: b, named: c.Query(page.PlanParam)}
	for i, t := range b.Report.Targets {
		if t.Metric == review.Issued || !p.main(t.Campaign) {
			m.Others = append(m.Others, p.line(t))
			continue
		}
		m.Targets = append(m.Targets, p.bar(t, b.Report.Proposed[i]))
		for _, code := range t.Unpriced {
			m.Unpriced = append(m.Unpriced, p.unpriced(t.Campaign, code))
		}
		for _, code := range t.Unmeasured {
			m.Unmeasured = append(m.Unmeasured, p.unmeasured(t.Campaign, code))
		}
	}
	for _, board := range b.Boards {
		if !p.main(board.Campaign.ID) {
			continue
		}
		m.Main = s.campaignHead(c, board)
		listed := s.Text.Say("targets.no_list")
		if !board.Started.IsZero() {
			listed = s.frozen(board)
		}
		m.State = page.Joined(" · ", s.Text.Say("targets.on", viet.ShortDate(b.Report.AsOf)), listed, p.left())
	}
	for _, d := range b.Open {
		m.Proposals = append(m.Proposals, p.deciding(d))
	}
	return s.Show(c, status, "campaign/target", m)
}

// targetPage makes the pieces of the page.
type targetPage struct {
	s     *Room
	b     app.TargetBoard
	named string // the plan that the address names
}

// main reports whether a campaign's targets are drawn as bars: those of campaigns whose cost or time is to be cut.
func (p targetPage) main(id review.CampaignID) bool {
	return p.b.Plan.MeasuresCost(id) || p.b.Plan.MeasuresTime(id)
}

// several reports whether the bars are those of more than one campaign.
func (p targetPage) several() bool {
	n := 0
	for _, c := range p.b.Plan.Campaigns {
		if p.main(c.ID) {
			n++
		}
	}
	return n > 1
}

// left says how many working days there are up to the last day of the first bar of cost or time.
func (p targetPage) left() string {
	for _, t := range p.b.Report.Targets {
		switch {
		case t.Metric != review.Cost && t.Metric != review.Time || t.LastDay.IsZero():
		case t.Late:
			return p.s.Text.Say("plan.late", viet.ShortDate(t.LastDay))
		default:
			return p.s.Text.Say("plan.left", p.b.Left[t.ID], viet.ShortDate(t.LastDay))
		}
	}
	return ""
}

// targetBar draws a target against its mark; a negative saving is an empty bar, more than all a full one.
func (s *Room) targetBar(t review.TargetResult) page.Bar {
	b := page.Bar{Percent: "0", Mark: t.Threshold.String(), Tone: s.verdict(t).Tone}
	if drawn, ok := t.Ratio().Percent(2); ok && !strings.HasPrefix(drawn, "-") {
		b.Percent = drawn
		if t.Numerator > t.Denominator {
			b.Percent = "100"
		}
	}
	said := "targets.bar"
	if t.IsBeyond() {
		said = "targets.bar_beyond"
	}
	b.Label = s.Text.Say(said, cmp.Or(t.Shown(), "–"), viet.Decimal(t.Threshold))
	return b
}

// verdict is what can be said of a target.
func (s *Room) verdict(t review.TargetResult) page.Verdict {
	return page.TargetVerdict(s.Text, t.Outcome(), t.Lacking(), t.Late)
}

// line is a target in figures.
func (p targetPage) line(t review.TargetResult) targetLine {
	day := viet.ShortDate(p.b.Report.AsOf)
	l := targetLine{
		TargetResult: t,
		Percent:      cmp.Or(t.Shown(), "–"),
		Made:         page.AddressWith(&url.URL{Path: page.TargetHref(t.ID)}, "ngay", day, page.PlanParam, p.named),
	}
	if p.several() {
		l.Of = page.CampaignName(p.b.Plan, t.Campaign)
	}
	if was, changed := review.ResultOf(p.b.Report.Frozen, t.ID); changed {
		l.Frozen = p.s.Text.Say("targets.frozen", cmp.Or(was.Shown(), "–"), page.TargetSum(p.s.Text, was))
	}
	return l
}

// bar is one of the bars; proposed is the target with what is on its way.
func (p targetPage) bar(t, proposed review.TargetResult) targetLine {
	l := p.line(t)
	l.Bar, l.WantsAll = p.s.targetBar(t), t.Threshold == value.Whole(100)
	for _, x := range p.b.Plan.Targets {
		if x.ID == t.ID {
			l.Source = p.s.PlanPlace(p.b.Plan, x.Source)
		}
	}
	if proposed.Numerator != t.Numerator {
		share := cmp.Or(proposed.Shown(), "–")
		l.Proposed = p.s.Text.Say("targets.proposed", share, p.s.verdict(proposed).Text)
	}
	for _, r := range t.Readings {
		l.Counted = append(l.Counted, targetReading{r, cmp.Or(t.ShownReading(r), "–"), t.Own == r.Denominator})
	}
	return l
}

// unpriced leads to where a procedure's cost is worked out: its proposal, else its review.
func (p targetPage) unpriced(id review.CampaignID, code catalog.Code) page.Link {
	return p.lacking(id, code, func(h campaignHead) string { return h.FormHref(code) })
}

// unmeasured leads to where the time limit of a procedure is changed: its proposal, else the procedure itself.
func (p targetPage) unmeasured(id review.CampaignID, code catalog.Code) page.Link {
	return p.lacking(id, code, func(campaignHead) string { return page.ProcedureHref(code) })
}

// lacking leads to the proposal of a procedure of which a figure is missing, else to what stands there without one.
func (p targetPage) lacking(id review.CampaignID, code catalog.Code, without func(campaignHead) string) page.Link {
	for _, b := range p.b.Boards {
		for _, l := range b.Lines {
			if b.Campaign.ID != id || l.Of.Item.Code != code {
				continue
			}
			href := without(campaignHead{Board: b})
			if l.Of.Review != nil {
				href = page.ProposalHref(l.Of.Review.ID)
			}
			return page.Link{Text: string(code) + " " + l.Of.Item.Name, Href: href}
		}
	}
	return page.Link{Text: string(code)}
}

// deciding is an open proposal with what it alone would add.
func (p targetPage) deciding(d review.Decides) decidingProposal {
	out := decidingProposal{Decides: d, Effort: d.Of.Review.Effort.Or(value.Whole(1))}
	for _, t := range p.b.Report.Targets {
		switch {
		case t.Campaign != d.Of.Review.Campaign:
		case t.Metric == review.Number:
			out.Then = append(out.Then, p.s.Text.Say("targets.number_then", t.Rules.Percent(d.Number, t.Threshold)))
		case t.Metric == review.Time:
			out.Then = append(out.Then, p.s.Text.Say("targets.time_then", t.Rules.Percent(d.Time, t.Threshold)))
		case t.Metric == review.Cost:
			out.Then = append(out.Then, p.s.Text.Say("targets.cost_then", t.Rules.Percent(d.Cost, t.Threshold)))
		}
	}
	return out
}

// targetBoard shows where the targets of a plan stand. Template: campaign/target.
type targetBoard struct {
	page.Frame
	Of        app.TargetBoard
	State     string     // "Ngày 15/7/2024 · danh mục chốt 47 thủ tục · còn 19 ngày làm việc"
	AsOf      field.Cell // another day, as it is written: "15/7/2024"
	Main      campaignHead
	Targets   []targetLine
	Proposals []decidingProposal // open proposals that decide it
	Unpriced  []page.Link
	// procedures whose processing time cannot be given in working hours
	Unmeasured []page.Link
	Others     []targetLine // targets outside the bars
}

// targetLine is one target; Source and what follows stand at the bars alone.
type targetLine struct {
	review.TargetResult
	Of       string // name of the campaign, where the bars are those of several
	Percent  string // "18,60%"
	Made     string // address of what it was made from
	Source   string // "Kế hoạch 29, III.1.b"
	Proposed string // "34,10% nếu các phương án đang trình được phê duyệt"
	Frozen   string // "25,00% (3/12 thủ tục) theo danh mục đã chốt", where the list has changed since
	WantsAll bool   // the mark is 100%
	Bar      page.Bar
	Counted  []targetReading
}

type targetReading struct {
	review.Reading
	Percent string
	Own     bool // the plan's own reading
}

type decidingProposal struct {
	review.Decides
	Then   []string // what the targets would be with it: "số lượng 33,33%", "chi phí 29,67%"
	Effort value.Decimal
}
