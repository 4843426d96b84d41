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

// VerifyDatabase asks SQLite whether the file is sound and every reference leads somewhere; ErrDamaged says
// what is not.
func (s *Store) VerifyDatabase(ctx context.Context) error {
	found, err := list(ctx, s.reader, scanValue[string], `PRAGMA integrity_check(10)`)
	if err != nil {
		return err
	}
	if len(found) != 1 || found[0] != "ok" {
		return fmt.Errorf("%w: %v", ErrDamaged, found)
	}
	loose, err := list(ctx, s.reader, scanValue[string], `
SELECT "table" || ' row ' || COALESCE(rowid, 0) || ' without ' || parent
FROM pragma_foreign_key_check
LIMIT 10`)
	if err != nil {
		return err
	}
	if len(loose) > 0 {
		return fmt.Errorf("%w: %v", ErrDamaged, loose)
	}
	return nil
}

// saved is a version as the audit chain saw it.
type saved struct {
	what     string
	text     string
	hash     string
	recorded bool
}

// verifyBatch is how many versions are held in memory at a time.
const verifyBatch = 500

// VerifyVersions compares every stored version with its own hash and with the audit chain, which vouches
// for the hash; ErrDamaged names the first that was changed behind the program's back. The chain itself
// is VerifyAudit's.
func (r reader) VerifyVersions(ctx context.Context) error {
	if err := r.verifyCurrent(ctx); err != nil {
		return err
	}
	if err := r.verifyTable(ctx, `
SELECT
	'procedure ' || v.code_key,
	v.snapshot,
	v.hash,
	EXISTS (
		SELECT 1
		FROM audit a
		WHERE a.agency = v.agency
			AND a.subject = 'procedure ' || v.code_key
			AND a.detail LIKE '%"hash":"' || v.hash || '"%'
	)
FROM procedure_version v
WHERE v.agency = ?
ORDER BY v.code_key, v.number
LIMIT ? OFFSET ?`); err != nil {
		return err
	}
	return r.verifyTable(ctx, `
SELECT
	h.kind || ' ' || h.item,
	h.body,
	h.hash,
	EXISTS (
		SELECT 1
		FROM audit a
		WHERE a.agency = h.agency
			AND a.subject = h.kind || ' ' || h.item
			AND a.detail LIKE '%"hash":"' || h.hash || '"%'
	)
FROM history h
WHERE h.agency = ?
ORDER BY h.kind, h.item, h.number
LIMIT ? OFFSET ?`)
}

// verifyCurrent sees that what stands now is the version that was kept under its number.
func (r reader) verifyCurrent(ctx context.Context) error {
	strays, err := list(ctx, r, scanValue[string], `
SELECT 'procedure ' || p.code_key
FROM procedure p
LEFT JOIN procedure_version v ON v.agency = p.agency AND v.code_key = p.code_key AND v.number = p.version
WHERE p.agency = ? AND (v.hash IS NULL OR v.hash <> p.hash)
UNION ALL
SELECT c.kind || ' ' || c.item
FROM (
	SELECT agency, 'setting' AS kind, name AS item, version, body FROM setting
	UNION ALL
	SELECT agency, 'plan', id, version, body FROM plan
	UNION ALL
	SELECT agency, 'form', plan || '/' || campaign || '/' || procedure, version, body FROM form
	UNION ALL
	SELECT agency, 'proposal', CAST(id AS TEXT), version, body FROM proposal
	UNION ALL
	SELECT agency, 'figure', plan || '/' || indicator || '/' || variant || '/' || month, version, body
	FROM indicator_figure
	UNION ALL
	SELECT agency, 'release', plan || '/' || month, version, body FROM indicator_release
	UNION ALL
	SELECT agency, 'feedback', CAST(id AS TEXT), version, body FROM feedback
	UNION ALL
	SELECT agency, 'announcement', CAST(id AS TEXT), version, body FROM announcement
	UNION ALL
	SELECT agency, 'additions', plan, version, body FROM addition
	UNION ALL
	SELECT agency, 'settlement', plan || '/' || month, version, body FROM settlement
	UNION ALL
	SELECT agency, 'month', plan || '/' || month || '/' || place, version, body FROM month_entry
	UNION ALL
	SELECT agency, kind, id, version, body FROM word
) c
LEFT JOIN history h ON h.agency = c.agency AND h.kind = c.kind AND h.item = c.item AND h.number = c.version
WHERE c.agency = ? AND (h.body IS NULL OR h.body <> c.body)
LIMIT 1`, r.agency, r.agency)
	if err == nil && len(strays) > 0 {
		err = fmt.Errorf("%w: %s was changed", ErrDamaged, strays[0])
	}
	return err
}

