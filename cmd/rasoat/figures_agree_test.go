package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/big"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"rasoat/app"
	"rasoat/app/apptest"
	"rasoat/review"
	"rasoat/value"
)

// Every figure of a campaign is the same in every paper, in each format, on every page, in the command and in the API,
// and it is the one that an independent sum over the campaign file gives: 30 campaigns with procedures that nobody
// costed, savings below zero, refused and later-dated reviews (interface.md, Targets; docs/decisions/0168).
func TestFigures_SayTheSameEverywhere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	apptest.Demo(t, dir)
	a, table := onFolder(t, dir, func(*app.App) error { return nil })
	get := signedIn(t, windowOn(t, a, table, true), "office")
	read := map[string]int{}
	for seed := range uint64(30) {
		f := drawCampaign(rand.New(rand.NewPCG(seed, 29)), seed%3 == 2)
		importing(t, a, f)
		want := f.sums()
		said := map[string]int{}
		check := func(place string, claims []claim) {
			t.Helper()
			for _, c := range claims {
				w, known := want[c.of]
				if !known {
					t.Errorf("campaign %d, %s: %s of %s, of which nothing is to be said", seed, place, c.says, c.of)
					continue
				}
				if why := w.differs(c.says); why != "" {
					t.Errorf("campaign %d, %s: %s of %s: %s", seed, place, c.says, c.of, why)
				}
				said[place]++
			}
		}
		paper := func(kind, format string) []line {
			var b bytes.Buffer
			o := app.ReportOptions{Kind: kind, Format: format, Campaign: f.id()}
			err := a.Report(t.Context(), &b, o)
			var refused value.Problems
			if errors.As(err, &refused) && kind == "submission" {
				return nil // nothing waits for a decision
			}
			if err != nil {
				t.Fatal(err)
			}
			return linesOf(t, format, b.Bytes())
		}
		for _, kind := range []string{"review-summary", "proposals", "submission", "form-03", "monthly"} {
			for _, format := range []string{"docx", "xlsx", "html"} {
				check(kind+"."+format, f.claims(kind, paper(kind, format)))
			}
		}
		board := "/ra-soat/kh-29-2024/" + string(f.id())
		check("board", f.claims("board", linesOf(t, "html", []byte(get(board+"?so=1000")))))
		check("list of proposals", f.claims("list", linesOf(t, "html", []byte(get("/phuong-an?so=1000")))))
		check("targets", f.targetsPage(t, get("/chi-tieu")))
		if !f.public {
			made := get("/chi-tieu/" + string(f.id()) + "-cost")
			check("what cost is made of", f.claims("trace", linesOf(t, "html", []byte(made))))
		}
		check("API", f.targetsJSON(t, get("/api/v1/plans/kh-29-2024/targets")))
		for _, place := range []string{"review-summary.docx", "review-summary.xlsx", "review-summary.html", "proposals.docx", "board", "targets", "API"} {
			if said[place] == 0 && len(f.of) > 0 {
				t.Errorf("campaign %d: no figure was read in %s", seed, place)
			}
		}
		if t.Failed() {
			t.Fatalf("campaign %d is %s", seed, f.file(t))
		}
		for place, n := range said {
			read[place] += n
		}
	}
	for _, place := range []string{"submission.docx", "submission.xlsx", "submission.html", "what cost is made of",
		"form-03.docx", "monthly.docx", "list of proposals"} {
		if read[place] == 0 {
			t.Errorf("no figure was read in %s: %v", place, read)
		}
	}
}

// drawn is one procedure of a drawn campaign with its review; no status: none.
type drawn struct {
	code, name, conclusion, status, decided, kind string
	before, after                                 *int64
}

// drawnCampaign is a campaign whose figures are to be read back.
type drawnCampaign struct {
	public bool
	of     []drawn
}

