package value

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

func TestOpt(t *testing.T) {
	var unknown Opt[int]
	zero := Known(0)
	if unknown == zero {
		t.Error("unknown equals a known 0")
	}
	if v, ok := unknown.Get(); v != 0 || ok || unknown.IsKnown() || !unknown.IsZero() || unknown.Or(7) != 7 {
		t.Errorf("unknown: %v, %v", v, ok)
	}
	if v, ok := zero.Get(); v != 0 || !ok || !zero.IsKnown() || zero.IsZero() || zero.Or(7) != 0 {
		t.Errorf("known 0: %v, %v", v, ok)
	}
}

func TestOpt_JSON(t *testing.T) {
	type limit struct{ Days, Hours int }
	var got struct {
		Known, Null, Missing Opt[Money]
		Again                Opt[limit]
	}
	got.Null, got.Again = Known(Money(5)), Known(limit{3, 4})
	if err := json.Unmarshal([]byte(`{"Known": 0, "Null": null, "Again": {"Days": 5}}`), &got); err != nil {
		t.Fatal(err)
	}
	if got.Known != Known(Money(0)) || got.Null.IsKnown() || got.Missing.IsKnown() {
		t.Errorf("got %+v", got)
	}
	if got.Again != Known(limit{Days: 5}) {
		t.Errorf("something of the earlier value shows through: %+v", got.Again)
	}
	o := Known(Money(5))
	if err := json.Unmarshal([]byte(`"x"`), &o); err == nil || o != Known(Money(5)) {
		t.Errorf("a text as money: %v, %v", o, err)
	}
	var omitted struct {
		Left Opt[int] `json:"left,omitzero"`
		Kept Opt[int] `json:"kept,omitzero"`
	}
	omitted.Kept = Known(0)
	if b, err := json.Marshal(omitted); err != nil || string(b) != `{"kept":0}` {
		t.Errorf("written %s, %v", b, err)
	}
}

func TestOpt_ReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := Opt[Money]{}
		if rapid.Bool().Draw(t, "known") {
			o = Known(Money(rapid.Int64().Draw(t, "value")))
		}
		b, err := json.Marshal(o)
		if err != nil {
			t.Fatal(err)
		}
		got := Known(Money(-1))
		if err := json.Unmarshal(b, &got); err != nil || got != o {
			t.Fatalf("%s read as %v, %v", b, got, err)
		}
	})
}
