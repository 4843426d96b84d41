package web

import (
	"html/template"

	"rasoat/app/text"
)

// frame is what stands around every page. Every view model of a page embeds one.
type frame struct {
	Title   string // of the window: "Đăng ký khai sinh"; the commune's name is added
	Commune string // "UBND xã Vĩnh Chấp"
	Work    bool   // the frame for officials: list at the left, plan and date
	Demo    bool   // the banner that says that everything is illustration
	Done    string // what was done before this page was opened; empty: nothing
	Alert   string // what is to be known before anything on the page; empty: nothing

	Query    string // stands in the search box of the head
	NoSearch bool   // where the page itself is the search: home

	Person     string // who is signed in; empty for the public
	Role       string // "Văn phòng"
	SignInHref string // "/dang-nhap?tiep=/…"; used where nobody is signed in

	Nav  []navItem // the entries that this person may open
	Plan planLine
	Pick planPick // the other plans that the page may be about

	Description string // one sentence for search engines; empty keeps a page out of them
	Words       string // what the scripts say, as JSON

	DataVersion string // "Dữ liệu ngày 15/7/2024, bản 1.204"

	Here      string    // the address of this page, to come back to in the other language
	OtherLang text.Lang // which that is
}

// describe says in a sentence of its own what a page for everybody is about; pages of officials have none.
func (f *frame) describe(sentence string) {
	if f.Description != "" {
		f.Description = sentence
	}
}

// navItem is one entry of the list at the left.
type navItem struct {
	Text    string
	Href    string
	Count   string // what waits there; empty for none
	Current bool
}

// planLine is the plan and its next date: "Kế hoạch 29 · còn 12 ngày làm việc đến 09/8".
type planLine struct {
	Plan string // "Kế hoạch 29"; empty: no plan, nothing is shown
	Date string // "còn 12 ngày làm việc đến 09/8"
	Href string
	Late bool // then Date says so in words, and it stands out
}

// planPick offers the plans that pages may be about, where there are several.
type planPick struct {
	Notice  string // that this is not the plan that is followed; empty where it is
	Choices []planChoice
	Back    string // where to come back to: this page, of the plan that was chosen
}

// planChoice is one plan to show. An empty ID is the plan that is followed.
type planChoice struct {
	ID   string
	Text string // "31/KH-UBND, năm 2025, đang thực hiện"
}

// link is a text that leads somewhere. An empty Href is plain text.
type link struct {
	Text string
	Href string
}

// badge is a word about the state of something. Tone colours it: "", "met", "warn", "bad", "accent"; the
// word says the same without the colour.
type badge struct {
	Text string
	Tone string
}

// figure is a number with its unit, as viet/ writes it, and a word beside it where it was not measured:
// "minh họa", "ước tính", "điển hình".
type figure struct {
	Text string
	Unit string
	Note string
}

// bar is a progress bar against a mark. Percent and Mark are 0 to 100, written with a point, for the
// drawing alone ("18.6"); Label says it in words. An empty Mark draws none.
type bar struct {
	Percent string
	Mark    string
	Tone    string
	Label   string
}

// pathStep is one step of the path of a proposal, with who and when where it has been taken.
type pathStep struct {
	Text    string // "Đã trình"
	Who     string
	When    string
	Done    bool
	Current bool
	Bad     bool // returned, refused, withdrawn
}

// emptyState says why a list is empty and offers the next step.
type emptyState struct {
	Text string
	Next link
}

// paging leads through the pages of a list; the place stands in the address.
type paging struct {
	Text  string // "21–40 trong 112"
	Prev  string // address; empty at the first page
	Next  string
	Pages []pageLink
}

type pageLink struct {
	Text    string
	Href    string // empty: a gap, "…"
	Current bool
}

// facetList is one group of filters. Each value is a link that sets or lifts it.
type facetList struct {
	Title  string
	Values []facetValue
}

type facetValue struct {
	Text  string
	Count string
	Href  string
	Set   bool
}

// diffText is a text compared word by word, in order.
type diffText []diffSegment

// diffSegment is a run of words: "same", "ins" (underlined) or "del" (struck through).
type diffSegment struct {
	Op   string
	Text string
}

// marked is text with <mark> around what was searched for, escaped by the search.
type marked = template.HTML
