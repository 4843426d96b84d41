package report

import (
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// Decree 30/2020/NĐ-CP, appendix I: a paper that follows a plan names number, day, issuer and subject of the plan.
func TestFollowing(t *testing.T) {
	whole := review.Plan{
		Number: "29/KH-UBND",
		Date:   value.MustDate("2024-03-13"),
		Issuer: "Ủy ban nhân dân xã A",
		Title:  "Cải cách thủ tục hành chính",
	}
	undated, anonymous := whole, whole
	undated.Date, anonymous.Issuer = value.Date{}, ""
	for _, tt := range []struct {
		name string
		plan review.Plan
		want string
		hole string
	}{
		{"whole", whole, "Thực hiện Kế hoạch số 29/KH-UBND ngày 13 tháng 3 năm 2024 của Ủy ban nhân dân xã A về cải cách thủ tục hành chính, ", ""},
		{"without a day", undated, "Thực hiện Kế hoạch số 29/KH-UBND của Ủy ban nhân dân xã A về cải cách thủ tục hành chính, ", ""},
		{"of an unknown issuer", anonymous, "Thực hiện Kế hoạch số 29/KH-UBND ngày 13 tháng 3 năm 2024 của ………… về cải cách thủ tục hành chính, ", "cơ quan ban hành kế hoạch"},
	} {
		runs := following(tt.plan)
		if got := Plain(runs); got != tt.want || runs[1].Hole != tt.hole {
			t.Errorf("%s: %q, hole %q", tt.name, got, runs[1].Hole)
		}
	}
}

// Decree 30/2020/NĐ-CP, appendix I: who signs for a body names the body above the office; who signs by the office does
// not.
func TestSignatureLines(t *testing.T) {
	for _, tt := range []struct {
		name  string
		l     Letterhead
		above []string
		below string
		holes []string
	}{
		{"for the committee", Letterhead{Capacity: "TM. ỦY BAN NHÂN DÂN", Title: "CHỦ TỊCH", Signer: "Võ Văn Tuấn"}, []string{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}, "Võ Văn Tuấn", nil},
		{"in the chairman's place", Letterhead{Capacity: "KT. CHỦ TỊCH", Title: "PHÓ CHỦ TỊCH", Signer: "Lê Thị Lan", InPerson: true}, []string{"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, "Lê Thị Lan", nil},
		{"by the office", Letterhead{Title: "CHỦ TỊCH", Signer: "Võ Văn Tuấn", InPerson: true}, []string{"CHỦ TỊCH"}, "Võ Văn Tuấn", nil},
		{"the deputy for the committee", Letterhead{Capacity: "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", Title: "PHÓ CHỦ TỊCH", Signer: "Lê Thị Lan"}, []string{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, "Lê Thị Lan", nil},
		{"by authorisation", Letterhead{Capacity: "TUQ. CHỦ TỊCH", Title: "GIÁM ĐỐC TRUNG TÂM", Signer: "Lê Thị Lan", InPerson: true}, []string{"TUQ. CHỦ TỊCH", "GIÁM ĐỐC TRUNG TÂM"}, "Lê Thị Lan", nil},
		{"nobody known", Letterhead{}, []string{"…………", "…………"}, "…………", []string{"quyền hạn của người ký", "chức vụ của người ký", "họ tên người ký"}},
	} {
		above, name := tt.l.SignatureLines()
		var got, holes []string
		for _, line := range append(above, []Run{name}) {
			got = append(got, Plain(line))
			if !line[0].Bold {
				t.Errorf("%s: %q is not bold", tt.name, Plain(line))
			}
			if line[0].Hole != "" {
				holes = append(holes, line[0].Hole)
			}
		}
		if want := append(tt.above, tt.below); !equal(got, want) || !equal(holes, tt.holes) {
			t.Errorf("%s: %q, holes %q", tt.name, got, holes)
		}
	}
}

// Decree 30/2020/NĐ-CP, appendix I: a paper is signed on behalf of (TM.), in the place of (KT.), by order of (TL.), by
// authorisation of (TUQ.) somebody; who signs as the chairman signs for no body.
func TestCapacity(t *testing.T) {
	for capacity, want := range map[string]bool{
		"": true, "TM. ỦY BAN NHÂN DÂN": true, "tm. ủy ban; KT. CHỦ TỊCH": true, "TL.CHỦ TỊCH": true, "TUQ. CHỦ TỊCH": true,
		"Q. CHỦ TỊCH": true, "CHỦ TỊCH": false, "KT.": false, "TM. ỦY BAN NHÂN DÂN; CHỦ TỊCH": false, "TH. CHỦ TỊCH": false,
	} {
		if IsCapacity(capacity) != want {
			t.Errorf("%q: %v", capacity, !want)
		}
	}
	if got := CapacityLines(" TM. A ;; KT. B;"); !equal(got, []string{"TM. A", "KT. B"}) {
		t.Errorf("%q", got)
	}
	for in, want := range map[string]string{
		"TM. ỦY BAN NHÂN DÂN": "", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH": "KT. CHỦ TỊCH", "TUQ. CHỦ TỊCH": "TUQ. CHỦ TỊCH",
	} {
		got := Signature{Capacity: in, Title: "PHÓ CHỦ TỊCH", Signer: "Lan"}.ByOffice()
		if got != (Signature{Capacity: want, Title: "PHÓ CHỦ TỊCH", Signer: "Lan"}) {
			t.Errorf("%q by the office: %+v", in, got)
		}
	}
	for symbol, want := range map[string]string{"": "Lưu: VT", "TTPVHCC": "Lưu: VT, TTPVHCC"} {
		if got := (ControlUnit{Symbol: symbol}).Archive(); got != want {
			t.Errorf("%q is kept %q", symbol, got)
		}
	}
}

// Decree 30/2020/NĐ-CP, appendix I: a document is cited with type, number, day, body and what it is about, a law by its
// name; what is not known is a gap.
func TestCited(t *testing.T) {
	day := value.MustDate("2010-06-08")
	for want, g := range map[string]review.Ground{
		"Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính": {Type: "Nghị định",
			Number: "63/2010/NĐ-CP", Date: day, Issuer: "Chính phủ", Title: "Về kiểm soát thủ tục hành chính"},
		"Luật Tổ chức chính quyền địa phương số 72/2025/QH15": {Type: "Luật", Number: "72/2025/QH15", Date: day, Issuer: "Quốc hội",
			Title: "Tổ chức chính quyền địa phương"},
		"Luật Tổ chức chính quyền địa phương ngày 08 tháng 6 năm 2010": {Type: "Luật", Date: day, Title: "Tổ chức chính quyền địa phương"},
		"Luật Tổ chức chính quyền địa phương":                          {Type: "Luật", Title: "Tổ chức chính quyền địa phương"},
		"Quyết định số 9/QĐ-TTg ………… của ………… ban hành Kế hoạch":       {Type: "Quyết định", Number: "9/QĐ-TTg", Title: "ban hành Kế hoạch"},
	} {
		if got := Plain(cited(g)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Decree 30/2020/NĐ-CP, appendix I: the chairman's own papers are the chairman's, signed by the office, and go to those
// who carry them out.
func TestOfChairman(t *testing.T) {
	committee := Letterhead{Name: "UBND phường A", Capacity: "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH",
		Title: "PHÓ CHỦ TỊCH", Signer: "Lan",
		Recipients: []string{"UBND tỉnh", "Lưu: VT"}}
	got := committee.ofChairman()
	if got.Name != "Chủ tịch UBND phường A" || got.Capacity != "KT. CHỦ TỊCH" || got.Title != "PHÓ CHỦ TỊCH" ||
		!got.InPerson ||
		!equal(got.Recipients, []string{"Như Điều 3", "UBND tỉnh", "Lưu: VT"}) {
		t.Errorf("%+v", got)
	}
	committee.Chairman = Signature{Capacity: "TUQ. CHỦ TỊCH", Title: "GIÁM ĐỐC", Signer: "Bảo"}
	if got = committee.ofChairman(); got.Capacity != "TUQ. CHỦ TỊCH" || got.Title != "GIÁM ĐỐC" || got.Signer != "Bảo" {
		t.Errorf("by authorisation: %+v", got)
	}
	if got = (Letterhead{}).ofChairman(); got.Name != "" || !equal(got.Recipients, []string{"Như Điều 3", ""}) {
		t.Errorf("nothing known: %+v", got)
	}
}

// Decree 30/2020/NĐ-CP, appendix I: annexes and parts are numbered in Roman, points by the Vietnamese alphabet without
// f, j, w and z.
func TestNumbering(t *testing.T) {
	for n, want := range map[int]string{1: "I", 4: "IV", 9: "IX", 14: "XIV", 39: "XXXIX", 40: "XL", 66: "LXVI", 99: "XCIX", 0: ""} {
		if got := Roman(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
	alphabet := ""
	for i := range 23 {
		alphabet += point(i)
	}
	if alphabet != "abcdđeghiklmnopqrstuvxy" || point(23) != "24" {
		t.Errorf("points %s, then %s", alphabet, point(23))
	}
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
