package web_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"rasoat/app"
	"rasoat/review"
	"rasoat/seed"
	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web/page"
)

// anothers are the words of the commune whose plan the starting content has.
var anothers = []string{
	"vĩnh chấp", "vĩnh cháp", "vĩnh linh", "võ văn tuấn", "29/kh-ubnd", "kế hoạch 29", "quảng trị",
}

// A fresh installation of another commune of a district, and of a ward of 2026 without one: nothing of the commune
// whose plan is the pattern stands on any page or paper, neither before the plan is begun nor after.
func TestFresh_NothingOfAnotherCommune(t *testing.T) {
	for name, commune := range map[string]app.Commune{
		"a commune of another district": {
			Kind:      "xã",
			Name:      "An Bình",
			Superior:  "UBND huyện Long Hồ",
			Addressee: "Văn phòng HĐND và UBND huyện Long Hồ",
			Signer:    "Lê Văn Bảo",
			Units:     []string{"Văn phòng", "Địa chính"},
		},
		"a ward": {Kind: "phường", Name: "Cao Lãnh", Superior: "UBND tỉnh Đồng Tháp", Signer: "Trần Thị Mai"},
	} {
		t.Run(name, func(t *testing.T) {
			s := freshSite(t, commune)
			readFresh(t, s, "before the plan", "kh-29-2024")
			plan := beginPattern(t, s)
			readFresh(t, s, "with the plan", string(plan))
			importReviews(t, s, plan)
			readFresh(t, s, "with reviews", string(plan))
		})
	}
}

// freshSite is the installation of a commune on the day of the first start, with the people of the demo.
func freshSite(t *testing.T, commune app.Commune) *webtest.Site {
	t.Helper()
	s := webtest.OpenEmptySite(t)
	token, err := s.App.OpenSetup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.App.FinishSetup(t.Context(), token, app.Setup{
		Commune:  commune,
		Year:     2024,
		Admin:    app.Account{Name: "quan.tri"},
		Password: "hoa gạo tháng ba",
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range app.DemoPeople {
		a := app.Account{Name: p.Name, FullName: "Người " + p.Name, Roles: []string{string(p.Role)}}
		if err := s.App.AddPerson(t.Context(), root, a, p.Password); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// beginPattern takes the pattern over as the office does.
func beginPattern(t *testing.T, s *webtest.Site) review.PlanID {
	t.Helper()
	office, err := s.App.Person(t.Context(), "office")
	if err != nil {
		t.Fatal(err)
	}
	first, err := s.App.FirstPlan(t.Context(), office, app.StartPattern, review.Plan{}, 2024)
	if err != nil {
		t.Fatal(err)
	}
	id, err := s.App.BeginPlan(t.Context(), office, first, func(p *review.Plan) {
		p.Number, p.Date = "12/KH-UBND", value.MustDate("2024-04-02")
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// importReviews brings in the campaign of the demo under another plan.
func importReviews(t *testing.T, s *webtest.Site, plan review.PlanID) {
	t.Helper()
	raw, err := seed.Read(seed.DemoInternal)
	if err != nil {
		t.Fatal(err)
	}
	raw = bytes.ReplaceAll(raw, []byte("kh-29-2024"), []byte(plan))
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(raw)), nil }
	files := []app.Upload{{Name: "x.json", Open: open}}
	doc, err := s.App.Import(t.Context(), files, app.ImportOptions{Actor: "office"})
	if err != nil || !doc.OK() {
		t.Fatal(doc, err)
	}
}

// readFresh reads every page as everybody who may, and prints every kind of document.
func readFresh(t *testing.T, s *webtest.Site, when, plan string) {
	t.Helper()
	said := map[string]bool{}
	clean := func(what, text string) {
		text = strings.ToLower(text)
		for _, bad := range anothers {
			if at := strings.Index(text, bad); at >= 0 && !said[what] {
				said[what] = true
				t.Errorf("%s, %s says %q: …%s…", when, what, bad, text[max(0, at-80):min(len(text), at+80)])
			}
		}
	}
	for _, who := range asking {
		c := s.Visitor()
		if who != "" {
			c = s.As(who)
		}
		for _, p := range readPermissions(t) {
			route, isPage := strings.CutPrefix(p.route, "GET ")
			if !isPage || strings.HasPrefix(route, "/static/") || strings.Contains(route, "hinh") {
				continue
			}
			r := c.Get(strings.ReplaceAll(p.ask, "kh-29-2024", plan))
			if r.Status == http.StatusInternalServerError {
				t.Errorf("%s, %s as %q: %d", when, p.route, who, r.Status)
			}
			clean(p.route, r.Body)
		}
	}
	for _, kind := range app.ReportKinds() {
		var b bytes.Buffer
		err := s.App.Report(t.Context(), &b, app.ReportOptions{Kind: kind, Format: "html"})
		if err != nil && when != "before the plan" && kind != "decision" && kind != "submission" {
			t.Errorf("%s, %s: %v", when, kind, err)
		}
		if err == nil && when == "before the plan" {
			t.Errorf("%s is printed before the plan is begun", kind)
		}
		clean(fmt.Sprintf("the document %s", kind), b.String())
	}
	r := s.As("office").Get(page.FirstPage)
	if strings.Contains(r.Body, "quá hạn từ") || strings.Contains(r.Body, "Quá hạn<") {
		t.Errorf("%s: something is late on the first day", when)
	}
}
