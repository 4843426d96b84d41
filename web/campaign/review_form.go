package campaign

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// formOf is the form that an address names.
func (s *Room) formOf(c *gin.Context) (app.ReviewForm, error) {
	plan, campaign := review.PlanID(c.Param("plan")), review.CampaignID(c.Param("campaign"))
	return s.App.ReviewForm(c.Request.Context(), s.Person(c), plan, campaign, catalog.Code(c.Param("code")))
}

// ReviewForm shows one part of form 02 to whoever fills it in, and the whole of it to whoever does not.
func (s *Room) ReviewForm(c *gin.Context) error {
	f, err := s.formOf(c)
	if err != nil {
		return err
	}
	if f.Kept != nil {
		return s.showWhole(c, f, f.Saved, s.keptWords(f))
	}
	at := formPartAt(c.Query("phan"))
	switch {
	case c.Query("phan") == "":
		c.Redirect(http.StatusSeeOther, partHref(f, firstOpen(f.Form)))
		return nil
	case at < 0:
		return value.ErrNotFound
	case formParts[at].word == partConclusion:
		return s.showEnd(c, f, page.Shown(nil))
	}
	p, v := formParts[at], typedForm(f.Form)
	none := suggestNone(v, p, f.Procedure)
	m := s.formPage(c, f, p, v, review.FormGaps(f.Form))
	m.Summary = nil
	for _, x := range p.within(review.FormGaps(f.Form)) {
		m.Open = append(m.Open, field.Line{Href: field.Fragment(x.Field), Text: s.gapText(x)})
	}
	if none {
		m.Intro = s.Text.Say("form02.none_suggested")
	}
	return s.Show(c, http.StatusOK, "campaign/review_form", m)
}

// SaveReviewForm saves one part and goes on to the next; where something is still to be told there, it comes back
// to say so, with everything kept.
func (s *Room) SaveReviewForm(c *gin.Context, in url.Values) (page.Act, error) {
	f, err := s.formOf(c)
	if err != nil {
		return page.Act{}, err
	}
	at := formPartAt(in.Get("phan"))
	if at < 0 {
		return page.Act{}, value.ErrNotFound
	}
	base, err := strconv.Atoi(in.Get("version"))
	if err != nil || base < 0 {
		return page.Act{}, value.Problems{{Code: "form.unreadable"}}
	}
	p, mine := formParts[at], f.Form
	return page.Act{
		Do: func() (page.Done, error) {
			if problems := readPart(in, p, &mine); len(problems) > 0 {
				return page.Done{}, problems
			}
			_, err := s.App.SaveForm(c.Request.Context(), s.Person(c), f.Plan.ID, f.Campaign, f.Item.Code, mine, base)
			said := []any{s.partTitle(p), string(f.Item.Code)}
			return page.Done{To: s.afterSave(f, at, mine, in.Get("di")), Say: "form02.part_saved", Args: said}, err
		},
		Again: func(t page.Typed) error {
			if t.Status == http.StatusConflict {
				return s.showConflict(c, p, t, base)
			}
			m := s.formPage(c, f, p, t.Values, t.Problems)
			m.Version = t.Version(f.Saved.Number)
			return s.Show(c, t.Status, "campaign/review_form", m)
		},
	}, nil
}

// afterSave is where to go on: the same part while it has gaps or asks for another line, else the next.
func (s *Room) afterSave(f app.ReviewForm, at int, saved review.Form, goOn string) string {
	here := partHref(f, formParts[at])
	if goOn == "them" {
		return here + "#them"
	}
	if len(formParts[at].within(review.FormGaps(saved))) > 0 || goOn == "luu" {
		return here
	}
	return partHref(f, nextPart(saved, at))
}

// nextPart is the part behind one, over those that nobody has to answer.
func nextPart(f review.Form, at int) formPart {
	for _, p := range formParts[at+1:] {
		if !idle(f, p) {
			return p
		}
	}
	return formParts[len(formParts)-1]
}

// prevPart is the part before one, likewise; false at the first.
func prevPart(f review.Form, at int) (formPart, bool) {
	for i := at - 1; i >= 0; i-- {
		if !idle(f, formParts[i]) {
			return formParts[i], true
		}
	}
	return formPart{}, false
}

// idle reports whether a part has questions, none of which the form asks any more.
func idle(f review.Form, p formPart) bool {
	for _, q := range p.questions() {
		for _, asked := range f.Asked() {
			if q.ID == asked.ID {
				return false
			}
		}
	}
	return len(p.asks) > 0
}

