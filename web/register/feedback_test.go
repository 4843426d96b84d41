package register_test

import (
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"rasoat/review"
	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web/page"
	"rasoat/web/register"
)

// petitions is how many petitions the register holds.
func petitions(s *webtest.Site) int {
	s.T.Helper()
	office, err := s.App.Person(s.T.Context(), "office")
	if err != nil {
		s.T.Fatal(err)
	}
	all, err := s.App.Feedbacks(s.T.Context(), office)
	if err != nil {
		s.T.Fatal(err)
	}
	return len(all)
}

// What the public may send, and what it may not.
func TestSendFeedback(t *testing.T) {
	site := webtest.OpenSite(t)
	public := site.Visitor()
	tests := []struct {
		name   string
		form   []string
		status int
		shows  []string
		stored int
	}{
		{"nothing", nil, 422, []string{"chưa ghi nội dung"}, 0},
		{
			"too short",
			[]string{"text", "chậm", "name", "Bưởi"},
			422,
			[]string{"quá ngắn", "chậm</textarea>", `value="Bưởi"`},
			0,
		},
		{
			"about a procedure that is not there",
			[]string{"text", "Thủ tục này ở đâu vậy?", "procedure", "9.999999"},
			422,
			[]string{"không có thủ tục", "Thủ tục này ở đâu vậy?"},
			0,
		},
		{
			"about an internal one",
			[]string{"text", "Thủ tục này ở đâu vậy?", "procedure", "TB-01"},
			422,
			[]string{"không có thủ tục"},
			0,
		},
		{"a machine", []string{"text", "Buy now, buy cheap!", "website", "http://x"}, 303, nil, 0},
		{
			"a person",
			[]string{
				"text",
				"Phải nộp bản sao hai lần.",
				"procedure",
				"1.001193",
				"part",
				"dossier",
				"kind",
				"rule",
				"name",
				"Bưởi",
			},
			303,
			nil,
			1,
		},
	}
	for _, tt := range tests {
		before := petitions(site)
		r := public.Post("/gop-y", tt.form...)
		if r.Status != tt.status {
			t.Errorf("%s: status %d, want %d", tt.name, r.Status, tt.status)
		}
		for _, s := range tt.shows {
			if !strings.Contains(strings.ToLower(r.Body), strings.ToLower(s)) {
				t.Errorf("%s: %q is not on the page", tt.name, s)
			}
		}
		if got := petitions(site) - before; got != tt.stored {
			t.Errorf("%s: %d were stored", tt.name, got)
		}
	}
	if r := public.Get("/gop-y"); strings.Contains(r.Body, "Phải nộp bản sao hai lần") ||
		strings.Contains(r.Body, "Bưởi") {
		t.Error("what was sent is public before anybody looked")
	}
	if r := public.Get("/gop-y?thu-tuc=1.001193&phan=dossier"); !strings.Contains(r.Body, "Thành phần hồ sơ") ||
		!strings.Contains(r.Body, `name="procedure" value="1.001193"`) {
		t.Error("the form does not say what it is about")
	}
	for range register.SendsPerHour {
		public.Post("/gop-y", "text", "x")
	}
	if r := public.Post("/gop-y", "text", "Một phản ánh nữa thôi."); r.Status != 422 ||
		!strings.Contains(r.Body, "Một phản ánh nữa thôi.") || !strings.Contains(r.Body, "trong một giờ") {
		t.Errorf("the limit: %d", r.Status)
	}
}

// The form of a page sent by a double click, or from two places at once, makes one petition, and says its number.
func TestSendFeedback_Twice(t *testing.T) {
	site := webtest.OpenSite(t)
	public, before := site.Visitor(), petitions(site)
	form := []string{"text", "Phải nộp bản sao hai lần.", page.NumberField, formNumber(public, "/gop-y")}
	var wait sync.WaitGroup
	answers := make([]webtest.Response, 8)
	for i := range answers {
		wait.Go(func() { answers[i] = public.Post("/gop-y", form...) })
	}
	wait.Wait()
	for i, r := range answers {
		if r.Status != http.StatusSeeOther || r.Header.Get("Location") != page.LookUpPath {
			t.Errorf("post %d: %d to %q", i, r.Status, r.Header.Get("Location"))
		}
	}
	if got := petitions(site) - before; got != 1 {
		t.Errorf("%d petitions, want 1", got)
	}
	said := "số " + strconv.Itoa(before+1) + ", mã tra cứu "
	if r := public.Get(page.LookUpPath); !strings.Contains(r.Body, said) {
		t.Errorf("the next page does not say %q", said)
	}
	if r := public.Get(page.LookUpPath); strings.Contains(r.Body, said) {
		t.Error("it is said twice")
	}
	again := webtest.With(form, page.NumberField, formNumber(public, "/gop-y"))
	if r := public.Post("/gop-y", again...); r.Status != http.StatusSeeOther || petitions(site) != before+2 {
		t.Errorf("the form of another page: %d, %d petitions", r.Status, petitions(site)-before)
	}
	if r := site.As("office").Get(page.FeedbackPath); !strings.Contains(r.Body, "Số "+strconv.Itoa(before+1)) {
		t.Error("the number is not that of the register")
	}
}

