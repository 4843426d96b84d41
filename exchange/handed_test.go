package exchange

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/review"
	"rasoat/value"
)

func TestReadHanded(t *testing.T) {
	want := []review.HandedLine{{Name: "Nghỉ phép, nghỉ việc riêng", Field: "Tổ chức cán bộ"}, {Name: "Mua sắm", Agency: "UBND cấp xã"}}
	for name, raw := range map[string]string{
		"pasted": "DANH MỤC\n\nSTT\tTên thủ tục hành chính nội bộ\tLĨNH VỰC\tCơ quan thực hiện\nB. Cấp xã\n1\tNghỉ phép,  nghỉ việc riêng\tTổ chức cán bộ\n2\tMua sắm\t\tUBND cấp xã\n\t\t\t\n",
		"csv":    "\uFEFFTT;Tên TTHC;Đơn vị thực hiện;Lĩnh vực\r\n1;\"Nghỉ phép, nghỉ việc riêng\";;Tổ chức cán bộ\r\n2;Mua sắm;UBND cấp xã;\r\n",
	} {
		got, err := ReadHanded([]byte(raw))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	for raw, want := range map[string]string{
		"a;b\n1;2\n":       "handed.no_head",
		"STT;Tên TTHC\n1;": "handed.none",
		"":                 "file.empty",
	} {
		var p value.Problems
		if _, err := ReadHanded([]byte(raw)); !errors.As(err, &p) || p[0].Code != want {
			t.Errorf("%q: %v, want %s", raw, err, want)
		}
	}
}

func FuzzReadHanded(f *testing.F) {
	f.Add([]byte("STT\tTên TTHC\n1\tx"))
	f.Add([]byte("Tên;\"b\n;c"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		lines, err := ReadHanded(raw)
		var p value.Problems
		if err != nil && !errors.As(err, &p) {
			t.Fatalf("no sentence for %v", err)
		}
		for _, l := range lines {
			if l.Name == "" {
				t.Error("a line without a name")
			}
		}
	})
}
