package campaign_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/tools/webtest"
)

const (
	formsOf  = "/ra-soat/kh-29-2024/internal-b/thu-tuc/"
	openForm = formsOf + "NB-12" // begun by reviewer2, no proposal, nobody assigned
)

// stored is the form of an internal procedure as the store holds it.
func stored(s *webtest.Site, code catalog.Code) (f review.Form, version int) {
	s.T.Helper()
	people, err := s.App.People(s.T.Context())
	if err != nil {
		s.T.Fatal(err)
	}
	for _, p := range people {
		if p.Name == "office" {
			got, err := s.App.ReviewForm(s.T.Context(), p, "kh-29-2024", review.CampaignInternalB, code)
			if err != nil {
				s.T.Fatal(err)
			}
			return got.Form, got.Saved.Number
		}
	}
	s.T.Fatal("nobody is the office")
	return f, 0
}

// Who may open what, and what stands there.
func TestReviewForm_Get(t *testing.T) {
	s := webtest.OpenSite(t)
	nobody, hoa, minh, lan, tuan := s.Visitor(), s.As("reviewer"), s.As("reviewer2"), s.As("office"), s.As("chairman")
	tests := []struct {
		name   string
		who    *webtest.Client
		path   string
		status int
		stands string
		not    string
	}{
		{"nobody is led to sign in", nobody, openForm, http.StatusSeeOther, "", ""},
		{"goes on where something is missing", minh, openForm, http.StatusSeeOther, "", ""},
		{
			"a part with its questions",
			minh,
			openForm + "?phan=trinh-tu",
			200,
			"Có bước nào trùng lặp",
			"Từng giấy tờ trong hồ sơ",
		},
		{"the bad answer is told in words", minh, openForm + "?phan=trinh-tu", 200, "Nếu “Có”: ghi lý do", ""},
		{
			"a gap is told at the question",
			minh,
			openForm + "?phan=trinh-tu",
			200,
			"Trách nhiệm của từng cơ quan, từng người ở mỗi bước có được phân định rõ không? – chưa ghi lý do",
			"",
		},
		{
			"the procedure stands beside it",
			lan,
			"/ra-soat/kh-29-2024/public/thu-tuc/1.001193?phan=ho-so",
			200,
			"Biểu mẫu",
			"",
		},
		{"another reviewer's is read only", hoa, formsOf + "NB-02", 200, "đã trình", "Lưu và sang phần sau"},
		{
			"the chairman reads",
			tuan,
			openForm,
			200,
			"Chỉ công chức được giao và văn phòng điền biểu mẫu này",
			"Lưu và sang phần sau",
		},
		{
			"handed in stands still",
			lan,
			formsOf + "NB-01",
			200,
			"kết quả rà soát đã trình nên biểu mẫu không sửa được",
			"Lưu và sang phần sau",
		},
		{
			"the whole form",
			lan,
			openForm + "/toan-bo",
			200,
			"Chỉ người có việc mới vào được hệ thống thông tin",
			"<textarea",
		},
		{"a version", lan, openForm + "/toan-bo?ban=1", 200, "chưa trả lời", ""},
		{"no such version", lan, openForm + "/toan-bo?ban=7", 404, "", "Biểu mẫu 02"},
		{"the history", lan, openForm + "/phien-ban", 200, "Trần Văn Minh", ""},
		{"the end", minh, openForm + "?phan=ket-luan", 200, "Nội dung đơn giản hóa đề xuất từ kết quả trả lời", ""},
		{"no such part", minh, openForm + "?phan=abc", 404, "", ""},
		{"not on the list", lan, formsOf + "NB-99", 404, "", ""},
		{"no such campaign", lan, "/ra-soat/kh-29-2024/abc/thu-tuc/NB-12", 404, "", ""},
		{"no such plan", lan, "/ra-soat/kh-30/internal-b/thu-tuc/NB-12", 404, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := tt.who.Get(tt.path)
			if r.Status != tt.status {
				t.Errorf("status %d, want %d", r.Status, tt.status)
			}
			if body := capitalless(r.Body); tt.stands != "" && !strings.Contains(body, capitalless(tt.stands)) {
				t.Errorf("%q does not stand in\n%s", tt.stands, r.Body)
			}
			if tt.not != "" && strings.Contains(r.Body, tt.not) {
				t.Errorf("%q stands there", tt.not)
			}
		})
	}
	if to := minh.Get(openForm).Header.Get("Location"); to != openForm+"?phan=trinh-tu" {
		t.Errorf("goes on at %s", to)
	}
}

func capitalless(s string) string { return strings.ToLower(s) }

