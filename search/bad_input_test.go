package search

import (
	"context"
	"strings"
	"testing"
)

// badInputs is what nobody means to ask.
var badInputs = map[string]string{
	"10,000 characters of words":      strings.Repeat("đăng ký ", 1250),
	"10,000 different words":          longest(),
	"10,000 characters in one word":   strings.Repeat("ế", 10_000),
	"control characters":              strings.Repeat("\x00\x01\x07\x1b[31m\x7f", 400),
	"not UTF-8":                       strings.Repeat("\xff\xfe\xc3(", 2500),
	"query syntax":                    `+name:"khai sinh"^2 -_id:* /.*/ AND (NOT text:[a TO z]~2) \ {!} title:foo?`,
	"much query syntax":               strings.Repeat(`+name:(khai OR sinh)~2 `, 500),
	"emoji":                           strings.Repeat("😀👨‍👩‍👧‍👦🇻🇳", 500),
	"marks alone":                     strings.Repeat("\u0301\u0309", 4000),
	"nothing that can be seen":        strings.Repeat("\u200b\u00ad\ufeff", 3000),
	"abbreviations one after another": strings.Repeat("GKS BHXH ĐKKH CCCD ", 500),
	"questions":                       strings.Repeat("con mới đẻ làm giấy tờ gì ", 400),
	"brackets":                        strings.Repeat("(((", 3000) + "khai sinh",
	"a number":                        strings.Repeat("1.", 5000),
}

func longest() string {
	var out strings.Builder
	for i := range 10_000 {
		out.WriteString("từ")
		for n := i; n > 0; n /= 20 {
			out.WriteByte(byte('a' + n%20))
		}
		out.WriteByte(' ')
	}
	return out.String()
}

// counted counts the lists that a search fetches.
type counted struct {
	lister
	lists int
}

func (c *counted) list(field, term string, to docSet) error {
	c.lists++
	return c.lister.list(field, term, to)
}

// Whatever is typed is answered without an error, at a cost that no length and no sign can drive up: the words
// that are looked up, the readings, the documents that are judged are bounded.
func TestSearch_badInputCostsNoMore(t *testing.T) {
	shared := realIndex(t)
	count := &counted{lister: shared.view.lists}
	x := &Index{spoken: shared.spoken, now: shared.now, log: shared.log}
	for name, text := range badInputs {
		x.view = shared.view.cold(count)
		count.lists = 0
		q := Query{Text: text, Scope: Official}
		r, err := x.Search(context.Background(), q)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		// Each word of each reading once, and what a slip may stand for: the readings share most.
		if most := maxReadings * retrieved * len(fields); count.lists > most {
			t.Errorf("%s: %d lists were fetched, more than %d", name, count.lists, most)
		}
		s := x.newSearch(q)
		s.scratch = takeScratch(len(s.rows), len(s.lex.text))
		_, order, err := s.match()
		if err != nil || len(s.readings) > maxReadings || len(order) > maxReadings*(candidates+insiders) {
			t.Errorf("%s: %d readings, %d judged, %v", name, len(s.readings), len(order), err)
		}
		for _, r := range s.readings {
			if len(r.typed) > 2*maxQueryWords {
				t.Errorf("%s: a reading of %d words", name, len(r.typed))
			}
		}
		giveScratch(s.scratch)
		for _, offset := range []int{r.Total, 1 << 40} {
			q.Offset = offset
			past, err := x.Search(context.Background(), q)
			if err != nil || len(past.Hits) > 0 || past.Total != r.Total {
				t.Errorf("%s: %d of %d hits behind the end, %v", name, len(past.Hits), past.Total, err)
			}
		}
		if _, err := x.Suggest(context.Background(), text, 8, Public); err != nil {
			t.Errorf("%s: suggest: %v", name, err)
		}
	}
}

// cold is the view with nothing decoded, that fetches its lists so.
func (v *view) cold(lists lister) *view {
	return &view{
		state: v.state, lists: lists, rows: v.rows, live: v.live, count: v.count, public: v.public, current: v.current,
		currents: v.currents, facets: v.facets, byName: v.byName, place: v.place, codes: v.codes, byCodes: v.byCodes,
		lex:      v.lex,
		weightOf: v.weightOf, restOf: v.restOf, namesOf: v.namesOf, span: v.span, alphabet: v.alphabet, alike: v.alike,
		cache: map[spelled]*postings{},
	}
}
