package search

import (
	"slices"
	"testing"

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
