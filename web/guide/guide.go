// Package guide is the room where the program serves its own guide: one chapter a role, in Vietnamese, the same files
// that one reads in docs/huong-dan. Which section a page leads to stands in page.Help.
package guide

import (
	"embed"
	"html/template"
	"net/http"
	"path"

	"github.com/gin-gonic/gin"

	"rasoat/docs"
	"rasoat/value"
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
