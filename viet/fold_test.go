package viet

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"only signs", " -–… ", ""},
		{"all vowels and tones", "ăâêôơư àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ",
			"aaeoou aaaaa aaaaa aaaaa eeeee eeeee iiiii ooooo ooooo ooooo uuuuu uuuuu yyyyy"},
		{"đ in every guise", "Đđ Ðð Ɖɖ", "dd dd dd"},
		{"signs part words", "bản sao/chứng thực (Mẫu 02–TT) “A”", "ban sao chung thuc mau 02 tt a"},
		{"a code", "1.001193.H50", "1 001193 h50"},
		{"ligature, full width, superscript", "ﬁle ＡＢ m²", "file ab m2"},
		{"zero width inside a word", "thủ\u200b tục chí\u00adnh", "thu tuc chinh"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Fold(tt.in); got != tt.want {
				t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

// Handbook §8: however a query is written, it has one key.
func TestFold_OneKey(t *testing.T) {
	const asked = "hòa giải tranh chấp đất đai"
	for _, other := range []string{
		"hoà giải tranh chấp đất đai", "hoa giai tranh chap dat dai", "HÒA GIẢI TRANH CHẤP ĐẤT ĐAI",
		strings.ToUpper("hoà giải tranh chấp đất đai"), norm.NFD.String(asked), norm.NFD.String(strings.ToUpper(asked)),
		"Hoà  giải,\u00a0tranh-chấp ðất đai.",
	} {
		if Fold(other) != Fold(asked) {
			t.Errorf("Fold(%q) = %q, want %q", other, Fold(other), Fold(asked))
		}
	}
}

func TestFoldVariants(t *testing.T) {
	for _, tt := range []struct{ a, b string }{
		{"lý", "lí"}, {"kỹ", "kĩ"}, {"tỷ", "tỉ"}, {"sỹ", "sĩ"}, {"mỹ", "mĩ"}, {"hy", "hi"}, {"quy", "qui"}, {"ký", "kí"},
		{"Đăng ký quyền sở hữu", "dang ki quyen so huu"}, {"QUÝ", "quí"}, {"liệt sỹ", "liệt sĩ"},
	} {
		if FoldVariants(tt.a) != FoldVariants(tt.b) {
			t.Errorf("%q and %q: %q, %q", tt.a, tt.b, FoldVariants(tt.a), FoldVariants(tt.b))
		}
	}
	for _, tt := range []struct{ name, in, want string }{
		{"alone, y stays", "y tế", "y te"},
		{"behind a vowel, y stays", "tay, thủy, nguy, huy", "tay thuy nguy huy"},
		{"inside a syllable, y stays", "quyết, yên, kyên", "quyet yen kyen"},
		{"no blank appears", "", ""},
		{"numbers", "7y 12", "7y 12"},
	} {
		if got := FoldVariants(tt.in); got != tt.want {
			t.Errorf("%s: FoldVariants(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestFold_Properties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := text.Draw(t, "text")
		key := Fold(s)
		if again := Fold(key); again != key {
			t.Fatalf("folded twice: %q, %q", key, again)
		}
		if nfd, nfc := Fold(norm.NFD.String(s)), Fold(norm.NFC.String(s)); nfd != nfc || nfc != key {
			t.Fatalf("forms differ: %q, %q, %q", nfd, nfc, key)
		}
		if Fold(Clean(s)) != Fold(CleanText(s)) || Fold(Clean(s)) != key {
			t.Fatalf("cleaning changes the key: %q, %q", Fold(Clean(s)), key)
		}
		if v := FoldVariants(s); FoldVariants(v) != v {
			t.Fatalf("variants of variants: %q, %q", v, FoldVariants(v))
		}
	})
}

func TestHoldsWords(t *testing.T) {
	for _, tt := range []struct {
		text, sought string
		want         bool
	}{
		{"NB-03 Thanh toán công tác phí", "cong tac phi", true},
		{"NB-03 Thanh toán công tác phí", "phí thanh", true},
		{"NB-03 Thanh toán công tác phí", "nb-03", true},
		{"NB-03 Thanh toán công tác phí", "ông", false}, // in the middle of a word
		{"NB-03 Thanh toán công tác phí", "công an", false},
		{"", "x", false},
		{"x", " ", true},
	} {
		if got := HoldsWords(tt.text, tt.sought); got != tt.want {
			t.Errorf("%q in %q: %v", tt.sought, tt.text, got)
		}
	}
}
