package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"rasoat/value"
)

// File is what is known of a file by its content: evidence, a signed scan, an issued document.
type File struct {
	SHA    string // SHA-256 of the content in hex; also where it lies
	Name   string // base name under which it was first handed in
	Size   int64
	Author string // set by the store, as is At
	At     time.Time
}

// shaForm is what a file's name on disk looks like. Nothing else is ever opened.
var shaForm = regexp.MustCompile(`^[0-9a-f]{64}$`)

func (s *Store) filePath(sha string) string { return filepath.Join(s.dir, "files", sha[:2], sha) }

// PutFile writes content to DIR/files before the transaction that names it, and gives its SHA-256 in hex
// and its size. Content that is there already is not written again. name stands in errors only; Tx.SaveFile keeps it.
func (s *Store) PutFile(ctx context.Context, r io.Reader, name string) (sha string, size int64, err error) {
	sha, size, err = s.putFile(ctx, r)
	if err != nil {
		return "", 0, fmt.Errorf("file %s: %w", name, kind(err))
	}
	return sha, size, nil
}

func (s *Store) putFile(ctx context.Context, r io.Reader) (string, int64, error) {
	tmp, err := os.CreateTemp(filepath.Join(s.dir, "files"), "new-*")
	if err != nil {
		return "", 0, err
	}
	defer os.Remove(tmp.Name()) // nothing is left to remove once it is renamed
	h := sha256.New()
	size, err := io.Copy(io.MultiWriter(tmp, h), cancelled{ctx, r})
	if err == nil {
		err = tmp.Sync()
	}
	if err = errors.Join(err, tmp.Close()); err != nil {
		return "", 0, err
	}
	sha := hex.EncodeToString(h.Sum(nil))
	path := s.filePath(sha)
	if _, err := os.Stat(path); err == nil {
		return sha, size, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", 0, err
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return "", 0, err
	}
	return sha, size, syncDir(filepath.Dir(path))
}

// cancelled stops reading when the context ends.
type cancelled struct {
	ctx context.Context
	r   io.Reader
}

func (c cancelled) Read(b []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(b)
}

// OpenFile opens a file by its SHA-256; value.ErrNotFound where there is none. The caller closes it.
func (s *Store) OpenFile(sha string) (*os.File, error) {
	if !shaForm.MatchString(sha) {
		return nil, fmt.Errorf("file %s: %w", sha, value.ErrNotFound)
	}
	f, err := os.Open(s.filePath(sha))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("file %s: %w", sha, value.ErrNotFound)
	}
	return f, err
}

const fileColumns = `
SELECT
	sha,
	name,
	size,
	author,
	at
FROM file
`

func scanFile(row scanner) (f File, err error) {
	err = row.Scan(&f.SHA, &f.Name, &f.Size, &f.Author, (*stamp)(&f.At))
	return f, err
}

// File is what is known of a file; value.ErrNotFound where no transaction has named it.
func (r reader) File(ctx context.Context, sha string) (File, error) {
	f, err := one(ctx, r, scanFile, fileColumns+"WHERE agency = ? AND sha = ?", r.agency, sha)
	if err != nil {
		return f, fmt.Errorf("file %s: %w", sha, err)
	}
	return f, nil
}

// Files lists all named files by their SHA-256.
func (r reader) Files(ctx context.Context) ([]File, error) {
	return list(ctx, r, scanFile, fileColumns+"WHERE agency = ? ORDER BY sha", r.agency)
}

// SaveFile names a file that PutFile has written. The first name stays.
func (tx *Tx) SaveFile(ctx context.Context, f File) error {
	n, err := tx.exec(ctx, `
INSERT INTO file (
	agency,
	sha,
	name,
	size,
	at,
	author
) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, sha) DO NOTHING`,
		tx.agency, f.SHA, filepath.Base(f.Name), f.Size, stamp(tx.now), tx.actor)
	if err != nil || n == 0 {
		return err
	}
	return tx.note(ctx, "file.save", "file "+f.SHA, map[string]any{"name": filepath.Base(f.Name), "size": f.Size})
}
