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

// Procedure shows one procedure.
func (s *Room) Procedure(c *gin.Context) error {
	v, err := s.App.Procedure(c.Request.Context(), s.Reader(c), catalog.Code(c.Param("code")))
	if err != nil {
		return err
	}
	p := v.Procedure
	href := page.ProcedureHref(p.Code)
	m := procedureShow{
		Frame:    s.Frame(c, p.Name),
		Code:     string(p.Code),
		Name:     p.Name,
		State:    s.stateLine(v),
		Answers:  s.answers(p),
		Versions: page.Link{Text: s.Text.Say("procedure.versions", v.Number), Href: href + "/phien-ban"},
		Source:   s.source(v.Source),
		Notice:   s.notice(p),
		Doubts:   s.doubts(c, p),
	}
	m.DoubtsSaid = s.Text.Say("procedure.doubts", len(m.Doubts))
	m.Describe(s.procedureDescription(m))
	if s.Reader(c).Official {
		m.Badges = s.badges(p)
		m.Actions = s.procedureActions(c, p)
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
	words := []string{m.Name + " (" + m.Code + ")"}
	for _, a := range m.Answers {
		if !a.Unknown {
			words = append(words, a.Question+": "+a.Text)
		}
	}
	return page.Joined(". ", words...)
}

// stateLine is the state in one line: levels, field, when it was published, which version this is.
func (s *Room) stateLine(v app.Version) string {
	p := v.Procedure
	var words []string
	var levels []string
	for _, l := range p.Levels {
		levels = append(levels, s.Text.Name("level", string(l)))
	}
	words = append(words, strings.Join(levels, ", "), p.Field)
	if p.Decision.Number != "" {
		words = append(words, s.Text.Say("procedure.decision", p.Decision.Number, viet.ShortDate(p.Decision.Date)))
	}
	words = append(words, s.Text.Name("status", string(p.Status)), s.Text.Say("procedure.version", v.Number))
	return page.Joined(" · ", words...)
}

// procedureActions are what this person can do with a procedure.
func (s *Room) procedureActions(c *gin.Context, p catalog.Procedure) (out []page.Link) {
	if s.Person(c).May(account.EditProcedure) {
		out = append(
			out,
			page.Link{Text: s.Text.Say("edit.do"), Href: page.ProcedureHref(p.Code) + "/sua"},
			page.Link{Text: s.Text.Say("announce.title"), Href: page.ProcedureHref(p.Code) + "/cong-bo"},
			page.Link{
				Text: s.Text.Say("announcement.record"),
				Href: page.AnnouncementPath + "/them?" + url.Values{"thu-tuc": {string(p.Code)}}.Encode(),
			},
		)
	}
	if s.Person(c).May(account.EditReview) && review.Ineligible(p, review.CampaignPublic) == "" && review.IsOnline(p) {
		out = append(out, page.Link{Text: s.Text.Say("procedure.review_service"), Href: s.serviceReviewHref(c, p.Code)})
	}
	return out
}

// doubts are what an official should look at in a procedure, each leading to its part; nobody else is told.
func (s *Room) doubts(c *gin.Context, p catalog.Procedure) []doubt {
	var out []doubt
	for _, d := range s.App.Doubts(s.Person(c), p) {
		at := d.Part
		if !slices.Contains(shownParts, at) { // time limits and fees stand with the ways to hand in
			at = catalog.PartChannels
		}
		out = append(out, doubt{
			Part: page.Link{Text: s.Text.Name("part", string(d.Part)), Href: "#" + string(at)},
			Text: field.Clause(s.Text, value.Problem{Code: d.Code, Args: d.Args}),
		})
	}
	return out
}

func (s *Room) badges(p catalog.Procedure) []page.Badge {
	out := []page.Badge{{Text: s.Text.Name("kind", string(p.Kind))}}
	if p.Group != "" {
		out = append(out, page.Badge{Text: s.Text.Name("group", string(p.Group))})
	}
	return append(out, page.Badge{Text: s.Text.Name("ours", string(p.Ours)), Tone: "accent"})
}

func (s *Room) notice(p catalog.Procedure) string {
	if p.Status != catalog.Repealed {
		return ""
	}
	return s.Text.Say("procedure.repealed", viet.ShortDate(p.Validity.Until), p.Validity.RepealedBy)
}

func (s *Room) source(src catalog.Source) string {
	return page.Joined(", ", s.Text.Name("format", src.Format), viet.ShortDate(src.Date))
}

// answers are the five answers at the top; what is unknown is said as unknown.
func (s *Room) answers(p catalog.Procedure) []answer {
	sum := catalog.Summarize(p)
	ask := func(question, text, more, part string) answer {
		a := answer{Question: s.Text.Say(question), Text: text, More: more, Href: "#" + part}
		if text == "" {
			a.Text, a.Unknown = s.Text.Say("unknown"), true
		}
		return a
	}
	papers := ""
	switch sum.Papers.Presence {
	case catalog.Present:
		papers = s.Text.Say("answer.papers", sum.Papers.Count)
	case catalog.Absent:
		papers = s.Text.Say("answer.no_papers")
	}
	cases := ""
	if len(sum.Papers.Cases) > 1 {
		cases = s.Text.Say("answer.cases", len(sum.Papers.Cases))
	}
	online := ""
	if sum.Online != catalog.NotKnown {
		online = s.Text.Say("answer." + string(sum.Online))
	}
	full := ""
	if sum.FullOnline {
		full = s.Text.Say("answer.full_online")
	}
	return []answer{
		ask("answer.bring", papers, cases, "dossier"),
		ask("answer.where", s.where(p, sum), s.channels(sum.Channels), "agency"),
		ask("answer.time", s.limits(sum.Limits), "", "channels"),
		ask("answer.cost", s.feeWord(sum.Fees), "", "channels"),
		ask("answer.online", online, full, "channels"),
	}
}

// where is the agency that takes the dossier, "" where none is named.
func (s *Room) where(p catalog.Procedure, sum catalog.Summary) string {
	if len(p.Agencies) > 0 {
		return p.Agencies[0].Name
	}
	return ""
}

// shownParts are the parts of the page in the order a reader asks.
var shownParts = []catalog.Part{
	catalog.PartSteps,
	catalog.PartChannels,
	catalog.PartDossier,
	catalog.PartForms,
	catalog.PartApplicants,
	catalog.PartAgency,
	catalog.PartResult,
	catalog.PartConditions,
	catalog.PartLegalBasis,
}

// serviceReviewHref leads to the review of a procedure's online service in the plan that is followed, or begins one.
func (s *Room) serviceReviewHref(c *gin.Context, code catalog.Code) string {
	all, err := s.App.Restructurings(c.Request.Context(), s.Person(c), s.PlanID(c))
	if err != nil {
		s.Log.Error("reviews of services not read", "request", c.GetString(page.RequestID), "error", err)
	}
	for _, r := range all.List {
		if r.Procedure.Key() == code.Key() && r.State != review.Withdrawn {
			return page.ServiceHref(r.ID)
		}
	}
	return page.ServicesPath + "/moi?" + url.Values{"thu-tuc": {string(code)}}.Encode()
}

// procedureShow is a procedure as anyone reads it. Template: catalogue/procedure.
type procedureShow struct {
	page.Frame
	Code      string
	Name      string
	State     string       // one line: "Cấp xã · Hộ tịch · công khai 12/3/2024 · bản 4"
	Badges    []page.Badge // kind, group, status, ours: for officials
	Actions   []page.Link  // the first is the main one
	Answers   []answer
	Parts     []page.ProcedurePart
	Versions  page.Link // "4 phiên bản"
	Source    string
	Decisions []page.Link // of the register that touch it; for officials
	Doubts    []doubt     // for officials

	DoubtsSaid string // "3 nội dung cần xem lại"
	Notice     string // "Thủ tục này hết hiệu lực từ 01/7/2024 theo Quyết định …"; empty for none
}

// doubt is something about a part that an official should look at: "Phí, lệ phí: số tiền dưới 1.000 đồng; kiểm tra
// lại."
type doubt struct {
	Part page.Link
	Text string
}

// answer is one of the five answers: Mang gì · Nộp ở đâu · Bao lâu · Hết bao nhiêu · Trực tuyến?
type answer struct {
	Question string
	Text     string // "3 giấy tờ"; "chưa có thông tin" where unknown
	More     string // a second line, smaller
	Href     string // to the part that says it in full
	Unknown  bool
}
