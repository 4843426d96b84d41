package catalog_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// notesOn are the fields in which a page says otherwise than the portal's own data, which stand.
func notesOn(stands, says catalog.Procedure) (fields []string) {
	first, said, _ := catalog.Merge(catalog.Procedure{}, nil, stands, "portal-json")
	_, _, notes := catalog.Merge(first, said, says, "portal-pages")
	for _, n := range notes {
		fields = append(fields, n.Field)
	}
	return fields
}

// What is no contradiction between two sources, and what is: case, accents, punctuation and the order of lists say
// nothing, names and figures do (interface.md, Import).
func TestMerge_whatContradicts(t *testing.T) {
	type p = catalog.Procedure
	money := func(n value.Money) value.Opt[value.Money] { return value.Known(n) }
	method := func(c catalog.Channel, n int64, u catalog.Unit, text string) []catalog.Method {
		return []catalog.Method{{Channel: c, Limit: catalog.TimeLimit{Number: value.Known(value.Whole(n)), Unit: u},
			Text: text}}
	}
	for _, c := range []struct {
		what         string
		stands, says p
		field        string // in which they contradict each other; "" for none
	}{
		{"capitals and accents of a text", p{Field: "Hộ tịch"}, p{Field: "HO TICH."}, ""},
		{"another field", p{Field: "Hộ tịch"}, p{Field: "Chứng thực"}, "field"},
		{"another field code", p{FieldCode: "G02-CT19"}, p{FieldCode: "G02-CT20"}, "field_code"},
		{"another day of publication", p{Published: value.MustDate("2024-01-05")}, p{Published: value.MustDate("2024-01-06")},
			"published"},
		{"the vertical level is not printed", p{Levels: []catalog.Level{"commune", "vertical"}},
			p{Levels: []catalog.Level{"commune"}}, ""},
		{"another level", p{Levels: []catalog.Level{"commune"}}, p{Levels: []catalog.Level{"province"}}, "levels"},
		{"a level more", p{Levels: []catalog.Level{"commune"}}, p{Levels: []catalog.Level{"province", "commune"}}, "levels"},
		{"the old name of a ministry in brackets", p{Announcer: catalog.Named{Name: "Bộ Xây dựng (Bộ GTVT cũ)"}},
			p{Announcer: catalog.Named{Name: "Bộ xây dựng"}}, ""},
		{"another ministry", p{Announcer: catalog.Named{Name: "Bộ Xây dựng"}}, p{Announcer: catalog.Named{Name: "Bộ Y tế"}},
			"announcer"},
		{"the same decision with another signer", p{Decision: catalog.Decision{Number: "1/QĐ-BTP", By: "Bộ trưởng"}},
			p{Decision: catalog.Decision{Number: "1/qđ-btp", By: "Thứ trưởng"}}, ""},
		{"another decision", p{Decision: catalog.Decision{Number: "1/QĐ-BTP"}},
			p{Decision: catalog.Decision{Number: "2/QĐ-BTP"}}, "decision"},
		{"steps cut otherwise", p{Steps: []catalog.Step{{Name: "Bước 1", Text: "Nộp."}, {Text: "Nhận."}}},
			p{Steps: []catalog.Step{{Text: "Bước 1: Nộp. Nhận."}}}, ""},
		{"a step left out", p{Steps: []catalog.Step{{Text: "Nộp."}, {Text: "Nhận."}}}, p{Steps: []catalog.Step{{Text: "Nộp."}}},
			"steps"},
		{"the explaining text of a channel", p{Methods: method("online", 5, "days", "qua cổng")},
			p{Methods: method("online", 5, "days", "")}, ""},
		{"another channel", p{Methods: method("online", 5, "days", "")}, p{Methods: method("postal", 5, "days", "")}, "methods"},
		{"another limit of a channel", p{Methods: method("online", 5, "days", "")}, p{Methods: method("online", 3, "days", "")},
			"methods"},
		{"another unit of a channel", p{Methods: method("online", 5, "days", "")},
			p{Methods: method("online", 5, "working_days", "")}, "methods"},
		{"0 of a channel is not unknown", p{Methods: method("online", 0, "", "")},
			p{Methods: []catalog.Method{{Channel: "online"}}}, "methods"},
		{"papers of cases in another order",
			p{Dossier: []catalog.DossierCase{{Papers: []catalog.Paper{{Name: "Tờ khai"}}}, {Name: "Nộp", Papers: []catalog.Paper{{Name: "Ảnh"}}}}},
			p{Dossier: []catalog.DossierCase{{Papers: []catalog.Paper{{Name: "ảnh"}, {Name: "Tờ khai."}}}}}, ""},
		{"another paper", p{Dossier: []catalog.DossierCase{{Papers: []catalog.Paper{{Name: "Tờ khai", Code: "A"}}}}},
			p{Dossier: []catalog.DossierCase{{Papers: []catalog.Paper{{Name: "Đơn", Code: "A"}}}}}, "dossier"},
		{"another number of sets", p{Copies: value.Known(1)}, p{Copies: value.Known(2)}, "copies"},
		{"the kind of a fee", p{Fees: []catalog.Fee{{Kind: catalog.FeeFee, Amount: money(5000)}}},
			p{Fees: []catalog.Fee{{Kind: catalog.FeeCharge, Amount: money(5000)}}}, "fees"},
		{"the currency of a fee", p{Fees: []catalog.Fee{{Amount: money(50), Currency: "USD"}}},
			p{Fees: []catalog.Fee{{Amount: money(50)}}}, "fees"},
		{"an amount of 0 is not unknown", p{Fees: []catalog.Fee{{State: "amount", Amount: money(0)}}},
			p{Fees: []catalog.Fee{{State: "amount"}}}, "fees"},
		{"the words beside a fee", p{Fees: []catalog.Fee{{State: "free", Text: "hộ nghèo"}}},
			p{Fees: []catalog.Fee{{State: "free"}}}, ""},
		{"the name of a document", p{Law: []catalog.LegalBasis{{Number: "60/2014/QH13", Name: "Luật Hộ tịch"}}},
			p{Law: []catalog.LegalBasis{{Number: "60/2014/QH13", Name: "Luật số 60"}}}, ""},
		{"the number of a document", p{Law: []catalog.LegalBasis{{Number: "60/2014/QH13", Name: "Luật Hộ tịch"}}},
			p{Law: []catalog.LegalBasis{{Number: "61/2014/QH13", Name: "Luật Hộ tịch"}}}, "legal_basis"},
		{"the name of a document without a number", p{Law: []catalog.LegalBasis{{Name: "Luật Hộ tịch"}}},
			p{Law: []catalog.LegalBasis{{Name: "Luật Cư trú"}}}, "legal_basis"},
		{"the raw text of a document without a number", p{Law: []catalog.LegalBasis{{Raw: "Luật Hộ tịch"}}},
			p{Law: []catalog.LegalBasis{{Raw: "Luật Cư trú"}}}, "legal_basis"},
		{"names of agencies joined by a comma", p{Agencies: []catalog.Named{{Name: "Sở Nội vụ"}, {Name: "UBND xã"}}},
			p{Agencies: []catalog.Named{{Name: "UBND xã, Sở Nội vụ"}}}, ""},
		{"another competent authority", p{Authorities: []catalog.Named{{Name: "Sở Nội vụ"}}},
			p{Authorities: []catalog.Named{{Name: "Sở Y tế"}}}, "authorities"},
		{"another applicant", p{Applicants: []string{"Công dân"}}, p{Applicants: []string{"Doanh nghiệp"}}, "applicants"},
		{"an online service of another name", p{OnlineCases: []catalog.OnlineCase{{Code: "1.000001.01", Name: "Cấp mới"}}},
			p{OnlineCases: []catalog.OnlineCase{{Code: "1.000001.01", Name: "Cấp đổi"}}}, "online_cases"},
		{"an online service of another code", p{OnlineCases: []catalog.OnlineCase{{Code: "1.000001.01", Name: "Cấp mới"}}},
			p{OnlineCases: []catalog.OnlineCase{{Code: "1.000001.02", Name: "Cấp mới"}}}, "online_cases"},
	} {
		var want []string
		if c.field != "" {
			want = []string{c.field}
		}
		if diff := cmp.Diff(want, notesOn(c.stands, c.says)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.what, diff)
		}
	}
}

