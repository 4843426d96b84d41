package review_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// stock is a small catalogue with a procedure of each status.
func stock() map[catalog.Code]catalog.Procedure {
	out := map[catalog.Code]catalog.Procedure{}
	for code, s := range map[catalog.Code]catalog.Status{"1.000001": catalog.InForce, "1.000002": catalog.InForce, "1.000003": catalog.Draft,
		"1.000004": catalog.Repealed, "1.000005": catalog.Announced, "TB-01": catalog.Typical} {
		out[code] = catalog.Procedure{
			Code:     code,
			Name:     "Thủ tục " + string(code),
			Status:   s,
			Validity: catalog.Validity{From: day("2020-01-01")},
		}
	}
	return out
}

func touch(k review.TouchKind, codes ...catalog.Code) (out []review.Touch) {
	for _, c := range codes {
		out = append(out, review.Touch{Kind: k, Procedure: c})
	}
	return out
}

// The last day to post: five working days after receipt, other days or another beginning where the plan says so, the
// decision's own day where it names one. 2 May 2024 is a Thursday between holidays.
func TestPostingDue(t *testing.T) {
	holidays := viet.Calendar{Holidays: map[value.Date]string{day("2024-04-30"): "Ngày Chiến thắng", day("2024-05-01"): "Quốc tế Lao động", day("2024-04-29"): "nghỉ bù"},
		Workdays: map[value.Date]string{day("2024-05-04"): "làm bù"}}
	for _, tt := range []struct {
		name                    string
		signed, received, named string
		rules                   review.Rules
		calendar                viet.Calendar
		want                    string
	}{
		{"five working days after a Wednesday", "2024-07-05", "2024-07-10", "", review.Rules{}, viet.Calendar{}, "2024-07-17"},
		{"received on a Saturday", "2024-07-05", "2024-07-13", "", review.Rules{}, viet.Calendar{}, "2024-07-19"},
		{"over holidays and a Saturday that is worked", "2024-04-22", "2024-04-26", "", review.Rules{}, holidays, "2024-05-07"},
		{"from the day signed", "2024-07-05", "2024-07-10", "", review.Rules{PostingFromSigned: true}, viet.Calendar{}, "2024-07-12"},
		{"two days", "2024-07-05", "2024-07-10", "", review.Rules{PostingDays: value.Known(2)}, viet.Calendar{}, "2024-07-12"},
		{"the decision names the day", "2024-07-05", "2024-07-10", "2024-07-31", review.Rules{PostingDays: value.Known(2)}, viet.Calendar{}, "2024-07-31"},
		{"not received", "2024-07-05", "", "", review.Rules{}, viet.Calendar{}, ""},
	} {
		a := review.Announcement{}
		for s, d := range map[string]*value.Date{tt.signed: &a.Date, tt.received: &a.Received, tt.named: &a.Named} {
			if s != "" {
				*d = day(s)
			}
		}
		if got := review.PostingDue(a, tt.rules, tt.calendar).String(); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestRecordAnnouncement(t *testing.T) {
	good := review.Announcement{
		Number:   " 812/QĐ-UBND ",
		Date:     day("2024-07-05"),
		Received: day("2024-07-10"),
		Touches:  touch(review.TouchAmend, "1.000001"),
	}
	for _, tt := range []struct {
		name string
		set  func(*review.Announcement)
		want string
	}{
		{"as it should be", func(*review.Announcement) {}, ""},
		{"without anything", func(a *review.Announcement) { *a = review.Announcement{} }, "decision.number_missing decision.date_missing on.missing announcement.touches_missing"},
		{"signed and received tomorrow", func(a *review.Announcement) { a.Date, a.Received = day("2024-07-16"), day("2024-07-16") }, "date.future date.future"},
		{"received before it was signed", func(a *review.Announcement) { a.Received = day("2024-07-04") }, "announcement.received_before"},
		{"received on the day it was signed", func(a *review.Announcement) { a.Received = day("2024-07-05") }, ""},
		{"the named day lies before it", func(a *review.Announcement) { a.Named = day("2024-07-04") }, "announcement.named_before"},
		{"received after it was posted", func(a *review.Announcement) { a.Posting.On = day("2024-07-09") }, "announcement.received_after_posting"},
		{"a long number", func(a *review.Announcement) { a.Number = strings.Repeat("8", 81) }, "announcement.long"},
		{"a long title", func(a *review.Announcement) { a.Title = strings.Repeat("ạ", 1001) }, "announcement.long"},
		{"a code that is not there", func(a *review.Announcement) { a.Touches = touch(review.TouchRepeal, "9.999999") }, "procedure.unknown"},
		{"a procedure twice", func(a *review.Announcement) { a.Touches = append(a.Touches, touch(review.TouchRepeal, "1.000001")...) }, "procedure.twice"},
		{"replaced by nothing", func(a *review.Announcement) { a.Touches = touch(review.TouchReplace, "1.000001") }, "announcement.replace_form"},
		{"replaced by itself", func(a *review.Announcement) {
			a.Touches = []review.Touch{{Kind: review.TouchReplace, Procedure: "1.000001", By: "1.000001"}}
		}, "procedure.twice"},
		{"replaced by a draft", func(a *review.Announcement) {
			a.Touches = []review.Touch{{Kind: review.TouchReplace, Procedure: "1.000001", By: "1.000003"}}
		}, ""},
		{"a draft amended", func(a *review.Announcement) { a.Touches = touch(review.TouchAmend, "1.000003") }, "announcement.not_announced"},
		{"a typical one repealed", func(a *review.Announcement) { a.Touches = touch(review.TouchRepeal, "TB-01") }, "announcement.not_announced"},
		{"a typical one announced", func(a *review.Announcement) { a.Touches = touch(review.TouchAnnounce, "TB-01") }, ""},
		{"a repealed one amended", func(a *review.Announcement) { a.Touches = touch(review.TouchAmend, "1.000004") }, "announcement.repealed"},
		{"a repealed one repealed", func(a *review.Announcement) { a.Touches = touch(review.TouchRepeal, "1.000004") }, ""},
	} {
		a := good
		tt.set(&a)
		got, err := review.RecordAnnouncement(a, stock(), review.Rules{}, viet.Calendar{}, day("2024-07-15"))
		if c := codes(err); c != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, c, tt.want)
		}
		if err == nil && (got.From != got.Date || got.Due != day(map[bool]string{true: "2024-07-12", false: "2024-07-17"}[got.Received == day("2024-07-05")]) || got.Number != "812/QĐ-UBND") {
			t.Errorf("%s: holds from %s, due %s, number %q", tt.name, got.From, got.Due, got.Number)
		}
	}
}

