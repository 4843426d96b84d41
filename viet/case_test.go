package viet

import "testing"

func TestLowerFirst(t *testing.T) {
	for in, want := range map[string]string{"": "", "Kế hoạch": "kế hoạch", "Đã trình": "đã trình", "đã trình": "đã trình", "TTHC nội bộ": "TTHC nội bộ", "UBND xã": "UBND xã", "Ô": "ô", "45/QĐ": "45/QĐ"} {
		if got := LowerFirst(in); got != want {
			t.Errorf("LowerFirst(%q) = %q, want %q", in, got, want)
		}
	}
}
