package web

// settingShow is the settings, asked in sentences. Template: setting/show.
type settingShow struct {
	frame
	State   string
	Saved   string // "Đã lưu lúc 14:05"; empty otherwise
	Summary errorSummary
	Version string // the version that the form started from
	Groups  []settingGroup
}

type settingGroup struct {
	ID    string
	Title string
	Asks  []settingAsk
}

// settingAsk is one setting: the question, its answer, its default and its history.
type settingAsk struct {
	Field   field
	Default string   // "Mặc định: 20"
	Source  string   // "Thông tư 02/2017/TT-VPCP, Điều 27"
	History []string // "15/3/2024, Văn phòng: 15 → 20"
}
