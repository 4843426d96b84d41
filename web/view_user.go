package web

import "rasoat/web/field"

// userList is all accounts. Template: user/list.
type userList struct {
	frame
	State string
	Rows  []userRow
}

type userRow struct {
	Name     string // to sign in with
	FullName string
	Title    string
	Unit     string
	Roles    string
	Since    string
	Href     string
	State    badge
}

// userEdit is one account, or a new one. Template: user/edit.
type userEdit struct {
	frame
	Headline string
	State    string
	Now      string // how the account stands, where somebody else changed it meanwhile
	Summary  field.Summary
	Action   string // where the first form goes; the others lie below it
	Button   string
	Name     string // empty: a new account
	Mark     string // how the account stood when the edit began
	Fields   []field.Cell
	Roles    roleChoice
	Secrets  []field.Cell
	Closed   bool
}

// roleChoice is the boxes of roles.
type roleChoice struct {
	Problem string
	Options []roleOption
}

type roleOption struct {
	Value   string
	Text    string
	Hint    string // what the role may
	Checked bool
}
