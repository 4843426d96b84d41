package app

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"rasoat/account"
	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

// play is a commune's year as its people live it: a store of its own, a clock that is held, and a ledger of what was
// entered, kept apart from the program, from which every printed figure is worked out once more by other means.
type play struct {
	t      *testing.T
	a      *App
	day    value.Date
	plan   review.Plan
	people map[string]Person
	ledger ledger
}

type ledger struct {
	figures  map[string]map[value.Month][2]int64 // by figure key; numerator, denominator
	reviews  map[catalog.Code]*playedReview      // of the internal campaign
	listed   []catalog.Code                      // of the internal campaign
	started  value.Date
	services []playedService
	petition []playedPetition
	decided  []playedDecision
	printed  map[string]string // what the report before printed of a target, by its metric
}

// playedReview is one review with the days on which its states were reached, as they were entered.
type playedReview struct {
	id            review.ProposalID
	conclusion    review.Conclusion
	before, after int64 // đồng a year
	states        []playedState
}

type playedState struct {
	state    review.State
	on       value.Date
	decision string
}

type playedService struct {
	before, after [3]int // steps, trips, papers
	states        []playedState
}

// playedPetition is a petition with its days, "" where something has not come about.
type playedPetition struct {
	kind                    review.FeedbackKind
	received, due, answered string
}

// playedDecision is a decision of the superior with its days; due is worked out by hand.
type playedDecision struct {
	number, signed, received, due, posted string
	kind                                  review.TouchKind
	procedures                            int
}

func (r playedReview) on(day value.Date) playedState { return stateAt(r.states, day) }

func stateAt(all []playedState, day value.Date) playedState {
	var is playedState
	for _, s := range all {
		if !s.on.After(day) {
			is = s
		}
	}
	return is
}

func newPlay(t *testing.T) *play {
	p := &play{t: t, day: value.MustDate("2024-03-13"), people: map[string]Person{},
		ledger: ledger{
			figures: map[string]map[value.Month][2]int64{},
			reviews: map[catalog.Code]*playedReview{},
			printed: map[string]string{},
		}}
	table, err := text.Load(text.Vietnamese)
	p.must(err)
	p.a, err = Open(t.Context(), Config{
		Dir:  t.TempDir(),
		Text: table,
		Now:  func() time.Time { return p.day.Start().Add(9 * time.Hour) },
	})
	p.must(err)
	t.Cleanup(func() { p.must(p.a.Close()) })
	p.plan, _, err = p.a.Plan(t.Context(), "")
	p.must(err)
	return p
}

func (p *play) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatalf("on %s: %v", p.day, err)
	}
}

// on turns the clock on. It never turns back.
func (p *play) on(day string) {
	p.t.Helper()
	d := value.MustDate(day)
	if d.Before(p.day) {
		p.t.Fatalf("the clock would turn back from %s to %s", p.day, d)
	}
	p.day = d
}

// opens lets the administrator open the accounts and the office give the commune's particulars.
func (p *play) opens() {
	admin := Person{Name: "quantri", Roles: []account.Role{account.Admin}}
	for _, who := range []Account{
		{Name: "hoa", FullName: "Nguyễn Thị Hoa", Title: "Công chức Tư pháp - Hộ tịch", Unit: "Tư pháp - Hộ tịch", Roles: []string{string(account.Reviewer)}},
		{Name: "minh", FullName: "Trần Văn Minh", Title: "Công chức Tài chính", Unit: "Tài chính", Roles: []string{string(account.Reviewer)}},
		{Name: "lan", FullName: "Lê Thị Lan", Title: "Công chức Văn phòng", Unit: "Văn phòng", Roles: []string{string(account.Office)}},
		{Name: "tuan", FullName: "Võ Văn Tuấn", Title: "Chủ tịch", Unit: "Lãnh đạo", Roles: []string{string(account.Chairman)}},
	} {
		p.must(p.a.AddPerson(p.t.Context(), admin, who, "mat-khau-dai-2024"))
		var err error
		p.people[who.Name], err = p.a.SignIn(p.t.Context(), who.Name, "mat-khau-dai-2024")
		p.must(err)
	}
	p.must(p.a.SaveCommune(p.t.Context(), p.people["lan"], demoCommune, 0))
}

// figuresKeyed are the keys of what is counted for the indicators, in the order of the plan, each once.
func (p *play) figuresKeyed() []string {
	var out []string
	for _, ind := range p.plan.Indicators {
		if ind.SameAs != "" {
			continue
		}
		for _, v := range ind.Measured() {
			out = append(out, review.FigureKey(ind.ID, v.ID))
		}
	}
	return out
}

