package web

import "rasoat/web/field"

// wordList is the words that search reads. Template: vocabulary/list.
type wordList struct {
	frame
	Tabs    []pageLink
	State   string
	Saved   string
	Add     link
	Search  field.Cell
	Keep    []fact // filters that the search keeps: name and value
	Filters []pageLink
	Rows    []wordRow
	Paging  paging
	Nothing emptyState
}

type wordRow struct {
	Href   string
	Short  string // "GKS"
	Said   string // "giấy sinh, giấy chào đời"
	Full   string // "giấy khai sinh"
	Note   string // "chỉ khi từ khác trong câu phù hợp"
	Badges []badge
}

// wordEdit is the form of a word, with what saving it would change. Template: vocabulary/edit.
type wordEdit struct {
	frame
	Tabs     []pageLink
	Headline string
	State    string
	Summary  field.Summary
	Both     bothVersions
	Action   string
	Version  string
	From     string // the query without an answer that led here
	Fields   []field.Cell
	Ticks    []tick
	Shipped  string // what comes with the program, where it was changed
	Preview  *wordPreview
	Past     []string
}

// wordPreview is what saving would change.
type wordPreview struct {
	Mark    string // of the word that was looked at
	Itself  []wordAsk
	Text    string // how many other queries change, of how many that were looked at
	Effects []wordEffect
	More    string
}

// wordAsk is what a query for the word itself finds, before and after.
type wordAsk struct {
	Text          string
	Same          string // "không đổi"; empty where it changes
	Before, After wordAnswer
}

// wordAnswer is the beginning of what a query finds.
type wordAnswer struct {
	Note string // "không tìm thấy", "12 thủ tục", "chỉ gần đúng"
	Hits []wordHit
}

type wordHit struct {
	Name string
	Href string
	New  bool // was not among them before
}

// wordEffect is another query that finds something else first.
type wordEffect struct {
	Text          string
	Whose         string // "đã hỏi 9 lần", "tên của 1.001193"
	What          badge
	Before, After wordAnswer
}

// queryList is the queries of a month without an answer. Template: vocabulary/unanswered.
type queryList struct {
	frame
	Tabs    []pageLink
	State   string
	Saved   string
	Problem string // why what was asked for was not done
	Months  []pageLink
	Month   string
	Rows    []queryRow
	Done    []queryRow
	DoneOf  string
	Aside   []queryRow
	AsideOf string
	Reasons []field.Option
	Nothing emptyState
}

type queryRow struct {
	Query   string
	Text    string
	Times   string
	Badges  []badge
	Version string
	Word    string // address of a new word for it
	Known   string // address of a new name for it
	Search  string // address of its results
	Why     string // why it was laid aside, and by whom
}

// knownList is the names by which procedures are known. Template: vocabulary/known.
type knownList struct {
	frame
	Tabs    []pageLink
	State   string
	Saved   string
	Summary field.Summary
	Fields  []field.Cell
	From    string // the query without an answer that led here
	Near    []link // procedures that its words find: their codes
	Open    bool   // the form stands open
	Search  field.Cell
	Rows    []knownRow
	Paging  paging
	Nothing emptyState
}

type knownRow struct {
	Code  string
	Name  string
	Href  string
	Names string
	Edit  link
}
