package plan

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rasoat/app"
	"rasoat/app/text"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// What the forms of a plan ask, by the names that review.CheckPlan gives its fields; their labels stand under planKeys.
const planKeys = "planform"

// partIndicators is the part of the indicators' order, as addresses name it.
const partIndicators = "chi-tieu-cu-the"

// partGrounds is the part of the grounds, likewise.
const partGrounds = "can-cu"

// planForm is a plan as its forms see it: targets with the duty that they fulfil, indicators with their places.
type planForm struct {
	review.Plan
	Lines  []planTarget
	Places []indicatorPlace
}

// planTarget is a target with the duty that it fulfils; threshold and deadline are as the plan's rules have them.
type planTarget struct {
	review.Target
	Of   string // name of the campaign
	Duty string
}

// indicatorPlace is where an indicator stands in the order of the plan, counted from 1.
type indicatorPlace struct {
	ID, Name string
	Place    int
}

// FormOf is a plan as its forms see it.
func FormOf(p review.Plan) planForm {
	f := planForm{Plan: p}
	f.Campaigns = slices.Clone(p.Campaigns)
	for i, c := range f.Campaigns {
		f.Campaigns[i].Scope = c.Takes()
	}
	for _, t := range p.Targets {
		line := planTarget{Target: t, Of: page.CampaignName(p, t.Campaign)}
		line.Threshold = p.Threshold(t)
		fulfils := func(d review.Duty) bool { return slices.Contains(d.Targets, t.ID) }
		if i := slices.IndexFunc(p.Duties, fulfils); i >= 0 {
			line.Duty = p.Duties[i].ID
		}
		f.Lines = append(f.Lines, line)
	}
	for i, ind := range p.Indicators {
		f.Places = append(f.Places, indicatorPlace{ID: ind.ID, Name: ind.Group + " " + ind.Number, Place: i + 1})
	}
	return f
}

var headForm = field.Form[planForm]{
	field.Text("number", func(p *planForm) *string { return &p.Number }, field.Need, field.Short),
	field.Date("date", func(p *planForm) *value.Date { return &p.Date }, field.Need),
	field.Whole("year", func(p *planForm) *int { return &p.Year }, 2000, 2100, field.Need).Refused("plan.year"),
	field.Text("title", func(p *planForm) *string { return &p.Title }, field.Need),
	field.Text("superior", func(p *planForm) *string { return &p.Upward.Superior }, field.Medium),
	field.Text("addressee", func(p *planForm) *string { return &p.Upward.Addressee }, field.Medium),
	field.Lines("recipients", func(p *planForm) *[]string { return &p.Upward.Recipients }, field.Tall(2)),
	field.Text("signer", func(p *planForm) *string { return &p.Signer }, field.Medium),
	field.Text("funding", func(p *planForm) *string { return &p.Funding }),
	field.Whole("first_day", func(p *planForm) *int { return &p.Report.FirstDay }, 1, 31).Refused("plan.day_of_month"),
	field.Whole("due_day", func(p *planForm) *int { return &p.Report.DueDay }, 1, 31).Refused("plan.day_of_month"),
	field.Rows("references", func(p *planForm) *[]review.Reference { return &p.References },
		field.Form[review.Reference]{
			field.Text("number", func(r *review.Reference) *string { return &r.Number },
				field.Label("reference_number"), field.Medium),
			field.Date("date", func(r *review.Reference) *value.Date { return &r.Date }, field.Label("reference_date")),
			field.Text("issuer", func(r *review.Reference) *string { return &r.Issuer },
				field.Label("reference_issuer"), field.Medium),
			field.Text("title", func(r *review.Reference) *string { return &r.Title }),
		}, field.At("can-cu")),
}

// groundsForm is the documents on which decisions and submissions rest.
var groundsForm = field.Form[planForm]{
	field.Rows("grounds", func(p *planForm) *[]review.Ground { return &p.Grounds }, field.Form[review.Ground]{
		field.Text("number", func(g *review.Ground) *string { return &g.Number },
			field.Label("reference_number"), field.Medium),
		field.Text("type", func(g *review.Ground) *string { return &g.Type }, field.Label("ground_type"), field.Short),
		field.Date("date", func(g *review.Ground) *value.Date { return &g.Date }, field.Label("reference_date")),
		field.Text("issuer", func(g *review.Ground) *string { return &g.Issuer },
			field.Label("reference_issuer"), field.Medium),
		field.Long("title", func(g *review.Ground) *string { return &g.Title },
			field.Label("ground_title"), field.Tall(2)),
		field.Date("from", func(g *review.Ground) *value.Date { return &g.From }, field.Label("ground_from")),
		field.Date("to", func(g *review.Ground) *value.Date { return &g.To }, field.Label("ground_to")),
		field.Offer("campaign", func(g *review.Ground) *review.CampaignID { return &g.Campaign }, "cited_by",
			field.Label("ground_campaign"), field.Medium),
		field.Text("note", func(g *review.Ground) *string { return &g.Note }, field.Label("ground_note")),
	}, field.At("can-cu")),
}

