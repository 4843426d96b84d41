package page_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/web/page"
)

// The picture of the steps before and after holds each step of both versions exactly once, under its number, as the
// comparison reads it.
func TestCompared_HoldsEachStepOnce(t *testing.T) {
	words := rapid.SampledFrom([]string{"nộp hồ sơ", "kiểm tra", "trình ký", "ký số", "trả kết quả", "lưu hồ sơ"})
	rapid.Check(t, func(t *rapid.T) {
		version := func(label string) (p catalog.Procedure) {
			for i, text := range rapid.SliceOfN(rapid.SliceOfN(words, 1, 3), 0, 6).Draw(t, label) {
				p.Steps = append(p.Steps, catalog.Step{Name: fmt.Sprintf("Bước %d", i+1), Text: fmt.Sprint(text)})
			}
			return p
		}
		for _, part := range catalog.Diff(version("old"), version("new")).Parts {
			if part.Part != catalog.PartSteps || !part.Changed {
				continue
			}
			drawn := page.Compared(part, "")
			old, now := map[int]string{}, map[int]string{}
			for _, item := range drawn.Items {
				if !drawn.Steps || old[item.Was] != "" || now[item.Now] != "" {
					t.Fatalf("a step stands twice: %+v", drawn)
				}
				if item.Was > 0 {
					old[item.Was] = textOf(item.Before)
				}
				if item.Now > 0 {
					now[item.Now] = textOf(item.After)
				}
			}
			holds(t, old, part.Old)
			holds(t, now, part.New)
		}
	})
}

func textOf(text page.DiffText) (all string) {
	for _, s := range text {
		all += s.Text
	}
	return all
}

func holds(t *rapid.T, drawn map[int]string, steps []string) {
	t.Helper()
	if len(drawn) != len(steps) {
		t.Fatalf("%d steps are drawn of %d: %v", len(drawn), len(steps), drawn)
	}
	for i, want := range steps {
		if drawn[i+1] != want {
			t.Fatalf("step %d reads %q, should be %q", i+1, drawn[i+1], want)
		}
	}
}
