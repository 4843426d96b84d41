package campaign

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// partDossier is the word of the part on whose page each paper of the dossier is asked about.
const partDossier = "ho-so"

// paperRows are what the form says of the papers, one line a paper, known by its name.
var paperRows = field.FixedRows("papers", func(f *review.Form) *[]review.PaperReview { return &f.Papers }, paperForm())

func paperForm() field.Form[review.PaperReview] {
	out := field.Form[review.PaperReview]{
		field.Key("paper", func(p *review.PaperReview) *string { return &p.Paper }),
	}
	for _, q := range review.PaperQuestions() {
		out = append(out, field.Own("answers."+q.ID,
			func(p *review.PaperReview) string { return string(p.Answers[q.ID]) },
			func(p *review.PaperReview, typed string) *value.Problem {
				p.Answers = maps.Clone(p.Answers)
				if p.Answers == nil {
					p.Answers = map[string]review.AnswerValue{}
				}
				p.Answers[q.ID] = review.AnswerValue(typed)
				return nil
			}))
	}
	return append(out,
		field.Long("reason", func(p *review.PaperReview) *string { return &p.Reason }),
		field.Long("measure", func(p *review.PaperReview) *string { return &p.Measure }))
}

// withTyped is a form with the papers that were typed about on a page that was opened before the list changed: what is
// said of them is kept.
func withTyped(f review.Form, in url.Values) review.Form {
	f.Papers = slices.Clone(f.Papers)
	for _, n := range field.RowNumbers(in, "papers") {
		name := viet.Clean(in.Get(field.RowName("papers", n) + ".paper"))
		known := func(p review.PaperReview) bool { return p.Paper == name }
		if name != "" && !slices.ContainsFunc(f.Papers, known) {
			f.Papers = append(f.Papers, review.PaperReview{Paper: name, Gone: true})
		}
	}
	return f
}

// paperTable is the papers of the dossier, each with the questions that are asked of it. Part: part/form_papers.
type paperTable struct {
	Heads []paperHead
	Rows  []paperRow
	Whole bool       // something was answered for the whole dossier before
	Gone  []toldLine // papers of which something is said and that the dossier has no more
}

// paperHead is a question as the head of its column.
type paperHead struct {
	Number              int
	Head, Text, OpensOn string
	Whole               string // what was answered for the whole dossier, "" where nothing
}

// paperRow is one paper; what a bad answer opens stands below its answers.
type paperRow struct {
	Number          int
	Name            string // of the row's fields
	Paper, Info     string // Info: "bản chính 1", what is known of it
	Cells           []paperCell
	Told            bool // reason or measure is filled in: shown whatever the answers
	Reason, Measure field.Cell
}

type paperCell struct {
	paperHead
	Name    string
	Opens   review.AnswerValue
	Given   review.AnswerValue
	Problem string
}

// paperTable lays out the questions on each paper, nil where the procedure has no list of papers.
func (s *Room) paperTable(sheet *field.Sheet, f review.Form, p catalog.Procedure) *paperTable {
	t := paperTable{Gone: s.toldPapers(f, true)}
	for i, q := range review.PaperQuestions() {
		h := paperHead{Number: i + 1, Head: s.Text.Say("question." + q.ID + ".head"), Text: s.paperQuestion(q)}
		h.OpensOn = s.Text.Name("answered", string(q.OpensOn))
		if a := review.AnswerValue(sheet.Typed.Get("answers." + q.ID + ".value")); a != review.NotAnswered {
			h.Whole, t.Whole = s.Text.Name("answered", string(a)), true
		}
		t.Heads = append(t.Heads, h)
	}
	for i, x := range f.Papers {
		if !x.Gone {
			t.Rows = append(t.Rows, s.paperRow(sheet, t.Heads, i, x, p))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return &t
}

func (s *Room) paperRow(
	sheet *field.Sheet, heads []paperHead, i int, x review.PaperReview, p catalog.Procedure,
) paperRow {
	at := field.RowName("papers", i)
	row := paperRow{
		Number:  i + 1,
		Name:    at,
		Paper:   x.Paper,
		Info:    s.paperInfo(p, x.Paper),
		Reason:  sheet.Cell(at+".reason", s.Text.Say("form02.reason"), field.Tall(2)),
		Measure: sheet.Cell(at+".measure", s.Text.Say("form02.measure"), field.Tall(2)),
	}
	row.Told = row.Reason.Value != "" || row.Measure.Value != "" || row.Reason.Problem != ""
	for n, q := range review.PaperQuestions() {
		name := at + ".answers." + q.ID
		row.Cells = append(row.Cells, paperCell{
			paperHead: heads[n],
			Name:      name,
			Opens:     q.OpensOn,
			Given:     review.AnswerValue(sheet.Typed.Get(name)),
			Problem:   sheet.Problem(name, heads[n].Head),
		})
	}
	return row
}

// paperInfo is what the procedure says of a paper: how many originals and copies, who has its data already.
func (s *Room) paperInfo(p catalog.Procedure, name string) string {
	for _, g := range catalog.PaperGroups(p) {
		for _, x := range g.Items {
			if !review.IsSamePaper(x.Name, name) {
				continue
			}
			var out []string
			if n, known := x.Originals.Get(); known && n > 0 {
				out = append(out, s.Text.Say("form02.paper.originals", n))
			}
			if n, known := x.Copies.Get(); known && n > 0 {
				out = append(out, s.Text.Say("form02.paper.copies", n))
			}
			if x.Held != "" {
				out = append(out, s.Text.Say("form02.paper.held", x.Held))
			}
			return page.Joined("; ", out...)
		}
	}
	return ""
}

// paperQuestion is what the form asks of one paper.
func (s *Room) paperQuestion(q review.Question) string {
	return s.Text.Say("question." + q.ID + ".paper")
}

// toldPapers is what a form says of each paper that stands in the dossier, or of those that are gone.
func (s *Room) toldPapers(f review.Form, gone bool) (out []toldLine) {
	for _, x := range f.Papers {
		if x.Gone != gone {
			continue
		}
		l := toldLine{Label: x.Paper, Reason: x.Reason, Measure: x.Measure, Bad: !gone && x.IsBad()}
		if gone {
			l.Label = s.Text.Say("form02.paper.gone_at", x.Paper)
		}
		var said []string
		for _, q := range review.PaperQuestions() {
			if a := x.Answers[q.ID]; a != review.NotAnswered {
				head := strings.TrimSuffix(s.Text.Say("question."+q.ID+".head"), "?")
				said = append(said, head+": "+viet.LowerFirst(s.Text.Name("answered", string(a))))
			}
		}
		l.Answer = strings.Join(said, "; ")
		out = append(out, l)
	}
	return out
}

// isWhole reports whether a question that is asked of each paper is asked of the whole dossier too: it was answered so,
// or there is no list of papers.
func isWhole(f review.Form, given review.AnswerValue) bool {
	isAsked := func(p review.PaperReview) bool { return !p.Gone }
	return given != review.NotAnswered || !slices.ContainsFunc(f.Papers, isAsked)
}