// enters lets both reviewers enter a month's figures: some below their targets, some whole, one that does not arise,
// one that nobody enters.
func (p *play) enters(m value.Month, rnd *rand.Rand) {
	var entries []FigureEntry
	keys := p.figuresKeyed()
	for i, key := range keys {
		if (i+int(m.Month))%len(keys) == 0 {
			continue // nobody enters it this month
		}
		whole := rnd.Int64N(3000) + 1
		part := whole - rnd.Int64N(whole/3+1)
		switch (i + int(m.Month)) % 5 {
		case 0:
			part = whole
		case 1:
			whole, part = 0, 0
		}
		if p.ledger.figures[key] == nil {
			p.ledger.figures[key] = map[value.Month][2]int64{}
		}
		p.ledger.figures[key][m] = [2]int64{part, whole}
		indicator, variant, _ := strings.Cut(key, "/")
		entries = append(entries, FigureEntry{Figure: review.Figure{
			Indicator:   indicator,
			Variant:     variant,
			Numerator:   value.Known(part),
			Denominator: value.Known(whole),
		}})
	}
	half := len(entries) / 2
	for who, some := range map[string][]FigureEntry{"hoa": entries[:half], "minh": entries[half:]} {
		n, err := p.a.EnterFigures(p.t.Context(), p.people[who], "", m, some)
		p.must(err)
		if n != len(some) {
			p.t.Fatalf("%s entered %d of %d figures", who, n, len(some))
		}
	}
}

// adds lets the commune ask for eight typical procedures to be announced, and the superior announce them.
func (p *play) adds() {
	ctx, lan := p.t.Context(), p.people["lan"]
	p.on("2024-04-02")
	board, err := p.a.Additions(ctx, "")
	p.must(err)
	var items []review.Addition
	for _, c := range board.Candidates {
		if c.Field != "" && c.Decider != "" && len(items) < 8 {
			items = append(items, review.Addition{Procedure: c.Code, Reason: "Phát sinh thường xuyên tại xã."})
			p.ledger.listed = append(p.ledger.listed, c.Code)
		}
	}
	p.must(p.a.SaveAdditions(ctx, lan, p.plan.ID, items, 0))
	p.answers(1, "2024-04-09")
	p.on("2024-04-12")
	p.must(p.a.IssueAdditions(ctx, lan, p.plan.ID, "24/TTr-UBND", p.day, 1))
}

// announced lets the superior's decision come in.
func (p *play) announced() {
	p.on("2024-05-06")
	p.must(p.a.AnnounceAdditions(p.t.Context(), p.people["lan"], p.plan.ID, review.DecisionRef{
		Number: "1102/QĐ-UBND",
		Date:   value.MustDate("2024-05-03"),
	}, "Chủ tịch UBND tỉnh", value.MustDate("2024-05-03"), 2))
}

// starts lets the office freeze the list of the internal campaign and share it out.
func (p *play) starts(day string) {
	ctx, lan := p.t.Context(), p.people["lan"]
	p.on(day)
	p.ledger.started = p.day
	p.must(p.a.StartCampaign(ctx, lan, string(p.plan.ID), review.CampaignInternalB, p.ledger.listed))
	b, err := p.a.CampaignBoard(ctx, string(p.plan.ID), review.CampaignInternalB)
	p.must(err)
	var lines []PlanLine
	for i, code := range p.ledger.listed {
		lines = append(lines, PlanLine{Code: code, Why: "Theo Kế hoạch 29/KH-UBND", Officer: []string{"hoa", "minh"}[i%2], Due: value.MustDate("2024-07-31"), Product: "Phương án"})
	}
	_, err = p.a.SaveReviewPlan(ctx, lan, string(p.plan.ID), review.CampaignInternalB, b.Version, lines)
	p.must(err)
}

// draws lets an officer write a proposal with its cost: so many half hours before and after, so many people.
func (p *play) draws(n int, c review.Conclusion, before, after, people int64) {
	ctx, code := p.t.Context(), p.ledger.listed[n]
	by := p.people[[]string{"hoa", "minh"}[n%2]]
	id, err := p.a.NewProposal(ctx, by, NewProposal{
		Plan:       p.plan.ID,
		Campaign:   review.CampaignInternalB,
		Procedures: []catalog.Code{code},
	})
	p.must(err)
	text := review.Proposal{Conclusion: c, Members: []review.Member{{Procedure: code}}}
	if c != review.Keep {
		text.Measures = []review.Measure{{
			Kind:    review.ShortenTime,
			Part:    catalog.PartTimeLimit,
			Content: "Rút ngắn thời gian giải quyết.",
			Reason:  "Không cần lâu như vậy.",
		}}
	}
	v, err := p.a.SaveProposal(ctx, by, id, 1, text)
	p.must(err)
	const rate = 48_248
	rows := func(half int64) []cost.Row {
		return []cost.Row{{
			Task:            cost.Prepare,
			Activity:        "Soạn văn bản",
			Hours:           value.Decimal(half * 5_000),
			HourlyRate:      rate,
			TimesPerYear:    value.Whole(2),
			SubjectsPerYear: people,
			Source:          cost.Records,
		}}
	}
	r := &playedReview{
		id:         id,
		conclusion: c,
		before:     before * rate / 2 * 2 * people,
		after:      after * rate / 2 * 2 * people,
	}
	var later []cost.Row
	switch c {
	case review.Keep:
		r.after = r.before
		p.must(p.a.AnswerRest(ctx, by, p.plan.ID, review.CampaignInternalB, code, 0))
	case review.Abolish:
		r.after = 0
	default:
		later = rows(after)
	}
	_, err = p.a.SaveCosts(ctx, by, id, v, code, rows(before), later)
	p.must(err)
	p.ledger.reviews[code] = r
}

