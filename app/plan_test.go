package app

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// planWorld is a demo store whose clock the test holds.
type planWorld struct {
	*App
	t   *testing.T
	day value.Date
}

func openPlanWorld(t *testing.T) *planWorld {
	t.Helper()
	w := &planWorld{t: t, day: DemoDay}
	var err error
	w.App, err = openAt(t.Context(), demoContent.Copy(t), func() time.Time { return w.day.Start().Add(8 * time.Hour) })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	return w
}

func (w *planWorld) do(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// plan is a plan with its version.
func (w *planWorld) plan(id string) (review.Plan, int) {
	w.t.Helper()
	p, v, err := w.Plan(w.t.Context(), id)
	w.do(err)
	return p, v
}

// change edits a plan as the office does.
func (w *planWorld) change(id review.PlanID, edit func(*review.Plan)) error {
	w.t.Helper()
	_, v := w.plan(string(id))
	return w.SavePlan(w.t.Context(), officePerson, id, v, edit)
}

// reportBytes is a report as a Word file.
func (w *planWorld) reportBytes(plan, kind, month, day string) []byte {
	w.t.Helper()
	o := ReportOptions{Kind: kind, Format: "docx", Plan: plan, Number: "1", Date: value.MustDate(day)}
	if month != "" {
		o.Month = value.MustMonth(month)
	}
	var b bytes.Buffer
	w.do(w.Report(w.t.Context(), &b, o))
	return b.Bytes()
}

// page is a report as it can be read.
func (w *planWorld) page(plan, kind, month, day string) string {
	w.t.Helper()
	o := ReportOptions{Kind: kind, Format: "html", Plan: plan, Date: value.MustDate(day)}
	if month != "" {
		o.Month = value.MustMonth(month)
	}
	var b bytes.Buffer
	w.do(w.Report(w.t.Context(), &b, o))
	return b.String()
}

// everything is all that a plan stands for: its rows in the store and the bytes of its reports.
func (w *planWorld) everything(id review.PlanID) map[string]string {
	w.t.Helper()
	ctx := w.t.Context()
	out := map[string]string{}
	keep := func(what string, v any, err error) {
		w.t.Helper()
		w.do(err)
		out[what] = fmt.Sprintf("%+v", v)
	}
	history, err := w.store.PlanHistory(ctx, id)
	keep("history", history, err)
	issued, err := w.store.Issued(ctx, id)
	keep("issued", issued, err)
	figures, err := w.store.Figures(ctx, id)
	keep("figures", figures, err)
	releases, err := w.store.Releases(ctx, id)
	keep("releases", releases, err)
	reports, err := w.store.Reports(ctx, id)
	keep("reports", reports, err)
	places, err := w.store.WrittenPlaces(ctx, id)
	keep("places", places, err)
	request, version, err := w.store.Additions(ctx, id)
	keep("additions", fmt.Sprint(version, request), err)
	proposals, err := w.store.Proposals(ctx, store.ProposalFilter{Plan: id, IncludeAlternatives: true})
	w.do(err)
	var named []string
	for _, p := range proposals {
		named = append(named, fmt.Sprint(p.ID, p.Version, p.State, p.Decided, p.Decision))
	}
	out["proposals"] = strings.Join(named, "\n")
	for _, c := range []review.CampaignID{review.CampaignPublic, review.CampaignInternalB} {
		list, err := w.store.CampaignList(ctx, id, c)
		keep("list "+string(c), list, err)
	}
	for _, kind := range []string{"review-summary", "monthly", "indicators", "additions"} {
		month := ""
		if kind == "monthly" || kind == "indicators" {
			month = "2024-06"
		}
		out["report "+kind] = string(w.reportBytes(string(id), kind, month, "2024-07-15"))
	}
	return out
}

func (w *planWorld) same(what string, before, after map[string]string) {
	w.t.Helper()
	for name, was := range before {
		if after[name] != was {
			w.t.Errorf("%s: %s of last year changed", what, name)
		}
	}
}

func planProblems(err error) (out []string) {
	var p value.Problems
	if errors.As(err, &p) {
		for _, x := range p {
			out = append(out, x.Field+" "+x.Code)
		}
	}
	return out
}

// The plan of 2025 is made of last year's in the browser's own words: 30%, the province, other dates, an indicator more
// and one fewer; it is worked under to its reports, 2026 is made from it, and last year stays byte for byte.
func TestNextPlan(t *testing.T) {
	w := openPlanWorld(t)
	ctx := t.Context()
	old, _ := w.plan("")
	before := w.everything(old.ID)

	w.day = value.MustDate("2025-02-12")
	id, err := w.CopyPlan(ctx, officePerson, string(old.ID), 2025, func(p *review.Plan) {
		p.Number, p.Date = "31/KH-UBND", value.MustDate("2025-02-10")
		p.Upward.Superior, p.Upward.Addressee = "UBND tỉnh Quảng Trị", "Văn phòng UBND tỉnh Quảng Trị"
		for i := range p.Targets {
			if m := p.Targets[i].Metric; m == review.Number || m == review.Cost {
				p.Targets[i].Threshold = value.Whole(30)
			}
			if p.Targets[i].Campaign == review.CampaignInternalB && p.Targets[i].Metric != review.Issued {
				p.Targets[i].Deadline, p.Targets[i].Inclusive = value.MustDate("2025-08-15"), true
			}
		}
	})
	w.do(err)
	if id != "kh-31-2025" {
		t.Errorf("id %s", id)
	}
	w.same("copied", before, w.everything(old.ID))
	if now, _ := w.plan(""); now.ID != old.ID {
		t.Error("a draft is followed")
	}
	// a draft takes no work, and only those who keep plans see it
	if err := w.StartCampaign(ctx, officePerson, string(id), review.CampaignInternalB,
		nil); !slices.Contains(planProblems(err), "plan plan.is_draft") {
		t.Errorf("a draft's campaign starts: %v", err)
	}
	if _, err := w.EnterFigures(ctx, officePerson, string(id), value.MustMonth("2025-02"),
		nil); !slices.Contains(planProblems(err), "plan plan.is_draft") {
		t.Errorf("a draft takes figures: %v", err)
	}
	for role, sees := range map[account.Role]bool{account.Office: true, account.Chairman: true, account.Reviewer: false, account.Admin: false} {
		by := Person{Name: "x", Roles: []account.Role{role}}
		if _, _, err := w.PlanFor(ctx, by, string(id)); (err == nil) != sees || err != nil &&
			!errors.Is(err, value.ErrNotFound) {
			t.Errorf("%s: %v", role, err)
		}
		all, err := w.PlansFor(ctx, by)
		if err != nil || (len(all) == 2) != sees {
			t.Errorf("%s sees %d plans", role, len(all))
		}
	}
	// one indicator more, one fewer, another order
	count := len(old.Indicators)
	w.do(w.change(id, func(p *review.Plan) {
		p.Indicators = slices.DeleteFunc(slices.Clone(p.Indicators),
			func(x review.Indicator) bool { return x.ID == "nq01-2" })
		p.Indicators = slices.Insert(p.Indicators, 0, review.Indicator{
			Number:      "1.2",
			Group:       "NQ 66",
			Name:        "Tỷ lệ hồ sơ giải quyết trước hạn",
			Unit:        "%",
			Target:      value.Whole(30),
			Comparator:  review.AtLeast,
			TargetText:  "Tối thiểu 30",
			Lead:        "Bộ phận một cửa",
			Numerator:   "Số hồ sơ trước hạn",
			Denominator: "Số hồ sơ đã giải quyết",
		})
		p.Groups = []review.Group{{ID: "NQ 66", Name: "Chỉ tiêu giao tại Nghị quyết số 66/NQ-CP"}}
		p.Tasks = append(p.Tasks, review.Task{Text: "Trả kết quả qua VNeID", Source: "III.3", Owner: "Bộ phận một cửa"})
		for i := range p.Duties {
			if p.Duties[i].ID == "D3" {
				p.Duties[i].Deadline, p.Duties[i].Inclusive = value.MustDate("2025-08-15"), true
			}
			if p.Duties[i].ID == "D1" {
				p.Duties[i].Deadline, p.Duties[i].Funding = value.MustDate("2025-06-15"), "ngân sách xã"
			}
		}
	}))
	next, version := w.plan(string(id))
	if len(next.Indicators) != count || next.Indicators[0].ID != "nq66-1.2" || next.Tasks[len(next.Tasks)-1].ID == "" {
		t.Errorf("%+v", next.Indicators[0])
	}
	if err := w.SavePlan(ctx, officePerson, id, version-1, func(p *review.Plan) { p.Title = "khác" }); !errors.As(err,
		new(*value.Conflict)) {
		t.Errorf("saved over a newer version: %v", err)
	}
	if err := w.PutPlanInForce(ctx, Person{
		Name:  "r",
		Roles: []account.Role{account.Reviewer},
	}, id, version, w.day); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer puts it in force: %v", err)
	}
	w.do(w.PutPlanInForce(ctx, officePerson, id, version, value.MustDate("2025-02-12")))
	if now, _ := w.plan(""); now.ID != id {
		t.Error("the new plan is not followed")
	}
	w.same("in force", before, w.everything(old.ID))

	w.meetsThirtyPercent(id)
	w.same("worked under", before, w.everything(old.ID))

	// its papers name the province and the new indicator, last year's the district
	w.day = value.MustDate("2025-07-20")
	_, err = w.EnterFigures(ctx, officePerson, string(id), value.MustMonth("2025-06"),
		[]FigureEntry{{Figure: review.Figure{
			Indicator:   "nq66-1.2",
			Numerator:   value.Known[int64](3),
			Denominator: value.Known[int64](10),
		}}})
	w.do(err)
	for kind, want := range map[string][]string{"monthly": {"UBND tỉnh Quảng Trị", "31/KH-UBND", "chậm nhất ngày", "Trả kết quả qua VNeID"}, "review-summary": {"Văn phòng UBND tỉnh Quảng Trị", "31/KH-UBND"},
		"indicators": {"UBND tỉnh Quảng Trị", "CHỈ TIÊU GIAO TẠI NGHỊ QUYẾT SỐ 66/NQ-CP", "trước hạn", "30,00"}, "additions": {"UBND tỉnh Quảng Trị"}} {
		month := ""
		if kind == "indicators" || kind == "monthly" {
			month = "2025-06"
		}
		page := w.page(string(id), kind, month, "2025-07-20")
		for _, x := range want {
			if !strings.Contains(strings.ToUpper(page), strings.ToUpper(x)) {
				t.Errorf("%s of 2025 lacks %q", kind, x)
			}
		}
		if strings.Contains(page, "huyện Vĩnh Linh") {
			t.Errorf("%s of 2025 names the district", kind)
		}
	}
	if page := w.page(string(old.ID), "monthly", "2024-06", "2024-07-15"); !strings.Contains(page,
		"UBND huyện Vĩnh Linh") || strings.Contains(page, "tỉnh Quảng Trị") {
		t.Error("last year's monthly report names another superior")
	}
	// what has figures stays; what has none goes
	if err := w.change(id, func(p *review.Plan) { p.Indicators = p.Indicators[1:] }); !slices.Contains(
		planProblems(err), "indicators indicator.has_figures",
	) {
		t.Errorf("an indicator with figures goes: %v", err)
	}
	w.do(w.change(id, func(p *review.Plan) { p.Indicators = p.Indicators[:len(p.Indicators)-1] }))

	// last year is closed, and the commune gets another superior: its papers stay
	w.day = value.MustDate("2025-07-25")
	_, v := w.plan(string(old.ID))
	w.do(w.ClosePlan(ctx, officePerson, old.ID, v, value.MustDate("2024-12-31")))
	commune, cv, err := w.Commune(ctx)
	w.do(err)
	commune.Superior, commune.Addressee = "UBND tỉnh Quảng Trị", "Văn phòng UBND tỉnh Quảng Trị"
	w.do(w.SaveCommune(ctx, officePerson, commune, cv))
	after := w.everything(old.ID)
	delete(before, "history") // the closing is in it
	w.same("closed", before, after)
	if err := w.change(old.ID, func(p *review.Plan) { p.Title = "khác" }); !slices.Contains(planProblems(err),
		"plan plan.is_closed") {
		t.Errorf("a closed plan is edited: %v", err)
	}
	// 2026 is made from 2025
	w.day = value.MustDate("2026-01-15")
	third, err := w.CopyPlan(ctx, officePerson, string(id), 2026,
		func(p *review.Plan) { p.Number, p.Date = "05/KH-UBND", value.MustDate("2026-01-10") })
	w.do(err)
	last, lv := w.plan(string(third))
	if last.Upward.Superior != "UBND tỉnh Quảng Trị" || last.Targets[1].Threshold != value.Whole(30) ||
		last.Targets[1].Deadline.String() != "2026-08-15" || !last.Targets[1].Inclusive ||
		last.Title != "Cải cách thủ tục hành chính trọng tâm năm 2026" || last.Indicators[0].ID != "nq66-1.2" {
		t.Errorf("%+v", last)
	}
	w.do(w.PutPlanInForce(ctx, officePerson, third, lv, value.MustDate("2026-01-15")))
	if now, _ := w.plan(""); now.ID != third {
		t.Error("2026 is not followed")
	}
	w.same("two years on", before, w.everything(old.ID))
}

