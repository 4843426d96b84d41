// Package settings is the room of the installation: the commune, days, rates and rules, the first start, people and
// their passwords, and the record of what was done.
package settings

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
