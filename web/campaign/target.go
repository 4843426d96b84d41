package campaign

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
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
	f := field.NewSheet(s.Text, typed, problems)
	m := targetBoard{
		Frame: s.Frame(c, s.Text.Say("nav.targets")),
		AsOf:  f.Cell("ngay", s.Text.Say("targets.as_of"), field.Short),
	}
	p := targetPage{s: s, b: b}
	for i, t := range b.Report.Targets {
		if t.Metric == review.Issued || !p.main(t.Campaign) {
			m.Others = append(m.Others, p.other(t))
			continue
		}
		m.Targets = append(m.Targets, p.line(t, b.Report.Proposed[i]))
		for _, code := range t.Unpriced {
			m.Unpriced = append(m.Unpriced, p.unpriced(t.Campaign, string(code)))
		}
	}
	for _, board := range b.Boards {
		if !p.main(board.Campaign.ID) {
			continue
		}
		m.State = page.Joined(" · ", s.Text.Say("targets.on", viet.ShortDate(b.Report.AsOf)), p.listed(board), p.left())
		m.HasList = !board.Started.IsZero()
		if !m.HasList {
			m.NoList = s.noList(c, board)
		}
	}
	for _, d := range b.Open {
		m.Proposals = append(m.Proposals, p.deciding(d))
	}
	m.Reports = []page.Link{{Text: s.Text.Say("report.review-summary"), Href: "/bao-cao"}}
	for _, board := range b.Boards {
		m.Reports = append(m.Reports, page.Link{
			Text: board.Campaign.Name,
			Href: page.CampaignHref(b.Plan.ID, board.Campaign.ID),
		})
	}
	return s.Show(c, status, "campaign/target", m)
}

// targetPage makes the pieces of the page.
type targetPage struct {
	s *Room
	b app.TargetBoard
}

// main reports whether a campaign's targets are the three bars: those of the campaign whose cost is to be cut.
func (p targetPage) main(id review.CampaignID) bool {
	for _, t := range p.b.Report.Targets {
		if t.Campaign == id && t.Metric == review.Cost {
			return true
		}
	}
	return false
}

func (p targetPage) listed(b app.Board) string {
	if b.Started.IsZero() {
		return p.s.Text.Say("targets.no_list")
	}
	return p.s.Text.Say("campaign.frozen", b.Reviewed.Listed, viet.ShortDate(value.On(b.Started)))
}

// left says how many working days there are up to the nearest last day of the three.
func (p targetPage) left() string {
	for _, t := range p.b.Report.Targets {
		if p.main(t.Campaign) && t.Metric == review.Cost && !t.LastDay.IsZero() {
			if t.Late {
				return p.s.Text.Say("plan.late", viet.ShortDate(t.LastDay))
			}
			return p.s.Text.Say("plan.left", p.b.Left[t.ID], viet.ShortDate(t.LastDay))
		}
	}
	return ""
}

// places are how many places a campaign's percentages have, and whether ",00" is left away.
func (p targetPage) places(id review.CampaignID) (int, bool) {
	r := p.b.Rules[id]
	return r.PercentPlaces.Or(2), r.TrimZeroPercent
}

// targetPercent prints as many places as it takes for the figure to agree with the verdict.
func (s *Room) targetPercent(t review.TargetResult, places int, trim bool) string {
	return s.percentOf(t.Ratio(), t.Threshold, places, trim)
}

func (s *Room) percentOf(r value.Ratio, threshold value.Decimal, places int, trim bool) string {
	text, ok := r.HonestPercent(places, threshold)
	if !ok {
		return "–"
	}
	return viet.Percent(text, trim)
}

// targetBar draws a target against its mark; a negative saving is an empty bar, more than all a full one.
func (s *Room) targetBar(t review.TargetResult, places int, trim bool) page.Bar {
	b := page.Bar{Percent: "0", Mark: t.Threshold.String(), Tone: page.MetVerdict(s.Text, t.Met).Tone}
	if drawn, ok := t.Ratio().Percent(2); ok && !strings.HasPrefix(drawn, "-") {
		b.Percent = drawn
		if t.Numerator > t.Denominator {
			b.Percent = "100"
		}
	}
	b.Label = s.Text.Say("targets.bar", s.targetPercent(t, places, trim), viet.Comma(t.Threshold.String()))
	return b
}

