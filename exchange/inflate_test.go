package exchange

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func zipped(t testing.TB, data []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestOpen(t *testing.T) {
	text := strings.Repeat("hồ sơ ", 100)
	packed := zipped(t, []byte(text))
	broken := bytes.Clone(packed)
	broken[len(broken)-5] ^= 1
	for _, c := range []struct {
		name   string
		in     []byte
		limits Limits
		want   string
		told   []string
	}{
		{"plain", []byte(text), Limits{}, text, nil},
		{"empty", nil, Limits{}, "", nil},
		{"one byte", []byte("x"), Limits{}, "x", nil},
		{"packed", packed, Limits{}, text, nil},
		{"packed in two pieces", append(bytes.Clone(packed), packed...), Limits{}, text + text, nil},
		{"on the bound", []byte("abc"), Limits{Sent: 3}, "abc", nil},
		{"over the bound", []byte("abcd"), Limits{Sent: 3}, "abc", []string{"f upload.too_large"}},
		{"packed over the bound", packed, Limits{Sent: int64(len(packed)) - 1}, "", []string{"f upload.too_large"}},
		{"unpacked on the bound", packed, Limits{Unpacked: int64(len(text))}, text, nil},
		{"unpacked over the bound", packed, Limits{Unpacked: int64(len(text)) - 1}, text[:len(text)-1], []string{"f upload.too_large_unpacked"}},
		{"cut off", packed[:len(packed)-9], Limits{}, "", []string{"f upload.damaged"}},
		{"a wrong sum", broken, Limits{}, "", []string{"f upload.damaged"}},
		{"only the magic", []byte("\x1f\x8b"), Limits{}, "", []string{"f upload.damaged"}},
		{"something behind", append(bytes.Clone(packed), "xxxxxxxxxxxxx"...), Limits{}, "", []string{"f upload.damaged"}},
	} {
		in, err := Open("f", bytes.NewReader(c.in), c.limits)
		var got []byte
		if err == nil {
			got, err = io.ReadAll(in)
			in.Close()
		}
		if diff := cmp.Diff(c.told, told(err)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
		if (c.told == nil || c.want != "") && string(got) != c.want {
			t.Errorf("%s: read %d bytes, want %d", c.name, len(got), len(c.want))
		}
	}
}

// A file of a few hundred kilobytes that unpacks to more than the limit is read no further than that.
func TestOpenStopsAtABomb(t *testing.T) {
	bomb := zipped(t, make([]byte, MaxUnpacked+1))
	in, err := Open("bomb.gz", bytes.NewReader(bomb), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	n, err := io.Copy(io.Discard, in)
	if diff := cmp.Diff([]string{"bomb.gz upload.too_large_unpacked"}, told(err)); diff != "" || n != MaxUnpacked {
		t.Errorf("%d bytes read: %s", n, diff)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte("plain"))
	f.Add(zipped(f, []byte("packed")))
	f.Add([]byte("\x1f\x8b\x08\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		in, err := Open("f", bytes.NewReader(data), Limits{Sent: 1 << 10, Unpacked: 1 << 12})
		if err != nil {
			return
		}
		if n, _ := io.Copy(io.Discard, in); n > 1<<12 {
			t.Errorf("%d bytes came out of %q", n, data)
		}
	})
}