// Saving goes on, comes back where something is missing, refuses what makes no sense, and loses nothing.
func TestReviewForm_Save(t *testing.T) {
	s := webtest.OpenSite(t)
	hoa, minh, lan, tuan := s.As("reviewer"), s.As("reviewer2"), s.As("office"), s.As("chairman")
	date := "participants[0].date"
	steps := []struct {
		name   string
		who    *webtest.Client
		path   string
		pairs  []string
		status int
		to     string
		stands []string
		store  func(review.Form, int) bool
	}{
		{
			"a part answered well goes on",
			minh,
			openForm,
			[]string{"phan", "thoi-han", "version", "1", "answers.time_limit.clear.value", "yes"},
			303,
			"?phan=doi-tuong",
			nil,
			func(f review.Form, v int) bool { return v == 2 && f.Answers["time_limit.clear"].Value == review.Yes },
		},
		{
			"a bad answer without its reason is kept and asked for",
			minh,
			openForm,
			[]string{"phan", "thoi-han", "version", "2", "answers.time_limit.clear.value", "no"},
			303,
			"?phan=thoi-han",
			nil,
			func(f review.Form, v int) bool { return v == 3 && f.Answers["time_limit.clear"].Value == review.No },
		},
		{
			"to stay is a choice",
			minh,
			openForm,
			[]string{
				"phan",
				"thoi-han",
				"version",
				"3",
				"di",
				"luu",
				"answers.time_limit.clear.value",
				"yes",
				"answers.time_limit.shorter.value",
				"no",
			},
			303,
			"?phan=thoi-han",
			nil,
			func(f review.Form, v int) bool { return v == 4 },
		},
		{
			"another line",
			minh,
			openForm,
			[]string{"phan", "can-thiet", "version", "4", "di", "them", "state_goals[1].text", "Bảo mật"},
			303,
			"?phan=can-thiet#them",
			nil,
			func(f review.Form, v int) bool {
				return v == 5 && len(f.StateGoals) == 1 && f.StateGoals[0].Text == "Bảo mật" && len(f.Answers) > 5
			},
		},
		{
			"an answer that does not exist",
			minh,
			openForm,
			[]string{
				"phan",
				"ten",
				"version",
				"5",
				"answers.name.clear.value",
				"maybe",
				"answers.name.clear.reason",
				"vì thế",
			},
			422,
			"",
			[]string{"không có câu trả lời “maybe”", "vì thế"},
			func(f review.Form, v int) bool { return v == 5 },
		},
		{
			"a day that is none, all as typed",
			minh,
			openForm,
			[]string{
				"phan",
				"tham-gia",
				"version",
				"5",
				date,
				"31/2/2024",
				"participants[0].who",
				"Hộ ông Ba",
				"contact.name",
				"Minh",
			},
			422,
			"",
			[]string{
				"31/2/2024",
				"không phải ngày",
				"Hộ ông Ba",
			},
			func(f review.Form, v int) bool { return v == 5 && len(f.Participants) == 0 },
		},
		{
			"a day to come",
			minh,
			openForm,
			[]string{
				"phan",
				"tham-gia",
				"version",
				"5",
				date,
				"16/7/2024",
				"participants[0].who",
				"Hộ ông Ba",
				"participants[0].how",
				"họp",
			},
			422,
			"",
			[]string{
				"Ngày chưa tới",
				"16/7/2024",
			},
			func(f review.Form, v int) bool { return v == 5 && len(f.Participants) == 0 },
		},
		{
			"who took part",
			minh,
			openForm,
			[]string{
				"phan",
				"tham-gia",
				"version",
				"5",
				"participants[1].date",
				"12/7/2024",
				"participants[1].who",
				"Hộ ông Ba",
				"participants[1].how",
				"họp",
			},
			303,
			"?phan=ket-luan",
			nil,
			func(f review.Form, v int) bool {
				return v == 6 && len(f.Participants) == 1 && f.Participants[0].Who == "Hộ ông Ba"
			},
		},
		{
			"two editors",
			lan,
			openForm,
			[]string{
				"phan",
				"thoi-han",
				"version",
				"3",
				"answers.time_limit.clear.value",
				"no",
				"answers.time_limit.clear.reason",
				"Chưa ghi đơn vị",
			},
			409,
			"",
			[]string{
				"Trần Văn Minh đã lưu biểu mẫu này",
				"Bản đã lưu",
				"Đang nhập",
				"Chưa ghi đơn vị",
				`name="version" value="6"`,
				"Bản đã lưu còn sửa ở",
				"II. Sự cần thiết",
				`name="answers.time_limit.shorter.value" value="no" checked`,
			},
			func(f review.Form, v int) bool { return v == 6 && f.Answers["time_limit.clear"].Value == review.Yes },
		},
		{
			"the second editor decides",
			lan,
			openForm,
			[]string{
				"phan",
				"thoi-han",
				"version",
				"6",
				"answers.time_limit.clear.value",
				"no",
				"answers.time_limit.clear.reason",
				"Chưa ghi đơn vị",
				"answers.time_limit.shorter.value",
				"no",
			},
			303,
			"?phan=doi-tuong",
			nil,
			func(f review.Form, v int) bool {
				return v == 7 && f.Answers["time_limit.clear"].Reason == "Chưa ghi đơn vị" && len(f.Participants) == 1
			},
		},
		{
			"not needed: the parts are passed over",
			minh,
			openForm,
			[]string{
				"phan",
				"can-thiet",
				"version",
				"7",
				"answers.necessity.value",
				"no",
				"answers.necessity.reason",
				"Đã có thủ tục khác",
			},
			303,
			"?phan=tham-gia",
			nil,
			func(f review.Form, v int) bool {
				return v == 8 && review.DefaultConclusion(f) == review.Abolish &&
					f.Answers["time_limit.clear"].Value == review.No
			},
		},
		{
			"the chairman does not write",
			tuan,
			openForm,
			[]string{"phan", "ten", "version", "8"},
			403,
			"",
			nil,
			func(_ review.Form, v int) bool { return v == 8 },
		},
		{
			"no such part",
			minh,
			openForm,
			[]string{"phan", "x", "version", "8"},
			404,
			"",
			nil,
			func(_ review.Form, v int) bool { return v == 8 },
		},
		{
			"no version",
			minh,
			openForm,
			[]string{"phan", "ten"},
			400,
			"",
			nil,
			func(_ review.Form, v int) bool { return v == 8 },
		},
		{
			"of another, all as typed",
			minh,
			formsOf + "NB-09",
			[]string{
				"phan",
				"ten",
				"version",
				"1",
				"answers.name.clear.value",
				"no",
				"answers.name.clear.reason",
				"tên dài",
			},
			403,
			"",
			[]string{"tên dài", "đã giao cho người khác"},
			nil,
		},
		{
			"handed in, all as typed",
			hoa,
			formsOf + "NB-10",
			[]string{
				"phan",
				"ten",
				"version",
				"0",
				"answers.name.clear.value",
				"no",
				"answers.name.clear.reason",
				"tên dài",
			},
			422,
			"",
			[]string{"tên dài", "Đã trình nên biểu mẫu"},
			nil,
		},
	}
	for _, tt := range steps {
		r := tt.who.Post(tt.path, tt.pairs...)
		if r.Status != tt.status {
			t.Fatalf("%s: status %d, want %d\n%s", tt.name, r.Status, tt.status, r.Body)
		}
		if to := r.Header.Get("Location"); tt.to != "" && to != tt.path+tt.to {
			t.Errorf("%s: goes to %q, want %q", tt.name, to, tt.path+tt.to)
		}
		for _, text := range tt.stands {
			if !strings.Contains(capitalless(r.Body), capitalless(text)) {
				t.Errorf("%s: %q does not stand in\n%s", tt.name, text, r.Body)
			}
		}
		if tt.store != nil {
			if f, v := stored(s, "NB-12"); !tt.store(f, v) {
				t.Errorf("%s: version %d holds %+v", tt.name, v, f)
			}
		}
	}
}

