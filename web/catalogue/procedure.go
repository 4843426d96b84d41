package catalogue

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// shownParts are the parts of the page in the order a reader asks.
var shownParts = []catalog.Part{
	catalog.PartSteps, catalog.PartChannels, catalog.PartDossier, catalog.PartForms, catalog.PartApplicants,
	catalog.PartAgency, catalog.PartResult, catalog.PartConditions, catalog.PartLegalBasis,
}

// asked is the version of a procedure that an address names.
func (s *Room) asked(c *gin.Context) (app.Version, error) {
	return s.App.Procedure(c.Request.Context(), s.Reader(c), catalog.Code(c.Param("code")))
}

// Procedure shows one procedure.
func (s *Room) Procedure(c *gin.Context) error {
	v, err := s.asked(c)
	if err != nil {
		return err
	}
	p := v.Procedure
	m := procedureShow{
		Frame:    s.Frame(c, p.Name),
		Version:  v,
		State:    s.stateLine(v),
		Doubts:   s.doubts(c, p),
		Flow:     flowOf(p.Steps),
		Official: s.Reader(c).Official,
	}
	if m.Answers, err = s.answers(c, p); err != nil {
		return err
	}
	m.Describe(s.procedureDescription(p, m.Answers))
	if m.Official {
		m.CanEdit = s.Person(c).May(account.EditProcedure)
		m.Service = s.serviceReviewHref(c, p)
		if m.Decisions, err = s.DecisionsOf(c, p.Code); err != nil {
			return err
		}
	}
	files, err := s.App.FormFiles(c.Request.Context(), s.Reader(c), p.Code)
	if err != nil {
		return err
	}
	for _, part := range shownParts {
		m.Parts = append(m.Parts, s.ProcedurePart(p, part, files...))
	}
	m.Index.Label = s.Text.Say("procedure.parts")
	for _, x := range m.Parts {
		m.Index.Add(x.Title, x.ID)
	}
	return s.Show(c, http.StatusOK, "catalogue/procedure", m)
}

// procedureDescription is a procedure in one sentence: its name and what is known of the five answers.
func (s *Room) procedureDescription(p catalog.Procedure, answers []answer) string {
	words := []string{p.Name + " (" + string(p.Code) + ")"}
	for _, a := range answers {
		if a.Text != "" {
			words = append(words, s.Text.Say(a.Question)+": "+a.Text)
		}
	}
	return page.Joined(". ", words...)
}

// stateLine is the state in one line: levels, field, when it was published, which version this is.
func (s *Room) stateLine(v app.Version) string {
	p, decision := v.Procedure, ""
	if p.Decision.Number != "" {
		decision = s.Text.Say("procedure.decision", p.Decision.Number, viet.ShortDate(p.Decision.Date))
	}
	return page.Joined(" · ", joinedNames(s, "level", p.Levels), p.Field, decision,
		s.Text.Name("status", string(p.Status)), s.Text.Say("procedure.version", v.Number))
}

// joinedNames are the names of values of an enumeration in one line.
func joinedNames[T ~string](s *Room, enum string, values []T) string {
	var names []string
	for _, v := range values {
		names = append(names, s.Text.Name(enum, string(v)))
	}
	return page.Joined(", ", names...)
}

// doubts are what an official should look at in a procedure, each leading to its part; nobody else is told.
func (s *Room) doubts(c *gin.Context, p catalog.Procedure) []doubt {
	var out []doubt
	for _, d := range s.App.Doubts(s.Person(c), p) {
		at := d.Part
		if !slices.Contains(shownParts, at) { // time limits and fees stand with the ways to hand in
			at = catalog.PartChannels
		}
		out = append(out, doubt{d.Part, at, field.Clause(s.Text, value.Problem{Code: d.Code, Args: d.Args})})
	}
	return out
}

