package campaign

import (
	"cmp"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// traceBasis is what an address calls the basis: without it what has been decided counts, else what is on its way too.
const (
	traceBasis    = "tinh-ca"
	withSubmitted = "dang-trinh"
)

// targetTrace is what a target was made from. Template: campaign/target_trace.
type targetTrace struct {
	page.Frame
	Target         review.TargetResult
	Of             string // name of the campaign
	State          string // "18,60%: 20.974.080/112.787.888 đồng, tính đến ngày 15/7/2024"
	Back           string
	How            []string  // how its sums come about
	Other          page.Link // the same on the other basis
	List           page.Listing
	Rows           []traceRow
	All            int
	Before, Saved  string // the heads of the sums
	Num, Den, With string // the sums themselves
	IsCount        bool   // of procedures, each counting once
}

// traceRow is one procedure of the list.
type traceRow struct {
	review.TraceLine
	Href, Conclusion, State string
	Gives, Whole            string // as they are written; "" where nothing is known
}

// TargetTrace shows the procedures that a target was made from with what each of them gives.
func (s *Room) TargetTrace(c *gin.Context) error {
	day, problems := page.TypedDate(url.Values{"ngay": {c.Query("ngay")}}, "ngay")
	if len(problems) > 0 {
		return value.ErrNotFound
	}
	if day.IsZero() {
		day = s.App.Today()
	}
	basis, other, to := review.Granted, withSubmitted, "trace.to_submitted"
	if c.Query(traceBasis) == withSubmitted {
		basis, other, to = review.Proposed, "", "trace.to_granted"
	}
	trace, err := s.App.TargetTrace(c.Request.Context(), s.PlanID(c), c.Param("target"), basis, day)
	if err != nil {
		return err
	}
	plan, _, err := s.App.Plan(c.Request.Context(), s.PlanID(c))
	if err != nil {
		return err
	}
	t, say := trace.Result, s.Text.Say
	rows := make([]traceRow, len(trace.Lines))
	for i, l := range trace.Lines {
		rows[i] = s.traceRow(plan, t, l)
	}
	headline := say("trace.headline", s.Text.Name("metric", string(t.Metric)))
	list := s.traceList(t.Metric)
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, headline, rows)
	}
	m := targetTrace{
		Frame:  s.Frame(c, headline),
		Target: t,
		Of:     page.CampaignName(plan, t.Campaign),
		State:  say("trace.state", cmp.Or(t.Shown(), "–"), page.TargetSum(s.Text, t), viet.ShortDate(day)),
		Back: page.AddressWith(&url.URL{Path: page.TargetsPath}, "ngay", viet.ShortDate(day),
			page.PlanParam, c.Query(page.PlanParam)) + "#" + t.ID,
		How:     s.traceHow(trace, basis),
		Other:   page.Link{Text: say(to), Href: page.AddressWith(c.Request.URL, traceBasis, other)},
		All:     len(rows),
		Num:     t.Amount(t.Numerator),
		IsCount: t.Metric == review.Reviewed || t.Metric == review.Number,
	}
	var whole int64
	for _, l := range trace.Lines {
		whole += l.Denominator.Or(0)
	}
	m.Den = t.Amount(whole)
	m.Before, m.Saved = say("trace.col.before"), say("trace.col.saving")
	if t.Metric == review.Time {
		m.Before, m.Saved = say("trace.col.time"), say("trace.col.time_cut")
	}
	for _, r := range t.Readings {
		if r.Denominator == review.WithProposal {
			m.With = viet.Money(r.Whole)
		}
	}
	m.List, m.Rows = list.Lay(s.Text, c.Request.URL, rows)
	return s.Show(c, http.StatusOK, "campaign/target_trace", m)
}

func (s *Room) traceRow(plan review.Plan, t review.TargetResult, l review.TraceLine) traceRow {
	r := traceRow{TraceLine: l, Conclusion: s.Text.Say("conclusion.none"), State: s.Text.Say("state.none")}
	of := app.Board{Plan: plan, Campaign: review.CampaignPlan{ID: t.Campaign}}
	r.Href = campaignHead{Board: of}.FormHref(l.Of.Item.Code)
	if p := l.Of.Review; p != nil {
		r.Href, r.State = page.ProposalHref(p.ID), s.Text.Name("state", string(l.Of.State))
		r.Conclusion = s.Text.Name("conclusion", string(p.Conclusion))
	}
	if n, known := l.Numerator.Get(); known {
		r.Gives = t.Amount(n)
	}
	if n, known := l.Denominator.Get(); known {
		r.Whole = t.Amount(n)
	}
	return r
}

