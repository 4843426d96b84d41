package exchange

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/review/cost"
	"rasoat/value"
)

// goodRow is a row with the required keys and no other.
const goodRow = `{"task":"prepare","activity":"Điền Tờ khai","hours":"0.5","hourly_rate":48248,"subjects_per_year":420}`

// rowWith is goodRow with the value of one key replaced or added.
func rowWith(key, val string) string {
	row := strings.TrimSuffix(goodRow, "}")
	for _, k := range []string{`"task":"prepare"`, `"activity":"Điền Tờ khai"`, `"hours":"0.5"`, `"hourly_rate":48248`, `"subjects_per_year":420`} {
		if strings.HasPrefix(k, `"`+key+`"`) {
			return strings.Replace(row, k, `"`+key+`":`+val, 1) + "}"
		}
	}
	return row + `,"` + key + `":` + val + "}"
}

func TestReadCost(t *testing.T) {
	before, after, err := ReadCost(strings.NewReader(`{"before":[` + goodRow + `,
		{"task":"receive","activity":"e\u0302","hours":2,"hourly_rate":0,"service_cost":1,"fees":2,
		 "times_per_year":"0.3333","subjects_per_year":0,"source":"survey","note":"n"}],"after":[]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := []cost.Row{
		{Task: cost.Prepare, Activity: "Điền Tờ khai", Hours: 5000, HourlyRate: 48248, TimesPerYear: value.Whole(1),
			SubjectsPerYear: 420, Source: cost.Estimate},
		{Task: cost.Receive, Activity: "ê", Hours: value.Whole(2), ServiceCost: 1, Fees: 2, TimesPerYear: 3333,
			Source: cost.Survey, Note: "n"},
	}
	if diff := cmp.Diff(want, before); diff != "" {
		t.Errorf("before: -want +got\n%s", diff)
	}
	if after == nil || len(after) != 0 {
		t.Errorf("after is %v, want an empty table", after)
	}
}

// interface.md, Cost tables: what is refused, naming side, row and key.
func TestReadCostRefuses(t *testing.T) {
	side := func(row string) string { return `{"before":[],"after":[` + goodRow + `,` + row + `]}` }
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"nothing", ``, []string{"file.empty"}},
		{"a list", `[]`, []string{"type.wrong"}},
		{"one side", `{"before":[]}`, []string{"after key.missing"}},
		{"a side that is no list", `{"before":{},"after":null}`, []string{"before type.wrong", "after type.wrong"}},
		{"an unknown side", `{"before":[],"after":[],"later":[]}`, []string{"later key.unknown"}},
		{"a side twice", `{"before":[],"after":[],"before":[]}`, []string{"before key.duplicate"}},
		{"text behind", `{"before":[],"after":[]} x`, []string{"json.trailing"}},
		{"a row that is no object", side(`1`), []string{"after[1] type.wrong"}},
		{"an empty row", side(`{}`), []string{"after[1].task key.missing", "after[1].activity key.missing",
			"after[1].hours key.missing", "after[1].hourly_rate key.missing", "after[1].subjects_per_year key.missing"}},
		{"an unknown key", side(rowWith("hourz", `1`)), []string{"after[1].hourz key.unknown"}},
		{"a key twice", side(strings.TrimSuffix(goodRow, "}") + `,"hours":1}`), []string{"after[1].hours key.duplicate"}},
		{"a key in capitals", side(rowWith("Note", `""`)), []string{"after[1].Note key.unknown"}},
		{"an unknown task", side(rowWith("task", `"prep"`)), []string{"after[1].task task.unknown"}},
		{"an unknown source", side(rowWith("source", `"guess"`)), []string{"after[1].source source.unknown"}},
		{"an empty source", side(rowWith("source", `""`)), []string{"after[1].source source.unknown"}},
		{"a blank activity", side(rowWith("activity", `" "`)), []string{"after[1].activity activity.missing"}},
		{"a control character", side(rowWith("activity", `"a\u0000b"`)), []string{"after[1].activity text.control"}},
		{"a decimal comma as text", side(rowWith("hours", `"0,5"`)), []string{"after[1].hours decimal.comma"}},
		{"a decimal comma as number", side(rowWith("hours", `0,5`)), []string{"after[1].hours decimal.comma"}},
		{"an exponent", side(rowWith("hours", `1e3`)), []string{"after[1].hours decimal.form"}},
		{"an exponent as text", side(rowWith("hours", `"1e3"`)), []string{"after[1].hours decimal.form"}},
		{"NaN", side(rowWith("hours", `NaN`)), []string{"after[1].hours json.syntax"}},
		{"NaN as text", side(rowWith("hours", `"NaN"`)), []string{"after[1].hours decimal.form"}},
		{"a blank number", side(rowWith("hours", `" 1"`)), []string{"after[1].hours decimal.form"}},
		{"an empty number", side(rowWith("hours", `""`)), []string{"after[1].hours decimal.form"}},
		{"five places", side(rowWith("hours", `0.00001`)), []string{"after[1].hours decimal.places"}},
		{"five places, the last a zero", side(rowWith("hours", `0.50000`)), nil},
		{"negative hours", side(rowWith("hours", `-1`)), []string{"after[1].hours hours.negative"}},
		{"too many hours", side(rowWith("hours", `10000.0001`)), []string{"after[1].hours hours.too_large"}},
		{"hours beyond every number", side(rowWith("hours", `99999999999999999999`)), []string{"after[1].hours hours.too_large"}},
		{"hours as truth", side(rowWith("hours", `true`)), []string{"after[1].hours type.wrong"}},
		{"hours null", side(rowWith("hours", `null`)), []string{"after[1].hours type.wrong"}},
		{"money as text", side(rowWith("fees", `"1"`)), []string{"after[1].fees type.wrong"}},
		{"money with places", side(rowWith("fees", `1.5`)), []string{"after[1].fees number.whole"}},
		{"money with an exponent", side(rowWith("hourly_rate", `1e3`)), []string{"after[1].hourly_rate number.whole"}},
		{"negative money", side(rowWith("service_cost", `-5`)), []string{"after[1].service_cost service_cost.negative"}},
		{"negative money beyond every number", side(rowWith("fees", `-99999999999999999999`)), []string{"after[1].fees fees.negative"}},
		{"money beyond the bound", side(rowWith("fees", `1000000000001`)), []string{"after[1].fees fees.too_large"}},
		{"money beyond every number", side(rowWith("fees", `99999999999999999999`)), []string{"after[1].fees fees.too_large"}},
		{"money on the bound", side(rowWith("fees", `1000000000000`)), nil},
		{"too many subjects", side(rowWith("subjects_per_year", `100000001`)), []string{"after[1].subjects_per_year subjects_per_year.too_large"}},
		{"half a subject", side(rowWith("subjects_per_year", `0.5`)), []string{"after[1].subjects_per_year number.whole"}},
		{"all at once", `{"before":[` + rowWith("hours", `"x"`) + `],"after":[` + rowWith("fees", `-1`) + `]}`,
			[]string{"before[0].hours decimal.form", "after[0].fees fees.negative"}},
	} {
		_, _, err := ReadCost(strings.NewReader(c.in))
		if diff := cmp.Diff(c.want, told(err)); diff != "" {
			t.Errorf("%s: %s: -want +got\n%s", c.name, c.in, diff)
		}
	}
}

func FuzzReadCost(f *testing.F) {
	f.Add([]byte(`{"before":[` + goodRow + `],"after":[]}`))
	f.Add([]byte(`{"before":[` + rowWith("hours", `0,5`) + `],"after":[1]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		before, after, err := ReadCost(strings.NewReader(string(data)))
		if err != nil {
			return
		}
		for _, row := range append(before, after...) {
			if ps := row.Check(); len(ps) > 0 {
				t.Errorf("ReadCost(%q) lets pass %v", data, ps)
			}
		}
	})
}
