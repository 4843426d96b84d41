package cost

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"rasoat/value"
)

type vectors struct {
	Tables []struct {
		Title string
		Input struct{ Before, After []Row }
		Want  json.RawMessage
	}
	Edges []struct {
		Before, After, Saving value.Money
		Percent               *string
		Meets20               *bool `json:"meets_20"`
	}
}

// readVectors finds the handbook's figures beside the module, skipping where they are not.
func readVectors(t *testing.T) vectors {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for !isFile(filepath.Join(dir, "go.mod")) {
		up := filepath.Dir(dir)
		if up == dir {
			t.Skip("no go.mod above: the handbook's vectors cannot be found")
		}
		dir = up
	}
	b, err := os.ReadFile(filepath.Join(dir, "..", "shared", "domain", "scm_test_vectors.json"))
	if err != nil {
		t.Skip("the handbook's vectors are not beside the module: ", err)
	}
	var v vectors
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	if len(v.Tables) == 0 || len(v.Edges) == 0 {
		t.Fatal("the vectors hold no tables or no edges")
	}
	return v
}

func isFile(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// The answers must equal the vectors byte for byte, blanks aside.
func TestPrice_Vectors(t *testing.T) {
	for _, table := range readVectors(t).Tables {
		t.Run(table.Title, func(t *testing.T) {
			res, err := Price(table.Input.Before, table.Input.After)
			if err != nil {
				t.Fatal(err)
			}
			got, err := json.Marshal(res)
			if err != nil {
				t.Fatal(err)
			}
			var want bytes.Buffer
			if err := json.Compact(&want, table.Want); err != nil {
				t.Fatal(err)
			}
			if string(got) != want.String() {
				t.Errorf("got  %s\nwant %s", got, &want)
			}
		})
	}
}

func TestPrice_VectorEdges(t *testing.T) {
	for _, e := range readVectors(t).Edges {
		res, err := Price(lump(e.Before), lump(e.After))
		if err != nil {
			t.Fatalf("%v → %v: %v", e.Before, e.After, err)
		}
		if res.Saving != e.Saving || show(res.Percent) != show(e.Percent) {
			t.Errorf("%v → %v: saving %v, %s; want %v, %s",
				e.Before, e.After, res.Saving, show(res.Percent), e.Saving, show(e.Percent))
		}
		share := value.Ratio{Part: int64(res.Saving), Whole: int64(res.Before.AnnualTotal)}
		if want := e.Meets20 != nil && *e.Meets20; share.Meets(value.Whole(20)) != want {
			t.Errorf("%v → %v: meets 20%% is %v, want %v", e.Before, e.After, !want, want)
		}
	}
}

// lump is a table of one row that comes to a sum, by a thousand times where it is beyond the bound of a fee.
func lump(sum value.Money) []Row {
	r := Row{
		Task:            Fees,
		Activity:        "lump",
		Fees:            sum,
		TimesPerYear:    value.Whole(1),
		SubjectsPerYear: 1,
		Source:          Estimate,
	}
	if sum > MaxMoney {
		r.Fees, r.SubjectsPerYear = sum/1000, 1000
	}
	return []Row{r}
}

func show(s *string) string {
	if s == nil {
		return "null"
	}
	return *s
}
