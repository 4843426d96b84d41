package catalog

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A file may belong to whatever is brought, by the name of its form or, without one, by its own; remarks have none.
func TestFormNames(t *testing.T) {
	got := FormNames(Procedure{
		Dossier: []DossierCase{
			{Papers: []Paper{{Name: "Tờ khai", Forms: []string{"Mẫu 01", "Mẫu 02"}}, {Name: "- Ảnh"}, {Name: "Các giấy tờ sau:"}}},
			{Name: "Lưu ý", Papers: []Paper{{Name: "Bản chụp rõ"}}},
			{Name: "Giấy tờ phải xuất trình", Papers: []Paper{{Name: "Tờ khai", Forms: []string{"mẫu 01"}}}},
		},
		Forms: []string{"Mẫu 02", "Mẫu 03"},
	})
	if diff := cmp.Diff([]string{"Mẫu 01", "Mẫu 02", "Ảnh", "Mẫu 03"}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