var campaignRows = field.Form[review.CampaignPlan]{
	field.Key("id", func(c *review.CampaignPlan) *review.CampaignID { return &c.ID }),
	field.Text("name", func(c *review.CampaignPlan) *string { return &c.Name }, field.Label("campaign_name")),
	field.Word("scope", func(c *review.CampaignPlan) *review.Scope { return &c.Scope }, "planform.scope",
		append([]review.Scope{""}, review.Scopes...), field.Medium),
	field.Date("due", func(c *review.CampaignPlan) *value.Date { return &c.Due }),
	field.Either("day", func(c *review.CampaignPlan) *bool { return &c.Inclusive }, "before", "itself", field.Short),
	field.Date("hand_in", func(c *review.CampaignPlan) *value.Date { return &c.HandIn }),
	field.Text("to", func(c *review.CampaignPlan) *string { return &c.To }, field.Medium),
}

var dutyRows = field.Form[review.Duty]{
	field.Key("id", func(d *review.Duty) *string { return &d.ID }),
	field.Text("title", func(d *review.Duty) *string { return &d.Title }, field.Label("duty")),
	field.Date("deadline", func(d *review.Duty) *value.Date { return &d.Deadline }, field.Label("due")),
	field.Either("day", func(d *review.Duty) *bool { return &d.Inclusive }, "before", "itself", field.Short),
	field.Whole("monthly", func(d *review.Duty) *int { return &d.Monthly }, 1, 31).Refused("plan.day_of_month"),
	field.Text("owner", func(d *review.Duty) *string { return &d.Owner }, field.Medium),
	field.Text("to", func(d *review.Duty) *string { return &d.To }, field.Medium),
	field.Text("funding", func(d *review.Duty) *string { return &d.Funding }, field.Medium),
	field.Text("source", func(d *review.Duty) *string { return &d.Source }, field.Short),
	field.Offer("campaign", func(d *review.Duty) *review.CampaignID { return &d.Campaign }, "campaigns", field.Medium),
	field.Word("page", func(d *review.Duty) *review.DutyPage { return &d.Page }, "planform.page",
		append([]review.DutyPage{""}, review.DutyPages...), field.Medium),
}

var dutiesForm = field.Form[planForm]{
	field.Rows("campaigns", func(p *planForm) *[]review.CampaignPlan { return &p.Campaigns }, campaignRows,
		field.At("dot")),
	field.Rows("duties", func(p *planForm) *[]review.Duty { return &p.Duties }, dutyRows,
		field.Label("dated_duties"), field.At("nhiem-vu")),
}

var targetRows = field.Form[planTarget]{
	field.Key("id", func(t *planTarget) *string { return &t.ID }),
	field.Titled(func(w *text.Table, t *planTarget) string {
		if t.Metric == "" {
			return ""
		}
		return page.Joined(": ", t.Of, w.Name("metric", string(t.Metric)))
	}),
	field.Word("metric", func(t *planTarget) *review.Metric { return &t.Metric }, "metric",
		[]review.Metric{"", review.Reviewed, review.Number, review.Cost, review.Time, review.Issued},
		field.Label("measures"), field.Medium),
	field.Offer("campaign", func(t *planTarget) *review.CampaignID { return &t.Campaign }, "campaigns", field.Medium),
	field.Percent("threshold", func(t *planTarget) *value.Decimal { return &t.Threshold }).Refused("rules.threshold"),
	field.Date("deadline", func(t *planTarget) *value.Date { return &t.Deadline }, field.Label("due")),
	field.Either("day", func(t *planTarget) *bool { return &t.Inclusive }, "before", "itself", field.Short),
	field.Text("source", func(t *planTarget) *string { return &t.Source }, field.Short),
	field.Offer("duty", func(t *planTarget) *string { return &t.Duty }, "duties", field.Label("of_duty")),
}

var targetsForm = field.Form[planForm]{
	field.Rows("targets", func(p *planForm) *[]planTarget { return &p.Lines }, targetRows, field.At("chi-tieu")),
}

