package review_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// ofPapers is a procedure whose dossier is these papers.
func ofPapers(names ...string) catalog.Procedure {
	var c catalog.DossierCase
	for _, n := range names {
		c.Papers = append(c.Papers, catalog.Paper{Name: n, Originals: value.Known(1)})
	}
	return catalog.Procedure{Dossier: []catalog.DossierCase{c}}
}

// Decree 63/2010/NĐ-CP, article 28: each paper is asked of once, in the order of the dossier, whichever cases need it,
// and a remark in the list is no paper (PapersAsked).
func TestPapersAsked_Article28(t *testing.T) {
	p := ofPapers("- Tờ khai", "Giấy khai sinh", "Lưu ý: nộp trong giờ làm việc")
	p.Dossier = append(p.Dossier, catalog.DossierCase{Name: "Trường hợp ủy quyền", Papers: []catalog.Paper{
		{Name: "Giấy khai sinh ", Copies: value.Known(1)},
		{Name: "Văn bản ủy quyền", Originals: value.Known(1)},
	}})
	want := []string{"Tờ khai", "Giấy khai sinh", "Văn bản ủy quyền"}
	if got := review.PapersAsked(p); !slices.Equal(got, want) {
		t.Errorf("asked of %q, want %q", got, want)
	}
}

// Decree 63/2010/NĐ-CP, article 28: PaperQuestions are asked of each paper, so that the form counts one answer for
// each of both; what was answered for the whole dossier counts as it did, and nobody is said to have looked at a paper.
func TestForm_papers(t *testing.T) {
	p, per := ofPapers("Tờ khai", "Sổ hộ khẩu"), len(review.PaperQuestions())
	all, empty := len(review.Questions()), review.Form{}.On(p)
	if got := review.Progress(empty).Total; got != all+per {
		t.Errorf("of two papers %d questions, want %d", got, all+per)
	}
	if got := review.Progress(review.Form{}.On(catalog.Procedure{})).Total; got != all {
		t.Errorf("without papers %d questions, want %d", got, all)
	}
	whole := review.Form{Answers: map[string]review.Answer{}}
	for _, q := range review.Questions() {
		whole.Answers[q.ID] = review.Answer{Value: review.Yes, Reason: "đã xem"}
	}
	old := whole.On(p)
	if n := review.Progress(old); n.Answered != all || n.Total != all || len(old.Unanswered()) != 0 {
		t.Errorf("answered for the whole dossier: %+v", n)
	}
	for _, x := range old.Papers {
		if len(x.Answers) > 0 {
			t.Errorf("%s got answers that nobody gave: %v", x.Paper, x.Answers)
		}
	}
	old.Papers[1].Answers = map[string]review.AnswerValue{"dossier.needed": review.No}
	if n := review.Progress(old); n.Total != all+1 || n.Answered != all+1 {
		t.Errorf("one paper on its own beside the whole: %+v", n)
	}
	if got := problemFields(review.FormGaps(old)); !slices.Contains(got, "papers[1].reason") {
		t.Errorf("a bad paper without a reason: %v", got)
	}
}

