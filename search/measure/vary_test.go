package measure

import (
	"fmt"
	"testing"

	"rasoat/catalog"
)

// A hundred thousand varied procedures are so many: no variant takes the code of another procedure.
func TestVary_codesDiffer(t *testing.T) {
	seen := map[catalog.Code]string{}
	for _, code := range []catalog.Code{"1.001193", "2.001193", "1.012001", "1.115132", "3.000347", "6.006595"} {
		for n := range 40 {
			v := Vary(catalog.Procedure{Code: code, Name: "Đăng ký khai sinh"}, n)
			from := fmt.Sprintf("%d of %s", n, code)
			if other, ok := seen[v.Code.Key()]; ok {
				t.Errorf("%s has the code %s of %s", from, v.Code, other)
			}
			seen[v.Code.Key()] = from
		}
	}
}
