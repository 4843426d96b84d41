package exchange

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/value"
)

// answer is a small answer of the API, written for these tests, with the keys of more in place of its own.
func answer(t testing.TB, more string) Row {
	t.Helper()
	m := map[string]any{
		"code": "1.000010", "codeNotation": "1.000010", "name": "Cấp thẻ thư viện", "isInternal": false, "type": "STANDARD",
		"formalityType": "ASSIGNED_REGULATION", "state": "ACTIVE", "isWard": true,
		"categoriesDetails":        []any{map[string]any{"id": "f", "name": "Thư viện (G01-TV01)", "code": "G01-TV01"}},
		"departmentPromulgateCode": "G01", "departmentPromulgateName": "Bộ Thử nghiệm",
		"procedureProposal": map[string]any{"proposalNumber": "12/QĐ-BTN", "decisionDate": 1767200400000, "proposalType": "STANDARD"},
		"executionSteps":    []any{map[string]any{"name": "", "description": "Bước 1: Nộp đơn.\r\nBước 2: Nhận thẻ."}},
		"executionMethods": []any{map[string]any{"submissionMethod": "DIRECT", "processingTime": 3, "processingTimeUnit": "WORKING_DAY",
			"fees": []any{map[string]any{"type": "FEE", "value": 0}}}},
		"executionCases":       []any{map[string]any{"name": "", "profileComponents": []any{map[string]any{"name": "Đơn", "originalQty": 1, "copyQty": 0}}}},
		"subjectTypesDetails":  []any{map[string]any{"name": "Công dân Việt Nam", "code": "ĐT1"}},
		"departmentsExecuting": []any{map[string]any{"name": "Thư viện xã", "code": "T1"}},
		"resultsDetails":       []any{map[string]any{"name": "Thẻ", "code": "KQ.1"}},
		"legalBasisesDetails":  []any{map[string]any{"name": "Luật", "code": "46/2019/QH14"}},
	}
	if err := json.Unmarshal([]byte(more), &m); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return onlyRow(t, ReadPortalJSON, string(text))
}

