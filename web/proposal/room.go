// Package proposal is the room of the proposals: what they change, what they cost, their path and its steps, and the
// reviews of online services.
package proposal

import (
	"embed"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/value"
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

// numberIn is the number in the address; there is nothing under what is no number.
func numberIn(c *gin.Context) (int64, error) {
	n, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil || n < 1 {
		return 0, value.ErrNotFound
	}
	return n, nil
}
