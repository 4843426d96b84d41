// Package guide is the room where the program serves its own guide: one chapter a role, in Vietnamese, the same files
// that one reads in docs/huong-dan. Which section a page leads to stands in page.Help.
package guide

import (
	"embed"

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
