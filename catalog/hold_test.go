package catalog_test

import (
	"testing"

	"rasoat/catalog"
)

type held struct{ code, name, decision string }

func reasons(rows []held, stored map[string][]string) map[string]string {
	h := catalog.NewHolder()
	for _, r := range rows {
		h.Add(r.code, r.name, r.decision)
	}
	out := map[string]string{}
	for _, r := range rows {
		if reason, _, ok := h.Reason(r.code, r.name, r.decision, stored[r.code]); ok {
			out[r.code] = reason
		}
	}
	return out
}

func TestHolder_sameNameAndDecision(t *testing.T) {
	const name, decision = "Hỗ trợ trồng rừng.", "226/QĐ-UBND"
	for _, c := range []struct {
		what string
		rows []held
		want int
	}{
		{"three codes", []held{{"1.000001", name, decision}, {"1.000002", name, decision}, {"1.000003", name, decision}}, 3},
		{"spelt in three ways", []held{
			{"1.000001", name, decision}, {"1.000002", "THỦ TỤC HỖ TRỢ TRỒNG RỪNG", decision}, {"1.000003", "Hỗ trợ  trồng rừng (1.000003)", "226/qđ-ubnd"},
		}, 3},
		{"two are lawful twins", []held{{"1.000001", name, decision}, {"1.000002", name, decision}}, 0},
		{"one code three times", []held{{"1.000001", name, decision}, {"1.000001.H50", name, decision}, {"1.000001", name, decision}}, 0},
		{"what is no code makes twins no three", []held{{"1.000001", name, decision}, {"1.000002", name, decision}, {"1.000003-Xoa", name, decision}}, 1},
		{"three decisions", []held{{"1.000001", name, "1/QĐ-UBND"}, {"1.000002", name, "2/QĐ-UBND"}, {"1.000003", name, "3/QĐ-UBND"}}, 0},
		{"no decision", []held{{"1.000001", name, ""}, {"1.000002", name, ""}, {"1.000003", name, ""}}, 0},
		{"one sister per level", []held{
			{"1.000001", "Báo mất thẻ (cấp tỉnh)", decision}, {"1.000002", "Báo mất thẻ (cấp xã)", decision}, {"1.000003", "Báo mất thẻ (cấp bộ)", decision},
		}, 0},
	} {
		if got := reasons(c.rows, nil); len(got) != c.want {
			t.Errorf("%s: held %v, want %d", c.what, got, c.want)
		}
	}
}

func TestHolder_Twin(t *testing.T) {
	h := catalog.NewHolder()
	h.Add("1.000001", "Cấp thẻ", "5/QĐ-BTP")
	h.Add("1.000002", "Thủ tục cấp thẻ", "5/QĐ-BTP")
	if other, ok := h.Twin("1.000002.H50", "cấp thẻ", "5/QĐ-BTP"); !ok || other != "1.000001" {
		t.Errorf("twin of 1.000002 is %q, %v", other, ok)
	}
	if other, ok := h.Twin("1.000003", "Cấp thẻ", "5/QĐ-BTP"); ok {
		t.Errorf("1.000003, not in the file, has the twin %q", other)
	}
}

func TestHolder_otherName(t *testing.T) {
	for _, c := range []struct {
		what, name string
		stored     []string
		want       bool
	}{
		{"new code", "Hỗ trợ trồng rừng", nil, false},
		{"same name", "Hỗ trợ trồng rừng", []string{"Thủ tục HỖ TRỢ TRỒNG RỪNG"}, false},
		{"nothing in common", "Hỗ trợ trồng rừng", []string{"Khóa căn cước điện tử (thực hiện tại cấp xã)"}, true},
		{"one word in twelve", "Hỗ trợ trồng rừng sản xuất", []string{"Tuyển lao động hợp đồng trong ngành sản"}, true},
		{"level and code are no words in common", "Hỗ trợ trồng rừng cấp xã (1.000001)", []string{"Khóa căn cước điện tử cấp xã (1.000001)"}, true},
		{"longer wording of the same", "Đăng ký khai sinh", []string{"Đăng ký khai sinh, cấp thẻ bảo hiểm y tế cho trẻ em dưới sáu tuổi có yếu tố nước ngoài tại khu vực biên giới"}, false},
		{"fits the listed name", "Hỗ trợ trồng rừng", []string{"Khóa căn cước điện tử", "Hỗ trợ trồng rừng"}, false},
		{"stored without a name", "Hỗ trợ trồng rừng", []string{""}, false},
	} {
		reason, _, got := catalog.NewHolder().Reason("1.000001", c.name, "1/QĐ-BTP", c.stored)
		if got != c.want || got && reason != catalog.HeldOtherName {
			t.Errorf("%s: %q beside %q: held %v (%s), want %v", c.what, c.name, c.stored, got, reason, c.want)
		}
	}
}

func TestHolder_notACode(t *testing.T) {
	for _, c := range []struct {
		code, meant string
		held        bool
	}{
		{"1.001193", "", false},
		{"1.0133611", "", false}, // seven digits: a code, with a warning where it is read
		{"2.009182739", "", false},
		{"1.001193.000.00.00.H50", "", false},
		{"1.012753.H19", "", false},
		{"1.000358.01", "", false},
		{"NB-01", "", false},
		{" 1.014325", "1.014325", true},
		{"1.014325 ", "1.014325", true},
		{"\u00a01.014325", "1.014325", true},
		{"1.014325-Xoa", "1.014325", true},
		{"1.014325-Xóa", "1.014325", true},
		{"1.014325abc", "1.014325", true},
		{"NB-01-Xoa", "", true},
		{"", "", true},
		{"12345678901234567890123456789012345678901", "", true},
		{"a b", "", true},
	} {
		reason, args, held := catalog.NewHolder().Reason(c.code, "Cấp thẻ", "1/QĐ-BTP", nil)
		if held != c.held {
			t.Errorf("%q: held %v (%s), want %v", c.code, held, reason, c.held)
		}
		if held && (reason != catalog.HeldNotACode || args[1] != c.meant) {
			t.Errorf("%q: %s %v, want %s and %q", c.code, reason, args, catalog.HeldNotACode, c.meant)
		}
	}
}
