package web

import (
	"encoding/json"

	"rasoat/app/text"
)

// spokenByScripts are the sentences that web/front/js says, by the names under which it asks for them; their codes
// begin with "script.".
var spokenByScripts = []string{
	"not_priced",
	"not_sent",
	"paste_over",
	"paste_rows",
	"session_ended",
	"sign_in",
	"suggest_count",
	"suggest_field",
	"suggest_none",
	"suggest_query",
	"suggestions",
}

// scriptWords are the sentences of one language as JSON, with the places left open that a script fills.
func scriptWords(t *text.Table) (string, error) {
	words := map[string]string{}
	for _, name := range spokenByScripts {
		words[name] = t.Say("script."+name, "{0}")
	}
	out, err := json.Marshal(words)
	return string(out), err
}
