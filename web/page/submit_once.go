package page

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"html"
	"io"
	"maps"
	"mime/multipart"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// Every form of a page carries a number, so that a double click, a reload or two parallel posts do a thing once and
// get the same answer. The number names who opened the page: what one person typed is not sent by another.

// NumberField is the hidden field of the number.
const NumberField = "bieu-mau"

// newNumber is the number of the forms of one page, opened by a person ("" for nobody).
func newNumber(person string) string { return person + "." + NewID() + NewID() }

// OpenedBy is who opened the page of a number.
func OpenedBy(number string) string {
	i := strings.LastIndex(number, ".")
	return number[:max(i, 0)]
}

var postForm = regexp.MustCompile(`<form\b[^>]*\bmethod="post"[^>]*>`)

// numberForms gives each form of a page its number; those of the frame around it need none.
func numberForms(page []byte, number string) []byte {
	hidden := []byte(`<input type="hidden" name="` + NumberField + `" value="` + html.EscapeString(number) + `">`)
	return postForm.ReplaceAllFunc(page, func(tag []byte) []byte {
		if bytes.Contains(tag, []byte(" data-frame")) {
			return tag
		}
		return slices.Concat(tag, hidden)
	})
}

// formKey names a form with what was typed into it; "" where it carries no number. The same form with other words in
// it is another one: somebody went back and changed something.
func formKey(number string, r *http.Request, in url.Values) string {
	if number == "" {
		return ""
	}
	h := sha256.New()
	_, _ = io.WriteString(h, number+"\n"+r.URL.RequestURI()+"\n"+in.Encode()) // a hash takes everything
	if r.MultipartForm != nil {
		for _, name := range slices.Sorted(maps.Keys(r.MultipartForm.File)) {
			for _, f := range r.MultipartForm.File[name] {
				_, _ = io.WriteString(h, "\n"+name+"\n"+f.Filename+"\n")
				hashFile(h, f)
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

func hashFile(to io.Writer, f *multipart.FileHeader) {
	r, err := f.Open()
	if err != nil {
		return // the handler meets the same error and says it
	}
	defer r.Close()
	_, _ = io.Copy(to, r)
}

// rememberAnswers is how long an answer is remembered, and mostAnswers how many are.
const (
	rememberAnswers = 12 * time.Hour
	mostAnswers     = 10_000
)

// onlyOnce remembers what became of forms.
type onlyOnce struct {
	mu      sync.Mutex
	answers map[string]*formAnswer
	order   []*formAnswer // oldest first
}

// formAnswer is what became of one form. Only who has the turn touches it.
type formAnswer struct {
	key   string
	begun time.Time
	turn  chan struct{}
	taken bool
	done  Done
}

// do does a thing unless the same form did it before, or is doing it: then it waits and gives that answer. What was
// refused, or broke, is done anew.
func (o *onlyOnce) do(ctx context.Context, key string, do func() (Done, error)) (Done, error) {
	if key == "" {
		return do()
	}
	a := o.answer(key)
	select {
	case a.turn <- struct{}{}:
		defer func() { <-a.turn }()
	case <-ctx.Done():
		return Done{}, ctx.Err()
	}
	if a.taken {
		return a.done, nil
	}
	done, err := do()
	a.done, a.taken = done, err == nil && done.Show == nil
	return done, err
}

// answer finds the answer of a form, or makes its place, and forgets the oldest.
func (o *onlyOnce) answer(key string) *formAnswer {
	o.mu.Lock()
	defer o.mu.Unlock()
	for len(o.order) > 0 && (len(o.order) > mostAnswers || time.Since(o.order[0].begun) > rememberAnswers) {
		delete(o.answers, o.order[0].key)
		o.order = o.order[1:]
	}
	a := o.answers[key]
	if a == nil {
		a = &formAnswer{key: key, begun: time.Now(), turn: make(chan struct{}, 1)}
		o.answers[key], o.order = a, append(o.order, a)
	}
	return a
}
