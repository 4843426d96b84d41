// Package plan is the room of the plans: which there are, what stands in one, its parts and their forms.
package plan

import (
	"embed"

	"rasoat/web/page"
)

// Templates are the pages of this room, and the parts that it alone uses.
//
//go:embed *.gohtml
var Templates embed.FS

// Room is the handlers of these pages.
type Room struct{ *page.Kit }

// New opens the room.
func New(kit *page.Kit) *Room { return &Room{Kit: kit} }
