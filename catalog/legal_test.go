package catalog

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestLegalNumber(t *testing.T) {
	for _, c := range []struct {
		raw, want string
		cleaned   bool
	}{
		{"85/2019/TT-BTC", "85/2019/TT-BTC", false},
		{"85/2019/TT-BTCN", "85/2019/TT-BTC", true},
		{"68/2013/TT-BCAL", "68/2013/TT-BCA", true},
		{"51/2019/QH1451/2019", "51/2019/QH14", true},
		{"2068/2020/QH14Th", "68/2020/QH14", true},
		{"201213/2012/QH13", "13/2012/QH13", true},
		{"2030182/2025/NQ-HĐND", "182/2025/NQ-HĐND", true},
		{"66.7/2025/NQ-CP", "66.7/2025/NQ-CP", false},
		{"66.16/2026/NQ-CPNghị quyết", "66.16/2026/NQ-CP", true},
		{"2171/QĐ-UBND-DatDai", "2171/QĐ-UBND-DatDai", false},
		{"9354/QĐ-BCA-C06", "9354/QĐ-BCA-C06", false},
		{"2120/2022/QĐ-UBND", "2120/2022/QĐ-UBND", false},
		{"02.1/QĐ-UBND", "02.1/QĐ-UBND", false},
		{"168./QĐ-BNV", "168/QĐ-BNV", true},
		{"1521/QĐ-UBND.", "1521/QĐ-UBND", true},
		{"519/qđ-ubnd", "519/QĐ-UBND", true},
		{"3713/QD-BTP", "3713/QĐ-BTP", true},
		{"104/QĐ-TTg", "104/QĐ-TTg", false},
		{"09/2024/qđ-ttgNgh", "09/2024/QĐ-TTg", true},
		{"Nghị định số 19/2011/NĐ-CP", "19/2011/NĐ-CP", true},
		{"19/2011/NÐ-CP", "19/2011/NĐ-CP", true}, // the letter eth
		{"19/2011/NĐ–CP", "19/2011/NĐ-CP", true}, // a dash
		{"07/2020/NĐ- CP ", "07/2020/NĐ-CP", true},
		{"10/2020//NĐ-CP", "10/2020/NĐ-CP", true},
		{"TT43/2023/TT-BTC", "43/2023/TT-BTC", true},
		{"Luật 47/2014/QH13", "47/2014/QH13", true},
		{"190/2025/NQ-QH15Luật", "190/2025/NQ-QH15", true},
		{"10/2012/UBTVQH13", "10/2012/UBTVQH13", false},
		{"05/2013/TTLT-BQP-BLĐTBXH-BTCH", "05/2013/TTLT-BQP-BLĐTBXH-BTC", true},
		{"12/2014/TTLT/BGDĐT-BTC", "12/2014/TTLT/BGDĐT-BTC", false},
		{"01/2016/NQLT-CP-UBTƯMTTQVN", "01/2016/NQLT-CP-UBTƯMTTQVN", false},
		{"12b/2020/TT-BTP", "12b/2020/TT-BTP", false},
		{"66/VBHN-VPQH", "66/VBHN-VPQH", false},
		{"1215/BHXH-CSXH", "1215/BHXH-CSXH", false},
		{"BỘ LUẬT HÀNG HẢI VIỆT NAM", "", false},
		{"", "", false},
		{"ngày 31/12/2020", "", false},
	} {
		got, cleaned := LegalNumber(c.raw)
		if got != c.want || cleaned != c.cleaned {
			t.Errorf("LegalNumber(%q) = %q, %v, want %q, %v", c.raw, got, cleaned, c.want, c.cleaned)
		}
	}
}

// What stands glued before a number, and how many digits a number may have: those of the centre at most three, those of
// provinces and of ministers' decisions as many as they like.
func TestLegalNumber_glued(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"a year before a decree", "20191234/2020/NĐ-CP", "234/2020/NĐ-CP"},
		{"a year of the century before", "199813/1999/NĐ-CP", "13/1999/NĐ-CP"},
		{"digits that are no year", "123456/2020/NĐ-CP", "456/2020/NĐ-CP"},
		{"zeros behind a cut year are the number's own", "2020012/2020/NĐ-CP", "012/2020/NĐ-CP"},
		{"a zero behind cut digits goes", "123045/2020/NĐ-CP", "45/2020/NĐ-CP"},
		{"three digits of a decree", "123/2020/NĐ-CP", "123/2020/NĐ-CP"},
		{"four digits of a decree", "1234/2020/NĐ-CP", "234/2020/NĐ-CP"},
		{"four digits of a province's decision", "1234/2020/QĐ-UBND", "1234/2020/QĐ-UBND"},
		{"four digits of a council's resolution", "1234/2020/NQ-HĐND", "1234/2020/NQ-HĐND"},
		{"four digits of a minister's decision", "1234/2020/QĐ-BTP", "1234/2020/QĐ-BTP"},
		{"four digits of the Prime Minister's decision", "1234/2020/QĐ-TTg", "234/2020/QĐ-TTg"},
		{"no year, as many digits as there are", "20201234/QĐ-TTg", "20201234/QĐ-TTg"},
		{"a dot in a circular", "3.12/2020/TT-BTP", "12/2020/TT-BTP"},
		{"a dot in a resolution", "66.7/2025/NQ-CP", "66.7/2025/NQ-CP"},
		{"two bodies", "05/2013/TTLT-BQP-BTC", "05/2013/TTLT-BQP-BTC"},
		{"a slash between kind and bodies", "12/2014/TTLT/BGDĐT-BTC", "12/2014/TTLT/BGDĐT-BTC"},
		{"a full stop and a blank behind a number of no list", "1215/BHXH-CSXH. ", "1215/BHXH-CSXH"},
	} {
		if got, _ := LegalNumber(c.raw); got != c.want {
			t.Errorf("%s: LegalNumber(%q) = %q, want %q", c.name, c.raw, got, c.want)
		}
	}
}

