// Package account knows who may do what, and how somebody proves to be who they are: roles and their
// actions, passwords, one-time tokens. It is pure: chance comes from a reader that is handed in. It knows no
// store, no session and no page, and of procedures and proposals nothing but what can be done to them.
package account

import "regexp"

var nameForm = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{1,39}$`)

// ValidName reports whether a user name has 2 to 40 small letters a-z, digits, dots, hyphens or underscores
// and begins with a letter or digit: one that can be typed on any keyboard and told over the telephone.
func ValidName(name string) bool { return nameForm.MatchString(name) }
