package settings

import (
	"net/url"

	"rasoat/app"
	"rasoat/web/page"
)

// doPreview is what the button sends that shows the letterhead as it was typed and stores nothing.
const doPreview = "preview"

// typedPaper is what the particulars of a commune print as they were typed. Template: part/letterhead.
func typedPaper(typed url.Values) app.Paper {
	var c app.Commune
	communeTable.Read(typed, &c) // what cannot be read stands on no paper
	return app.SamplePaper(c)
}

// preview shows a form again as it was typed, but for passwords.
func preview(again func(page.Typed) error, in url.Values) page.Act {
	in.Del("password")
	in.Del("again")
	show := func() error { return again(page.Shown(in)) }
	return page.Act{Do: func() (page.Done, error) { return page.Done{Show: show}, nil }, Again: again}
}
