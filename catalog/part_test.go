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
		PartDossier:    "Tờ khai (01 bản chính)\nGiấy tờ tùy thân (01 bản sao)\nẢnh chân dung (02 bản chính)",
		PartCopies:     "2 bộ",
		PartTimeLimit:  "Trực tiếp: 5 ngày làm việc\nDịch vụ bưu chính công ích: 5 ngày làm việc",
		PartApplicants: "Công dân Việt Nam\nNgười nước ngoài",
		PartAgency:     "Ủy ban nhân dân cấp xã",
		PartForms:      "Mẫu 01",
		PartConditions: "Đủ 18 tuổi.",
		PartFees:       "Trực tiếp: Lệ phí: 10.000 đồng\nDịch vụ bưu chính công ích: Lệ phí: 10.000 đồng",
		PartResult:     "Giấy xác nhận (KQ.1)",
		PartLegalBasis: "Luật Hộ tịch số 60/2014/QH13\nNghị định số 123/2015/NĐ-CP",
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

// What the certificate of the other tests does not have: each line of a part that can stand beside the usual ones.
func TestPartLines_unusual(t *testing.T) {
	day := value.MustDate("2024-03-13")
	p := Procedure{
		Dossier: []DossierCase{
			{Papers: []Paper{{Name: "Thẻ", Code: "KQ.7", Held: "CSDL dân cư", Forms: []string{"Mẫu 01", "Mẫu 02"}}}},
			{Name: "Nếu ủy quyền", Papers: []Paper{{Name: "Giấy ủy quyền", Originals: value.Known(1), Copies: value.Known(0),
				Forms: []string{"Mẫu 02"}}}},
		},
		Forms:          []string{"Mẫu 03", "Mẫu 01"},
		Methods:        []Method{{Channel: Online, Text: "qua cổng", Fees: []Fee{{State: FeeFree, Text: "hộ nghèo"}}}},
		Fees:           []Fee{{State: FeeSetBy, Kind: FeePrice, Text: "theo nghị quyết"}},
		Limit:          TimeLimit{Text: "ngay trong ngày"},
		Agencies:       []Named{{Name: "UBND xã", Code: "H50.1"}},
		Authorities:    []Named{{Name: "Chủ tịch UBND xã"}},
		Delegates:      []Named{{Name: "Văn phòng"}},
		Partners:       []Named{{Name: "Công an xã"}},
		Address:        "Thôn 1",
		Results:        []Named{{Name: "Thẻ"}},
		ResultValidity: "12 tháng",
		Law:            []LegalBasis{{Name: "Luật Hộ tịch", Raw: "Luật HT"}, {Number: "1/2020/NĐ-CP", Raw: "1/2020/ND-CP"}},
		Decision:       Decision{Number: "1/QĐ", By: "Chủ tịch"},
		Validity:       Validity{From: day, Until: day.Add(1), RepealedBy: "2/QĐ"},
		Levels:         []Level{Commune},
		Announcer:      Named{Code: "G15"},
		Published:      day,
		OnlineCases: []OnlineCase{{Code: "1.000001.01", Name: "Cấp mới", Limit: TimeLimit{Text: "3 giờ"}},
			{Name: "Cấp lại"}},
		FullOnline: true,
		None:       []Part{PartConditions},
	}
	for part, want := range map[Part]string{
		PartName:      "",
		PartSteps:     "",
		PartDossier:   "KQ.7 – Thẻ [CSDL dân cư]|Nếu ủy quyền|Giấy ủy quyền (01 bản chính)",
		PartChannels:  "Trực tuyến: qua cổng",
		PartForms:     "Mẫu 03|Mẫu 01|Mẫu 02",
		PartFees:      "Mức giá: theo nghị quyết|Trực tuyến: miễn phí (hộ nghèo)",
		PartTimeLimit: "ngay trong ngày",
		PartAgency: "UBND xã (H50.1)|Cơ quan có thẩm quyền: Chủ tịch UBND xã|Cơ quan được ủy quyền: Văn phòng|" +
			"Cơ quan phối hợp: Công an xã|Địa chỉ tiếp nhận: Thôn 1",
		PartResult:     "Thẻ|Thời hạn có hiệu lực: 12 tháng",
		PartLegalBasis: "Luật HT – Luật Hộ tịch|Nghị định số 1/2020/NĐ-CP",
		"decision":     "1/QĐ, Chủ tịch",
		"validity":     "từ ngày 13/3/2024|đến trước ngày 14/3/2024|bãi bỏ bởi 2/QĐ",
		"levels":       "commune",
		"announcer":    "(G15)",
		"published":    "13/3/2024",
		"online_cases": "1.000001.01 – Cấp mới: 3 giờ|Cấp lại",
		"full_online":  "có",
		"any_place":    "",
		"none":         "conditions",
		"field":        "",
	} {
		if got := strings.Join(PartLines(p, part), "|"); got != want {
			t.Errorf("%s: PartLines = %q, want %q", part, got, want)
		}
	}
}

