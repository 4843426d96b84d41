package web

import "rasoat/web/field"

// announcementList is the register of decisions on procedures. Template: announcement/list.
type announcementList struct {
	frame
	State   string
	Add     link
	Files   []link
	Filters []monthTab
	Years   []monthTab // empty where all stand in one year
	Rows    []announcementRow
	Nothing emptyState
}

// announcementRow is a decision in a list.
type announcementRow struct {
	Href     string
	Number   string
	Signed   string // "05/7/2024, UBND tỉnh"
	Title    string
	Received string
	From     string
	Touches  string // "2 sửa đổi, bổ sung, 1 bãi bỏ"
	Due      string
	Posted   string // "09/7/2024, Bộ phận một cửa"
	State    badge
	Verdict  verdict
}

// announcementEdit is the form of a decision. Template: announcement/edit.
type announcementEdit struct {
	frame
	Headline string
	State    string
	Both     bothVersions
	Summary  field.Summary
	Action   string
	Back     link
	Version  string          // that the form started from; empty for a new one
	Fixed    []indicatorTerm // what stands because the catalogue has it already
	Decision []field.Cell
	Days     []field.Cell
	Lists    []field.Cell // empty where they stand
	Find     announcementFind
	Scan     field.Cell
	Kept     string // "Đã nhận tệp 812.pdf"
	ScanSHA  string
	ScanName string
	Note     field.Cell
}

// announcementFind finds procedures for the lists.
type announcementFind struct {
	Text field.Cell
	Into field.Cell
	Hits []announcementHit
	None string // that nothing was found
}

type announcementHit struct {
	ID    string // of its box
	Code  string
	Name  string
	State string
}

// announcementShow is a decision with what it does and what is still to be done. Template: announcement/show.
type announcementShow struct {
	frame
	Headline string
	State    badge
	Verdict  verdict
	Line     string // "Hạn niêm yết 17/7/2024, còn 2 ngày làm việc"
	Saved    string // what was just done; once
	Clash    string // that somebody else was faster
	Summary  field.Summary
	Actions  []link
	Facts    []indicatorTerm
	Effects  []announcementEffect
	Holes    []string // why it cannot be let into the catalogue
	Explain  string   // what happens to the catalogue and when
	Apply    string   // address of the button; empty where there is none
	Version  string
	Steps    []announcementStep
	History  []string
}

// announcementEffect is one procedure that the decision touches.
type announcementEffect struct {
	Href    string
	Code    string
	Name    string
	What    string   // "sửa đổi, bổ sung"
	Changes []string // in words
	State   badge    // "đã cập nhật 15/7/2024"
	Edit    string   // where its text is amended
}

// announcementStep is one step as a form.
type announcementStep struct {
	Title  string
	Hint   string
	Action string
	Base   string // version that it starts from
	Fields []field.Cell
	Button string
	Plain  bool
	Fold   bool // behind its title
}