// formPage is the page of one part, its fields as typed.
func (s *Room) formPage(
	c *gin.Context, f app.ReviewForm, p formPart, v url.Values, problems value.Problems,
) reviewForm {
	at := formPartAt(p.word)
	m := reviewForm{
		Frame:    s.Frame(c, s.Text.Say("form02.title", f.Item.Name)),
		formHead: s.formHead(c, f, p),
		Part:     p.word,
		Headline: s.partTitle(p),
		Version:  strconv.Itoa(f.Saved.Number),
		Save:     s.Text.Say("form02.save"),
	}
	fields := field.NewSheet(s.Text, v, p.notElsewhere(problems))
	switch p.word {
	case partGeneral:
		m.Save, m.Facts, m.Intro = "", s.generalFacts(f, m.Commune), s.Text.Say("form02.general")
	case partNecessity:
		m.Goals = []goalGroup{s.goals(fields, v, "state_goals"), s.goals(fields, v, "citizen_goals")}
		m.More = s.Text.Say("form02.more_goals")
	case partPeople:
		m.People, m.More = s.participants(fields, v), s.Text.Say("form02.more_people")
		m.Contact, m.Intro = s.contactFields(fields), s.Text.Say("form02.people")
	}
	for _, q := range p.questions() {
		m.Asks = append(m.Asks, s.ask(fields, q))
	}
	if p.word == partNecessity {
		m.Solution = s.solution(fields)
	}
	for _, part := range p.says {
		m.Says = append(m.Says, s.ProcedurePart(f.Procedure, part))
	}
	m.Summary = fields.Summary()
	m.Next = page.Link{Text: s.partTitle(nextPart(f.Form, at)), Href: partHref(f, nextPart(f.Form, at))}
	if prev, there := prevPart(f.Form, at); there {
		m.Prev = page.Link{Text: s.partTitle(prev), Href: partHref(f, prev)}
	}
	return m
}

func partHref(f app.ReviewForm, p formPart) string { return page.ReviewFormHref(f) + "?phan=" + p.word }

func (s *Room) partTitle(p formPart) string { return s.Text.Say("form02.part." + p.word) }

// formHead is what stands above a form; p is the part that is open, empty where none is.
func (s *Room) formHead(c *gin.Context, f app.ReviewForm, p formPart) formHead {
	progress := review.Progress(f.Form)
	words := []string{s.Text.Say("form02.answered", progress.Answered, progress.Total), s.savedWords(f.Saved)}
	if at := formPartAt(p.word); at >= 0 {
		words = append([]string{s.Text.Say("form02.at", at+1, len(formParts))}, words...)
	}
	h := formHead{
		Feedback: s.FeedbackOn(c, f.Item.Code),
		Code:     string(f.Item.Code),
		Name:     f.Item.Name,
		Href:     page.ProcedureHref(f.Item.Code),
		State:    page.Joined(" · ", words...),
		Address:  page.ReviewFormHref(f),
		Links: []page.Link{{
			Text: s.Text.Say("form02.whole"),
			Href: page.ReviewFormHref(f) + "/toan-bo",
		}, {Text: s.Text.Say("form02.versions"), Href: page.ReviewFormHref(f) + "/phien-ban"},
			{
				Text: s.Text.Name("campaign", string(f.Campaign)),
				Href: fmt.Sprintf("/ra-soat/%s/%s", f.Plan.ID, f.Campaign),
			}},
	}
	if f.Item.Version > 0 && f.Newest > f.Item.Version {
		h.Notice = page.Link{Text: s.Text.Say("form02.newer", f.Item.Version, f.Newest),
			Href: fmt.Sprintf("%s/so-sanh?from=%d&to=%d", page.ProcedureHref(f.Item.Code), f.Item.Version, f.Newest)}
	}
	for _, q := range formParts {
		h.Steps = append(h.Steps, s.formStep(f, q, q.word == p.word, progress))
	}
	return h
}

// formStep is a part in the list of parts, with how far it is.
func (s *Room) formStep(f app.ReviewForm, p formPart, current bool, progress review.FormProgress) formStep {
	step := formStep{Title: s.partTitle(p), Href: partHref(f, p), Current: current, Idle: idle(f.Form, p)}
	var sum review.PartProgress
	for _, asked := range p.asks {
		for _, x := range progress.Parts {
			if x.Part == asked {
				sum.Answered, sum.Total, sum.Bad = sum.Answered+x.Answered, sum.Total+x.Total, sum.Bad+x.Bad
			}
		}
	}
	if sum.Total > 0 {
		step.Count, step.Done = fmt.Sprintf("%d/%d", sum.Answered, sum.Total), sum.Answered == sum.Total
	}
	if p.word == partPeople {
		step.Done = len(f.Form.Participants) > 0 && f.Form.Contact.Name != ""
	}
	if sum.Bad > 0 {
		step.Bad = s.Text.Say("form02.bad", sum.Bad)
	}
	if n := len(p.within(review.FormGaps(f.Form))); n > 0 {
		step.Gap, step.Done = s.Text.Say("form02.gap", n), false
	}
	return step
}

