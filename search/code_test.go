package search

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rasoat/catalog"
)

// A code is known however it is written.
func TestCode_written(t *testing.T) {
	log := sample()
	for i, code := range []catalog.Code{"1.0133611", "TTHC.NB-07"} {
		p := catalog.Procedure{Code: code, Name: "Cấp giấy phép", Kind: catalog.Public, Status: catalog.InForce}
		log = append(log, Change{Seq: int64(len(sample()) + i + 1), Key: code.Key(), Doc: &Document{code.Key(), p}})
	}
	x := filled(t, Options{}, log)
	for want, texts := range map[string][]string{
		"1.001193": {
			"1.001193", " 1.001193 ", "(1.001193)", "[1.001193]", "“1.001193”", `"1.001193"`, "'1.001193'",
			"«1.001193»", "#1.001193", "№ 1.001193", "1.001193.", "1.001193,", "1.001193?",
			"1,001193", "1 001193", "1 .001193", "1. 001193", "1．001193", "1。001193", "1·001193", "1-001193",
			"1–001193", "1—001193", "1−001193", "1‑001193", "1001193",
			"１．００１１９３", "１００１１９３", "（１．００１１９３）", "1\u200b.001193", "1.001193\u00a0", "\ufeff1.001193",
			"mã 1.001193", "mã:1.001193", "Mã số: 1.001193", "MÃ SỐ 1001193", "ma so 1,001193", "TTHC 1.001193",
			"TTHC số 1001193", "thủ tục 1 001193", "mã TTHC: 1.001193", "thủ tục hành chính số 1.001193",
			"mã thủ tục hành chính (1.001193)", "thủ tục 1.001193 cần giấy tờ gì", "cho hỏi mã 1001193 nộp ở đâu",
			"cho hỏi mã #1.001193 nộp ở đâu",
			"1.001193.000.00.00.H50", "1.001193.H50", "1.001193.000.00.00.h50", "1,001193,000,00,00,H50",
			"1.001193–H50", "1001193.000.00.00.H50", "1.001193/QĐ",
			"001193", "1193", "số 1193", "mã số: 001193", "Đăng ký khai sinh (1.001193)", "khai sinh-1.001193",
		},
		"1.0133611": {"1.0133611", "10133611", "1 0133611", "133611"},
		"NB-01": {
			"NB-01", "nb-01", "NB01", "nb01", "NB 01", "NB - 01", "NB–01", "nb_01", "NB.01", "(NB-01)",
			"ＮＢ－０１", "#NB-01", "mã NB-01", "mã số NB 01", "thủ tục NB-01 làm thế nào", "TTHC nb–01",
		},
		"TTHC.NB-07": {"TTHC.NB-07", "tthc nb 07", "tthcnb07", "TTHC NB-07"},
	} {
		for _, text := range texts {
			r := searched(t, x, text)
			if r.Total != 1 || string(r.Hits[0].Key) != want || r.Hits[0].Score != 1 {
				t.Errorf("%q: %d hits %v, want %s alone", text, r.Total, names(r), want)
			}
		}
	}
}

// The beginning of a code finds those that begin with it; a figure among words is none.
func TestCode_parts(t *testing.T) {
	x := filled(t, Options{}, sample())
	for _, c := range []struct {
		text string
		want []string
	}{
		{"1.0011", []string{"1.001193"}}, {"mã 1.00119", []string{"1.001193"}},
		{"1.00", []string{"1.000001", "1.001193", "1.003583"}},
		{"012", []string{"1.012812"}}, {"(1,0128", []string{"1.012812"}},
		{"phiên bản 1.0", nil}, {"khoản 1.5 triệu", nil}, {"0912345678", nil}, {"1.999999", nil},
		{"1999999", nil}, {"lệ phí 1 000000", nil},
		{"nghị định 63/2010", nil}, {"ngày 1-12-2026", nil},
	} {
		x.mu.RLock()
		numbers, _, exact := x.view.byCode(c.text)
		var got []string
		for _, n := range numbers {
			got = append(got, string(x.view.rows[n].key))
		}
		x.mu.RUnlock()
		if exact || !slices.Equal(got, c.want) {
			t.Errorf("%q: %v (exact %v), want %v", c.text, got, exact, c.want)
		}
	}
}