// A number found in a text is the number that stands alone, whatever words are around it.
func TestLegalNumbers_inText(t *testing.T) {
	number := rapid.SampledFrom([]string{"85/2019/TT-BTC", "19/2011/NĐ-CP", "60/2014/QH13", "1521/QĐ-UBND", "66.7/2025/NQ-CP",
		"10/2012/UBTVQH13", "104/QĐ-TTg"})
	gap := rapid.SampledFrom([]string{"; ", ", ", "\n", " và ", " ngày 21/3/2011 của Chính phủ; "})
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfNDistinct(number, 0, 4, rapid.ID).Draw(t, "numbers")
		text := "Căn cứ "
		for _, n := range want {
			text += "Văn bản số " + n + gap.Draw(t, "gap")
		}
		if got := LegalNumbers(text); !slices.Equal(got, want) {
			t.Fatalf("LegalNumbers(%q) = %q, want %q", text, got, want)
		}
		for _, n := range want {
			if got, cleaned := LegalNumber(n); got != n || cleaned {
				t.Fatalf("LegalNumber(%q) = %q, %v", n, got, cleaned)
			}
		}
	})
}

func TestLegalNumbers(t *testing.T) {
	for _, c := range []struct {
		name, raw string
		want      []string
	}{
		{"nothing", "không có", nil},
		{"glued titles", "Luật Cư trú68/2020/QH14Thông tư về cư trú55/2021/TT-BCANghị định 154/2024/NĐ-CP154/2024/NĐ-CP",
			[]string{"68/2020/QH14", "55/2021/TT-BCA", "154/2024/NĐ-CP"}},
		{"two numbers glued", "51/2019/QH1451/2019/QH14", []string{"51/2019/QH14"}},
		{"a year before the number", "Luật Giá năm 202316/2023/QH15", []string{"16/2023/QH15"}},
		{"full sentence", "Nghị định số 19/2011/NĐ-CP ngày 21/3/2011 của Chính phủ; Thông tư số 12/2011/TT-BTP.",
			[]string{"19/2011/NĐ-CP", "12/2011/TT-BTP"}},
	} {
		if diff := cmp.Diff(c.want, LegalNumbers(c.raw)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// A number once cleaned stays as it is.
func FuzzLegalNumber(f *testing.F) {
	for _, s := range []string{"85/2019/TT-BTCN", "2068/2020/QH14Th", "66.7/2025/NQ-CP", "2171/QĐ-UBND-DatDai", "1./2020//nđ-cp", "Luật 51/2019/QH1451/2019"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		number, _ := LegalNumber(raw)
		again, _ := LegalNumber(number)
		if again != number {
			t.Errorf("LegalNumber(%q) = %q, of which it makes %q", raw, number, again)
		}
		if utf8.ValidString(raw) != utf8.ValidString(number) && !utf8.ValidString(number) {
			t.Errorf("LegalNumber(%q) = %q is no text", raw, number)
		}
		LegalNumbers(raw)
	})
}

// agreementFloor is a little below the share found when this was written: 3,467 of 3,527 (98.3%). Most of the
// others stand on pages of another procedure (data/README §2.1), or changed between the two collections.
const agreementFloor = 0.975

func TestLegalNumbersAgreeWithTheAPI(t *testing.T) {
	truth := map[string][]string{}
	eachLine(t, "portal-api-commune.jsonl.gz", func(line []byte) {
		var r struct {
			Code string                  `json:"code"`
			Law  []struct{ Code string } `json:"legalBasisesDetails"`
		}
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		for _, l := range r.Law {
			if n, _ := LegalNumber(l.Code); n != "" {
				truth[r.Code] = append(truth[r.Code], n)
			}
		}
	})
	var total, found int
	eachLine(t, "portal-pages.jsonl.gz", func(line []byte) {
		var r struct {
			Code string `json:"code"`
			Raw  string `json:"legal_raw"`
		}
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		if len(truth[r.Code]) == 0 {
			return
		}
		numbers := LegalNumbers(r.Raw)
		for _, n := range truth[r.Code] {
			total++
			if slices.Contains(numbers, n) {
				found++
			} else if testing.Verbose() {
				t.Logf("%s: %s not among %s", r.Code, n, strings.Join(numbers, " "))
			}
		}
	})
	t.Logf("%d of %d true numbers found in legal_raw (%.2f%%)", found, total, 100*float64(found)/float64(total))
	if float64(found) < agreementFloor*float64(total) {
		t.Errorf("found %d of %d true numbers, below the floor of %v", found, total, agreementFloor)
	}
}

// eachLine reads a file of the shared data beside the project; without it the test is skipped.
func eachLine(t *testing.T, name string, f func(line []byte)) {
	t.Helper()
	file, err := os.Open(filepath.Join(repository(t), "..", "shared", "data", name))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("shared data not beside the project: %s", name)
	} else if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(unzipped)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		f(lines.Bytes())
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// repository is the folder that holds go.mod.
func repository(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the working folder")
		}
		dir = filepath.Dir(dir)
	}
}