// line is one of the bars.
func (p targetPage) line(t, proposed review.TargetResult) targetLine {
	s := p.s
	places, trim := p.places(t.Campaign)
	l := targetLine{
		ID:        t.ID,
		Title:     s.Text.Name("metric", string(t.Metric)),
		Source:    p.source(t.ID),
		Percent:   s.targetPercent(t, places, trim),
		Threshold: s.Text.Say("targets.at_least", viet.Comma(t.Threshold.String())),
		Sum:       p.sum(t),
		Bar:       s.targetBar(t, places, trim),
		Verdict:   page.MetVerdict(s.Text, t.Met),
		Missing:   p.missing(t),
		Deadline:  p.deadline(t),
	}
	if t.Threshold == value.Whole(100) {
		l.Threshold = s.Text.Say("targets.all")
	}
	if proposed.Numerator != t.Numerator {
		l.Proposed = s.Text.Say(
			"targets.proposed", s.targetPercent(proposed, places, trim), page.MetVerdict(s.Text, proposed.Met).Text,
		)
	}
	for _, r := range t.Readings {
		whole := value.Ratio{Part: t.Numerator, Whole: int64(r.Whole)}
		rule := p.b.Rules[t.Campaign].CostDenominator
		own := rule == r.Denominator || rule == "" && r.Denominator == review.Listed
		l.Readings = append(l.Readings, targetReading{
			Name:    viet.Capital(s.Text.Name("denominator", string(r.Denominator))),
			Percent: s.percentOf(whole, t.Threshold, places, trim),
			Sum:     s.Text.Say("targets.sum_cost", viet.Number(whole.Part), viet.Number(whole.Whole)),
			Verdict: page.MetVerdict(s.Text, r.Met),
			Own:     own,
		})
	}
	return l
}

func (p targetPage) sum(t review.TargetResult) string {
	if t.Metric == review.Cost {
		return p.s.Text.Say("targets.sum_cost", viet.Number(t.Numerator), viet.Number(t.Denominator))
	}
	return p.s.Text.Say("targets.sum_count", viet.Number(t.Numerator), viet.Number(t.Denominator))
}

func (p targetPage) missing(t review.TargetResult) string {
	switch {
	case t.Missing == 0:
		return ""
	case t.Metric == review.Cost:
		return p.s.Text.Say("targets.missing_money", viet.Money(value.Money(t.Missing)))
	}
	return p.s.Text.Say("targets.missing_count", viet.Number(t.Missing))
}

func (p targetPage) deadline(t review.TargetResult) string {
	if t.Deadline.IsZero() {
		return ""
	}
	if t.OnDay {
		return p.s.Text.Say("targets.deadline_on", viet.ShortDate(t.Deadline), viet.ShortDate(t.LastDay))
	}
	return p.s.Text.Say("targets.deadline", viet.ShortDate(t.Deadline), viet.ShortDate(t.LastDay))
}

// source is where in the plan a target stands.
func (p targetPage) source(id string) string {
	for _, t := range p.b.Plan.Targets {
		if t.ID == id {
			return p.s.PlanPlace(p.b.Plan, t.Source)
		}
	}
	return ""
}

// other is a target outside the bars.
func (p targetPage) other(t review.TargetResult) otherTarget {
	places, trim := p.places(t.Campaign)
	o := otherTarget{
		ID:       t.ID,
		Title:    p.s.Text.Name("metric", string(t.Metric)),
		Verdict:  page.MetVerdict(p.s.Text, t.Met),
		Deadline: p.deadline(t),
	}
	for _, b := range p.b.Boards {
		if b.Campaign.ID == t.Campaign && t.Metric != review.Issued {
			o.Title, o.Href = o.Title+": "+b.Campaign.Name, page.CampaignHref(p.b.Plan.ID, t.Campaign)
		}
	}
	switch {
	case t.Metric == review.Issued:
		o.Href = page.AdditionsPath
	case t.Denominator == 0:
		o.Text = p.s.Text.Say("targets.no_list")
	default:
		o.Text = page.Joined(" · ", p.s.targetPercent(t, places, trim), p.sum(t), p.missing(t))
	}
	return o
}