// meetsThirtyPercent reviews a hundred procedures under a plan: 29 cuts of 100 do not meet 30%, 30 do.
func (w *planWorld) meetsThirtyPercent(id review.PlanID) {
	w.t.Helper()
	var file bytes.Buffer
	write := func(cuts int) {
		file.Reset()
		fmt.Fprintf(&file, `{"plan":%q,"campaign":"internal-b","procedures":[`, id)
		for i := range 100 {
			fmt.Fprintf(&file, `%s{"code":"KH25-%03d","name":"Thủ tục nội bộ số %d","kind":"internal","group":"B"}`,
				strings.Repeat(",", min(i, 1)), i, i)
		}
		file.WriteString(`],"reviews":[`)
		for i := range 100 {
			row := `[{"task":"other","activity":"soạn","hours":"1","hourly_rate":1000,"subjects_per_year":1}]`
			conclusion, after := "keep", ""
			if i < cuts {
				conclusion, after = "cut",
					`,"after":[{"task":"other","activity":"soạn","hours":"0","hourly_rate":1000,"subjects_per_year":1}]`
			}
			fmt.Fprintf(&file, `%s{"procedure":"KH25-%03d","conclusion":%q,"status":"approved",`+
				`"decided":"2025-06-01","measures":[{"kind":"cut_step","part":"steps","content":"Bỏ một bước",`+
				`"reason":"Trùng"}],"before":%s%s}`,
				strings.Repeat(",", min(i, 1)), i, conclusion, row, after)
		}
		file.WriteString(`]}`)
	}
	w.day = value.MustDate("2025-07-20")
	for cuts, met := range map[int]bool{29: false, 30: true} {
		write(cuts)
		doc, err := w.Import(w.t.Context(), []Upload{{
			Name: "chien-dich.json",
			Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(file.Bytes())), nil },
		}}, ImportOptions{Actor: "office", Format: "campaign"})
		w.do(err)
		if !doc.OK() {
			w.t.Fatal(doc.Files[0].Errors)
		}
		rep, err := w.Targets(w.t.Context(), string(id), value.Date{})
		w.do(err)
		for _, r := range rep.Targets {
			if r.Metric != review.Number && r.Metric != review.Cost {
				continue
			}
			if r.Met == nil || *r.Met != met || r.Threshold != value.Whole(30) || r.LastDay.String() != "2025-08-15" {
				w.t.Errorf("%d cuts of 100, %s: met %v, threshold %s, last day %s", cuts, r.ID, r.Met, r.Threshold,
					r.LastDay)
			}
			if r.Metric == review.Number &&
				(r.Numerator != int64(cuts) || r.Denominator != 100 || r.Missing != int64(30-cuts)) {
				w.t.Errorf("%d of %d, missing %d", r.Numerator, r.Denominator, r.Missing)
			}
		}
	}
	if _, err := w.store.Procedure(w.t.Context(), catalog.Code("KH25-000").Key()); err != nil {
		w.t.Fatal(err)
	}
}

