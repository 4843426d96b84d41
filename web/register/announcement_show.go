package register

import (
	"context"
	"errors"
	"net/url"
	"strconv"

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

// Steps of a decision, as the addresses spell them.
const (
	StepApply  = "/cap-nhat"
	StepPost   = "/niem-yet"
	StepExempt = "/khong-niem-yet"
)

// announcementSteps are the steps of a decision that ask something.
var announcementSteps = []step[review.Announcement]{
	{
		path:   StepPost,
		key:    "announcement.post",
		button: "announcement.note_posting",
		form: field.Form[review.Announcement]{
			field.Date("posted", func(x *review.Announcement) *value.Date { return &x.Posting.On },
				field.Label("posted_on"), field.Need),
			field.Text("place", func(x *review.Announcement) *string { return &x.Posting.Place },
				field.Need, field.Medium),
			field.Text("by", func(x *review.Announcement) *string { return &x.Posting.By }, field.Need, field.Medium),
		},
		check: func(stands, typed review.Announcement, today value.Date) error {
			_, err := review.PostAnnouncement(stands, typed.Posting, today)
			return err
		},
		do: func(ctx context.Context, a *app.App, by app.Person, base int, x review.Announcement) error {
			return a.PostAnnouncement(ctx, by, x.ID, base, x.Posting)
		},
	},
	{
		path: StepExempt,
		key:  "announcement.exempt_do",
		form: field.Form[review.Announcement]{
			field.Text("reason", func(x *review.Announcement) *string { return &x.Exempt },
				field.Label("exempt"), field.Need, field.Medium),
		},
		do: func(ctx context.Context, a *app.App, by app.Person, base int, x review.Announcement) error {
			return a.ExemptAnnouncement(ctx, by, x.ID, base, x.Exempt)
		},
	},
}

// thingOf is a decision as its steps take it.
func thingOf(x app.Announcement) thing[review.Announcement] {
	to := page.AnnouncementHref(x.ID, "")
	return thing[review.Announcement]{announcementSteps, announcementKeys, to, x.Number, x.Announcement, x.Version}
}

// Announcement shows a decision of the register.
func (s *Room) Announcement(c *gin.Context) error {
	x, err := s.announcementAt(c)
	if err != nil {
		return err
	}
	return s.showAnnouncement(c, x, "", page.Shown(nil))
}

// StepAnnouncement takes one step.
func (s *Room) StepAnnouncement(path string) page.Post {
	return func(c *gin.Context, in url.Values) (page.Act, error) {
		x, err := s.announcementAt(c)
		again := func(t page.Typed) error { return s.showAnnouncement(c, x, path, t) }
		return thingOf(x).take(s, c, in, path, again), err
	}
}

// ApplyAnnouncement lets a decision into the catalogue.
func (s *Room) ApplyAnnouncement(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by := c.Request.Context(), s.Person(c)
	x, err := s.announcementAt(c)
	if err != nil {
		return page.Act{}, err
	}
	return s.Checked(c, in, func() (page.Check, error) {
		switch {
		case page.Version(in) != x.Version:
			return page.Check{}, &value.Conflict{What: "announcement", Base: page.Version(in), Newest: x.Version}
		case x.IsConfirmed():
			return page.Check{}, value.Problems{{Code: "announcement.confirmed"}}
		}
		return s.applyCheck(c, x)
	}, page.Act{
		Do: func() (page.Done, error) {
			n, err := s.App.ApplyAnnouncement(ctx, by, x.ID, page.Version(in))
			if err != nil {
				return page.Done{}, err
			}
			said, args := "announcement.applied", []any{strconv.Itoa(n), x.Number}
			if now, err := s.App.Announcement(ctx, by, x.ID); err == nil && now.IsPending() {
				said, args = "announcement.applied_pending", append(args, viet.ShortDate(x.From))
			}
			return page.Done{To: page.AnnouncementHref(x.ID, ""), Say: said, Args: args}, nil
		},
		Again: func(t page.Typed) error { return s.showAnnouncement(c, x, StepApply, t) },
	}), nil
}

// applyCheck is what letting a decision into the catalogue will do to each procedure, shown before it is done.
func (s *Room) applyCheck(c *gin.Context, x app.Announcement) (page.Check, error) {
	m := announcementShow{Decision: x}
	if err := s.announcementEffects(c, &m); err != nil {
		return page.Check{}, err
	}
	say, day := s.Text.Say, viet.ShortDate(x.From)
	out := page.Check{
		Headline: say("announcement.check"),
		State:    say("announcement.headline", x.Number),
		Do:       say("announcement.apply"),
		Follows:  []string{say("announcement.follows.versions"), say("announcement.follows.fixed")},
	}
	if !x.To.IsZero() {
		out.Follows = append(out.Follows, say("announcement.follows.returns", viet.ShortDate(x.To)))
	}
	for _, e := range m.Effects {
		becomes := say("announcement.effect_none")
		switch {
		case e.Waits:
			becomes = say("announcement.effect_waits", day)
		case e.Changes() && e.Before.Status != e.After.Status:
			becomes = say("announcement.effect_status", s.Text.Name("status", string(e.Before.Status)),
				s.Text.Name("status", string(e.After.Status)))
		case e.Changes():
			becomes = say("announcement.effect_decision", x.Number)
		}
		term := page.Joined(" ", string(e.Code), e.Name)
		out.Answers = append(out.Answers, page.Fact{Term: term, Text: viet.Capital(e.What) + ": " + becomes})
	}
	return out, m.Holes.Err()
}

// showAnnouncement shows a decision; what was typed belongs to the form of the step at path, the others start fresh.
func (s *Room) showAnnouncement(c *gin.Context, x app.Announcement, path string, t page.Typed) error {
	calendar, err := s.App.Calendar(c.Request.Context())
	if err != nil {
		return err
	}
	m := announcementShow{
		Frame:    s.Frame(c, s.Text.Say("announcement.headline", x.Number)),
		Decision: x,
		State:    postingState{x.Announcement, x.IsLate(s.App.Today())},
		Left:     calendar.WorkingDaysBetween(s.App.Today(), x.Due),
		Both:     t.Both,
		MayEdit:  s.Person(c).May(account.EditProcedure),
	}
	if x.IsOwed() && !x.Before {
		if err := s.SayGuessed(c, &m.Frame, s.App.Today(), x.Received, x.Due); err != nil {
			return err
		}
	}
	if err := s.announcementEffects(c, &m); err != nil {
		return err
	}
	m.MayApply = m.MayEdit && !x.IsConfirmed() && len(m.Holes) == 0
	open, fresh := s.openAnnouncement(c, m, path)
	m.Steps, m.Summary = thingOf(x).lay(s, open, fresh, path, t)
	if m.History, err = s.App.AnnouncementHistory(c.Request.Context(), s.Person(c), x.ID); err != nil {
		return err
	}
	return s.Show(c, t.Status, "register/announcement_show", m)
}

// announcementEffects lists what the decision does to each procedure: what was done, what would be done now, what
// waits.
func (s *Room) announcementEffects(c *gin.Context, m *announcementShow) error {
	x := m.Decision.Announcement
	effects, err := s.App.AnnouncementEffects(c.Request.Context(), s.Person(c), x)
	if err != nil && !errors.As(err, &m.Holes) {
		return err
	}
	ahead := map[catalog.Code]review.Effect{}
	for _, e := range effects {
		ahead[e.Code] = e
	}
	known, err := s.App.Procedures(c.Request.Context(), s.Reader(c), x.Codes())
	if err != nil {
		return err
	}
	for _, t := range x.Touches {
		for _, code := range []catalog.Code{t.Procedure.Key(), t.By.Key()} {
			if code == "" {
				continue
			}
			e := ahead[code]
			e.Touch, e.Code = t, code
			m.Effects = append(m.Effects, announcementEffect{
				Effect:  e,
				Name:    known[code].Procedure.Name,
				What:    s.TouchOn(t, code),
				Later:   x.From.After(s.App.Today()),
				Ends:    t.Kind == review.TouchRepeal || t.Kind == review.TouchReplace && code == t.Procedure.Key(),
				MayEdit: m.MayEdit && t.Kind == review.TouchAmend && !t.Applied.IsZero(),
			})
		}
	}
	return nil
}

// openAnnouncement are the steps that this person may take now, the one refused at path unfolded, and the decision as
// their forms have it at first.
func (s *Room) openAnnouncement(c *gin.Context, m announcementShow, path string) ([]stepForm, review.Announcement) {
	var open []stepForm
	by, fresh := s.Person(c), m.Decision.Announcement
	switch {
	case !by.May(account.PostProcedure):
	case fresh.IsPosted():
		title := s.Text.Say("announcement.post_again")
		open = []stepForm{{path: StepPost, Title: title, Plain: true, Fold: path != StepPost}}
	default:
		place := s.Text.Say("announcement.place_usual")
		fresh.Posting = review.Posting{On: s.App.Today(), Place: place, By: by.Shown()}
		open = []stepForm{{path: StepPost, Plain: m.MayApply}} // one main action at a time
	}
	if m.MayEdit && !m.Decision.IsPosted() {
		hint := s.Text.Say("announcement.exempt_hint")
		open = append(open, stepForm{path: StepExempt, Hint: hint, Plain: true, Fold: path != StepExempt})
	}
	return open, fresh
}

// AnnouncementScan gives the signed scan of a decision away, as a file and never as a page.
func (s *Room) AnnouncementScan(c *gin.Context) error {
	x, err := s.announcementAt(c)
	if err != nil {
		return err
	}
	f, err := s.App.AnnouncementScan(c.Request.Context(), s.Person(c), x.ID)
	if err != nil {
		return err
	}
	return s.GiveScan(c, f, "quyet-dinh-cong-bo-"+page.ID(x.ID))
}

// announcementShow is a decision with what it does and what is still to be done. Template: register/announcement_show.
type announcementShow struct {
	page.Frame
	Decision          app.Announcement
	State             postingState
	Left              int // working days up to the last day to post; 0: it is today
	Both              page.BothVersions
	Summary           field.Summary
	Effects           []announcementEffect
	Holes             value.Problems // why it cannot be let into the catalogue
	MayEdit, MayApply bool
	Steps             []stepForm
	History           []app.Revision[review.Announcement]
}

// announcementEffect is one procedure that the decision touches.
type announcementEffect struct {
	review.Effect
	Name, What  string
	Later, Ends bool // the decision is not in force yet; the procedure ends with it
	MayEdit     bool // its text is amended by hand
}
