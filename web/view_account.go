package web

// signIn is the page for signing in. Template: account/signin.
type signIn struct {
	frame
	Summary  errorSummary
	Username field
	Password field
	Next     string     // where to go afterwards
	Accounts [][]string // of the demo: name, password, role
}

// setupStart is the first start: the commune's particulars and the administrator's password, by the
// one-time link. Template: account/setup.
type setupStart struct {
	frame
	Summary errorSummary
	Token   string
	Year    string // of the holidays that are asked for
	Groups  []fieldGroup
}

// fieldGroup is fields under one heading.
type fieldGroup struct {
	ID     string
	Title  string
	Text   string
	Fields []field
}

// passwordChange is where everybody changes their own password. Template: account/password.
type passwordChange struct {
	frame
	Saved   string // after it was changed; empty otherwise
	Summary errorSummary
	Fields  []field
}