// steps takes a proposal one step along its path, by whoever may.
func (p *play) steps(n int, a review.Action, decision string) {
	p.t.Helper()
	ctx, code := p.t.Context(), p.ledger.listed[n]
	r := p.ledger.reviews[code]
	by := map[review.Action]string{review.ActionCheck: "lan", review.ActionReturn: "lan", review.ActionApprove: "tuan", review.ActionPutInForce: "lan"}[a]
	if by == "" {
		by = []string{"hoa", "minh"}[n%2]
	}
	s := review.Step{Action: a, Note: "Cần làm rõ thêm số liệu."}
	if decision != "" {
		s.Decision = review.DecisionRef{Number: decision, Date: p.day}
	}
	v, err := p.a.store.Proposal(ctx, r.id)
	p.must(err)
	p.must(p.a.Step(ctx, p.people[by], r.id, v.Version, StepOrder{Step: s, FormReason: noForm}))
	to := map[review.Action]review.State{review.ActionSubmit: review.Submitted, review.ActionCheck: review.Checked, review.ActionReturn: review.Returned, review.ActionReopen: review.Draft,
		review.ActionApprove: review.Approved, review.ActionPutInForce: review.InForce}[a]
	r.states = append(r.states, playedState{to, p.day, decision})
}

// reviewsService lets an officer review an online service and the others decide on it.
func (p *play) reviewsService(code catalog.Code, begun, checked, decided string) {
	ctx := p.t.Context()
	p.on(begun)
	id, err := p.a.BeginRestructuring(ctx, p.people["hoa"], "", code, "", value.MustDate("2024-07-31"))
	p.must(err)
	step := func(place review.StepPlace, papers int) review.UserStep {
		return review.UserStep{Text: "Làm một việc.", Where: place, Papers: papers}
	}
	p.must(p.a.SaveRestructuring(ctx, p.people["hoa"], id, 1, review.Restructuring{
		Finding: "Phải đến hai lần.",
		Change:  "Bỏ một lần.",
		Before:  review.Service{Level: review.PartOnline, Steps: []review.UserStep{step(review.FromHome, 4), step(review.AtOffice, 2), step(review.Elsewhere, 0), step(review.AtOffice, 1)}},
		After:   review.Service{Level: review.PartOnline, Steps: []review.UserStep{step(review.FromHome, 3), step(review.AtOffice, 1)}},
	}))
	s := playedService{before: [3]int{4, 3, 7}, after: [3]int{2, 1, 4}}
	take := func(by string, base int, step review.Step, to review.State) {
		p.must(p.a.StepRestructuring(ctx, p.people[by], id, base, step))
		s.states = append(s.states, playedState{to, p.day, step.Decision.Number})
	}
	take("hoa", 2, review.Step{Action: review.ActionSubmit}, review.Submitted)
	p.on(checked)
	take("lan", 3, review.Step{Action: review.ActionCheck}, review.Checked)
	if decided != "" {
		p.on(decided)
		take("tuan", 4, review.Step{
			Action:   review.ActionApprove,
			Decision: review.DecisionRef{Number: "40/QĐ-UBND", Date: p.day},
		}, review.Approved)
	}
	p.ledger.services = append(p.ledger.services, s)
}

// petitions lets somebody complain and the office take it on.
func (p *play) petitions(kind review.FeedbackKind, received, due string) {
	p.t.Helper()
	ctx, lan := p.t.Context(), p.people["lan"]
	p.on(received)
	f := review.Feedback{Text: "Phải nộp giấy tờ đã có trong hệ thống.", Received: p.day, Channel: review.AtCounter}
	id, err := p.a.RecordFeedback(ctx, lan, f)
	p.must(err)
	if due != "" {
		p.must(p.a.TakeFeedback(ctx, lan, id, 1, kind, "Văn phòng", value.MustDate(due)))
	}
	p.ledger.petition = append(p.ledger.petition, playedPetition{kind: kind, received: received, due: due})
}

// answers lets the office answer a petition.
func (p *play) answers(n int, day string) {
	p.t.Helper()
	p.on(day)
	p.must(p.a.AnswerFeedback(p.t.Context(), p.people["lan"], review.FeedbackID(n), 2, "Đã nhắc công chức tiếp nhận.",
		p.day))
	p.ledger.petition[n-1].answered = day
}

// receives lets a decision of the superior come in and change the catalogue.
func (p *play) receives(x playedDecision, codes string) {
	p.t.Helper()
	ctx, lan := p.t.Context(), p.people["lan"]
	p.on(x.received)
	id, err := p.a.RecordAnnouncement(ctx, lan, AnnouncementOrder{
		Announcement: review.Announcement{
			Number:   x.number,
			Date:     value.MustDate(x.signed),
			Received: p.day,
			Issuer:   "UBND tỉnh",
		},
		Lists: map[review.TouchKind]string{x.kind: codes},
	})
	p.must(err)
	_, err = p.a.ApplyAnnouncement(ctx, lan, id, 1)
	p.must(err)
	x.procedures = len(strings.Fields(codes))
	p.ledger.decided = append(p.ledger.decided, x)
}

// posts lets the one-stop unit post what a decision announced.
func (p *play) posts(n int, day string) {
	p.t.Helper()
	p.on(day)
	p.must(p.a.PostAnnouncement(p.t.Context(), p.people["lan"], review.AnnouncementID(n), 2, review.Posting{
		On:    p.day,
		Place: "Bộ phận một cửa",
		By:    "Nguyễn Thị Hoa",
	}))
	p.ledger.decided[n-1].posted = day
}

