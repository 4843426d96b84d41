package web

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rasoat/web/field"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// A plan stands in forms by the names that review.CheckPlan gives its fields: "duties[2].deadline". A row without a
// name of its own is new; what nothing was typed in is no row.

// dayWord says in forms whether a day itself is on time.
func dayWord(inclusive bool) string {
	if inclusive {
		return "itself"
	}
	return "before"
}

// typedWholePlan is how everything of a plan stands in forms.
func typedWholePlan(p review.Plan) url.Values {
	v := url.Values{"number": {p.Number}, "date": {viet.ShortDate(p.Date)}, "year": {strconv.Itoa(p.Year)}, "title": {p.Title}, "signer": {p.Signer}, "funding": {p.Funding},
		"superior": {p.Upward.Superior}, "addressee": {p.Upward.Addressee}, "recipients": {strings.Join(p.Upward.Recipients, "\n")},
		"first_day": {dayNumber(p.Report.FirstDay)}, "due_day": {dayNumber(p.Report.DueDay)}}
	put := func(row string, pairs ...string) {
		for i := 0; i+1 < len(pairs); i += 2 {
			v.Set(row+"."+pairs[i], pairs[i+1])
		}
	}
	for i, c := range p.Campaigns {
		put(field.RowName("campaigns", i), "id", string(c.ID), "name", c.Name, "due", viet.ShortDate(c.Due), "day", dayWord(c.Inclusive), "hand_in", viet.ShortDate(c.HandIn), "to", c.To)
	}
	for i, t := range p.Targets {
		put(field.RowName("targets", i), "id", t.ID, "campaign", string(t.Campaign), "metric", string(t.Metric), "threshold", viet.Comma(p.Threshold(t).String()),
			"deadline", viet.ShortDate(t.Deadline), "day", dayWord(t.Inclusive), "source", t.Source, "duty", dutyOf(p, t.ID))
	}
	for i, d := range p.Duties {
		put(field.RowName("duties", i), "id", d.ID, "title", d.Title, "deadline", viet.ShortDate(d.Deadline), "day", dayWord(d.Inclusive), "monthly", dayNumber(d.Monthly),
			"owner", d.Owner, "to", d.To, "funding", d.Funding, "source", d.Source, "campaign", string(d.Campaign), "page", string(d.Page))
	}
	for i, t := range p.Tasks {
		put(field.RowName("tasks", i), "id", t.ID, "text", t.Text, "owner", t.Owner, "source", t.Source, "register", string(t.Register))
	}
	for i, g := range p.Groups {
		put(field.RowName("groups", i), "id", g.ID, "name", g.Name)
	}
	for i, r := range p.References {
		put(field.RowName("references", i), "number", r.Number, "date", viet.ShortDate(r.Date), "issuer", r.Issuer, "title", r.Title)
	}
	for i, ind := range p.Indicators {
		put(field.RowName("indicators", i), "id", ind.ID, "place", strconv.Itoa(i+1))
	}
	return v
}

// typedIndicator is how one indicator stands in its form.
func typedIndicator(ind review.Indicator) url.Values {
	v := url.Values{"number": {ind.Number}, "group": {ind.Group}, "name": {ind.Name}, "unit": {ind.Unit}, "target": {viet.Comma(ind.Target.String())}, "comparator": {string(ind.Comparator)},
		"target_text": {ind.TargetText}, "lead": {ind.Lead}, "support": {ind.Support}, "numerator": {ind.Numerator}, "denominator": {ind.Denominator}, "source": {ind.Source},
		"same_as": {ind.SameAs}, "level": {"count"}, "register": {string(ind.Register)}, "combine": {string(ind.Combine)}, "chosen": {ind.Chosen}}
	if ind.Level {
		v.Set("level", "level")
	}
	if ind.Combine == "" {
		v.Set("combine", string(review.OneOf))
	}
	for i, x := range ind.Variants {
		row := field.RowName("variants", i)
		for name, text := range map[string]string{"id": x.ID, "name": x.Name, "numerator": x.Numerator, "denominator": x.Denominator, "source": x.Source, "register": string(x.Register)} {
			v.Set(row+"."+name, text)
		}
	}
	return v
}

