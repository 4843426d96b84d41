package web

import "rasoat/web/field"

// settingList is all settings, asked and answered in sentences. Template: setting/list.
type settingList struct {
	frame
	Parts []settingPart
}

// settingPart is the settings that are edited together.
type settingPart struct {
	ID     string
	Title  string
	Text   string
	Edit   link
	Closed string // why this person may not edit it; empty where they may
	Asks   []settingSaid
	Past   []string // how it was changed, newest first
}

// settingSaid is one question with its answer.
type settingSaid struct {
	Question string
	Answer   string
	Missing  bool // not answered yet: the answer says what follows
	Default  string
	Source   string
	History  []string
}

// settingShow is the form for some of the settings. Template: setting/show.
type settingShow struct {
	frame
	Headline string
	State    string
	Notice   string // what must be known before saving
	Summary  field.Summary
	Both     bothVersions
	Action   string
	PlanID   string // of the plan whose settings these are; empty for the commune's
	Version  string // the version that the form started from
	Groups   []settingGroup
}

type settingGroup struct {
	ID    string
	Title string
	Asks  []settingAsk
}

// settingAsk is one setting: the question, its answer, its default and its history.
type settingAsk struct {
	Field   field.Cell
	Default string   // "Mặc định: 20"
	Source  string   // "Thông tư 02/2017/TT-VPCP, Điều 27"
	History []string // "15/3/2024, Văn phòng: 15 → 20"
}

// settingDays is the table of holidays and of working days made up for, a year at a time. Template: setting/days.
type settingDays struct {
	frame
	State   string
	Saved   string
	Summary field.Summary
	Both    bothVersions
	Version string
	Year    string
	Years   []pageLink
	Rows    []dayRow
	Past    []string
}

// dayRow is a line of the table.
type dayRow struct {
	Date field.Cell
	Name field.Cell
	Kind field.Cell
}

// settingRates is the table of hourly rates and the form for the next row. Template: setting/rates.
type settingRates struct {
	frame
	State   string
	Saved   string
	Summary field.Summary
	Both    bothVersions
	Version string
	Rows    []rateRow
	Fields  []field.Cell
	Past    []string
}

type rateRow struct {
	From   string
	Kind   string
	Rate   string
	Source string
	State  badge
}

// bothVersions is what somebody else saved meanwhile beside what was typed: only what differs. No text: no conflict.
type bothVersions struct {
	Text string
	Rows []bothRow
}

type bothRow struct {
	Label string
	Saved string
	Typed string
}