// savedWords says when a version was saved and by whom.
func (s *Room) savedWords(v app.FormVersion) string {
	if v.Number == 0 {
		return s.Text.Say("form02.not_saved")
	}
	return s.Text.Say("form02.saved", clock(v.At), viet.ShortDate(value.On(v.At)), v.By)
}

// clock is the time of day in Vietnam: "14:05".
func clock(at time.Time) string { return at.In(value.Vietnam).Format("15:04") }

// keptWords says why somebody only reads a form.
func (s *Room) keptWords(f app.ReviewForm) string {
	var problems value.Problems
	if errors.As(f.Kept, &problems) && len(problems) > 0 {
		return s.Sentence(problems[0])
	}
	return s.Text.Say("form02.readers")
}

// generalFacts are part I of the form: what the catalogue and the plan say, for nobody to type.
func (s *Room) generalFacts(f app.ReviewForm, commune string) []page.Fact {
	p := f.Procedure
	var law []string
	for _, l := range p.Law {
		law = append(law, page.Joined(" ", l.Number, l.Name))
	}
	out := []page.Fact{
		{Term: s.Text.Name("part", "name"), Text: p.Name},
		{Term: s.Text.Name("part", "code"), Text: string(p.Code)},
		{Term: s.Text.Name("part", "field"), Text: p.Field},
		{Term: s.Text.Say("form02.law"), Text: strings.Join(law, "; ")},
		{
			Term: s.Text.Say("form02.announced"),
			Text: page.Joined(", ", p.Decision.Number, viet.ShortDate(p.Decision.Date)),
		},
		{Term: s.Text.Say("form02.reviewer"), Text: page.Joined(", ", commune, f.Officer)},
		{Term: s.Text.Say("form02.why"), Text: f.Item.Why},
		{Term: s.Text.Say("form02.due"), Text: viet.ShortDate(f.Item.Due)},
		{Term: s.Text.Say("form02.product"), Text: f.Item.Product},
	}
	for i := range out {
		if out[i].Text == "" {
			out[i].Text = s.Text.Say("form02.not_given")
		}
	}
	return out
}

// ReviewForm is one part of form 02/RS-KSTT, being filled in. Template: campaign/review_form.
type reviewForm struct {
	page.Frame
	formHead
	Part     string // its word in the address
	Headline string // "III.2. Trình tự thực hiện"
	Intro    string
	Facts    []page.Fact          // part I, read from the catalogue and the plan
	Says     []page.ProcedurePart // what the procedure says about this part
	Summary  field.Summary        // what kept the form from being saved
	Open     field.Summary        // what was saved and still has to be told
	Both     page.BothVersions
	Conflict *formConflict
	Asks     []formAsk
	Goals    []goalGroup
	Solution *formChoice
	People   []page.FieldGroup
	Contact  *page.FieldGroup
	More     string // button that saves and gives another empty line; empty: none
	Version  string // the version that the form started from
	Save     string // "Lưu và sang phần sau"; empty where the part has nothing to fill in
	Prev     page.Link
	Next     page.Link
}

// formHead stands above every page of a form.
type formHead struct {
	Code     string
	Name     string
	Href     string             // the procedure
	State    string             // "Đã trả lời 12/43 câu · lưu lúc 14:05 ngày 12/7/2024, Nguyễn Thị Hoa"
	Links    []page.Link        // history, the whole form, the campaign
	Feedback []page.FeedbackRow // petitions about the procedure
	Notice   page.Link          // the catalogue has moved on since the list was frozen
	Address  string             // of the form, for its own links
	Steps    []formStep
}

// formStep is an entry of the list of parts.
type formStep struct {
	Title   string
	Href    string
	Count   string // "3/5"; empty where nothing is asked
	Bad     string // "1 cần xử lý"
	Gap     string // "còn thiếu"
	Done    bool
	Current bool
	Idle    bool // nobody has to answer it: the procedure is not needed
}

// goalGroup is the goals of one kind, each with its two questions.
type goalGroup struct {
	Title string
	Goals []goalAsk
}

type goalAsk struct {
	Text    field.Cell
	Changed formAsk
	Reached formAsk
}

// formConflict is what is to be known about a version that somebody else saved meanwhile.
type formConflict struct {
	Text   string      // who saved when
	Others []page.Link // other parts that changed too
	Theirs string      // address that gives up what was typed
}
