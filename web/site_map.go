package web

import (
	"fmt"

	"github.com/gin-gonic/gin"

	"rasoat/web/page"
)

// siteMap is addresses that begin alike. It keeps which of them take forms of pages: whoever comes there without a
// session signs in and goes on with what was typed.
type siteMap struct {
	*gin.RouterGroup
	forms page.Forms
}

// Group is the addresses that begin with one part more, behind what is asked of all of them.
func (m siteMap) Group(path string, before ...gin.HandlerFunc) siteMap {
	return siteMap{m.RouterGroup.Group(path, before...), m.forms}
}

// POST takes what is sent to an address. The last handler is a page.Form, made by Submit; TestForms lists the few
// addresses that are no form of a page, with the reason of each.
func (m siteMap) POST(path string, handlers ...any) {
	chain := make([]gin.HandlerFunc, len(handlers))
	for i, h := range handlers {
		switch h := h.(type) {
		case page.Form:
			chain[i] = gin.HandlerFunc(h)
			m.forms.Add(m.BasePath(), path)
		case gin.HandlerFunc:
			chain[i] = h
		case func(*gin.Context):
			chain[i] = h
		default:
			panic(fmt.Sprintf("%s: %T is no handler", path, h))
		}
	}
	m.RouterGroup.POST(path, chain...)
}