var tasksForm = field.Form[planForm]{
	field.Rows("tasks", func(p *planForm) *[]review.Task { return &p.Tasks }, field.Form[review.Task]{
		field.Key("id", func(t *review.Task) *string { return &t.ID }),
		field.Titled(func(w *text.Table, t *review.Task) string {
			return page.Joined(" ", w.Say("planform.task"), t.Source)
		}),
		field.Long("text", func(t *review.Task) *string { return &t.Text }, field.Label("task"), field.Tall(3)),
		field.Text("owner", func(t *review.Task) *string { return &t.Owner }, field.Medium),
		field.Text("source", func(t *review.Task) *string { return &t.Source }, field.Short),
		field.Word("register", func(t *review.Task) *review.TaskRegister { return &t.Register },
			"planform.task_register", []review.TaskRegister{"", review.OnlineServices},
			field.Label("task_register"), field.Medium),
	}, field.At("nhiem-vu")),
}

var orderForm = field.Form[planForm]{
	field.Rows("indicators", func(p *planForm) *[]indicatorPlace { return &p.Places }, field.Form[indicatorPlace]{
		field.Key("id", func(i *indicatorPlace) *string { return &i.ID }),
		field.Titled(func(_ *text.Table, i *indicatorPlace) string { return i.Name }),
		field.Whole("place", func(i *indicatorPlace) *int { return &i.Place }, 1, 9999).Refused("indicator.place"),
	}, field.At("chi-tieu")),
	field.Rows("groups", func(p *planForm) *[]review.Group { return &p.Groups }, field.Form[review.Group]{
		field.Text("id", func(g *review.Group) *string { return &g.ID }, field.Label("group"), field.Short),
		field.Text("name", func(g *review.Group) *string { return &g.Name }, field.Label("group_name")),
	}, field.At("nhom")),
}

// planPart is a part of a plan that is edited together: what its form asks, and how what was typed comes into a plan.
type planPart struct {
	Form field.Form[planForm]
	into func(f planForm, p *review.Plan)
}

// PlanPartForms are the parts by the names that addresses give them.
var PlanPartForms = map[string]planPart{
	"chung": {headForm, func(f planForm, p *review.Plan) {
		p.Number, p.Date, p.Year, p.Title, p.Upward = f.Number, f.Date, f.Year, f.Title, f.Upward
		p.Signer, p.Funding, p.Report, p.References = f.Signer, f.Funding, f.Report, f.References
	}},
	partGrounds:    {groundsForm, func(f planForm, p *review.Plan) { p.Grounds = f.Grounds }},
	"moc-thoi-han": {dutiesForm, planForm.putDuties},
	"chi-tieu":     {targetsForm, planForm.putTargets},
	"nhiem-vu":     {tasksForm, func(f planForm, p *review.Plan) { p.Tasks = f.Tasks }},
	partIndicators: {orderForm, planForm.putOrder},
}

// actOf is the Act of a form of a part: what was typed is put into the plan that the store hands out.
func (s *Room) actOf(
	in url.Values, part planPart, p review.Plan, again func(page.Typed) error,
	save func(typed planForm, put func(*review.Plan)) (page.Done, error),
) page.Act {
	return page.ActOf(s.Kit, in, page.Edit[planForm]{
		Form: part.Form,
		Keys: planKeys,
		Base: FormOf(p),
		Check: func(typed planForm) value.Problems {
			after := p
			part.into(typed, &after)
			return app.CheckPlan(after)
		},
		Save: func(typed planForm, read func(*planForm)) (page.Done, error) {
			return save(typed, func(p *review.Plan) {
				f := FormOf(*p)
				read(&f)
				part.into(f, p)
			})
		},
		Again: again,
	})
}

// putDuties stores campaigns and duties; with a campaign that is dropped its targets go.
func (f planForm) putDuties(p *review.Plan) {
	p.Campaigns, p.Duties = f.Campaigns, f.Duties
	*p = p.WithoutCampaigns()
}

// putTargets stores targets and which duty each fulfils. What the form says is the threshold, of the public campaign
// too; a new target is named after its campaign and what it measures.
func (f planForm) putTargets(p *review.Plan) {
	p.Targets, p.Rules.PublicReviewed = nil, value.Opt[value.Decimal]{}
	of := map[string][]string{} // duty → its targets
	for _, l := range f.Lines {
		t := l.Target
		taken := func(x review.Target) bool { return x.ID == t.ID }
		for i := 1; t.ID == "" || l.ID == "" && slices.ContainsFunc(p.Targets, taken); i++ {
			t.ID = string(t.Campaign) + "-" + string(t.Metric) + strings.Repeat("-"+strconv.Itoa(i), min(i-1, 1))
		}
		of[l.Duty] = append(of[l.Duty], t.ID)
		p.Targets = append(p.Targets, t)
	}
	p.Duties = slices.Clone(p.Duties)
	for i := range p.Duties {
		p.Duties[i].Targets = of[p.Duties[i].ID]
	}
}