// What is posted, late or exempt, and what is refused.
func TestPostAnnouncement(t *testing.T) {
	a := review.Announcement{
		Number:   "812/QĐ-UBND",
		Date:     day("2024-07-05"),
		Received: day("2024-07-08"),
		Due:      day("2024-07-15"),
	}
	post := func(on string) (review.Announcement, error) {
		p := review.Posting{Place: "Bộ phận một cửa", By: "Lê Thị Lan"}
		if on != "" {
			p.On = day(on)
		}
		return review.PostAnnouncement(a, p, day("2024-07-20"))
	}
	for _, tt := range []struct {
		name, on, want string
		inTime, late   bool
	}{
		{"on the day it came", "2024-07-08", "", true, false},
		{"on the last day", "2024-07-15", "", true, false},
		{"a day later", "2024-07-16", "", false, true},
		{"before it came", "2024-07-07", "announcement.posted_before", false, false},
		{"tomorrow", "2024-07-21", "date.future", false, false},
		{"on no day", "", "on.missing", false, false},
	} {
		got, err := post(tt.on)
		if c := codes(err); c != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, c, tt.want)
		}
		if err == nil && (got.InTime() != tt.inTime || got.IsLate(day("2024-07-20")) != tt.late || got.IsOwed()) {
			t.Errorf("%s: in time %v, late %v, owed %v", tt.name, got.InTime(), got.IsLate(day("2024-07-20")),
				got.IsOwed())
		}
	}
	if _, err := review.PostAnnouncement(a, review.Posting{
		On:    day("2024-07-15"),
		Place: " ",
	}, day("2024-07-20")); codes(err) != "announcement.place_missing announcement.by_missing" {
		t.Errorf("without place and person: %v", err)
	}
	for on, late := range map[string]bool{"2024-07-14": false, "2024-07-15": false, "2024-07-16": true} {
		if a.IsLate(day(on)) != late {
			t.Errorf("not posted on %s: late %v", on, !late)
		}
	}
	if _, err := review.ExemptAnnouncement(a, " "); codes(err) != "reason.missing" {
		t.Errorf("exempt without a reason: %v", err)
	}
	exempt, err := review.ExemptAnnouncement(a, "Thủ tục cấp tỉnh")
	if err != nil || exempt.IsOwed() || exempt.IsLate(day("2024-08-01")) {
		t.Errorf("exempt: %+v, %v", exempt, err)
	}
	posted, err := post("2024-07-10")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := review.ExemptAnnouncement(posted, "x"); codes(err) != "announcement.posted" {
		t.Errorf("what is posted was made exempt: %v", err)
	}
	a.Exempt = "nhầm"
	if again, err := post("2024-07-10"); err != nil || again.Exempt != "" {
		t.Errorf("what is posted after all stays exempt: %+v, %v", again, err)
	}
}

