package register

import (
	"slices"
	"sync"
	"time"
)

// limiter lets each sender through so often within an hour, and all of them together; it forgets when the program
// ends. Its zero value is ready.
type limiter struct {
	mu   sync.Mutex
	sent map[string][]time.Time
}

const (
	sendsPerHour    = 10
	sendsPerHourAll = 200
)

// allow notes a try and says whether it may pass.
func (l *limiter) allow(sender string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.sent == nil {
		l.sent = map[string][]time.Time{}
	}
	all := 0
	for who, at := range l.sent {
		if at = slices.DeleteFunc(at, func(t time.Time) bool { return now.Sub(t) >= time.Hour }); len(at) == 0 {
			delete(l.sent, who)
			continue
		}
		l.sent[who] = at
		all += len(at)
	}
	if len(l.sent[sender]) >= sendsPerHour || all >= sendsPerHourAll {
		return false
	}
	l.sent[sender] = append(l.sent[sender], now)
	return true
}