func drawCampaign(r *rand.Rand, public bool) drawnCampaign {
	f := drawnCampaign{public: public}
	pick := func(all ...string) string { return all[r.IntN(len(all))] }
	cost := func() *int64 {
		if r.IntN(5) == 0 {
			return nil
		}
		n := r.Int64N(90_000_000) + 1
		if r.IntN(3) == 0 {
			n = n/1_000_000*1_000_000 + 1_000_000
		}
		return &n
	}
	for i := range 1 + r.IntN(9) {
		d := drawn{code: fmt.Sprintf("NB-%02d", i+1), before: cost(), kind: pick("cut_document", "amend_form", "other")}
		if public {
			d.code = fmt.Sprintf("1.%06d", 900_001+i)
		}
		if r.IntN(6) > 0 {
			d.status = pick("draft", "submitted", "checked", "approved", "approved", "returned", "withdrawn",
				"forwarded",
				"accepted", "refused", "in_force")
			d.conclusion = pick("abolish", "cut", "cut", "amend", "merge", "decentralise", "keep")
			d.decided = pick("", "2024-06-10", "2024-07-10", "2024-07-20")
			if d.after = cost(); d.conclusion == "keep" {
				d.after = nil
			}
			if d.before != nil && d.after != nil && r.IntN(4) == 0 { // a share that two places would round to 20
				*d.before, *d.after = 1_000_000, 800_040
			}
		}
		f.of = append(f.of, d)
	}
	return f
}

func (f drawnCampaign) id() review.CampaignID {
	if f.public {
		return "public"
	}
	return "internal-b"
}

// file is the campaign as a campaign file.
func (f drawnCampaign) file(t *testing.T) []byte {
	t.Helper()
	type object = map[string]any
	rows := func(n *int64) []object {
		if n == nil {
			return nil
		}
		return []object{{"task": "prepare", "activity": "Lập hồ sơ", "fees": *n, "times_per_year": "1",
			"subjects_per_year": 1, "hours": "0", "hourly_rate": 0, "service_cost": 0, "source": "records"}}
	}
	out := object{"plan": "kh-29-2024", "campaign": f.id()}
	var procedures, reviews []object
	for _, d := range f.of {
		name := cmp.Or(d.name, "Việc "+d.code)
		p := object{"code": d.code, "name": name, "kind": "internal", "group": "B", "field": "Nội vụ"}
		if f.public {
			p = object{"code": d.code, "name": name, "kind": "public", "field": "Hộ tịch"}
		}
		procedures = append(procedures, p)
		if d.status == "" {
			continue
		}
		r := object{"procedure": d.code, "conclusion": d.conclusion, "status": d.status,
			"measures": []object{{"kind": d.kind, "content": "Bỏ giấy tờ", "reason": "Đã có"}}}
		if d.conclusion == "keep" {
			delete(r, "measures")
		}
		if d.decided != "" {
			r["decided"] = d.decided
		}
		if d.before != nil {
			r["before"] = rows(d.before)
		}
		if d.after != nil {
			r["after"] = rows(d.after)
		}
		reviews = append(reviews, r)
	}
	out["procedures"], out["reviews"] = procedures, reviews
	b, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func importing(t *testing.T, a *app.App, f drawnCampaign) {
	t.Helper()
	b := f.file(t)
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }
	doc, err := a.Import(context.Background(), []app.Upload{{Name: "campaign.json", Open: open}},
		app.ImportOptions{Actor: commandActor})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range doc.Files {
		if !x.Stored {
			t.Fatalf("not stored: %+v of %s", x, b)
		}
	}
}

// state is where the review stands on the demo's day, by the file.
func (d drawn) state() string {
	if d.status != "" && d.decided > app.DemoDay.String() {
		return "draft"
	}
	return d.status
}

func (d drawn) granted() bool {
	return slices.Contains([]string{"approved", "accepted", "in_force"}, d.state())
}

func (d drawn) proposed() bool {
	return d.granted() || slices.Contains([]string{"submitted", "checked", "forwarded"}, d.state())
}

// costs are the cost before, nil where it is not known, and that afterwards once the review counts.
func (d drawn) costs(counts bool) (before, after *int64) {
	if d.status == "" {
		return nil, nil // the file tells costs with a review alone
	}
	switch {
	case !counts:
		return d.before, d.before
	case d.after != nil:
		return d.before, d.after
	case d.conclusion == "abolish":
		return d.before, new(int64)
	case d.conclusion == "keep":
		return d.before, d.before
	}
	return d.before, nil
}

func saved(before, after *int64) *int64 {
	if before == nil || after == nil {
		return nil
	}
	n := *before - *after
	return &n
}

// figure is what is to be said: a number, a share with its threshold, or nothing.
type figure struct {
	exact     *big.Rat // nil: a dash or nothing at all
	threshold int64    // of a share; 0: a whole number
}

