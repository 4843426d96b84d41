package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

func (s *Server) procedure(c *gin.Context) error {
	v, err := s.app.Procedure(c.Request.Context(), s.reader(c), catalog.Code(c.Param("code")))
	if err != nil {
		return err
	}
	p := v.Procedure
	href := procedureHref(p.Code)
	m := procedureShow{frame: s.frame(c, p.Name), Code: string(p.Code), Name: p.Name, State: s.stateLine(v), Answers: s.answers(p),
		Versions: link{Text: s.text.Say("procedure.versions", v.Number), Href: href + "/phien-ban"}, Source: s.source(v.Source), Notice: s.notice(p)}
	m.describe(s.procedureDescription(m))
	if s.reader(c).Official {
		m.Badges = s.badges(p)
		m.Actions = s.procedureActions(c, p)
		if m.Decisions, err = s.decisionsOf(c, p.Code); err != nil {
			return err
		}
		if m.Saved, err = s.justSaved(c, v); err != nil {
			return err
		}
	}
	for _, part := range shownParts {
		m.Parts = append(m.Parts, s.part(p, part))
	}
	return s.show(c, http.StatusOK, "procedure/show", m)
}

// procedureDescription is a procedure in one sentence: its name and what is known of the five answers.
func (s *Server) procedureDescription(m procedureShow) string {
	words := []string{m.Name + " (" + m.Code + ")"}
	for _, a := range m.Answers {
		if !a.Unknown {
			words = append(words, a.Question+": "+a.Text)
		}
	}
	return joined(". ", words...)
}

// stateLine is the state in one line: levels, field, when it was published, which version this is.
func (s *Server) stateLine(v app.Version) string {
	p := v.Procedure
	var words []string
	var levels []string
	for _, l := range p.Levels {
		levels = append(levels, s.text.Name("level", string(l)))
	}
	words = append(words, strings.Join(levels, ", "), p.Field)
	if p.Decision.Number != "" {
		words = append(words, s.text.Say("procedure.decision", p.Decision.Number, viet.ShortDate(p.Decision.Date)))
	}
	words = append(words, s.text.Name("status", string(p.Status)), s.text.Say("procedure.version", v.Number))
	return joined(" · ", words...)
}

// procedureActions are what this person can do with a procedure.
func (s *Server) procedureActions(c *gin.Context, p catalog.Procedure) (out []link) {
	if s.person(c).May(account.EditProcedure) {
		out = append(out, link{s.text.Say("edit.do"), procedureHref(p.Code) + "/sua"}, link{s.text.Say("announce.title"), procedureHref(p.Code) + "/cong-bo"},
			link{s.text.Say("announcement.record"), announcementPath + "/them?" + url.Values{"thu-tuc": {string(p.Code)}}.Encode()})
	}
	if s.person(c).May(account.EditReview) && review.Ineligible(p, review.CampaignPublic) == "" && review.IsOnline(p) {
		out = append(out, link{s.text.Say("procedure.review_service"), s.serviceReviewHref(c, p.Code)})
	}
	return out
}

// justSaved says once what was just saved: "Đã lưu bản 4: thêm 1 giấy tờ."
func (s *Server) justSaved(c *gin.Context, v app.Version) (string, error) {
	if c.Query("da-luu") != strconv.Itoa(v.Number) {
		return "", nil
	}
	if v.Number == 1 {
		return s.text.Say("edit.saved_new"), nil
	}
	before, err := s.app.VersionOf(c.Request.Context(), s.reader(c), v.Key, v.Number-1)
	if err != nil {
		return "", err
	}
	return s.text.Say("edit.saved", v.Number, joined(", ", s.remarks(catalog.Describe(before.Procedure, v.Procedure))...)), nil
}

func joined(sep string, words ...string) string {
	var out []string
	for _, w := range words {
		if strings.TrimSpace(w) != "" {
			out = append(out, strings.TrimSpace(w))
		}
	}
	return strings.Join(out, sep)
}

func (s *Server) badges(p catalog.Procedure) []badge {
	out := []badge{{Text: s.text.Name("kind", string(p.Kind))}}
	if p.Group != "" {
		out = append(out, badge{Text: s.text.Name("group", string(p.Group))})
	}
	return append(out, badge{Text: s.text.Name("ours", string(p.Ours)), Tone: "accent"})
}

func (s *Server) notice(p catalog.Procedure) string {
	if p.Status != catalog.Repealed {
		return ""
	}
	return s.text.Say("procedure.repealed", viet.ShortDate(p.Validity.Until), p.Validity.RepealedBy)
}

