package campaign

import (
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
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
	p, v, gaps := formParts[at], formValues(f.Form), review.FormGaps(f.Form)
	suggested := suggestNone(v, p, f.Procedure)
	m := s.formPage(c, f, p, v, gaps)
	m.Suggested, m.Summary = suggested, nil // nothing was refused: Open says what is missing
	for _, x := range p.within(gaps) {
		m.Open = append(m.Open, field.Line{Href: field.Fragment(x.Field), Text: s.gapText(f.Form, x)})
	}
	return s.Show(c, http.StatusOK, "campaign/review_form", m)
}

// suggestNone fills in "not applicable" for what the catalogue says the procedure does not have, and says if it did.
func suggestNone(v url.Values, p formPart, proc catalog.Procedure) (done bool) {
	for _, q := range p.questions() {
		name := "answers." + q.ID + ".value"
		if q.Optional && q.Part != "" && catalog.Holds(proc, q.Part) == catalog.Absent && v.Get(name) == "" {
			v.Set(name, string(review.NotApplicable))
			done = true
		}
	}
	return done
}

// SaveReviewForm saves one part and goes on to the next, or comes back where something is still to be told there.
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
	p := formParts[at]
	return page.Act{
		Do: func() (page.Done, error) {
			mine, problems := p.read(in, f.Form)
			if len(problems) > 0 {
				return page.Done{}, problems
			}
			done := page.Done{To: afterSave(f, at, mine, in.Get("di"))}
			same := maps.EqualFunc(formValues(mine), formValues(f.Form), slices.Equal)
			if f.Kept == nil && base > 0 && base == f.Saved.Number && same {
				return done, nil
			}
			_, err := s.App.SaveForm(c.Request.Context(), s.Person(c), f.Plan.ID, f.Campaign, f.Item.Code, mine, base)
			done.Say, done.Args = "form02.part_saved", []any{s.partTitle(p), string(f.Item.Code)}
			return done, err
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
func afterSave(f app.ReviewForm, at int, saved review.Form, goOn string) string {
	here := partHref(f, formParts[at])
	if goOn == "them" {
		return here + "#them"
	}
	if len(formParts[at].within(review.FormGaps(saved))) > 0 || goOn == "luu" {
		return here
	}
	return partHref(f, formParts[neighbour(saved, at, 1)])
}

// formPage is the page of one part, its fields as typed.
func (s *Room) formPage(c *gin.Context, f app.ReviewForm, p formPart, v url.Values, all value.Problems) reviewForm {
	at := formPartAt(p.word)
	m := reviewForm{
		formHead: s.formHead(c, f, p),
		Part:     p.word,
		Version:  strconv.Itoa(f.Saved.Number),
		Next:     s.partLink(f, formParts[neighbour(f.Form, at, 1)]),
	}
	if len(review.FormGaps(f.Form)) == 0 {
		m.Rest = len(f.Form.Unanswered())
	}
	if prev := neighbour(f.Form, at, -1); prev != at {
		m.Prev = s.partLink(f, formParts[prev])
	}
	closeRanks(v)
	here := slices.DeleteFunc(slices.Clone(all), func(x value.Problem) bool { // and what is of no part at all
		word := partOfField(x.Field).word
		return word != p.word && word != partConclusion
	})
	fields := field.NewSheet(s.Text, v, here)
	fields.Keys = formKeys
	switch p.word {
	case partNecessity:
		m.Goals = []goalGroup{s.goals(fields, "state_goals"), s.goals(fields, "citizen_goals")}
	case partPeople:
		laid := p.more.Lay(fields)
		for i, row := range laid.Lists[0].All() {
			title := s.Text.Say("form02.participant", i+1)
			m.People = append(m.People, page.FieldGroup{ID: row.Name, Title: title, Fields: row.Cells})
		}
		m.Contact = &page.FieldGroup{ID: "lien-he", Title: s.Text.Say("form02.contact"), Fields: laid.Cells}
	}
	if p.word == partDossier {
		m.Papers = s.paperTable(fields, f.Form, f.Procedure)
	}
	for _, q := range p.questions() {
		if q.OfPaper != "" && !isWhole(f.Form, review.AnswerValue(v.Get("answers."+q.ID+".value"))) {
			continue // it is asked of each paper
		}
		opens := s.Text.Say("form02.opens." + string(q.OpensOn))
		ask := s.ask(fields, "answers."+q.ID, s.question(q), opens, q)
		ask.OfPapers = q.OfPaper != "" && m.Papers != nil
		m.Asks = append(m.Asks, ask)
	}
	if p.word == partNecessity {
		cells := p.more.Named("solution", "solution_note").Lay(fields).Cells
		m.Solution = &formChoice{Cell: cells[0], Note: &cells[1]}
	}
	for _, part := range p.says {
		m.Says = append(m.Says, s.ProcedurePart(f.Procedure, part))
	}
	m.Summary = fields.Summary()
	return m
}

func partHref(f app.ReviewForm, p formPart) string { return page.ReviewFormHref(f) + "?phan=" + p.word }

func (s *Room) partTitle(p formPart) string { return s.Text.Say("form02.part." + p.word) }

func (s *Room) partLink(f app.ReviewForm, p formPart) page.Link {
	return page.Link{Text: s.partTitle(p), Href: partHref(f, p)}
}

// formHead is what stands above a form; p is the part that is open, empty where none is.
func (s *Room) formHead(c *gin.Context, f app.ReviewForm, p formPart) formHead {
	progress := review.Progress(f.Form)
	words := []string{s.Text.Say("form02.answered", progress.Answered, progress.Total), s.savedWords(f.Saved)}
	if at := formPartAt(p.word); at >= 0 {
		words = append([]string{s.Text.Say("form02.at", at+1, len(formParts))}, words...)
	}
	h := formHead{
		Frame:    s.Frame(c, s.Text.Say("form02.title", f.Item.Name)),
		Of:       f,
		Address:  page.ReviewFormHref(f),
		State:    page.Joined(" · ", words...),
		Feedback: s.FeedbackOn(c, f.Item.Code),
	}
	for _, q := range formParts {
		h.Steps = append(h.Steps, s.formStep(f, q, q.word == p.word, progress))
	}
	return h
}

// formStep is a part in the list of parts, with how far it is.
func (s *Room) formStep(f app.ReviewForm, p formPart, current bool, progress review.FormProgress) formStep {
	step := formStep{Link: s.partLink(f, p), Current: current, Idle: p.idle(f.Form)}
	for _, x := range progress.Parts {
		if slices.Contains(p.asks, x.Part) {
			step.Answered, step.Total, step.Bad = step.Answered+x.Answered, step.Total+x.Total, step.Bad+x.Bad
		}
	}
	step.Gaps = len(p.within(review.FormGaps(f.Form)))
	step.Done = step.Gaps == 0 && step.Total > 0 && step.Answered == step.Total
	if p.word == partPeople {
		step.Done = step.Gaps == 0 && len(f.Form.Participants) > 0 && f.Form.Contact.Name != ""
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

// reviewForm is one part of form 02/RS-KSTT, being filled in. Template: campaign/review_form.
type reviewForm struct {
	formHead
	Part, Version string               // its word in the address; the version that the form started from
	Suggested     bool                 // "not applicable" was filled in
	Says          []page.ProcedurePart // what the procedure says about this part
	Summary, Open field.Summary        // what kept the form from being saved; what was saved and still has to be told
	Both          page.BothVersions
	Conflict      string      // who saved a newer version meanwhile, and when
	Others        []page.Link // other parts that changed too
	Papers        *paperTable // of the dossier; nil: this part is not about it
	Asks          []formAsk
	Goals         []goalGroup
	Solution      *formChoice
	People        []page.FieldGroup
	Contact       *page.FieldGroup
	Prev, Next    page.Link
	Rest          int // questions that are open, where nothing else is
}

// formHead stands above every page of a form.
type formHead struct {
	page.Frame
	Of             app.ReviewForm
	Address, State string // "Đã trả lời 12/43 câu · lưu lúc 14:05 ngày 12/7/2024, Nguyễn Thị Hoa"
	Feedback       []page.FeedbackRow
	Steps          []formStep
}

// formStep is an entry of the list of parts.
type formStep struct {
	page.Link
	review.PartProgress // nothing where nothing is asked
	Gaps                int
	Done, Current       bool
	Idle                bool // nobody has to answer it: the procedure is not needed
}
