package app

import (
	"fmt"
	"strings"
	"testing"

	"rasoat/report"
	"rasoat/review"
	"rasoat/value"
)

// What the monthly report says of the two registers is what the registers hold, counted here by hand for each month of
// the demo; July stands word by word.
//
// Plan 29/KH-UBND, IV.
func TestMonthly_Registers(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	decisions, err := a.Announcements(ctx, officePerson)
	if err != nil {
		t.Fatal(err)
	}
	petitions, err := a.Feedbacks(ctx, officePerson)
	if err != nil {
		t.Fatal(err)
	}
	for m := value.MustMonth("2024-04"); !m.After(value.MustMonth("2024-08")); m = m.Add(1) {
		in, err := a.monthly(ctx, ReportOptions{Month: m})
		if err != nil {
			t.Fatal(err)
		}
		last := in.Period.To
		if last.After(a.Today()) {
			last = a.Today()
		}
		within := func(d value.Date) bool { return !d.IsZero() && !d.Before(in.Period.From) && !d.After(last) }
		var received, posted, inTime, came, answered, answeredInTime, open int
		for _, x := range decisions {
			if within(x.Received) {
				received++
			}
			if within(x.Posting.On) {
				posted++
				if !x.Posting.On.After(x.Due) {
					inTime++
				}
			}
		}
		for _, f := range petitions {
			if within(f.Received) {
				came++
			}
			if within(f.Answered) {
				answered++
				if !f.Answered.After(f.Due) {
					answeredInTime++
				}
			}
			if !f.Received.After(last) && (f.Answered.IsZero() || f.Answered.After(last)) &&
				f.State != review.FeedbackSetAside {
				open++
			}
		}
		text := documentText(in.Document())
		var want []string
		if !decisions[len(decisions)-1].Received.After(last) {
			want = append(want, fmt.Sprintf("Tiếp nhận %02d quyết định công bố", received),
				fmt.Sprintf("; niêm yết %02d quyết định", posted))
			if posted > 0 {
				want = append(want, fmt.Sprintf("niêm yết %02d quyết định, đúng hạn %02d", posted, inTime))
			}
		} else if strings.Contains(text, "quyết định công bố;") {
			t.Errorf("%s: a register that held nothing is told of", m)
		}
		if came+answered+open == 0 {
			want = append(want, "Trong kỳ không phát sinh phản ánh, kiến nghị.")
		} else {
			want = append(want, fmt.Sprintf("Tiếp nhận %02d phản ánh, kiến nghị", came),
				fmt.Sprintf("Đã trả lời %02d", answered), fmt.Sprintf("đang xử lý %02d", open))
			if answered > 0 {
				want = append(want, fmt.Sprintf("Đã trả lời %02d, đúng hạn %02d", answered, answeredInTime))
			}
		}
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is not in the report", m, w)
			}
		}
	}
	in, err := a.monthly(ctx, ReportOptions{Month: value.MustMonth("2024-07")})
	if err != nil {
		t.Fatal(err)
	}
	text := documentText(in.Document())
	for _, want := range []string{
		"Tiếp nhận 02 quyết định công bố (sửa đổi, bổ sung 03; bãi bỏ 01 thủ tục); niêm yết 01 quyết định, đúng hạn 00.",
		"Quyết định số 1402/QĐ-UBND ngày 24/6/2024, nhận ngày 27/6/2024: niêm yết ngày 09/7/2024, muộn so với hạn 04/7/2024.",
		"Quyết định số 1498/QĐ-UBND ngày 08/7/2024, nhận ngày 10/7/2024: chưa niêm yết, hạn 17/7/2024.",
		"Tiếp nhận 01 phản ánh, kiến nghị (về quy định hành chính 01).",
		"Đã trả lời 01, đúng hạn 00, quá hạn 01; đang xử lý 01.",
		"Niêm yết thủ tục theo Quyết định số 1498/QĐ-UBND, chậm nhất ngày 17/7/2024.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("July does not say %q:\n%s", want, text)
		}
	}
	var found string
	for _, l := range in.Found() {
		found += l.Text + "\n"
	}
	for _, want := range []string{"niêm yết 01 quyết định", "Tiếp nhận 01 phản ánh"} {
		if !strings.Contains(found, want) {
			t.Errorf("what the program found lacks %q", want)
		}
	}
}

// documentText is the body of a document, a line for each of its paragraphs.
func documentText(d report.Document) string {
	var out strings.Builder
	for _, b := range d.Body {
		switch b := b.(type) {
		case report.Paragraph:
			out.WriteString(report.Plain(b.Runs) + "\n")
		case report.Bullet:
			out.WriteString(report.Plain(b.Runs) + "\n")
		case report.Heading:
			out.WriteString(b.Text + "\n")
		}
	}
	return out.String()
}

// A draft of a period that is not over says how things stand today: nothing is overdue that falls due later in it.
//
// Plan 29/KH-UBND, IV.
func TestMonthly_DraftLooksNoFurtherThanToday(t *testing.T) {
	a := openDemo(t)
	in, err := a.monthly(t.Context(), ReportOptions{Month: value.MustMonth("2024-08")})
	if err != nil {
		t.Fatal(err)
	}
	if !a.Today().Before(in.Period.To) {
		t.Fatalf("the period to %s is over on %s", in.Period.To, a.Today())
	}
	ahead := 0
	for _, d := range in.Dues {
		if d.LastDay.Before(a.Today()) || !d.LastDay.Before(in.Period.To) {
			continue
		}
		ahead++
		if d.Late {
			t.Errorf("%s is said to be late, its last day is %s", d.Title, d.LastDay)
		}
	}
	if ahead == 0 {
		t.Error("nothing falls due in what is left of the period")
	}
}
