package page

import (
	"context"
	"time"

	"github.com/gin-gonic/gin"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// ShownNames gives people's full names by the names under which they sign in.
func (k *Kit) ShownNames(c *gin.Context) func(string) string {
	names := map[string]string{}
	people, err := k.App.People(c.Request.Context())
	if err != nil {
		k.Log.Error("people not read", "request", c.GetString(RequestID), "error", err)
	}
	for _, p := range people {
		names[p.Name] = p.Shown()
	}
	return func(name string) string {
		if full := names[name]; full != "" {
			return full
		}
		return name
	}
}

// ShownName is the full name of a person, the user name of one who is not known any more.
func (k *Kit) ShownName(ctx context.Context, name string) string {
	p, err := k.App.Person(ctx, name)
	if err != nil {
		return name
	}
	return p.Shown()
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

// PeopleNames gives the name in full of whoever acted; the program itself and its command line have names of their own.
func (k *Kit) PeopleNames(ctx context.Context) (func(string) string, error) {
	people, err := k.App.People(ctx)
	if err != nil {
		return nil, err
	}
	known := map[string]string{}
	for _, p := range people {
		known[p.Name] = p.Shown()
	}
	return func(name string) string {
		if full, ok := known[name]; ok {
			return full
		}
		return k.Text.Name("actor", name)
	}, nil
}
