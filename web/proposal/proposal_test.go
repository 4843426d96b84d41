package proposal_test

import (
	"bytes"
	"context"
	"io"
	"mime/multipart"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/app"
	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/page"
	"rasoat/web/proposal"
)

// rowPairs is a row of the cost form as a browser sends it.
func rowPairs(side string, n int, task, activity, hours, rate, fees, times, subjects string) []string {
	at := side + "[" + strconv.Itoa(n) + "]."
	return []string{
		at + "task",
		task,
		at + "source",
		"survey",
		at + "activity",
		activity,
		at + "hours",
		hours,
		at + "hourly_rate",
		rate,
		at + "service_cost",
		"0",
		at + "fees",
		fees,
		at + "times_per_year",
		times,
		at + "subjects_per_year",
		subjects,
		at + "note",
		"",
	}
}

func storedProposal(s *webtest.Site, id review.ProposalID) review.Proposal {
	s.T.Helper()
	v, err := s.App.Proposal(context.Background(), app.Person{Name: "test", Roles: account.Roles}, id)
	if err != nil {
		s.T.Fatal(err)
	}
	return v.Proposal
}

// bare replaces the demo's campaign by one of three procedures of which none is reviewed yet.
func bare(s *webtest.Site) *webtest.Site {
	s.T.Helper()
	list := make([]string, 3)
	for i, code := range []string{"NB-01", "NB-11", "NB-12"} {
		list[i] = `{"code": "` + code + `", "name": "Thủ tục ` + code + `", "kind": "internal", "group": "B"}`
	}
	file := `{"plan": "kh-29-2024", "campaign": "internal-b", "procedures": [` + strings.Join(
		list,
		", ",
	) + `], "reviews": []}`
	open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(file)), nil }
	doc, err := s.App.Import(
		s.T.Context(),
		[]app.Upload{{Name: "campaign.json", Open: open}},
		app.ImportOptions{Actor: "office"},
	)
	if err != nil || !doc.OK() {
		s.T.Fatalf("%v %+v", err, doc)
	}
	return s
}

// draftOf begins a proposal of a person's own for open procedures.
func draftOf(c *webtest.Client, procedures ...string) string {
	c.T.Helper()
	pairs := []string{"title", "Nhóm"}
	for _, p := range procedures {
		pairs = append(pairs, "procedure", p)
	}
	r := c.Post("/phuong-an/moi", pairs...)
	if r.Status != http.StatusSeeOther {
		c.T.Fatalf("no proposal: %d %s", r.Status, problemsOn(r.Body))
	}
	return strings.TrimSuffix(r.Header.Get("Location"), "/sua")
}

func problemsOn(body string) string {
	_, rest, _ := strings.Cut(body, `class="error-summary"`)
	rest, _, _ = strings.Cut(rest, "</div>")
	return rest
}

