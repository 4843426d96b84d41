package value

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDate(t *testing.T) {
	for _, in := range []string{"2024-02-29", "0001-01-01", "9999-12-31", "2024-08-10"} {
		if d, err := ParseDate(in); err != nil || d.String() != in {
			t.Errorf("ParseDate(%q) = %v, %v", in, d, err)
		}
	}
	for _, in := range []string{"", "2023-02-29", "2024-02-31", "2024-13-01", "2024-00-01", "2024-01-00", "0000-01-01", "2024-1-5",
		"24-01-05", "2024-01-05 ", " 2024-01-05", "2024-01-05T00:00:00Z", "05/01/2024", "20240105", "-2024-01-05"} {
		if d, err := ParseDate(in); err == nil || !d.IsZero() {
			t.Errorf("ParseDate(%q) = %v", in, d)
		}
	}
}

func TestMustDate_Panics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("MustDate took 31 February")
		}
	}()
	MustDate("2024-02-31")
}

// Handbook §5.4: deadlines are days of Vietnam, seven hours ahead of UTC.
func TestOn_IsTheDayInVietnam(t *testing.T) {
	for _, tt := range []struct{ utc, want string }{
		{"2024-08-09T16:59:59Z", "2024-08-09"},
		{"2024-08-09T17:00:00Z", "2024-08-10"},
		{"2024-12-31T17:00:00Z", "2025-01-01"},
	} {
		at, err := time.Parse(time.RFC3339, tt.utc)
		if err != nil {
			t.Fatal(err)
		}
		if got := On(at); got.String() != tt.want {
			t.Errorf("On(%s) = %s, want %s", tt.utc, got, tt.want)
		}
	}
	if got := MustDate("2024-08-10").Start().UTC().Format(time.RFC3339); got != "2024-08-09T17:00:00Z" {
		t.Errorf("10/8/2024 starts at %s", got)
	}
}

func TestDate_Compare(t *testing.T) {
	d := MustDate("2024-08-10")
	for _, tt := range []struct {
		e             string
		before, after bool
	}{
		{"2024-08-11", true, false}, {"2024-08-10", false, false}, {"2024-08-09", false, true},
		{"2024-09-01", true, false}, {"2023-12-31", false, true},
	} {
		e := MustDate(tt.e)
		if d.Before(e) != tt.before || d.After(e) != tt.after || (d.Compare(e) == 0) != (d == e) {
			t.Errorf("%s and %s: before %v, after %v", d, e, d.Before(e), d.After(e))
		}
	}
	if d.Weekday() != time.Saturday {
		t.Errorf("10/8/2024 is a %s", d.Weekday())
	}
	if n := MustDate("9999-12-31").Sub(MustDate("0001-01-01")); n != 3_652_058 {
		t.Errorf("the calendar has %d days", n)
	}
}

func TestDate_JSON(t *testing.T) {
	for in, want := range map[string]string{`"2024-08-10"`: "2024-08-10", `""`: "", `null`: ""} {
		var d Date
		if err := json.Unmarshal([]byte(in), &d); err != nil || d.String() != want {
			t.Errorf("%s: %v, %v", in, d, err)
		}
	}
	d := MustDate("2024-08-10")
	if err := json.Unmarshal([]byte(`"2024-02-31"`), &d); err == nil || d != MustDate("2024-08-10") {
		t.Errorf("31 February: %v, %v", d, err)
	}
	if b, err := json.Marshal(map[Date]Date{d: {}}); err != nil || string(b) != `{"2024-08-10":""}` {
		t.Errorf("written %s, %v", b, err)
	}
}

func TestDate_SQL(t *testing.T) {
	d := MustDate("2024-08-10")
	for _, src := range []any{"2024-08-10", []byte("2024-08-10"), time.Date(2024, 8, 10, 23, 0, 0, 0, time.UTC)} {
		var got Date
		if err := got.Scan(src); err != nil || got != d {
			t.Errorf("Scan(%v) = %v, %v", src, got, err)
		}
	}
	for _, src := range []any{nil, ""} {
		got := d
		if err := got.Scan(src); err != nil || !got.IsZero() {
			t.Errorf("Scan(%v) = %v, %v", src, got, err)
		}
	}
	for _, src := range []any{"10/8/2024", int64(20240810)} {
		got := d
		if err := got.Scan(src); err == nil || got != d {
			t.Errorf("Scan(%v) = %v", src, got)
		}
	}
	if v, err := d.Value(); v != "2024-08-10" || err != nil {
		t.Errorf("stored as %v, %v", v, err)
	}
	if v, err := (Date{}).Value(); v != nil || err != nil {
		t.Errorf("no day stored as %v, %v", v, err)
	}
}

func TestDate_Properties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := MustDate("0001-01-01").Add(rapid.IntRange(0, 3_652_058).Draw(t, "days"))
		n := rapid.IntRange(-d.Sub(MustDate("0001-01-01")), MustDate("9999-12-31").Sub(d)).Draw(t, "n")
		if got, err := ParseDate(d.String()); err != nil || got != d {
			t.Fatalf("%q read as %v, %v", d, got, err)
		}
		e := d.Add(n)
		if e.Sub(d) != n || e.Add(-n) != d || e.After(d) != (n > 0) || e.Before(d) != (n < 0) {
			t.Fatalf("%s + %d is %s, back %d", d, n, e, e.Sub(d))
		}
		if On(d.Start()) != d || On(d.Start().Add(-time.Nanosecond)) == d {
			t.Fatalf("%s starts at %s", d, d.Start())
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2024-02-29", "2023-02-29", "", "0000-01-01", "2024-1-5", "9999-12-31"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := ParseDate(s); err == nil && d.String() != s {
			t.Errorf("%q read as %s", s, d)
		}
	})
}
