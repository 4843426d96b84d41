package page

import (
	"strings"

	"rasoat/app"
	"rasoat/review"
	"rasoat/viet"
)

// ServicesState says in one line how far the reviews are and what those approved take off the user's shoulders.
func (k *Kit) ServicesState(all app.Restructurings) string {
	n := all.Count
	words := []string{k.Text.Say("services.state", n.Begun, n.Reviewed, n.Granted)}
	if n.Granted > 0 {
		if saved := k.SavedInWords(n.Before.Minus(n.After)); saved != "" {
			words = append(words, k.Text.Say("services.saved", saved))
		}
	}
	return Joined(" · ", words...)
}

// SavedInWords says what the user is spared, and what comes on top; nothing where neither.
func (k *Kit) SavedInWords(saved review.Burden) string {
	var parts []string
	for _, x := range []struct {
		name string
		n    int
	}{
		{"step", saved.Steps},
		{"trip", saved.Trips},
		{"paper", saved.Papers},
		{"retyping", saved.Retyped},
		{"minute", saved.Minutes},
	} {
		switch {
		case x.n > 0:
			parts = append(parts, k.Text.Say("services.fewer", viet.Number(int64(x.n)), k.Text.Say("services."+x.name)))
		case x.n < 0:
			name := k.Text.Say("services." + x.name)
			parts = append(parts, k.Text.Say("services.extra", viet.Number(int64(-x.n)), name))
		}
	}
	return strings.Join(parts, ", ")
}
