package catalogue

import (
	"net/http"
	"net/url"
	"slices"

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
		Answers:  s.answers(p),
		Source:   s.source(v.Source),
		Doubts:   s.doubts(c, p),
		Official: s.Reader(c).Official,
	}
	m.DoubtCount = len(m.Doubts)
	m.Describe(s.procedureDescription(m))
	if m.Official {
		m.CanEdit = s.Person(c).May(account.EditProcedure)
		m.Service = s.serviceReviewHref(c, p)
		if m.Decisions, err = s.DecisionsOf(c, p.Code); err != nil {
			return err
		}
	}
	for _, part := range shownParts {
		m.Parts = append(m.Parts, s.ProcedurePart(p, part))
	}
	return s.Show(c, http.StatusOK, "catalogue/procedure", m)
}

// procedureDescription is a procedure in one sentence: its name and what is known of the five answers.
func (s *Room) procedureDescription(m procedureShow) string {
	p := m.Version.Procedure
	words := []string{p.Name + " (" + string(p.Code) + ")"}
	for _, a := range m.Answers {
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

func (s *Room) source(src catalog.Source) string {
	return page.Joined(", ", s.Text.Name("format", src.Format), viet.ShortDate(src.Date))
}

// answers are the five answers at the top.
func (s *Room) answers(p catalog.Procedure) []answer {
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
	papers, cases := sum.Papers, len(sum.Papers.Cases)
	bring := sayIf(papers.Presence == catalog.Present, "answer.papers", papers.Count) +
		sayIf(papers.Presence == catalog.Absent, "answer.no_papers")
	return []answer{
		{"answer.bring", bring, sayIf(cases > 1, "answer.cases", cases), catalog.PartDossier},
		{"answer.where", where, joinedNames(s, "channel", sum.Channels), catalog.PartAgency},
		{"answer.time", s.limits(sum.Limits), "", catalog.PartChannels},
		{"answer.cost", s.feeWord(sum.Fees), "", catalog.PartChannels},
		{"answer.online", online, sayIf(sum.FullOnline, "answer.full_online"), catalog.PartChannels},
	}
}

// serviceReviewHref leads to the review of a procedure's online service in the plan that is followed, or begins one;
// empty where there is nothing for this person to review.
func (s *Room) serviceReviewHref(c *gin.Context, p catalog.Procedure) string {
	if !s.Person(c).May(account.EditReview) || review.Ineligible(p, review.CampaignPublic) != "" ||
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
	Version    app.Version
	State      string // one line: "Cấp xã · Hộ tịch · công khai 12/3/2024 · bản 4"
	Answers    []answer
	Parts      []page.ProcedurePart
	Source     string
	Official   bool // what follows is for officials
	CanEdit    bool
	Service    string      // address of the review of its online service
	Decisions  []page.Link // of the register that touch it
	Doubts     []doubt
	DoubtCount int
}

// doubt is something about a part that an official should look at: "Phí, lệ phí: số tiền dưới 1.000 đồng; kiểm tra
// lại." At is the part of the page where it stands.
type doubt struct {
	Part, At catalog.Part
	Text     string
}

// answer is one of the five answers: Mang gì · Nộp ở đâu · Bao lâu · Hết bao nhiêu · Trực tuyến?
type answer struct {
	Question string       // its code
	Text     string       // "3 giấy tờ"; empty where it is unknown
	More     string       // a second line, smaller
	Part     catalog.Part // says it in full
}
