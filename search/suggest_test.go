package search

import (
	"context"
	"slices"
	"testing"

	"rasoat/catalog"
)

// What is begun is completed word by word, ours and short names first; codes and fields come before names.
func TestSuggest(t *testing.T) {
	changes := sample()
	changes = append(
		changes,
		Change{
			Seq: 6,
			Key: "1.000656",
			Doc: &Document{
				Procedure: catalog.Procedure{Code: "1.000656", Name: "Thủ tục đăng ký khai tử", Field: "Hộ tịch",
					Kind: catalog.Public, Status: catalog.InForce, AlsoKnown: []string{"báo tử cho người nhà"}},
			},
		},
	)
	x := filled(t, Options{}, changes)
	for _, c := range []struct {
		typed string
		scope Scope
		want  []string // the first ones
	}{
		{"khai s", Public, []string{"name 1.001193", "name 1.003583"}},
		{"KHAI SI", Public, []string{"name 1.001193", "name 1.003583"}},
		{"đăng ký khai t", Public, []string{"name 1.000656"}},
		{"dang ky kha", Public, []string{"name 1.001193", "name 1.000656", "name 1.003583"}},
		{"báo tử ch", Public, []string{"name 1.000656"}},
		{"hộ t", Public, []string{"field "}},
		{"1.00119", Public, []string{"code 1.001193"}},
		{"1193", Public, []string{"code 1.001193"}},
		{"nghỉ p", Public, nil},
		{"nghỉ p", Official, []string{"name NB-01"}},
		{"NB-0", Public, nil},
		{"", Public, nil},
	} {
		found, err := x.Suggest(context.Background(), c.typed, 8, c.scope)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range found {
			got = append(got, f.Kind+" "+string(f.Code))
		}
		if len(got) < len(c.want) || !slices.Equal(got[:len(c.want)], c.want) || c.want == nil && len(got) > 0 {
			t.Errorf("%q: %q, want %q", c.typed, got, c.want)
		}
	}
}

// Suggestions over the real catalogue cost a bounded number of lists, whatever has been typed of a name, and there are
// at most eight of them, each once.
func TestSuggest_letterByLetter(t *testing.T) {
	changes := realChanges(t)
	shared := realIndex(t)
	count := &counted{lister: shared.view.lists}
	x := &Index{spoken: shared.spoken, now: shared.now, log: shared.log}
	for i := 0; i < len(changes); i += 300 {
		name := []rune(changes[i].Doc.Procedure.Name)
		for n := 2; n < min(len(name)/2, 40); n += 7 {
			x.view, count.lists = shared.view.cold(count), 0
			list, err := x.Suggest(t.Context(), string(name[:n]), 8, Official)
			must(t, err)
			if most := maxReadings * retrieved * len(fields); count.lists > most {
				t.Errorf("%q: %d lists were fetched, more than %d", string(name[:n]), count.lists, most)
			}
			seen := map[string]bool{}
			for _, s := range list {
				if seen[s.Kind+s.Text] {
					t.Errorf("%q suggests %q twice", string(name[:n]), s.Text)
				}
				seen[s.Kind+s.Text] = true
			}
			if len(list) > 8 {
				t.Errorf("%q: %d suggestions", string(name[:n]), len(list))
			}
		}
	}
}

// While a person types, the name that is meant stands among eight suggestions before it is written out.
func TestSuggest_asTyped(t *testing.T) {
	x := realIndex(t)
	for _, c := range []struct {
		typed string
		want  string // code
	}{
		{"đăng ký kh", "1.001193"},
		{"dang ky ket h", "1.000894"},
		{"giấy phép lái x", "3.000346"},
		{"cấp lại giấy phép lái", "3.000348"},
		{"tam ngung kinh d", "1.001570"},
		{"khai sih", "1.001193"},
		{"GKS", "1.001193"},
		{"1.00119", "1.001193"},
		{"chứng thực di ch", "2.001019"},
		{"hoà giải viê", "1.002211"},
	} {
		list, err := x.Suggest(context.Background(), c.typed, 8, Official)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, s := range list {
			found = found || string(s.Code) == c.want
		}
		if !found {
			t.Errorf("%q suggests %+v, want %s among them", c.typed, list, c.want)
		}
	}
}
