package web

import "rasoat/web/field"

// signIn is the page for signing in. Template: account/signin.
type signIn struct {
	frame
	Summary  field.Summary
	Username field.Cell
	Password field.Cell
	Next     string // where to go afterwards
	Ended    string // why one has to sign in again, where a form is kept; empty otherwise
	Kept     []hiddenField
	Accounts [][]string // of the demo: name, password, role
}

// hiddenField is a field that nobody sees.
type hiddenField struct{ Name, Value string }

// setupStart is the first start: the commune's particulars and the administrator's password, by the
// one-time link. Template: account/setup.
type setupStart struct {
	frame
	Summary field.Summary
	Token   string
	Year    string // of the holidays that are asked for
	Groups  []fieldGroup
}

// fieldGroup is fields under one heading.
type fieldGroup struct {
	ID     string
	Title  string
	Text   string
	Fields []field.Cell
}

// passwordChange is where everybody changes their own password. Template: account/password.
type passwordChange struct {
	frame
	Summary field.Summary
	Fields  []field.Cell
}
