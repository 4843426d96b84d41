package web

import (
	"errors"
	"net/http"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// chooseList shows what may enter the list of a campaign, all of it chosen at first, and what may not and why.
func (s *Server) chooseList(c *gin.Context) error {
	return s.showChoice(c, http.StatusOK, nil, false, nil)
}

// freezeList asks before a list is frozen, and freezes it once that was confirmed.
func (s *Server) freezeList(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	codes := chosen(in)
	switch {
	case in.Get("step") == "back":
		return s.showChoice(c, http.StatusOK, codes, false, nil)
	case len(codes) == 0:
		return s.showChoice(c, http.StatusUnprocessableEntity, []catalog.Code{}, false, value.Problems{{Field: "procedures", Code: "procedures.missing"}})
	case in.Get("step") != "freeze":
		return s.showChoice(c, http.StatusOK, codes, true, nil)
	}
	plan, id := c.Param("plan"), review.CampaignID(c.Param("campaign"))
	err = s.app.StartCampaign(c.Request.Context(), s.person(c), plan, id, codes)
	var problems value.Problems
	if errors.As(err, &problems) {
		return s.showChoice(c, http.StatusUnprocessableEntity, codes, false, problems)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, campaignHref(review.PlanID(plan), id)+"?da=chot")
	return nil
}

// showChoice shows the choice; codes nil chooses all. With confirm it is shown as a question.
func (s *Server) showChoice(c *gin.Context, status int, codes []catalog.Code, confirm bool, problems value.Problems) error {
	b, err := s.boardOf(c)
	if err != nil {
		return err
	}
	href := campaignHref(b.Plan.ID, b.Campaign.ID)
	if !b.Started.IsZero() {
		c.Redirect(http.StatusSeeOther, href)
		return nil
	}
	may, mayNot, err := s.app.Candidates(c.Request.Context(), b.Campaign.ID)
	if err != nil {
		return err
	}
	m := campaignChoose{frame: s.frame(c, s.text.Say("campaign.freeze")), Name: b.Campaign.Name, Back: href, Action: href + "/danh-muc", Cancel: href + "/danh-muc",
		State: s.text.Say("choose.state", len(may), len(mayNot)), Refused: s.refusals(mayNot)}
	m.Summary = field.NewSheet(s.text, nil, problems).Summary()
	if len(may) == 0 {
		m.None = emptyState{Text: s.text.Say("choose.none")}
		return s.show(c, status, "campaign/choose", m)
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
			title = s.text.Say("choose.no_field")
		}
		if k := len(m.Groups); k == 0 || m.Groups[k-1].Title != title {
			m.Groups = append(m.Groups, choiceGroup{Title: title})
		}
		g := &m.Groups[len(m.Groups)-1]
		g.Choices = append(g.Choices, line)
		g.Count = s.text.Say("page.home.total", len(g.Choices))
	}
	m.Count = s.text.Say("page.home.total", viet.Number(int64(n)))
	if confirm {
		m.Confirm = s.text.Say("choose.confirm", viet.Number(int64(n)))
	}
	return s.show(c, status, "campaign/choose", m)
}

// shownRefused is how many procedures are named below each reason.
const shownRefused = 60

// refusals groups what may not enter by its reason, in the order of how often it occurs.
func (s *Server) refusals(list []app.Choice) []refusedGroup {
	at := map[string]int{}
	var out []refusedGroup
	var counts []int
	for _, x := range list {
		i, there := at[x.Reason]
		if !there {
			i = len(out)
			at[x.Reason] = i
			g := refusedGroup{Reason: viet.Capital(s.text.Say(x.Reason))}
			switch x.Reason {
			case "procedure.not_sorted":
				g.Next = link{s.text.Say("choose.sort"), "/danh-muc/phan-loai"}
			case "procedure.not_in_force":
				g.Next = link{s.text.Say("choose.announce"), "/danh-muc"}
			}
			out, counts = append(out, g), append(counts, 0)
		}
		counts[i]++
		if len(out[i].Names) < shownRefused {
			out[i].Names = append(out[i].Names, choiceLine{Code: string(x.Code), Name: x.Name})
		}
	}
	for i, n := range counts {
		out[i].Count = s.text.Say("page.home.total", viet.Number(int64(n)))
		if more := n - len(out[i].Names); more > 0 {
			out[i].More = s.text.Say("choose.more", viet.Number(int64(more)))
		}
	}
	viet.SortBy(out, func(g refusedGroup) string { return g.Reason })
	return out
}
