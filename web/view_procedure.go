package web

// procedureShow is a procedure as anyone reads it. Template: procedure/show.
type procedureShow struct {
	frame
	Code      string
	Name      string
	State     string  // one line: "Cấp xã · Hộ tịch · công khai 12/3/2024 · bản 4"
	Badges    []badge // kind, group, status, ours: for officials
	Actions   []link  // the first is the main one
	Answers   []answer
	Parts     []procedurePart
	Versions  link // "4 phiên bản"
	Source    string
	Saved     string // what was just saved, in words; once
	Decisions []link // of the register that touch it; for officials
	Notice    string // "Thủ tục này hết hiệu lực từ 01/7/2024 theo Quyết định …"; empty for none
}

// answer is one of the five answers: Mang gì · Nộp ở đâu · Bao lâu · Hết bao nhiêu · Trực tuyến?
type answer struct {
	Question string
	Text     string // "3 giấy tờ"; "chưa có thông tin" where unknown
	More     string // a second line, smaller
	Href     string // to the part that says it in full
	Unknown  bool
}

// procedurePart is one constituent part. At most one of the lists is filled; with none, Text says what is
// known, and Unknown that nothing is.
type procedurePart struct {
	ID       string // "ho-so": place in the page
	Title    string // "Thành phần hồ sơ"
	Text     []string
	Steps    []stepLine
	Dossier  []dossierTable
	Methods  []methodLine
	Law      []lawLine
	Facts    []fact
	Unknown  bool   // shown as "chưa có thông tin"
	Feedback string // address of the form, "Góp ý về phần này"
}

type stepLine struct {
	Name string
	Text []string
}

// dossierTable is the papers of one case; Name is its condition, empty for the only case.
type dossierTable struct {
	Name   string
	Papers []paperLine
}

type paperLine struct {
	Name      string
	Originals string // "1"; "chưa rõ" where it is not stated
	Copies    string
	Forms     []link
	Held      string // "đã có trong CSDL quốc gia về dân cư"
}

type methodLine struct {
	Channel string
	Limit   string
	Fee     string
	Text    string
}

type lawLine struct {
	Number string
	Name   string
}

type fact struct {
	Term string
	Text string
}

// procedureVersions lists the versions of a procedure, newest first. Template: procedure/versions.
type procedureVersions struct {
	frame
	Code, Name string
	Back       string
	CompareTo  string // address that the form of two versions is sent to
	Versions   []versionLine
}

type versionLine struct {
	Number   string // "4"
	When     string
	Who      string // empty for the public
	Reason   string // empty for the public
	Source   string
	Changes  string // "bỏ 02 giấy tờ, rút ngắn 05 → 03 ngày làm việc"
	Href     string
	Current  bool
	From, To bool // chosen in the form at first: the newest and the one before
}

// procedureCompare is two versions side by side. Template: procedure/compare.
type procedureCompare struct {
	frame
	Code, Name string
	Back       string
	From, To   string // "Bản 3, ngày 01/3/2024"
	InWords    []string
	Parts      []comparedPart
	Same       []string // titles of the parts that did not change, folded
}

// comparedPart is one part that changed. Before and After are the two sides; Inline is both in one.
type comparedPart struct {
	ID     string
	Title  string
	Words  string // "bỏ 01 giấy tờ"
	Before diffText
	After  diffText
	Inline diffText
}