// writes lets the office write a month's words and a task's figures.
func (p *play) writes(m value.Month, documents int64) {
	ctx := p.t.Context()
	p.must(p.a.SaveMonth(ctx, p.people["lan"], p.plan.ID, typedEntries(0, []review.MonthEntry{
		{Month: m, Place: review.PlaceDirection, Text: fmt.Sprintf("Họp giao ban lần %d.", m.Month)},
		{Month: m, Place: review.PlaceDifficulties, Text: "Đường truyền không ổn định."},
		{Month: m, Place: "task/III.2-1", State: review.TaskUnderWay, Figures: []review.MonthFigure{{Name: "Văn bản gửi điện tử", Value: value.Whole(documents), Unit: "văn bản"}}},
	}...)))
}

// issues lets the office release a month's figures and the chairman issue its report, and reads the Word file back.
func (p *play) issues(m value.Month, number string) wordDocument {
	ctx := p.t.Context()
	p.must(p.a.ReleaseIndicators(ctx, p.people["lan"], "", m, 0))
	id, err := p.a.IssueReport(ctx, p.people["tuan"], ReportOptions{
		Kind:   "monthly",
		Month:  m,
		Number: number,
		Date:   p.day,
	})
	p.must(err)
	return issuedWord(p.t, p.a, id)
}

// dotted is a whole number as documents have it, worked out by hand.
func dotted(n int64) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return digits
}

// percentOf is part × 100 / whole with that many places, half away from zero, by fractions.
func percentWith(part, whole int64, places int) string {
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	x := new(big.Rat).Mul(big.NewRat(part*100, whole), scale)
	x.Add(x, big.NewRat(1, 2))
	n := new(big.Int).Div(x.Num(), x.Denom()).String() // floor: nothing is negative here
	for len(n) <= places {
		n = "0" + n
	}
	if places == 0 {
		return n
	}
	return n[:len(n)-places] + "," + n[len(n)-places:]
}

// honest is the percentage with two places, or as many more as it takes to stand on its own side of the target.
func honest(part, whole, target int64) string {
	for places := 2; ; places++ {
		text := percentWith(part, whole, places)
		shown, _ := new(big.Rat).SetString(strings.Replace(text, ",", ".", 1))
		if (shown.Cmp(big.NewRat(target, 1)) >= 0) == (part*100 >= target*whole) {
			return text
		}
	}
}

// wantScore is percentage and verdict of a sum.
func wantScore(ind review.Indicator, part, whole int64, entered bool) (percent, verdict string) {
	target := int64(ind.Target) / value.DecimalScale
	switch {
	case !entered:
		return "", "chưa có số liệu"
	case whole == 0:
		return "", "không phát sinh"
	case part*100 >= target*whole:
		return honest(part, whole, target), "đạt"
	}
	return honest(part, whole, target), "chưa đạt"
}

