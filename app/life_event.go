package app

import (
	"context"
	"strings"
	"sync"

	"rasoat/catalog"
	"rasoat/seed"
	"rasoat/value"
	"rasoat/viet"
)

// LifeEvent is something that happens in a life, with the procedures that it brings in the order one meets them.
type LifeEvent struct {
	ID      string     `json:"id"`      // its title stands in the words under "situation."
	Address string     `json:"address"` // of its page
	Also    []string   `json:"also"`    // words by which one asks for it
	Steps   []LifeStep `json:"steps"`
}

// LifeStep is one step: why it comes now, and the procedures of which one does it.
type LifeStep struct {
	Why        string          `json:"why"`
	Procedures []LifeProcedure `json:"procedures"`
}

// LifeProcedure is a procedure of a step; Name is what it is called where the commune does not hold it.
type LifeProcedure struct {
	Code catalog.Code `json:"code"`
	Name string       `json:"name"`
}

// lifeEvents are those of the starting content, read once.
var lifeEvents = sync.OnceValues(func() (all []LifeEvent, err error) {
	return all, readSeed(seed.LifeFile, &all)
})

// LifeEvents are the events of a life that have a page, in their order.
func (a *App) LifeEvents() ([]LifeEvent, error) { return lifeEvents() }

// LifeEvent is the event with that address and those of its procedures that the reader may see, by key;
// value.ErrNotFound where there is none.
func (a *App) LifeEvent(
	ctx context.Context, r Reader, address string,
) (e LifeEvent, held map[catalog.Code]Version, err error) {
	all, err := lifeEvents()
	if err != nil {
		return e, nil, err
	}
	for _, e := range all {
		if e.Address != address {
			continue
		}
		var keys []catalog.Code
		for _, s := range e.Steps {
			for _, p := range s.Procedures {
				keys = append(keys, p.Code.Key())
			}
		}
		held, err := a.Procedures(ctx, r, keys)
		return e, held, err
	}
	return e, nil, value.ErrNotFound
}

// LifeEventFor is the event that somebody asks for, by its title or the words for it. What is typed is a whole question
// that holds such words, or, while it is being typed, the beginning of them.
func (a *App) LifeEventFor(typed string, unfinished bool, title func(LifeEvent) string) (LifeEvent, bool) {
	all, err := lifeEvents()
	asked := viet.Fold(typed)
	if err != nil || len(asked) < 2 {
		return LifeEvent{}, false
	}
	for _, e := range all {
		for _, words := range append([]string{title(e)}, e.Also...) {
			words = viet.Fold(words)
			if unfinished && strings.HasPrefix(words, asked) || strings.Contains(" "+asked+" ", " "+words+" ") {
				return e, true
			}
		}
	}
	return LifeEvent{}, false
}