func (r reader) verifyTable(ctx context.Context, query string) error {
	for offset := 0; ; offset += verifyBatch {
		batch, err := list(ctx, r, func(row scanner) (v saved, err error) {
			err = row.Scan(&v.what, &v.text, &v.hash, &v.recorded)
			return v, err
		}, query, r.agency, verifyBatch, offset)
		if err != nil || len(batch) == 0 {
			return err
		}
		for _, v := range batch {
			if hash, err := sealedHash([]byte(v.text)); err != nil || hash != v.hash || !v.recorded {
				return fmt.Errorf("%w: %s was changed", ErrDamaged, v.what)
			}
		}
	}
}

// FileFault is a file that is not as it was handed in.
type FileFault struct {
	SHA    string
	Name   string
	Reason string // "missing", "changed"
}

// VerifyFiles reads every file that was named and lists those that are gone or have other content.
func (s *Store) VerifyFiles(ctx context.Context) ([]FileFault, error) {
	files, err := s.namedFiles(ctx)
	if err != nil {
		return nil, err
	}
	var faults []FileFault
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		reason, err := s.fileFault(f.SHA)
		if err != nil {
			return nil, err
		}
		if reason != "" {
			faults = append(faults, FileFault{SHA: f.SHA, Name: f.Name, Reason: reason})
		}
	}
	return faults, nil
}

// namedFiles are the files of the table, and those of issued reports.
func (s *Store) namedFiles(ctx context.Context) ([]File, error) {
	return list(ctx, s.reader, func(row scanner) (f File, err error) {
		err = row.Scan(&f.SHA, &f.Name)
		return f, err
	}, `
SELECT
	sha,
	MAX(name)
FROM (
	SELECT sha, name FROM file WHERE agency = ?
	UNION ALL
	SELECT docx, '' FROM report WHERE agency = ? AND docx <> ''
	UNION ALL
	SELECT scan, '' FROM report WHERE agency = ? AND scan <> ''
) named
GROUP BY sha
ORDER BY sha`, s.agency, s.agency, s.agency)
}

func (s *Store) fileFault(sha string) (reason string, err error) {
	f, err := s.OpenFile(sha)
	if errors.Is(err, value.ErrNotFound) {
		return "missing", nil
	}
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil || hex.EncodeToString(h.Sum(nil)) != sha {
		return "changed", nil
	}
	return "", nil
}

var shaInside = regexp.MustCompile(`[0-9a-f]{64}`)

// SweepFiles removes files older than before that nothing names: neither a row, nor the text of any
// version of anything. It says how many. Other agencies' rows count too.
func (s *Store) SweepFiles(ctx context.Context, before time.Time) (int, error) {
	named, err := s.mentionedFiles(ctx)
	if err != nil {
		return 0, err
	}
	removed := 0
	err = filepath.WalkDir(filepath.Join(s.dir, "files"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || named[d.Name()] {
			return err
		}
		info, err := d.Info()
		if err != nil || !info.ModTime().Before(before) {
			return err
		}
		removed++
		return os.Remove(path)
	})
	return removed, err
}

// mentionedFiles is every SHA-256 that stands anywhere in a row that may name a file.
func (s *Store) mentionedFiles(ctx context.Context) (map[string]bool, error) {
	rows, err := s.q.QueryContext(ctx, `
SELECT sha FROM file
UNION ALL
SELECT docx || ' ' || scan || ' ' || figures FROM report
UNION ALL
SELECT body FROM history
UNION ALL
SELECT detail FROM audit`)
	if err != nil {
		return nil, kind(err)
	}
	named := make(map[string]bool)
	_, err = collect(rows, func(row scanner) (none struct{}, err error) {
		var text string
		err = row.Scan(&text)
		for _, sha := range shaInside.FindAllString(text, -1) {
			named[sha] = true
		}
		return none, err
	})
	return named, err
}
