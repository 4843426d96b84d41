package web

import (
	"net/url"
	"strings"
	"testing"

	"rasoat/review"
)

// petitions is how many petitions the register holds.
func (s *site) petitions() int {
	s.t.Helper()
	office, err := s.app.Person(s.t.Context(), "office")
	if err != nil {
		s.t.Fatal(err)
	}
	all, err := s.app.Feedbacks(s.t.Context(), office)
	if err != nil {
		s.t.Fatal(err)
	}
	return len(all)
}

// What the public may send, and what it may not.
func TestSendFeedback(t *testing.T) {
	site := openSite(t)
	public := site.visitor()
	tests := []struct {
		name   string
		form   []string
		status int
		shows  []string
		stored int
	}{
		{"nothing", nil, 422, []string{"chưa ghi nội dung"}, 0},
		{"too short", []string{"text", "chậm", "name", "Bưởi"}, 422, []string{"quá ngắn", "chậm</textarea>", `value="Bưởi"`}, 0},
		{"about a procedure that is not there", []string{"text", "Thủ tục này ở đâu vậy?", "procedure", "9.999999"}, 422, []string{"không có thủ tục", "Thủ tục này ở đâu vậy?"}, 0},
		{"about an internal one", []string{"text", "Thủ tục này ở đâu vậy?", "procedure", "TB-01"}, 422, []string{"không có thủ tục"}, 0},
		{"a machine", []string{"text", "Buy now, buy cheap!", "website", "http://x"}, 303, nil, 0},
		{"a person", []string{"text", "Phải nộp bản sao hai lần.", "procedure", "1.001193", "part", "dossier", "kind", "rule", "name", "Bưởi"}, 303, nil, 1},
	}
	for _, tt := range tests {
		before := site.petitions()
		r := public.post("/gop-y", tt.form...)
		if r.status != tt.status {
			t.Errorf("%s: status %d, want %d", tt.name, r.status, tt.status)
		}
		for _, s := range tt.shows {
			if !strings.Contains(strings.ToLower(r.body), strings.ToLower(s)) {
				t.Errorf("%s: %q is not on the page", tt.name, s)
			}
		}
		if got := site.petitions() - before; got != tt.stored {
			t.Errorf("%s: %d were stored", tt.name, got)
		}
	}
	if r := public.get("/gop-y"); strings.Contains(r.body, "Phải nộp bản sao hai lần") || strings.Contains(r.body, "Bưởi") {
		t.Error("what was sent is public before anybody looked")
	}
	if r := public.get("/gop-y?thu-tuc=1.001193&phan=dossier"); !strings.Contains(r.body, "Thành phần hồ sơ") || !strings.Contains(r.body, `name="procedure" value="1.001193"`) {
		t.Error("the form does not say what it is about")
	}
	for range sendsPerHour {
		public.post("/gop-y", "text", "x")
	}
	if r := public.post("/gop-y", "text", "Một phản ánh nữa thôi."); r.status != 422 || !strings.Contains(r.body, "Một phản ánh nữa thôi.") || !strings.Contains(r.body, "trong một giờ") {
		t.Errorf("the limit: %d", r.status)
	}
}

