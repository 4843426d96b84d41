// Package peer puts the search of the program beside other engines on the same procedures and the same
// queries: SQLite's FTS5 and PostgreSQL's full text search, each at its best. It is a module of its own, so
// that nothing of them reaches the program.
package peer

import (
	"context"
	"path/filepath"
	"strings"

	"rasoat/catalog"
	"rasoat/search"
	"rasoat/search/measure"
	"rasoat/viet"
)

// Mode is how much of an answer is asked for.
type Mode int

// The modes.
const (
	Hits   Mode = iota // ten hits
	Facets             // with exact counts of fields
	Full               // with facets and highlight
)

func (m Mode) String() string {
	return [...]string{"ten hits", "with facets", "with facets and highlight"}[m]
}

// Engine is one of those compared.
type Engine interface {
	Name() string
	Fill(ctx context.Context, list []catalog.Procedure) error
	Ask(ctx context.Context, text string, mode Mode) (measure.Answer, error)
	Bytes() (int64, error)
	Close() error
}

// ours is the program's own search. It counts facets and highlights in every mode.
type ours struct {
	dir   string
	index *search.Index
}

// Ours makes the program's search in dir.
func Ours(dir string, words search.Vocabulary) (Engine, error) {
	x, err := search.Create(filepath.Join(dir, "index"), search.Options{Vocabulary: words})
	return &ours{dir, x}, err
}

func (o *ours) Name() string { return "rasoat" }

func (o *ours) Fill(ctx context.Context, list []catalog.Procedure) error {
	return search.CatchUp(ctx, o.index, source(list))
}

func (o *ours) Ask(ctx context.Context, text string, _ Mode) (measure.Answer, error) {
	r, err := o.index.Search(ctx, search.Query{Text: text, Scope: search.Official})
	a := measure.Answer{Weak: r.Weak}
	for _, h := range r.Hits {
		a.Codes = append(a.Codes, string(h.Key))
	}
	return a, err
}

// suggest is what is shown while the text is being typed.
func (o *ours) suggest(ctx context.Context, text string) error {
	_, err := o.index.Suggest(ctx, text, 8, search.Official)
	return err
}

func (o *ours) Bytes() (int64, error) { return sizeOf(o.dir) }
func (o *ours) Close() error          { return o.index.Close() }

// source is a list as a source of changes.
type source []catalog.Procedure

// Changes implements search.Source.
func (s source) Changes(_ context.Context, after int64, limit int) ([]search.Change, error) {
	var out []search.Change
	for i := int(after); i < len(s) && len(out) < limit; i++ {
		key := s[i].Code.Key()
		out = append(out, search.Change{Seq: int64(i + 1), Key: key, Doc: &search.Document{Key: key, Procedure: s[i]}})
	}
	return out, nil
}

// texts is a procedure as the columns of a peer: name, also known as, papers, everything else.
func texts(p *catalog.Procedure, also []string) (name, known, papers, rest string) {
	var list []string
	for _, c := range p.Dossier {
		for _, d := range c.Papers {
			list = append(list, d.Name+" "+strings.Join(d.Forms, " "))
		}
	}
	list = append(list, p.Field)
	for _, r := range p.Results {
		list = append(list, r.Name)
	}
	var more []string
	for _, s := range p.Steps {
		more = append(more, s.Text)
	}
	more = append(more, p.Conditions)
	for _, l := range p.Law {
		more = append(more, l.Number)
	}
	more = append(append(more, p.Applicants...), string(p.Code))
	return viet.NFC(
			p.Name,
		), viet.NFC(
			strings.Join(also, "\n"),
		), viet.NFC(
			strings.Join(list, "\n"),
		), viet.NFC(
			strings.Join(more, "\n"),
		)
}

// folded is a text with đ made d, which engines that only strip marks do not.
func folded(text string) string {
	return strings.NewReplacer("đ", "d", "Đ", "D", "Ð", "D").Replace(text)
}

// wordsOf is the words of a query, for engines whose query language must not see its signs.
func wordsOf(text string) []string {
	return strings.FieldsFunc(viet.NFC(text), func(r rune) bool {
		return !(r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 127 && r != '\u00a0' &&
			r < 0x1f000)
	})
}
