package catalog

import (
	"regexp"
	"slices"
	"strings"
)

// stepLabel is the number that a step's text may repeat: "Bước 2: …", "- Bước 2. …".
var stepLabel = regexp.MustCompile(`^[-–+*\s]*(?:[Bb]ước\s+\d+\s*[:.)]?\s*)?`)

// Label is what a step is called beyond its number; "" for "Bước 2", which says no more than its place.
func (s Step) Label() string { return strings.TrimSpace(stepLabel.ReplaceAllString(s.Name, "")) }

// Says is the step's text without the number that it may repeat.
func (s Step) Says() string { return strings.TrimSpace(stepLabel.ReplaceAllString(s.Text, "")) }

// longestActor is how many words somebody who does a step is named by at most.
const longestActor = 12

// actors are how the names of those who do a step begin.
var actors = []string{
	"ban", "bên", "bộ phận", "bộ phận tiếp nhận", "bộ phận tiếp nhận và trả kết quả", "cán bộ", "các bên",
	"cá nhân", "cha, mẹ", "chủ tài khoản", "chủ tịch", "cơ quan", "cơ quan đăng ký", "cơ quan giải quyết",
	"cơ quan tiếp nhận", "công an", "công chức", "công chức tiếp nhận", "công dân", "doanh nghiệp",
	"đối tượng", "đơn vị", "hai bên", "hộ gia đình", "hội đồng", "kế toán", "lãnh đạo", "một bên",
	"người thực hiện chứng thực", "phó chủ tịch", "phòng", "phụ trách", "sở", "tác giả", "tập thể", "thôn",
	"thủ quỹ", "thủ trưởng", "tổ", "tổ chức", "trung tâm", "trưởng thôn", "ubnd", "uỷ ban nhân dân",
	"ủy ban nhân dân", "văn phòng", "văn thư", "viên chức", "vợ, chồng",
}

// somebody is followed by two words at least that tell who: "người tiếp nhận", "người có thẩm quyền".
const somebody = "người"

// deeds are how what is done in a step begins.
var deeds = []string{
	"ban hành", "bàn giao", "báo", "bầu", "bình xét", "bỏ phiếu", "cấp", "chấm", "chi", "cho phép",
	"cho ý kiến", "chọn", "chuẩn bị", "chuyển", "chứng thực", "có mặt", "có văn bản", "có đơn", "công bố",
	"công khai", "cử", "dự thảo", "duyệt", "đăng ký", "đến", "đề nghị", "đề xuất", "điền", "đóng",
	"đối chiếu", "ghi", "giải quyết", "giao", "gửi", "họp", "hoàn thiện", "hướng dẫn", "kê khai", "khai",
	"kiểm tra", "ký", "làm", "lấy", "lập", "mang", "mở", "mời", "nêu", "nghiên cứu", "nhận", "niêm yết",
	"nộp", "phân công", "phân loại", "phê duyệt", "phối hợp", "quan sát", "quyết định", "ra thông báo",
	"rà soát", "soạn", "tạo", "tham mưu", "thẩm định", "thẩm tra", "theo dõi", "thông báo", "thu",
	"thực hiện", "tiếp nhận", "tìm", "tổ chức", "tổng hợp", "tra cứu", "trả", "triệu tập", "trình", "tự",
	"vào sổ", "viết", "xác minh", "xác nhận", "xem xét", "xét", "xếp", "xuất trình", "yêu cầu",
}

// By is who does the step, in the words with which its text begins: "Công chức tư pháp - hộ tịch". It is "" where the
// text does not begin with somebody and a deed; nobody is guessed.
func (s Step) By() string {
	words := strings.Fields(s.Says())
	at := begins(words, actors)
	if at == 0 && len(words) > 0 && sameWord(words[0], somebody) {
		at = 3
	}
	for n := at; at > 0 && n <= min(len(words)-1, longestActor); n++ {
		if strings.ContainsAny(words[n-1], ".;:") {
			break
		}
		if !strings.HasSuffix(words[n-1], ",") && begins(words[n:], deeds) > 0 {
			return strings.Join(words[:n], " ")
		}
	}
	return ""
}

// begins is with how many of the words one of the terms begins them, the longest that does; 0: none.
func begins(words, terms []string) (n int) {
	for _, term := range terms {
		parts := strings.Fields(term)
		if len(parts) > n && len(parts) <= len(words) && slices.EqualFunc(words[:len(parts)], parts, sameWord) {
			n = len(parts)
		}
	}
	return n
}

// sameWord compares without regard to capitals and to the mark behind a word.
func sameWord(a, b string) bool {
	return strings.EqualFold(strings.TrimRight(a, ",;."), strings.TrimRight(b, ","))
}

var stepTime = regexp.MustCompile(
	`(?i)(?:(?:trong(?: thời hạn| thời gian| vòng)?|không quá|chậm nhất(?: là| trong)?|tối đa|sau) )+` +
		`\d+(?:[.,]\d+)?(?: \([^)]*\))? (?:ngày làm việc|ngày|giờ làm việc|giờ|phút|tháng|năm)` +
		`(?:,? kể từ[^.;,]*)?`)

// Time is how long the step takes, in the words of its text: "trong 03 ngày làm việc kể từ ngày nhận hồ sơ". It is ""
// where the text names no time.
func (s Step) Time() string { return stepTime.FindString(s.Text) }