func idOf(t *testing.T, href string) review.ProposalID {
	t.Helper()
	n, err := strconv.ParseInt(strings.TrimPrefix(href, "/phuong-an/"), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return review.ProposalID(n)
}

const openProcedure = "kh-29-2024/internal-b/NB-12"

// The cost form: what is typed in the Vietnamese way is stored as numbers, the page says what package cost says, and
// what is wrong stands at its cell while nothing is stored.
func TestCosts_Form(t *testing.T) {
	s := bare(webtest.OpenSite(t))
	c := s.As("reviewer")
	href := draftOf(c, openProcedure)
	id := idOf(t, href)
	for _, tt := range []struct {
		name  string
		pairs []string
		want  []string // what stands on the page
	}{
		{"a negative number", rowPairs("before", 0, "prepare", "Viết đơn", "-1", "23.932", "0", "2", "24"),
			[]string{"dòng 1.1, Thời gian (giờ): Không được âm", `value="-1"`}},
		{"words for a number", rowPairs("before", 0, "prepare", "Viết đơn", "nửa giờ", "23.932", "0", "2", "24"),
			[]string{"Phải là số", `value="nửa giờ"`}},
		{"nothing where a figure belongs", rowPairs("before", 0, "submit", "Nộp", "", "23.932", "0", "2", "24"),
			[]string{"dòng 2.1, Thời gian (giờ): Chưa ghi số liệu"}},
		{"five decimals", rowPairs("before", 0, "prepare", "Viết đơn", "0,12345", "23.932", "0", "2", "24"),
			[]string{"bốn chữ số"}},
		{"beyond the bounds", rowPairs("before", 0, "prepare", "Viết đơn", "1", "23.932", "0", "2", "100.000.001"),
			[]string{"Vượt quá mức"}},
		{"no activity", rowPairs("after", 0, "prepare", " ", "1", "23.932", "0", "2", "24"),
			[]string{"Chưa ghi hoạt động cụ thể"}},
		{"an unknown task", rowPairs("before", 0, "wait", "Chờ", "1", "23.932", "0", "2", "24"),
			[]string{"error-summary"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before := storedProposal(s, id)
			r := c.Post(href+"/chi-phi", append(tt.pairs, "version", strconv.Itoa(before.Version))...)
			if r.Status != http.StatusUnprocessableEntity {
				t.Fatalf("%d", r.Status)
			}
			for _, w := range tt.want {
				if !strings.Contains(r.Body, w) {
					t.Errorf("%q is not on the page: %s", w, problemsOn(r.Body))
				}
			}
			if after := storedProposal(s, id); after.Version != before.Version || after.Members[0].Before != nil {
				t.Error("something was stored")
			}
		})
	}
	// Example B of the handbook, §1.8.
	form := append(exampleB(), "version", strconv.Itoa(storedProposal(s, id).Version))
	if r := c.Post(href+"/tinh", form...); !strings.Contains(r.Body, "1.967.376 đồng") ||
		!strings.Contains(r.Body, "66,83%") {
		t.Errorf("while typing: %d %s", r.Status, r.Body)
	}
	if storedProposal(s, id).Members[0].Before != nil {
		t.Fatal("pricing stored something")
	}
	// Without a table after it nothing is saved yet, unless the conclusion says so: while typing as everywhere else.
	for query, want := range map[string]string{
		"":                  `<dd data-figure="saving">–</dd>`,
		"?ket-luan=abolish": `<dd data-figure="percent">100,00%</dd>`,
		"?ket-luan=keep":    `<dd data-figure="percent">0,00%</dd>`,
	} {
		r := c.Post(
			href+"/tinh"+query,
			rowPairs("before", 0, "prepare", "Viết đơn", "0,5", "23.932", "0", "2", "24")...)
		r.Want(t, http.StatusOK, want, `<dd data-figure="before">574.368 đồng</dd>`)
		if unpriced := strings.Contains(r.Body,
			`<dd data-figure="after">chưa tính chi phí</dd>`); unpriced != (query == "") {
			t.Errorf("%q: after is unpriced: %v", query, unpriced)
		}
	}
	if r := c.Post(href+"/chi-phi", form...); r.Status != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Status, problemsOn(r.Body))
	}
	m := storedProposal(s, id).Members[0]
	got, err := cost.Price(*m.Before, *m.After)
	if err != nil || got.Before.AnnualTotal != 2_943_840 || got.After.AnnualTotal != 976_464 ||
		got.Saving != 1_967_376 {
		t.Errorf("%+v %v", got, err)
	}
	page := c.Get(href + "/chi-phi").Body
	for _, w := range []string{"2.943.840 đồng", "976.464 đồng", "1.967.376 đồng", "66,83%",
		"0,5 giờ × 23.932 = 11.966"} {
		if !strings.Contains(page, w) {
			t.Errorf("%q is not on the page", w)
		}
	}
}

