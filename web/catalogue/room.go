// Package catalogue is the room of the procedures: finding and reading them, comparing their versions, sorting, editing
// and announcing them, taking them in from files, and the vocabulary of the search.
package catalogue

import (
	"embed"

	"rasoat/web/page"
)

// Templates are the pages of this room, and the parts that it alone uses.
//
//go:embed *.gohtml part
var Templates embed.FS

// Room is the handlers of these pages.
type Room struct{ *page.Kit }

// New opens the room.
func New(kit *page.Kit) *Room { return &Room{Kit: kit} }