func TestEffects(t *testing.T) {
	a := review.Announcement{
		Number:   "812/QĐ-UBND",
		Date:     day("2024-07-05"),
		Issuer:   "UBND tỉnh",
		Received: day("2024-07-08"),
	}
	type state struct {
		Code     string
		Status   catalog.Status
		Decision string
		From     string
		Until    string
		Waits    bool
	}
	for _, tt := range []struct {
		name    string
		from    string
		touches []review.Touch
		want    []state
		problem string
	}{
		{"a typical one is announced", "2024-07-05", touch(review.TouchAnnounce, "TB-01"), []state{{"TB-01", catalog.InForce, "812/QĐ-UBND", "2024-07-05", "", false}}, ""},
		{"a draft is announced for August", "2024-08-01", touch(review.TouchAnnounce, "1.000003"), []state{{"1.000003", catalog.Announced, "812/QĐ-UBND", "2024-08-01", "", false}}, ""},
		{"one in force is amended", "2024-07-05", touch(review.TouchAmend, "1.000001"), []state{{"1.000001", catalog.InForce, "812/QĐ-UBND", "2024-07-05", "", false}}, ""},
		{"one in force is amended in August: until then it stays as it is", "2024-08-01", touch(review.TouchAmend, "1.000001"), []state{{"1.000001", catalog.InForce, "", "2020-01-01", "", true}}, ""},
		{"one is repealed", "2024-07-15", touch(review.TouchRepeal, "1.000002"), []state{{"1.000002", catalog.Repealed, "", "2020-01-01", "2024-07-15", false}}, ""},
		{"one is repealed in August: its end is written down", "2024-08-01", touch(review.TouchRepeal, "1.000002"), []state{{"1.000002", catalog.InForce, "", "2020-01-01", "2024-08-01", false}}, ""},
		{"one that ended stays as it ended", "2024-07-05", touch(review.TouchRepeal, "1.000004"), []state{{"1.000004", catalog.Repealed, "", "2020-01-01", "", false}}, ""},
		{"one replaces another", "2024-07-05", []review.Touch{{Kind: review.TouchReplace, Procedure: "1.000002", By: "1.000003"}},
			[]state{{"1.000002", catalog.Repealed, "", "2020-01-01", "2024-07-05", false}, {"1.000003", catalog.InForce, "812/QĐ-UBND", "2024-07-05", "", false}}, ""},
		{"what is applied is not made again", "2024-07-05", []review.Touch{{Kind: review.TouchRepeal, Procedure: "1.000001", Applied: day("2024-07-08")}}, nil, ""},
		{"ended before it began", "2019-12-31", touch(review.TouchRepeal, "1.000001"), []state{{"1.000001", catalog.Repealed, "", "2020-01-01", "2019-12-31", false}}, "announcement.reversed"},
		{"a code that is gone", "2024-07-05", touch(review.TouchAmend, "9.999999"), nil, "procedure.unknown"},
		{"repealed meanwhile", "2024-07-05", touch(review.TouchAmend, "1.000004"), nil, "announcement.repealed"},
	} {
		b := a
		b.From, b.Touches = day(tt.from), tt.touches
		effects, err := review.Effects(b, stock(), day("2024-07-15"))
		if c := codes(err); c != tt.problem {
			t.Errorf("%s: %q, want %q", tt.name, c, tt.problem)
		}
		var got []state
		for _, e := range effects {
			p := e.After
			got = append(got, state{string(e.Code), p.Status, p.Decision.Number, p.Validity.From.String(),
				p.Validity.Until.String(), e.Waits})
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n got %+v\nwant %+v", tt.name, got, tt.want)
		}
	}
}

// stockOf is what lists are read against.
func stockOf(all map[catalog.Code]catalog.Procedure) review.Stock {
	return review.Stock{
		Has: func(c catalog.Code) bool { _, there := all[c]; return there },
		Named: func(name string) catalog.Code {
			for code, p := range all {
				if slices.Equal(catalog.WordsOf(p.Name), catalog.WordsOf(name)) {
					return code
				}
			}
			return ""
		},
	}
}

