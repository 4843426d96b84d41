package catalogue

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/web/page"
)

// LifeEvent is the page of something that happens in a life: its procedures in the order one meets them.
func (s *Room) LifeEvent(c *gin.Context) error {
	e, held, err := s.App.LifeEvent(c.Request.Context(), s.Reader(c), c.Param("event"))
	if err != nil {
		return err
	}
	link := s.LifeEventLink(e)
	m := lifeEvent{Frame: s.Frame(c, link.Text)}
	m.Describe(s.Text.Say("life.description", link.Text, m.Commune))
	m.More = searchLink(s.Text.Say("life.more"), s.Text.Say("situation."+e.ID+".query"))
	for _, step := range e.Steps {
		out := lifeStep{Why: step.Why}
		for _, p := range step.Procedures {
			line := lifeProcedure{Name: p.Name, Code: p.Code}
			if v, there := held[p.Code.Key()]; there {
				line.Name, line.Held, line.Facts = v.Procedure.Name, true, s.facts(v.Procedure)
				if v.Procedure.Ours == catalog.NotOurs && len(v.Procedure.Agencies) > 0 {
					line.Handler = v.Procedure.Agencies[0].Name
				}
			}
			out.Procedures = append(out.Procedures, line)
		}
		m.Steps = append(m.Steps, out)
	}
	return s.Show(c, http.StatusOK, "catalogue/life_event", m)
}

// lifeEvent is an event of a life with its steps. Template: catalogue/life_event.
type lifeEvent struct {
	page.Frame
	Steps []lifeStep
	More  page.Link // everything about it
}

// lifeStep is one step: why it comes now, and the procedures of which one does it.
type lifeStep struct {
	Why        string
	Procedures []lifeProcedure
}

// lifeProcedure is a procedure of a step: a link where the commune holds it, with what is known of it.
type lifeProcedure struct {
	Name    string
	Code    catalog.Code
	Held    bool
	Facts   []string
	Handler string // who handles it, only where that is not the commune
}

// situationLinks are the events of a life as links, for the first page.
func (s *Room) situationLinks() ([]page.Link, error) {
	all, err := s.App.LifeEvents()
	var out []page.Link
	for _, e := range all {
		out = append(out, s.LifeEventLink(e))
	}
	return out, err
}

// situationOf leads to the event of a life that a question asks for; empty where it asks for none.
func (s *Room) situationOf(query string) page.Link {
	e, there := s.App.LifeEventFor(query, false, s.lifeTitle)
	if !there {
		return page.Link{}
	}
	return s.LifeEventLink(e)
}

func (s *Room) lifeTitle(e app.LifeEvent) string { return s.LifeEventLink(e).Text }
