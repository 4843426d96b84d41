package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// realFiles are the two files of the national portal; they lie beside the repository, not in it.
var realFiles = map[string]string{"api": "portal-api-commune.jsonl.gz", "pages": "portal-pages.jsonl.gz"}

// BenchmarkProgram measures the program as people have it, its own process on a store of its own: importing either
// real file, starting on a store that holds both, every page as the office sees it, and a report on 60 procedures.
// The figures, with the machine they were measured on, stand in docs/decisions/0028-benchmarks.md.
func BenchmarkProgram(b *testing.B) {
	shared, err := filepath.Abs("../../../shared/data")
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range realFiles {
		if _, err := os.Stat(filepath.Join(shared, name)); err != nil {
			b.Skip("the portal's files do not lie beside the repository")
		}
	}
	p := program{b: b, path: filepath.Join(b.TempDir(), "rasoat")}
	if out, err := exec.Command("go", "build", "-o", p.path, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for _, name := range []string{"api", "pages"} {
		b.Run("import/"+name, func(b *testing.B) {
			var cpu time.Duration
			for range b.N {
				b.StopTimer()
				data := b.TempDir()
				p.run("--data", data, "targets")
				b.StartTimer()
				cpu += p.run("--data", data, "import", filepath.Join(shared, realFiles[name]))
			}
			cpuSeconds(b, cpu)
		})
	}
	data := b.TempDir()
	p.serve(data, func(*served1) {})
	for _, name := range []string{"api", "pages"} {
		p.run("--data", filepath.Join(data, "demo"), "import", filepath.Join(shared, realFiles[name]))
	}
	b.Run("start", func(b *testing.B) {
		var alive, ready, cpu time.Duration
		for range b.N {
			p.serve(data, func(s *served1) { alive, ready, cpu = alive+s.alive, ready+s.ready, cpu+s.cpu() })
		}
		cpuSeconds(b, cpu)
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(float64(alive.Milliseconds())/float64(b.N), "alive-ms")
		b.ReportMetric(float64(ready.Milliseconds())/float64(b.N), "ready-ms")
	})
	b.Run("pages", func(b *testing.B) { p.benchPages(b, data) })
	b.Run("report", func(b *testing.B) {
		data := b.TempDir()
		file := filepath.Join(b.TempDir(), "campaign.json")
		if err := os.WriteFile(file, campaignOf(b, 60), 0o600); err != nil {
			b.Fatal(err)
		}
		p.run("--data", data, "import", file)
		for _, format := range []string{"docx", "html", "xlsx"} {
			b.Run(format, func(b *testing.B) {
				var cpu time.Duration
				for range b.N {
					out := filepath.Join(data, "out."+format)
					cpu += p.run("--data", data, "report", "review-summary", "--format", format, "--out", out)
				}
				cpuSeconds(b, cpu)
			})
		}
	})
}

// benchPages asks for every page that the office can reach, thrice each, and says how long the slowest took
// (the median of its three) and how much memory the server held at most.
func (p program) benchPages(b *testing.B, data string) {
	p.serve(data, func(s *served1) {
		s.signIn("office")
		var all []page
		began := s.cpu()
		for range b.N {
			all = s.walk()
		}
		took := s.cpu() - began
		b.ReportMetric(float64(took.Milliseconds())/float64(3*b.N*len(all)), "cpu-ms/page")
		slices.SortFunc(all, func(x, y page) int { return int(y.took - x.took) })
		worst := 0.0
		for _, x := range all[:min(5, len(all))] {
			cpu := s.costs(x.path)
			worst = max(worst, cpu)
			b.Logf("%6.1f ms by the clock, %5.1f ms of a processor  %s",
				float64(x.took.Microseconds())/1000, cpu, x.path)
		}
		b.ReportMetric(worst, "slowest-cpu-ms")
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(float64(len(all)), "pages")
		b.ReportMetric(float64(all[0].took.Microseconds())/1000, "slowest-ms")
		b.ReportMetric(float64(all[len(all)/2].took.Microseconds())/1000, "median-ms")
		b.ReportMetric(s.memory(), "peak-MB")
	})
}

// program is the built binary.
type program struct {
	b    *testing.B
	path string
}

// run runs a command to its end and says how much of the processors it took.
func (p program) run(args ...string) (cpu time.Duration) {
	p.b.Helper()
	cmd := exec.Command(p.path, args...)
	if out, err := cmd.CombinedOutput(); err != nil {
		p.b.Fatalf("%v: %v\n%s", args, err, out)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}

// cpuSeconds reports the processor time of all rounds; a busy machine stretches the time by the clock, not this.
func cpuSeconds(b *testing.B, sum time.Duration) {
	b.ReportMetric(sum.Seconds()/float64(b.N), "cpu-s/op")
}

// served1 is the program while it serves a folder.
type served1 struct {
	b            *testing.B
	pid          int
	address      string
	http         *http.Client
	alive, ready time.Duration // from the start of the process to its first answers
}

// serve starts the program on a folder of the demo, and ends it when do is done.
func (p program) serve(data string, do func(*served1)) {
	p.b.Helper()
	cmd := exec.Command(p.path, "--data", data, "serve", "--demo", "--addr", "127.0.0.1:0")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		p.b.Fatal(err)
	}
	began := time.Now()
	if err := cmd.Start(); err != nil {
		p.b.Fatal(err)
	}
	defer func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	}()
	jar, err := cookiejar.New(nil)
	if err != nil {
		p.b.Fatal(err)
	}
	s := &served1{b: p.b, pid: cmd.Process.Pid, http: &http.Client{Jar: jar}}
	lines := bufio.NewScanner(stderr)
	for s.address == "" && lines.Scan() {
		if _, rest, there := strings.Cut(lines.Text(), "http://"); there {
			host, _, _ := strings.Cut(rest, "/")
			s.address = "http://" + strings.TrimSpace(host)
		}
	}
	go func() { _, _ = io.Copy(io.Discard, stderr) }()
	s.alive = s.wait("/healthz", began)
	s.ready = s.wait("/readyz", began)
	do(s)
}

