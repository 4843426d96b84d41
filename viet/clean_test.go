package viet

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"only blanks", " \t\u00a0\n", ""},
		{"NFD", norm.NFD.String("Thủ tục hành chính"), "Thủ tục hành chính"},
		{"Windows-1258 order", "vi\u00ea\u0323c", "việc"},
		{"deprecated tone mark", "ha\u0300nh gia\u0341", "hành giá"},
		{"no-break blank, tab, breaks", " xã\u00a0Vĩnh\tCháp\r\n huyện\u2028Vĩnh\u3000Linh ", "xã Vĩnh Cháp huyện Vĩnh Linh"},
		{"byte order mark", "\ufeffTên", "Tên"},
		{"zero width, soft hyphen, control", "thủ\u200btục hành\u00adchính \u0000\u0007xong", "thủtục hànhchính xong"},
		{"a mark behind what is dropped", "e\u200b\u0302\u0323", "ệ"},
		{"Eth and African D", "Ðông Hà, ðăng ký, Ɖông, ɖăng", "Đông Hà, đăng ký, Đông, đăng"},
		{"dotless i", "chı\u0301nh, hành chınh", "chính, hành chinh"},
		{"Cyrillic in a code", "1.001193.000.00.00.Н50", "1.001193.000.00.00.H50"},
		{"Cyrillic in a document number", "29/КН-UBND", "29/KH-UBND"},
		{"Cyrillic in a word", "Тhủ tục hành сhính", "Thủ tục hành chính"},
		{"Cyrillic below a tone", "h\u043e\u0300a", "hòa"},
		{"Greek in a word", "ΤTHC ΝB-01", "TTHC NB-01"},
		{"a Russian word", "Москва АО", "Москва АО"},
		{"a Russian word with a Latin neighbour", "МИР-UBND", "МИР-UBND"},
		{"Greek with no twin", "Ω5 Δt", "Ω5 Δt"},
		{"quotes and dashes stay", "“Một cửa” – 5 ngày", "“Một cửa” – 5 ngày"},
		{"tones stay where they are", "hoà, hòa, thuỷ", "hoà, hòa, thuỷ"},
		{"broken bytes", "a\xffb", "a\uFFFDb"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Clean(tt.in); got != tt.want {
				t.Errorf("Clean(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestCleanText(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"only breaks", "\r\n\n \n", ""},
		{"Windows", "a\r\nb\r\n", "a\nb"},
		{"old Macintosh", "a\rb", "a\nb"},
		{"Word's shift-enter and Unicode's separators", "a\vb\u2028c\u2029d\u0085e\ff", "a\nb\nc\nd\ne\nf"},
		{"blanks at the ends of lines", "a \t\n  b\u00a0\n", "a\nb"},
		{"one empty line stays", "a\n\nb", "a\n\nb"},
		{"more become one", "a\n\n \n\nb\n\n\nc", "a\n\nb\n\nc"},
		{"lines are cleaned", "Ðiều  1\n1.00119З Н50", "Điều 1\n1.00119З H50"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := CleanText(tt.in); got != tt.want {
				t.Errorf("CleanText(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

// text draws what foreign files are made of: Vietnamese in both forms, invisible signs, strange letters.
var text = rapid.Custom(func(t *rapid.T) string {
	s := ""
	for range rapid.IntRange(0, 8).Draw(t, "pieces") {
		s += rapid.OneOf(
			rapid.SampledFrom([]string{"hoà", "THUỶ", "quý", "Đ", "ð", "ệ", "e\u0323\u0302", "Н50", "Κ", "щ", " ", "\u00a0",
				"\u200b", "\u00ad", "\u0301", "\u0323", "\r\n", "\n", "\u2028", ".", "-", "/", "1", "ﬁ", "\u0085"}),
			rapid.String(),
		).Draw(t, "piece")
	}
	return s
})

func TestClean_Properties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := text.Draw(t, "text")
		line, lines := Clean(s), CleanText(s)
		if again := Clean(line); again != line {
			t.Fatalf("cleaned twice: %q, %q", line, again)
		}
		if again := CleanText(lines); again != lines {
			t.Fatalf("cleaned twice: %q, %q", lines, again)
		}
		if Clean(lines) != line {
			t.Fatalf("lines %q and line %q differ by more than breaks", lines, line)
		}
		for _, kept := range []string{line, lines} {
			if !norm.NFC.IsNormalString(kept) || !utf8.ValidString(kept) {
				t.Fatalf("%q is not valid NFC", kept)
			}
		}
	})
}
