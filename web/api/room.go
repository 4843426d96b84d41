// Package api is the JSON interface.
package api

import "rasoat/web/page"

// Room is the handlers of these pages.
type Room struct{ *page.Kit }

// New opens the room.
func New(kit *page.Kit) *Room { return &Room{Kit: kit} }
