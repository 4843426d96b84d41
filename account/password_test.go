package account_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"rasoat/account"
)

// cheap is a hash of "mười hai con giáp" with the smallest parameters, so that fuzzing it costs nothing.
const cheap = "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$"

func TestHashPassword(t *testing.T) {
	encoded, err := account.HashPassword("mười hai con giáp", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(encoded, "$argon2id$v=19$m=19456,t=2,p=1$") || account.IsOutdated(encoded) {
		t.Errorf("hash %q", encoded)
	}
	again, err := account.HashPassword("mười hai con giáp", rand.Reader)
	if err != nil || again == encoded {
		t.Error("two hashes share their salt")
	}
	for password, want := range map[string]bool{
		"mười hai con giáp": true, norm.NFD.String("mười hai con giáp"): true,
		"mười hai con giap": false, "": false, "mười hai con giáp ": false, strings.Repeat("x", account.MaxPassword+1): false,
	} {
		if got, err := account.VerifyPassword(encoded, password); err != nil || got != want {
			t.Errorf("%q: %v %v", password, got, err)
		}
	}
	if _, err := account.HashPassword("x", bytes.NewReader(nil)); err == nil {
		t.Error("hashed without a salt")
	}
}

func TestVerifyPassword_NoHash(t *testing.T) {
	if ok, err := account.VerifyPassword("", ""); ok || err != nil {
		t.Errorf("nobody signed in: %v %v", ok, err)
	}
}

func TestVerifyPassword_Damaged(t *testing.T) {
	key := strings.Repeat("A", 43)
	for _, encoded := range []string{
		"x", "$argon2i$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$" + key, cheap, cheap + "AAAA", cheap + "?",
		"$argon2id$v=16$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$" + key,
		"$argon2id$v=19$m=9999999,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$" + key,
		"$argon2id$v=19$m=8,t=0,p=1$AAAAAAAAAAAAAAAAAAAAAA$" + key,
		"$argon2id$v=19$m=8,t=1,p=0$AAAAAAAAAAAAAAAAAAAAAA$" + key,
		"$argon2id$v=19$m=8,t=1,p=1 $AAAAAAAAAAAAAAAAAAAAAA$" + key,
		cheap + key + "$",
	} {
		if ok, err := account.VerifyPassword(encoded, "x"); ok || !errors.Is(err, account.ErrHash) {
			t.Errorf("%q: %v %v", encoded, ok, err)
		}
		if !account.IsOutdated(encoded) {
			t.Errorf("%q is as new ones are", encoded)
		}
	}
	if ok, err := account.VerifyPassword(cheap+key, "x"); ok || err != nil {
		t.Errorf("a readable hash of something else: %v %v", ok, err)
	}
}

func FuzzVerifyPassword(f *testing.F) {
	f.Add(cheap + strings.Repeat("A", 43))
	f.Add("$argon2id$v=19$m=,t=,p=$$")
	f.Add("")
	f.Fuzz(func(t *testing.T, encoded string) {
		if strings.Contains(encoded, "m=8,t=1,") || !strings.HasPrefix(encoded, "$argon2id$v=19$m=") {
			if ok, _ := account.VerifyPassword(encoded, "mười hai con giáp"); ok {
				t.Errorf("%q let somebody in", encoded)
			}
		} else {
			account.IsOutdated(encoded) // reads it without paying for what it asks
		}
	})
}

func TestWeakness(t *testing.T) {
	tests := []struct{ password, user, want string }{
		{"mười hai con giáp", "lan", ""},
		{"Chấp Nam 1972 lúa", "lan", ""},
		{"ngắn quá", "lan", "password.too_short"},
		{norm.NFD.String("mậtếộở"), "lan", "password.too_short"}, // six characters, however they are stored
		{strings.Repeat("dài ", 300), "lan", "password.too_long"},
		{"1234567890", "lan", "password.common"},
		{"9876543210", "lan", "password.common"},
		{"abcdefghijkl", "lan", "password.common"},
		{"aaaaaaaaaaaa", "lan", "password.common"},
		{"abcabcabcabc", "lan", "password.common"},
		{"Password2024", "lan", "password.common"},
		{"matkhau@12345", "lan", "password.common"},
		{"2024ubndxa2024", "lan", "password.common"},
		{"vo.van.tuan", "vo.van.tuan", "password.common"},
		{"tranthilan1990", "tranthilan", "password.common"},
		{"1q2w3e4r5t", "lan", "password.common"},
	}
	for _, tt := range tests {
		if got := account.Weakness(tt.password, tt.user); got != tt.want {
			t.Errorf("%q of %s: %q, want %q", tt.password, tt.user, got, tt.want)
		}
	}
}