// From the page to the answer that everybody reads; the sender's name stays with those who answer.
func TestFeedbackSteps(t *testing.T) {
	site := openSite(t)
	public, office, reviewer, chairman := site.visitor(), site.as("office"), site.as("reviewer"), site.as("chairman")
	id, err := site.app.SendFeedback(t.Context(), review.Feedback{Text: "Phải nộp bản sao hai lần.", Procedure: "1.001193", Name: "Trần Thị Bưởi"})
	if err != nil {
		t.Fatal(err)
	}
	at := feedbackHref(id, "")
	state := func() review.FeedbackState {
		p, err := site.app.Person(t.Context(), "office")
		if err != nil {
			t.Fatal(err)
		}
		f, err := site.app.Feedback(t.Context(), p, id)
		if err != nil {
			t.Fatal(err)
		}
		return f.State
	}
	steps := []struct {
		name   string
		who    *client
		step   string
		form   []string
		status int
		shows  []string
		state  review.FeedbackState
	}{
		{"nobody", public, stepTake, []string{"base", "1"}, 303, nil, review.FeedbackWaiting},
		{"the chairman does not answer", chairman, stepTake, []string{"base", "1"}, 403, nil, review.FeedbackWaiting},
		{"taken on without anything", reviewer, stepTake, []string{"base", "1", "due", "31/2/2024"}, 422, []string{"chọn loại phản ánh", "không phải ngày", `value="31/2/2024"`}, review.FeedbackWaiting},
		{"set aside without a reason", reviewer, stepAside, []string{"base", "1"}, 422, []string{"chưa ghi lý do"}, review.FeedbackWaiting},
		{"from a page that never was", reviewer, stepTake, []string{"base", "x"}, 400, nil, review.FeedbackWaiting},
		{"taken on", reviewer, stepTake, []string{"base", "1", "kind", "rule", "unit", "Tư pháp - Hộ tịch", "due", "05/8/2024"}, 303, nil, review.FeedbackTaken},
		{"from an old page: what was typed stays in sight", office, stepAside, []string{"base", "1", "reason", "trùng với số 3"}, 409, []string{"vừa cập nhật", "trùng với số 3"}, review.FeedbackTaken},
		{"answered tomorrow", reviewer, stepAnswer, []string{"base", "2", "answer", "Đã bỏ yêu cầu.", "answered", "16/7/2024"}, 422, []string{"Đã bỏ yêu cầu.</textarea>"}, review.FeedbackTaken},
		{"answered", reviewer, stepAnswer, []string{"base", "2", "answer", "Đã bỏ yêu cầu.", "answered", "15/7/2024"}, 303, nil, review.FeedbackAnswered},
		{"an official does not publish", reviewer, stepPublish, []string{"base", "3", "published", "x"}, 403, nil, review.FeedbackAnswered},
		{"not with the name", office, stepPublish, []string{"base", "3", "published", "Bà Trần Thị Bưởi phản ánh"}, 422, []string{"là thông tin của người gửi"}, review.FeedbackAnswered},
		{"published", office, stepPublish, []string{"base", "3", "published", "Người dân phản ánh phải nộp bản sao hai lần.", "outcome", "satisfied"}, 303, nil, review.FeedbackAnswered},
	}
	for _, s := range steps {
		r := s.who.post(at+s.step, s.form...)
		if r.status != s.status {
			t.Errorf("%s: status %d, want %d", s.name, r.status, s.status)
		}
		for _, want := range s.shows {
			if !strings.Contains(strings.ToLower(r.body), strings.ToLower(want)) {
				t.Errorf("%s: %q is not on the page", s.name, want)
			}
		}
		if got := state(); got != s.state {
			t.Errorf("%s: it is %s, want %s", s.name, got, s.state)
		}
	}
	if r := public.get("/gop-y"); !strings.Contains(r.body, "Người dân phản ánh phải nộp bản sao hai lần.") || !strings.Contains(r.body, "Đã bỏ yêu cầu.") || strings.Contains(r.body, "Bưởi") {
		t.Error("the answer is not public, or the name is")
	}
	if r := chairman.get(at); strings.Contains(r.body, "Bưởi") {
		t.Error("who does not answer reads the name")
	}
	if r := reviewer.get("/phan-anh?" + url.Values{"trang-thai": {"answered"}}.Encode()); !strings.Contains(r.body, "Phải nộp bản sao hai lần.") {
		t.Error("it does not stand in the register")
	}
	if r := office.get("/ra-soat/kh-29-2024/public/thu-tuc/1.001193"); !strings.Contains(r.body, "Phải nộp bản sao hai lần.") {
		t.Errorf("it does not stand on the page where the procedure is reviewed: %d", r.status)
	}
	for _, address := range []string{"/phan-anh/999", "/phan-anh/x"} {
		if r := office.get(address); r.status != 404 {
			t.Errorf("%s: %d", address, r.status)
		}
	}
}

// What comes in at the counter is written into the register by officials.
func TestRecordFeedback(t *testing.T) {
	site := openSite(t)
	office := site.as("office")
	before := site.petitions()
	refused := office.post("/phan-anh/them", "text", "Người dân gọi điện hỏi về lệ phí.", "received", "31/2/2024", "channel", "telephone")
	if refused.status != 422 || !strings.Contains(refused.body, "gọi điện hỏi về lệ phí.</textarea>") || !strings.Contains(refused.body, `value="31/2/2024"`) || site.petitions() != before {
		t.Errorf("a day that is none: %d", refused.status)
	}
	r := office.post("/phan-anh/them", "text", "Người dân gọi điện hỏi về lệ phí.", "received", "12/7/2024", "channel", "telephone", "procedure", " 1.001193 ")
	if r.status != 303 || site.petitions() != before+1 {
		t.Fatalf("recorded with %d", r.status)
	}
	if page := office.get(r.header.Get("Location")); !strings.Contains(page.body, "12/7/2024, qua điện thoại") || !strings.Contains(page.body, "02/8/2024") {
		t.Error("day, channel or the suggested due day is not on its page")
	}
}

// The register proposes the figures of NQ 02, 6; they are taken into the cells and saved by a person.
func TestIndicatorFromRegister(t *testing.T) {
	site := openSite(t)
	office := site.as("office")
	page := office.get("/chi-tieu-cu-the?thang=2024-06")
	if !strings.Contains(page.body, "Sổ phản ánh, kiến nghị: 2/3") {
		t.Fatal("June does not propose what the demo's register counts")
	}
	used := office.upload("/chi-tieu-cu-the", "", "", "", append(month("2024-06", figureRow("nq02-6", "0", "", "")), "do", "use:nq02-6")...)
	if used.status != 200 || !strings.Contains(used.body, `id="nq02-6.numerator" value="2"`) || !strings.Contains(used.body, `id="nq02-6.denominator" value="3"`) {
		t.Errorf("status %d, the cells do not hold 2 and 3", used.status)
	}
	if r := office.get("/chi-tieu-cu-the?thang=2024-06"); strings.Contains(r.body, `id="nq02-6.numerator" value="2"`) {
		t.Error("it was saved without a person saving it")
	}
}
