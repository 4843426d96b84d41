package page

import (
	"time"

	"github.com/gin-gonic/gin"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// namesKey is under which key a request keeps the names that it was shown.
const namesKey = "names"

// Names gives the full name of whoever signs in by a name; the program and its command line have names of their own,
// and one who is not known any more keeps the name as it is.
func (k *Kit) Names(c *gin.Context) func(string) string {
	if names, read := c.Get(namesKey); read {
		return names.(func(string) string)
	}
	full := map[string]string{}
	people, err := k.App.People(c.Request.Context())
	if err != nil {
		k.Log.Error("people not read", "request", c.GetString(RequestID), "error", err)
	}
	for _, p := range people {
		full[p.Name] = p.Shown()
	}
	names := func(name string) string {
		if full[name] != "" || name == "" {
			return full[name]
		}
		return k.Text.Name("actor", name)
	}
	c.Set(namesKey, names)
	return names
}

// CampaignName is the name of a campaign of a plan.
func CampaignName(p review.Plan, id review.CampaignID) string {
	for _, c := range p.Campaigns {
		if c.ID == id {
			return c.Name
		}
	}
	return string(id)
}

// Moment is day and minute in Vietnam: "15/7/2024 08:05".
func Moment(t time.Time) string {
	return viet.ShortDate(value.On(t)) + " " + t.In(value.Vietnam).Format("15:04")
}
