package docx

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/review"
	"rasoat/value"
)

// Form 02 of a procedure of normal length, six papers, two bad answers and eight legal documents, takes four pages at
// most: an office program lays it out.
func TestWrite_form02InFourPages(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: make test installs it")
	}
	counter, err := exec.LookPath("pdfinfo")
	if err != nil {
		t.Skip("poppler-utils is not installed: make test installs it")
	}
	if testing.Short() {
		t.Skip("takes seconds: left out by -short")
	}
	p := catalog.Procedure{Code: "1.004873", Name: "Cấp Giấy xác nhận tình trạng hôn nhân", Field: "Hộ tịch"}
	for range 8 {
		p.Law = append(p.Law, catalog.LegalBasis{
			Number: "123/2015/NĐ-CP",
			Name:   "Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch",
		})
	}
	var c catalog.DossierCase
	for i := range 6 {
		name := strconv.Itoa(i) + " Giấy tờ chứng minh đã ly hôn hoặc vợ (chồng) trước đã chết, nếu từng kết hôn và " +
			"chưa tra cứu được"
		c.Papers = append(c.Papers, catalog.Paper{Name: name, Originals: value.Known(1)})
	}
	p.Dossier = []catalog.DossierCase{c}
	goal := review.Goal{
		Text:    "Xác nhận đúng tình trạng hôn nhân, ngăn kết hôn trái luật",
		Changed: review.Answer{Value: review.Yes, Reason: "Nhu cầu xin giấy giảm dần vì nhiều nơi đã tra cứu được."},
		Reached: review.Answer{Value: review.Yes},
	}
	goals := []review.Goal{goal}
	asked := review.Form{StateGoals: goals, CitizenGoals: goals, Solution: review.Revise}.On(p)
	f, err := review.AnswerRest(asked, p, "Nguyễn Thị Hoa", value.MustDate("2024-07-15"))
	if err != nil {
		t.Fatal(err)
	}
	f.Papers[1].Answers["dossier.held"] = review.Yes
	f.Papers[1].Reason = "Cơ quan giải quyết tra cứu được việc ly hôn, khai tử trong Cơ sở dữ liệu hộ tịch điện tử."
	f.Papers[1].Measure = "Bỏ bản sao trích lục ly hôn, khai tử khi dữ liệu đã có."
	f.Answers["forms.known"] = review.Answer{
		Value:   review.Yes,
		Reason:  "Họ tên, ngày sinh, nơi cư trú đã có trong Cơ sở dữ liệu quốc gia về dân cư.",
		Measure: "Tờ khai điện tử tự điền từ dữ liệu dân cư.",
	}
	f.Contact = review.Contact{Name: "Nguyễn Thị Hoa", Title: "Công chức Tư pháp - Hộ tịch"}
	f.Participants = []review.Participant{{Who: "20 người dân đến bộ phận một cửa", How: "phiếu hỏi",
		Date: value.MustDate("2024-05-14"), Said: "16/20 người phải đi xin bản sao trích lục ở nơi khác."}}
	in := report.Forms02{
		Letterhead: report.Letterhead{Name: "UBND xã Vĩnh Chấp"},
		Forms:      []report.Form02{{Procedure: p, Form: f, Begun: true, Saved: value.MustDate("2024-07-15")}},
		Names: report.FormNames{
			Part:     func(p catalog.Part) string { return "Thành phần " + string(p) },
			Solution: func(review.Solution) string { return "Sửa đổi, bổ sung" },
			Answer: func(a review.AnswerValue) string {
				return map[review.AnswerValue]string{review.Yes: "Có", review.No: "Không"}[a]
			},
		},
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "f.docx"), write(t, in.Document()), 0o600); err != nil {
		t.Fatal(err)
	}
	lay := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf",
		"--outdir", dir, filepath.Join(dir, "f.docx"))
	if out, err := lay.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	said, err := exec.Command(counter, filepath.Join(dir, "f.pdf")).Output()
	if err != nil {
		t.Fatal(err)
	}
	_, pages, _ := strings.Cut(string(said), "Pages:")
	pages, _, _ = strings.Cut(pages, "\n")
	if n, err := strconv.Atoi(strings.TrimSpace(pages)); err != nil || n > 4 {
		text, _ := exec.Command("pdftotext", "-f", "5", "-layout", filepath.Join(dir, "f.pdf"), "-").Output()
		t.Logf("the fifth page: %s", text)
		t.Errorf("%q pages, want 4 at most (%v)", pages, err)
	}
}
