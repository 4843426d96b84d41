package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the schema up to date, or only compares it where NoMigrate forbids.
func (s *Store) migrate(ctx context.Context) error {
	p, err := migrator(s.writeDB)
	if err != nil {
		return err
	}
	want := newest(p)
	db := s.writeDB
	if s.noMigrate {
		db = s.readDB
	}
	have, err := schemaOf(ctx, db)
	if err != nil {
		return fmt.Errorf("schema of %s: %w", s.Path(), err)
	}
	if have > want || s.noMigrate && have != want {
		return &SchemaError{Have: have, Want: want}
	}
	if have == want {
		return nil
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", kind(err))
	}
	return nil
}

// migrator is goose over the embedded files: no global registry, and silent because it is not verbose.
func migrator(db *sql.DB) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithDisableGlobalRegistry(true))
}

// newest is the number of the last migration.
func newest(p *goose.Provider) int64 {
	all := p.ListSources()
	return all[len(all)-1].Version
}

// neededSchema is the schema number that this program needs.
func neededSchema() (int64, error) {
	p, err := migrator(new(sql.DB))
	if err != nil {
		return 0, err
	}
	return newest(p), nil
}

// schemaOf reads the number of the last migration without creating goose's table, 0 where there is none.
func schemaOf(ctx context.Context, db *sql.DB) (int64, error) {
	r := reader{q: db}
	tables, err := one(ctx, r, scanValue[int], `
SELECT COUNT(*)
FROM sqlite_master
WHERE type = 'table' AND name = 'goose_db_version'`)
	if err != nil || tables == 0 {
		return 0, err
	}
	return one(ctx, r, scanValue[int64], `
SELECT COALESCE(MAX(version_id), 0)
FROM goose_db_version
WHERE is_applied`)
}
