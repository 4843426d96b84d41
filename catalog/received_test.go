package catalog

import "testing"

// The commune's address is shown only where dossiers are received there.
func TestReceivedHere(t *testing.T) {
	by := func(names ...string) (out []Named) {
		for _, n := range names {
			out = append(out, Named{Name: n})
		}
		return out
	}
	commune, mixed := []Level{Commune}, []Level{Province, Commune}
	inPerson := func(text string) []Method { return []Method{{Channel: InPerson, Text: text}} }
	for _, tt := range []struct {
		situation string
		p         Procedure
		want      bool
	}{
		{"the committee of communes", Procedure{Ours: Decides, Levels: commune, Agencies: by("Ủy ban nhân dân cấp xã")}, true},
		{"as the old portal wrote it", Procedure{Agencies: by("Ủy ban Nhân dân xã, phường, thị trấn.")}, true},
		{"its chairman", Procedure{Levels: commune, Agencies: by("Chủ tịch UBND cấp xã")}, true},
		{"a part of it", Procedure{Levels: commune, Agencies: by("Cơ quan chuyên môn về Nông nghiệp thuộc UBND cấp xã")}, true},
		{"with a department beside it", Procedure{Levels: mixed, Ours: Shared, Agencies: by("Sở Nội vụ; Ủy ban nhân dân cấp xã")}, true},
		{"a department alone", Procedure{Levels: mixed, Ours: Shared, Agencies: by("Sở Nội vụ")}, false},
		{"an office of the district", Procedure{Ours: Decides, Levels: commune, Agencies: by("Phòng Tư pháp")}, false},
		{"the province's committee", Procedure{Levels: mixed, Agencies: by("Ủy ban nhân dân cấp tỉnh")}, false},
		{"the police of the commune", Procedure{Ours: Receives, Levels: commune, Agencies: by("Công an cấp xã")}, false},
		{"the police, or the place that receives", Procedure{
			Ours: Receives, Levels: commune, Agencies: by("Công an cấp xã"),
			Methods: inPerson("Nộp tại Công an xã hoặc Trung tâm Phục vụ hành chính công cấp xã"),
		}, true},
		{"a school", Procedure{Ours: Decides, Levels: commune, Agencies: by("Trường Trung học cơ sở xã")}, false},
		{"the commander of the commune", Procedure{Levels: commune, Agencies: by("Ban chỉ huy quân sự cấp xã")}, false},
		{"not for the commune", Procedure{Ours: NotOurs, Agencies: by("Ủy ban nhân dân cấp xã")}, false},
		{"of another level", Procedure{Levels: []Level{Province}, Agencies: by("Ủy ban nhân dân cấp xã")}, false},
		{"by post alone", Procedure{Agencies: by("Sở Nội vụ"), Methods: []Method{
			{Channel: Postal, Text: "Gửi Trung tâm Phục vụ hành chính công cấp xã"},
		}}, false},
		{"an address elsewhere", Procedure{
			Levels: mixed, Agencies: by("Ủy ban nhân dân cấp xã"), Address: "Trung tâm Phục vụ hành chính công tỉnh",
		}, false},
		{"an address here", Procedure{Levels: mixed, Address: "- Trung tâm Phục vụ hành chính công cấp xã."}, true},
		{"an address of the committee", Procedure{Levels: mixed, Address: "Ủy ban nhân dân cấp xã"}, true},
		{"no agency, decided here", Procedure{Ours: Decides, Levels: commune}, true},
		{"no agency, not sorted", Procedure{Levels: commune}, false},
	} {
		tt.p.Kind = Public
		if got := ReceivedHere(tt.p); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.situation, got, tt.want)
		}
	}
	if ReceivedHere(Procedure{Kind: Internal, Ours: Decides}) {
		t.Error("citizens hand in an internal procedure")
	}
}
