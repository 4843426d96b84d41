package catalogue_test

import (
	"strings"
	"testing"
)

// A procedure's page draws its steps: a box each with who does it in the step's own words; what a step does not say is
// said to be missing. The list beneath says it all to those who do not see the picture.
func TestProcedure_DrawsItsSteps(t *testing.T) {
	body := openCatalogue(t).ask("", "GET", "/thu-tuc/1.001193", nil).Body.String()
	picture, list, found := strings.Cut(body, `<ol class="steps"`)
	_, picture, drawn := strings.Cut(picture, `<div class="flow-picture" aria-hidden="true">`)
	if !found || !drawn || strings.Count(picture, `class="flow-step"`) != strings.Count(list, "<h3>Bước ") {
		t.Fatalf("not as many boxes as steps: %s", picture)
	}
	for _, want := range []string{
		`<span class="step-number">3</span>Công chức tư pháp - hộ tịch`, `<p class="flow-text">Kiểm tra nội dung, ghi vào Sổ`,
		"Trong vòng 60 ngày kể từ ngày sinh", "chưa ghi thời gian",
	} {
		if !strings.Contains(picture, want) {
			t.Errorf("the picture lacks %q:\n%s", want, picture)
		}
	}
}