var formNumberInput = regexp.MustCompile(`name="` + page.NumberField + `" value="([^"]+)"`)

// formNumber is the number of the forms on a page.
func formNumber(c *webtest.Client, path string) string {
	c.T.Helper()
	m := formNumberInput.FindStringSubmatch(c.Get(path).Body)
	if m == nil {
		c.T.Fatalf("%s: no form with a number", path)
	}
	return m[1]
}

// From the page to the answer that everybody reads; the sender's name stays with those who answer.
func TestFeedbackSteps(t *testing.T) {
	site := webtest.OpenSite(t)
	public, office, reviewer, chairman := site.Visitor(), site.As("office"), site.As("reviewer"), site.As("chairman")
	receipt, err := site.App.SendFeedback(t.Context(), review.Feedback{
		Text:      "Phải nộp bản sao hai lần.",
		Procedure: "1.001193",
		Name:      "Trần Thị Bưởi",
	})
	if err != nil {
		t.Fatal(err)
	}
	id := receipt.ID
	at := page.FeedbackHref(id, "")
	state := func() review.FeedbackState {
		p, err := site.App.Person(t.Context(), "office")
		if err != nil {
			t.Fatal(err)
		}
		f, err := site.App.Feedback(t.Context(), p, id)
		if err != nil {
			t.Fatal(err)
		}
		return f.State
	}
	steps := []struct {
		name   string
		who    *webtest.Client
		step   string
		form   []string
		status int
		shows  []string
		state  review.FeedbackState
	}{
		{"nobody", public, register.StepTake, []string{"version", "1"}, 401, nil, review.FeedbackWaiting},
		{
			"the chairman does not answer",
			chairman,
			register.StepTake,
			[]string{"version", "1"},
			403,
			nil,
			review.FeedbackWaiting,
		},
		{
			"taken on without anything",
			reviewer,
			register.StepTake,
			[]string{"version", "1", "due", "31/2/2024"},
			422,
			[]string{"chọn loại phản ánh", "không phải ngày", `value="31/2/2024"`},
			review.FeedbackWaiting,
		},
		{
			"set aside without a reason",
			reviewer,
			register.StepAside,
			[]string{"version", "1"},
			422,
			[]string{"chưa ghi lý do"},
			review.FeedbackWaiting,
		},
		{
			"from a page that never was",
			reviewer,
			register.StepTake,
			[]string{"version", "x"},
			409,
			[]string{"vừa lưu bản mới hơn"},
			review.FeedbackWaiting,
		},
		{
			"taken on",
			reviewer,
			register.StepTake,
			[]string{"version", "1", "kind", "rule", "unit", "Tư pháp - Hộ tịch", "due", "05/8/2024"},
			303,
			[]string{"Đã tiếp nhận phản ánh số 6."},
			review.FeedbackTaken,
		},
		{
			"from an old page: what was typed stays in sight",
			office,
			register.StepAside,
			[]string{"version", "1", "reason", "trùng với số 3"},
			409,
			[]string{"vừa lưu bản mới hơn", "trùng với số 3"},
			review.FeedbackTaken,
		},
		{
			"answered tomorrow",
			reviewer,
			register.StepAnswer,
			[]string{"version", "2", "answer", "Đã bỏ yêu cầu.", "answered", "16/7/2024"},
			422,
			[]string{"Đã bỏ yêu cầu.</textarea>"},
			review.FeedbackTaken,
		},
		{
			"answered",
			reviewer,
			register.StepAnswer,
			[]string{"version", "2", "answer", "Đã bỏ yêu cầu.", "answered", "15/7/2024"},
			303,
			[]string{"Đã ghi nhận trả lời phản ánh số 6."},
			review.FeedbackAnswered,
		},
		{
			"an official does not publish",
			reviewer,
			register.StepPublish,
			[]string{"version", "3", "published", "x"},
			403,
			nil,
			review.FeedbackAnswered,
		},
		{
			"not with the name",
			office,
			register.StepPublish,
			[]string{"version", "3", "published", "Bà Trần Thị Bưởi phản ánh"},
			422,
			[]string{"là thông tin của người gửi"},
			review.FeedbackAnswered,
		},
		{
			"published",
			office,
			register.StepPublish,
			[]string{
				"version",
				"3",
				"published",
				"Người dân phản ánh phải nộp bản sao hai lần.",
				"outcome",
				"satisfied",
			},
			303,
			[]string{"Đã lưu đánh giá và nội dung công khai của phản ánh số 6."},
			review.FeedbackAnswered,
		},
	}
	for _, s := range steps {
		r := s.who.Post(at+s.step, append(s.form, page.CheckField, page.CheckYes)...)
		if r.Status == http.StatusSeeOther {
			r.Body = s.who.Get(r.Header.Get("Location")).Body
		}
		if r.Status != s.status {
			t.Errorf("%s: status %d, want %d", s.name, r.Status, s.status)
		}
		for _, want := range s.shows {
			if !strings.Contains(strings.ToLower(r.Body), strings.ToLower(want)) {
				t.Errorf("%s: %q is not on the page", s.name, want)
			}
		}
		if got := state(); got != s.state {
			t.Errorf("%s: it is %s, want %s", s.name, got, s.state)
		}
	}
	if r := public.Get("/gop-y"); !strings.Contains(r.Body, "Người dân phản ánh phải nộp bản sao hai lần.") ||
		!strings.Contains(r.Body, "Đã bỏ yêu cầu.") || strings.Contains(r.Body, "Bưởi") {
		t.Error("the answer is not public, or the name is")
	}
	if r := chairman.Get(at); strings.Contains(r.Body, "Bưởi") {
		t.Error("who does not answer reads the name")
	}
	r := reviewer.Get("/phan-anh?trang-thai=answered")
	if !strings.Contains(r.Body, "Phải nộp bản sao hai lần.") {
		t.Error("it does not stand in the register")
	}
	r = office.Get("/ra-soat/kh-29-2024/public/thu-tuc/1.001193")
	if !strings.Contains(r.Body, "Phải nộp bản sao hai lần.") {
		t.Errorf("it does not stand on the page where the procedure is reviewed: %d", r.Status)
	}
	for _, address := range []string{"/phan-anh/999", "/phan-anh/x"} {
		if r := office.Get(address); r.Status != 404 {
			t.Errorf("%s: %d", address, r.Status)
		}
	}
}

