package exchange

import (
	"bytes"
	"io"
	"slices"
	"testing"
	"unicode/utf8"
)

// Whatever the bytes are, a reader ends without a crash, counts its rows from one, warns in codes that have
// a sentence, and keeps only sound text.
func fuzzPortal(f *testing.F, read func(io.Reader, func(Row) error) error, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		n := 0
		_ = read(bytes.NewReader(text), func(r Row) error {
			if n++; r.Number != n {
				t.Fatalf("row %d is numbered %d", n, r.Number)
			}
			for _, w := range r.Warnings {
				if !slices.Contains(WarningCodes, w.Message) || w.Args[0].(int) < 1 || w.Row != n {
					t.Fatalf("warning %+v", w)
				}
			}
			if p := r.Procedure; !utf8.ValidString(p.Name + p.Conditions + p.Decision.Number) {
				t.Fatalf("not UTF-8: %+v", p)
			}
			return nil
		})
	})
}

func FuzzReadPortalJSON(f *testing.F) {
	fuzzPortal(f, ReadPortalJSON,
		`{"codeNotation":"1.000010","code":"1.000010","name":"Cấp thẻ",`+
			`"executionMethods":[{"submissionMethod":"DIRECT","processingTime":"3","processingTimeUnit":"OTHER",`+
			`"fees":[{"type":"FEE","value":0,"description":"x","attachment":{"fileName":"a.pdf"}}]}]}`,
		`[{"code":"OK","data":{"executionCases":[{"name":"","profileComponents":[{"name":"Đơn","originalQty":1e9,`+
			`"copyQty":-1,"attachments":[null]}]}],"cases":[{"processingDay":{"qty":1.5,"type":"DAY"}}]}}]`,
		`{"detail":{"procedureProposal":{"decisionDate":1767200400000},"legalBasisesDetails":[{"code":"Luật `+
			`1/2020/QH14"}],"unitGroupsExecuting":[null,3]}}`,
		"\uFEFF[ ]", `{"executionSteps":"x"}{`, `[1,`)
}

func FuzzReadPortalPages(f *testing.F) {
	fuzzPortal(f, ReadPortalPages,
		`{"code":"1.000010","decision_no":"1/QĐ-BTP","methods":[{"channel":"online","time_limit":"1100,000",`+
			`"time_unit":null,"text":"VNĐ(a(b)Miễn phí"}]}`,
		`{"legal_raw":"Luật1/2020/QH14Th","dossier":[{"name":"Mẫu số","originals":20261,"copies":181}],`+
			`"results":[{"name":"a","code":"KQ.1C"},{"name":"b","code":"C"}]}`,
		`{"implementing_agency":"Sở, Bộ, Chế biến","conditions":"Từ khóaChọn cơ quan thực hiện","levels":[1,null,`+
			`"Cấp xã"]}`)
}