// traceHow says in words how the sums of a target come about.
func (s *Room) traceHow(trace review.TargetTrace, b review.Basis) (out []string) {
	t, say := trace.Result, s.Text.Say
	counting := 0
	for _, l := range trace.Lines {
		if l.Numerator.Or(0) != 0 {
			counting++
		}
	}
	of := "trace.how." + string(t.Metric)
	if b == review.Proposed && t.Metric != review.Reviewed {
		of += "_submitted"
	}
	out = append(out, say(of, t.Amount(t.Numerator), counting, len(trace.Lines)))
	for _, r := range t.Readings {
		code := "trace.whole." + string(r.Denominator)
		if r.Denominator == t.Own {
			code += "_own"
		}
		out = append(out, say(code, viet.Money(r.Whole), t.ShownReading(r)))
	}
	if n := t.Lacking(); n > 0 {
		out = append(out, say("trace.lacking", n))
	}
	if t.Missing > 0 {
		out = append(out, say("trace.missing", viet.Decimal(t.Threshold), t.Amount(t.Denominator),
			t.Amount(t.Numerator+t.Missing), t.Amount(t.Numerator), t.Amount(t.Missing), s.unit(t.Metric)))
	}
	return out
}

// unit is in what the sums of a target are written.
func (s *Room) unit(m review.Metric) string {
	switch m {
	case review.Cost:
		return s.Text.Say("trace.unit.cost")
	case review.Time:
		return s.Text.Say("trace.unit.time")
	}
	return s.Text.Say("trace.unit.count")
}

// traceList are the columns: of a target that counts procedures, which count; of one that sums, what each gives.
func (s *Room) traceList(m review.Metric) page.List[traceRow] {
	type row = traceRow
	counts := func(r row) []field.Option {
		switch n, known := r.Numerator.Get(); {
		case !known:
			return page.One("chua-ro", s.Text.Say("trace.unknown"))
		case n == 0:
			return page.One("khong", s.Text.Say("trace.not_counted"))
		}
		return page.One("co", s.Text.Say("trace.counted"))
	}
	l := page.List[row]{
		Of: "trace.shown",
		Columns: []page.Column[row]{
			page.WordsColumn("ma", "col.code", func(r row) string { return string(r.Of.Item.Code) }),
			page.WordsColumn("ten", "col.procedure", func(r row) string { return r.Of.Item.Name }, page.Beside),
			page.WordsColumn("ket-luan", "trace.col.conclusion", func(r row) string { return r.Conclusion }),
			page.WordsColumn("trang-thai", "col.status", func(r row) string { return r.State }),
		},
		Filters: []page.Filter[row]{
			{ID: "tinh", Title: "trace.col.counts", Chips: true, Of: counts},
			{ID: "loai", Title: "trace.col.conclusion", Of: func(r row) []field.Option {
				return page.One(r.Conclusion, r.Conclusion)
			}},
		},
		PerPage: page.OnePage,
	}
	perYear := page.InUnit("campaign.col.dong_a_year")
	words := func(r row) string {
		for _, o := range counts(r) {
			return o.Text
		}
		return ""
	}
	switch m {
	case review.Cost:
		l.Columns = append(l.Columns,
			page.MoneyColumn("truoc", "trace.col.before", func(r row) value.Opt[value.Money] {
				return moneyOf(r.Denominator)
			}, perYear),
			page.MoneyColumn("tiet-kiem", "trace.col.saving", func(r row) value.Opt[value.Money] {
				return moneyOf(r.Numerator)
			}, perYear),
			page.WordsColumn("phuong-an", "trace.col.with", func(r row) string {
				if r.WithProposal {
					return s.Text.Say("trace.counted")
				}
				return ""
			}))
	case review.Time:
		l.Columns = append(l.Columns,
			page.WordsColumn("truoc", "trace.col.time", func(r row) string { return r.Whole }),
			page.WordsColumn("tiet-kiem", "trace.col.time_cut", func(r row) string { return r.Gives }))
	default:
		l.Columns = append(l.Columns, page.WordsColumn("tinh", "trace.col.counts", words))
	}
	return l
}

func moneyOf(n value.Opt[int64]) value.Opt[value.Money] {
	if v, known := n.Get(); known {
		return value.Known(value.Money(v))
	}
	return value.Opt[value.Money]{}
}