// A statement of several values is taken whole: what a better source left open in it is filled, never overwritten.
func TestMerge_fillsWhatIsOpen(t *testing.T) {
	json, page := catalog.Procedure{}, catalog.Procedure{}
	json.Announcer = catalog.Named{Name: "Bộ Tư pháp"}
	page.Announcer = catalog.Named{Name: "Bộ Tư pháp (cũ)", Code: "G15"}
	json.Decision = catalog.Decision{Number: "163/QĐ-BTP", By: "Bộ trưởng"}
	page.Decision = catalog.Decision{Number: "163/QĐ-BTP", Date: value.MustDate("2026-06-23"), By: "Thứ trưởng"}
	first, said, _ := catalog.Merge(catalog.Procedure{}, nil, json, "portal-json")
	got, _, notes := catalog.Merge(first, said, page, "portal-pages")
	if want := (catalog.Named{Name: "Bộ Tư pháp", Code: "G15"}); got.Announcer != want {
		t.Errorf("announcer %+v, want %+v", got.Announcer, want)
	}
	if want := (catalog.Decision{Number: "163/QĐ-BTP", Date: value.MustDate("2026-06-23"),
		By: "Bộ trưởng"}); got.Decision != want {
		t.Errorf("decision %+v, want %+v", got.Decision, want)
	}
	if len(notes) > 0 {
		t.Errorf("notes %v, want none", notes)
	}
	got, _, _ = catalog.Merge(page, catalog.Origins{"announcer": "portal-pages"}, json, "portal-json")
	if want := (catalog.Named{Name: "Bộ Tư pháp", Code: "G15"}); got.Announcer != want {
		t.Errorf("the better source comes second: announcer %+v, want %+v", got.Announcer, want)
	}
}