// answers are the five answers at the top. Where the commune receives is an answer only for what it receives.
func (s *Room) answers(c *gin.Context, p catalog.Procedure) ([]answer, error) {
	sum, where, online := catalog.Summarize(p), "", ""
	if len(p.Agencies) > 0 {
		where = p.Agencies[0].Name
	}
	if sum.Online != catalog.NotKnown {
		online = s.Text.Say("answer." + string(sum.Online))
	}
	sayIf := func(is bool, code string, args ...any) string {
		if !is {
			return ""
		}
		return s.Text.Say(code, args...)
	}
	bring, more := s.PapersToBring(sum.Papers)
	var desk *page.Desk
	if catalog.ReceivedHere(p) {
		d, err := s.Desk(c)
		if err != nil {
			return nil, err
		}
		desk = &d
	}
	return []answer{
		{"answer.bring", bring, more, catalog.PartDossier, nil},
		{"answer.where", where, joinedNames(s, "channel", sum.Channels), catalog.PartAgency, desk},
		{"answer.time", s.limits(sum.Limits), s.aboutBare(p, sum.Limits), catalog.PartChannels, nil},
		{"answer.cost", s.feeWord(sum.Fees), "", catalog.PartChannels, nil},
		{"answer.online", online, sayIf(sum.FullOnline, "answer.full_online"), catalog.PartChannels, nil},
	}, nil
}

// aboutBare says, where a time limit is a number without its unit, what is known beside it: the limit of the online
// service, a second reading and no replacement, or that nothing is.
func (s *Room) aboutBare(p catalog.Procedure, limits []catalog.TimeLimit) string {
	isBare := func(l catalog.TimeLimit) bool { return l.Unit == catalog.NoUnit && l.Text == "" }
	if !slices.ContainsFunc(limits, isBare) {
		return ""
	}
	var online []catalog.TimeLimit
	for _, o := range p.OnlineCases {
		if o.Limit.Unit != catalog.NoUnit && !slices.Contains(online, o.Limit) {
			online = append(online, o.Limit)
		}
	}
	if len(online) == 0 {
		return s.Text.Say("answer.time_bare")
	}
	return s.Text.Say("answer.time_online", s.limits(online))
}

// serviceReviewHref leads to the review of a procedure's online service in the plan that is followed, or begins one;
// empty where there is nothing for this person to review.
func (s *Room) serviceReviewHref(c *gin.Context, p catalog.Procedure) string {
	if !s.Person(c).May(account.EditReview) || review.Ineligible(p, review.ScopePublic) != "" ||
		!review.IsOnline(p) {
		return ""
	}
	all, err := s.App.Restructurings(c.Request.Context(), s.Person(c), s.PlanID(c))
	if err != nil {
		s.Log.Error("reviews of services not read", "request", c.GetString(page.RequestID), "error", err)
	}
	for _, r := range all.List {
		if r.Procedure.Key() == p.Code.Key() && r.State != review.Withdrawn {
			return page.ServiceHref(r.ID)
		}
	}
	return page.ServicesPath + "/moi?" + url.Values{"thu-tuc": {string(p.Code)}}.Encode()
}

// procedureShow is a procedure as anyone reads it. Template: catalogue/procedure.
type procedureShow struct {
	page.Frame
	Version           app.Version
	State             string // one line: "Cấp xã · Hộ tịch · công khai 12/3/2024 · bản 4"
	Answers           []answer
	Index             page.Index
	Parts             []page.ProcedurePart
	Flow              stepFlow
	Official, CanEdit bool        // what follows is for officials
	Service           string      // address of the review of its online service
	Decisions         []page.Link // of the register that touch it
	Doubts            []doubt
}

// stepFlow is the steps of a procedure, drawn: the list beneath is what says them. Part: step_flow.
type stepFlow struct {
	Steps []flowStep
	Timed bool // one of them says how long it takes
}

// flowStep is a step as its own text tells it: who does it and how long it takes, "" where it does not say.
type flowStep struct {
	Number                int
	Label, By, Time, Text string
}

// flowOf draws the steps; a single one is no flow.
func flowOf(steps []catalog.Step) (out stepFlow) {
	for i, s := range steps {
		by := s.By()
		rest := strings.TrimSpace(strings.TrimPrefix(s.Says(), by))
		out.Steps = append(out.Steps, flowStep{i + 1, s.Label(), by, s.Time(), viet.Capital(rest)})
		out.Timed = out.Timed || s.Time() != ""
	}
	if len(steps) < 2 {
		return stepFlow{}
	}
	return out
}

// doubt is something about a part that an official should look at; At is the part of the page where it stands.
type doubt struct {
	Part, At catalog.Part
	Text     string
}

// answer is one of the five answers: Mang gì · Nộp ở đâu · Bao lâu · Hết bao nhiêu · Trực tuyến?
type answer struct {
	Question, Text, More string       // its code; "3 giấy tờ", empty where unknown; a second line, smaller
	Part                 catalog.Part // says it in full
	Desk                 *page.Desk   // where and when, of what is handed in at the commune
}

