package store

import (
	"context"
	"fmt"
)

// CopyDatabase writes a consistent copy of the database to path, which must not exist yet, while others go
// on reading and writing. The files beside the database are the caller's to copy, after it: a file is
// written before the transaction that names it, and so none can be missing.
func (s *Store) CopyDatabase(ctx context.Context, path string) error {
	rows, err := s.q.QueryContext(ctx, `VACUUM INTO ?`, path)
	if err != nil {
		return fmt.Errorf("copy of the database: %w", kind(err))
	}
	_, err = collect(rows, scanValue[string])
	return err
}
