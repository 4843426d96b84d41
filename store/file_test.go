package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestFiles(t *testing.T) {
	s := storetest.Open(t)
	put := func(content string) string {
		sha, size, err := s.PutFile(t.Context(), strings.NewReader(content), "quyết định.pdf")
		if err != nil || size != int64(len(content)) {
			t.Fatalf("%d bytes, %v", size, err)
		}
		return sha
	}
	sha := put("nội dung")
	if again := put("nội dung"); again != sha {
		t.Errorf("%s, then %s", sha, again)
	}
	f, err := s.OpenFile(sha)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if b, err := os.ReadFile(f.Name()); err != nil || string(b) != "nội dung" {
		t.Errorf("%q, %v", b, err)
	}
	for _, wrong := range []string{"", "ab", "../rasoat.db", strings.Repeat("0", 64)} {
		_, err := s.OpenFile(wrong)
		wantIs(t, err, value.ErrNotFound)
	}
	_, err = s.File(t.Context(), sha)
	wantIs(t, err, value.ErrNotFound)
	write(t, s, func(tx *store.Tx) error {
		return errors.Join(
			tx.SaveFile(t.Context(), store.File{SHA: sha, Name: "tệp/quyết định.pdf", Size: 11}),
			tx.SaveFile(t.Context(), store.File{SHA: sha, Name: "khác.pdf", Size: 11}),
		)
	})
	got, err := s.File(t.Context(), sha)
	if err != nil {
		t.Fatal(err)
	}
	want := store.File{SHA: sha, Name: "quyết định.pdf", Size: 11, Author: "an", At: storetest.Now().UTC()}
	diff(t, got, want)
	all, err := s.Files(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	diff(t, all, []store.File{want})
}

func TestPutFile_Cancelled(t *testing.T) {
	s := storetest.Open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, _, err := s.PutFile(ctx, strings.NewReader("nội dung"), "a")
	wantIs(t, err, context.Canceled)
	left, err := os.ReadDir(filepath.Join(s.Dir(), "files"))
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
