package exchange

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/value"
)

// page is a small page of the scrape, written for these tests, with the keys of more in place of its own.
func page(t testing.TB, more string) Row {
	t.Helper()
	m := map[string]any{
		"code": "1.000010", "name": "Cấp thẻ thư viện", "decision_no": "12/QĐ-BTN", "levels": []any{"Cấp tỉnh", "Cấp xã"},
		"type": "TTHC được giao luật quy định chi tiết", "field": "Thư viện", "ministry": "bo-tu-phap",
		"subjects": []any{"Công dân Việt Nam"}, "steps": "Bước 1: Nộp đơn.\nBước 2: Nhận thẻ.",
		"methods":     []any{map[string]any{"channel": "in_person", "time_limit": "3", "time_unit": "Ngày làm việc", "fee_state": "free", "text": "Miễn phí"}},
		"methods_raw": "", "dossier": []any{map[string]any{"case": "", "name": "Đơn", "form_file": "", "originals": 1, "copies": 0}},
		"dossier_raw": "", "legal_numbers": []any{"46/2019/QH14T"}, "legal_raw": "Luật Thư viện46/2019/QH14Thông tư về thẻ1/2020/TT-BTP",
		"implementing_agency": "Thư viện xã", "competent_authority": "", "receiving_address": "", "coordinating_agency": "",
		"results": []any{map[string]any{"name": "Thẻ", "code": "KQ.G01.000001"}}, "conditions": "",
	}
	if err := json.Unmarshal([]byte(more), &m); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return onlyRow(t, ReadPortalPages, string(text))
}

func TestReadPortalPages_whole(t *testing.T) {
	r := page(t, `{"legal_numbers":["46/2019/QH14"]}`)
	p := r.Procedure
	if len(r.Warnings) > 0 {
		t.Errorf("warned of %s", messages(r))
	}
	if p.Kind != catalog.Public || p.Status != catalog.InForce || p.Type != "TTHC được luật giao quy định chi tiết" ||
		p.Announcer.Name != "Bộ Tư pháp" || !slices.Equal(p.Levels, []catalog.Level{catalog.Province, catalog.Commune}) {
		t.Errorf("%+v", p)
	}
	if !slices.Equal(p.Law, []catalog.LegalBasis{{Number: "46/2019/QH14"}, {Number: "1/2020/TT-BTP"}}) {
		t.Errorf("legal basis %v", p.Law)
	}
}

