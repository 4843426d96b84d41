package cost

import "testing"

// "1,5 giờ × 31.111 ≈ 46.667": a reader with a calculator can do every row again.
func TestExplain(t *testing.T) {
	r := row(Prepare, "1.5", 31_111, 50_000, 2_000, "0.3333", 6)
	side, err := Total([]Row{r})
	if err != nil {
		t.Fatal(err)
	}
	got := Explain(r, side.Rows[0])
	want := Explanation{Hours: 15_000, Rate: 31_111, Labour: 46_667, Service: 50_000, Fees: 2_000, Unit: 98_667,
		Times: 3_333, Subjects: 6, Annual: 197_314, LabourRounded: true, AnnualRounded: true}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	r = row(Prepare, "0.5", 48_248, 0, 2_000, "1", 420)
	if got := Explain(r, RowCost{24_124, 26_124, 10_972_080}); got.LabourRounded || got.AnnualRounded {
		t.Errorf("(0.5 × 48248 + 2000) × 420 is exact: %+v", got)
	}
}
