package web

// workShow is what waits for whoever asks. Template: work.
type workShow struct {
	frame
	State    string
	Groups   []workGroup
	None     string // nothing waits
	Dates    []workDate
	Progress []workProgress
}

// workGroup is tasks of one urgency: late, due, waiting.
type workGroup struct {
	Title string
	Tone  string
	Tasks []workTask
}

// workTask is one thing that waits, with its one action.
type workTask struct {
	What   string // "Rà soát"
	Code   string
	Title  string
	Detail string // "Trả lại: …", "của Nguyễn Thị Hoa"
	Due    string // "hạn 17/7/2024, còn 2 ngày làm việc"
	Late   bool
	Action link
}

type workDate struct {
	Date, Left, Title, Href string
	Late                    bool
}

type workProgress struct {
	Unit string
	Text string // "8/11 đã nộp"
	Late string // "3 quá hạn"
	Bar  bar
	Own  bool
}
