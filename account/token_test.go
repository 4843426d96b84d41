package account_test

import (
	"bytes"
	"crypto/rand"
	"net/url"
	"testing"

	"rasoat/account"
)

func TestToken(t *testing.T) {
	token, err := account.NewToken(rand.Reader)
	if err != nil || len(token) != 43 || url.PathEscape(token) != token {
		t.Fatalf("token %q: %v", token, err)
	}
	other, _ := account.NewToken(rand.Reader)
	kept := account.TokenHash(token)
	if other == token || kept == token || len(kept) != 64 {
		t.Errorf("tokens %q %q, kept %q", token, other, kept)
	}
	if !account.IsToken(kept, token) || account.IsToken(kept, other) || account.IsToken(kept, "") ||
		account.IsToken("", "") {
		t.Error("the wrong token opens")
	}
	if _, err := account.NewToken(bytes.NewReader(make([]byte, 31))); err == nil {
		t.Error("a token of too little chance")
	}
}