func (s *served1) wait(path string, began time.Time) time.Duration {
	s.b.Helper()
	for time.Since(began) < time.Minute {
		if r, err := s.http.Get(s.address + path); err == nil {
			r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return time.Since(began)
			}
		}
		time.Sleep(5 * time.Millisecond)
	}
	s.b.Fatalf("%s%s does not answer", s.address, path)
	return 0
}

func (s *served1) signIn(name string) {
	s.b.Helper()
	r, err := s.http.PostForm(s.address+"/dang-nhap", url.Values{"username": {name}, "password": {passwords[name]}})
	if err != nil || r.StatusCode >= 500 {
		s.b.Fatal(err, r)
	}
	r.Body.Close()
}

// costs is how much of a processor a page takes, in ms, over twenty askings.
func (s *served1) costs(path string) float64 {
	s.b.Helper()
	began := s.cpu()
	for range 20 {
		r, err := s.http.Get(s.address + path)
		if err != nil {
			s.b.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, r.Body)
		r.Body.Close()
	}
	return float64((s.cpu() - began).Milliseconds()) / 20
}

// page is an address and how long its answer took.
type page struct {
	path string
	took time.Duration
}

var (
	linkForm = regexp.MustCompile(`href="(/[^"#]*)`)
	codeForm = regexp.MustCompile(`[^/?&=]*[0-9][^/?&=]*|=[^&]*`)
)

// perKind is how many pages of one kind are asked for, such as procedures.
const perKind = 4

// walk follows every link from page to page; pages whose addresses differ in numbers, codes and what is asked for
// alone are of one kind.
func (s *served1) walk() []page {
	var out []page
	seen, kinds := map[string]bool{}, map[string]int{}
	queue := []string{"/", "/?q=dang+ky+khai+sinh", "/?q=giay+to", "/viec", "/danh-muc", "/ra-soat", "/phuong-an", "/chi-tieu", "/ke-hoach", "/bao-cao", "/thiet-lap"}
	for len(queue) > 0 {
		path := strings.ReplaceAll(queue[0], "&amp;", "&")
		queue = queue[1:]
		kind := codeForm.ReplaceAllString(path, "*")
		if seen[path] || kinds[kind] >= perKind || strings.HasPrefix(path, "/static/") {
			continue
		}
		seen[path] = true
		kinds[kind]++
		var took []time.Duration
		var body string
		for range 3 {
			began := time.Now()
			r, err := s.http.Get(s.address + path)
			if err != nil {
				s.b.Fatal(err)
			}
			raw, err := io.ReadAll(r.Body)
			r.Body.Close()
			if err != nil || r.StatusCode >= 500 {
				s.b.Fatalf("%s: %d %v", path, r.StatusCode, err)
			}
			took, body = append(took, time.Since(began)), string(raw)
		}
		slices.Sort(took)
		out = append(out, page{path, took[1]})
		for _, m := range linkForm.FindAllStringSubmatch(body, -1) {
			queue = append(queue, m[1])
		}
	}
	return out
}

// cpu is how much of the processors the process took so far.
func (s *served1) cpu() time.Duration {
	s.b.Helper()
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.pid))
	if err != nil {
		s.b.Skip("processor time is read from /proc")
	}
	f := strings.Fields(string(raw[strings.LastIndex(string(raw), ")"):]))
	var ticks int
	for _, x := range f[12:14] { // utime and stime, hundredths of a second
		n, err := strconv.Atoi(x)
		if err != nil {
			s.b.Fatal(err)
		}
		ticks += n
	}
	return time.Duration(ticks) * time.Second / 100
}

// memory is the most memory that the process held so far, in MB.
func (s *served1) memory() float64 {
	s.b.Helper()
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.pid))
	if err != nil {
		s.b.Skip("memory is read from /proc")
	}
	m := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindStringSubmatch(string(raw))
	kb, err := strconv.Atoi(m[1])
	if err != nil {
		s.b.Fatal(err)
	}
	return float64(kb) / 1024
}

// campaignOf is a campaign of n procedures, each with a proposal and its cost tables.
func campaignOf(b *testing.B, n int) []byte {
	type object = map[string]any
	row := func(hours string) object {
		return object{
			"task": "prepare", "activity": "Viết đơn, xin ý kiến",
			"hours": hours, "hourly_rate": 48248, "subjects_per_year": 120,
		}
	}
	var list, reviews []object
	for i := range n {
		code := fmt.Sprintf("NB-%03d", i+1)
		list = append(list, object{
			"code": code, "name": "Thủ tục nội bộ số " + strconv.Itoa(i+1),
			"kind": "internal", "group": "B", "field": "Văn phòng",
		})
		reviews = append(reviews, object{
			"procedure": code, "conclusion": "cut", "status": "approved", "decided": "2024-07-10",
			"decision": object{"number": "45/QĐ-UBND", "date": "2024-07-10"},
			"measures": []object{{
				"kind": "cut_step", "part": "steps",
				"content": "Bỏ bước xin ý kiến bằng văn bản", "reason": "Duyệt trên hệ thống",
			}},
			"before": []object{row("1.5"), row("0.5"), row("2"), row("0.25"), row("1")},
			"after":  []object{row("1"), row("0.5")},
		})
	}
	raw, err := json.Marshal(object{
		"plan": "kh-29-2024", "campaign": "internal-b", "procedures": list, "reviews": reviews,
	})
	if err != nil {
		b.Fatal(err)
	}
	return raw
}