// A part is there as soon as one line of it says something, also where None says that it does not exist; lines that
// say nothing make no part.
func TestHolds_whatStandsThereDecides(t *testing.T) {
	for _, c := range []struct {
		name string
		p    Procedure
		part Part
		want Presence
	}{
		{"both given and known not to exist", Procedure{Conditions: "Đủ 18 tuổi.", None: []Part{PartConditions}}, PartConditions,
			Present},
		{"a step without a word", Procedure{Steps: []Step{{}}}, PartSteps, Unknown},
		{"a step without a word, then one with", Procedure{Steps: []Step{{}, {Text: "Nộp."}}}, PartSteps, Present},
		{"a channel that says nothing of limits", Procedure{Methods: []Method{{Channel: Online}}}, PartTimeLimit, Unknown},
		{"a fee of which nothing is known", Procedure{Fees: []Fee{{}}}, PartFees, Unknown},
		{"another part known not to exist", Procedure{None: []Part{PartForms}}, PartFees, Unknown},
		{"no part of that name", Procedure{None: []Part{"colour"}}, "colour", Absent},
	} {
		if got := Holds(c.p, c.part); got != c.want {
			t.Errorf("%s: Holds = %s, want %s", c.name, got, c.want)
		}
	}
}

// The official words for channels, units and kinds of fees; what has none is written as it stands.
func TestOfficialTerms(t *testing.T) {
	for c, want := range map[Channel]string{InPerson: "Trực tiếp", Online: "Trực tuyến",
		Postal: "Dịch vụ bưu chính công ích", "fax": "fax"} {
		if got := ChannelName(c); got != want {
			t.Errorf("ChannelName(%s) = %q, want %q", c, got, want)
		}
	}
	for u, want := range map[Unit]string{NoUnit: "", WorkingDays: "ngày làm việc", Days: "ngày", Hours: "giờ",
		Months: "tháng", Years: "năm", "weeks": "weeks"} {
		if got := UnitName(u); got != want {
			t.Errorf("UnitName(%s) = %q, want %q", u, got, want)
		}
	}
	for k, want := range map[FeeKind]string{"": "5.000 đồng", FeeCharge: "Lệ phí: 5.000 đồng", FeeFee: "Phí: 5.000 đồng",
		FeePrice: "Mức giá: 5.000 đồng", "tax": "tax: 5.000 đồng"} {
		if got := FeeText(Fee{State: FeeAmount, Kind: k, Amount: value.Known[value.Money](5000)}); got != want {
			t.Errorf("FeeText of the kind %q = %q, want %q", k, got, want)
		}
	}
}

func TestLawText(t *testing.T) {
	for _, tt := range []struct{ number, name, want string }{
		{"80/2025/QH15", "Luật Cán bộ, công chức", "Luật Cán bộ, công chức số 80/2025/QH15"},
		{"45/2019/QH14", "Bộ luật Lao động", "Bộ luật Lao động số 45/2019/QH14"},
		{"171/2025/NĐ-CP", "Nghị định về đào tạo", "Nghị định số 171/2025/NĐ-CP về đào tạo"},
		{"18/2026/NĐ-CP", "", "Nghị định số 18/2026/NĐ-CP"},
		{"04/2020/TT-BTP", "", "Thông tư số 04/2020/TT-BTP"},
		{"QĐ của thôn", "Quy ước", "QĐ của thôn – Quy ước"},
		{"", "Hương ước", "Hương ước"},
	} {
		if got := lawText(tt.number, tt.name); got != tt.want {
			t.Errorf("%q %q is cited as %q, want %q", tt.number, tt.name, got, tt.want)
		}
	}
}