// exampleB is the handbook's example B as it is typed.
func exampleB() []string {
	var out []string
	for i, r := range [][]string{{"prepare", "Viết đơn theo mẫu, in", "0,5", "1.000"}, {"prepare",
		"Xin ý kiến phụ trách bộ phận bằng văn bản", "0,5", "0"},
		{"submit", "Nộp trực tiếp tại Văn phòng UBND xã", "0,25", "0"}, {"other",
			"Công chức VP thẩm tra, lập giấy phép, trình ký", "1", "500"}, {"receive", "Nhận Giấy nghỉ phép bản giấy",
			"0,25", "0"}} {
		out = append(out, rowPairs("before", i, r[0], r[1], r[2], "23.932", r[3], "2", "24")...)
	}
	for i, r := range [][]string{{"prepare", "Điền đơn điện tử", "0,25"}, {"submit", "Gửi qua hệ thống QLVB&ĐH (ký số)",
		"0,05"},
		{"other", "Công chức VP kiểm tra, trình duyệt điện tử", "0,5"}, {"receive", "Nhận kết quả điện tử", "0,05"}} {
		out = append(out, rowPairs("after", i, r[0], r[1], r[2], "23.932", "0", "2", "24")...)
	}
	return out
}

// The buttons of the cost form change what is typed and store nothing.
func TestCosts_Buttons(t *testing.T) {
	s := bare(webtest.OpenSite(t))
	c := s.As("reviewer")
	href := draftOf(c, openProcedure)
	row := rowPairs("before", 3, "prepare", "Viết đơn", "0,5", "", "0", "", "")
	for _, tt := range []struct {
		do        string
		more      []string
		want, not []string
	}{
		{"add.before.submit", nil, []string{`name="before[1].activity"`, `value="31.111"`, `value="Viết đơn"`}, nil},
		{"delete.before[3]", nil, nil, []string{"Viết đơn"}},
		{"copy", nil, []string{`name="after[0].activity"`}, nil},
		{"template", nil, []string{"Soạn đơn, văn bản đề nghị", "Nhận kết quả"}, nil},
		{"template", []string{"all.subjects", "37", "all.times", "5"}, []string{`value="37"`, `value="5"`,
			"Nhận kết quả"}, nil},
		{"template", []string{"all.times", "vài"}, []string{"Phải là số", `value="vài"`}, nil},
		{"fill", []string{"all.subjects", "24", "all.times", "2"}, []string{`value="24"`, `value="2"`,
			`value="31.111"`}, nil},
		{"fill", []string{"all.subjects", "nhiều"}, []string{"Phải là số nguyên"}, nil},
		{"trim", nil, []string{"Viết đơn"}, nil},
		{"delete.before[99]", nil, []string{"Viết đơn"}, nil},
		{"add.sideways.submit", nil, []string{"Viết đơn"}, []string{`name="before[1].activity"`}},
	} {
		r := c.Post(href+"/chi-phi", append(append([]string{"do", tt.do, "version", "1"}, row...), tt.more...)...)
		if r.Status != http.StatusOK {
			t.Errorf("%s: %d", tt.do, r.Status)
		}
		for _, w := range tt.want {
			if !strings.Contains(r.Body, w) {
				t.Errorf("%s: %q is not on the page", tt.do, w)
			}
		}
		for _, w := range tt.not {
			if strings.Contains(r.Body, w) {
				t.Errorf("%s: %q is on the page", tt.do, w)
			}
		}
	}
	if p := storedProposal(s, idOf(t, href)); p.Version != 1 {
		t.Errorf("version %d", p.Version)
	}
}

// cutStep is a proposal for the open procedure as its form sends it first: one step less, for a reason.
func cutStep(reason string) []string {
	return []string{
		"version", "1",
		"conclusion", "cut",
		"members[0].code", "NB-12",
		"measures[0].kind", "cut_step",
		"measures[0].part", "steps",
		"measures[0].content", "Bỏ bước trình",
		"measures[0].reason", reason,
	}
}