func TestReadTouches(t *testing.T) {
	all := stock()
	known := stockOf(all)
	for _, tt := range []struct {
		name string
		kind review.TouchKind
		text string
		want string
		bad  string
	}{
		{"lines", review.TouchAmend, "1.000001\n\n 1.000002 \n", "1.000001 1.000002", ""},
		{"commas", review.TouchAmend, "1.000001, 1.000002; tb-01", "1.000001 1.000002 TB-01", ""},
		{"a long national code", review.TouchAmend, "1.000001.000.00.00.H50", "1.000001", ""},
		{"a row of a table", review.TouchRepeal, "1\t1.000001\tThủ tục thứ nhất\tHộ tịch\n2\t1.000002\tThủ tục thứ hai (cấp xã)\tChứng thực", "1.000001 1.000002", ""},
		{"a code that is not there", review.TouchRepeal, "1.000001\n9.999999", "1.000001", "procedure.unknown"},
		{"one beside one that is", review.TouchRepeal, "1.000001 NB-77", "", "procedure.unknown"},
		{"words", review.TouchRepeal, "Thủ tục thứ chín", "", "announcement.no_code"},
		{"one word", review.TouchRepeal, "NB99x", "", "procedure.unknown"},
		{
			"a table without codes, its heads and a name of the catalogue", review.TouchAnnounce,
			"STT\tTên thủ tục\n1\tMột thủ tục lạ\tHộ tịch\n2\t" + all["TB-01"].Name + "\n3\tMột thủ tục lạ nữa\n",
			"TB-01", "announcement.no_code",
		},
		{"old and new", review.TouchReplace, "1.000001 → 1.000003\n1.000002\t1.000005", "1.000001>1.000003 1.000002>1.000005", ""},
		{"old alone", review.TouchReplace, "1.000001", "", "announcement.replace_form"},
		{"nothing", review.TouchAmend, " \n ", "", ""},
	} {
		touches, problems := review.ReadTouches(tt.kind, tt.text, known)
		var got []string
		for _, x := range touches {
			s := string(x.Procedure)
			if x.By != "" {
				s += ">" + string(x.By)
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != tt.want || codes(problems.Err()) != tt.bad {
			t.Errorf("%s: %q, %q, want %q, %q", tt.name, s, codes(problems.Err()), tt.want, tt.bad)
		}
		for _, p := range problems {
			if p.Field != string(tt.kind) {
				t.Errorf("%s: the problem stands at %q", tt.name, p.Field)
			}
		}
	}
}

// The sum for NQ 02, 4 with the list behind it; nothing arising is not nothing entered.
func TestPostingsDue(t *testing.T) {
	entry := func(received, due, posted, exempt string) review.Announcement {
		a := review.Announcement{Received: day(received), Due: day(due), Exempt: exempt}
		if posted != "" {
			a.Posting.On = day(posted)
		}
		return a
	}
	all := []review.Announcement{
		entry("2024-05-02", "2024-05-09", "2024-05-09", ""), // in time
		entry("2024-05-28", "2024-06-04", "2024-05-30", ""), // in time, June's
		entry("2024-05-20", "2024-05-27", "2024-06-03", ""), // late
		entry("2024-07-01", "2024-07-08", "", ""),           // late, not posted
		entry("2024-07-01", "2024-07-08", "", "cấp tỉnh"),   // counts nowhere
		entry("2024-07-10", "2024-07-17", "2024-07-11", ""), // not due yet
	}
	for _, tt := range []struct {
		month       string
		part, whole int64
		used        bool
	}{
		{"2024-04", 0, 0, false}, {"2024-05", 1, 2, true}, {"2024-06", 1, 1, true}, {"2024-07", 0, 1, true}, {"2024-08", 0, 0, true},
	} {
		n, list, used := review.PostingsDue(all, value.MustMonth(tt.month), day("2024-07-15"))
		if n != (value.Ratio{Part: tt.part, Whole: tt.whole}) || used != tt.used || int64(len(list)) != tt.whole {
			t.Errorf("%s: %v of %d, used %v; want %d/%d, %v", tt.month, n, len(list), used, tt.part, tt.whole, tt.used)
		}
	}
	if n, list, used := review.PostingsDue(nil, value.MustMonth("2024-07"), day("2024-07-15")); n.Whole != 0 ||
		list != nil || used {
		t.Error("an empty register counts something")
	}
}

// Whatever was entered: each decision is due in one month at most, what is in time is due, and on a later day no month
// has fewer due; the whole year's sum is that of its list.
func TestPostingsDue_property(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		date := func(label string) value.Date { return day("2024-01-01").Add(rapid.IntRange(0, 380).Draw(t, label)) }
		all := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) review.Announcement {
			a := review.Announcement{Date: date("signed"), Number: "1/QĐ"}
			a.Received = a.Date.Add(rapid.IntRange(0, 40).Draw(t, "later"))
			a.Due = review.PostingDue(a, review.Rules{
				PostingDays:       value.Known(rapid.IntRange(1, 30).Draw(t, "days")),
				PostingFromSigned: rapid.Bool().Draw(t, "signed first"),
			}, viet.Calendar{})
			if rapid.Bool().Draw(t, "posted") {
				a.Posting.On = a.Received.Add(rapid.IntRange(0, 40).Draw(t, "posted later"))
			} else if rapid.Bool().Draw(t, "exempt") {
				a.Exempt = "x"
			}
			return a
		}), 0, 20).Draw(t, "all")
		today, later := date("today"), 0
		later = rapid.IntRange(0, 60).Draw(t, "later")
		var part, whole int64
		for m := value.MustMonth("2024-01"); m.Before(value.MustMonth("2025-06")); m = m.Add(1) {
			n, list, _ := review.PostingsDue(all, m, today)
			after, _, _ := review.PostingsDue(all, m, today.Add(later))
			if n.Part > n.Whole || int64(len(list)) != n.Whole || after.Whole < n.Whole || after.Part < n.Part {
				t.Fatalf("%s: %v, %v later, list of %d", m, n, after, len(list))
			}
			part, whole = part+n.Part, whole+n.Whole
		}
		var wantPart, wantWhole int64
		for _, a := range all {
			if a.Due.Before(a.Received) && !(a.Due.After(a.Date)) {
				t.Fatalf("due %s, signed %s", a.Due, a.Date)
			}
			if a.Exempt == "" && !a.Due.After(today) {
				wantWhole++
				if !a.Posting.On.IsZero() && !a.Posting.On.After(a.Due) {
					wantPart++
				}
			}
		}
		if part != wantPart || whole != wantWhole {
			t.Fatalf("months add up to %d/%d, the register to %d/%d", part, whole, wantPart, wantWhole)
		}
	})
}

