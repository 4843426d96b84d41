package web

// home is the first page: search, the situations of life, and how the commune stands.
// Template: home.
type home struct {
	frame
	Total      string // "312 thủ tục"
	Examples   []link // two searches that show what may be typed
	Situations []link // "Có con nhỏ" → its procedures
	Sought     []link // most sought
	Indicators homeIndicators
}

// homeIndicators is the line of the indicators that the office has released. An empty Text says that none is.
type homeIndicators struct {
	Text string // "Tháng 6/2024: 11/13 chỉ tiêu đạt"
	Href string
}