// Two who edit the same draft: the second reads both versions, finds all that was typed, and decides.
func TestConflict(t *testing.T) {
	s := bare(webtest.OpenSite(t))
	one, two := s.As("reviewer"), s.As("reviewer")
	href := draftOf(one, openProcedure)
	text := cutStep
	if r := one.Post(href+"/sua", text("Trùng lặp")...); r.Status != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Status, problemsOn(r.Body))
	}
	r := two.Post(href+"/sua", text("Không cần thiết")...)
	if r.Status != http.StatusConflict || !strings.Contains(r.Body, "Trùng lặp") ||
		strings.Count(r.Body, "Không cần thiết") < 2 ||
		!strings.Contains(r.Body, `name="version" value="2"`) {
		t.Fatalf("%d", r.Status)
	}
	if p := storedProposal(s, idOf(t, href)); p.Measures[0].Reason != "Trùng lặp" {
		t.Error("the second overwrote the first")
	}
	over := text("Không cần thiết")
	over[1] = "2"
	if r := two.Post(href+"/sua", over...); r.Status != http.StatusSeeOther ||
		storedProposal(s, idOf(t, href)).Measures[0].Reason != "Không cần thiết" {
		t.Errorf("%d", r.Status)
	}
	costs := append(exampleB(), "version", "1")
	if r := two.Post(href+"/chi-phi", costs...); r.Status != http.StatusConflict ||
		!strings.Contains(r.Body, "Viết đơn theo mẫu, in") ||
		!strings.Contains(r.Body, `name="version" value="3"`) {
		t.Errorf("costs: %d", r.Status)
	}
}

// The form of a draft: ticks become changes and measures, typed figures are read in the Vietnamese way, and what is
// wrong stands at its field.
func TestEditProposal(t *testing.T) {
	s := bare(webtest.OpenSite(t))
	c := s.As("reviewer")
	href := draftOf(c, openProcedure)
	id := idOf(t, href)
	base, err := s.App.Procedure(t.Context(), app.Reader{Official: true}, "NB-12")
	if err != nil {
		t.Fatal(err)
	}
	form := c.Get(href + "/sua").Body
	for _, st := range base.Procedure.Steps {
		if !strings.Contains(form, proposal.Short(st.Text)[:10]) {
			t.Errorf("step %q is not on the form", st.Text)
		}
	}
	bad := c.Post(
		href+"/sua",
		"version",
		"1",
		"members[0].code",
		"NB-12",
		"members[0].limit.all",
		"ba ngày",
		"effort",
		"nhiều",
		"members[0].copies",
		"0",
		"roadmap",
		"quý IV",
	)
	if bad.Status != http.StatusUnprocessableEntity || !strings.Contains(bad.Body, `value="ba ngày"`) ||
		!strings.Contains(bad.Body, `value="quý IV"`) {
		t.Errorf("%d %s", bad.Status, problemsOn(bad.Body))
	}
	if storedProposal(s, id).Version != 1 {
		t.Error("a refused form was stored")
	}
	ok := c.Post(
		href+"/sua",
		"version",
		"1",
		"conclusion",
		"amend",
		"members[0].code",
		"NB-12",
		"members[0].limit.all",
		"1,5",
		"members[0].limit.all.unit",
		"working_days",
		"members[0].agency",
		"Văn phòng UBND xã",
		"effort",
		"2,5",
		"measures[0].kind",
		"other",
		"measures[0].content",
		"",
		"do",
		"costs",
	)
	if ok.Status != http.StatusSeeOther || ok.Header.Get("Location") != href+"/chi-phi" {
		t.Fatalf("%d %s", ok.Status, problemsOn(ok.Body))
	}
	p := storedProposal(s, id)
	want := []review.Change{
		{
			Op:    review.SetLimit,
			Part:  catalog.PartTimeLimit,
			Limit: catalog.TimeLimit{Number: value.Known(value.Decimal(15_000)), Unit: catalog.WorkingDays},
		},
		{Op: review.SetAgency, Part: catalog.PartAgency, Text: "Văn phòng UBND xã"},
	}
	if len(p.Members[0].Changes) != 2 || p.Members[0].Changes[0] != want[0] || p.Members[0].Changes[1] != want[1] {
		t.Errorf("%+v", p.Members[0].Changes)
	}
	if len(p.Measures) != 2 || !strings.Contains(p.Measures[0].Content, "1,5 ngày làm việc") ||
		p.Effort.Or(0) != 25_000 {
		t.Errorf("%+v", p)
	}
	// The same form again changes nothing but the version: what is stored comes back as it was typed.
	words, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	room := proposal.New(&page.Kit{Text: words})
	bases := map[catalog.Code]catalog.Procedure{"NB-12": base.Procedure}
	back, _, problems := proposal.ReadProposal(room, proposal.TypedOfProposal(room, p, bases), bases)
	if len(problems) > 0 || len(back.Members[0].Changes) != 2 || back.Members[0].Changes[0] != want[0] ||
		back.Members[0].Changes[1] != want[1] ||
		len(back.Measures) != 2 {
		t.Errorf("%+v %v", back, problems)
	}
	// Measures that were taken out stay out.
	pairs := []string{
		"version",
		strconv.Itoa(p.Version),
		"conclusion",
		"amend",
		"members[0].code",
		"NB-12",
		"members[0].limit.all",
		"1,5",
		"members[0].limit.all.unit",
		"working_days",
		"members[0].agency",
		"Văn phòng UBND xã",
	}
	if r := c.Post(href+"/sua", pairs...); r.Status != http.StatusSeeOther || len(storedProposal(s, id).Measures) != 0 {
		t.Errorf("%d %+v", r.Status, storedProposal(s, id).Measures)
	}
}

