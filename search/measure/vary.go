package measure

import (
	"fmt"
	"strings"

	"rasoat/catalog"
)

// places are added to names, so that varied procedures are told apart as those of provinces are.
var places = strings.Split(
	"An Giang,Bắc Ninh,Cà Mau,Cao Bằng,Cần Thơ,Đà Nẵng,Đắk Lắk,Điện Biên,Đồng Nai,Đồng Tháp,Gia Lai,Hà Tĩnh,"+
		"Hải Phòng,Huế,Hưng Yên,Khánh Hòa,Lai Châu,Lạng Sơn,Lào Cai,Lâm Đồng,Nghệ An,"+
		"Ninh Bình,Phú Thọ,Quảng Ngãi,Quảng Ninh,Quảng Trị,"+
		"Sơn La,Tây Ninh,Thái Nguyên,Thanh Hóa,Tuyên Quang,Vĩnh Long,Hà Nội,Thành phố Hồ Chí Minh",
	",",
)

// Vary is the n-th variant of a procedure: another code, a place in its name, its steps turned round. The
// 0-th is the procedure itself.
func Vary(p catalog.Procedure, n int) catalog.Procedure {
	if n == 0 {
		return p
	}
	place := places[n%len(places)]
	p.Code = catalog.Code(fmt.Sprintf("%s.%02d%s", p.Code[:1], n, strings.TrimPrefix(string(p.Code[1:]), ".")))
	p.Name = fmt.Sprintf("%s (%s, khu vực %d)", p.Name, place, 1+n/len(places))
	var steps []catalog.Step
	for _, s := range p.Steps {
		words := strings.Fields(s.Text)
		if at := len(words) * (n % 7) / 7; at > 0 {
			words = append(words[at:len(words):len(words)], words[:at]...)
		}
		steps = append(steps, catalog.Step{Name: s.Name, Text: strings.Join(words, " ") + " tại " + place})
	}
	p.Steps = steps
	return p
}
