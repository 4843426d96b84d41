package web

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

func (s *Server) versions(c *gin.Context) error {
	r := s.reader(c)
	list, err := s.app.ProcedureVersions(c.Request.Context(), r, catalog.Code(c.Param("code")))
	if err != nil {
		return err
	}
	p := list[0].Procedure
	href := procedureHref(p.Code)
	m := procedureVersions{frame: s.frame(c, p.Name), Code: string(p.Code), Name: p.Name, Back: href, CompareTo: href + "/so-sanh"}
	for i, v := range list {
		line := versionLine{Number: strconv.Itoa(v.Number), When: viet.ShortDate(value.On(v.At)), Source: s.source(v.Source),
			Href: href + "/so-sanh?from=" + strconv.Itoa(max(v.Number-1, 1)) + "&to=" + strconv.Itoa(v.Number), Current: i == 0, To: i == 0, From: i == 1}
		if r.Official {
			line.Who, line.Reason = v.Author, v.Reason
		}
		if i+1 < len(list) {
			line.Changes = joined(", ", s.remarks(catalog.Describe(list[i+1].Procedure, v.Procedure))...)
		}
		m.Versions = append(m.Versions, line)
	}
	return s.show(c, http.StatusOK, "procedure/versions", m)
}

func (s *Server) remarks(list []catalog.Remark) []string {
	out := make([]string, len(list))
	for i, r := range list {
		out[i] = s.text.Say("change."+r.Code, s.remarkArgs(r)...)
	}
	return out
}

// remarkArgs puts names for the values of enumerations among a remark's arguments.
func (s *Server) remarkArgs(r catalog.Remark) []any {
	args := make([]any, len(r.Args))
	for i, a := range r.Args {
		args[i] = a
		switch v := a.(type) {
		case value.Money:
			args[i] = viet.Number(int64(v))
		case string:
			args[i] = s.remarkName(r.Code, i, v)
		}
	}
	return args
}

func (s *Server) remarkName(code string, i int, v string) string {
	switch {
	case strings.HasPrefix(code, "channel."):
		return s.text.Name("channel", v)
	case code == "status.changed":
		return s.text.Name("status", v)
	case code == "field.changed":
		return s.text.Name("part", v)
	case i == 2 && strings.HasPrefix(code, "limit."):
		return s.text.Name("unit", v)
	case i == 2 && strings.HasPrefix(code, "fee.") && v == "":
		return s.text.Say("money.unit")
	case strings.HasPrefix(code, "limit."):
		return viet.Comma(v)
	}
	return v
}

func (s *Server) compare(c *gin.Context) error {
	from, to, err := versionPair(c)
	if err != nil {
		return err
	}
	a, b, diff, err := s.app.Compare(c.Request.Context(), s.reader(c), catalog.Code(c.Param("code")), from, to)
	if err != nil {
		return err
	}
	m := procedureCompare{frame: s.frame(c, b.Procedure.Name), Code: string(b.Procedure.Code), Name: b.Procedure.Name,
		Back: procedureHref(b.Procedure.Code) + "/phien-ban", From: s.versionName(a), To: s.versionName(b), InWords: s.remarks(catalog.Describe(a.Procedure, b.Procedure))}
	for _, part := range diff.Parts {
		if !part.Changed {
			m.Same = append(m.Same, s.partHeading(part.Part))
			continue
		}
		m.Parts = append(m.Parts, s.compared(part))
	}
	return s.show(c, http.StatusOK, "procedure/compare", m)
}

func (s *Server) versionName(v app.Version) string {
	return s.text.Say("procedure.version_of", v.Number, viet.ShortDate(value.On(v.At)))
}

// partHeading is the name of a part or another field of a procedure.
func (s *Server) partHeading(part catalog.Part) string {
	if part == "none" {
		return s.text.Say("part.absent")
	}
	return s.text.Name("part", string(part))
}

// enumOf are the enumerations whose values stand in a part; people read their names.
var enumOf = map[catalog.Part]string{"kind": "kind", "group": "group", "status": "status", "ours": "ours", "levels": "level", "none": "part"}

// compared is a part that changed, on two sides and in one line of text.
func (s *Server) compared(part catalog.PartDiff) comparedPart {
	if enum, is := enumOf[part.Part]; is {
		items := make([]catalog.ItemDiff, len(part.Items))
		name := func(value string) string {
			if value == "" {
				return ""
			}
			return s.text.Name(enum, value)
		}
		for i, item := range part.Items {
			item.Old, item.New = name(item.Old), name(item.New)
			if item.Op == catalog.OpReplace {
				item.Words = []catalog.Segment{{Op: catalog.OpDelete, Text: item.Old}, {Op: catalog.OpInsert, Text: item.New}}
			}
			items[i] = item
		}
		part.Items = items
	}
	return compared(part, s.partHeading(part.Part))
}

// compared lays the items of a part out on the two sides and in one line of text.
func compared(part catalog.PartDiff, title string) comparedPart {
	out := comparedPart{ID: string(part.Part), Title: title}
	for _, item := range part.Items {
		words := item.Words
		switch item.Op {
		case catalog.OpInsert:
			words = []catalog.Segment{{Op: catalog.OpInsert, Text: item.New}}
		case catalog.OpDelete:
			words = []catalog.Segment{{Op: catalog.OpDelete, Text: item.Old}}
		case catalog.OpReplace:
		default:
			words = []catalog.Segment{{Op: catalog.OpEqual, Text: item.New}}
		}
		for _, w := range append(words, catalog.Segment{Op: catalog.OpEqual, Text: "\n"}) {
			switch w.Op {
			case catalog.OpInsert:
				out.After = append(out.After, diffSegment{Op: "ins", Text: w.Text})
				out.Inline = append(out.Inline, diffSegment{Op: "ins", Text: w.Text})
			case catalog.OpDelete:
				out.Before = append(out.Before, diffSegment{Op: "del", Text: w.Text})
				out.Inline = append(out.Inline, diffSegment{Op: "del", Text: w.Text})
			default:
				same := diffSegment{Op: "same", Text: w.Text}
				out.Before, out.After, out.Inline = append(out.Before, same), append(out.After, same), append(out.Inline, same)
			}
		}
	}
	return out
}