// A group: procedures of one campaign, begun together, one taken out again.
func TestNewProposal_Group(t *testing.T) {
	s := bare(webtest.OpenSite(t))
	c := s.As("reviewer")
	if r := c.Post("/phuong-an/moi"); r.Status != http.StatusUnprocessableEntity ||
		!strings.Contains(r.Body, "chưa chọn thủ tục") && !strings.Contains(r.Body, "Chưa chọn thủ tục") {
		t.Errorf("nothing chosen: %d", r.Status)
	}
	draftOf(c, "kh-29-2024/internal-b/NB-01")
	if r := c.Post("/phuong-an/moi", "procedure",
		"kh-29-2024/internal-b/NB-01"); r.Status != http.StatusUnprocessableEntity ||
		!strings.Contains(r.Body, "đã có một phương án") {
		t.Errorf("a second proposal: %d", r.Status)
	}
	if r := c.Post("/phuong-an/moi", "procedure", openProcedure, "procedure",
		"kh-29-2024/public/1.001193"); r.Status != http.StatusUnprocessableEntity {
		t.Errorf("two campaigns: %d", r.Status)
	}
	href := draftOf(c, openProcedure)
	if r := c.Post(href+"/sua", "do", "add.member", "add_member", "NB-01", "version", "1", "members[0].code",
		"NB-12"); r.Status != http.StatusOK ||
		!strings.Contains(r.Body, `value="NB-01"`) {
		t.Errorf("a member more: %d", r.Status)
	}
	if r := c.Post(href+"/sua", "version", "1", "title", "Nhóm", "members[0].code", "NB-12", "members[1].code",
		"NB-01"); r.Status != http.StatusUnprocessableEntity ||
		!strings.Contains(r.Body, "đã có một phương án") {
		t.Errorf("a member that has its own proposal: %d", r.Status)
	}
}