// unpriced leads to where a procedure's cost is worked out: its proposal, else its review.
func (p targetPage) unpriced(id review.CampaignID, code string) page.Link {
	for _, b := range p.b.Boards {
		for _, l := range b.Lines {
			if b.Campaign.ID != id || string(l.Of.Item.Code) != code {
				continue
			}
			if l.Of.Review != nil {
				return page.Link{Text: code + " " + l.Of.Item.Name, Href: page.ProposalHref(l.Of.Review.ID)}
			}
			return page.Link{
				Text: code + " " + l.Of.Item.Name,
				Href: page.CampaignHref(b.Plan.ID, id) + "/thu-tuc/" + url.PathEscape(code),
			}
		}
	}
	return page.Link{Text: code}
}

// deciding is an open proposal with what it alone would add.
func (p targetPage) deciding(d review.Decides) decidingProposal {
	pr := d.Of.Review
	out := decidingProposal{
		Href:   page.ProposalHref(pr.ID),
		Code:   string(d.Of.Item.Code),
		Name:   d.Of.Item.Name,
		State:  page.StateBadge(p.s.Text, d.Of.State),
		Saving: "–",
		Effort: viet.Decimal(pr.Effort.Or(value.Whole(1))),
	}
	if pr.Title != "" {
		out.Name = pr.Title
	}
	if d.Saving != 0 || d.Of.After.IsKnown() {
		out.Saving = viet.Money(d.Saving)
	}
	places, trim := p.places(pr.Campaign)
	var words []string
	for _, t := range p.b.Report.Targets {
		switch {
		case t.Campaign != pr.Campaign:
		case t.Metric == review.Number:
			share := p.s.percentOf(d.Number, t.Threshold, places, trim)
			words = append(words, p.s.Text.Say("targets.number_then", share))
		case t.Metric == review.Cost:
			words = append(words, p.s.Text.Say("targets.cost_then", p.s.percentOf(d.Cost, t.Threshold, places, trim)))
		}
	}
	out.Percent = strings.Join(words, " · ")
	return out
}

// targetBoard shows where the targets of a plan stand. Template: campaign/target.
type targetBoard struct {
	page.Frame
	State     string     // "Ngày 15/7/2024 · danh mục chốt 47 thủ tục · còn 19 ngày làm việc"
	AsOf      field.Cell // another day, as it is written: "15/7/2024"
	NoList    page.EmptyState
	HasList   bool // false: the campaign has no list yet, NoList says so
	Targets   []targetLine
	Proposals []decidingProposal // open proposals that decide it, those of the cheapest set first
	Choose    string             // "3 phương án, 7,5 ngày công, là tập nhỏ nhất đạt cả hai chỉ tiêu"
	Unpriced  []page.Link
	Others    []otherTarget // targets outside the three bars
	Reports   []page.Link
}

// targetLine is one target: its bar, its figures, its verdict in words.
type targetLine struct {
	ID        string
	Title     string // "Số lượng thủ tục được cắt giảm, đơn giản hóa"
	Source    string // "Kế hoạch 29, III.1.b"
	Percent   string // "18,60%"
	Threshold string // "ít nhất 20%"
	Sum       string // "20.974.080 / 112.787.888 đồng"
	Bar       page.Bar
	Verdict   page.Verdict
	Missing   string // "còn thiếu 1.583.498 đồng"; empty where met
	Proposed  string // "34,10% nếu các phương án đang trình được phê duyệt"
	Deadline  string // "trước 10/8/2024, ngày cuối 09/8/2024"
	Readings  []targetReading
}

type targetReading struct {
	Name    string // "trên tổng chi phí của danh mục"
	Percent string
	Sum     string
	Verdict page.Verdict
	Own     bool // the plan's own reading
}

type decidingProposal struct {
	Href    string
	Code    string
	Name    string
	State   page.Badge
	Saving  string
	Percent string // what the targets would be with it: "số lượng 33,33% · chi phí 29,67%"
	Effort  string
	Chosen  bool // in the cheapest set
}

type otherTarget struct {
	ID       string
	Href     string
	Title    string
	Verdict  page.Verdict
	Text     string
	Deadline string
}
