package catalogue_test

import (
	"encoding/json"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"rasoat/app"
	"rasoat/app/text"
	"rasoat/tools/webtest"
	"rasoat/web"
	"rasoat/web/catalogue"
)

var (
	sortLink = regexp.MustCompile(
		`<li><a href="([^"]+)"( aria-current="true")?>(phù hợp nhất trước|tên|mã|mới cập nhật trước)</a></li>`,
	)
	hitCode    = regexp.MustCompile(`<span class="code">([^<]+)</span>`)
	nextPage   = regexp.MustCompile(`rel="next" href="([^"]+)"`)
	explaining = regexp.MustCompile(`<a class="results-explain" href="([^"]+)" rel="nofollow">`)
)

// The orders are links that keep filters; the pages keep the order; what is not an order is that of relevance.
func TestResults_Orders(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	c := s.Visitor()
	r := c.Get("/?q=dang+ky&level=commune&offset=20")
	links := sortLink.FindAllStringSubmatch(r.Body, -1)
	if len(links) != len(app.SearchSorts) || links[0][2] == "" {
		t.Fatalf("orders %q", links)
	}
	var byRelevance []string
	for _, l := range links {
		at := html.UnescapeString(l[1])
		if !strings.Contains(at, "level=commune") || !strings.Contains(at, "q=dang") || strings.Contains(at, "offset") {
			t.Errorf("%s leads to %s", l[3], at)
		}
		var codes []string
		for page := at; page != ""; {
			r := c.Get(page)
			if page == at && !strings.Contains(r.Body, `aria-current="true">`+l[3]) {
				t.Errorf("%s does not stand as the order that is set", l[3])
			}
			for _, m := range hitCode.FindAllStringSubmatch(r.Body, -1) {
				codes = append(codes, m[1])
			}
			page = ""
			if next := nextPage.FindStringSubmatch(r.Body); next != nil {
				page = html.UnescapeString(next[1])
			}
		}
		seen := map[string]bool{}
		for _, code := range codes {
			if seen[code] {
				t.Errorf("%s comes twice by %s", code, l[3])
			}
			seen[code] = true
		}
		if byRelevance == nil {
			byRelevance = codes
		} else if len(codes) != len(byRelevance) {
			t.Errorf("by %s %d procedures, by relevance %d", l[3], len(codes), len(byRelevance))
		}
		if l[3] == "mã" {
			for i := 1; i < len(codes); i++ {
				if codes[i-1] > codes[i] {
					t.Errorf("%s stands before %s", codes[i-1], codes[i])
				}
			}
		}
	}
	if len(byRelevance) <= catalogue.ResultsPerPage {
		t.Errorf("%d procedures: no page is turned", len(byRelevance))
	}
	if r := c.Get("/?q=dang+ky&sort=zzz"); r.Status != http.StatusOK ||
		!strings.Contains(r.Body, `aria-current="true">phù hợp nhất`) {
		t.Errorf("an order that there is not: %d", r.Status)
	}
	if r := c.Get("/?q="); strings.Contains(r.Body, "phù hợp nhất") ||
		!strings.Contains(r.Body, `aria-current="true">tên`) {
		t.Error("without words there is relevance")
	}
	if r := c.Get("/?q=khai+sih"); !strings.Contains(
		html.UnescapeString(r.Body),
		`Có phải cần tìm <a href="/?q=khai+sinh">khai sinh</a>`,
	) {
		t.Error("a slip is not led to what may be meant")
	}
}

// What fits nothing is said so to everybody, before what comes nearest; a slip of the hand and a question of a few
// words of sense are answered.
func TestResults_Near(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	people := []*webtest.Client{s.Visitor(), s.As("office")}
	for query, near := range map[string]bool{ // whether anything comes near
		"xyzabc khong co": true, "asdf qwer": false, "facebook": false, "😀😀": false, "dang ky abcxyz": true,
		"xin visa di my": true, "bóng đá": true, "con mèo": true, "mua ve may bay": true,
		"nấu phở bò": true, "dự báo thời tiết": true, "khai sinh qwerty": true,
	} {
		for _, c := range people {
			r := c.Get("/?q=" + url.QueryEscape(query))
			r.Want(t, http.StatusOK, "<h1>Không tìm thấy thủ tục nào cho <em>"+query+"</em></h1>")
			if strings.Contains(r.Body, "Gần nhất là") != near || strings.Contains(r.Body, "thủ tục cho <em>") ||
				strings.Contains(r.Body, "Có phải cần tìm <a href=\"/?q="+url.QueryEscape(query)) {
				t.Errorf("%q is answered as if it were found, or what comes near is not named so", query)
			}
			if n := strings.Count(r.Body, `<li class="hit">`); n > 10 || strings.Contains(r.Body, "Trang sau") {
				t.Errorf("%q: %d procedures are named as near", query, n)
			}
		}
	}
	for _, query := range []string{
		"khai sinh", "dang ky khai sih", "giay khai sinh", "ket hon", "tam tru", "hộ kinh doanh", "xây nhà", "GKS",
		"dawng ky khai sinh", "chứng thực chữ ký", "đăng ký kết hôn asdf", "1.001193", "trợ cấp người cao tuổi",
		"d9a8ng ky1 ke6t ho6n",
	} {
		r := people[0].Get("/?q=" + url.QueryEscape(query))
		r.Want(t, http.StatusOK, "thủ tục cho <em>"+query+"</em>")
	}
}

