package account

import (
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// The length of passwords: at least and at most so many characters (longer ones only cost time).
const (
	MinPassword = 10
	MaxPassword = 1024
)

// ErrHash says that a stored hash cannot be read.
var ErrHash = errors.New("account: not an argon2id hash")

// params are the work that a hash costs. They travel inside the hash, so that they can grow.
type params struct {
	memory  uint32 // KiB
	time    uint32
	threads uint8
}

// current costs some 20 MiB and a few hundredths of a second even on an old machine: half the office may sign in
// at eight o'clock.
var current = params{memory: 19 * 1024, time: 2, threads: 1}

// The bounds within which a stored hash is believed: a damaged one must not eat the machine.
const (
	maxMemory  = 256 * 1024
	maxTime    = 16
	maxThreads = 16
	saltLen    = 16
	keyLen     = 32
	maxPart    = 64 // bytes of salt or key
)

// hash is a read hash.
type hash struct {
	params
	salt, key []byte
}

// HashPassword is what is kept of a password: an argon2id hash with its parameters and a salt read from random.
func HashPassword(password string, random io.Reader) (string, error) {
	salt := make([]byte, saltLen)
	if _, err := io.ReadFull(random, salt); err != nil {
		return "", fmt.Errorf("account: salt: %w", err)
	}
	h := hash{params: current, salt: salt}
	h.key = h.derive(password, keyLen)
	return h.String(), nil
}

// VerifyPassword reports whether the password is the one that was hashed. With no hash at all it takes as long and
// says no, so that the clock does not tell which user names exist. The error is ErrHash.
func VerifyPassword(encoded, password string) (bool, error) {
	if utf8.RuneCountInString(password) > MaxPassword {
		return false, nil
	}
	if encoded == "" {
		hash{params: current, salt: make([]byte, saltLen)}.derive(password, keyLen)
		return false, nil
	}
	h, err := parseHash(encoded)
	if err != nil {
		return false, err
	}
	key := h.derive(password, uint32(len(h.key)))
	return subtle.ConstantTimeCompare(key, h.key) == 1, nil
}

// IsOutdated reports whether a hash was made with other parameters than new ones are; the next sign-in
// should make it anew.
func IsOutdated(encoded string) bool {
	h, err := parseHash(encoded)
	return err != nil || h.params != current
}

// derive hashes the composed form: one keyboard types "ế" as one character, another as three.
func (h hash) derive(password string, n uint32) []byte {
	return argon2.IDKey(norm.NFC.Bytes([]byte(password)), h.salt, h.time, h.memory, h.threads, n)
}

func (h hash) String() string {
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, h.memory, h.time, h.threads,
		base64.RawStdEncoding.EncodeToString(h.salt), base64.RawStdEncoding.EncodeToString(h.key))
}

func parseHash(s string) (hash, error) {
	parts := strings.Split(s, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return hash{}, ErrHash
	}
	var h hash
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &h.memory, &h.time, &h.threads); err != nil {
		return hash{}, ErrHash
	}
	var errSalt, errKey error
	h.salt, errSalt = base64.RawStdEncoding.Strict().DecodeString(parts[4])
	h.key, errKey = base64.RawStdEncoding.Strict().DecodeString(parts[5])
	if errSalt != nil || errKey != nil || !h.inBounds() || h.String() != s {
		return hash{}, ErrHash
	}
	return h, nil
}

func (h hash) inBounds() bool {
	return h.memory >= 8*uint32(h.threads) && h.memory <= maxMemory && h.time >= 1 && h.time <= maxTime &&
		h.threads >= 1 && h.threads <= maxThreads &&
		len(h.salt) >= 8 && len(h.salt) <= maxPart && len(h.key) >= saltLen && len(h.key) <= maxPart
}

// Weakness is the code of the reason why a password is not taken for that user, "" where it is: too short, too
// long, or among the first that anybody would try.
func Weakness(password, user string) string {
	password = norm.NFC.String(password)
	switch {
	case utf8.RuneCountInString(password) < MinPassword:
		return "password.too_short"
	case utf8.RuneCountInString(password) > MaxPassword:
		return "password.too_long"
	case isCommon(password, user):
		return "password.common"
	}
	return ""
}

// common are words that, with digits behind or before them, everybody tries first.
var common = []string{
	"password", "passw0rd", "p@ssword", "p@ssw0rd", "matkhau", "mậtkhẩu", "mật khẩu", "admin", "administrator",
	"quantri",
	"qwerty", "qwertyuiop", "asdfghjkl", "1q2w3e4r5t", "abc", "abcd", "abcdef", "iloveyou", "welcome", "letmein",
	"vietnam", "việt nam", "ubnd", "ubndxa", "rasoat", "hanoi", "saigon", "quangtri", "anhyeuem", "emyeuanh", "xinchao",
}

func isCommon(password, user string) bool {
	lower := strings.ToLower(password)
	word := strings.TrimFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) })
	if distinct(lower) < 4 || isRun(lower) {
		return true
	}
	for _, c := range append([]string{strings.ToLower(user)}, common...) {
		if c != "" && (word == c || lower == c) {
			return true
		}
	}
	return false
}

// isRun reports whether every character follows the one before it, up or down the keyboard's order of digits
// and the alphabet: "1234567890", "jihgfedcba".
func isRun(s string) bool {
	runes := []rune(s)
	up, down := true, true
	for i := 1; i < len(runes); i++ {
		step := runes[i] - runes[i-1]
		up = up && (step == 1 || step == -9)
		down = down && (step == -1 || step == 9)
	}
	return up || down
}

func distinct(s string) int {
	seen := map[rune]bool{}
	for _, r := range s {
		seen[r] = true
	}
	return len(seen)
}