// differs says why what was said is not the figure, "" where it is. A share is rounded to the places that it is printed
// with, and stands on the same side of its threshold.
func (w figure) differs(says string) string {
	nothing := strings.Trim(says, "–- ") == "" || says == "chưa tính chi phí" || says == "chưa có số liệu"
	switch {
	case nothing && w.exact == nil:
		return ""
	case nothing || w.exact == nil:
		return fmt.Sprintf("the sum is %v", w.exact)
	}
	plain := strings.NewReplacer(".", "", ",", ".", "%", "", " đồng", "").Replace(strings.TrimSpace(says))
	machine := strings.HasPrefix(says, "=") // has two places, whatever the verdict
	if machine || strings.HasPrefix(says, "#") {
		plain = says[1:]
	}
	n, ok := new(big.Rat).SetString(plain)
	if !ok {
		return "is no number"
	}
	if w.threshold == 0 {
		if n.Cmp(w.exact) != 0 {
			return "the sum is " + w.exact.RatString()
		}
		return ""
	}
	_, places, _ := strings.Cut(plain, ".")
	half := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(places))), nil))
	half.Quo(half, big.NewRat(2, 1))
	off := new(big.Rat).Sub(n, w.exact)
	mark := big.NewRat(w.threshold, 1)
	if off.Abs(off).Cmp(half) > 0 || (n.Cmp(mark) >= 0) != (w.exact.Cmp(mark) >= 0) && !machine {
		return "the share is " + w.exact.FloatString(8)
	}
	return ""
}

// sums are the figures of a campaign by what they are figures of, added up from the file alone.
func (f drawnCampaign) sums() map[string]figure {
	out := map[string]figure{}
	threshold := int64(20)
	if f.public {
		threshold = 100 // the plan wants no cost of these cut
	}
	whole := func(n *int64) figure {
		if n == nil {
			return figure{}
		}
		return figure{exact: new(big.Rat).SetInt64(*n)}
	}
	share := func(part, of, threshold int64) figure {
		if of == 0 {
			return figure{}
		}
		return figure{exact: new(big.Rat).SetFrac64(part*100, of), threshold: threshold}
	}
	lineShare := func(saving, before *int64) figure {
		if saving == nil || before == nil {
			return figure{}
		}
		return share(*saving, *before, threshold)
	}
	var n struct{ listed, reviewed, granted, proposed int64 } // procedures
	type sum struct{ before, after, saving, unpriced int64 }
	var wide, narrow, list, asked, with sum
	var asks int64            // proposals that a submission asks to be decided
	var listed, decided int64 // proposals on the list of them, and those decided
	var decidedSaving int64
	add := func(s *sum, before, after *int64) {
		if before != nil {
			s.before += *before
		}
		if after != nil {
			s.after += *after
		}
		if x := saved(before, after); x != nil {
			s.saving += *x
		} else {
			s.unpriced++
		}
	}
	for _, d := range f.of {
		before, after := d.costs(d.proposed())
		out[d.code+" before"], out[d.code+" after"] = whole(before), whole(after)
		out[d.code+" saving"] = whole(saved(before, after))
		out[d.code+" share"] = lineShare(saved(before, after), before)
		add(&wide, before, after)
		nowBefore, nowAfter := d.costs(d.granted())
		out[d.code+" decided"] = whole(saved(nowBefore, nowAfter))
		add(&narrow, nowBefore, nowAfter)
		n.listed++
		if d.proposed() || d.state() == "refused" {
			n.reviewed++
		}
		lighter := d.kind == "cut_document"
		if x := saved(before, after); x != nil && *x > 0 {
			lighter = true
		}
		simplifies := slices.Contains([]string{"abolish", "cut", "merge"}, d.conclusion) ||
			d.conclusion != "keep" && lighter
		if d.proposed() && simplifies {
			n.proposed++
		}
		if d.granted() && simplifies {
			n.granted++
		}
		if d.granted() && d.conclusion != "keep" {
			add(&with, nowBefore, nowAfter)
		}
		if d.state() == "checked" && d.conclusion != "keep" {
			asks++
			add(&asked, before, after)
		}
		if d.proposed() && d.conclusion != "keep" {
			listed++
			add(&list, before, after)
			if d.granted() {
				decided++
				if x := saved(nowBefore, nowAfter); x != nil {
					decidedSaving += *x
				}
			}
		}
	}
	total := func(name string, s sum) {
		out[name+" before"], out[name+" after"] = whole(&s.before), whole(&s.after)
		out[name+" saving"] = whole(&s.saving)
		out[name+" share"] = share(s.saving, s.before, threshold)
		if s.unpriced > 0 {
			out[name+" share"] = figure{}
		}
	}
	total("total", wide)
	total("decided total", narrow)
	out["total decided"] = whole(&narrow.saving)
	total("list", list)
	total("asked", asked)
	out["asked count"], out["asked unpriced"] = whole(&asks), whole(&asked.unpriced)
	out["list count"], out["list decided count"] = whole(&listed), whole(&decided)
	out["list unpriced"], out["list decided saving"] = whole(&list.unpriced), whole(&decidedSaving)
	target := func(name string, part, of, threshold int64) {
		out[name+" part"], out[name+" whole"] = whole(&part), whole(&of)
		out[name+" percent"] = share(part, of, threshold)
	}
	target("reviewed", n.reviewed, n.listed, 100)
	target("reviewed proposed", n.reviewed, n.listed, 100)
	if !f.public {
		target("number", n.granted, n.listed, 20)
		target("number proposed", n.proposed, n.listed, 20)
		target("cost", narrow.saving, narrow.before, 20)
		target("cost proposed", wide.saving, wide.before, 20)
		target("cost with", narrow.saving, with.before, 20)
	}
	return out
}

