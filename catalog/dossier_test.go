package catalog

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/value"
)

// listed is a case with papers that state one original each.
func listed(name string, papers ...string) DossierCase {
	c := DossierCase{Name: name}
	for _, p := range papers {
		c.Papers = append(c.Papers, Paper{Name: p, Originals: value.Known(1)})
	}
	return c
}

// What everybody needs is counted apart from what some need; nobody brings the papers of all cases.
func TestPapersOf(t *testing.T) {
	for _, tt := range []struct {
		situation                     string
		dossier                       []DossierCase
		always, special, fewest, most int
	}{
		{"one list", []DossierCase{listed("", "Tờ khai", "Ảnh")}, 2, 0, 2, 2},
		{"papers to hand in and to show, one in both", []DossierCase{
			listed("* Giấy tờ phải nộp:", "Tờ khai", "Ảnh"),
			listed("* Giấy tờ phải xuất trình:", "Hộ chiếu", "- ảnh"),
		}, 3, 0, 3, 3},
		{"papers that say who brings them", []DossierCase{
			listed("Giấy tờ nộp", "Tờ khai", "Biên bản về việc trẻ bị bỏ rơi, đối với trẻ bị bỏ rơi",
				"Văn bản ủy quyền, nếu nhờ người khác làm thay", "- Trường hợp mang thai hộ phải có văn bản xác nhận",
				"Giấy ủy quyền (nếu có)", "Văn bản ủy quyền theo quy định trong trường hợp ủy quyền thực hiện"),
		}, 1, 5, 1, 6},
		{"what stands behind the first clause is no condition", []DossierCase{
			listed("", "Giấy chứng sinh; trường hợp không có thì văn bản của người làm chứng", "Tờ khai. Nếu nộp trực tuyến thì"),
		}, 2, 0, 2, 2},
		{"numbers before the line", []DossierCase{
			listed("a) Giấy tờ phải nộp", "(1) Tờ khai", "1.2. Trường hợp ủy quyền: văn bản", "b) Đối với trẻ em: giấy khai sinh"),
		}, 1, 2, 1, 3},
		{"whom it is about is no condition", []DossierCase{
			listed("", "Tờ khai đối với người khuyết tật", "Giấy tờ của người được nuôi"),
		}, 2, 0, 2, 2},
		{"cases beside a heading", []DossierCase{
			listed("", "Tờ khai"), listed("Trường hợp ủy quyền thực hiện thủ tục:", "Văn bản ủy quyền"),
		}, 1, 1, 1, 2},
		{"cases that share a paper", []DossierCase{
			listed("Giám hộ được cử", "Tờ khai", "Văn bản cử"),
			listed("Giám hộ đương nhiên", "Tờ khai", "Giấy chứng minh", "Thỏa thuận, nếu nhiều người"),
			listed("Giấy tờ xuất trình", "Căn cước"),
		}, 2, 3, 2, 5},
		{"cases that share nothing", []DossierCase{
			listed("Chỗ ở của mình", "Tờ khai", "Giấy tờ chỗ ở, khi không khai thác được"),
			listed("Chỗ ở thuê", "Tờ khai có ý kiến", "Hợp đồng", "Giấy tờ diện tích"),
		}, 0, 5, 1, 3},
		{"one case alone", []DossierCase{listed("Cá nhân, hộ gia đình", "Tờ khai")}, 1, 0, 1, 1},
		{"remarks are no papers", []DossierCase{
			listed("Thành phần hồ sơ", "Tờ khai", "Các giấy tờ sau:"),
			{Name: "* Lưu ý:", Papers: []Paper{{Name: "Bản chụp phải rõ nét."}}},
			{Name: "Giấy tờ phải xuất trình", Papers: []Paper{
				{Name: "Trường hợp đã có dữ liệu điện tử thì không phải nộp."}, {Name: "Người tiếp nhận kiểm tra, đối chiếu."},
				{Name: "Thẻ căn cước"},
			}},
		}, 2, 0, 2, 2},
		{"where no number is stated a case is not taken for a remark", []DossierCase{
			{Papers: []Paper{{Name: "Tờ khai"}, {Name: "Trường hợp ủy quyền: văn bản ủy quyền"}}},
		}, 1, 1, 1, 2},
	} {
		want := PaperAnswer{Present, tt.always, tt.special, tt.fewest, tt.most}
		if diff := cmp.Diff(want, Summarize(Procedure{Dossier: tt.dossier}).Papers); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.situation, diff)
		}
	}
}

// Nothing that stands in the list is left out, and names lose the marks of the list alone.
func TestPaperGroups(t *testing.T) {
	got := PaperGroups(Procedure{Dossier: []DossierCase{
		listed("* Giấy tờ phải nộp:", "- Tờ khai", "+ Nếu ủy quyền: văn bản"), listed("Lưu ý", "Bản chụp phải rõ"),
		listed("Trường hợp hộ gia đình"),
	}})
	type line struct {
		Name string
		Use  PaperUse
	}
	var lines []line
	for _, g := range got {
		lines = append(lines, line{g.Name, g.Use})
		for _, x := range g.Items {
			lines = append(lines, line{x.Name, x.Use})
		}
	}
	want := []line{
		{"Giấy tờ phải nộp", BringAlways}, {"Tờ khai", BringAlways}, {"Nếu ủy quyền: văn bản", BringSpecial},
		{"Lưu ý", NoPaper}, {"Bản chụp phải rõ", NoPaper}, {"Trường hợp hộ gia đình", BringSpecial},
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
