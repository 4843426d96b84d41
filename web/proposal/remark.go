package proposal

import (
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// talk is what was asked about a proposal, answered and settled, and the form of a new question. Part: talk.
type talk struct {
	Post    string // address of its forms; empty: who reads may not write
	Place   field.Cell
	Text    field.Cell
	Remarks []remarkShow
}

// remarkShow is one remark, with the names of who spoke.
type remarkShow struct {
	app.Remark
	Where                    string
	Asker, Answerer, Settler string
	Post                     string
	AnswerField              field.Cell
}

// placeName says a place of a proposal: "Nội dung 2".
func (s *Room) placeName(place string) string {
	if n, named := review.MeasureAt(place); named {
		return s.Text.Say("place.measures", n+1)
	}
	return s.Text.Name("remark.place", place)
}

func (s *Room) placeOptions(p review.Proposal) []field.Option {
	var out []field.Option
	for _, place := range p.PlacesOf() {
		out = append(out, field.Option{Value: place, Text: viet.Capital(s.placeName(place))})
	}
	return out
}

// talk lays out what was said about a proposal; its forms stand on the sheet of the page.
func (s *Room) talk(c *gin.Context, f *field.Sheet, p review.Proposal) (talk, error) {
	all, err := s.App.Remarks(c.Request.Context(), s.Person(c), p)
	if err != nil {
		return talk{}, err
	}
	by, who := s.Person(c), s.Names(c)
	m := talk{}
	if by.May(account.EditReview) || by.May(account.CheckProposal) || by.May(account.ApproveProposal) {
		m.Post = page.ProposalHref(p.ID) + "/trao-doi"
		m.Place = f.Cell("ask.place", s.Text.Say("remark.where"), field.Choose(s.placeOptions(p)...), field.Medium)
		m.Text = f.Cell("ask.text", s.Text.Say("remark.text"), field.Tall(2), field.Kind("textarea"))
	}
	for _, r := range all {
		x := remarkShow{
			Remark:   r,
			Where:    viet.Capital(s.placeName(r.Place)),
			Asker:    who(r.Asked.By),
			Answerer: who(r.Answered.By),
			Settler:  who(r.Settled.By),
			Post:     m.Post,
		}
		if r.MayAnswer {
			id := "answer." + page.ID(r.ID)
			x.AnswerField = f.Cell(id, s.Text.Say("remark.answer"), field.Tall(2), field.Kind("textarea"))
		}
		m.Remarks = append(m.Remarks, x)
	}
	return m, nil
}

// Talk asks about a place of a proposal, answers or settles.
func (s *Room) Talk(c *gin.Context, in url.Values) (page.Act, error) {
	id, err := numberIn[review.ProposalID](c)
	again := func(t page.Typed) error { return s.showProposal(c, t) }
	return page.Act{Again: again, Do: func() (page.Done, error) {
		ctx, by := c.Request.Context(), s.Person(c)
		n, _ := strconv.ParseInt(in.Get("remark"), 10, 64) // none has the number 0
		remark, do, names := review.RemarkID(n), in.Get("do"), map[string]string{}
		var err error
		switch do {
		case "ask":
			err = s.App.Ask(ctx, by, id, in.Get("ask.place"), in.Get("ask.text"))
			names = map[string]string{"place": "ask.place", "text": "ask.text"}
		case "answer":
			err = s.App.AnswerRemark(ctx, by, remark, page.Version(in), in.Get("answer."+page.ID(remark)))
			names["answer"] = "answer." + page.ID(remark)
		case "settle":
			err = s.App.SettleRemark(ctx, by, remark, page.Version(in))
		default:
			err = value.Problems{{Field: "action", Code: "action.unknown", Args: []any{do}}}
		}
		done := page.Done{To: page.ProposalHref(id) + "#trao-doi", Say: "remark.said." + do}
		return done, page.Renamed(err, names)
	}}, err
}

// remarksAt are the open remarks about a place of a proposal and what belongs to it, for who writes it.
func remarksAt(all []remarkShow, isAt func(place string) bool) []remarkShow {
	var out []remarkShow
	for _, r := range all {
		if r.IsOpen() && isAt(r.Place) {
			out = append(out, r)
		}
	}
	return out
}
