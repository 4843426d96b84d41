package page

import (
	"net/url"

	"rasoat/app"
)

// LifeEventPath is the address below which the events of a life have their pages.
const LifeEventPath = "/doi-song"

// LifeEventLink leads to the page of something that happens in a life.
func (k *Kit) LifeEventLink(e app.LifeEvent) Link {
	return Link{Text: k.Text.Say("situation." + e.ID), Href: LifeEventPath + "/" + url.PathEscape(e.Address)}
}