// What the registers tell of a period is as it was at its end, whatever came later.
func TestPostingsIn(t *testing.T) {
	period := review.Period{From: day("2024-06-15"), To: day("2024-07-14")}
	all := []review.Announcement{
		{Received: day("2024-06-14"), Due: day("2024-06-21"), Posting: review.Posting{On: day("2024-06-21")}}, // posted in it, in time
		{Received: day("2024-06-17"), Due: day("2024-06-24"), Posting: review.Posting{On: day("2024-06-25")}, Touches: append(touch(review.TouchAmend, "1.000001"), touch(review.TouchRepeal, "1.000002")...)},
		{Received: day("2024-07-01"), Due: day("2024-07-08"), Posting: review.Posting{On: day("2024-07-15")}, Touches: touch(review.TouchRepeal, "1.000005")}, // posted the day after
		{Received: day("2024-07-08"), Due: day("2024-07-15")}, // not due
		{Received: day("2024-07-01"), Due: day("2024-07-08"), Exempt: "cấp tỉnh"},
		{Received: day("2024-07-15"), Due: day("2024-07-22")}, // came later
	}
	got := review.PostingsIn(all, period)
	if got.Received != 4 || got.Posted != 2 || got.InTime != 1 || got.Overdue != 1 ||
		got.Touched[review.TouchAmend] != 1 || got.Touched[review.TouchRepeal] != 2 {
		t.Errorf("%+v", got)
	}
}

func TestFeedbackIn(t *testing.T) {
	period := review.Period{From: day("2024-06-15"), To: day("2024-07-14")}
	answered := func(received, due, on string, k review.FeedbackKind) review.Feedback {
		return review.Feedback{
			Received: day(received),
			Due:      day(due),
			Answered: day(on),
			Kind:     k,
			State:    review.FeedbackAnswered,
		}
	}
	all := []review.Feedback{
		answered("2024-06-03", "2024-06-24", "2024-06-24", review.AboutRule),    // answered in it, in time
		answered("2024-06-15", "2024-07-05", "2024-07-08", review.AboutConduct), // late
		answered("2024-06-20", "2024-07-11", "2024-07-15", review.AboutRule),    // answered the day after: open and overdue at the end
		{Received: day("2024-07-01"), State: review.FeedbackWaiting},
		{Received: day("2024-07-02"), State: review.FeedbackSetAside},
		{Received: day("2024-07-15"), State: review.FeedbackWaiting}, // came later
		answered("2024-05-01", "2024-05-20", "2024-05-20", review.AboutRule),
	}
	got := review.FeedbackIn(all, period)
	if got.Received != 4 || got.SetAside != 1 || got.Kinds[review.AboutRule] != 1 ||
		got.Kinds[review.AboutConduct] != 1 || got.Kinds[""] != 1 ||
		got.Answered != 2 || got.InTime != 1 || got.Open != 2 || got.Overdue != 1 {
		t.Errorf("%+v", got)
	}
}

// A code that stands somewhere in a pasted list is found, however the list is parted; nothing is found that is not in
// it.
func TestReadTouches_property(t *testing.T) {
	all := stock()
	known := stockOf(all)
	keys := []catalog.Code{"1.000001", "1.000002", "1.000003", "1.000004", "1.000005", "TB-01"}
	rapid.Check(t, func(t *rapid.T) {
		picked := rapid.SliceOfN(rapid.SampledFrom(keys), 0, 6).Draw(t, "codes")
		var text strings.Builder
		for i, c := range picked {
			text.WriteString(rapid.SampledFrom([]string{"", "  ", "\t"}).Draw(t, "before") + string(c))
			if i < len(picked)-1 {
				text.WriteString(rapid.SampledFrom([]string{"\n", ", ", ";", "\t", "\r\n"}).Draw(t, "between"))
			}
		}
		touches, problems := review.ReadTouches(review.TouchAmend, text.String(), known)
		var got []catalog.Code
		for _, x := range touches {
			got = append(got, x.Procedure)
		}
		if len(problems) > 0 || !slices.Equal(got, picked) {
			t.Fatalf("%q reads %v, %v", text.String(), got, problems)
		}
	})
}

// Whatever a decision does, it changes state, decision and validity of a procedure alone; made again on the same day
// it changes nothing, and on its day everything that waited is made.
func TestEffects_property(t *testing.T) {
	keys := []catalog.Code{"1.000001", "1.000002", "1.000003", "1.000005", "TB-01"}
	rapid.Check(t, func(t *rapid.T) {
		all := stock()
		a := review.Announcement{
			Number:   "812/QĐ-UBND",
			Date:     day("2024-07-05"),
			Received: day("2024-07-08"),
			From:     day("2024-07-05").Add(rapid.IntRange(-30, 60).Draw(t, "from")),
		}
		for _, code := range rapid.SliceOfNDistinct(rapid.SampledFrom(keys), 1, 4,
			func(c catalog.Code) catalog.Code { return c }).Draw(t, "codes") {
			a.Touches = append(a.Touches, review.Touch{Kind: rapid.SampledFrom([]review.TouchKind{review.TouchAnnounce, review.TouchAmend, review.TouchRepeal}).Draw(t, "kind"), Procedure: code})
		}
		today := day("2024-07-15")
		effects, err := review.Effects(a, all, today)
		if err != nil {
			return // a list that does not fit the catalogue
		}
		for _, e := range effects {
			after := e.After
			after.Status, after.Decision, after.Validity = e.Before.Status, e.Before.Decision, e.Before.Validity
			if !catalog.Equal(after, e.Before) {
				t.Fatalf("%s changes more than its state: %+v", e.Code, e.After)
			}
			if e.Waits && e.Changes() || e.Waits && !a.From.After(today) {
				t.Fatalf("%s waits and changes, or waits for a day that has come", e.Code)
			}
			all[e.Code] = e.After
		}
		again, err := review.Effects(a, all, today)
		for _, e := range again {
			if err != nil || e.Changes() {
				t.Fatalf("made again %s changes: %v", e.Code, err)
			}
		}
		later := today
		if a.From.After(today) {
			later = a.From
		}
		for code, p := range all {
			all[code] = catalog.OnDay(p, later)
		}
		last, err := review.Effects(a, all, later)
		for _, e := range last {
			want := catalog.InForce
			if e.Touch.Kind == review.TouchRepeal {
				want = catalog.Repealed
			}
			if err != nil || e.Waits || e.After.Status != want {
				t.Fatalf("on its day %s is %s, waits %v: %v", e.Code, e.After.Status, e.Waits, err)
			}
		}
	})
}

