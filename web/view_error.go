package web

// errorPage is what is said where a page cannot be shown: 403, 404, 413, 500. Template: error.
type errorPage struct {
	frame
	Status   string // "404"
	Headline string // "Không tìm thấy trang này"
	Text     string // what to do
	Request  string // id of the request, for 500
	Next     []link
}
