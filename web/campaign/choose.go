package campaign

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// The step of an address that asks before a list is frozen.
const (
	stepField   = "buoc"
	stepConfirm = "xac-nhan"
)

// ChooseList shows what may enter the list of a campaign, narrowed and chosen as the address says, nothing at first; or
// asks before what was chosen is frozen.
func (s *Room) ChooseList(c *gin.Context) error {
	asked := c.Request.URL.Query()
	switch {
	case asked.Get(stepField) != stepConfirm:
		return s.showChoice(c, page.Shown(asked))
	case len(asked["code"]) == 0:
		none := value.Problems{{Field: "procedures", Code: "procedures.missing"}}
		return s.showChoice(c, page.Typed{Status: http.StatusUnprocessableEntity, Values: asked, Problems: none})
	}
	return s.askFreeze(c, page.Shown(asked))
}

// FreezeList freezes the list that was chosen and confirmed.
func (s *Room) FreezeList(c *gin.Context, in url.Values) (page.Act, error) {
	b, err := s.boardOf(c)
	if err != nil {
		return page.Act{}, err
	}
	return page.Act{
		Do: func() (page.Done, error) {
			codes := codesIn(in, "code")
			err := s.App.StartCampaign(c.Request.Context(), s.Person(c), string(b.Plan.ID), b.Campaign.ID, codes)
			to := page.CampaignHref(b.Plan.ID, b.Campaign.ID)
			return page.Done{To: to, Say: "campaign.now_frozen", Args: []any{len(codes)}}, err
		},
		Again: func(t page.Typed) error { return s.askFreeze(c, t) },
	}, nil
}

// codesIn are the procedures that a field names.
func codesIn(in url.Values, name string) []catalog.Code {
	var out []catalog.Code
	for _, code := range in[name] {
		out = append(out, catalog.Code(code))
	}
	return out
}

// candidates is a campaign whose list is still to be frozen and what may enter it; open is false where it was answered
// already, with the board of a list that stands.
func (s *Room) candidates(c *gin.Context) (b app.Board, may, mayNot []app.Choice, open bool, err error) {
	if b, err = s.boardOf(c); err != nil {
		return b, nil, nil, false, err
	}
	if !b.Started.IsZero() {
		c.Redirect(http.StatusSeeOther, page.CampaignHref(b.Plan.ID, b.Campaign.ID))
		return b, nil, nil, false, nil
	}
	if err := b.Plan.TakesWork(); err != nil {
		return b, nil, nil, false, err
	}
	may, mayNot, err = s.App.Candidates(c.Request.Context(), b.Campaign.Takes())
	return b, may, mayNot, true, err
}

// showChoice shows the choice.
func (s *Room) showChoice(c *gin.Context, t page.Typed) error {
	b, may, mayNot, open, err := s.candidates(c)
	if err != nil || !open {
		return err
	}
	m := campaignChoose{
		Frame:   s.Frame(c, s.Text.Say("campaign.freeze")),
		Of:      b,
		May:     len(may),
		MayNot:  len(mayNot),
		Summary: field.NewSheet(s.Text, nil, t.Problems).Summary(),
		Refused: s.refusals(mayNot),
	}
	chosen := map[catalog.Code]bool{}
	for _, code := range codesIn(t.Values, "code") {
		chosen[code.Key()] = true
	}
	address := &url.URL{Path: c.Request.URL.Path, RawQuery: t.Values.Encode()}
	list, shown := s.choiceList().Lay(s.Text, address, may)
	if t.Values.Get("loc") == "bo" {
		list, shown = s.choiceList().Lay(s.Text, &url.URL{Path: address.Path}, may)
	}
	m.List = list
	for _, x := range shown {
		switch t.Values.Get("chon") {
		case "hien":
			chosen[x.Code.Key()] = true
		case "bo":
			delete(chosen, x.Code.Key())
		}
	}
	m.Groups = s.choiceGroups(shown, chosen)
	picked := slices.DeleteFunc(slices.Clone(may), func(x app.Choice) bool { return !chosen[x.Code.Key()] })
	m.Sum = sumOf(picked)
	for _, x := range picked {
		if !slices.ContainsFunc(shown, func(y app.Choice) bool { return y.Code == x.Code }) {
			m.Carried = append(m.Carried, x.Code)
		}
	}
	return s.Show(c, t.Status, "campaign/choose", m)
}

// choiceList is what may enter a list: searched and narrowed, in the order of its fields.
func (s *Room) choiceList() page.List[app.Choice] {
	return page.List[app.Choice]{
		Of:      "choose.shown",
		Sought:  func(x app.Choice) string { return string(x.Code) + " " + x.Name },
		PerPage: page.OnePage,
		Filters: []page.Filter[app.Choice]{
			{ID: "thuoc", Title: "choose.filter.ours", Of: func(x app.Choice) []field.Option {
				return page.One(string(x.Ours), s.Text.Name("ours", string(x.Ours)))
			}},
			{ID: "linh-vuc", Title: "facet.field", Of: func(x app.Choice) []field.Option {
				return page.One(x.Field, x.Field)
			}},
			{ID: "cap", Title: "facet.level", Of: func(x app.Choice) (out []field.Option) {
				for _, l := range x.Levels {
					out = append(out, field.Option{Value: string(l), Text: s.Text.Name("level", string(l))})
				}
				return out
			}},
			{ID: "co-noi-dung", Title: "choose.filter.content", Of: func(x app.Choice) []field.Option {
				if x.Empty {
					return page.One("khong", s.Text.Say("choose.content.no"))
				}
				return page.One("co", s.Text.Say("choose.content.yes"))
			}},
		},
	}
}