// One form for all that codes are written with: small letters, ASCII digits, points and dashes; the rest are blanks.
func TestPlainCode(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"as it is", "1.001193", "1.001193"},
		{"full width", "１．００１１９３", "1.001193"},
		{"a comma between digits", "1,001193", "1.001193"},
		{"a comma between words", "mã, số", "mã  số"},
		{"a comma behind a digit", "1, 2", "1  2"},
		{"a point of another script", "1·001193", "1.001193"},
		{"a long dash", "NB—01", "nb-01"},
		{"a minus", "NB\u221201", "nb-01"},
		{"invisible characters", "1\u200b.0011\u00ad93", "1.001193"},
		{"an invisible character within a letter", "A\ufeff\u0300", "à"},
		{"brackets and quotes", "(“1.001193”)", "  1.001193  "},
		{"signs of own codes", "a_b/c-d.e", "a_b/c-d.e"},
	} {
		if got := plainCode(c.text); got != c.want {
			t.Errorf("%s: plainCode(%q) = %q, want %q", c.name, c.text, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if once := plainCode(text); plainCode(once) != once {
			t.Fatalf("%q: %q, then %q", text, once, plainCode(once))
		}
	})
}

// The codes that a text may ask for, the likeliest first; "+" marks one that may be the beginning of a code.
func TestAskedCodes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"khai sinh", ""},
		{"1.001193", "1.001193+ 1.001193"},
		{"mã số 1.00119", "1.00119+ 1.00119 mãsố1.00119"},
		{"1193", "1193+ 1193"},
		{"mã số 1193", "1193+ 1193 mãsố1193"},
		{"12", "12"},
		{"1.0", "1.0+ 1.0"},
		{"phiên bản 1.0", "phiênbản1.0"},
		{"thủ tục 1.0011", "1.0011+ 1.0011 thủtục1.0011"},
		{"giấy 1001193 gấp lắm", "1.001193"},
		{"1 - 001193", "1.001193 1-001193"},
		{"nb - 01", "nb-01"},
		{"thủ tục TP-HT-01 ở đâu", "tp-ht-01ởđâu tp-ht-01"},
		{"thủ tục TP-HT-01 nộp ở đâu", "tp-ht-01"},
		{"năm 2024 có gì mới", ""},
		{"1.001193.000.00.00.H50", "1.001193.000.00.00.h50+ 1.001193 1.001193.000.00.00.h50"},
	} {
		var got []string
		for _, w := range askedCodes(c.text) {
			if w.part {
				w.text += "+"
			}
			if !slices.Contains(got, w.text) {
				got = append(got, w.text)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q asks for %q, want %q", c.text, s, c.want)
		}
	}
}

// However a code is written, it is found first: in brackets, with a blank for its point, in full width, behind words.
func TestSearch_codeInAnySpelling(t *testing.T) {
	x := filled(t, Options{}, sample())
	for _, text := range []string{"1.001193", "1001193", "1 001193", "1-001193", "１.００１１９３", "(1.001193)", "mã số: 1.001193",
		"#1.001193", "1.001193.000.00.00.H50", "1.001193.H50", "thủ tục 1,001193", "1193", "001193", "1.0011"} {
		r := searched(t, x, text)
		if len(r.Hits) == 0 || r.Hits[0].Key != "1.001193" {
			t.Errorf("%q finds %d hits, want 1.001193 first", text, len(r.Hits))
		}
	}
	for _, text := range []string{"NB-01", "nb-01", "NB - 01", "nb01", "NB—01", "NB.01"} {
		if got := firstOf(t, x, Query{Text: text, Scope: Official}); got != "NB-01" {
			t.Errorf("%q finds %q first, want NB-01", text, got)
		}
	}
	if got := bareCode("Đ.K_01"); got != "dk01" {
		t.Errorf("bareCode = %q, want dk01", got)
	}
}
