package main

import (
	"strings"
	"testing"
)

// What a run prints: lines of the linker, what failed tests said, each package's closing line, what was skipped and
// why, the slowest tests by name; not what passing tests said.
func TestRead(t *testing.T) {
	const events = `# a line that is no event
{"Action":"build-output","ImportPath":"x/bad","Output":"bad.go:1: wrong\n"}
{"Action":"run","Package":"x/a","Test":"TestGood"}
{"Action":"output","Package":"x/a","Test":"TestGood","Output":"=== RUN   TestGood\n"}
{"Action":"output","Package":"x/a","Test":"TestGood","Output":"    a_test.go:3: fine\n"}
{"Action":"output","Package":"x/a","Test":"TestGood","Output":"--- PASS: TestGood (1.50s)\n"}
{"Action":"pass","Package":"x/a","Test":"TestGood","Elapsed":1.5}
{"Action":"output","Package":"x/a","Test":"TestOff","Output":"    a_test.go:9: no office here\n"}
{"Action":"skip","Package":"x/a","Test":"TestOff","Elapsed":0}
{"Action":"output","Package":"x/a","Output":"PASS\n"}
{"Action":"output","Package":"x/a","Output":"ok  \tx/a\t1.6s\n"}
{"Action":"pass","Package":"x/a","Elapsed":1.6}
{"Action":"output","Package":"x/b","Test":"TestBad","Output":"    b_test.go:3: got 1, want 2\n"}
{"Action":"output","Package":"x/b","Test":"TestBad","Output":"--- FAIL: TestBad (2.00s)\n"}
{"Action":"fail","Package":"x/b","Test":"TestBad","Elapsed":2}
{"Action":"output","Package":"x/b","Test":"TestHangs","Output":"panic: test timed out after 1m\n"}
{"Action":"output","Package":"x/b","Output":"FAIL\tx/b\t60s\n"}
{"Action":"fail","Package":"x/b","Elapsed":60}
`
	const want = `# a line that is no event
bad.go:1: wrong
ok  	x/a	1.6s
    b_test.go:3: got 1, want 2
--- FAIL: TestBad (2.00s)
FAIL	x/b	60s
panic: test timed out after 1m
skipped: x/a TestOff: no office here
slowest tests:
    2.0 s  x/b TestBad
    1.5 s  x/a TestGood
`
	var out strings.Builder
	r := run{out: &out, said: map[test][]string{}}
	r.read(strings.NewReader(events))
	r.close()
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}