func messages(r Row) string {
	var out []string
	for _, w := range r.Warnings {
		out = append(out, w.Field+" "+w.Message)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestReadPortalJSON_whole(t *testing.T) {
	r := answer(t, `{}`)
	p := r.Procedure
	if len(r.Warnings) > 0 || r.Err != nil || r.Number != 1 || r.Raw != "1.000010" {
		t.Errorf("row %+v, %v", r.Warnings, r.Err)
	}
	if p.Code != "1.000010" || p.Kind != catalog.Public || p.Status != catalog.InForce || p.Field != "Thư viện" ||
		p.FieldCode != "G01-TV01" {
		t.Errorf("code %s, kind %s, status %s, field %q %q", p.Code, p.Kind, p.Status, p.Field, p.FieldCode)
	}
	// Midnight in Vietnam is 17:00 of the day before in UTC.
	if want := (catalog.Decision{Number: "12/QĐ-BTN", Date: value.MustDate("2026-01-01")}); p.Decision != want {
		t.Errorf("decision %v, want %v", p.Decision, want)
	}
	if p.Steps[0].Text != "Bước 1: Nộp đơn.\nBước 2: Nhận thẻ." || p.Methods[0].Fees[0].State != catalog.FeeFree {
		t.Errorf("steps %q, fees %v", p.Steps, p.Methods[0].Fees)
	}
	if p.Type != "TTHC được luật giao quy định chi tiết" || p.Announcer != (catalog.Named{
		Name: "Bộ Thử nghiệm",
		Code: "G01",
	}) {
		t.Errorf("type %q, announcer %v", p.Type, p.Announcer)
	}
}

func TestReadPortalJSON_limits(t *testing.T) {
	known := func(s string) value.Opt[value.Decimal] {
		d, err := value.ParseDecimal(s)
		if err != nil {
			t.Fatal(err)
		}
		return value.Known(d)
	}
	for _, c := range []struct {
		time, unit string
		want       catalog.TimeLimit
		warned     string
	}{
		{`15`, "WORKING_DAY", catalog.TimeLimit{Number: known("15"), Unit: catalog.WorkingDays}, ""},
		{`17.5`, "DAY", catalog.TimeLimit{Number: known("17.5"), Unit: catalog.Days}, ""},
		{`1`, "OTHER", catalog.TimeLimit{Number: known("1")}, warnLimitNoUnit},
		{`0`, "OTHER", catalog.TimeLimit{}, warnLimitZero},
		{`0`, "DAY", catalog.TimeLimit{}, warnLimitZero},
		{`"0"`, "OTHER", catalog.TimeLimit{}, warnLimitZero + warnLimitString},
		{`"4"`, "HOUR", catalog.TimeLimit{Number: known("4"), Unit: catalog.Hours}, warnLimitString},
		{`"Không quá 15 ngày"`, "OTHER", catalog.TimeLimit{Text: "Không quá 15 ngày"}, warnLimitText},
		{`null`, "OTHER", catalog.TimeLimit{}, ""},
		{`""`, "OTHER", catalog.TimeLimit{}, ""},
		{`-3`, "DAY", catalog.TimeLimit{Text: "-3 DAY"}, warnLimitUnread},
		{`1e+99`, "DAY", catalog.TimeLimit{Text: "1e+99 DAY"}, warnLimitUnread},
		{`2`, "MOON", catalog.TimeLimit{Number: known("2"), Text: "2 MOON"}, warnEnum},
		{`{}`, "DAY", catalog.TimeLimit{}, warnTypeWrong},
		{`true`, "DAY", catalog.TimeLimit{}, warnTypeWrong},
	} {
		r := answer(t, `{"executionMethods":[{"submissionMethod":"ONLINE","processingTime":`+c.time+
			`,"processingTimeUnit":"`+c.unit+
			`","fees":[{"type":"FEE","value":0}]}]}`)
		if got := r.Procedure.Methods[0].Limit; got != c.want {
			t.Errorf("%s %s: %+v, want %+v", c.time, c.unit, got, c.want)
		}
		for _, w := range r.Warnings {
			if w.Field != "time_limit" || !strings.Contains(c.warned, w.Message) {
				t.Errorf("%s %s: warning %s %s", c.time, c.unit, w.Field, w.Message)
			}
		}
		if c.warned != "" && len(r.Warnings) == 0 {
			t.Errorf("%s %s: no warning, want %s", c.time, c.unit, c.warned)
		}
	}
}

func TestReadPortalJSON_fees(t *testing.T) {
	dong := func(n value.Money) value.Opt[value.Money] { return value.Known(n) }
	for _, c := range []struct {
		fee    string
		want   catalog.Fee
		warned string
	}{
		{`{"type":"FEE","value":7000,"currencyName":"Việt Nam Đồng"}`, catalog.Fee{State: catalog.FeeAmount, Kind: catalog.FeeCharge, Amount: dong(7000)}, ""},
		{`{"type":"SERVICE_FEE","value":5000,"description":"mỗi trang"}`, catalog.Fee{State: catalog.FeeAmount, Kind: catalog.FeeFee, Amount: dong(5000), Text: "mỗi trang"}, ""},
		{`{"type":"PRICE_LEVEL","value":10,"currencyName":"USD"}`, catalog.Fee{State: catalog.FeeAmount, Kind: catalog.FeePrice, Amount: dong(10), Currency: "USD"}, "fees " + warnFeeCurrency},
		{`{"type":"FEE","value":0}`, catalog.Fee{State: catalog.FeeFree, Kind: catalog.FeeCharge}, ""},
		{`{"type":"FEE","value":0,"description":"do HĐND tỉnh quyết định"}`, catalog.Fee{State: catalog.FeeSetBy, Kind: catalog.FeeCharge, Text: "do HĐND tỉnh quyết định"}, "fees " + warnFeeSetBy},
		{`{"type":"FEE","value":null,"description":"xem biểu"}`, catalog.Fee{Kind: catalog.FeeCharge, Text: "xem biểu"}, "fees " + warnFeeTextOnly},
		{`{"type":"FEE","value":null}`, catalog.Fee{Kind: catalog.FeeCharge}, ""},
		{`{"type":"FEE","value":20,"description":"20.000 đồng/tờ"}`, catalog.Fee{State: catalog.FeeAmount, Kind: catalog.FeeCharge, Amount: dong(20), Text: "20.000 đồng/tờ"}, "fees " + warnFeeSmall},
		{`{"type":"FEE","value":0,"attachment":{"fileId":"x","fileName":"bieu.pdf"}}`, catalog.Fee{State: catalog.FeeSetBy, Kind: catalog.FeeCharge, Text: "bieu.pdf"}, "fees " + warnFeeSetBy + ", fees " + warnFeeFile},
		{`{"type":"FEE","value":5000.0}`, catalog.Fee{State: catalog.FeeAmount, Kind: catalog.FeeCharge, Amount: dong(5000)}, ""},
		{`{"type":"FEE","value":"5000"}`, catalog.Fee{State: catalog.FeeAmount, Kind: catalog.FeeCharge, Amount: dong(5000)}, "fees " + warnTypeWrong},
		{`{"type":"FEE","value":-1}`, catalog.Fee{Kind: catalog.FeeCharge}, "fees " + warnFeeUnread},
		{`{"type":"FEE","value":0.5}`, catalog.Fee{Kind: catalog.FeeCharge}, "fees " + warnFeeUnread},
		{`{"type":"FEE","value":1e30}`, catalog.Fee{Kind: catalog.FeeCharge}, "fees " + warnFeeUnread},
		{`{"type":"GIFT","value":0}`, catalog.Fee{State: catalog.FeeFree}, "fees " + warnEnum},
	} {
		r := answer(t, `{"executionMethods":[{"submissionMethod":"POSTAL","processingTime":3,`+
			`"processingTimeUnit":"DAY","fees":[`+c.fee+`]}]}`)
		if got := r.Procedure.Methods[0].Fees[0]; got != c.want {
			t.Errorf("%s: %+v, want %+v", c.fee, got, c.want)
		}
		want := strings.Split(c.warned, ", ")
		slices.Sort(want)
		if got := messages(r); got != strings.Join(want, ", ") {
			t.Errorf("%s: warned of %s, want %s", c.fee, got, c.warned)
		}
	}
}

func TestReadPortalJSON_defects(t *testing.T) {
	for _, c := range []struct {
		what, more, warned string
		check              func(p catalog.Procedure) bool
	}{
		{"no fee entry", `{"executionMethods":[{"submissionMethod":"DIRECT","processingTime":3,"processingTimeUnit":"DAY","fees":[]}]}`,
			"fees part.missing", func(p catalog.Procedure) bool { return p.Methods[0].Fees == nil }},
		{"internal by type alone", `{"type":"STANDARD_INTERNAL"}`, "kind kind.disagree", func(p catalog.Procedure) bool { return p.Kind == catalog.Internal }},
		{"internal by proposal alone", `{"procedureProposal":{"proposalNumber":"1/QĐ-BTN","decisionDate":1767200400000,"proposalType":"INTERNAL"}}`,
			"kind kind.disagree", func(p catalog.Procedure) bool { return p.Kind == catalog.Internal }},
		{"internal by every sign", `{"type":"STANDARD_INTERNAL","isInternal":true,"procedureProposal":{"proposalNumber":"1/QĐ-BTN","decisionDate":1767200400000,"proposalType":"INTERNAL"}}`,
			"", func(p catalog.Procedure) bool { return p.Kind == catalog.Internal }},
		{"both lists of agencies, with null", `{"unitGroupsExecuting":[null,{"id":"g","name":"UBND cấp xã"}]}`, "agency list.null",
			func(p catalog.Procedure) bool { return len(p.Agencies) == 2 && p.Agencies[1].Name == "UBND cấp xã" }},
		{"no agency but null", `{"departmentsExecuting":[],"unitGroupsExecuting":[null]}`, "agency list.null, agency part.missing",
			func(p catalog.Procedure) bool { return p.Agencies == nil }},
		{"paper without name", `{"executionCases":[{"name":"","profileComponents":[{"name":" ","isProcessingResult":true},{"name":"Đơn","originalQty":0,"copyQty":0}]}]}`,
			"dossier paper.no_quantity, dossier paper.unnamed", func(p catalog.Procedure) bool {
				return len(p.Dossier[0].Papers) == 1 && !p.Dossier[0].Papers[0].Originals.IsKnown()
			}},
		{"paper twice", `{"executionCases":[{"name":"Khi mất thẻ","profileComponents":[{"name":"Đơn","originalQty":1,"copyQty":2},{"name":"Đơn ","originalQty":1,"copyQty":2}]}]}`,
			"dossier paper.twice", func(p catalog.Procedure) bool { return p.Dossier[0].Papers[0].Copies == value.Known(2) }},
		{"number with words before it", `{"legalBasisesDetails":[{"name":"x","code":"Nghị định số 19/2011/NĐ-CP"},{"name":"y","code":"66.7/2025/NQ-CP "}]}`,
			"legal_basis law.cleaned", func(p catalog.Procedure) bool {
				return p.Law[0] == catalog.LegalBasis{Number: "19/2011/NĐ-CP", Name: "x", Raw: "Nghị định số 19/2011/NĐ-CP"} && p.Law[1].Number == "66.7/2025/NQ-CP"
			}},
		{"a name for a number", `{"legalBasisesDetails":[{"name":"","code":"Bộ luật"}]}`, "legal_basis law.unread",
			func(p catalog.Procedure) bool { return p.Law[0] == catalog.LegalBasis{Raw: "Bộ luật"} }},
		{"no condition", `{"requirementsAndConditions":"Không có."}`, "", func(p catalog.Procedure) bool {
			return p.Conditions == "" && slices.Equal(p.None, []catalog.Part{catalog.PartConditions})
		}},
		{"no information on conditions", `{"requirementsAndConditions":"Không có thông tin về tuổi"}`, "", func(p catalog.Procedure) bool { return p.Conditions != "" && p.None == nil }},
		{"name with tab, break, blanks, capitals", `{"name":" CẤP\tTHẺ \n THƯ  VIỆN"}`,
			"name text.capitals, name text.double_space, name text.line_break, name text.outer_space, name text.tab",
			func(p catalog.Procedure) bool { return p.Name == "CẤP THẺ THƯ VIỆN" }},
		{"name in NFD with hidden characters", `{"name":"Ca\u0302\u0301p\u200b the\u0309\u00a0mới"}`, "name text.nbsp, name text.nfd, name text.zero_width",
			func(p catalog.Procedure) bool { return p.Name == "Cấp thẻ mới" }},
		{"Cyrillic letters in a number", `{"note":"Theo NQ-CР"}`, "note text.lookalike", func(p catalog.Procedure) bool { return p.Note == "Theo NQ-CP" }},
		{"abolished level", `{"note":"Nộp tại UBND Cấp Huyện"}`, "note text.district", func(p catalog.Procedure) bool { return true }},
		{"no date", `{"procedureProposal":{"proposalNumber":"12/QĐ-BTN","decisionDate":null}}`, "decision decision.no_date",
			func(p catalog.Procedure) bool { return p.Decision.Date.IsZero() }},
		{"a submission for a decision", `{"procedureProposal":{"proposalNumber":"205/TTr-SNN","decisionDate":1767200400000}}`, "decision decision.form",
			func(p catalog.Procedure) bool { return p.Decision.Number == "205/TTr-SNN" }},
		{"dot in a decision", `{"procedureProposal":{"proposalNumber":"168./QĐ-BNV","decisionDate":1767200400000}}`, "decision decision.form",
			func(p catalog.Procedure) bool { return p.Decision.Number == "168/QĐ-BNV" }},
		{"date out of this world", `{"procedureProposal":{"proposalNumber":"12/QĐ-BTN","decisionDate":99999999999999999}}`, "decision decision.no_date, decision type.foreign",
			func(p catalog.Procedure) bool { return p.Decision.Date.IsZero() }},
		{"second reading", `{"cases":[{"id":"c","name":"Nộp","code":"1.000010.01","processingDay":{"qty":1.5,"type":"WORKING_DAY"}},{"name":"x","processingDay":{"qty":0,"type":"OTHER"}}]}`,
			"time_limit limit.other_reading", func(p catalog.Procedure) bool {
				return p.OnlineCases[0].Limit == catalog.TimeLimit{Number: value.Known(value.Decimal(15_000)), Unit: catalog.WorkingDays} && p.OnlineCases[1].Limit.IsZero()
			}},
		{"unknown key", `{"colour":"red"}`, "colour key.foreign", func(p catalog.Procedure) bool { return true }},
		{"lists that are none", `{"executionSteps":"Nộp","resultsDetails":{"a":1},"subjectTypesDetails":[3]}`,
			"applicants part.missing, applicants type.foreign, result part.missing, result type.foreign, steps part.missing, steps type.foreign",
			func(p catalog.Procedure) bool { return p.Steps == nil }},
		{"code as a number", `{"code":1.00001}`, "code code.disagree, code code.form, code code.number", func(p catalog.Procedure) bool { return p.Code == "1.00001" }},
		{"two codes", `{"codeNotation":"1.000011"}`, "code code.disagree", func(p catalog.Procedure) bool { return p.Code == "1.000010" }},
		{"seven digits", `{"code":"1.0000101","codeNotation":"1.0000101"}`, "code code.form", func(p catalog.Procedure) bool { return p.Code == "1.0000101" }},
		{"leading blank stays", `{"code":" 1.000010","codeNotation":" 1.000010"}`, "code code.form", func(p catalog.Procedure) bool { return p.Code == " 1.000010" }},
		{"no name", `{"name":null}`, "name part.missing", func(p catalog.Procedure) bool { return p.Name == "" }},
		{"local procedure", `{"type":"SPECIFIC"}`, "", func(p catalog.Procedure) bool {
			return p.Type == "TTHC được luật giao quy định chi tiết; đặc thù của địa phương"
		}},
	} {
		r := answer(t, c.more)
		if got := messages(r); got != c.warned {
			t.Errorf("%s: warned of %q, want %q", c.what, got, c.warned)
		}
		if !c.check(r.Procedure) {
			t.Errorf("%s: %+v", c.what, r.Procedure)
		}
	}
}

// An unknown key is one warning per key and file, however often it comes.
func TestReadPortalJSON_unknownKeyOnce(t *testing.T) {
	n := 0
	err := ReadPortalJSON(strings.NewReader(
		`{"codeNotation":"1","colour":1}{"codeNotation":"2","colour":2,"executionSteps":[{"x":1},{"x":2}]}`,
	), func(r Row) error {
		for _, w := range r.Warnings {
			if w.Message == warnKeyUnknown {
				n++
			}
		}
		return nil
	})
	if err != nil || n != 2 {
		t.Errorf("%d warnings of unknown keys, %v, want colour and executionSteps.x", n, err)
	}
}

// The 20 answers as their collectors stored them (README, section 1.5). Quantities count papers with any
// original, with any copy. A case without name and papers is none here (1.014977), and the paper without
// name is left out with its quantity (6.006597).
func TestReadPortalJSON_samples(t *testing.T) {
	for _, c := range []struct {
		file, code, levels                                           string
		internal                                                     bool
		steps, cases, papers, originals, copies, forms, law, results int
		limits                                                       string
	}{
		{"1.001193", "1.001193", "commune", false, 1, 4, 33, 8, 0, 0, 15, 1, "1 | 1 | 1"},
		{"1.004873", "1.004873", "commune", false, 1, 4, 32, 6, 0, 0, 16, 1, "3 | 3 | 3"},
		{"1.005461", "1.005461", "commune", false, 2, 3, 11, 5, 1, 0, 14, 1, "5 | 5 | 5"},
		{"2.000815", "2.000815", "commune other", false, 1, 1, 1, 1, 0, 0, 6, 1, "- | -"},
		{"1.004194", "1.004194", "commune vertical", false, 1, 4, 9, 7, 1, 3, 11, 4, "3 working_days | 3 working_days"},
		{"1.010777", "1.010777", "ministry province commune", false, 5, 1, 3, 3, 0, 1, 4, 1, "80 working_days | 80 working_days | 80 working_days"},
		{"1.010833", "1.010833", "commune", false, 1, 1, 2, 1, 1, 0, 6, 1, "5 working_days | 5 working_days"},
		{"1.011607", "1.011607", "commune", false, 1, 1, 1, 1, 0, 0, 3, 1, "15 days | 15 days"},
		{"1.012568", "1.012568", "commune", false, 1, 1, 8, 6, 2, 0, 1, 2, "60 days"},
		{"1.012592", "1.012592", "ministry commune vertical", false, 1, 1, 1, 1, 0, 1, 2, 1, "15 days | 15 days | 15 days"},
		{"1.115753", "1.115753", "commune", false, 3, 1, 1, 1, 0, 0, 4, 1, "text | text | text"},
		{"1.014365", "1.014365", "province", false, 1, 1, 12, 12, 0, 3, 5, 1, "20 working_days | 20 working_days | 20 working_days"},
		{"1.0133611", "1.0133611", "province commune", false, 1, 1, 1, 1, 0, 0, 1, 1, "5 working_days | 5 working_days | 5 working_days"},
		{"leading-space-1.014325", " 1.014325", "province", false, 1, 1, 4, 4, 0, 1, 1, 1, "6 working_days | 6 working_days | 6 working_days"},
		{"1.014325", "1.014325", "province", true, 4, 1, 4, 4, 0, 0, 1, 1, "-"},
		{"1.014977", "1.014977", "province", true, 1, 0, 0, 0, 0, 0, 1, 1, "-"},
		{"5.003848", "5.003848", "commune", true, 4, 1, 2, 2, 0, 0, 2, 1, "20 working_days | 20 working_days | 20 working_days"},
		{"6.006725", "6.006725", "commune", true, 2, 1, 4, 4, 0, 0, 2, 1, "20 days | 20 days | 20 days"},
		{"6.006597", "6.006597", "province commune", true, 1, 1, 2, 2, 0, 1, 2, 1, "60 days | 60 days"},
		{"bare-019d2bf7-d4e0-7489-babe-85efb095e942", "1.000363", "province", false, 1, 1, 4, 4, 1, 1, 4, 1, "5 working_days | 5 working_days | 5 working_days"},
	} {
		text, err := os.ReadFile(realData(t, "raw-samples/portal-json/"+c.file+".json"))
		if err != nil {
			t.Fatal(err)
		}
		r := onlyRow(t, ReadPortalJSON, string(text))
		p := r.Procedure
		originals, copies, forms := 0, 0, 0
		for _, d := range p.Dossier {
			for _, x := range d.Papers {
				originals, copies, forms = originals+one(x.Originals.Or(0) > 0), copies+one(x.Copies.Or(0) > 0), forms+
					len(x.Forms)
			}
		}
		got := []int{len(p.Steps), len(p.Dossier), papersOf(p), originals, copies, forms, len(p.Law), len(p.Results)}
		want := []int{c.steps, c.cases, c.papers, c.originals, c.copies, c.forms, c.law, c.results}
		if string(p.Code) != c.code || levelsOf(p) != c.levels || (p.Kind == catalog.Internal) != c.internal {
			t.Errorf("%s: code %q, levels %s, kind %s", c.file, p.Code, levelsOf(p), p.Kind)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: steps, cases, papers, originals, copies, forms, law, results %v, want %v", c.file, got, want)
		}
		if l := limitsOf(p); l != c.limits {
			t.Errorf("%s: limits %s, want %s", c.file, l, c.limits)
		}
	}
}

func levelsOf(p catalog.Procedure) string {
	var out []string
	for _, l := range p.Levels {
		out = append(out, string(l))
	}
	return strings.Join(out, " ")
}

func limitsOf(p catalog.Procedure) string {
	var out []string
	for _, m := range p.Methods {
		n, known := m.Limit.Number.Get()
		switch {
		case known:
			out = append(out, strings.TrimSpace(n.String()+" "+string(m.Limit.Unit)))
		case m.Limit.Text != "":
			out = append(out, "text")
		default:
			out = append(out, "-")
		}
	}
	return strings.Join(out, " | ")
}
