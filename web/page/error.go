package page

import (
	"net/http"
	"strconv"
)

// StatusNumber writes an HTTP status: "404".
func StatusNumber(status int) string { return strconv.Itoa(status) }

// ErrorHeadline is the code of the sentence that heads the page of an error.
func ErrorHeadline(status int) string {
	switch status {
	case http.StatusNotFound, http.StatusForbidden, http.StatusBadRequest, http.StatusConflict,
		http.StatusRequestEntityTooLarge, http.StatusServiceUnavailable, http.StatusInsufficientStorage:
		return "page.error." + StatusNumber(status)
	}
	return "page.error.500"
}

// ErrorPage is what is said where a page cannot be shown: 403, 404, 413, 500. Template: page/error.
type ErrorPage struct {
	Frame
	Status   string // "404"
	Headline string // "Không tìm thấy trang này"
	Text     string // what to do
	Request  string // id of the request, for 500
	Next     []Link
}
