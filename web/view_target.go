package web

import "rasoat/web/field"

// targetBoard shows where the targets of a plan stand. Template: target/board.
type targetBoard struct {
	frame
	State     string     // "Ngày 15/7/2024 · danh mục chốt 47 thủ tục · còn 19 ngày làm việc"
	AsOf      field.Cell // another day, as it is written: "15/7/2024"
	NoList    emptyState
	HasList   bool // false: the campaign has no list yet, NoList says so
	Targets   []targetLine
	Proposals []decidingProposal // open proposals that decide it, those of the cheapest set first
	Choose    string             // "3 phương án, 7,5 ngày công, là tập nhỏ nhất đạt cả hai chỉ tiêu"
	Unpriced  []link
	Others    []otherTarget // targets outside the three bars
	Reports   []link
}

// targetLine is one target: its bar, its figures, its verdict in words.
type targetLine struct {
	ID        string
	Title     string // "Số lượng thủ tục được cắt giảm, đơn giản hóa"
	Source    string // "Kế hoạch 29, III.1.b"
	Percent   string // "18,60%"
	Threshold string // "ít nhất 20%"
	Sum       string // "20.974.080 / 112.787.888 đồng"
	Bar       bar
	Verdict   verdict
	Missing   string // "còn thiếu 1.583.498 đồng"; empty where met
	Proposed  string // "34,10% nếu các phương án đang trình được phê duyệt"
	Deadline  string // "trước 10/8/2024, ngày cuối 09/8/2024"
	Readings  []targetReading
}

// verdict is met ✓, not met ✗ or not arising –, always with its word.
type verdict struct {
	Sign string
	Text string
	Tone string
}

type targetReading struct {
	Name    string // "trên tổng chi phí của danh mục"
	Percent string
	Sum     string
	Verdict verdict
	Own     bool // the plan's own reading
}

type decidingProposal struct {
	Href    string
	Code    string
	Name    string
	State   badge
	Saving  string
	Percent string // what the targets would be with it: "số lượng 33,33% · chi phí 29,67%"
	Effort  string
	Chosen  bool // in the cheapest set
}

type otherTarget struct {
	ID       string
	Href     string
	Title    string
	Verdict  verdict
	Text     string
	Deadline string
}
