package catalog

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"rasoat/viet"
)

// legalBodies are the letters of bodies that issue documents, abolished ones included: they end the number
// where a source runs the next title into it. Đ is also read where it is typed D.
var legalBodies = []string{
	"CP", "TTg", "CTN", "QH", "UBTVQH", "HĐND", "UBND", "HĐTP", "HĐBT", "VPCP", "VPQH", "VPCTN", "TTCP", "KTNN", "NHNN",
	"TANDTC", "VKSNDTC", "UBDT", "BHXH", "UBTƯMTTQVN", "UBTWMTTQVN", "MTTW", "TLĐ", "BTCCBCP", "BTCTW", "UBCK",
	"UBCKNN", "TCHQ",
	"TCT", "KBNN", "UBTDTT", "UBGDTE", "TCBĐ", "TCĐC", "TCDL", "TCTK", "BQLKKT",
	"BCA", "BCN", "BCT", "BDTTG", "BGD", "BGDĐT", "BGD&ĐT", "BGTVT", "BKH", "BKHĐT", "BKH&ĐT", "BKHCN", "BKHCNMT",
	"BLĐTBXH", "BLĐBXH", "BNG", "BNN", "BNNMT", "BNNPTNT", "BNN&PTNT", "BNV", "BQP", "BTC", "BTM", "BTNMT", "BTP",
	"BTS",
	"BTTTT", "BBCVT", "BVHTT", "BVHTTDL", "BXD", "BYT", "BCĐ", "BTTT", "BNNPTN",
}

// legalKinds are the letters of the kinds of documents.
var legalKinds = []string{"NĐ", "NQ", "NQLT", "QĐ", "CT", "TT", "TTLT", "VBHN", "L", "PL", "TTr", "CĐ", "TB", "KH",
	"QCPH"}

// legalForm finds a number in running or glued text: number, year where there is one, kind and body. The
// body of the closed list is taken as long as it goes and no further.
var legalForm = regexp.MustCompile(`(?i)(\d+(?:\.\d+)?\.?[a-zđ]?)\s?//?\s?` +
	`(?:((?:19|20)\d\d)\s?//?\s?)?` +
	`((?:PL\s?-\s?|NQ\s?-\s?)?(?:UBTVQH|QH)\s?(?:1[0-9]|[1-9])` + // QH14, NQ-QH15, UBTVQH12
	`|(?:` + anyOf(legalKinds) + `)\s?[-/]\s?(?:` + anyOf(legalBodies) + `)(?:\s?-\s?(?:` + anyOf(legalBodies) +
	`))*(?:-[A-Z]\d\d\b)?)`)

// anyOf is a pattern for one of the words, the longest first.
func anyOf(words []string) string {
	words = slices.SortedFunc(slices.Values(words), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	return strings.ReplaceAll(strings.Join(words, "|"), "Đ", "[ĐD]")
}

// ownNumber is what counts as a number though its kind or body is on no list: "1215/BHXH-CSXH",
// "2171/QĐ-UBND-DatDai".
var ownNumber = regexp.MustCompile(`^\d+(?:\.\d+)?[a-zđ]?/(?:\d{4}/)?[\p{L}\d&.-]*\p{L}[\p{L}\d&.-]*$`)

// suffix is a mark that a body puts behind its number: "-C06", "-DatDai".
var suffix = regexp.MustCompile(`^(?:-[\p{L}\d]+)+`)

// LegalNumber reads the number of one legal document as a source printed it: "85/2019/TT-BTCN" is
// 85/2019/TT-BTC, "Nghị định số 19/2011/NĐ-CP" is 19/2011/NĐ-CP. Cleaned says that number differs from raw;
// number is empty where raw holds none.
func LegalNumber(raw string) (number string, cleaned bool) {
	text := legalText(raw)
	m := legalForm.FindStringSubmatchIndex(text)
	if m == nil {
		text = strings.TrimRight(text, ". ")
		if !ownNumber.MatchString(text) {
			return "", false
		}
		return text, text != raw
	}
	number = legalNumber(text, m)
	if !strings.Contains(number, "QH") {
		number += suffix.FindString(text[m[1]:])
	}
	return number, number != raw
}

// LegalNumbers finds the numbers of all legal documents in a text, each once, in order, also where number
// and title are run together without a blank.
func LegalNumbers(raw string) []string {
	text := legalText(raw)
	var out []string
	seen := map[string]bool{}
	for _, m := range legalForm.FindAllStringSubmatchIndex(text, -1) {
		if n := legalNumber(text, m); !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return out
}

// legalText is raw on one line, with one kind of dash and the letter Đ for what looks like it.
func legalText(raw string) string { return dashes.Replace(viet.Clean(raw)) }

var dashes = strings.NewReplacer("–", "-", "—", "-", "‐", "-", "‑", "-", "−", "-")

// legalNumber puts together what legalForm found.
func legalNumber(text string, m []int) string {
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return text[m[2*i]:m[2*i+1]]
	}
	ending := legalEnding(part(3))
	number := serial(part(1), part(2) != "", ending)
	return joined("/", number, part(2), ending)
}

// legalEnding spells an ending as the administration does.
func legalEnding(s string) string {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	cut := func(r rune) bool { return r == '-' || r == '/' }
	var out strings.Builder
	for s != "" {
		n := strings.IndexFunc(s, cut)
		if n < 0 {
			n = len(s)
		}
		out.WriteString(spelled(s[:n]))
		if s = s[n:]; s != "" {
			out.WriteString(s[:1])
			s = s[1:]
		}
	}
	return out.String()
}

// spelled is the word of the lists that s stands for.
func spelled(s string) string {
	plain := func(w string) string { return strings.ReplaceAll(strings.ToUpper(w), "Đ", "D") }
	for _, list := range [][]string{legalKinds, legalBodies} {
		for _, w := range list {
			if plain(w) == plain(s) {
				return w
			}
		}
	}
	return s
}

// serial is the number before the first slash without what is glued to it. Only resolutions and decisions
// have a dot in it. Documents numbered anew each year by a ministry, the Government or the National
// Assembly have at most three digits: what stands before is the end of a title, mostly a year.
func serial(s string, hasYear bool, ending string) string {
	s = strings.TrimRight(s, ".")
	resolution := strings.HasPrefix(ending, "NQ-") || strings.HasPrefix(ending, "QĐ-")
	if _, after, dotted := strings.Cut(s, "."); dotted && !resolution {
		s = after
	}
	digits := strings.TrimRightFunc(s, unicode.IsLetter)
	letter := s[len(digits):]
	if !hasYear || strings.Contains(s, ".") {
		return s
	}
	digits = withoutYear(digits)
	local := strings.HasSuffix(ending, "UBND") || strings.HasSuffix(ending, "HĐND")
	if long := len(digits) - 3; long > 0 && !local &&
		(!strings.HasPrefix(ending, "QĐ-") || strings.HasSuffix(ending, "TTg")) {
		digits = strings.TrimPrefix(digits[long:], "0")
	}
	return digits + letter
}

// withoutYear cuts a year that stands before a number of one to three digits.
func withoutYear(digits string) string {
	if len(digits) > 4 && len(digits) <= 7 && (digits[:2] == "19" || digits[:2] == "20") {
		return digits[4:]
	}
	return digits
}