// A part in which nothing was changed leads on without a new version; what may not be written is refused all the same.
func TestReviewForm_Unchanged(t *testing.T) {
	s := webtest.OpenSite(t)
	minh := s.As("reviewer2")
	part := []string{"phan", "thoi-han", "version", "1", "answers.time_limit.clear.value", "yes"}
	if r := minh.Post(openForm, part...); r.Status != 303 {
		t.Fatalf("%d", r.Status)
	}
	minh.Get(openForm+"?phan=doi-tuong").Want(t, 200, "Đã lưu phần “III.5. Thời hạn giải quyết”")
	r := minh.Post(openForm, webtest.With(part, "version", "2")...)
	if to := r.Header.Get("Location"); r.Status != 303 || to != openForm+"?phan=doi-tuong" {
		t.Errorf("%d to %q", r.Status, to)
	}
	if r := minh.Get(openForm + "?phan=doi-tuong"); strings.Contains(r.Body, "Đã lưu phần") {
		t.Error("said to be saved")
	}
	if _, version := stored(s, "NB-12"); version != 2 {
		t.Errorf("version %d", version)
	}
	if r := minh.Post(openForm, part...); r.Status != 409 {
		t.Errorf("from an old page: %d", r.Status)
	}
	if r := minh.Post(formsOf+"NB-09", "phan", "chung", "version", "1"); r.Status != 403 {
		t.Errorf("of another: %d", r.Status)
	}
}