// Practice, not law: docs/decisions/0063. Every bound of what is recorded from both sides.
func TestRecordAnnouncement_bounds(t *testing.T) {
	today := day("2024-07-15")
	long := func(n int) string { return strings.Repeat("ế", n) }
	for _, c := range []struct {
		name string
		set  func(*review.Announcement)
		want string // fields and codes
	}{
		{"signed, received and let in today", func(a *review.Announcement) { a.Date, a.Received = today, today }, ""},
		{"signed tomorrow", func(a *review.Announcement) { a.Date, a.Received = today.Add(1), today },
			"date date.future, received announcement.received_before"},
		{"received tomorrow", func(a *review.Announcement) { a.Received = today.Add(1) }, "received date.future"},
		{"received on the day it was signed", func(a *review.Announcement) { a.Received = a.Date }, ""},
		{"received the day before", func(a *review.Announcement) { a.Received = a.Date.Add(-1) },
			"received announcement.received_before"},
		{"names the day on which it was signed", func(a *review.Announcement) { a.Named = a.Date }, ""},
		{"names the day before", func(a *review.Announcement) { a.Named = a.Date.Add(-1) }, "named announcement.named_before"},
		{"posted on the day it came", func(a *review.Announcement) { a.Posting.On = a.Received }, ""},
		{"posted the day before it came", func(a *review.Announcement) { a.Posting.On = a.Received.Add(-1) },
			"received announcement.received_after_posting"},
		{"a number of 80 letters", func(a *review.Announcement) { a.Number = long(80) }, ""},
		{"a number of 81", func(a *review.Announcement) { a.Number = long(81) }, "number announcement.long"},
		{"an issuer of 1,000", func(a *review.Announcement) { a.Issuer = long(1000) }, ""},
		{"an issuer of 1,001", func(a *review.Announcement) { a.Issuer = long(1001) }, "issuer announcement.long"},
		{"a title of 1,001", func(a *review.Announcement) { a.Title = long(1001) }, "title announcement.long"},
		{"a note of 1,001", func(a *review.Announcement) { a.Note = long(1001) }, "note announcement.long"},
		{"a note of 1,000 with blanks around", func(a *review.Announcement) { a.Note = "  " + long(1000) + "\n" }, ""},
	} {
		a := review.Announcement{Number: "812/QĐ-UBND", Date: day("2024-07-05"), Received: day("2024-07-10"),
			Touches: touch(review.TouchAmend, "1.000001")}
		c.set(&a)
		_, err := review.RecordAnnouncement(a, stock(), review.Rules{}, viet.Calendar{}, today)
		var p value.Problems
		errors.As(err, &p)
		var got []string
		for _, x := range p {
			got = append(got, x.Field+" "+x.Code)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// The texts of a decision are tidied: one line for number and issuer, several for title and note.
func TestRecordAnnouncement_tidies(t *testing.T) {
	a := review.Announcement{Number: " 812/QĐ-UBND\n", Issuer: " UBND  tỉnh ", Title: " Về việc\n\n\ncông bố ",
		Note: " gửi  sau \n",
		Date: day("2024-07-05"), From: day("2024-08-01"), Received: day("2024-07-10"),
		Touches: touch(review.TouchAmend, "1.000001")}
	got, err := review.RecordAnnouncement(a, stock(), review.Rules{}, viet.Calendar{}, day("2024-07-15"))
	if err != nil || got.Number != "812/QĐ-UBND" || got.Issuer != "UBND tỉnh" || got.Title != "Về việc\n\ncông bố" ||
		got.Note != viet.CleanText(" gửi  sau \n") || got.From != day("2024-08-01") {
		t.Errorf("%+v, %v", got, err)
	}
	want := catalog.Decision{Number: "812/QĐ-UBND", Date: day("2024-07-05"), By: "UBND tỉnh"}
	if got.Decision() != want {
		t.Errorf("as a procedure names it: %+v, want %+v", got.Decision(), want)
	}
}

// What is posted says where and by whom, tidied; texts have their bound, and a decision may be made exempt in as many
// words.
func TestPostAnnouncement_texts(t *testing.T) {
	a := review.Announcement{Date: day("2024-07-05"), Received: day("2024-07-08"), From: day("2024-08-01"),
		Due: day("2024-07-15")}
	today := day("2024-07-20")
	long := func(n int) string { return strings.Repeat("ế", n) }
	for _, c := range []struct {
		name      string
		place, by string
		want      []string
	}{
		{"as long as may be", long(1000), long(1000), nil},
		{"a place too long", long(1001), "Lan", []string{"place announcement.long"}},
		{"a name too long", "Một cửa", long(1001), []string{"by announcement.long"}},
		{"no place", " ", "Lan", []string{"place announcement.place_missing"}},
		{"nobody", "Một cửa", "\t", []string{"by announcement.by_missing"}},
	} {
		_, err := review.PostAnnouncement(a, review.Posting{On: today, Place: c.place, By: c.by}, today)
		var p value.Problems
		errors.As(err, &p)
		var got []string
		for _, x := range p {
			got = append(got, x.Field+" "+x.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	got, err := review.PostAnnouncement(a, review.Posting{On: today, Place: " Một  cửa ", By: " Lê Thị Lan"}, today)
	if want := (review.Posting{On: today, Place: "Một cửa", By: "Lê Thị Lan"}); err != nil || got.Posting != want {
		t.Errorf("posted: %+v, %v; want %+v", got.Posting, err, want)
	}
	_, err = review.PostAnnouncement(a, review.Posting{On: day("2024-07-07"), Place: "Một cửa", By: "Lan"}, today)
	var p value.Problems
	if !errors.As(err, &p) || len(p) != 1 || p[0].Args[0] != "08/7/2024" {
		t.Errorf("posted before it came: %v, want the day on which it came", err)
	}
	for n, want := range map[int]string{1000: "", 1001: "announcement.long"} {
		if _, err := review.ExemptAnnouncement(a, long(n)); codes(err) != want {
			t.Errorf("exempt for %d letters: %v, want %q", n, err, want)
		}
	}
}

// Posted in time and later, open and exempt: what each of the answers is on which day.
func TestAnnouncement_answers(t *testing.T) {
	due := day("2024-07-15")
	for _, c := range []struct {
		name               string
		posted             value.Date
		exempt             string
		today              value.Date
		owed, late, inTime bool
	}{
		{"open, before its day", value.Date{}, "", due.Add(-1), true, false, false},
		{"open, on its day", value.Date{}, "", due, true, false, false},
		{"open, the day after", value.Date{}, "", due.Add(1), true, true, false},
		{"posted on its day", due, "", due.Add(9), false, false, true},
		{"posted the day after", due.Add(1), "", due.Add(1), false, true, false},
		{"exempt", value.Date{}, "thủ tục cấp tỉnh", due.Add(9), false, false, false},
	} {
		a := review.Announcement{Due: due, Posting: review.Posting{On: c.posted}, Exempt: c.exempt}
		if a.IsOwed() != c.owed || a.IsLate(c.today) != c.late || a.InTime() != c.inTime {
			t.Errorf("%s: owed %v, late %v, in time %v; want %v, %v, %v", c.name, a.IsOwed(), a.IsLate(c.today),
				a.InTime(), c.owed,
				c.late, c.inTime)
		}
	}
}

// What was let into the catalogue waits while one of its effects does.
func TestAnnouncement_IsPending(t *testing.T) {
	done := review.Touch{Kind: review.TouchAmend, Procedure: "1.000001", Applied: day("2024-07-15")}
	open := review.Touch{Kind: review.TouchAmend, Procedure: "1.000002"}
	for _, c := range []struct {
		name      string
		confirmed value.Date
		touches   []review.Touch
		want      bool
	}{
		{"not let in", value.Date{}, []review.Touch{open}, false},
		{"let in, all written", day("2024-07-15"), []review.Touch{done, done}, false},
		{"let in, one waits", day("2024-07-15"), []review.Touch{done, open}, true},
		{"touches nothing", day("2024-07-15"), nil, false},
	} {
		if got := (review.Announcement{Confirmed: c.confirmed, Touches: c.touches}).IsPending(); got != c.want {
			t.Errorf("%s: IsPending() = %v, want %v", c.name, got, c.want)
		}
	}
}

// Each procedure that a decision touches, or brings in the place of another, once, by its key.
func TestAnnouncement_Codes(t *testing.T) {
	a := review.Announcement{Touches: []review.Touch{
		{Kind: review.TouchAmend, Procedure: "1.000002.H50"},
		{Kind: review.TouchReplace, Procedure: "1.000001", By: "1.000003"},
		{Kind: review.TouchReplace, Procedure: "1.000004", By: "1.000003"},
		{Kind: review.TouchRepeal, Procedure: "1.000002"},
	}}
	want := []catalog.Code{"1.000002", "1.000001", "1.000003", "1.000004"}
	if got := a.Codes(); !slices.Equal(got, want) {
		t.Errorf("Codes() = %v, want %v", got, want)
	}
	if got := (review.Announcement{}).Codes(); got != nil {
		t.Errorf("Codes() of nothing = %v", got)
	}
}

// Practice, not law: docs/decisions/0063. A decision counts in the month of its last day, from that day on; Plan
// 29/KH-UBND, IV: on the last day of a period what is due that day is not overdue yet.
func TestPostings_days(t *testing.T) {
	due := day("2024-07-31")
	a := review.Announcement{Received: day("2024-07-24"), Due: due}
	july := value.MustMonth("2024-07")
	for today, want := range map[value.Date]int64{due.Add(-1): 0, due: 1, due.Add(40): 1} {
		if n, _, _ := review.PostingsDue([]review.Announcement{a}, july, today); n.Whole != want || n.Part != 0 {
			t.Errorf("on %s: %+v, want none of %d", today, n, want)
		}
	}
	for _, c := range []struct {
		name string
		to   string
		post string
		want review.PostingPeriod
	}{
		{"the day before its own", "2024-07-30", "", review.PostingPeriod{}},
		{"its own day", "2024-07-31", "", review.PostingPeriod{}},
		{"the day after", "2024-08-01", "", review.PostingPeriod{Overdue: 1}},
		{"posted in time within it", "2024-08-01", "2024-07-31", review.PostingPeriod{Posted: 1, InTime: 1}},
		{"posted late on its last day", "2024-08-02", "2024-08-02", review.PostingPeriod{Posted: 1}},
		{"posted the day after its end", "2024-08-02", "2024-08-03", review.PostingPeriod{Overdue: 1}},
		{"received after its end", "2024-07-23", "", review.PostingPeriod{}},
	} {
		x := a
		if c.post != "" {
			x.Posting.On = day(c.post)
		}
		got := review.PostingsIn([]review.Announcement{x}, review.Period{From: day("2024-07-25"), To: day(c.to)})
		if got.Posted != c.want.Posted || got.InTime != c.want.InTime || got.Overdue != c.want.Overdue ||
			got.Received != 0 {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

// One number, one day and one body make one decision, however the number is spelt; a body not named may be any.
func TestAnnouncement_IsSame(t *testing.T) {
	x := review.Announcement{Number: "95/QĐ-UBND", Date: value.MustDate("2024-01-05"), Issuer: "UBND huyện Vĩnh Linh"}
	for name, tt := range map[string]struct {
		number, date, issuer string
		want                 bool
	}{
		"itself":               {"95/QĐ-UBND", "2024-01-05", "UBND huyện Vĩnh Linh", true},
		"spelt otherwise":      {" 095 / qđ-ubnd", "2024-01-05", "ubnd Huyện Vĩnh Linh", true},
		"of the body in short": {"95/QĐ-UBND", "2024-01-05", "UBND huyện", true},
		"without its symbol":   {"95", "2024-01-05", "", true},
		"of another day":       {"95/QĐ-UBND", "2024-01-06", "UBND huyện Vĩnh Linh", false},
		"of another body":      {"95/QĐ-UBND", "2024-01-05", "UBND tỉnh Quảng Trị", false},
		"of another symbol":    {"95/QĐ-CT", "2024-01-05", "UBND huyện Vĩnh Linh", false},
		"with another number":  {"96/QĐ-UBND", "2024-01-05", "UBND huyện Vĩnh Linh", false},
	} {
		y := review.Announcement{Number: tt.number, Date: value.MustDate(tt.date), Issuer: tt.issuer}
		if x.IsSame(y) != tt.want || y.IsSame(x) != tt.want {
			t.Errorf("%s: %v, want %v", name, !tt.want, tt.want)
		}
	}
}

// A decision that is entered with what it announced has made its effects. It is here for the record where it was to be
// posted by now, or before the program came into use.
//
// Practice, not law: docs/decisions/0063.
func TestRecordPast(t *testing.T) {
	announced := map[catalog.Code]catalog.Procedure{"NB-2": {Code: "NB-2"}, "NB-1": {Code: "NB-1"}}
	for name, tt := range map[string]struct {
		signed, began string
		before        bool
	}{
		"long past":                  {"2024-01-05", "", true},
		"its last day is today":      {"2024-07-08", "", false},
		"its last day was yesterday": {"2024-07-05", "", true},
		"before the first day":       {"2024-07-11", "2024-07-12", true},
		"on the first day":           {"2024-07-12", "2024-07-12", false},
	} {
		today, began := value.MustDate("2024-07-15"), value.Date{}
		if tt.began != "" {
			began = value.MustDate(tt.began)
		}
		x := review.Announcement{Number: "95/QĐ-UBND", Date: value.MustDate(tt.signed)}
		got, err := review.RecordPast(x, announced, review.Rules{}, viet.Calendar{}, today, began)
		if err != nil || got.Before != tt.before || got.Received != x.Date || got.Confirmed != today ||
			got.IsLate(today) {
			t.Errorf("%s: %+v (%v)", name, got, err)
		}
		if len(got.Touches) != 2 || got.Touches[0].Procedure != "NB-1" || got.Touches[0].Applied != today {
			t.Errorf("%s: touches %+v", name, got.Touches)
		}
	}
	x := review.Announcement{Number: strings.Repeat("9", 90), Date: value.MustDate("2024-01-05")}
	today := value.MustDate("2024-07-15")
	_, err := review.RecordPast(x, announced, review.Rules{}, viet.Calendar{}, today, value.Date{})
	var problems value.Problems
	if !errors.As(err, &problems) || problems[0].Code != "announcement.long" {
		t.Errorf("a number without end: %v", err)
	}
}
