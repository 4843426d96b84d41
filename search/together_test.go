package search

import (
	"strings"
	"testing"
)

// Words run together are read as their words; what is a word, an abbreviation or foreign stays whole.
func TestApart(t *testing.T) {
	x := filled(t, Options{Vocabulary: seedVocabulary(t)}, seedChanges(t))
	for text, want := range map[string]string{
		"dangkykhaisinh": "dang ky khai sinh", "DANGKYKHAISINH": "DANG KY KHAI SINH",
		"DangKyKhaiSinh": "Dang Ky Khai Sinh",
		"đăngkýkhaisinh": "đăng ký khai sinh", "ĐăngKýKếtHôn": "Đăng Ký Kết Hôn",
		"dangKyKetHon": "dang Ky Ket Hon", "khaisinh": "khai sinh",
		"tachho": "tach ho", "lam lai giaykhaisinh": "lam lai giay khai sinh",
		"chungthuc chuky":    "chung thuc chu ky",
		"giahantamtru o dau": "gia han tam tru o dau", "xacnhantinhtranghonnhan": "xac nhan tinh trang hon nhan",
		"matcccd": "mat cccd", "xinvisa": "xin visa", "sodobimat": "so do bi mat",
		"BaoHiemXaHoiMotLan": "Bao Hiem Xa Hoi Mot Lan",
		"CCCD":               "CCCD", "VNeID": "VNeID", "passport": "passport", "facebook": "facebook", "laptop": "laptop",
		"doraemon":   "doraemon",
		"qwertyuiop": "qwertyuiop", "asdfghjkl": "asdfghjkl", "khai sinh": "khai sinh", "CT01": "CT01",
		"khai sihn":           "khai sihn",
		"Th ủ t ụ c khaisinh": "Thủ tục khai sinh",
	} {
		s := x.newSearch(Query{Text: text})
		if got := strings.Join(s.apart(s.joined(wordsOf(text))), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Whole, run together and in capitals a name finds the same first, also while the last word is being typed.
func TestApart_finds(t *testing.T) {
	x := filled(t, Options{Vocabulary: seedVocabulary(t)}, seedChanges(t))
	for _, c := range []struct{ whole, together string }{
		{"dang ky khai sinh", "dangkykhaisinh"}, {"Đăng ký kết hôn", "ĐăngKýKếtHôn"}, {"tach ho", "TACHHO"},
		{"chung thuc di chuc", "chungthuc dichuc"}, {"gia han tam tru", "giahan tamtru"},
	} {
		if want, got := firstOf(t, x, Query{Text: c.whole}), firstOf(t, x, Query{Text: c.together}); want == "" ||
			got != want {
			t.Errorf("%q: %q first, want %q", c.together, got, want)
		}
		for _, cut := range []int{0, 1} {
			begun := []rune(c.together)
			list, err := x.Suggest(t.Context(), string(begun[:len(begun)-cut]), 8, Public)
			must(t, err)
			if want := firstOf(t, x, Query{Text: c.whole}); len(list) == 0 || string(list[0].Code) != want {
				t.Errorf("%q suggests %v, want %q first", string(begun[:len(begun)-cut]), list, want)
			}
		}
	}
}

// Initials of names that stand are read where nobody gave a meaning; those of a vocabulary come first.
func TestInitials(t *testing.T) {
	x := filled(t, Options{}, seedChanges(t)) // no vocabulary: the names alone
	for text, want := range map[string]string{
		"ĐKKS": "đăng ký khai sinh", "dkks": "đăng ký khai sinh", "XNTTHN": "xác nhận tình trạng hôn nhân",
		"CDGH": "chấm dứt giám hộ",
		"YTNN": "yếu tố nước ngoài", "DKKH": "đăng ký kết hôn",
		"qwrt": "", "KHAI": "", "tr": "", "TTTHC": "", "ngh": "", "hn": "",
	} {
		s := x.newSearch(Query{Text: text})
		got := ""
		if list := s.meanings(s.ask(text)); len(list) > 0 {
			got = list[0].Full
		}
		if foldWords(got) != foldWords(want) {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
	s := x.newSearch(Query{Text: "GKS", Words: NewWords([]Term{{Short: "GKS", Full: "giấy khai sinh"}})})
	if list := s.meanings(s.ask("GKS")); len(list) != 1 || list[0].Full != "giấy khai sinh" {
		t.Errorf("GKS is read as %v", list)
	}
	s = x.newSearch(Query{Text: "ĐKKS", Words: NewWords(nil, "ĐKKS")})
	if list := s.meanings(s.ask("ĐKKS")); len(list) > 0 {
		t.Errorf("ĐKKS is switched off and read as %v", list)
	}
}