// Versions shows the versions of a procedure.
func (s *Room) Versions(c *gin.Context) error {
	r := s.Reader(c)
	list, err := s.App.ProcedureVersions(c.Request.Context(), r, catalog.Code(c.Param("code")))
	if err != nil {
		return err
	}
	m := procedureVersions{Frame: s.Frame(c, list[0].Procedure.Name), Procedure: list[0].Procedure}
	for i, v := range list {
		line := versionLine{Version: v}
		if !r.Official {
			line.Author, line.Reason = "", ""
		}
		if i+1 < len(list) {
			line.Before = list[i+1].Number
			line.Changes = page.Joined(", ", s.Remarks(catalog.Describe(list[i+1].Procedure, v.Procedure))...)
		}
		m.Versions = append(m.Versions, line)
	}
	return s.Show(c, http.StatusOK, "catalogue/versions", m)
}

// Compare shows two versions of a procedure side by side.
func (s *Room) Compare(c *gin.Context) error {
	from, to, err := page.VersionPair(c)
	if err != nil {
		return err
	}
	a, b, diff, err := s.App.Compare(c.Request.Context(), s.Reader(c), catalog.Code(c.Param("code")), from, to)
	if err != nil {
		return err
	}
	m := procedureCompare{
		Frame:     s.Frame(c, b.Procedure.Name),
		Procedure: b.Procedure,
		From:      s.versionName(a),
		To:        s.versionName(b),
		InWords:   s.Remarks(catalog.Describe(a.Procedure, b.Procedure)),
		Parts:     s.changedParts(diff),
	}
	for _, part := range diff.Parts {
		if !part.Changed {
			m.Same = append(m.Same, s.partHeading(part.Part))
		}
	}
	return s.Show(c, http.StatusOK, "catalogue/compare", m)
}

func (s *Room) versionName(v app.Version) string {
	return s.Text.Say("procedure.version_of", v.Number, viet.ShortDate(value.On(v.At)))
}

// changedParts are the parts in which two versions differ, side by side.
func (s *Room) changedParts(diff catalog.Comparison) (out []page.ComparedPart) {
	for _, part := range diff.Parts {
		if part.Changed {
			s.nameValues(&part)
			out = append(out, page.Compared(part, s.partHeading(part.Part)))
		}
	}
	return out
}

// partHeading is the name of a part or another field of a procedure.
func (s *Room) partHeading(part catalog.Part) string {
	if part == "none" {
		return s.Text.Say("part.absent")
	}
	return s.Text.Name("part", string(part))
}

// nameValues puts names for the values of an enumeration that stand in a part.
func (s *Room) nameValues(part *catalog.PartDiff) {
	enum := string(part.Part)
	switch enum {
	case "kind", "group", "status", "ours":
	case "levels":
		enum = "level"
	case "none":
		enum = "part"
	default:
		return
	}
	name := func(value string) string {
		if value == "" {
			return ""
		}
		return s.Text.Name(enum, value)
	}
	for i := range part.Items {
		item := &part.Items[i]
		item.Old, item.New = name(item.Old), name(item.New)
		if item.Op == catalog.OpReplace {
			gone := catalog.Segment{Op: catalog.OpDelete, Text: item.Old}
			item.Words = []catalog.Segment{gone, {Op: catalog.OpInsert, Text: item.New}}
		}
	}
}

// procedureVersions lists the versions of a procedure, newest first. Template: catalogue/versions.
type procedureVersions struct {
	page.Frame
	Procedure catalog.Procedure
	Versions  []versionLine
}

// Comparable reports whether there are two versions to compare.
func (m procedureVersions) Comparable() bool { return len(m.Versions) > 1 }

// versionLine is a version; its author and reason are empty for the public.
type versionLine struct {
	app.Version
	Before  int    // the version that it is compared with; 0: there is none
	Changes string // "bỏ 02 giấy tờ, rút ngắn 05 → 03 ngày làm việc"
}

// procedureCompare is two versions side by side. Template: catalogue/compare.
type procedureCompare struct {
	page.Frame
	Procedure catalog.Procedure
	From, To  string // "Bản 3, ngày 01/3/2024"
	InWords   []string
	Parts     []page.ComparedPart
	Same      []string // titles of the parts that did not change, folded
}
