package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"rasoat/catalog"
	"rasoat/value"
)

// Version is one version of a procedure.
type Version struct {
	Procedure catalog.Procedure
	Key       catalog.Code
	Number    int // from 1
	Author    string
	At        time.Time
	Reason    string
	Source    catalog.Source
	Origins   catalog.Origins
	Hash      string // SHA-256 in hex of the stored procedure
}

// Head is what the typed columns hold of a procedure's current version.
type Head struct {
	Key     catalog.Code
	Code    catalog.Code
	Name    string
	Kind    catalog.Kind
	Group   catalog.Group
	Status  catalog.Status
	Ours    catalog.Ours
	Field   string
	Version int
	Hash    string
}

// Two more ways to ask for Filter.Ours, beside the values of catalog.Ours.
const (
	Unsorted catalog.Ours = "unsorted" // not yet sorted; a typical one has nobody to be sorted for
	AnyOurs  catalog.Ours = "ours"     // catalog.Ours.IsOurs
)

// Filter narrows a listing of procedures; a zero field does not.
type Filter struct {
	Level    catalog.Level // one of the levels that handle it; read out of the snapshot
	Kind     catalog.Kind
	Group    catalog.Group
	Status   catalog.Status
	Ours     catalog.Ours // Unsorted and AnyOurs too
	Field    string
	Keys     []catalog.Code // nil is all, empty is none
	AfterKey catalog.Code   // cursor: only keys behind it
	Limit    int
}

func (f Filter) where(agency string) *where {
	w := new(where)
	w.add("p.agency = ?", agency)
	if f.Kind != "" {
		w.add("p.kind = ?", f.Kind)
	}
	if f.Level != "" {
		w.add(`EXISTS (
	SELECT 1
	FROM procedure_version lv, json_each(lv.snapshot, '$.body.levels') l
	WHERE lv.agency = p.agency AND lv.code_key = p.code_key AND lv.number = p.version AND l.value = ?
)`, f.Level)
	}
	if f.Group != "" {
		w.add("p.internal_group = ?", f.Group)
	}
	if f.Status != "" {
		w.add("p.status = ?", f.Status)
	}
	switch f.Ours {
	case "":
	case Unsorted:
		w.add("p.ours = ? AND p.status <> ?", catalog.NotSorted, catalog.Typical)
	case AnyOurs:
		in(w, "p.ours", []catalog.Ours{catalog.Receives, catalog.Decides, catalog.Shared})
	default:
		w.add("p.ours = ?", f.Ours)
	}
	if f.Field != "" {
		w.add("p.field = ?", f.Field)
	}
	if f.Keys != nil {
		in(w, "p.code_key", f.Keys)
	}
	if f.AfterKey != "" {
		w.add("p.code_key > ?", f.AfterKey)
	}
	return w
}

// TurningProcedures are the keys of procedures that their own dates turn by a day: what was announced and comes into
// force, what a decision has ended (catalog.OnDay decides).
func (r reader) TurningProcedures(ctx context.Context, day value.Date) ([]catalog.Code, error) {
	return list(ctx, r, scanValue[catalog.Code], `
SELECT p.code_key
FROM procedure p
JOIN procedure_version v ON v.agency = p.agency AND v.code_key = p.code_key AND v.number = p.version
WHERE p.agency = ? AND (
	p.status = ? AND v.snapshot ->> '$.body.validity.from' <= ?
	OR p.status IN (?, ?) AND v.snapshot ->> '$.body.validity.until' <= ?
)
ORDER BY p.code_key`, r.agency, catalog.Announced, day, catalog.Announced, catalog.InForce, day)
}

// procedureForm is how versions of procedures are written.
var procedureForm = snapshot[catalog.Procedure]{}

const versionColumns = `
SELECT
	v.code_key,
	v.number,
	v.author,
	v.at,
	v.reason,
	v.source_format,
	v.source_file,
	v.source_date,
	v.origins,
	v.snapshot,
	v.hash
FROM procedure_version v
`

const currentColumns = versionColumns + `
JOIN procedure p ON p.agency = v.agency AND p.code_key = v.code_key AND p.version = v.number
`

// sealed is a version whose snapshot is not yet read.
type sealed struct {
	Version
	origins, snapshot []byte
}

