package catalog_test

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

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

// What the sentence of a held row needs: how many codes, which, under which decision; the name that is known.
func TestHolder_arguments(t *testing.T) {
	h := catalog.NewHolder()
	for _, code := range []string{"1.000002.H50", "1.000001", "1.000003", "1.000002"} {
		h.Add(code, "Hỗ trợ trồng rừng", "226/QĐ-UBND")
	}
	for _, c := range []struct {
		what, code, name, decision string
		stored                     []string
		reason                     string
		args                       []any
	}{
		{"three codes of one name", "1.000001", "Hỗ trợ trồng rừng", "226/QĐ-UBND", nil, catalog.HeldSameName,
			[]any{3, "1.000002, 1.000001, 1.000003", "226/QĐ-UBND"}},
		{"what is no code comes first", "1.000001-Xoa", "Hỗ trợ trồng rừng", "226/QĐ-UBND", nil, catalog.HeldNotACode,
			[]any{"1.000001-Xoa", "1.000001"}},
		{"the shared name comes before the stored one", "1.000001", "Hỗ trợ trồng rừng", "226/QĐ-UBND",
			[]string{"Khóa căn cước điện tử"}, catalog.HeldSameName,
			[]any{3, "1.000002, 1.000001, 1.000003", "226/QĐ-UBND"}},
		{"the first of the names known", "1.000009", "Hỗ trợ trồng rừng", "1/QĐ-BTP",
			[]string{"Khóa căn cước điện tử", "Cấp hộ chiếu"}, catalog.HeldOtherName, []any{"Khóa căn cước điện tử"}},
		{"not held", "1.000009", "Hỗ trợ trồng rừng", "1/QĐ-BTP", nil, "", nil},
	} {
		reason, args, held := h.Reason(c.code, c.name, c.decision, c.stored)
		if reason != c.reason || held != (c.reason != "") || !slices.Equal(args, c.args) {
			t.Errorf("%s: %s %v, held %v; want %s %v", c.what, reason, args, held, c.reason, c.args)
		}
	}
}

// Names of one key are of one procedure as soon as one word in five is in both, or the shorter lives for half in the
// longer one; the bounds themselves are no contradiction.
func TestHolder_otherNameBounds(t *testing.T) {
	for _, c := range []struct {
		what, name, stored string
		want               bool
	}{
		{"1 of 5 different words", "a b c", "a d e", false},
		{"1 of 6", "a b c", "a d e f", true},
		{"2 of 10", "a b c d e", "a b v w x y z", false},
		{"2 of 11", "a b c d e", "a b u v w x y z", true},
		{"half of the shorter name, in a long one", "a b", "a q r s t u v w x y z", false},
		{"less than half of the shorter name", "a b c", "a q r s t u v w x y z", true},
		{"a word twice is one word", "a a a b c", "a d e", false},
		{"no words at all", "cấp xã", "Khóa căn cước", false},
		{"a code for a name", "Khóa căn cước", "(1.000001)", false},
		{"without thủ tục hành chính", "Thủ tục hành chính a b c", "Thủ tục hành chính d e f", true},
	} {
		for _, pair := range [][2]string{{c.name, c.stored}, {c.stored, c.name}} {
			_, _, got := catalog.NewHolder().Reason("1.000001", pair[0], "", []string{pair[1]})
			if got != c.want {
				t.Errorf("%s: %q beside %q: held %v, want %v", c.what, pair[0], pair[1], got, c.want)
			}
		}
	}
}

// Exactly two codes are lawful twins: neither one nor three, and neither of them without a decision.
func TestHolder_twinsAreTwo(t *testing.T) {
	for _, c := range []struct {
		what     string
		codes    []string
		decision string
		of       string
		want     catalog.Code
	}{
		{"the other of two", []string{"1.000001", "1.000002"}, "5/QĐ-BTP", "1.000001", "1.000002"},
		{"the one of two", []string{"1.000001", "1.000002"}, "5/QĐ-BTP", "1.000002", "1.000001"},
		{"one alone", []string{"1.000001"}, "5/QĐ-BTP", "1.000001", ""},
		{"one of three", []string{"1.000001", "1.000002", "1.000003"}, "5/QĐ-BTP", "1.000001", ""},
		{"a third that was not shown", []string{"1.000001", "1.000002"}, "5/QĐ-BTP", "1.000003", ""},
		{"no decision", []string{"1.000001", "1.000002"}, "", "1.000001", ""},
		{"the same code in two spellings", []string{"1.000001", "1.000001.H50"}, "5/QĐ-BTP", "1.000001", ""},
	} {
		h := catalog.NewHolder()
		for _, code := range c.codes {
			h.Add(code, "Cấp thẻ", c.decision)
		}
		if got, ok := h.Twin(c.of, "Cấp thẻ", c.decision); got != c.want || ok != (c.want != "") {
			t.Errorf("%s: Twin(%s) = %q, %v, want %q", c.what, c.of, got, ok, c.want)
		}
	}
	h := catalog.NewHolder()
	h.Add("1.000001", "", "5/QĐ-BTP")
	h.Add("1.000002", "", "5/QĐ-BTP")
	if got, ok := h.Twin("1.000001", "", "5/QĐ-BTP"); ok {
		t.Errorf("rows without a name are twins: %q", got)
	}
}

// The order of the rows of a file holds no row that another order lets through.
func TestHolder_orderIsNothing(t *testing.T) {
	row := rapid.Custom(func(t *rapid.T) held {
		return held{
			rapid.SampledFrom([]string{"1.000001", "1.000002", "1.000002.H50", "1.000003", "1.000003-Xoa"}).Draw(t, "code"),
			rapid.SampledFrom([]string{"Cấp thẻ", "Thủ tục cấp thẻ", "CẤP THẺ", "Đổi thẻ"}).Draw(t, "name"),
			rapid.SampledFrom([]string{"1/QĐ-BTP", "2/QĐ-BTP", ""}).Draw(t, "decision"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(row, 0, 8).Draw(t, "rows")
		want := reasons(rows, nil)
		got := reasons(rapid.Permutation(rows).Draw(t, "order"), nil)
		if !maps.Equal(got, want) {
			t.Fatalf("held %v in one order, %v in another", want, got)
		}
	})
}
