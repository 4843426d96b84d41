package campaign

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// ChooseList shows what may enter the list of a campaign, all of it chosen at first, and what may not and why.
func (s *Room) ChooseList(c *gin.Context) error {
	return s.showChoice(c, page.Shown(nil), nil, false)
}

// FreezeList asks before a list is frozen, and freezes it once that was confirmed.
func (s *Room) FreezeList(c *gin.Context, in url.Values) (page.Act, error) {
	b, err := s.boardOf(c)
	if err != nil {
		return page.Act{}, err
	}
	codes := []catalog.Code{} // not nil, which would choose all
	for _, code := range in["code"] {
		codes = append(codes, catalog.Code(code))
	}
	show := func(confirm bool) (page.Done, error) {
		return page.Done{Show: func() error { return s.showChoice(c, page.Shown(in), codes, confirm) }}, nil
	}
	return page.Act{
		Do: func() (page.Done, error) {
			switch step := in.Get("step"); {
			case step == "back":
				return show(false)
			case len(codes) == 0:
				return page.Done{}, value.Problems{{Field: "procedures", Code: "procedures.missing"}}
			case step != "freeze":
				return show(true)
			}
			err := s.App.StartCampaign(c.Request.Context(), s.Person(c), c.Param("plan"), b.Campaign.ID, codes)
			to := page.CampaignHref(b.Plan.ID, b.Campaign.ID)
			return page.Done{To: to, Say: "campaign.now_frozen", Args: []any{len(codes)}}, err
		},
		Again: func(t page.Typed) error { return s.showChoice(c, t, codes, false) },
	}, nil
}

// showChoice shows the choice; codes nil chooses all. With confirm it is shown as a question.
func (s *Room) showChoice(c *gin.Context, t page.Typed, codes []catalog.Code, confirm bool) error {
	b, err := s.boardOf(c)
	if err != nil {
		return err
	}
	href := page.CampaignHref(b.Plan.ID, b.Campaign.ID)
	if !b.Started.IsZero() {
		c.Redirect(http.StatusSeeOther, href)
		return nil
	}
	if err := b.Plan.TakesWork(); err != nil {
		return err
	}
	may, mayNot, err := s.App.Candidates(c.Request.Context(), b.Campaign.ID)
	if err != nil {
		return err
	}
	m := campaignChoose{
		Frame:   s.Frame(c, s.Text.Say("campaign.freeze")),
		Name:    b.Campaign.Name,
		Back:    href,
		Confirm: confirm,
		May:     len(may),
		MayNot:  len(mayNot),
		Summary: field.NewSheet(s.Text, nil, t.Problems).Summary(),
		Refused: s.refusals(mayNot),
		None:    page.EmptyState{Text: s.Text.Say("choose.none")},
	}
	sent := map[catalog.Code]bool{}
	for _, code := range codes {
		sent[code.Key()] = true
	}
	for _, x := range may {
		chosen := codes == nil || sent[x.Code.Key()]
		if chosen {
			m.Chosen++
		} else if confirm {
			continue
		}
		title := cmp.Or(x.Field, s.Text.Say("choose.no_field"))
		if k := len(m.Groups); k == 0 || m.Groups[k-1].Title != title {
			m.Groups = append(m.Groups, choiceGroup{Title: title})
		}
		g := &m.Groups[len(m.Groups)-1]
		g.Choices = append(g.Choices, choiceLine{x, chosen})
	}
	return s.Show(c, t.Status, "campaign/choose", m)
}

// shownRefused is how many procedures are named below each reason.
const shownRefused = 60

// refusals groups what may not enter by its reason.
func (s *Room) refusals(list []app.Choice) (out []refusedGroup) {
	for _, x := range list {
		i := slices.IndexFunc(out, func(g refusedGroup) bool { return g.Code == x.Reason })
		if i < 0 {
			i = len(out)
			out = append(out, refusedGroup{Code: x.Reason, Reason: viet.Capital(s.Text.Say(x.Reason))})
		}
		g := &out[i]
		if g.Count++; len(g.Named) < shownRefused {
			g.Named = append(g.Named, x)
		} else {
			g.More++
		}
	}
	viet.SortBy(out, func(g refusedGroup) string { return g.Reason })
	return out
}

// campaignChoose is the choice of the procedures for the list, and the page that asks before it is frozen.
// Template: campaign/choose.
type campaignChoose struct {
	page.Frame
	Name        string
	Back        string
	Confirm     bool // the question; the choice stands below it
	May, MayNot int
	Chosen      int
	Summary     field.Summary
	Groups      []choiceGroup
	Refused     []refusedGroup
	None        page.EmptyState // shown where nothing may enter
}

// choiceGroup is a field with its procedures.
type choiceGroup struct {
	Title   string
	Choices []choiceLine
}

type choiceLine struct {
	app.Choice
	Chosen bool
}

// refusedGroup is the procedures that may not enter for one reason.
type refusedGroup struct {
	Code, Reason string
	Count, More  int // all of them, and those that are not named
	Named        []app.Choice
}
