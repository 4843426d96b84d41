package report

import (
	"strings"
	"testing"

	"rasoat/value"
)

// Decree 30/2020/NĐ-CP, appendix I: number, place and date, annexes, addressees, recipients.
func TestLetterhead_decree30(t *testing.T) {
	full := Document{
		Number:     "5",
		Date:       value.MustDate("2024-02-09"),
		Type:       "BÁO CÁO",
		Addressees: []string{"UBND huyện"},
		Letterhead: Letterhead{Name: "UBND xã A", Place: "A", NumberSuffix: "BC-UBND", Recipients: []string{"UBND huyện", "Lưu: VT"}},
		Annexes:    make([]Annex, 4),
	}
	two := full
	two.Addressees, two.Number, two.Annexes = []string{"UBND huyện", "Phòng Nội vụ"}, "12", make([]Annex, 1)
	bare := Document{Type: "BÁO CÁO"}
	for _, c := range []struct{ name, got, want string }{
		{"a number below ten gets a zero", Plain(full.NumberLine()), "Số: 05/BC-UBND"},
		{"one above does not", Plain(two.NumberLine()), "Số: 12/BC-UBND"},
		{"what is missing is dots", Plain(bare.NumberLine()), "Số: ……/……"},
		{"days below ten and months 1, 2 get a zero", Plain(full.PlaceDate()), "A, ngày 09 tháng 02 năm 2024"},
		{"no day, dots", Plain(bare.PlaceDate()), "…………, ngày …… tháng …… năm ……"},
		{"several annexes are numbered in Roman", full.AnnexLabel(3), "Phụ lục IV"},
		{"one annex has no number", two.AnnexLabel(0), "Phụ lục"},
		{"an annex names its document", Plain(full.Attached()), "(Kèm theo Báo cáo số 05/BC-UBND ngày 09 tháng 02 năm 2024 của UBND xã A)"},
		{"one addressee", Plain(full.AddresseeLines()[0]), "Kính gửi: UBND huyện"},
		{"the last of several ends in a full stop", Plain(two.AddresseeLines()[2]), "- Phòng Nội vụ."},
		{"those before in a semicolon", Plain(two.AddresseeLines()[1]), "- UBND huyện;"},
		{"as above, where there are addressees", Plain(full.RecipientLines()[0]), "- Như trên;"},
		{"who is addressed is not named again, the archive comes last", Plain(full.RecipientLines()[1]), "- Lưu: VT."},
		{"who gets it beside them", strings.Join(full.OtherRecipients(), "|"), "Lưu: VT"},
		{"nor one of several", Plain(two.RecipientLines()[1]), "- Lưu: VT."},
		{"points follow the Vietnamese alphabet", point(4) + point(6), "đg"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}
