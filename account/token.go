package account

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
)

const tokenLen = 32 // bytes of chance

// NewToken makes a token for one use, such as setting the first password: 43 characters that fit into an
// address. The store keeps TokenHash of it only, so that who reads the store cannot use it.
func NewToken(random io.Reader) (string, error) {
	b := make([]byte, tokenLen)
	if _, err := io.ReadFull(random, b); err != nil {
		return "", fmt.Errorf("account: token: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(b), nil
}

// TokenHash is what is kept of a token.
func TokenHash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// IsToken reports whether the token is the one of which hash was kept. No token is kept as the empty hash.
func IsToken(hash, token string) bool {
	return hash != "" && subtle.ConstantTimeCompare([]byte(hash), []byte(TokenHash(token))) == 1
}