// The commune's whole year, March to August 2024: every role does its part on its day, a report is issued each month,
// the Word files are read back, and every figure in them is one that the ledger comes to.
func TestPlay_MarchToAugust(t *testing.T) {
	t.Parallel()
	p := newPlay(t)
	rnd := rand.New(rand.NewPCG(29, 2024))
	p.opens()
	month := func(m, day, number string, documents int64) {
		t.Helper()
		p.on(day)
		at := value.MustMonth(m)
		p.enters(at, rnd)
		p.writes(at, documents)
		p.checks(at, p.issues(at, number), documents)
	}

	month("2024-03", "2024-03-15", "19", 31)

	p.petitions(review.AboutRule, "2024-03-20", "2024-04-10")
	p.adds()
	month("2024-04", "2024-04-15", "29", 1_204)

	p.announced()
	p.reviewsService("1.004873", "2024-05-07", "2024-05-08", "")
	p.petitions(review.AboutConduct, "2024-05-10", "2024-05-31")
	month("2024-05", "2024-05-15", "38", 977)

	p.starts("2024-05-20")
	p.receives(playedDecision{
		number:   "1187/QĐ-UBND",
		signed:   "2024-05-22",
		received: "2024-05-27",
		due:      "2024-06-03",
		kind:     review.TouchAmend,
	}, "1.001193 1.004873")
	p.posts(1, "2024-05-30")
	for n, c := range []review.Conclusion{review.Cut, review.Amend, review.Keep} {
		p.draws(n, c, int64(6+n), int64(2+n), int64(40+11*n))
	}
	p.on("2024-06-03")
	p.steps(0, review.ActionSubmit, "")
	p.steps(1, review.ActionSubmit, "")
	p.steps(2, review.ActionSubmit, "")
	p.answers(2, "2024-06-05")
	p.on("2024-06-10")
	p.steps(0, review.ActionCheck, "")
	p.steps(1, review.ActionReturn, "")
	p.petitions(review.AboutRule, "2024-06-11", "2024-07-02")
	month("2024-06", "2024-06-14", "46", 1_530)

	p.on("2024-06-20")
	p.steps(1, review.ActionReopen, "")
	p.steps(1, review.ActionSubmit, "")
	p.reviewsService("1.001193", "2024-06-21", "2024-06-25", "2024-07-01")
	for n, c := range map[int]review.Conclusion{3: review.Abolish, 4: review.Keep, 5: review.Cut} {
		p.draws(n, c, int64(9+n), int64(3), int64(25+n))
	}
	p.answers(3, "2024-07-01")
	p.on("2024-07-02")
	for _, n := range []int{3, 4, 5} {
		p.steps(n, review.ActionSubmit, "")
	}
	p.steps(1, review.ActionCheck, "")
	p.steps(3, review.ActionCheck, "")
	p.steps(2, review.ActionCheck, "")
	p.receives(playedDecision{
		number:   "1402/QĐ-UBND",
		signed:   "2024-07-01",
		received: "2024-07-04",
		due:      "2024-07-11",
		kind:     review.TouchRepeal,
	}, "1.000656")
	p.on("2024-07-08")
	p.steps(0, review.ActionApprove, "45/QĐ-UBND")
	p.steps(3, review.ActionApprove, "45/QĐ-UBND")
	p.steps(2, review.ActionApprove, "46/QĐ-UBND")
	month("2024-07", "2024-07-15", "55", 1_111)

	p.on("2024-07-22")
	p.steps(1, review.ActionApprove, "52/QĐ-UBND")
	p.steps(0, review.ActionPutInForce, "")
	p.draws(6, review.Keep, 10, 0, 12)
	p.draws(7, review.Cut, 16, 15, 90)
	p.steps(6, review.ActionSubmit, "")
	p.posts(2, "2024-07-30")
	p.petitions("", "2024-08-01", "")
	p.on("2024-08-07")
	p.steps(7, review.ActionSubmit, "")
	p.steps(5, review.ActionCheck, "")
	p.on("2024-08-08")
	p.steps(5, review.ActionApprove, "58/QĐ-UBND")
	month("2024-08", "2024-08-15", "63", 2_045)

	p.countsRegisters()
	d, err := p.a.Timeline(t.Context(), "")
	p.must(err)
	for id, want := range map[string]string{"D2": "2024-04-12", "D3": "2024-08-08", "D4/2024-03": "2024-03-15", "D4/2024-06": "2024-06-14", "D4/2024-08": "2024-08-15", "D1": ""} {
		i := slices.IndexFunc(d.Dues, func(x review.Due) bool { return x.ID == id })
		if i < 0 || d.Dues[i].Done.String() != want {
			t.Errorf("%s: %+v, want it done on %q", id, d.Dues[max(i, 0)], want)
		}
	}
	verdict, err := p.a.CheckAudit(t.Context(), Person{Name: "quantri", Roles: []account.Role{account.Admin}})
	if err != nil || !verdict.OK() {
		t.Errorf("the audit trail of the year: %+v, %v", verdict, err)
	}
}

// countsRegisters holds what the registers propose for the indicators against the ledger: petitions and decisions by
// the month of their last day.
func (p *play) countsRegisters() {
	p.t.Helper()
	want := map[review.Register]map[string]value.Ratio{review.FeedbackInTime: {}, review.PostedInTime: {}}
	count := func(r review.Register, due, done string) {
		if due == "" {
			return
		}
		n := want[r][due[:7]]
		n.Whole++
		if done != "" && done <= due {
			n.Part++
		}
		want[r][due[:7]] = n
	}
	for _, x := range p.ledger.petition {
		count(review.FeedbackInTime, x.due, x.answered)
	}
	for _, x := range p.ledger.decided {
		count(review.PostedInTime, x.due, x.posted)
	}
	found := 0
	for _, ind := range p.plan.Indicators {
		for _, v := range ind.Measured() {
			r := ind.CountedBy(v)
			if want[r] == nil {
				continue
			}
			found++
			for m := value.MustMonth("2024-03"); !m.After(value.MustMonth("2024-08")); m = m.Add(1) {
				month, err := p.a.Indicators(p.t.Context(), "", m)
				p.must(err)
				if got := month.Counted[review.FigureKey(ind.MeasuredAs(), v.ID)]; got != want[r][m.String()] {
					p.t.Errorf("%s of %s: the register proposes %v, the ledger has %v", r, m, got, want[r][m.String()])
				}
			}
		}
	}
	if found < 2 {
		p.t.Errorf("the plan counts %d indicators by these registers", found)
	}
}

// checks holds an issued report against the ledger.
func (p *play) checks(m value.Month, d wordDocument, documents int64) {
	p.t.Helper()
	from, to := value.Date{Year: m.Year, Month: m.Month - 1, Day: 15}, value.Date{Year: m.Year, Month: m.Month, Day: 14}
	month := fmt.Sprint(int(m.Month))
	words := []string{
		fmt.Sprintf("từ ngày 15/%s/2024 đến ngày 14/%s/2024", documentMonth(int(from.Month)), month),
		fmt.Sprintf("Họp giao ban lần %d.", m.Month), "Đường truyền không ổn định.",
		"văn bản gửi điện tử " + dotted(documents) + " văn bản",
	}
	words = append(words, p.wantServices(from.Add(-1), to))
	words = append(words, p.wantCampaign(from.Add(-1), to)...)
	words = append(words, p.wantIndicators(m, d)...)
	words = append(words, p.wantDuties(to)...)
	words = append(words, p.wantPetitions(from, to)...)
	words = append(words, p.wantPostings(from, to)...)
	words = append(words, "Rà soát thủ tục hành chính, nhóm thủ tục hành chính: chưa có danh mục rà soát.")
	if announced := value.MustDate("2024-05-03"); !announced.Before(from) && !announced.After(to) {
		for _, code := range p.ledger.listed {
			v, err := p.a.Procedure(p.t.Context(), Reader{Official: true}, code)
			p.must(err)
			words = append(words, v.Procedure.Name)
		}
		words = append(words, fmt.Sprintf("Quyết định số 1102/QĐ-UBND ngày 03/5/2024 của Chủ tịch UBND tỉnh: cập nhật "+
			"%02d thủ tục thuộc thẩm quyền của xã Vĩnh Chấp: ", len(p.ledger.listed)))
	}
	for _, w := range words {
		if !d.says(w) {
			p.t.Errorf("the report of %s does not say %q", m, w)
		}
	}
	if p.t.Failed() {
		p.t.Logf("%s\n%s", m, strings.Join(d.paragraphs, "\n"))
	}
}

