package campaign

import (
	"net/http"
	"net/url"

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
	codes, step := chosen(in), in.Get("step")
	show := func(confirm bool) (page.Done, error) {
		return page.Done{Show: func() error { return s.showChoice(c, page.Shown(in), codes, confirm) }}, nil
	}
	return page.Act{
		Do: func() (page.Done, error) {
			switch {
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
	may, mayNot, err := s.App.Candidates(c.Request.Context(), b.Campaign.ID)
	if err != nil {
		return err
	}
	m := campaignChoose{
		Frame:   s.Frame(c, s.Text.Say("campaign.freeze")),
		Name:    b.Campaign.Name,
		State:   s.Text.Say("choose.state", len(may), len(mayNot)),
		Back:    href,
		Action:  href + "/danh-muc",
		Summary: field.NewSheet(s.Text, nil, t.Problems).Summary(),
		Refused: s.refusals(mayNot),
	}
	if len(may) == 0 {
		m.None = page.EmptyState{Text: s.Text.Say("choose.none")}
		return s.Show(c, t.Status, "campaign/choose", m)
	}
	in := map[catalog.Code]bool{}
	for _, code := range codes {
		in[code.Key()] = true
	}
	n := 0
	for _, x := range may {
		line := choiceLine{Code: string(x.Code), Name: x.Name, Chosen: codes == nil || in[x.Code.Key()]}
		if line.Chosen {
			n++
		} else if confirm {
			continue
		}
		title := x.Field
		if title == "" {
			title = s.Text.Say("choose.no_field")
		}
		if k := len(m.Groups); k == 0 || m.Groups[k-1].Title != title {
			m.Groups = append(m.Groups, choiceGroup{Title: title})
		}
		g := &m.Groups[len(m.Groups)-1]
		g.Choices = append(g.Choices, line)
		g.Count = s.Text.Say("page.home.total", len(g.Choices))
	}
	m.Count = s.Text.Say("page.home.total", viet.Number(int64(n)))
	if confirm {
		m.Confirm = s.Text.Say("choose.confirm", viet.Number(int64(n)))
	}
	return s.Show(c, t.Status, "campaign/choose", m)
}

// shownRefused is how many procedures are named below each reason.
const shownRefused = 60

// refusals groups what may not enter by its reason, in the order of how often it occurs.
func (s *Room) refusals(list []app.Choice) []refusedGroup {
	at := map[string]int{}
	var out []refusedGroup
	var counts []int
	for _, x := range list {
		i, there := at[x.Reason]
		if !there {
			i = len(out)
			at[x.Reason] = i
			g := refusedGroup{Reason: viet.Capital(s.Text.Say(x.Reason))}
			switch x.Reason {
			case "procedure.not_sorted":
				g.Next = page.Link{Text: s.Text.Say("choose.sort"), Href: "/danh-muc/phan-loai"}
			case "procedure.not_in_force":
				g.Next = page.Link{Text: s.Text.Say("choose.announce"), Href: "/danh-muc"}
			}
			out, counts = append(out, g), append(counts, 0)
		}
		counts[i]++
		if len(out[i].Names) < shownRefused {
			out[i].Names = append(out[i].Names, choiceLine{Code: string(x.Code), Name: x.Name})
		}
	}
	for i, n := range counts {
		out[i].Count = s.Text.Say("page.home.total", viet.Number(int64(n)))
		if more := n - len(out[i].Names); more > 0 {
			out[i].More = s.Text.Say("choose.more", viet.Number(int64(more)))
		}
	}
	viet.SortBy(out, func(g refusedGroup) string { return g.Reason })
	return out
}

// campaignChoose is the choice of the procedures for the list, and the page that asks before it is frozen.
// Template: campaign/choose.
type campaignChoose struct {
	page.Frame
	Name    string
	State   string
	Back    string
	Action  string
	Summary field.Summary
	Groups  []choiceGroup
	Refused []refusedGroup
	None    page.EmptyState // nothing may enter
	Confirm string          // "Chốt 12 thủ tục …": the question; the choice stands below it
	Count   string          // "12 thủ tục"
}

// choiceGroup is a field with its procedures.
type choiceGroup struct {
	Title   string
	Count   string
	Choices []choiceLine
}

type choiceLine struct {
	Code, Name string
	Chosen     bool
}

// refusedGroup is the procedures that may not enter for one reason.
type refusedGroup struct {
	Reason string
	Count  string
	Names  []choiceLine
	More   string    // "và 2.100 thủ tục khác"; may be empty
	Next   page.Link // where that is put right
}