// Four eyes over HTTP: every action by every role, for a proposal of one's own and for one of somebody else's, in
// every state. What may not be done answers 403 or 422 and changes nothing.
func TestStep_FourEyesOverHTTP(t *testing.T) {
	s := webtest.OpenSite(t)
	names := []string{"reviewer", "office", "chairman", "admin"}
	people := map[string]*webtest.Client{}
	for _, n := range names {
		people[n] = s.As(n)
	}
	// The demo has a proposal in every state; its imported ones have no author, so each is asked for once by each role.
	list, err := s.App.Proposals(t.Context(), app.Person{Name: "test", Roles: account.Roles}, app.ProposalFilter{})
	if err != nil {
		t.Fatal(err)
	}
	roles := map[string]account.Role{
		"reviewer": account.Reviewer,
		"office":   account.Office,
		"chairman": account.Chairman,
		"admin":    account.Admin,
	}
	seen := map[review.State]bool{}
	for _, row := range list.Rows {
		p := row.Proposal
		if seen[p.State] {
			continue
		}
		seen[p.State] = true
		for _, n := range names {
			for _, action := range review.Actions {
				_, path := review.Next(p.State, action, review.Actor{Name: n, Author: p.Author})
				if path == nil && account.May([]account.Role{roles[n]}, account.Action(action)) {
					continue // allowed: walked below and in the browser
				}
				r := people[n].Post(
					page.ProposalHref(p.ID)+"/buoc",
					"version",
					strconv.Itoa(p.Version),
					"action",
					string(action),
					string(action)+".note",
					"x",
					string(action)+".number",
					"1/QĐ",
					string(action)+".date",
					"1/7/2024",
				)
				if r.Status != http.StatusForbidden && r.Status != http.StatusUnprocessableEntity {
					t.Errorf("%s %s by %s: %d", p.State, action, n, r.Status)
				}
				if now := storedProposal(s, p.ID); now.State != p.State || now.Version != p.Version {
					t.Fatalf("%s %s by %s changed it to %s", p.State, action, n, now.State)
				}
			}
		}
	}
	if len(seen) != len(review.States) {
		t.Errorf("only %d states", len(seen))
	}
	bare(s)
	// The office writes one of its own and may neither check nor return it; the chairman's signature needs a check
	// first.
	href := draftOf(people["office"], openProcedure)
	id := idOf(t, href)
	ready := cutStep("Trùng")
	if r := people["office"].Post(href+"/sua", ready...); r.Status != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Status, problemsOn(r.Body))
	}
	do := func(who, action string, want int, more ...string) webtest.Response {
		t.Helper()
		r := people[who].Post(
			href+"/buoc",
			append([]string{"version", strconv.Itoa(storedProposal(s, id).Version), "action", action,
				page.CheckField, page.CheckYes}, more...)...)
		if r.Status != want {
			t.Fatalf("%s by %s: %d, want %d: %s", action, who, r.Status, want, problemsOn(r.Body))
		}
		return r
	}
	said := func(who, want string) {
		t.Helper()
		if shown := people[who].Get(href); !strings.Contains(shown.Body, want) {
			t.Errorf("%q is not said to %s", want, who)
		}
	}
	what := "phương án số " + strconv.FormatInt(int64(id), 10)
	said("office", "Đã lưu bản 2 của phương án.")
	if r := do("office", "submit", 422); !strings.Contains(r.Body, "Lý do chưa lập biểu mẫu 02/RS-KSTT") ||
		!strings.Contains(r.Body, "hưa lập biểu mẫu 02/RS-KSTT của thủ tục") {
		t.Error("nobody is asked why the form is missing")
	}
	do("office", "submit", 303, "form_reason", "Sẽ lập sau")
	said("office", "Đã trình "+what+"; chờ thẩm tra.")
	if r := do("office", "check", 403); !strings.Contains(r.Body, "người lập phương án không được thẩm tra") &&
		!strings.Contains(r.Body, "Người lập phương án không được thẩm tra") {
		t.Error("the page does not say why")
	}
	do("office", "return", 403, "return.note", "x")
	do("chairman", "approve", 422, "approve.number", "1/QĐ", "approve.date", "1/7/2024")
	do("chairman", "return", 422, "return.note", " ")
	do("chairman", "return", 303, "return.note", "Thiếu căn cứ")
	said("chairman", "Đã trả lại "+what+"; người lập mở lại")
	if shown := people["office"].Get(href).Body; !strings.Contains(
		shown,
		"Võ Văn Tuấn trả lại với lý do: Thiếu căn cứ",
	) {
		t.Error("the reason does not stand at the top")
	}
	do("office", "reopen", 303)
	said("office", "Đã mở lại "+what+" để sửa; sửa xong thì trình.")
	if r := people["office"].Get(href); strings.Contains(r.Body, "Đã mở lại") {
		t.Error("it is said twice")
	}
}