// claim is what is said of something.
type claim struct{ of, says string }

// line is a paragraph, or a row of a table.
type line struct {
	text  string
	cells []string
}

var (
	targetLine = regexp.MustCompile(`Tỷ lệ (thủ tục được rà soát|số lượng|chi phí)[^:]*: ([-\d.,]+)% ` +
		`\(([-\d.]+)/([\d.]+) `)
	wouldBe  = regexp.MustCompile(`^(?:- )?Nếu các phương án[^:]*: ([-\d.,]+)% \(([-\d.]+)/([\d.]+) (thủ tục|đồng)`)
	otherWay = regexp.MustCompile(`^(?:- )?Để tham khảo[^:]*: ([-\d.,]+)% \(([-\d.]+)/([\d.]+) `)
	ofList   = regexp.MustCompile(`: (\d+) thủ tục(?:, trong đó (\d+) thủ tục chưa tính chi phí)?` +
		`(?:; chi phí tuân thủ trước đơn giản hóa ([-\d.]+) đồng/năm, tiết kiệm theo phương án ([-\d.]+) đồng/năm)?` +
		`(?:, bằng ([-\d.,]+)% chi phí tuân thủ của \d+ thủ tục này)?` +
		`(?:; (?:trong đó đã được [^ ]+ [^ ]+ (\d+) thủ tục(?:, tiết kiệm ([-\d.]+) đồng/năm)?|chưa có ` +
		`phương án nào))?`)
	savesLine = regexp.MustCompile(`Chi phí tiết kiệm: ([-\d.]+) đồng/năm`)
	shareLine = regexp.MustCompile(`Tỷ lệ cắt giảm chi phí: ([-\d.,]+)%`)
	codeIn    = regexp.MustCompile(`mã số: ([^)]+)\)`)
)

var metricOf = map[string]string{"thủ tục được rà soát": "reviewed", "số lượng": "number", "chi phí": "cost"}

// listedIn is of which proposals the totals of a kind of paper are.
var listedIn = map[string]string{"proposals": "list", "submission": "asked"}