func (s *Server) source(src catalog.Source) string {
	return joined(", ", s.text.Name("format", src.Format), viet.ShortDate(src.Date))
}

// answers are the five answers at the top; what is unknown is said as unknown.
func (s *Server) answers(p catalog.Procedure) []answer {
	sum := catalog.Summarize(p)
	ask := func(question, text, more, part string) answer {
		a := answer{Question: s.text.Say(question), Text: text, More: more, Href: "#" + part}
		if text == "" {
			a.Text, a.Unknown = s.text.Say("unknown"), true
		}
		return a
	}
	papers := ""
	switch sum.Papers.Presence {
	case catalog.Present:
		papers = s.text.Say("answer.papers", sum.Papers.Count)
	case catalog.Absent:
		papers = s.text.Say("answer.no_papers")
	}
	cases := ""
	if len(sum.Papers.Cases) > 1 {
		cases = s.text.Say("answer.cases", len(sum.Papers.Cases))
	}
	online := ""
	if sum.Online != catalog.NotKnown {
		online = s.text.Say("answer." + string(sum.Online))
	}
	full := ""
	if sum.FullOnline {
		full = s.text.Say("answer.full_online")
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
func (s *Server) where(p catalog.Procedure, sum catalog.Summary) string {
	if len(p.Agencies) > 0 {
		return p.Agencies[0].Name
	}
	return ""
}

// shownParts are the parts of the page in the order a reader asks.
var shownParts = []catalog.Part{catalog.PartSteps, catalog.PartChannels, catalog.PartDossier, catalog.PartForms, catalog.PartApplicants,
	catalog.PartAgency, catalog.PartResult, catalog.PartConditions, catalog.PartLegalBasis}

func (s *Server) part(p catalog.Procedure, part catalog.Part) procedurePart {
	out := procedurePart{ID: string(part), Title: s.text.Name("part", string(part)),
		Feedback: sendPath + "?" + url.Values{"thu-tuc": {string(p.Code)}, "phan": {string(part)}}.Encode()}
	switch catalog.Holds(p, part) {
	case catalog.Absent:
		out.Text = []string{s.text.Say("none")}
		return out
	case catalog.Unknown:
		out.Unknown = true
		return out
	}
	switch part {
	case catalog.PartSteps:
		for _, st := range p.Steps {
			out.Steps = append(out.Steps, stepLine{Name: st.Name, Text: paragraphs(st.Text)})
		}
	case catalog.PartChannels:
		for _, m := range p.Methods {
			out.Methods = append(out.Methods, s.method(m))
		}
	case catalog.PartDossier:
		for _, d := range p.Dossier {
			out.Dossier = append(out.Dossier, s.dossier(d))
		}
	case catalog.PartLegalBasis:
		for _, l := range p.Law {
			out.Law = append(out.Law, lawLine{Number: l.Number, Name: l.Name})
		}
	default:
		out.Text = catalog.PartLines(p, part)
	}
	return out
}

func (s *Server) method(m catalog.Method) methodLine {
	line := methodLine{Channel: s.text.Name("channel", string(m.Channel)), Text: m.Text, Limit: s.limit(m.Limit)}
	var fees []string
	for _, f := range m.Fees {
		kind := ""
		if f.State == catalog.FeeAmount {
			kind = s.text.Name("fee_kind", string(f.Kind))
		}
		fees = append(fees, joined(" ", kind, s.fee(f), f.Text))
	}
	line.Fee = strings.Join(fees, "; ")
	if line.Limit == "" {
		line.Limit = s.text.Say("unknown")
	}
	if line.Fee == "" {
		line.Fee = s.text.Say("unknown")
	}
	return line
}

func (s *Server) dossier(d catalog.DossierCase) dossierTable {
	t := dossierTable{Name: d.Name}
	for _, p := range d.Papers {
		line := paperLine{Name: p.Name, Originals: s.count(p.Originals), Copies: s.count(p.Copies), Held: p.Held}
		for _, f := range p.Forms {
			line.Forms = append(line.Forms, link{Text: f})
		}
		t.Papers = append(t.Papers, line)
	}
	return t
}

func (s *Server) count(n value.Opt[int]) string {
	if v, known := n.Get(); known {
		return strconv.Itoa(v)
	}
	return s.text.Say("not_stated")
}

func paragraphs(text string) []string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) != "" {
			out = append(out, strings.TrimSpace(line))
		}
	}
	return out
}
