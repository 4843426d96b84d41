// Package register is the room of the registers: decisions that announce procedures, additions to the list, and
// petitions.
package register

import (
	"embed"

	"rasoat/web/page"
)

// Templates are the pages of this room, and the parts that it alone uses.
//
//go:embed *.gohtml
var Templates embed.FS

// Room is the handlers of these pages.
type Room struct {
	*page.Kit
	sends *limiter // of the public feedback form
}

// New opens the room.
func New(kit *page.Kit) *Room { return &Room{Kit: kit, sends: &limiter{}} }

// In is the same room with another kit: who sent too often in one language did in the other too.
func (r *Room) In(kit *page.Kit) *Room {
	o := *r
	o.Kit = kit
	return &o
}