// A note names the field, what it is about, and whose word stands.
func TestMerge_note(t *testing.T) {
	_, _, notes := catalog.Merge(catalog.Procedure{Field: "Hộ tịch"}, catalog.Origins{"field": "portal-json"},
		catalog.Procedure{Field: "Chứng thực"}, "seed")
	want := []catalog.Note{{Field: "field", Code: catalog.NoteOtherwise, Args: []any{"portal-json"}}}
	if diff := cmp.Diff(want, notes); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// A procedure is never without name, kind and status, though the source that gave them gives them no more; the rest
// goes with its source.
func TestMerge_neverWithout(t *testing.T) {
	whole := catalog.Procedure{Code: "1.000001", Name: "Cấp thẻ", Kind: catalog.Public, Status: catalog.InForce,
		Field: "Hộ tịch"}
	first, said, _ := catalog.Merge(catalog.Procedure{}, nil, whole, "jsonl")
	if first.Code != "1.000001" {
		t.Errorf("the new procedure has the code %q, want that of the import", first.Code)
	}
	got, said, notes := catalog.Merge(first, said, catalog.Procedure{Code: "1.000001.H50"}, "jsonl")
	if got.Name != "Cấp thẻ" || got.Kind != catalog.Public || got.Status != catalog.InForce || got.Code != "1.000001" {
		t.Errorf("%q, %q, %q, %q after a file that has only another spelling of the code", got.Code, got.Name,
			got.Kind, got.Status)
	}
	if got.Field != "" || said["field"] != "" || len(notes) > 0 {
		t.Errorf("field %q of %q, notes %v; want it gone with its source", got.Field, said["field"], notes)
	}
}

// The commune's own word is filled where nobody gave one, and never again where a person took it away.
func TestMerge_ownWord(t *testing.T) {
	incoming := catalog.Procedure{Ours: catalog.Receives, Group: catalog.GroupB, Decider: "Chủ tịch UBND xã"}
	got, said, _ := catalog.Merge(catalog.Procedure{}, nil, incoming, "seed")
	if got.Ours != catalog.Receives || got.Group != catalog.GroupB || got.Decider != "Chủ tịch UBND xã" ||
		said["ours"] != "seed" {
		t.Errorf("%q, %q, %q, origins %v; want them filled", got.Ours, got.Group, got.Decider, said)
	}
	byPerson := catalog.Origins{"ours": "person", "group": "person", "decider": "person"}
	got, _, notes := catalog.Merge(catalog.Procedure{}, byPerson, incoming, "jsonl")
	if got.Ours != "" || got.Group != "" || got.Decider != "" || len(notes) > 0 {
		t.Errorf("%q, %q, %q, notes %v after a person had emptied them", got.Ours, got.Group, got.Decider, notes)
	}
}

// Merging shares no list of parts known not to exist: what stood before stays as it was.
func TestMerge_leavesWhatStoodBefore(t *testing.T) {
	current := catalog.Procedure{None: []catalog.Part{catalog.PartForms, catalog.PartConditions, catalog.PartFees}}
	before := slices.Clone(current.None)
	origins := catalog.Origins{"conditions": "seed"}
	got, said, _ := catalog.Merge(current, origins, catalog.Procedure{Conditions: "Đủ 18 tuổi."}, "portal-json")
	if want := []catalog.Part{catalog.PartForms, catalog.PartFees}; !slices.Equal(got.None, want) {
		t.Errorf("none %v, want %v", got.None, want)
	}
	if !slices.Equal(current.None, before) || origins["conditions"] != "seed" || said["conditions"] != "portal-json" {
		t.Errorf("before it was %v of %v, now %v", current.None, origins, said)
	}
}

// The Unicode form, the capitals and the blanks of a text are no contradiction, in whatever field of words.
func TestMerge_spellings(t *testing.T) {
	fields := map[string]func(p *catalog.Procedure, s string){
		"name":            func(p *catalog.Procedure, s string) { p.Name = s },
		"field":           func(p *catalog.Procedure, s string) { p.Field = s },
		"type":            func(p *catalog.Procedure, s string) { p.Type = s },
		"address":         func(p *catalog.Procedure, s string) { p.Address = s },
		"conditions":      func(p *catalog.Procedure, s string) { p.Conditions = s },
		"result_validity": func(p *catalog.Procedure, s string) { p.ResultValidity = s },
		"keywords":        func(p *catalog.Procedure, s string) { p.Keywords = s },
		"note":            func(p *catalog.Procedure, s string) { p.Note = s },
		"steps":           func(p *catalog.Procedure, s string) { p.Steps = []catalog.Step{{Text: s}} },
		"forms":           func(p *catalog.Procedure, s string) { p.Forms = []string{s} },
		"results":         func(p *catalog.Procedure, s string) { p.Results = []catalog.Named{{Name: s}} },
		"partners":        func(p *catalog.Procedure, s string) { p.Partners = []catalog.Named{{Name: s}} },
		"delegates":       func(p *catalog.Procedure, s string) { p.Delegates = []catalog.Named{{Name: s}} },
		"also_known":      func(p *catalog.Procedure, s string) { p.AlsoKnown = []string{s} },
		"life_events":     func(p *catalog.Procedure, s string) { p.LifeEvents = []string{s} },
	}
	names := []string{"Cấp giấy", "CẤP  GIẤY.", "Ca\u0302\u0301p gia\u0302\u0301y", "cap giay", "Đổi thẻ"}
	for field, set := range fields {
		rapid.Check(t, func(t *rapid.T) {
			a, b := rapid.SampledFrom(names).Draw(t, "a"), rapid.SampledFrom(names).Draw(t, "b")
			var stands, says catalog.Procedure
			set(&stands, a)
			set(&says, b)
			notes := notesOn(stands, says)
			if want := viet.Fold(a) != viet.Fold(b); (len(notes) > 0) != want || want && notes[0] != field {
				t.Fatalf("%s: %q beside %q: notes on %v, want %v", field, a, b, notes, want)
			}
		})
	}
}