// A double click begins one proposal and one alternative to it, and one review of an online service; each is said.
func TestBegin_Twice(t *testing.T) {
	s := bare(webtest.OpenSite(t))
	c := s.As("reviewer")
	for _, tt := range []struct {
		path string
		form []string
		said string
	}{
		{"/phuong-an/moi", []string{"procedure", "kh-29-2024/internal-b/NB-01"}, "Đã lập phương án số "},
		{"/phuong-an/moi", []string{"from", draftOf(c, openProcedure)}, "Đã lập phương án thay thế số "},
		{"/dich-vu-truc-tuyen/moi", []string{"procedure", "1.000894"},
			"Đã bắt đầu rà soát dịch vụ công trực tuyến số "},
	} {
		form := append(tt.form, page.NumberField, "reviewer.1")
		one, two := c.Post(tt.path, form...), c.Post(tt.path, form...)
		to := one.Header.Get("Location")
		if one.Status != http.StatusSeeOther || two.Status != http.StatusSeeOther || two.Header.Get("Location") != to {
			t.Errorf("%v: %d %s, then %d %s", tt.form, one.Status, to, two.Status, two.Header.Get("Location"))
		}
		c.Get(to).Want(t, http.StatusOK, tt.said)
	}
}

// An alternative becomes the main proposal, and the page says so.
func TestMakeMain_Said(t *testing.T) {
	s := bare(webtest.OpenSite(t))
	c := s.As("reviewer")
	main := draftOf(c, openProcedure)
	spare := strings.TrimSuffix(c.Post("/phuong-an/moi", "from", main).Header.Get("Location"), "/sua")
	if r := c.Post(spare+"/chinh", "version", "1"); r.Status != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Status, problemsOn(r.Body))
	}
	c.Get(spare).
		Want(t, http.StatusOK, "Phương án số "+strings.TrimPrefix(spare, "/phuong-an/")+" nay là phương án chính.")
	c.Post(spare+"/chinh", "version", "1").Want(t, http.StatusConflict, "Người khác vừa lưu bản mới hơn")
	c.Post(spare+"/chinh", "version", "2").Want(t, http.StatusUnprocessableEntity, "Đây đã là phương án chính")
}