func TestReadPortalPages_methods(t *testing.T) {
	days := func(n int64, unit catalog.Unit) catalog.TimeLimit {
		return catalog.TimeLimit{Number: value.Known(value.Whole(n)), Unit: unit}
	}
	amount := func(n value.Money, currency, text string) catalog.Fee {
		return catalog.Fee{State: catalog.FeeAmount, Amount: value.Known(n), Currency: currency, Text: text}
	}
	for _, c := range []struct {
		limit, unit, cell string
		want              catalog.TimeLimit
		fees              []catalog.Fee
		text              string
		warned            string
	}{
		{`"3"`, `"Ngày làm việc"`, "Miễn phí", days(3, catalog.WorkingDays), []catalog.Fee{{State: catalog.FeeFree}}, "", ""},
		{`"3"`, `"Ngày"`, "Miễn phínộp tại quầy", days(3, catalog.Days), []catalog.Fee{{State: catalog.FeeFree}}, "nộp tại quầy", ""},
		{`"3"`, `"Giờ"`, "Miễn phí(do HĐND tỉnh (nay) quyết định)Nộp tại quầy", days(3, catalog.Hours),
			[]catalog.Fee{{State: catalog.FeeSetBy, Text: "do HĐND tỉnh (nay) quyết định"}}, "Nộp tại quầy", "fees fee.set_by"},
		{`"3"`, `"Tháng"`, "Không có thông tinNộp tại quầy", days(3, catalog.Months), nil, "Nộp tại quầy", "fees part.missing"},
		{`"3"`, `"Ngày"`, "7,000 Việt Nam Đồng(- Cá nhân)- Nộp tại quầy", days(3, catalog.Days), []catalog.Fee{amount(7000, "", "- Cá nhân")}, "- Nộp tại quầy", ""},
		{`"3"`, `"Ngày"`, "7,000 VNĐ(một)10,000 VNĐ(hai)Nộp", days(3, catalog.Days), []catalog.Fee{amount(7000, "", "một"), amount(10000, "", "hai")}, "Nộp", ""},
		{`"3"`, `"Ngày"`, "1,800,000 VNĐ(không đóng ngoặc", days(3, catalog.Days), []catalog.Fee{amount(1800000, "", "không đóng ngoặc")}, "", ""},
		{`"3"`, `"Ngày"`, "10 USD(mỗi thẻ)", days(3, catalog.Days), []catalog.Fee{amount(10, "USD", "mỗi thẻ")}, "", "fees fee.currency"},
		{`"3"`, `"Ngày"`, "40 VNĐ", days(3, catalog.Days), []catalog.Fee{amount(40, "", "")}, "", "fees fee.small"},
		{`"1.5"`, `"Ngày"`, "Miễn phí", catalog.TimeLimit{Number: value.Known(value.Decimal(15_000)), Unit: catalog.Days}, []catalog.Fee{{State: catalog.FeeFree}}, "", ""},
		{`"1"`, `null`, "Miễn phí", days(1, catalog.NoUnit), []catalog.Fee{{State: catalog.FeeFree}}, "", "time_limit limit.no_unit"},
		{`"0"`, `null`, "Miễn phí", catalog.TimeLimit{}, []catalog.Fee{{State: catalog.FeeFree}}, "", "time_limit limit.not_stated"},
		{`null`, `null`, "Không có thông tinMiễn phí", catalog.TimeLimit{}, []catalog.Fee{{State: catalog.FeeFree}}, "", "time_limit limit.not_stated"},
		{`null`, `null`, "Không có thông tin25,000 Việt Nam Đồng(/lần)", catalog.TimeLimit{}, []catalog.Fee{amount(25000, "", "/lần")}, "", "time_limit limit.not_stated"},
		{`null`, `null`, "Không có thông tinKhông có thông tinNộp", catalog.TimeLimit{}, nil, "Nộp", "fees part.missing, time_limit limit.not_stated"},
		{`"120,000"`, `null`, "VNĐ(mỗi tờ)Nộp", days(1, catalog.NoUnit), []catalog.Fee{amount(20000, "", "mỗi tờ")}, "Nộp", "time_limit limit.glued_fee, time_limit limit.no_unit"},
		{`"1100,000"`, `null`, "VNĐ", days(1, catalog.NoUnit), []catalog.Fee{amount(100000, "", "")}, "", "time_limit limit.glued_fee, time_limit limit.no_unit"},
		{`"1020,000"`, `null`, "VNĐ", days(10, catalog.NoUnit), []catalog.Fee{amount(20000, "", "")}, "", "time_limit limit.glued_fee, time_limit limit.no_unit"},
		{`null`, `null`, "120 VNĐ", days(1, catalog.NoUnit), []catalog.Fee{amount(20, "", "")}, "", "fees fee.small, time_limit limit.glued_fee, time_limit limit.no_unit"},
		{`null`, `null`, "7 VNĐ", catalog.TimeLimit{}, []catalog.Fee{amount(7, "", "")}, "", "fees fee.small, time_limit limit.not_stated"},
	} {
		r := page(t, `{"legal_numbers":[],"methods":[{"channel":"online","time_limit":`+c.limit+`,"time_unit":`+c.unit+
			`,"fee_state":"unknown","text":"`+c.cell+`"}]}`)
		m := r.Procedure.Methods[0]
		if m.Channel != catalog.Online || m.Limit != c.want || !slices.Equal(m.Fees, c.fees) || m.Text != c.text {
			t.Errorf("%s %s %s:\n %+v, want %+v %+v %q", c.limit, c.unit, c.cell, m, c.want, c.fees, c.text)
		}
		if got := messages(r); got != c.warned {
			t.Errorf("%s %s %s: warned of %q, want %q", c.limit, c.unit, c.cell, got, c.warned)
		}
	}
}

