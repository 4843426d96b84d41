package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"rasoat/value"
)

// Uploads are bytes that somebody handed in and that nobody has decided about yet: they lie in DIR/uploads, no
// transaction names them, and they go when they are decided about or when the program starts anew.

var uploadForm = regexp.MustCompile(`^[0-9]+$`)

func (s *Store) uploadDir() string { return filepath.Join(s.dir, "uploads") }

// PutUpload keeps content until DropUpload, and gives the name by which it is found. What cannot be read to its
// end leaves nothing behind.
func (s *Store) PutUpload(ctx context.Context, r io.Reader) (name string, size int64, err error) {
	if err := os.MkdirAll(s.uploadDir(), 0o700); err != nil {
		return "", 0, kind(err)
	}
	f, err := os.CreateTemp(s.uploadDir(), "")
	if err != nil {
		return "", 0, kind(err)
	}
	size, err = io.Copy(f, cancelled{ctx, r})
	if err = errors.Join(err, f.Close()); err != nil {
		return "", 0, kind(errors.Join(err, os.Remove(f.Name())))
	}
	return filepath.Base(f.Name()), size, nil
}

// OpenUpload opens an upload; value.ErrNotFound where it is gone. The caller closes it.
func (s *Store) OpenUpload(name string) (*os.File, error) {
	if !uploadForm.MatchString(name) {
		return nil, fmt.Errorf("upload %s: %w", name, value.ErrNotFound)
	}
	f, err := os.Open(filepath.Join(s.uploadDir(), name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("upload %s: %w", name, value.ErrNotFound)
	}
	return f, err
}

// DropUpload removes an upload; one that is gone is no failure.
func (s *Store) DropUpload(name string) error {
	if !uploadForm.MatchString(name) {
		return nil
	}
	if err := os.Remove(filepath.Join(s.uploadDir(), name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// DropUploads removes what nobody decided about. The holder of the lock asks for it at start.
func (s *Store) DropUploads() error { return os.RemoveAll(s.uploadDir()) }
