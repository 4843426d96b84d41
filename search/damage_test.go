package search

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"
)

// harms is what can befall the folder of an index, and as what opening tells it.
var harms = []struct {
	name string
	harm func(t *testing.T, dir string)
	want error
	part string // of a Damage
}{
	{"whole", func(*testing.T, string) {}, nil, ""},
	{"folder gone", func(t *testing.T, dir string) { must(t, os.RemoveAll(dir)) }, ErrMissing, ""},
	{
		"folder empty",
		func(t *testing.T, dir string) { must(t, os.RemoveAll(dir)); must(t, os.Mkdir(dir, 0o700)) },
		ErrDamaged,
		"root",
	},
	{"bolt file cut", func(t *testing.T, dir string) { must(t, os.Truncate(rootOf(dir), 100)) }, ErrDamaged, "root"},
	{"bolt file cut by half", func(t *testing.T, dir string) { cutHalf(t, rootOf(dir)) }, ErrDamaged, "root"},
	{"bolt file empty", func(t *testing.T, dir string) { must(t, os.Truncate(rootOf(dir), 0)) }, ErrDamaged, "root"},
	{"bolt file gone", func(t *testing.T, dir string) { must(t, os.Remove(rootOf(dir))) }, ErrDamaged, "root"},
	{
		"meta gone",
		func(t *testing.T, dir string) { must(t, os.Remove(filepath.Join(dir, "index_meta.json"))) },
		ErrDamaged,
		"meta",
	},
	{
		"meta empty",
		func(t *testing.T, dir string) { must(t, os.Truncate(filepath.Join(dir, "index_meta.json"), 0)) },
		ErrDamaged,
		"meta",
	},
	{"mapping empty", func(t *testing.T, dir string) { putInternal(t, dir, "_mapping", "") }, ErrDamaged, "mapping"},
	{
		"mapping cut",
		func(t *testing.T, dir string) { putInternal(t, dir, "_mapping", `{"default_m`) },
		ErrDamaged,
		"mapping",
	},
	{
		"mapping of another version",
		func(t *testing.T, dir string) { putInternal(t, dir, string(keyMapping), "0") },
		ErrOtherMapping,
		"",
	},
	{"segment gone", func(t *testing.T, dir string) { eachSegment(t, dir, os.Remove) }, ErrDamaged, "segment"},
	{"segment cut", func(t *testing.T, dir string) {
		eachSegment(t, dir, func(path string) error { cutHalf(t, path); return nil })
	}, ErrDamaged, "segment"},
	{"segment empty", func(t *testing.T, dir string) {
		eachSegment(t, dir, func(path string) error { return os.Truncate(path, 0) })
	}, ErrDamaged, "segment"},
	{"segment with a hole", func(t *testing.T, dir string) {
		eachSegment(t, dir, func(path string) error { return blank(path, 0.4, 0.5) })
	}, ErrDamaged, "segment"},
	{
		"bolt file with a hole",
		func(t *testing.T, dir string) { must(t, blank(rootOf(dir), 0.1, 1)) },
		ErrDamaged,
		"root",
	},
}

func rootOf(dir string) string { return filepath.Join(dir, "store", "root.bolt") }

func cutHalf(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	must(t, err)
	must(t, os.Truncate(path, info.Size()/2))
}

// blank overwrites the part of a file between two shares of its length.
func blank(path string, from, to float64) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	at := int64(from * float64(info.Size()))
	_, err = f.WriteAt(make([]byte, int64(to*float64(info.Size()))-at), at)
	return errors.Join(err, f.Close())
}

func eachSegment(t *testing.T, dir string, do func(path string) error) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "store", "*.zap"))
	must(t, err)
	if len(files) == 0 {
		t.Fatal("no segment is on disk")
	}
	for _, f := range files {
		must(t, do(f))
	}
}

// putInternal changes a value of the newest state that the bolt file records.
func putInternal(t *testing.T, dir, key, value string) {
	t.Helper()
	db, err := bbolt.Open(rootOf(dir), 0o600, nil)
	must(t, err)
	must(t, db.Update(func(tx *bbolt.Tx) error {
		states := tx.Bucket([]byte("s"))
		newest, _ := states.Cursor().Last()
		return states.Bucket(newest).Bucket([]byte("i")).Put([]byte(key), []byte(value))
	}))
	must(t, db.Close())
}

// Each damage is told apart, and an index made anew in its place is whole.
func TestOpen_tellsDamageApart(t *testing.T) {
	for _, c := range harms {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "index")
			x, err := Create(dir, Options{})
			must(t, err)
			must(t, CatchUp(context.Background(), x, sample()))
			must(t, x.Close())
			c.harm(t, dir)
			x, err = Open(dir, Options{})
			if !errors.Is(err, c.want) {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			if damage := (*Damage)(nil); errors.As(err, &damage) && damage.Part != c.part {
				t.Errorf("damaged part %q (%v), want %q", damage.Part, err, c.part)
			}
			if err != nil {
				x, err = Create(dir, Options{})
				must(t, err)
				must(t, CatchUp(context.Background(), x, sample()))
			}
			defer func() { must(t, x.Close()) }()
			if x.Count() != 5 || x.Seq() != 5 || firstOf(t, x, Query{Text: "khai sinh"}) != "1.001193" {
				t.Errorf("count %d, seq %d, first %q", x.Count(), x.Seq(), firstOf(t, x, Query{Text: "khai sinh"}))
			}
		})
	}
}
