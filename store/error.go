package store

import (
	"errors"
	"fmt"
	"syscall"

	"github.com/mattn/go-sqlite3"
)

// The kinds of failure that a person can do something about. Beside them stand value.ErrNotFound,
// *value.Conflict, value.Problems and *SchemaError; everything else is our fault.
var (
	ErrFolder    = errors.New("data folder cannot be used")
	ErrFull      = errors.New("disk full")
	ErrBusy      = errors.New("another process is writing")
	ErrDamaged   = errors.New("database is damaged")
	ErrReference = errors.New("refers to something that is not stored")
	ErrLocked    = errors.New("data folder is in use by another process")
)

// SchemaError says that the database has another schema than the program.
type SchemaError struct {
	Have, Want int64 // Have 0: no database, or an empty one
}

func (e *SchemaError) Error() string {
	return fmt.Sprintf("database has schema %d, the program needs %d", e.Have, e.Want)
}

// kind names a driver's failure by its code; what it does not know it hands on.
func kind(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return asKind(ErrFull, err)
	}
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.SystemErrno {
	case syscall.ENOSPC, syscall.EDQUOT:
		return asKind(ErrFull, err)
	case syscall.EROFS: // a disk that the system took from under an open database
		return asKind(ErrFolder, err)
	}
	switch e.Code {
	case sqlite3.ErrFull:
		return asKind(ErrFull, err)
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return asKind(ErrBusy, err)
	case sqlite3.ErrCantOpen, sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrAuth:
		return asKind(ErrFolder, err)
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return asKind(ErrDamaged, err)
	}
	if e.ExtendedCode == sqlite3.ErrConstraintForeignKey {
		return asKind(ErrReference, err)
	}
	return err
}

// asKind puts the kind in front once.
func asKind(k, err error) error {
	if errors.Is(err, k) {
		return err
	}
	return fmt.Errorf("%w: %w", k, err)
}

// isUnique reports whether err is a second row where an index allows one.
func isUnique(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) &&
		(e.ExtendedCode == sqlite3.ErrConstraintUnique || e.ExtendedCode == sqlite3.ErrConstraintPrimaryKey)
}