func dayNumber(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// planReader reads what was typed into a plan's forms, and remembers which row of the form became which line of the plan.
type planReader struct {
	in       url.Values
	problems value.Problems
	rows     map[string][]int // by list: the form's row of each line
}

func newPlanReader(in url.Values) *planReader { return &planReader{in: in, rows: map[string][]int{}} }

// each goes along the rows of a list in which something stands and that are not taken out.
func (r *planReader) each(list string, read func(row string, get func(name string) string)) {
	for _, n := range field.RowNumbers(r.in, list) {
		row := field.RowName(list, n)
		if r.in.Get(row+".drop") != "" || isBlankRow(r.in, row) {
			continue
		}
		r.rows[list] = append(r.rows[list], n)
		read(row, func(name string) string { return r.in.Get(row + "." + name) })
	}
}

// isBlankRow reports whether nothing was typed in a row; how its day counts is always chosen.
func isBlankRow(v url.Values, row string) bool {
	for key, values := range v {
		if rest, ours := strings.CutPrefix(key, row+"."); ours && rest != "day" && strings.TrimSpace(strings.Join(values, "")) != "" {
			return false
		}
	}
	return true
}

func (r *planReader) day(field string) value.Date {
	d, problems := typedDate(r.in, field)
	r.problems = append(r.problems, problems...)
	return d
}

// number is a whole number of a field, 0 where nothing is typed; code is what is wrong with anything else.
func (r *planReader) number(field, code string, args ...any) int {
	text := strings.TrimSpace(r.in.Get(field))
	if text == "" {
		return 0
	}
	n, err := viet.ParseCount(text)
	if err != nil || n > 9999 {
		r.problems.Add(field, code, args...)
		return 0
	}
	return int(n)
}

// percent is a threshold; what is none is told once, and passes the later check as one that is.
func (r *planReader) percent(field string) value.Decimal {
	text := strings.TrimSpace(strings.TrimSuffix(viet.Clean(r.in.Get(field)), "%"))
	d, err := viet.ParseDecimal(text)
	if err != nil {
		r.problems.Add(field, "rules.threshold", text)
		return value.Whole(100)
	}
	return d
}

func (r *planReader) head(p *review.Plan) {
	p.Number, p.Title, p.Signer, p.Funding = r.in.Get("number"), r.in.Get("title"), r.in.Get("signer"), r.in.Get("funding")
	p.Date, p.Year = r.day("date"), r.number("year", "plan.year", 2000, 2100)
	p.Upward = review.Upward{Superior: r.in.Get("superior"), Addressee: r.in.Get("addressee"), Recipients: field.SplitLines(r.in.Get("recipients"))}
	p.Report = review.ReportRules{FirstDay: r.number("first_day", "plan.day_of_month"), DueDay: r.number("due_day", "plan.day_of_month")}
}

func (r *planReader) references(p *review.Plan) {
	p.References = nil
	r.each("references", func(row string, get func(string) string) {
		p.References = append(p.References, review.Reference{Number: get("number"), Date: r.day(row + ".date"), Issuer: get("issuer"), Title: get("title")})
	})
}

// campaigns reads the dates of the plan's campaigns; none comes and none goes.
func (r *planReader) campaigns(p *review.Plan) {
	all := append([]review.CampaignPlan(nil), p.Campaigns...)
	for i := range all {
		row := field.RowName("campaigns", i)
		if r.in.Get(row+".id") != string(all[i].ID) {
			continue
		}
		r.rows["campaigns"] = append(r.rows["campaigns"], i)
		all[i].Name, all[i].To, all[i].Inclusive = r.in.Get(row+".name"), r.in.Get(row+".to"), r.in.Get(row+".day") == "itself"
		all[i].Due, all[i].HandIn = r.day(row+".due"), r.day(row+".hand_in")
	}
	p.Campaigns = all
}

func (r *planReader) targets(p *review.Plan) {
	p.Targets, p.Rules.PublicReviewed = nil, value.Opt[value.Decimal]{} // what the form says is the threshold
	of := map[string][]string{}                                         // duty → its targets
	r.each("targets", func(row string, get func(string) string) {
		id := get("id")
		for i := 1; id == "" || get("id") == "" && slices.ContainsFunc(p.Targets, func(t review.Target) bool { return t.ID == id }); i++ {
			id = get("campaign") + "-" + get("metric") + strings.Repeat("-"+strconv.Itoa(i), min(i-1, 1))
		}
		of[get("duty")] = append(of[get("duty")], id)
		p.Targets = append(p.Targets, review.Target{ID: id, Campaign: review.CampaignID(get("campaign")), Metric: review.Metric(get("metric")),
			Threshold: r.percent(row + ".threshold"), Deadline: r.day(row + ".deadline"), Inclusive: get("day") == "itself", Source: get("source")})
	})
	p.Duties = slices.Clone(p.Duties)
	for i := range p.Duties {
		p.Duties[i].Targets = of[p.Duties[i].ID]
	}
}

// dutyOf is the duty that a target fulfils, "" where it fulfils none.
func dutyOf(p review.Plan, target string) string {
	for _, d := range p.Duties {
		if slices.Contains(d.Targets, target) {
			return d.ID
		}
	}
	return ""
}

func (r *planReader) duties(p *review.Plan) {
	old := map[string]review.Duty{}
	for _, d := range p.Duties {
		old[d.ID] = d
	}
	p.Duties = nil
	r.each("duties", func(row string, get func(string) string) {
		d := old[get("id")]
		d.ID, d.Title, d.Source, d.Owner, d.To, d.Funding = get("id"), get("title"), get("source"), get("owner"), get("to"), get("funding")
		d.Deadline, d.Inclusive, d.Monthly = r.day(row+".deadline"), get("day") == "itself", r.number(row+".monthly", "plan.day_of_month")
		d.Campaign, d.Page = review.CampaignID(get("campaign")), review.DutyPage(get("page"))
		p.Duties = append(p.Duties, d)
	})
}

func (r *planReader) tasks(p *review.Plan) {
	old := map[string]review.Task{}
	for _, t := range p.Tasks {
		old[t.ID] = t
	}
	p.Tasks = nil
	r.each("tasks", func(_ string, get func(string) string) {
		t := old[get("id")]
		t.ID, t.Text, t.Owner, t.Source, t.Register = get("id"), get("text"), get("owner"), get("source"), review.TaskRegister(get("register"))
		p.Tasks = append(p.Tasks, t)
	})
}

// order reads the groups of indicators, and which indicators stand where and which go.
func (r *planReader) order(p *review.Plan) {
	p.Groups = nil
	r.each("groups", func(_ string, get func(string) string) {
		p.Groups = append(p.Groups, review.Group{ID: viet.Clean(get("id")), Name: viet.Clean(get("name"))})
	})
	old := map[string]int{} // where each stands
	key := map[string]int{}
	var kept []review.Indicator
	for i, ind := range p.Indicators {
		row := field.RowName("indicators", i)
		if r.in.Get(row+".id") == ind.ID && r.in.Get(row+".drop") != "" {
			continue
		}
		n := r.number(row+".place", "indicator.place")
		old[ind.ID], key[ind.ID] = i, 2*n+cmp.Compare(n, i+1) // who moves up comes before the one that stood there, who moves down behind it
		kept = append(kept, ind)
	}
	slices.SortStableFunc(kept, func(a, b review.Indicator) int { return cmp.Compare(key[a.ID], key[b.ID]) })
	for _, ind := range kept {
		r.rows["indicators"] = append(r.rows["indicators"], old[ind.ID])
	}
	p.Indicators = kept
}

// indicator reads one indicator; what the form does not ask for stays.
func (r *planReader) indicator(old review.Indicator) review.Indicator {
	get := r.in.Get
	ind := old
	ind.Number, ind.Group, ind.Name, ind.Unit, ind.TargetText = get("number"), get("group"), get("name"), get("unit"), get("target_text")
	ind.Target, ind.Comparator, ind.Lead, ind.Support = r.percent("target"), review.Comparator(get("comparator")), get("lead"), get("support")
	ind.Numerator, ind.Denominator, ind.Source, ind.SameAs = get("numerator"), get("denominator"), get("source"), get("same_as")
	ind.Level, ind.Register = get("level") == "level", review.Register(get("register"))
	ind.Variants = nil
	r.each("variants", func(_ string, get func(string) string) {
		ind.Variants = append(ind.Variants, review.Variant{ID: get("id"), Name: get("name"), Numerator: get("numerator"), Denominator: get("denominator"),
			Source: get("source"), Register: review.Register(get("register"))})
	})
	ind.Combine, ind.Chosen = "", ""
	if len(ind.Variants) > 0 {
		ind.Combine, ind.Chosen = review.Combination(get("combine")), get("chosen")
	}
	return ind
}

// inRows puts problems of a plan's lines at the rows of the form that they came from.
func (r *planReader) inRows(problems value.Problems) value.Problems {
	out := make(value.Problems, 0, len(problems))
	for _, p := range problems {
		list, rest, isRow := strings.Cut(p.Field, "[")
		number, inner, _ := strings.Cut(rest, "]")
		if n, err := strconv.Atoi(number); isRow && err == nil && n < len(r.rows[list]) {
			p.Field = field.RowName(list, r.rows[list][n]) + inner
		}
		out = append(out, p)
	}
	return out
}
