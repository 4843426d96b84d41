package store_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"rasoat/store/storetest"
	"rasoat/value"
)

func TestUpload(t *testing.T) {
	s := storetest.Open(t)
	name, size, err := s.PutUpload(t.Context(), strings.NewReader("tệp"))
	if err != nil || size != 5 {
		t.Fatal(name, size, err)
	}
	f, err := s.OpenUpload(name)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(f)
	if f.Close(); err != nil || string(got) != "tệp" {
		t.Errorf("%q, %v", got, err)
	}
	for range 2 {
		if err := s.DropUpload(name); err != nil {
			t.Error(err)
		}
	}
	_, err = s.OpenUpload(name)
	wantIs(t, err, value.ErrNotFound)
	_, err = s.OpenUpload("../rasoat.db")
	wantIs(t, err, value.ErrNotFound)
	if err := s.DropUpload("../rasoat.db"); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(s.Path()); err != nil {
		t.Error("an upload's name reached outside its folder")
	}
}

// What breaks off while it comes in leaves nothing behind.
func TestPutUpload_BreaksOff(t *testing.T) {
	s := storetest.Open(t)
	broken := errors.New("line gone")
	_, _, err := s.PutUpload(t.Context(), io.MultiReader(strings.NewReader("a"), iotest.ErrReader(broken)))
	wantIs(t, err, broken)
	left, err := os.ReadDir(filepath.Join(s.Dir(), "uploads"))
	if err != nil || len(left) != 0 {
		t.Errorf("%v, %v", left, err)
	}
	if _, _, err := s.PutUpload(t.Context(), strings.NewReader("b")); err != nil {
		t.Fatal(err)
	}
	if err := s.DropUploads(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(s.Dir(), "uploads")); !errors.Is(err, os.ErrNotExist) {
		t.Error("uploads are still there")
	}
}
