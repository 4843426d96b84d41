package catalogue

import (
	"net/http"

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
	m := procedureVersions{Frame: s.Frame(c, list[0].Procedure.Name), Procedure: list[0].Procedure}
	for i, v := range list {
		line := versionLine{
			Version: v,
			Before:  max(v.Number-1, 1),
			Source:  s.source(v.Source),
			To:      i == 0,
			From:    i == 1,
		}
		if !r.Official {
			line.Author, line.Reason = "", ""
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
	m := procedureCompare{
		Frame:     s.Frame(c, b.Procedure.Name),
		Procedure: b.Procedure,
		From:      s.versionName(a),
		To:        s.versionName(b),
		InWords:   s.Remarks(catalog.Describe(a.Procedure, b.Procedure)),
		Parts:     s.changedParts(diff),
	}
	for _, part := range diff.Parts {
		if !part.Changed {
			m.Same = append(m.Same, s.partHeading(part.Part))
		}
	}
	return s.Show(c, http.StatusOK, "catalogue/compare", m)
}

func (s *Room) versionName(v app.Version) string {
	return s.Text.Say("procedure.version_of", v.Number, viet.ShortDate(value.On(v.At)))
}

// changedParts are the parts in which two versions differ, side by side.
func (s *Room) changedParts(diff catalog.Comparison) (out []page.ComparedPart) {
	for _, part := range diff.Parts {
		if part.Changed {
			s.nameValues(&part)
			out = append(out, page.Compared(part, s.partHeading(part.Part)))
		}
	}
	return out
}

// partHeading is the name of a part or another field of a procedure.
func (s *Room) partHeading(part catalog.Part) string {
	if part == "none" {
		return s.Text.Say("part.absent")
	}
	return s.Text.Name("part", string(part))
}

// nameValues puts names for the values of an enumeration that stand in a part.
func (s *Room) nameValues(part *catalog.PartDiff) {
	enum := string(part.Part)
	switch enum {
	case "kind", "group", "status", "ours":
	case "levels":
		enum = "level"
	case "none":
		enum = "part"
	default:
		return
	}
	name := func(value string) string {
		if value == "" {
			return ""
		}
		return s.Text.Name(enum, value)
	}
	for i := range part.Items {
		item := &part.Items[i]
		item.Old, item.New = name(item.Old), name(item.New)
		if item.Op == catalog.OpReplace {
			item.Words = []catalog.Segment{
				{Op: catalog.OpDelete, Text: item.Old},
				{Op: catalog.OpInsert, Text: item.New},
			}
		}
	}
}

// procedureVersions lists the versions of a procedure, newest first. Template: catalogue/versions.
type procedureVersions struct {
	page.Frame
	Procedure catalog.Procedure
	Versions  []versionLine
}

// versionLine is a version; its author and reason are empty for the public.
type versionLine struct {
	app.Version
	Before   int // the version that it is compared with
	Source   string
	Changes  string // "bỏ 02 giấy tờ, rút ngắn 05 → 03 ngày làm việc"
	From, To bool   // chosen in the form at first: the newest and the one before
}

// procedureCompare is two versions side by side. Template: catalogue/compare.
type procedureCompare struct {
	page.Frame
	Procedure catalog.Procedure
	From, To  string // "Bản 3, ngày 01/3/2024"
	InWords   []string
	Parts     []page.ComparedPart
	Same      []string // titles of the parts that did not change, folded
}
