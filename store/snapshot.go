package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
)

// upgrade turns a body of one schema into one of the next.
type upgrade func(json.RawMessage) (json.RawMessage, error)

// snapshot is how versions of one kind of thing are written: {"schema":1,"body":{…}}. The schema is one
// more than there are upgrades, so that a change of shape is made by adding the upgrade that bridges it.
type snapshot[T any] struct {
	kind     string    // under which its versions stand in the history; "" where there is none
	upgrades []upgrade // from schema 1 to 2, from 2 to 3 …
}

func (s snapshot[T]) schema() int { return len(s.upgrades) + 1 }

func (s snapshot[T]) head() string { return `{"schema":` + strconv.Itoa(s.schema()) + `,"body":` }

// seal writes a snapshot and the hash of its body.
func (s snapshot[T]) seal(v T) (text, hash string, err error) {
	body, err := encode(v)
	if err != nil {
		return "", "", err
	}
	return s.head() + string(body) + "}", hashOf(body), nil
}

// open reads a snapshot, of this schema or an older one.
func (s snapshot[T]) open(text []byte) (v T, err error) {
	body, now := bytes.CutPrefix(text, []byte(s.head()))
	if !now {
		if body, err = s.raise(text); err != nil {
			return v, err
		}
	} else {
		body = bytes.TrimSuffix(body, []byte("}"))
	}
	return v, json.Unmarshal(body, &v)
}

// raise brings the body of an older snapshot to this schema.
func (s snapshot[T]) raise(text []byte) (json.RawMessage, error) {
	var old struct {
		Schema int             `json:"schema"`
		Body   json.RawMessage `json:"body"`
	}
	if err := json.Unmarshal(text, &old); err != nil {
		return nil, err
	}
	if old.Schema < 1 || old.Schema > s.schema() {
		return nil, fmt.Errorf("store: snapshot of schema %d, the program knows 1 to %d", old.Schema, s.schema())
	}
	body := old.Body
	for _, up := range s.upgrades[old.Schema-1:] {
		var err error
		if body, err = up(body); err != nil {
			return nil, err
		}
	}
	return body, nil
}

// hashOf is the SHA-256 in hex.
func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// encode is JSON as it is stored: compact, and without the escapes that only HTML needs.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// sealedHash is the hash of the body of a snapshot of any schema.
func sealedHash(text []byte) (string, error) {
	var s struct {
		Body json.RawMessage `json:"body"`
	}
	err := json.Unmarshal(text, &s)
	return hashOf(s.Body), err
}