// The decision with its scan: number, date, file; the file comes back as a file, to officials alone.
func TestApprove_Scan(t *testing.T) {
	s := webtest.OpenSite(t)
	chairman := s.As("chairman")
	var id review.ProposalID
	list, err := s.App.Proposals(
		t.Context(),
		app.Person{Name: "test", Roles: account.Roles},
		app.ProposalFilter{State: review.Checked},
	)
	if err != nil || len(list.Rows) == 0 {
		t.Fatal("the demo has nothing to decide", err)
	}
	id = list.Rows[0].Proposal.ID
	version := strconv.Itoa(list.Rows[0].Proposal.Version)
	href := page.ProposalHref(id)
	approve := func(number, date, content string) webtest.Response {
		var body bytes.Buffer
		w := multipart.NewWriter(&body)
		for k, v := range map[string]string{"version": version, "action": "approve", "page": "duyet",
			"approve.number": number, "approve.date": date} {
			if err := w.WriteField(k, v); err != nil {
				t.Fatal(err)
			}
		}
		f, err := w.CreateFormFile("approve.scan", "../../Quyết định.pdf")
		if err == nil {
			_, err = f.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.Address+href+"/buoc", &body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", w.FormDataContentType())
		return chairman.Do(r)
	}
	for _, tt := range []struct{ name, number, date, content, want string }{
		{"no number", "", "12/7/2024", "%PDF-1", "chưa ghi số quyết định"},
		{"no such day", "61/QĐ-UBND", "31/6/2024", "%PDF-1", "31/6/2024"},
		{"a day to come", "61/QĐ-UBND", "16/7/2024", "%PDF-1", "chưa tới"},
		{"no scan but a page", "61/QĐ-UBND", "12/7/2024", "<html>", "PDF, JPEG hoặc PNG"},
	} {
		r := approve(tt.number, tt.date, tt.content)
		if r.Status != http.StatusUnprocessableEntity ||
			!strings.Contains(strings.ToLower(r.Body), strings.ToLower(tt.want)) ||
			storedProposal(s, id).State != review.Checked {
			t.Errorf("%s: %d %s", tt.name, r.Status, problemsOn(r.Body))
		}
	}
	asked := approve("61", "12/7/2024", "%PDF-1.7 ký")
	asked.Want(t, http.StatusOK, "Kiểm tra trước khi phê duyệt",
		"61/QĐ-UBND", "12/7/2024", "Quyết định.pdf", "Tiết kiệm/01 năm", "vào sổ văn bản")
	if p := storedProposal(s, id); p.State != review.Checked {
		t.Fatalf("asking made it %s", p.State)
	}
	if r := confirm(chairman, asked); r.Status != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Status, problemsOn(r.Body))
	}
	if p := storedProposal(s, id); p.State != review.Approved || p.Decision.Number != "61/QĐ-UBND" ||
		p.Decided != value.MustDate("2024-07-12") {
		t.Errorf("%+v", p)
	}
	file := s.As("reviewer").Get(href + "/quyet-dinh")
	if file.Status != 200 || file.Body != "%PDF-1.7 ký" || file.Header.Get("Content-Type") != "application/pdf" ||
		!strings.HasPrefix(file.Header.Get("Content-Disposition"), "attachment") ||
		!strings.Contains(file.Header.Get("Content-Security-Policy"), "sandbox") ||
		file.Header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("%d %v", file.Status, file.Header)
	}
	if r := s.Visitor().Get(href + "/quyet-dinh"); r.Status != http.StatusSeeOther {
		t.Errorf("nobody gets %d", r.Status)
	}
	if r := approve("46/QĐ-UBND", "12/7/2024", "%PDF-1"); r.Status != http.StatusConflict ||
		storedProposal(s, id).Decision.Number != "61/QĐ-UBND" {
		t.Errorf("a second decision on an old page: %d", r.Status)
	}
}

// The figures on the page are those of package cost, whatever the table: typed, read back, added up.
func TestCosts_PageEqualsPrice(t *testing.T) {
	s := webtest.OpenSite(t)
	c := s.As("reviewer")
	for seed := range 12 {
		var rows []cost.Row
		for i := range seed + 1 {
			n := int64(seed*31 + i*7)
			rows = append(
				rows,
				cost.Row{
					Task:        cost.Tasks[int(n)%len(cost.Tasks)],
					Activity:    "Việc",
					Hours:       value.Decimal(n * 1_237 % 90_000),
					HourlyRate:  value.Money(23_932 + n),
					ServiceCost: value.Money(n * 999),
					Fees: value.Money(
						n % 3 * 4_000,
					),
					TimesPerYear:    value.Decimal(n * 3_333 % 50_000),
					SubjectsPerYear: n * 17 % 900,
					Source:          cost.Sources[i%len(cost.Sources)],
				},
			)
		}
		want, err := cost.Price(rows, rows[:seed/2])
		if err != nil {
			t.Fatal(err)
		}
		var pairs []string
		for side, list := range map[string][]cost.Row{"before": rows, "after": rows[:seed/2]} {
			for i, r := range proposal.TypedOf(list) {
				at := side + "[" + strconv.Itoa(i) + "]."
				for k := range r.Values {
					pairs = append(pairs, at+k, r.Get(k))
				}
			}
		}
		page := c.Post("/phuong-an/9/tinh?ket-luan=abolish", pairs...).Body
		for _, w := range []string{viet.Money(want.Before.AnnualTotal), viet.Money(want.After.AnnualTotal),
			viet.Money(want.Saving), viet.Comma(want.Before.AnnualHours)} {
			if !strings.Contains(page, w) {
				t.Errorf("table %d: %q is not on the page", seed, w)
			}
		}
	}
}