// What a procedure costs is called free only with the case in which it is; a time without a unit is told as it was
// written.
func TestProcedure_Answers(t *testing.T) {
	t.Parallel()
	c := webtest.OpenSite(t).Visitor()
	c.Get("/thu-tuc/1.001193").Want(t, http.StatusOK, ">miễn phí (khi đăng ký đúng hạn)</a>")
	c.Get("/?q=1.001193").Want(t, http.StatusOK, "<span>miễn phí (khi đăng ký đúng hạn)</span>")
}

// Each hit says why it stands where it stands when asked, in both languages and in the API, and else not.
func TestResults_Why(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	c := s.Visitor()
	r := c.Get("/?q=GKS&level=commune")
	at := explaining.FindStringSubmatch(r.Body)
	if at == nil || strings.Contains(r.Body, "Đã viết đủ chữ viết tắt") {
		t.Fatalf("the hit does not offer to say why:\n%s", r.Body)
	}
	why := html.UnescapeString(at[1])
	if !strings.Contains(why, "level=commune") {
		t.Errorf("why leads to %s", why)
	}
	r = c.Get(why)
	for _, want := range []string{`<details class="hit-why">`, "Đã viết đủ chữ viết tắt", "Tên thủ tục khớp", "Ẩn giải thích"} {
		if !strings.Contains(r.Body, want) {
			t.Errorf("%q is not said", want)
		}
	}
	for address, want := range map[string]string{"/?q=1.001193&explain=1": "Mã trùng hoặc bắt đầu bằng 1.001193",
		"/?q=khai+sih&explain=1": "Đã sửa lỗi gõ"} {
		if r := c.Get(address); !strings.Contains(r.Body, want) {
			t.Errorf("%s does not say %q", address, want)
		}
	}
	english, err := text.Load(text.English)
	if err != nil {
		t.Fatal(err)
	}
	other, err := web.NewServer(web.Config{App: s.App, Text: english})
	if err != nil {
		t.Fatal(err)
	}
	for _, what := range []app.SearchCause{{What: "reading", Text: "abbreviation", Value: 0.96}, {What: "reading",
		Value: 0.1}, {What: "name", Value: 0.5}, {What: "also", Text: "x", Value: 0.5},
		{What: "paper", Text: "x", Value: 0.5}, {What: "standing", Value: 0.004}, {What: "code", Text: "nb-01"},
		{What: "all"}} {
		vi, en := s.Server.WhyFound(what), other.WhyFound(what)
		if vi == "" || en == "" || vi == en || strings.Contains(vi+en, "why.") {
			t.Errorf("%+v is %q and %q", what, vi, en)
		}
	}
	var doc app.SearchDoc
	if err := json.Unmarshal([]byte(c.Get("/api/v1/search?q=GKS&explain=1").Body), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Hits) == 0 || len(doc.Hits[0].Why) < 3 || doc.Hits[0].Why[0].Words == "" ||
		doc.Hits[0].Why[0].What != "reading" {
		t.Errorf("%+v", doc.Hits)
	}
	if r := c.Get("/api/v1/search?q=GKS"); strings.Contains(r.Body, `"why"`) {
		t.Error("the API explains without being asked")
	}
	var free app.SearchDoc
	if err := json.Unmarshal([]byte(c.Get("/api/v1/search?q=dang+ky&free=true&sort=code").Body), &free); err != nil {
		t.Fatal(err)
	}
	if free.Total == 0 || len(free.Facets["free"]) == 0 ||
		free.Total != free.Facets["free"][indexOf(free.Facets["free"], "true")].Count {
		t.Errorf("free of charge: %d, %+v", free.Total, free.Facets["free"])
	}
	for i := 1; i < len(free.Hits); i++ {
		if free.Hits[i-1].Code > free.Hits[i].Code {
			t.Errorf("%s stands before %s", free.Hits[i-1].Code, free.Hits[i].Code)
		}
	}
}

func indexOf(values []app.SearchFacet, want string) int {
	for i, v := range values {
		if v.Value == want {
			return i
		}
	}
	return 0
}