// putOrder stores the groups, which indicators go, and in which order the others stand: who moves up comes before the
// one that stood there, who moves down behind it.
func (f planForm) putOrder(p *review.Plan) {
	p.Groups = f.Groups
	key := map[string]int{}
	for i, ind := range p.Indicators {
		for _, l := range f.Places {
			if l.ID == ind.ID {
				key[ind.ID] = 2*l.Place + cmp.Compare(l.Place, i+1)
			}
		}
	}
	gone := func(ind review.Indicator) bool { return key[ind.ID] == 0 }
	p.Indicators = slices.DeleteFunc(slices.Clone(p.Indicators), gone)
	slices.SortStableFunc(p.Indicators, func(a, b review.Indicator) int { return cmp.Compare(key[a.ID], key[b.ID]) })
}

// indicatorForm is one indicator on a page of its own.
var indicatorForm = field.Form[review.Indicator]{
	field.Text("number", func(i *review.Indicator) *string { return &i.Number },
		field.Label("number_in_source"), field.Need, field.Short),
	field.Text("group", func(i *review.Indicator) *string { return &i.Group }, field.Need, field.Short),
	field.Long("name", func(i *review.Indicator) *string { return &i.Name },
		field.Label("indicator_name"), field.Need, field.Tall(2)),
	field.Percent("target", func(i *review.Indicator) *value.Decimal { return &i.Target },
		field.Label("goal"), field.Need).Refused("rules.threshold"),
	field.Text("above", func(i *review.Indicator) *string { return &i.Above }),
	field.Text("unit", func(i *review.Indicator) *string { return &i.Unit }, field.Short),
	field.Word("comparator", func(i *review.Indicator) *review.Comparator { return &i.Comparator },
		"planform.comparator", []review.Comparator{review.AtLeast, review.All}, field.Medium),
	field.Text("target_text", func(i *review.Indicator) *string { return &i.TargetText }, field.Medium),
	field.Text("lead", func(i *review.Indicator) *string { return &i.Lead }, field.Medium),
	field.Text("support", func(i *review.Indicator) *string { return &i.Support }, field.Medium),
	field.Text("numerator", func(i *review.Indicator) *string { return &i.Numerator }),
	field.Text("denominator", func(i *review.Indicator) *string { return &i.Denominator }),
	field.Text("source", func(i *review.Indicator) *string { return &i.Source }, field.Label("definition_source")),
	field.Either("level", func(i *review.Indicator) *bool { return &i.Level }, "count", "level", field.Medium),
	registerField(func(i *review.Indicator) *review.Register { return &i.Register }),
	field.Offer("same_as", func(i *review.Indicator) *string { return &i.SameAs }, "indicators", field.Medium),
	field.Word("combine", func(i *review.Indicator) *review.Combination { return &i.Combine }, "planform.combine",
		[]review.Combination{review.OneOf, review.Each, review.SumOf}, field.Medium),
	field.Offer("chosen", func(i *review.Indicator) *string { return &i.Chosen }, "variants", field.Medium),
	field.Rows("variants", func(i *review.Indicator) *[]review.Variant { return &i.Variants },
		field.Form[review.Variant]{
			field.Key("id", func(v *review.Variant) *string { return &v.ID }),
			field.Text("name", func(v *review.Variant) *string { return &v.Name }, field.Label("variant_name")),
			field.Text("numerator", func(v *review.Variant) *string { return &v.Numerator }),
			field.Text("denominator", func(v *review.Variant) *string { return &v.Denominator }),
			field.Text("source", func(v *review.Variant) *string { return &v.Source },
				field.Label("definition_source"), field.Medium),
			registerField(func(v *review.Variant) *review.Register { return &v.Register }),
		}, field.At("cach-tinh")),
}

// registerField asks which register of the program counts by itself, if any.
func registerField[T any](at func(*T) *review.Register) field.Field[T] {
	return field.Word("register", at, "planform.register", append([]review.Register{""}, review.Registers...),
		field.Medium)
}

// wholeForm is everything that two versions of a plan may say differently, but for its rules.
var wholeForm = slices.Concat(field.Form[planForm]{
	field.Word("state", func(p *planForm) *review.PlanState {
		state := p.State()
		return &state
	}, "plan_state", nil),
	field.Date("from", func(p *planForm) *value.Date { return &p.From }),
	field.Date("closed", func(p *planForm) *value.Date { return &p.Closed }),
}, headForm, groundsForm, dutiesForm, targetsForm, tasksForm, orderForm, field.Form[planForm]{
	field.Rows("indicators", func(p *planForm) *[]review.Indicator { return &p.Indicators },
		append(field.Form[review.Indicator]{
			field.Key("id", func(i *review.Indicator) *string { return &i.ID }),
			field.Titled(func(w *text.Table, i *review.Indicator) string {
				return w.Say("planform.indicator") + " " + page.Joined(", ", i.Group, i.Number)
			}),
		}, indicatorForm...), field.Label("indicator")),
})