func TestReadPortalPages_defects(t *testing.T) {
	for _, c := range []struct {
		what, more, warned string
		check              func(p catalog.Procedure) bool
	}{
		{"quantity glued to a date", `{"dossier":[{"case":"","name":"Đơn theo Thông tư ngày 01/01/","form_file":"","originals":20261,"copies":2}]}`,
			"dossier paper.glued_quantity", func(p catalog.Procedure) bool {
				x := p.Dossier[0].Papers[0]
				return x.Name == "Đơn theo Thông tư ngày 01/01/2026" && x.Originals == value.Known(1) && x.Copies == value.Known(2)
			}},
		{"quantity glued to a word", `{"dossier":[{"case":"","name":"Đơn theo Mẫu số","form_file":"","originals":181,"copies":0}]}`,
			"dossier paper.glued_quantity", func(p catalog.Procedure) bool { return p.Dossier[0].Papers[0].Name == "Đơn theo Mẫu số 18" }},
		{"quantity glued, none asked", `{"dossier":[{"case":"","name":"Đơn ngày 02/7/","form_file":"","originals":20250,"copies":1}]}`,
			"dossier paper.glued_quantity", func(p catalog.Procedure) bool {
				x := p.Dossier[0].Papers[0]
				return x.Name == "Đơn ngày 02/7/2025" && x.Originals == value.Known(0) && x.Copies == value.Known(1)
			}},
		{"paper without name", `{"dossier":[{"case":"A","name":"","form_file":"","originals":1,"copies":0},{"case":"A","name":"Đơn","form_file":"","originals":0,"copies":0}]}`,
			"dossier paper.no_quantity, dossier paper.unnamed", func(p catalog.Procedure) bool { return len(p.Dossier) == 1 && len(p.Dossier[0].Papers) == 1 }},
		{"cases", `{"dossier":[{"case":"A","name":"Đơn","originals":1,"copies":0},{"case":"A","name":"Thẻ","originals":1,"copies":0},{"case":"B","name":"Đơn","originals":1,"copies":0}]}`,
			"", func(p catalog.Procedure) bool { return len(p.Dossier) == 2 && len(p.Dossier[0].Papers) == 2 }},
		{"form cut off its name", `{"dossier":[{"case":"","name":"Đơn NC14","form_file":"(1).doc","originals":1,"copies":0}]}`,
			"forms form.cut", func(p catalog.Procedure) bool { return p.Dossier[0].Papers[0].Forms[0] == "(1).doc" }},
		{"no dossier", `{"dossier":[]}`, "dossier part.missing", func(p catalog.Procedure) bool { return p.Dossier == nil }},
		{"letter of the next result", `{"results":[{"name":"Thẻ","code":"KQ.G01.000067C"},{"name":"ập nhật sổ","code":"KQ.G01.000068"}]}`,
			"result result.glued_code", func(p catalog.Procedure) bool {
				return slices.Equal(p.Results, []catalog.Named{{Name: "Thẻ", Code: "KQ.G01.000067"}, {Name: "Cập nhật sổ", Code: "KQ.G01.000068"}})
			}},
		{"glued legal number", `{"legal_numbers":["46/2019/QH14T"]}`, "legal_basis law.glued",
			func(p catalog.Procedure) bool { return len(p.Law) == 2 && p.Law[0].Number == "46/2019/QH14" }},
		{"legal numbers without raw text", `{"legal_raw":"","legal_numbers":["68/2013/TT-BCAL"]}`, "legal_basis law.cleaned",
			func(p catalog.Procedure) bool {
				return p.Law[0] == catalog.LegalBasis{Number: "68/2013/TT-BCA", Raw: "68/2013/TT-BCAL"}
			}},
		{"frame of the page", `{"conditions":"Không có thông tinTừ khóaKhông có thông tinMô tảKhông có thông tinChọn cơ quan thực hiệnTỉnh"}`,
			"conditions text.frame", func(p catalog.Procedure) bool { return p.Conditions == "" && p.None == nil }},
		{"no condition", `{"conditions":"Khôg quy định"}`, "", func(p catalog.Procedure) bool { return p.Conditions == "" && len(p.None) == 1 }},
		{"bullets of Word", `{"conditions":"\uf0b7 Có nhà"}`, "conditions text.private_use", func(p catalog.Procedure) bool { return p.Conditions == "• Có nhà" }},
		{"internal by code", `{"code":"5.000010","type":""}`, "", func(p catalog.Procedure) bool { return p.Kind == catalog.Internal && p.Type == "" }},
		{"internal by type", `{"type":""}`, "", func(p catalog.Procedure) bool { return p.Kind == catalog.Internal }},
		{"agencies joined", `{"implementing_agency":"Công an tỉnh, Công an cấp Xã"}`, "",
			func(p catalog.Procedure) bool {
				return len(p.Agencies) == 2 && p.Agencies[1].Name == "Công an cấp Xã"
			}},
		{"comma inside a name", `{"implementing_agency":"Thuế tỉnh, thành phố, Thuế cơ sở"}`, "",
			func(p catalog.Procedure) bool {
				return len(p.Agencies) == 2 && p.Agencies[0].Name == "Thuế tỉnh, thành phố"
			}},
		{"perhaps two names", `{"implementing_agency":"Cục Chất lượng, Chế biến"}`, "agency agency.not_split",
			func(p catalog.Procedure) bool { return len(p.Agencies) == 1 }},
		{"D for Đ", `{"decision_no":"3713/QD-BTP"}`, "decision decision.form", func(p catalog.Procedure) bool { return p.Decision.Number == "3713/QĐ-BTP" }},
		{"a number that is none", `{"decision_no":"QĐ/0001-BCA"}`, "decision decision.form", func(p catalog.Procedure) bool { return p.Decision.Number == "QĐ/0001-BCA" }},
		{"unit of a ministry", `{"decision_no":"9354/QĐ-BCA-C06"}`, "", func(p catalog.Procedure) bool { return p.Decision.Number == "9354/QĐ-BCA-C06" }},
		{"unknown level", `{"levels":["Cấp trời"]}`, "levels enum.unknown", func(p catalog.Procedure) bool { return p.Levels == nil }},
		{"unknown body", `{"ministry":"bo-trang"}`, "announcer enum.unknown", func(p catalog.Procedure) bool { return p.Announcer.Name == "bo-trang" }},
		{"null lists", `{"methods":null,"subjects":null,"legal_raw":null,"steps":null}`,
			"applicants part.missing, channels part.missing, fees part.missing, legal_basis law.cleaned, steps part.missing",
			func(p catalog.Procedure) bool { return p.Methods == nil }},
	} {
		more := c.more
		if !strings.Contains(more, "legal_") {
			more = `{"legal_numbers":["46/2019/QH14"],` + more[1:]
		} else if strings.Contains(more, "null") {
			more = `{"legal_numbers":["46/2019/QH14T"],` + more[1:]
		}
		r := page(t, more)
		if got := messages(r); got != c.warned {
			t.Errorf("%s: warned of %q, want %q", c.what, got, c.warned)
		}
		if !c.check(r.Procedure) {
			t.Errorf("%s: %+v", c.what, r.Procedure)
		}
	}
}
