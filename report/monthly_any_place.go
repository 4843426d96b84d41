package report

import (
	"rasoat/review"
	"rasoat/viet"
)

// anyPlace says how many of the commune's procedures are received regardless of territory, and how many dossiers of
// other places came in so in the period, apart from the commune's own. Nothing where it receives none and wrote
// nothing.
func (in Monthly) anyPlace() []Block {
	e := in.Words[review.PlaceAnyPlace]
	if in.AnyPlace == 0 && e.IsEmpty() {
		return nil
	}
	out := []Block{Heading{2, "7. Tiếp nhận hồ sơ không phụ thuộc địa giới hành chính"}}
	if in.AnyPlace > 0 {
		out = append(out,
			Bullet{Text(twoDigits(in.AnyPlace) + " thủ tục trong danh mục của địa phương được tiếp nhận " +
				"không phụ thuộc địa giới hành chính.")})
	}
	received, known := e.AnyPlace.Received.Get()
	if !known {
		return append(append(out, Dotted{"số hồ sơ của nơi khác tiếp nhận không phụ thuộc địa giới trong kỳ"}),
			in.optional(review.PlaceAnyPlace)...)
	}
	line := "Trong kỳ tiếp nhận " + wholeDigits(received) + " hồ sơ thuộc thẩm quyền giải quyết của nơi khác"
	if returned, known := e.AnyPlace.Returned.Get(); known {
		line += ", trả kết quả " + wholeDigits(returned) + " hồ sơ"
	}
	out = append(out, Bullet{Text(line + "; thống kê riêng, không tính vào hồ sơ thuộc thẩm quyền của địa phương.")})
	return append(out, in.optional(review.PlaceAnyPlace)...)
}

// wholeDigits is a number with two digits at least: "05", "1.204".
func wholeDigits(n int64) string {
	if n >= 0 && n < 10 {
		return "0" + viet.Number(n)
	}
	return viet.Number(n)
}