// What comes in at the counter is written into the register by officials.
func TestRecordFeedback(t *testing.T) {
	site := webtest.OpenSite(t)
	office := site.As("office")
	before := petitions(site)
	form := []string{"text", "Người dân gọi điện hỏi về lệ phí.", "received", "12/7/2024", "channel", "telephone",
		"procedure", " 1.001193 ", page.NumberField, formNumber(office, "/phan-anh/them")}
	refused := office.Post("/phan-anh/them", webtest.With(form, "received", "31/2/2024")...)
	if refused.Status != 422 || !strings.Contains(refused.Body, "gọi điện hỏi về lệ phí.</textarea>") ||
		!strings.Contains(refused.Body, `value="31/2/2024"`) || petitions(site) != before {
		t.Errorf("a day that is none: %d", refused.Status)
	}
	office.Post("/phan-anh/them", form...)
	r := office.Post("/phan-anh/them", form...) // twice the same form is once
	if r.Status != 303 || petitions(site) != before+1 {
		t.Fatalf("recorded with %d, %d petitions", r.Status, petitions(site)-before)
	}
	if page := office.Get(r.Header.Get("Location")); !strings.Contains(page.Body, "Đã ghi phản ánh số 6 vào sổ.") ||
		!strings.Contains(page.Body, "12/7/2024, qua điện thoại") || !strings.Contains(page.Body, "02/8/2024") {
		t.Error("day, channel or the suggested due day is not on its page")
	}
}