// The conclusion asks for what is open, then leads to the proposal; the form of what was handed in makes none.
func TestReviewForm_Conclude(t *testing.T) {
	s := webtest.OpenSite(t)
	minh := s.As("reviewer2")
	r := minh.Post(openForm+"/ket-luan", "conclusion", "cut")
	if r.Status != 422 || !strings.Contains(r.Body, "Còn 1 chỗ thiếu") {
		t.Errorf("with a reason missing: %d\n%s", r.Status, r.Body)
	}
	if r = minh.Post(openForm, "phan", "trinh-tu", "version", "1", "answers.steps.removable.value", "yes",
		"answers.steps.removable.reason", "Hai người cùng kiểm tra", "answers.steps.removable.measure",
		"Bỏ một bước"); r.Status != 303 {
		t.Fatalf("%d", r.Status)
	}
	if r = minh.Post(openForm + "/ket-luan"); r.Status != 422 || !strings.Contains(r.Body, "Chưa chọn kết luận") {
		t.Errorf("nothing chosen: %d\n%s", r.Status, r.Body)
	}
	if r = minh.Post(openForm+"/ket-luan", "conclusion", "keep"); r.Status != 422 ||
		!strings.Contains(r.Body, "kết luận giữ nguyên cần trả lời hết") {
		t.Errorf("kept unseen: %d\n%s", r.Status, r.Body)
	}
	r = minh.Post(openForm+"/ket-luan", "conclusion", "cut")
	to := r.Header.Get("Location")
	if r.Status != 303 || !strings.HasPrefix(to, "/phuong-an/") || !strings.HasSuffix(to, "/sua") {
		t.Errorf("%d to %q\n%s", r.Status, to, r.Body)
	}
	minh.Get(to).Want(t, 200, "Đã cập nhật phương án 12 theo biểu mẫu của thủ tục NB-12.")
	if r = minh.Get(openForm + "?phan=ket-luan"); !strings.Contains(r.Body, "Cập nhật phương án") {
		t.Errorf("the proposal is not named:\n%s", r.Body)
	}
	if r = s.As("office").Post(formsOf+"NB-01/ket-luan", "conclusion", "cut"); r.Status != 422 ||
		!strings.Contains(r.Body, "đã trình") {
		t.Errorf("handed in already: %d\n%s", r.Status, r.Body)
	}
}

// For a plain case one button answers the rest as fulfilled, under the name of who presses it: the form, its print and
// its end say so, and "keep" is concluded by a button of its own. Without it, what keeps is not handed in.
func TestReviewForm_Rest(t *testing.T) {
	s := webtest.OpenSite(t)
	minh := s.As("reviewer2")
	r := minh.Post(openForm, "phan", "trinh-tu", "version", "1", "answers.steps.removable.value", "no")
	if r.Status != 303 {
		t.Fatalf("%d: %.300s", r.Status, r.Body)
	}
	end := openForm + "?phan=ket-luan"
	reads(t, minh.Get(end), 200, []string{"Các câu còn lại", "câu còn lại: đạt", "Kết luận giữ nguyên", "Trần Văn Minh"})
	if r = minh.Post(openForm+"/con-lai", "version", "1"); r.Status != 409 {
		t.Errorf("an old page: %d", r.Status)
	}
	if r = minh.Post(openForm+"/con-lai", "version", "2"); r.Status != 303 {
		t.Fatalf("%d: %.300s", r.Status, r.Body)
	}
	said := "câu được trả lời là đạt trong một lần: Trần Văn Minh, ngày 15/7/2024"
	reads(t, minh.Get(end), 200, []string{"câu còn lại là đạt, ghi tên Trần Văn Minh", said}, "con-lai\"")
	reads(t, minh.Get(openForm+"/toan-bo"), 200, []string{said})
	reads(t, minh.Get("/bao-cao/form-02?dot=internal-b&thu-tuc=NB-12"), 200, []string{"trả lời là đạt trong một lần"})
	if r = minh.Post(openForm+"/con-lai", "version", "3"); r.Status != 422 {
		t.Errorf("nothing open: %d", r.Status)
	}
	r = minh.Post(openForm+"/ket-luan", "keep", "1")
	if r.Status != 303 {
		t.Fatalf("%d: %.300s", r.Status, r.Body)
	}
	reads(t, minh.Get(r.Header.Get("Location")), 200, []string{"Đã kết luận giữ nguyên thủ tục NB-12", "Trình thẩm tra"},
		"biểu mẫu 02 còn")
}
