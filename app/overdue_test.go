package app

import (
	"errors"
	"strings"
	"testing"

	"rasoat/report/reporttest"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// Whatever has a day is overdue where the program was in use on that day, and nowhere on pages, work lists and reports
// where it came into use afterwards. Whoever adds something that has a day adds its row.
func TestOverdue_notBeforeTheBeginning(t *testing.T) {
	late := map[string]func(*testing.T, *App) int{
		"dates of the plan": func(t *testing.T, a *App) int {
			dates, err := a.Timeline(t.Context(), "")
			return countOf(t, dates.Dues, err, func(d review.Due) bool { return d.Late })
		},
		"line above every page": func(t *testing.T, a *App) int {
			_, due, _, err := a.NextDate(t.Context(), "")
			return countOf(t, []review.Due{due}, err, func(d review.Due) bool { return d.Late })
		},
		"work of the office": func(t *testing.T, a *App) int { return lateTasks(t, a, officeLan) },
		"work of a reviewer": func(t *testing.T, a *App) int {
			return lateTasks(t, a, Person{Name: "reviewer", Roles: reviewerHoa.Roles})
		},
		"reviews on the board": func(t *testing.T, a *App) (n int) {
			boards, err := a.Boards(t.Context(), "")
			for _, b := range boards {
				n += countOf(t, b.Lines, nil, func(l BoardLine) bool { return l.Late })
			}
			return n + countOf(t, boards, err, func(Board) bool { return false })
		},
		"reviews of the units": func(t *testing.T, a *App) int {
			w, err := a.Work(t.Context(), officeLan, "")
			return countOf(t, w.Progress, err, func(p Progress) bool { return p.Late > 0 })
		},
		"year table": func(t *testing.T, a *App) int {
			year, err := a.Year(t.Context(), officeLan, "")
			return countOf(t, year.Units, err, func(u review.YearUnit) bool { return u.Late > 0 })
		},
		"petitions": func(t *testing.T, a *App) int {
			all, err := a.Feedbacks(t.Context(), officeLan)
			return countOf(t, all, err, func(f Feedback) bool { return f.IsLate(a.Today()) })
		},
		"decisions to post": func(t *testing.T, a *App) int {
			all, err := a.Announcements(t.Context(), officeLan)
			return countOf(t, all, err, func(x Announcement) bool { return x.IsLate(a.Today()) })
		},
		"sentences of the monthly report": func(t *testing.T, a *App) int {
			d, err := a.monthlyReport(t.Context(), ReportOptions{Date: a.Today()})
			return countOf(t, strings.Split(reporttest.Text(d), "\n"), err, func(line string) bool {
				return strings.Contains(line, "quá hạn") || strings.Contains(line, "muộn")
			})
		},
		"target check": func(t *testing.T, a *App) int { // the one that stays as it is
			r, err := a.Targets(t.Context(), "", value.MustDate("2025-01-15"))
			return countOf(t, r.Targets, err, func(x review.TargetResult) bool { return x.Late })
		},
	}
	before, after := lateDemo(t, value.Date{}), lateDemo(t, lateDay)
	for name, count := range late {
		if count(t, before) == 0 {
			t.Errorf("%s: nothing is late where the program was in use all along: the row tells nothing", name)
		}
		if n := count(t, after); n > 0 && name != "target check" {
			t.Errorf("%s: %d late on the first day", name, n)
		}
	}
}

// lateDemo is the demo two months after its day, in use since a day; no day: all along.
func lateDemo(t *testing.T, began value.Date) *App {
	t.Helper()
	dir, ctx := startingContent.Copy(t), t.Context()
	a, err := openAt(ctx, dir, demoMorning)
	if err != nil {
		t.Fatal(err)
	}
	if !began.IsZero() {
		err = a.store.Write(ctx, "test", func(tx *store.Tx) error {
			_, err := tx.SaveSetting(ctx, settingInstallation, installation{began}, 0)
			return err
		})
	}
	if err = errors.Join(err, a.FillDemo(ctx), a.Close()); err != nil {
		t.Fatal(err)
	}
	if a, err = openAt(ctx, dir, lateDay.Start); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}

// lateDay is when much of what the demo's plan asks for has fallen due.
var lateDay = value.MustDate("2024-09-16")

func lateTasks(t *testing.T, a *App, by Person) int {
	t.Helper()
	w, err := a.Work(t.Context(), by, "")
	return countOf(t, w.Tasks, err, func(task Task) bool { return task.Late })
}

// countOf is how many of a list are so.
func countOf[T any](t *testing.T, list []T, err error, is func(T) bool) (n int) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range list {
		if is(x) {
			n++
		}
	}
	return n
}