func scanSealed(row scanner) (v sealed, err error) {
	err = row.Scan(&v.Key, &v.Number, &v.Author, (*stamp)(&v.At), &v.Reason,
		&v.Source.Format, &v.Source.File, &v.Source.Date, &v.origins, &v.snapshot, &v.Hash)
	return v, err
}

// Procedure is the current version of a procedure; value.ErrNotFound where there is none.
func (r reader) Procedure(ctx context.Context, key catalog.Code) (Version, error) {
	return r.oneVersion(ctx, key, currentColumns+"WHERE v.agency = ? AND v.code_key = ?", r.agency, key)
}

// ProcedureVersion is version n of a procedure.
func (r reader) ProcedureVersion(ctx context.Context, key catalog.Code, n int) (Version, error) {
	return r.oneVersion(ctx, key, versionColumns+"WHERE v.agency = ? AND v.code_key = ? AND v.number = ?", r.agency,
		key, n)
}

// ProcedureReason is the reason that was given for version n of a procedure, without reading the version.
func (r reader) ProcedureReason(ctx context.Context, key catalog.Code, n int) (string, error) {
	return one(ctx, r, scanValue[string], `
SELECT reason
FROM procedure_version
WHERE agency = ? AND code_key = ? AND number = ?`, r.agency, key, n)
}

func (r reader) oneVersion(ctx context.Context, key catalog.Code, query string, args ...any) (Version, error) {
	all, err := r.listVersions(ctx, query, args...)
	if err == nil && len(all) == 0 {
		err = value.ErrNotFound
	}
	if err != nil {
		return Version{}, fmt.Errorf("procedure %s: %w", key, err)
	}
	return all[0], nil
}

// ProcedureVersions lists all versions of a procedure, newest first.
func (r reader) ProcedureVersions(ctx context.Context, key catalog.Code) ([]Version, error) {
	return r.listVersions(ctx, versionColumns+"WHERE v.agency = ? AND v.code_key = ? ORDER BY v.number DESC", r.agency,
		key)
}

// Procedures lists current versions by key.
func (r reader) Procedures(ctx context.Context, f Filter) ([]Version, error) {
	w := f.where(r.agency)
	return r.listVersions(ctx, currentColumns+"WHERE "+w.String()+" ORDER BY p.code_key LIMIT ?",
		append(w.args, limitOrAll(f.Limit))...)
}

func (r reader) listVersions(ctx context.Context, query string, args ...any) ([]Version, error) {
	rows, err := list(ctx, r, scanSealed, query, args...)
	if err != nil {
		return nil, err
	}
	return unseal(ctx, rows)
}

const headColumns = `
SELECT
	p.code_key,
	p.code,
	p.name,
	p.kind,
	p.internal_group,
	p.status,
	p.ours,
	p.field,
	p.version,
	p.hash
FROM procedure p
`

func scanHead(row scanner) (h Head, err error) {
	err = row.Scan(&h.Key, &h.Code, &h.Name, &h.Kind, &h.Group, &h.Status, &h.Ours, &h.Field, &h.Version, &h.Hash)
	return h, err
}

// ProcedureHeads lists current versions by key without their snapshots.
func (r reader) ProcedureHeads(ctx context.Context, f Filter) ([]Head, error) {
	w := f.where(r.agency)
	return list(ctx, r, scanHead, headColumns+"WHERE "+w.String()+" ORDER BY p.code_key LIMIT ?",
		append(w.args, limitOrAll(f.Limit))...)
}

// ProcedureNames gives the names of all procedures by key.
func (r reader) ProcedureNames(ctx context.Context) (map[catalog.Code]string, error) {
	heads, err := r.ProcedureHeads(ctx, Filter{})
	if err != nil {
		return nil, err
	}
	names := make(map[catalog.Code]string, len(heads))
	for _, h := range heads {
		names[h.Key] = h.Name
	}
	return names, nil
}

// CountProcedures counts what Procedures would list without a limit.
func (r reader) CountProcedures(ctx context.Context, f Filter) (int, error) {
	w := f.where(r.agency)
	return one(ctx, r, scanValue[int], "SELECT COUNT(*) FROM procedure p WHERE "+w.String(), w.args...)
}

