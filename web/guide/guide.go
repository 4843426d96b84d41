// Package guide is the room where the program serves its own guide: one chapter a role, in Vietnamese, the same files
// that one reads in docs/huong-dan. Which section a page leads to stands in page.Help.
package guide

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"image/png"
	"net/http"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"rasoat/docs"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Templates are the pages of this room.
//
//go:embed *.gohtml
var Templates embed.FS

// Room is the handlers of these pages.
type Room struct{ *page.Kit }

// New opens the room.
func New(kit *page.Kit) *Room { return &Room{Kit: kit} }

// Guide is one chapter of the guide, or what it has.
func (s *Room) Guide(c *gin.Context) error {
	chapters, err := readGuide()
	if err != nil {
		return err
	}
	m := guidePage{}
	for _, ch := range chapters {
		here := ch.role == c.Param("role")
		m.Chapters = append(m.Chapters, page.NavItem{Text: ch.title, Href: page.GuideHref(ch.role), Current: here})
		if here {
			m.Frame, m.Body, m.Sections = s.Frame(c, ch.title), ch.body, ch.sections
		}
	}
	if m.Body == "" {
		return value.ErrNotFound
	}
	m.Describe(s.Text.Say("guide.about", m.Title))
	return s.Show(c, http.StatusOK, "guide/guide", m)
}

// Picture is a picture of the guide. Its name stays when it is made anew, so that it is kept for an hour only.
func (s *Room) Picture(c *gin.Context) {
	c.Header("Cache-Control", "public, max-age=3600")
	http.ServeFileFS(c.Writer, c.Request, docs.Guide, folder+"/hinh/"+path.Base(c.Param("file")))
}

// guidePage is a chapter of the guide. Template: guide/guide.
type guidePage struct {
	page.Frame
	Chapters []page.NavItem
	Sections []page.Link
	Body     template.HTML // made by goldmark, which lets no markup of the text through
}

const folder = "huong-dan" // where the chapters lie in docs

// roles are the chapters in order; the first is their list, README.md.
var roles = []string{"", "nguoi-dan", "cong-chuc", "van-phong", "chu-tich", "quan-tri"}

// chapter is one chapter as a page.
type chapter struct {
	role     string // the address ends so: "cong-chuc"
	title    string
	body     template.HTML
	sections []page.Link
}

// readGuide makes the pages when the guide is first asked for; they are the same in every language.
var readGuide = sync.OnceValues(func() (out []chapter, err error) {
	for _, role := range roles {
		name := "README"
		if role != "" {
			name = role
		}
		source, err := docs.Guide.ReadFile(folder + "/" + name + ".md")
		if err != nil {
			return nil, err
		}
		ch, err := readChapter(source)
		if err != nil {
			return nil, fmt.Errorf("guide %s: %w", name, err)
		}
		ch.role = role
		out = append(out, ch)
	}
	return out, nil
})

// walked is what the browser tests do at a place of the text; nobody reads it.
var walked = regexp.MustCompile(`(?s)<!--.*?-->\n?`)

func readChapter(source []byte) (ch chapter, err error) {
	source = walked.ReplaceAll(source, nil)
	md := goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	doc := md.Parser().Parse(text.NewReader(source), parser.WithContext(parser.NewContext(parser.WithIDs(anchors{}))))
	err = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			words, id := string(n.Lines().Value(source)), ""
			if v, ok := n.AttributeString("id"); ok {
				id = string(v.([]byte))
			}
			switch n.Level {
			case 1:
				ch.title = words
			case 2:
				ch.sections = append(ch.sections, page.Link{Text: words, Href: field.Fragment(id)})
			}
		case *ast.Link:
			n.Destination = []byte(address(string(n.Destination)))
		case *ast.Image:
			return ast.WalkContinue, readImage(n)
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return ch, err
	}
	var out bytes.Buffer
	if err := md.Renderer().Render(&out, source, doc); err != nil {
		return ch, err
	}
	ch.body = template.HTML(out.String())
	return ch, nil
}

// address is where a link between the files leads when they are served: "van-phong.md#bang-nam".
func address(link string) string {
	file, section, _ := strings.Cut(link, "#")
	role, ours := strings.CutSuffix(file, ".md")
	if !ours {
		return link
	}
	if role == "README" {
		role = ""
	}
	return page.GuideHref(role) + field.Fragment(section)
}

// readImage gives a picture its address and its size, so that the text does not jump when it comes.
func readImage(n *ast.Image) error {
	file, err := docs.Guide.Open(folder + "/" + string(n.Destination))
	if err != nil {
		return err
	}
	defer file.Close()
	size, err := png.DecodeConfig(file)
	if err != nil {
		return fmt.Errorf("%s: %w", n.Destination, err)
	}
	n.SetAttributeString("width", []byte(strconv.Itoa(size.Width)))
	n.SetAttributeString("height", []byte(strconv.Itoa(size.Height)))
	n.SetAttributeString("loading", []byte("lazy"))
	n.Destination = []byte(page.GuidePath + "/" + string(n.Destination))
	return nil
}

// anchors names headings by their words without accents: "Bảng chi phí" is "bang-chi-phi".
type anchors struct{}

// Generate is called by goldmark.
func (anchors) Generate(words []byte, _ ast.NodeKind) []byte {
	return []byte(strings.ReplaceAll(viet.Fold(string(words)), " ", "-"))
}

// Put is called by goldmark for ids that the text itself gives; ours gives none.
func (anchors) Put([]byte) {}

var _ parser.IDs = anchors{}