// A number is taken within its year alone, and what is wrong stands at its field with nothing stored.
func TestCopyPlan_Refusals(t *testing.T) {
	w := openPlanWorld(t)
	old, _ := w.plan("")
	for name, tt := range map[string]struct {
		year   int
		change func(*review.Plan)
		want   string
	}{
		"number of the same year": {2024, func(p *review.Plan) { p.Number, p.Date = "29/kh-ubnd", value.MustDate("2024-05-01") }, "number plan.number_taken"},
		"no number":               {2025, func(p *review.Plan) { p.Date = value.MustDate("2025-01-10") }, "number plan.number_missing"},
		"no date":                 {2025, func(p *review.Plan) { p.Number = "1/KH" }, "date on.missing"},
		"threshold above all": {2025, func(p *review.Plan) {
			p.Number, p.Date, p.Targets[0].Threshold = "1/KH", value.MustDate("2025-01-10"), value.Whole(101)
		}, "targets[0].threshold rules.threshold"},
	} {
		if _, err := w.CopyPlan(t.Context(), officePerson, string(old.ID), tt.year,
			tt.change); !slices.Contains(planProblems(err), tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := w.CopyPlan(t.Context(), Person{
		Name:  "r",
		Roles: []account.Role{account.Reviewer},
	}, string(old.ID), 2025, func(*review.Plan) {}); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer copies a plan: %v", err)
	}
	if all, err := w.Plans(t.Context()); err != nil || len(all) != 1 {
		t.Errorf("%d plans, %v", len(all), err)
	}
	if _, err := w.CopyPlan(t.Context(), officePerson, string(old.ID), 2025,
		func(p *review.Plan) { p.Number, p.Date = "29/KH-UBND", value.MustDate("2025-01-10") }); err != nil {
		t.Errorf("numbers begin anew every year: %v", err)
	}
	// what was noted or written under a plan is not taken out of it
	err := w.change(old.ID, func(p *review.Plan) {
		p.Duties = slices.DeleteFunc(slices.Clone(p.Duties),
			func(d review.Duty) bool { return d.ID == "D1" || d.ID == "D4" })
		p.Targets = slices.DeleteFunc(slices.Clone(p.Targets),
			func(x review.Target) bool { return x.Metric == review.Issued })
	})
	if got := planProblems(err); len(got) != 3 {
		t.Errorf("%v", err)
	}
}

// A commune that copies the starting content's plan names its own people and its own superior in the copy.
func TestCopyPlan_AnotherCommune(t *testing.T) {
	a := openTest(t)
	commune := Commune{
		Kind:      "xã",
		Name:      "An Bình",
		Superior:  "UBND tỉnh Long An",
		Addressee: "Văn phòng UBND tỉnh Long An",
		Signer:    "Lê Văn Tám",
	}
	if err := a.SaveCommune(t.Context(), officePerson, commune, 0); err != nil {
		t.Fatal(err)
	}
	id, err := a.CopyPlan(t.Context(), officePerson, "kh-29-2024", 2025,
		func(p *review.Plan) { p.Number, p.Date = "7/KH-UBND", value.MustDate("2025-01-10") })
	if err != nil {
		t.Fatal(err)
	}
	p, version, err := a.Plan(t.Context(), string(id))
	if err != nil {
		t.Fatal(err)
	}
	p.References, p.CopiedFrom = nil, "" // papers of others are what the plan rests on
	text := fmt.Sprintf("%+v", p)
	for _, bad := range []string{"Vĩnh Linh", "Vĩnh Chấp", "Võ Văn"} {
		if strings.Contains(text, bad) {
			t.Errorf("the copy says %q", bad)
		}
	}
	if p.Issuer != "Ủy ban nhân dân xã An Bình" || p.Signer != "Lê Văn Tám" || p.Campaigns[0].To != commune.Addressee ||
		p.Upward.Superior != commune.Superior {
		t.Errorf("%+v", p)
	}
	if err := a.PutPlanInForce(t.Context(), officePerson, id, version, value.MustDate("2025-01-10")); err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	if err := a.Report(t.Context(), &page, ReportOptions{
		Kind:   "proposals",
		Format: "html",
		Plan:   string(id),
	}); err != nil || !strings.Contains(page.String(), "Văn phòng UBND tỉnh Long An") {
		t.Errorf("%v: the report does not go to the province", err)
	}
}