// claims reads what the lines of a paper or a page say of the campaign.
func (f drawnCampaign) claims(kind string, lines []line) (out []claim) {
	say := func(of, says string) { out = append(out, claim{of, says}) }
	var heads map[int]string
	code, ours := "", kind != "monthly"
	names := map[bool]string{true: "Rà soát thủ tục hành chính, nhóm", false: "Rà soát thủ tục hành chính nội bộ nhóm B"}
	for _, l := range lines {
		if kind == "monthly" && strings.Contains(l.text, "Rà soát thủ tục hành chính") {
			ours = strings.Contains(l.text, names[f.public])
		}
		if m := codeIn.FindStringSubmatch(l.text); m != nil {
			code = m[1]
		}
		if m := targetLine.FindStringSubmatch(l.text); m != nil && ours {
			of := metricOf[m[1]]
			say(of+" percent", m[2])
			say(of+" part", m[3])
			say(of+" whole", m[4])
		}
		if m := wouldBe.FindStringSubmatch(l.text); m != nil {
			of := map[string]string{"thủ tục": "number proposed", "đồng": "cost proposed"}[m[4]]
			say(of+" percent", m[1])
			say(of+" part", m[2])
			say(of+" whole", m[3])
		}
		if m := otherWay.FindStringSubmatch(l.text); m != nil {
			say("cost with percent", m[1])
			say("cost with part", m[2])
			say("cost with whole", m[3])
		}
		if m := ofList.FindStringSubmatch(l.text); m != nil && listedIn[kind] != "" {
			for i, of := range []string{"count", "unpriced", "before", "saving", "share", "decided count", "decided saving"} {
				if m[i+1] != "" {
					say(listedIn[kind]+" "+of, m[i+1])
				}
			}
		}
		if m := savesLine.FindStringSubmatch(l.text); m != nil {
			say(code+" saving", m[1])
		}
		if m := shareLine.FindStringSubmatch(l.text); m != nil {
			say(code+" share", m[1])
		}
		if l.cells != nil {
			heads = headsOf(kind, l.cells, heads)
			out = append(out, f.rowClaims(kind, l.cells, heads)...)
		}
	}
	return out
}

// headsOf are the columns of the tables that tell costs, by what they tell; those of the table before where the row has
// none.
func headsOf(kind string, cells []string, before map[int]string) map[int]string {
	out := map[int]string{}
	isHead := slices.ContainsFunc(cells, func(c string) bool {
		return strings.HasPrefix(c, "Trước") || strings.HasPrefix(c, "Hiện tại") ||
			strings.HasPrefix(c, "Chi phí hiện tại")
	})
	if !isHead {
		if slices.Contains(cells, "STT") {
			return nil // of another table
		}
		return before
	}
	for i, c := range cells {
		for _, x := range []struct{ head, of string }{
			{"Mã", "code"}, {"Thủ tục", "code"}, {"Phương án", "code"}, {"Trước", "before"}, {"Hiện tại", "before"},
			{"Chi phí hiện tại", "before"}, {"Sau", "after"}, {"Tiết kiệm", "saving"}, {"Tỷ lệ", "share"},
			{"Trong đó đã được", "decided"},
		} {
			if strings.HasPrefix(c, x.head) {
				out[i] = x.of
				break
			}
		}
	}
	return out
}

func (f drawnCampaign) rowClaims(kind string, cells []string, heads map[int]string) (out []claim) {
	of := ""
	first := strings.Join(cells[:min(4, len(cells))], " ")
	switch {
	case heads == nil:
		return nil
	case strings.Contains(first, "phương án đã phê duyệt"):
		of = "decided total"
	case strings.Contains(first, "kể cả phương án đang trình"):
		of = "total"
	case strings.Contains(first, "Tổng số") && listedIn[kind] != "":
		of = listedIn[kind]
	case strings.HasPrefix(first, "Cộng"):
		of = "decided total"
	case strings.Contains(first, "Tổng số"):
		of = "total"
	}
	for i, x := range cells {
		if heads[i] == "code" && of == "" {
			of, _, _ = strings.Cut(strings.TrimSpace(x), " ")
		}
	}
	i := slices.IndexFunc(f.of, func(d drawn) bool { return d.code == of })
	if i < 0 && !strings.HasSuffix(of, "total") && of != "list" && of != "asked" {
		return nil
	}
	// a form and the list of proposals tell of what is not handed in as well, and of what was refused
	if i >= 0 && slices.Contains([]string{"form-03", "list"}, kind) && !f.of[i].proposed() {
		return nil
	}
	for at, what := range heads {
		if what == "code" || at >= len(cells) || of == "list" && what == "decided" {
			continue
		}
		if kind == "trace" && what == "saving" && i >= 0 {
			what = "decided" // what has not been decided gives nothing yet
		}
		out = append(out, claim{of + " " + what, cells[at]})
	}
	return out
}

