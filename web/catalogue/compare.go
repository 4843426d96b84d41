package catalogue

import (
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/page"
)

// Versions shows the versions of a procedure.
func (s *Room) Versions(c *gin.Context) error {
	r := s.Reader(c)
	list, err := s.App.ProcedureVersions(c.Request.Context(), r, catalog.Code(c.Param("code")))
	if err != nil {
		return err
	}
	p := list[0].Procedure
	href := page.ProcedureHref(p.Code)
	m := procedureVersions{
		Frame:     s.Frame(c, p.Name),
		Code:      string(p.Code),
		Name:      p.Name,
		Back:      href,
		CompareTo: href + "/so-sanh",
	}
	for i, v := range list {
		line := versionLine{
			Number:  strconv.Itoa(v.Number),
			When:    viet.ShortDate(value.On(v.At)),
			Source:  s.source(v.Source),
			Href:    href + "/so-sanh?from=" + strconv.Itoa(max(v.Number-1, 1)) + "&to=" + strconv.Itoa(v.Number),
			Current: i == 0,
			To:      i == 0,
			From:    i == 1,
		}
		if r.Official {
			line.Who, line.Reason = v.Author, v.Reason
		}
		if i+1 < len(list) {
			line.Changes = page.Joined(", ", s.Remarks(catalog.Describe(list[i+1].Procedure, v.Procedure))...)
		}
		m.Versions = append(m.Versions, line)
	}
	return s.Show(c, http.StatusOK, "catalogue/versions", m)
}

// Compare shows two versions of a procedure side by side.
func (s *Room) Compare(c *gin.Context) error {
	from, to, err := page.VersionPair(c)
	if err != nil {
		return err
	}
	a, b, diff, err := s.App.Compare(c.Request.Context(), s.Reader(c), catalog.Code(c.Param("code")), from, to)
	if err != nil {
		return err
	}
	m := procedureCompare{Frame: s.Frame(c, b.Procedure.Name), Code: string(b.Procedure.Code), Name: b.Procedure.Name,
		Back: page.ProcedureHref(
			b.Procedure.Code,
		) + "/phien-ban", From: s.versionName(a), To: s.versionName(b), InWords: s.Remarks(catalog.Describe(a.Procedure,
			b.Procedure))}
	for _, part := range diff.Parts {
		if !part.Changed {
			m.Same = append(m.Same, s.partHeading(part.Part))
			continue
		}
		m.Parts = append(m.Parts, s.compared(part))
	}
	return s.Show(c, http.StatusOK, "catalogue/compare", m)
}

func (s *Room) versionName(v app.Version) string {
	return s.Text.Say("procedure.version_of", v.Number, viet.ShortDate(value.On(v.At)))
}

// partHeading is the name of a part or another field of a procedure.
func (s *Room) partHeading(part catalog.Part) string {
	if part == "none" {
		return s.Text.Say("part.absent")
	}
	return s.Text.Name("part", string(part))
}

// enumOf are the enumerations whose values stand in a part; people read their names.
var enumOf = map[catalog.Part]string{
	"kind":   "kind",
	"group":  "group",
	"status": "status",
	"ours":   "ours",
	"levels": "level",
	"none":   "part",
}

// compared is a part that changed, on two sides and in one line of text.
func (s *Room) compared(part catalog.PartDiff) page.ComparedPart {
	if enum, is := enumOf[part.Part]; is {
		items := make([]catalog.ItemDiff, len(part.Items))
		name := func(value string) string {
			if value == "" {
				return ""
			}
			return s.Text.Name(enum, value)
		}
		for i, item := range part.Items {
			item.Old, item.New = name(item.Old), name(item.New)
			if item.Op == catalog.OpReplace {
				item.Words = []catalog.Segment{
					{Op: catalog.OpDelete, Text: item.Old},
					{Op: catalog.OpInsert, Text: item.New},
				}
			}
			items[i] = item
		}
		part.Items = items
	}
	return page.Compared(part, s.partHeading(part.Part))
}

// procedureVersions lists the versions of a procedure, newest first. Template: catalogue/versions.
type procedureVersions struct {
	page.Frame
	Code, Name string
	Back       string
	CompareTo  string // address that the form of two versions is sent to
	Versions   []versionLine
}

type versionLine struct {
	Number   string // "4"
	When     string
	Who      string // empty for the public
	Reason   string // empty for the public
	Source   string
	Changes  string // "bỏ 02 giấy tờ, rút ngắn 05 → 03 ngày làm việc"
	Href     string
	Current  bool
	From, To bool // chosen in the form at first: the newest and the one before
}

// procedureCompare is two versions side by side. Template: catalogue/compare.
type procedureCompare struct {
	page.Frame
	Code, Name string
	Back       string
	From, To   string // "Bản 3, ngày 01/3/2024"
	InWords    []string
	Parts      []page.ComparedPart
	Same       []string // titles of the parts that did not change, folded
}