// choiceGroups are procedures by field, those chosen ticked.
func (s *Room) choiceGroups(list []app.Choice, chosen map[catalog.Code]bool) (out []choiceGroup) {
	for _, x := range list {
		title := cmp.Or(x.Field, s.Text.Say("choose.no_field"))
		if k := len(out); k == 0 || out[k-1].Title != title {
			out = append(out, choiceGroup{Title: title})
		}
		g := &out[len(out)-1]
		g.Choices = append(g.Choices, choiceLine{x, chosen[x.Code.Key()]})
	}
	return out
}

// choiceSum is how many procedures are chosen, what complying with those that are priced costs in a year, and how many
// are not.
type choiceSum struct {
	Chosen, Unpriced int
	Cost             value.Opt[value.Money] // unknown where nothing is priced, or the sum is beyond all amounts
}

func sumOf(list []app.Choice) choiceSum {
	out := choiceSum{Chosen: len(list)}
	sum, err := value.Money(0), error(nil)
	for _, x := range list {
		cost, known := x.Cost.Get()
		if !known {
			out.Unpriced++
			continue
		}
		if sum, err = value.AddMoney(sum, cost); err != nil {
			return choiceSum{Chosen: len(list), Unpriced: len(list)}
		}
	}
	if out.Unpriced < out.Chosen {
		out.Cost = value.Known(sum)
	}
	return out
}

// askFreeze says what freezing what was chosen fixes, and asks once more.
func (s *Room) askFreeze(c *gin.Context, t page.Typed) error {
	b, may, _, open, err := s.candidates(c)
	if err != nil || !open {
		return err
	}
	codes := codesIn(t.Values, "code")
	picked := slices.DeleteFunc(may, func(x app.Choice) bool {
		return !slices.ContainsFunc(codes, func(code catalog.Code) bool { return code.Key() == x.Code.Key() })
	})
	m := campaignFreeze{
		Frame:   s.Frame(c, s.Text.Say("choose.confirm_title")),
		Of:      b,
		Summary: field.NewSheet(s.Text, nil, t.Problems).Summary(),
		Sum:     sumOf(picked),
		Groups:  s.choiceGroups(picked, nil),
	}
	if m.Doubts, err = s.listDoubts(c, picked); err != nil {
		return err
	}
	for _, target := range b.Plan.Targets {
		if target.Campaign == b.Campaign.ID && target.Metric != review.Issued {
			m.Bases = append(m.Bases, s.targetBase(target, b.Plan.Threshold(target), m.Sum))
		}
	}
	if t.Values.Has(stepField) {
		t.Values.Del(stepField)
	}
	m.Back = page.CampaignHref(b.Plan.ID, b.Campaign.ID) + "/danh-muc?" + t.Values.Encode()
	return s.Show(c, t.Status, "campaign/freeze", m)
}

// targetBase says what a target is measured by once a list of so many procedures is frozen.
func (s *Room) targetBase(t review.Target, at value.Decimal, sum choiceSum) string {
	name := s.Text.Name("metric", string(t.Metric))
	if t.Metric == review.Cost {
		if cost, known := sum.Cost.Get(); known {
			return s.Text.Say("freeze.base_cost", name, viet.Decimal(at), viet.Money(cost), sum.Unpriced)
		}
		return s.Text.Say("freeze.base_unpriced", name, viet.Decimal(at), sum.Chosen)
	}
	if t.Metric == review.Time {
		return s.Text.Say("freeze.base_time", name, viet.Decimal(at))
	}
	need := value.Ratio{Whole: int64(sum.Chosen)}.Missing(at)
	return s.Text.Say("freeze.base", name, viet.Decimal(at), viet.Number(need), viet.Number(int64(sum.Chosen)))
}

// listDoubts are the chosen procedures that should be looked at before the list is frozen, by what is doubtful in them.
func (s *Room) listDoubts(c *gin.Context, picked []app.Choice) (out []listDoubt, err error) {
	codes := make([]catalog.Code, len(picked))
	for i, x := range picked {
		codes[i] = x.Code
	}
	found, err := s.App.CheckList(c.Request.Context(), codes)
	if err != nil {
		return nil, err
	}
	if n := len(found.Empty); n > 0 {
		empty := listDoubt{Title: s.Text.Say("freeze.empty", n)}
		for _, p := range found.Empty {
			empty.Rows = append(empty.Rows, []app.Listed{p})
		}
		out = append(out, empty)
	}
	if n := len(found.Near); n > 0 {
		near := listDoubt{Title: s.Text.Say("freeze.near", n)}
		for _, p := range found.Near {
			near.Rows = append(near.Rows, []app.Listed{p.First, p.Second})
		}
		out = append(out, near)
	}
	return out, nil
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

// campaignChoose is the choice of the procedures for the list. Template: campaign/choose.
type campaignChoose struct {
	page.Frame
	Of          app.Board
	May, MayNot int
	List        page.Listing
	Summary     field.Summary
	Sum         choiceSum
	Groups      []choiceGroup
	Carried     []catalog.Code // chosen and not shown
	Refused     []refusedGroup
}

// campaignFreeze asks before a list is frozen. Template: campaign/freeze.
type campaignFreeze struct {
	page.Frame
	Of      app.Board
	Summary field.Summary
	Sum     choiceSum
	Bases   []string // what each target is measured by then
	Doubts  []listDoubt
	Groups  []choiceGroup
	Back    string // the choice as it was made
}

// listDoubt is something that should be looked at, and the procedures in which it is.
type listDoubt struct {
	Title string
	Rows  [][]app.Listed // one procedure, or two that may be one
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
