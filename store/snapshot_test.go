package store

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestSnapshot_Upgrade(t *testing.T) {
	type now struct {
		Names []string `json:"names"`
	}
	form := snapshot[now]{upgrades: []upgrade{
		func(b json.RawMessage) (json.RawMessage, error) { // the name became a list
			var old struct{ Name string }
			if err := json.Unmarshal(b, &old); err != nil {
				return nil, err
			}
			return json.Marshal(map[string]any{"list": []string{old.Name}})
		},
		func(b json.RawMessage) (json.RawMessage, error) { // and then had another name
			return json.RawMessage(strings.Replace(string(b), "list", "names", 1)), nil
		},
	}}
	tests := []struct {
		text string
		want string // "" is an error
	}{
		{`{"schema":1,"body":{"name":"a"}}`, "a"},
		{`{"schema":2,"body":{"list":["b"]}}`, "b"},
		{`{"schema":3,"body":{"names":["c"]}}`, "c"},
		{`{"schema":4,"body":{"names":["d"]}}`, ""},
		{`{"schema":0,"body":{"names":["e"]}}`, ""},
		{`{"names":["f"]}`, ""},
		{`{"schema":3,"body":{"names":["c"]`, ""},
		{``, ""},
	}
	for _, tt := range tests {
		got, err := form.open([]byte(tt.text))
		if tt.want == "" {
			if err == nil {
				t.Errorf("open(%s) = %v, want an error", tt.text, got)
			}
			continue
		}
		if err != nil || len(got.Names) != 1 || got.Names[0] != tt.want {
			t.Errorf("open(%s) = %v, %v", tt.text, got, err)
		}
	}
	text, hash, err := form.seal(now{Names: []string{"<g> & đ"}})
	if err != nil || text != `{"schema":3,"body":{"names":["<g> & đ"]}}` {
		t.Errorf("seal: %s, %v", text, err)
	}
	if again, err := sealedHash([]byte(text)); err != nil || again != hash {
		t.Errorf("sealedHash %s, %v, want %s", again, err, hash)
	}
}

// What is read as a procedure is written and read again as the same.
func FuzzSnapshot_Open(f *testing.F) {
	f.Add(`{"schema":1,"body":{"code":"1.001193","name":"Đăng ký khai sinh","copies":1}}`)
	f.Add(`{"schema":1,"body":{"code":"NB-01","methods":[{"channel":"online","limit":{"number":"0.5",` +
		`"unit":"days"}}]}}`)
	f.Add(`{"schema":2,"body":{}}`)
	f.Add(`{"schema":1,"body":`)
	f.Fuzz(func(t *testing.T, text string) {
		p, err := procedureForm.open([]byte(text))
		if err != nil {
			return
		}
		once, hash, err := procedureForm.seal(p)
		if err != nil {
			t.Fatal(err)
		}
		p, err = procedureForm.open([]byte(once))
		if err != nil {
			t.Fatal(err)
		}
		if twice, again, err := procedureForm.seal(p); err != nil || twice != once || again != hash {
			t.Errorf("%s\nthen %s, %v", once, twice, err)
		}
	})
}