// documentMonth is a month as dates have it: the months 1 and 2 with a zero.
func documentMonth(m int) string {
	if m <= 2 {
		return fmt.Sprintf("%02d", m)
	}
	return fmt.Sprint(m)
}

// wantServices is the line on online services.
func (p *play) wantServices(before, to value.Date) string {
	count := func(day value.Date) (reviewed, granted int, was, is [3]int) {
		for _, s := range p.ledger.services {
			switch stateAt(s.states, day).state {
			case review.Approved:
				granted++
				for i := range 3 {
					was[i], is[i] = was[i]+s.before[i], is[i]+s.after[i]
				}
				fallthrough
			case review.Submitted, review.Checked:
				reviewed++
			}
		}
		return reviewed, granted, was, is
	}
	reviewed, granted, was, is := count(to)
	before1, before2, _, _ := count(before)
	if len(p.ledger.services) == 0 {
		return "Chưa rà soát dịch vụ công trực tuyến nào."
	}
	line := fmt.Sprintf("Trong kỳ rà soát %02d dịch vụ công trực tuyến, phê duyệt phương án %02d dịch vụ; lũy kế rà "+
		"soát %02d, phê duyệt %02d", reviewed-before1, granted-before2, reviewed, granted)
	if granted > 0 {
		line += fmt.Sprintf(", đã thực thi 00; cộng các dịch vụ đã phê duyệt, mỗi lượt người dân thực hiện: số bước "+
			"từ %d còn %d, số lần đi lại từ %d còn %d, giấy tờ từ %d còn %d", was[0], is[0], was[1], is[1], was[2],
			is[2])
	}
	return line
}

// wantCampaign is what moved in the internal campaign, and its targets with those that the report before printed.
func (p *play) wantCampaign(before, to value.Date) []string {
	name := "Rà soát thủ tục hành chính nội bộ nhóm B"
	if p.ledger.started.IsZero() || p.ledger.started.After(to) {
		return []string{name + ": chưa có danh mục rà soát."}
	}
	var moved []string
	for _, s := range []struct {
		state review.State
		word  string
	}{{review.Submitted, "đã trình"}, {review.Checked, "đã thẩm tra"}, {review.Approved, "đã phê duyệt"}, {review.Returned, "trả lại"}, {review.InForce, "đã thực thi"}} {
		n, decisions, covers := 0, []string{}, map[string]int{}
		for _, code := range p.ledger.listed {
			r := p.ledger.reviews[code]
			if r == nil || r.on(to).state != s.state || r.on(before).state == s.state {
				continue
			}
			n++
			for _, x := range r.states {
				if x.decision == "" || x.on.After(to) {
					continue
				}
				if covers[x.decision]++; covers[x.decision] == 1 {
					decisions = append(decisions, x.decision)
				}
			}
		}
		if n == 0 {
			continue
		}
		text := fmt.Sprintf("%s %02d", s.word, n)
		if len(decisions) > 0 {
			for i, x := range decisions {
				decisions[i] = "Quyết định số " + x
				if covers[x] < n {
					decisions[i] = fmt.Sprintf("%02d theo %s", covers[x], decisions[i])
				}
			}
			text += " (" + strings.Join(decisions, ", ") + ")"
		}
		moved = append(moved, text)
	}
	var reviewed, number, saved, whole, priced int64
	for _, code := range p.ledger.listed {
		r := p.ledger.reviews[code]
		if r == nil {
			continue
		}
		priced++
		whole += r.before
		switch r.on(to).state {
		case review.Approved, review.InForce:
			if r.conclusion != review.Keep {
				number++
			}
			saved += r.before - r.after
			fallthrough
		case review.Submitted, review.Checked:
			reviewed++
		}
	}
	listed := int64(len(p.ledger.listed))
	lines := []string{name + ": trong kỳ " + strings.Join(moved, "; ") + " thủ tục."}
	for _, x := range []struct {
		metric, unit         string
		part, whole, percent int64
		complete             bool
	}{
		{"Tỷ lệ thủ tục được rà soát", " thủ tục", reviewed, listed, 100, true},
		{"Tỷ lệ số lượng thủ tục được cắt giảm, đơn giản hóa", " thủ tục", number, listed, 20, true},
		{"Tỷ lệ chi phí tuân thủ được cắt giảm, tính trên toàn danh mục rà soát", " đồng/năm", saved, whole, 20, priced == listed},
	} {
		was := p.ledger.printed[x.metric]
		if was == "" {
			was = "không phát sinh" // the report before knew of no list
		}
		is := honest(x.part, x.whole, x.percent) + "%"
		p.ledger.printed[x.metric] = is
		verdict := "chưa đạt"
		if x.complete && x.part*100 >= x.percent*x.whole {
			verdict = "đạt"
		} else if x.part*100 >= x.percent*x.whole {
			verdict = fmt.Sprintf("chưa kết luận vì %d thủ tục chưa tính chi phí", listed-priced)
		} else if lacks := (x.percent*x.whole+99)/100 - x.part; lacks > 0 && x.unit == " thủ tục" {
			verdict += ", còn thiếu " + dotted(lacks) + " thủ tục"
		} else if lacks > 0 {
			verdict += ", còn phải cắt giảm thêm " + dotted(lacks) + " đồng/năm"
		}
		lines = append(lines, fmt.Sprintf("%s: %s (%s/%s%s), kỳ trước %s; chỉ tiêu %d%%: %s.", x.metric, is,
			dotted(x.part), dotted(x.whole), x.unit, was, x.percent, verdict))
	}
	return lines
}

