package catalog

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/value"
)

func TestPartLines(t *testing.T) {
	for part, want := range map[Part]string{
		PartName:       "Cấp giấy xác nhận",
		PartSteps:      "Bước 1\nNgười dân nộp hồ sơ.\nBước 2\nCông chức kiểm tra hồ sơ.\nBước 3\nTrả kết quả.",
		PartChannels:   "Trực tiếp\nDịch vụ bưu chính công ích",
		PartDossier:    "Tờ khai (bản chính: 1)\nGiấy tờ tùy thân (bản sao: 1)\nẢnh chân dung (bản chính: 2)",
		PartCopies:     "2 bộ",
		PartTimeLimit:  "Trực tiếp: 5 ngày làm việc\nDịch vụ bưu chính công ích: 5 ngày làm việc",
		PartApplicants: "Công dân Việt Nam\nNgười nước ngoài",
		PartAgency:     "Ủy ban nhân dân cấp xã",
		PartForms:      "Mẫu 01",
		PartConditions: "Đủ 18 tuổi.",
		PartFees:       "Trực tiếp: Lệ phí: 10.000 đồng\nDịch vụ bưu chính công ích: Lệ phí: 10.000 đồng",
		PartResult:     "Giấy xác nhận (KQ.1)",
		PartLegalBasis: "60/2014/QH13 – Luật Hộ tịch\n123/2015/NĐ-CP",
		"decision":     "1/QĐ-BTP, 05/01/2024",
		"no such part": "",
	} {
		if got := strings.Join(PartLines(certificate(), part), "\n"); got != want {
			t.Errorf("%s: PartLines = %q, want %q", part, got, want)
		}
	}
}

func TestLimitText(t *testing.T) {
	number := func(s string) value.Opt[value.Decimal] {
		d, err := value.ParseDecimal(s)
		if err != nil {
			t.Fatal(err)
		}
		return value.Known(d)
	}
	for _, c := range []struct {
		limit TimeLimit
		want  string
	}{
		{TimeLimit{}, ""},
		{TimeLimit{Number: number("1.5"), Unit: WorkingDays}, "1,5 ngày làm việc"},
		{TimeLimit{Number: number("3")}, "3"},
		{TimeLimit{Number: number("1"), Text: "trong ngày"}, "1 (trong ngày)"},
		{TimeLimit{Text: "theo quy định"}, "theo quy định"},
	} {
		if got := LimitText(c.limit); got != c.want {
			t.Errorf("LimitText(%+v) = %q, want %q", c.limit, got, c.want)
		}
	}
}

func TestFeeText(t *testing.T) {
	for _, c := range []struct {
		fee  Fee
		want string
	}{
		{Fee{}, ""},
		{Fee{State: FeeFree}, "miễn phí"},
		{Fee{State: FeeAmount, Kind: FeeFee, Amount: value.Known[value.Money](2000), Text: "mỗi trang"}, "Phí: 2.000 đồng (mỗi trang)"},
		{Fee{State: FeeAmount, Amount: value.Known[value.Money](10), Currency: "USD"}, "10 USD"},
		{Fee{State: FeeSetBy, Kind: FeeCharge, Text: "do HĐND tỉnh quy định"}, "Lệ phí: do HĐND tỉnh quy định"},
		{Fee{Text: "xem biểu phí"}, "xem biểu phí"},
	} {
		if got := FeeText(c.fee); got != c.want {
			t.Errorf("FeeText(%+v) = %q, want %q", c.fee, got, c.want)
		}
	}
}

func TestHolds(t *testing.T) {
	var empty Procedure
	none := Procedure{None: []Part{PartFees}}
	for _, part := range Parts {
		if got := Holds(certificate(), part); got != Present {
			t.Errorf("%s of a whole procedure is %s", part, got)
		}
		if got := Holds(empty, part); got != Unknown {
			t.Errorf("%s of an empty procedure is %s", part, got)
		}
	}
	if got := Holds(none, PartFees); got != Absent {
		t.Errorf("fees known not to exist are %s", got)
	}
}

// Every field of a procedure belongs to a part or is a section of its own under its JSON name.
func TestSectionsAreComplete(t *testing.T) {
	inParts := []string{"code", "steps", "methods", "dossier", "copies", "limit", "applicants", "agencies", "authorities", "delegates",
		"partners", "address", "forms", "conditions", "fees", "results", "result_validity", "legal_basis", "name"}
	var want, got []string
	for f := range reflect.TypeFor[Procedure]().Fields() {
		if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); !slices.Contains(inParts, key) {
			want = append(want, key)
		}
	}
	for _, s := range sections[len(Parts):] {
		got = append(got, string(s.part))
	}
	if diff := cmp.Diff(slices.Sorted(slices.Values(want)), slices.Sorted(slices.Values(got))); diff != "" {
		t.Errorf("-fields +sections\n%s", diff)
	}
}