// targetsPage reads the page of targets.
func (f drawnCampaign) targetsPage(t *testing.T, page string) (out []claim) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	said := regexp.MustCompile(`([-\d.,]+%|–) .*?([-\d.]+)/([\d.]+)`)
	for n := range doc.Descendants() {
		id := attribute(n, "id")
		metric, is := strings.CutPrefix(id, string(f.id())+"-")
		if !is || !slices.Contains([]string{"reviewed", "number", "cost"}, metric) {
			continue
		}
		if m := said.FindStringSubmatch(strings.Join(strings.Fields(textOf(n)), " ")); m != nil {
			out = append(out, claim{metric + " percent", m[1]}, claim{metric + " part", m[2]},
				claim{metric + " whole", m[3]})
		}
	}
	return out
}

// targetsJSON reads the answer of the API, whose percentages have two places.
func (f drawnCampaign) targetsJSON(t *testing.T, answer string) (out []claim) {
	t.Helper()
	type result struct {
		ID                     string
		Numerator, Denominator int64
		Percent                *string
		Readings               []struct {
			Denominator string
			Percent     *string
		}
	}
	var doc struct{ Targets, Proposed []result }
	if err := json.Unmarshal([]byte(answer), &doc); err != nil {
		t.Fatal(err)
	}
	read := func(all []result, more string) {
		for _, r := range all {
			metric, is := strings.CutPrefix(r.ID, string(f.id())+"-")
			if !is || metric == "additions" {
				continue
			}
			percent := ""
			if r.Percent != nil {
				percent = "=" + *r.Percent
			}
			out = append(out, claim{metric + more + " percent", percent},
				claim{metric + more + " part", fmt.Sprint("=", r.Numerator)},
				claim{metric + more + " whole", fmt.Sprint("=", r.Denominator)})
			for _, x := range r.Readings {
				if x.Denominator == "with_proposal" && x.Percent != nil && more == "" {
					out = append(out, claim{"cost with percent", "=" + *x.Percent})
				}
			}
		}
	}
	read(doc.Targets, "")
	read(doc.Proposed, " proposed")
	return out
}

// linesOf are the paragraphs and rows of a document.
func linesOf(t *testing.T, format string, file []byte) []line {
	t.Helper()
	switch format {
	case "docx":
		return wordLines(t, file)
	case "xlsx":
		return excelLines(t, file)
	}
	doc, err := html.Parse(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	var out []line
	for n := range doc.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "tr":
			var cells []string
			for c := range n.ChildNodes() {
				if c.Data != "td" && c.Data != "th" {
					continue
				}
				cells = append(cells, strings.Join(strings.Fields(textOf(c)), " "))
				var spans int
				if _, err := fmt.Sscan(attribute(c, "colspan"), &spans); err == nil {
					cells = append(cells, make([]string, spans-1)...)
				}
			}
			out = append(out, line{cells: cells})
		case n.Data == "p":
			out = append(out, line{text: strings.Join(strings.Fields(textOf(n)), " ")})
		}
	}
	return out
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for x := range n.Descendants() {
		if x.Type == html.TextNode {
			b.WriteString(x.Data + " ")
		}
	}
	return strings.NewReplacer(" %", "%", " ,", ",").Replace(b.String())
}

func wordLines(t *testing.T, file []byte) (out []line) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	body, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	var text, cell strings.Builder
	var cells []string
	inRow := false
	for d := xml.NewDecoder(body); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			switch x.Name.Local {
			case "tr":
				inRow, cells = true, nil
			case "tc":
				cell.Reset()
			case "p":
				text.Reset()
			}
		case xml.CharData:
			text.Write(x)
		case xml.EndElement:
			switch {
			case x.Name.Local == "tr":
				inRow = false
				out = append(out, line{cells: cells})
			case x.Name.Local == "tc":
				cells = append(cells, strings.TrimSpace(cell.String()))
			case x.Name.Local == "p" && inRow:
				cell.WriteString(strings.TrimSpace(text.String()) + " ")
				text.Reset()
			case x.Name.Local == "p":
				out = append(out, line{text: strings.TrimSpace(text.String())})
				text.Reset()
			}
		}
	}
}

// excelLines are the rows of all sheets, numbers as machines write them.
func excelLines(t *testing.T, file []byte) (out []line) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	number := regexp.MustCompile(`^-?\d+(\.\d+)?$`)
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			l := line{cells: row, text: strings.TrimSpace(strings.Join(row, " "))}
			for i, c := range row {
				if number.MatchString(c) {
					row[i] = "#" + c
				}
			}
			out = append(out, l)
		}
	}
	return out
}