// Fields lists the fields (lĩnh vực) in use, in no order that people know.
func (r reader) Fields(ctx context.Context) ([]string, error) {
	return list(ctx, r, scanValue[string], `
SELECT DISTINCT field
FROM procedure
WHERE agency = ? AND field <> ''
ORDER BY field`, r.agency)
}

// SaveProcedure saves p as the next version after base, 0 where the procedure is new, and returns its
// number; *value.Conflict where another version stands. The procedure is found by the key of its code.
func (tx *Tx) SaveProcedure(
	ctx context.Context, p catalog.Procedure, origins catalog.Origins, base int, reason string, src catalog.Source,
) (int, error) {
	what := "procedure " + string(p.Code.Key())
	newest, err := tx.newestProcedure(ctx, p.Code.Key())
	if err != nil {
		return 0, err
	}
	if err := follows(what, base, newest); err != nil {
		return 0, err
	}
	v := Version{Procedure: p, Key: p.Code.Key(), Number: base + 1, Reason: reason, Source: src, Origins: origins}
	if err := tx.putVersion(ctx, v, "procedure.save"); err != nil {
		return 0, fmt.Errorf("%s: %w", what, err)
	}
	return v.Number, nil
}

// SetOurs sorts procedures: each that stands otherwise gets a new version, which keeps source and origins,
// since sorting says nothing about the content. It returns how many changed.
func (tx *Tx) SetOurs(ctx context.Context, keys []catalog.Code, o catalog.Ours, reason string) (int, error) {
	changed := 0
	for _, key := range keys {
		v, err := tx.Procedure(ctx, key)
		if err != nil {
			return 0, err
		}
		if v.Procedure.Ours == o {
			continue
		}
		v.Procedure.Ours = o
		v.Number++
		v.Reason = reason
		if err := tx.putVersion(ctx, v, "procedure.sort"); err != nil {
			return 0, fmt.Errorf("procedure %s: %w", key, err)
		}
		changed++
	}
	return changed, nil
}

// newestProcedure is the number of the current version, 0 where there is none.
func (tx *Tx) newestProcedure(ctx context.Context, key catalog.Code) (int, error) {
	n, err := one(ctx, tx.reader, scanValue[int], `
SELECT version
FROM procedure
WHERE agency = ? AND code_key = ?`, tx.agency, key)
	if errors.Is(err, value.ErrNotFound) {
		return 0, nil
	}
	return n, err
}

// putVersion writes a version, makes it the current one, and says so in audit and change log.
func (tx *Tx) putVersion(ctx context.Context, v Version, action string) error {
	text, hash, err := procedureForm.seal(v.Procedure)
	if err != nil {
		return err
	}
	v.Hash = hash
	if err := tx.putHead(ctx, v); err != nil {
		return err
	}
	if _, err := tx.exec(ctx, `
INSERT INTO procedure_version (
	agency,
	code_key,
	number,
	author,
	at,
	reason,
	source_format,
	source_file,
	source_date,
	origins,
	snapshot,
	hash
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		tx.agency, v.Key, v.Number, tx.actor, stamp(tx.now), v.Reason,
		v.Source.Format, v.Source.File, v.Source.Date, jsonOf(&v.Origins), text, hash); err != nil {
		return err
	}
	if err := tx.note(ctx, action, "procedure "+string(v.Key), edit(v.Number-1, v.Number, hash)); err != nil {
		return err
	}
	return tx.logChange(ctx, "procedure", string(v.Key))
}

// putHead writes the typed columns.
func (tx *Tx) putHead(ctx context.Context, v Version) error {
	p := &v.Procedure
	_, err := tx.exec(ctx, `
INSERT INTO procedure (
	agency,
	code_key,
	code,
	name,
	kind,
	internal_group,
	status,
	ours,
	field,
	version,
	hash
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, code_key) DO UPDATE SET
	code = excluded.code,
	name = excluded.name,
	kind = excluded.kind,
	internal_group = excluded.internal_group,
	status = excluded.status,
	ours = excluded.ours,
	field = excluded.field,
	version = excluded.version,
	hash = excluded.hash`,
		tx.agency, v.Key, p.Code, p.Name, p.Kind, p.Group, p.Status, p.Ours, p.Field, v.Number, v.Hash)
	return err
}