// wantDuties is how each dated duty stands on the last day of the period.
func (p *play) wantDuties(to value.Date) []string {
	var out []string
	for _, x := range []struct{ title, deadline, lastDay, done string }{
		{"Đề nghị công bố bổ sung danh mục TTHC nội bộ nhóm B", "25/4/2024", "2024-04-24", "2024-04-12"},
		{"Báo cáo kết quả rà soát TTHC, nhóm TTHC", "20/6/2024", "2024-06-19", ""},
		{"Rà soát 100% TTHC nội bộ nhóm B đã công bố; phê duyệt phương án cắt giảm ít nhất 20% số lượng và 20% chi phí tuân thủ", "10/8/2024", "2024-08-09", "2024-08-08"},
	} {
		state := "đang thực hiện"
		if x.done != "" && !value.MustDate(x.done).After(to) {
			day := value.MustDate(x.done)
			state = fmt.Sprintf("đã hoàn thành ngày %02d/%s/%d", day.Day, documentMonth(int(day.Month)), day.Year)
		} else if to.After(value.MustDate(x.lastDay)) {
			state = "quá hạn, chưa hoàn thành"
		}
		out = append(out, x.title+" (trước ngày "+x.deadline+"): "+state+".")
	}
	return out
}

// within reports whether a day of the ledger lies in a period.
func within(day string, from, to value.Date) bool {
	return day != "" && !value.MustDate(day).Before(from) && !value.MustDate(day).After(to)
}

// wantPetitions is what the report says of the petitions of the period.
func (p *play) wantPetitions(from, to value.Date) []string {
	received, rule, conduct, open1, answered, inTime, working, overdue := 0, 0, 0, 0, 0, 0, 0, 0
	for _, x := range p.ledger.petition {
		if within(x.received, from, to) {
			received++
			switch x.kind {
			case review.AboutRule:
				rule++
			case review.AboutConduct:
				conduct++
			default:
				open1++
			}
		}
		if within(x.answered, from, to) {
			answered++
			if x.answered <= x.due {
				inTime++
			}
		}
		if x.received <= to.String() && (x.answered == "" || x.answered > to.String()) {
			working++
			if x.due != "" && x.due < to.String() {
				overdue++
			}
		}
	}
	if received+answered+working == 0 {
		return []string{"Trong kỳ không phát sinh phản ánh, kiến nghị."}
	}
	var kinds []string
	for _, k := range []struct {
		name string
		n    int
	}{{"về quy định hành chính", rule}, {"về hành vi hành chính", conduct}, {"chưa phân loại", open1}} {
		if k.n > 0 {
			kinds = append(kinds, fmt.Sprintf("%s %02d", k.name, k.n))
		}
	}
	line := fmt.Sprintf("Tiếp nhận %02d phản ánh, kiến nghị", received)
	if len(kinds) > 0 {
		line += " (" + strings.Join(kinds, "; ") + ")"
	}
	answers := fmt.Sprintf("Đã trả lời %02d", answered)
	if answered > 0 {
		answers += fmt.Sprintf(", đúng hạn %02d", inTime)
	}
	if answered > inTime {
		answers += fmt.Sprintf(", quá hạn %02d", answered-inTime)
	}
	answers += fmt.Sprintf("; đang xử lý %02d", working)
	if overdue > 0 {
		answers += fmt.Sprintf(", trong đó quá hạn %02d", overdue)
	}
	return []string{line + ".", answers + "."}
}