// The register proposes the figures of NQ 02, 6; they are taken into the cells and saved by a person.
func TestIndicatorFromRegister(t *testing.T) {
	site := webtest.OpenSite(t)
	office := site.As("office")
	page := office.Get("/chi-tieu-cu-the?thang=2024-06")
	if !strings.Contains(page.Body, "Sổ phản ánh, kiến nghị: 2/3") {
		t.Fatal("June does not propose what the demo's register counts")
	}
	used := office.Upload("/chi-tieu-cu-the", "", "", "",
		append(webtest.Month("2024-06", webtest.FigureRow("nq02-6", "0", "", "")), "do", "use:nq02-6")...)
	if used.Status != 200 || !strings.Contains(used.Body, `id="nq02-6.numerator" value="2"`) ||
		!strings.Contains(used.Body, `id="nq02-6.denominator" value="3"`) {
		t.Errorf("status %d, the cells do not hold 2 and 3", used.Status)
	}
	if r := office.Get("/chi-tieu-cu-the?thang=2024-06"); strings.Contains(r.Body, `id="nq02-6.numerator" value="2"`) {
		t.Error("it was saved without a person saving it")
	}
}

var receiptWords = regexp.MustCompile(`số (\d+), mã tra cứu ([A-Z2-7]{5}-[A-Z2-7]{5})\.`)

// With the number and the code that came when it was sent its sender, and nobody else, sees how a petition stands;
// not a word of it is shown.
func TestLookUpFeedback(t *testing.T) {
	site := webtest.OpenSite(t)
	sender := site.Visitor()
	sent := sender.Post(page.SendPath, "text", "Phải nộp bản sao hai lần.", "name", "Trần Thị Bưởi")
	if to := sent.Header.Get("Location"); sent.Status != http.StatusSeeOther || to != page.LookUpPath {
		t.Fatalf("%d to %q", sent.Status, to)
	}
	m := receiptWords.FindStringSubmatch(sender.Get(page.LookUpPath).Body)
	if m == nil {
		t.Fatal("the page says neither number nor code")
	}
	number, code := m[1], m[2]
	lookUp := func(number, code string) webtest.Response {
		t.Helper()
		r := site.Visitor().Post(page.LookUpPath, "number", number, "code", code)
		if strings.Contains(r.Body, "bản sao hai lần") || strings.Contains(r.Body, "Bưởi") {
			t.Error("what was written is shown")
		}
		return r
	}
	lookUp(number, code).Want(t, http.StatusOK, "nhận ngày 15/7/2024: chờ tiếp nhận.")
	lookUp(number, " "+strings.ToLower(strings.ReplaceAll(code, "-", " "))).Want(t, http.StatusOK, "chờ tiếp nhận.")
	for _, wrong := range [][2]string{{"1", code}, {"999", code}, {number, "AAAAA-AAAAA"}, {number, "-"}, {"1", ""}} {
		r := lookUp(wrong[0], wrong[1])
		r.Want(t, http.StatusUnprocessableEntity, `href="#code"`)
		if strings.Contains(r.Body, "nhận ngày") {
			t.Errorf("%v opens it", wrong)
		}
	}
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	office, err := site.App.Person(t.Context(), "office")
	if err != nil {
		t.Fatal(err)
	}
	step := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	of, due := review.FeedbackID(id), value.MustDate("2024-08-05")
	step(site.App.TakeFeedback(t.Context(), office, of, 1, review.AboutRule, "Văn phòng", due))
	lookUp(number, code).Want(t, http.StatusOK, "đang xử lý.", "Hạn trả lời: 05/8/2024.")
	step(site.App.AnswerFeedback(t.Context(), office, of, 2, "Chỉ cần một bản.", value.MustDate("2024-07-15")))
	lookUp(number, code).Want(t, http.StatusOK, "đã trả lời.", "Đã trả lời ngày 15/7/2024")
}

// Nobody tries codes out: after ten within an hour the page asks for patience.
func TestLookUpFeedback_Often(t *testing.T) {
	c := webtest.OpenSite(t).Visitor()
	for range register.SendsPerHour {
		c.Post(page.LookUpPath, "number", "1", "code", "AAAAA-AAAAA").
			Want(t, http.StatusUnprocessableEntity, "Không có phản ánh nào")
	}
	c.Post(page.LookUpPath, "number", "1", "code", "AAAAA-AAAAA").
		Want(t, http.StatusUnprocessableEntity, "tra cứu nhiều lần trong một giờ")
}
