package register

import (
	"strconv"
	"testing"
	"time"
)

func TestLimiter(t *testing.T) {
	var l limiter
	start := time.Date(2024, 7, 15, 8, 0, 0, 0, time.UTC)
	for i := range sendsPerHour {
		if !l.allow("a", start.Add(time.Duration(i)*time.Minute)) {
			t.Fatalf("try %d is refused", i+1)
		}
	}
	if l.allow("a", start.Add(30*time.Minute)) {
		t.Error("one more passes")
	}
	if !l.allow("b", start.Add(30*time.Minute)) {
		t.Error("another sender is refused")
	}
	if !l.allow("a", start.Add(time.Hour)) {
		t.Error("an hour later the first is not forgotten")
	}
	if l.allow("a", start.Add(time.Hour)) {
		t.Error("all were forgotten at once")
	}
	later := start.Add(5 * time.Hour)
	passed := 0
	for i := range sendsPerHourAll + 50 {
		if l.allow(strconv.Itoa(i), later) {
			passed++
		}
	}
	if passed != sendsPerHourAll {
		t.Errorf("%d senders passed together", passed)
	}
}