// wantPostings is what the report says of the decisions that came in and of their posting.
func (p *play) wantPostings(from, to value.Date) []string {
	received, posted, inTime, overdue := 0, 0, 0, 0
	touched := map[review.TouchKind]int{}
	var out []string
	for _, x := range p.ledger.decided {
		if x.received > to.String() {
			continue
		}
		if within(x.received, from, to) {
			received++
			touched[x.kind] += x.procedures
		}
		if within(x.posted, from, to) {
			posted++
			if x.posted <= x.due {
				inTime++
			}
		}
		if (x.posted == "" || x.posted > to.String()) && x.due < to.String() {
			overdue++
		}
	}
	if received+posted+overdue == 0 {
		return nil
	}
	line := fmt.Sprintf("Tiếp nhận %02d quyết định công bố", received)
	for kind, word := range map[review.TouchKind]string{review.TouchAmend: "sửa đổi, bổ sung", review.TouchRepeal: "bãi bỏ"} {
		if touched[kind] > 0 {
			line += fmt.Sprintf(" (%s %02d thủ tục)", word, touched[kind])
		}
	}
	line += fmt.Sprintf("; niêm yết %02d quyết định", posted)
	if posted > 0 {
		line += fmt.Sprintf(", đúng hạn %02d", inTime)
	}
	if overdue > 0 {
		line += fmt.Sprintf("; quá hạn chưa niêm yết %02d", overdue)
	}
	return append(out, line+".")
}

// wantIndicators holds the rows of the annex against the ledger, and is the line that counts them.
func (p *play) wantIndicators(m value.Month, d wordDocument) []string {
	count := map[string]int{}
	group := ""
	at := 0 // rows are looked for in order
	find := func(want []string) {
		p.t.Helper()
		for i := at; i < len(d.rows); i++ {
			if slices.Equal(d.rows[i], want) {
				at = i + 1
				return
			}
		}
		near := ""
		for _, row := range d.rows {
			if len(row) > 1 && row[1] == want[1] {
				near = fmt.Sprintf("%q", row)
			}
		}
		p.t.Errorf("the annex of %s has no row\n%q; it has\n%s", m, want, near)
	}
	for _, ind := range p.plan.Indicators {
		group = ind.Group
		id := ind.ID
		if ind.SameAs != "" {
			id = ind.SameAs
		}
		parts := ind.Measured()
		var monthOf, yearOf []string
		var rows [][]string
		for _, v := range parts {
			row, month, year := p.wantRow(ind, review.FigureKey(id, v.ID), m)
			monthOf, yearOf = append(monthOf, month), append(yearOf, year)
			rows = append(rows, row)
		}
		if len(parts) == 1 {
			find(append([]string{ind.Number, ind.Name, ind.Unit, ind.TargetText}, append(rows[0], ind.Support)...))
			count[monthOf[0]]++
			continue
		}
		find([]string{ind.Number, ind.Name, ind.Unit, ind.TargetText, "", "", "", "", all(monthOf), "", "", all(yearOf), ind.Lead,
			ind.Support})
		for i, v := range parts {
			find(append([]string{"", "- " + v.Name, ind.Unit, ""}, append(rows[i], ind.Support)...))
		}
		count[all(monthOf)]++
	}
	if group == "" {
		p.t.Error("the plan has no indicators")
	}
	line := fmt.Sprintf("Tháng %s/2024: %d/%d chỉ tiêu đạt", documentMonth(int(m.Month)), count["đạt"],
		len(p.plan.Indicators))
	for _, v := range []string{"chưa đạt", "không phát sinh", "chưa có số liệu"} {
		if count[v] > 0 {
			line += fmt.Sprintf("; %d chỉ tiêu %s", count[v], v)
		}
	}
	return []string{line + "."}
}

// all is the verdict of parts that must each reach the target.
func all(parts []string) string {
	for _, v := range []string{"chưa có số liệu", "chưa đạt", "đạt"} {
		if slices.Contains(parts, v) {
			return v
		}
	}
	return "không phát sinh"
}

// wantRow is the nine cells of a figure, and its verdicts of the month and of the year so far.
func (p *play) wantRow(ind review.Indicator, key string, m value.Month) (row []string, month, year string) {
	now, entered := p.ledger.figures[key][m]
	was, before := p.ledger.figures[key][m.Add(-1)]
	var sum [2]int64
	some := false
	for at := value.MustMonth("2024-01"); !at.After(m); at = at.Add(1) {
		f, there := p.ledger.figures[key][at]
		if !there {
			continue
		}
		some = true
		if ind.Level {
			sum = f
		} else {
			sum[0], sum[1] = sum[0]+f[0], sum[1]+f[1]
		}
	}
	part, whole := "", ""
	if entered {
		part, whole = dotted(now[0]), dotted(now[1])
	}
	percent, month := wantScore(ind, now[0], now[1], entered)
	change := ""
	if entered && before && now[1] > 0 && was[1] > 0 {
		change = points(now, was)
	}
	total := ""
	if sum[1] > 0 {
		total = dotted(sum[0]) + "/" + dotted(sum[1])
	}
	yearPercent, year := wantScore(ind, sum[0], sum[1], some)
	return []string{part, whole, percent, change, month, total, yearPercent, year, ind.Lead}, month, year
}

// points is the difference of two percentages, worked out by fractions and rounded once, half away from zero.
func points(now, was [2]int64) string {
	x := new(big.Rat).Sub(big.NewRat(now[0]*100, now[1]), big.NewRat(was[0]*100, was[1]))
	sign := ""
	if x.Sign() < 0 {
		sign, x = "-", new(big.Rat).Neg(x)
	}
	x.Mul(x, big.NewRat(100, 1)).Add(x, big.NewRat(1, 2))
	n := new(big.Int).Div(x.Num(), x.Denom()).String()
	for len(n) < 3 {
		n = "0" + n
	}
	if n == "000" {
		sign = ""
	}
	return sign + n[:len(n)-2] + "," + n[len(n)-2:]
}