// Practice, not law: docs/decisions/0176: a list of papers that changes moves no answer to another paper; what was
// said of one that is gone is kept, asked nothing, and comes back with it.
func TestForm_papersThatChange(t *testing.T) {
	first := ofPapers("Tờ khai", "Sổ hộ khẩu", "Giấy khai sinh")
	f := review.Form{Papers: []review.PaperReview{
		{Paper: "Sổ hộ khẩu", Answers: map[string]review.AnswerValue{"dossier.needed": review.No}, Reason: "đã bỏ"},
		{Paper: "Giấy khai sinh", Answers: map[string]review.AnswerValue{"dossier.needed": review.Yes}},
	}}
	says := func(f review.Form) (out []string) {
		for _, x := range f.Papers {
			said := x.Paper + " " + string(x.Answers["dossier.needed"])
			if x.Gone {
				said += " gone"
			}
			out = append(out, said)
		}
		return out
	}
	for _, c := range []struct {
		name string
		on   catalog.Procedure
		want []string
	}{
		{"as it was", first, []string{"Tờ khai ", "Sổ hộ khẩu no", "Giấy khai sinh yes"}},
		{"another before it", ofPapers("Ảnh", "Tờ khai", "sổ hộ  khẩu", "Giấy khai sinh"),
			[]string{"Ảnh ", "Tờ khai ", "sổ hộ khẩu no", "Giấy khai sinh yes"}},
		{"one gone", ofPapers("Tờ khai", "Giấy khai sinh"),
			[]string{"Tờ khai ", "Giấy khai sinh yes", "Sổ hộ khẩu no gone"}},
		{"one in its place", ofPapers("Tờ khai", "Căn cước", "Giấy khai sinh"),
			[]string{"Tờ khai ", "Căn cước ", "Giấy khai sinh yes", "Sổ hộ khẩu no gone"}},
	} {
		now := f.On(c.on)
		if diff := cmp.Diff(c.want, says(now)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if diff := cmp.Diff(says(f.On(first)), says(now.On(first))); diff != "" {
			t.Errorf("%s and back: %s", c.name, diff)
		}
	}
	gone := f.On(ofPapers("Tờ khai"))
	if got := review.Opened(gone); len(got) != 0 {
		t.Errorf("a paper that is gone opens %v", got)
	}
	if got := len(gone.Asked()); got != len(review.Questions()) {
		t.Errorf("%d questions, of one paper", got)
	}
}

// Practice, not law: docs/decisions/0176: the bad answers on a paper open one measure, about that paper, and one change
// fills one measure: that of its paper (Opened, FitMeasures).
func TestOpened_papers(t *testing.T) {
	proc := ofPapers("Tờ khai", "Sổ hộ khẩu", "Trích lục")
	f := review.Form{Papers: []review.PaperReview{
		{Paper: "Sổ hộ khẩu", Reason: "đã có trong dữ liệu dân cư", Answers: map[string]review.AnswerValue{
			"dossier.held": review.Yes, "dossier.needed": review.No, "dossier.legal": review.No,
		}},
		{Paper: "Trích lục", Reason: "tra cứu được", Measure: "khai thác dữ liệu hộ tịch",
			Answers: map[string]review.AnswerValue{"dossier.held": review.Yes, "dossier.needed": review.Yes}},
		{Paper: "Tờ khai", Answers: map[string]review.AnswerValue{"dossier.needed": review.Yes}},
	}}.On(proc)
	book := review.Measure{Kind: review.CutDocument, Part: catalog.PartDossier, Paper: "Sổ hộ khẩu",
		Reason: "đã có trong dữ liệu dân cư"}
	extract := review.Measure{Kind: review.ReuseData, Part: catalog.PartDossier, Paper: "Trích lục",
		Content: "khai thác dữ liệu hộ tịch", Reason: "tra cứu được"}
	opened := review.Opened(f)
	if diff := cmp.Diff([]review.Measure{book, extract}, opened); diff != "" {
		t.Fatal(diff)
	}
	removed := func(i int) []review.Measure {
		derived := review.MeasuresOf(proc, []review.Change{{Op: review.RemovePaper, Case: 0, Index: i}})
		derived[0].Content = "Bỏ giấy tờ: " + derived[0].Content
		return derived
	}
	filled := book
	filled.Content = "Bỏ giấy tờ: Sổ hộ khẩu"
	for _, c := range []struct {
		name  string
		paper int
		want  []review.Measure
	}{
		{"its own measure is filled", 1, []review.Measure{filled, extract}},
		{"a measure with words keeps them", 2, []review.Measure{book, extract}},
		{"a paper that was not bad has a new one", 0, append([]review.Measure{book, extract}, removed(0)...)},
	} {
		if diff := cmp.Diff(c.want, review.FitMeasures(opened, nil, removed(c.paper))); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
	again := review.FitMeasures(review.FitMeasures(opened, nil, removed(1)), nil, opened)
	if diff := cmp.Diff([]review.Measure{filled, extract}, again); diff != "" {
		t.Errorf("the form again: %s", diff)
	}
}

// Practice, not law: docs/decisions/0143: "the rest is fulfilled" answers each paper that nobody answered, leaves the
// others as they are, and says of which papers (AnswerRest).
func TestAnswerRest_papers(t *testing.T) {
	proc := ofPapers("Tờ khai", "Sổ hộ khẩu")
	bad := review.PaperReview{Paper: "Sổ hộ khẩu", Reason: "đã bỏ",
		Answers: map[string]review.AnswerValue{"dossier.needed": review.No}}
	f := review.Form{Papers: []review.PaperReview{bad}}.On(proc)
	open := len(f.Unanswered())
	got, err := review.AnswerRest(f, proc, "Minh", value.MustDate("2024-07-15"))
	if err != nil || len(got.Unanswered()) != 0 || len(got.Rest[0].Questions) != open {
		t.Fatalf("%v, %d open, %d of %d told", err, len(got.Unanswered()), len(got.Rest[0].Questions), open)
	}
	if got.Papers[1].Answers["dossier.needed"] != review.No || got.Papers[0].Answers["dossier.held"] != review.No ||
		got.Papers[0].Answers["dossier.legal"] != review.Yes {
		t.Errorf("papers %+v", got.Papers)
	}
	if !slices.Contains(got.Rest[0].Questions, "dossier.held/Tờ khai") {
		t.Errorf("told %q", got.Rest[0].Questions)
	}
	if len(f.Unanswered()) != open || len(f.Papers[0].Answers) != 0 {
		t.Error("the form before was written in")
	}
	kept := review.Proposal{Conclusion: review.Keep, Members: []review.Member{{Procedure: "NB-01"}}}
	if p := review.CheckKept(kept, map[catalog.Code]review.Form{"NB-01": f}); len(p) != 1 || p[0].Args[1] != open {
		t.Errorf("kept with papers open: %v", p)
	}
}

// An answer to a question that is not asked of papers, or that is none, is no draft either.
func TestCheckForm_papers(t *testing.T) {
	f := review.Form{Papers: []review.PaperReview{{Paper: "Tờ khai", Answers: map[string]review.AnswerValue{
		"name.clear": review.Yes, "dossier.needed": review.NotApplicable, "dossier.held": "maybe",
	}}}}
	got := strings.Join(problemFields(review.FormFaults(f)), " ")
	want := "papers[0].answers.dossier.held papers[0].answers.dossier.needed papers[0].answers.name.clear"
	if got != want {
		t.Errorf("faults at %q", got)
	}
}

func problemFields(all value.Problems) (out []string) {
	for _, x := range all {
		out = append(out, x.Field)
	}
	return out
}
