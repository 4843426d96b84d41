package app

import (
	"errors"
	"testing"

	"rasoat/account"
	"rasoat/value"
)

func TestSignIn(t *testing.T) {
	a := openDemo(t)
	p, err := a.SignIn(t.Context(), " Office ", "van-phong-2024")
	if err != nil || p.Name != "office" || !p.May(account.CheckProposal) || p.May(account.ApproveProposal) {
		t.Fatalf("%+v %v", p, err)
	}
	for _, tt := range []struct{ name, password string }{{"office", "van-phong-2023"}, {"nobody", "van-phong-2024"}, {"office", ""}} {
		_, err := a.SignIn(t.Context(), tt.name, tt.password)
		if got := codeOf(err); got != "signin.wrong" {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

// Five wrong passwords make a name wait, the right one too; other names do not wait with it.
func TestSignIn_Waits(t *testing.T) {
	a := openDemo(t)
	for range triesBeforeWait {
		if _, err := a.SignIn(t.Context(), "chairman", "x"); codeOf(err) != "signin.wrong" {
			t.Fatal(err)
		}
	}
	if _, err := a.SignIn(t.Context(), "chairman", "chu-tich-2024"); codeOf(err) != "signin.wait" {
		t.Errorf("let in: %v", err)
	}
	if _, err := a.SignIn(t.Context(), "office", "van-phong-2024"); err != nil {
		t.Error(err)
	}
}

// codeOf is the code of the first problem of an error.
func codeOf(err error) string {
	var p value.Problems
	if errors.As(err, &p) && len(p) > 0 {
		return p[0].Code
	}
	return ""
}
