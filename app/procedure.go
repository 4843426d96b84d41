package app

import (
	"context"

	"rasoat/catalog"
	"rasoat/store"
	"rasoat/value"
)

// Version is one version of a procedure, with who made it, when, why and from which source.
type Version = store.Version

// Reader says for whom something is read. Without a session one sees public procedures in force.
type Reader struct{ Official bool }

// Sees reports whether the reader may see a procedure (interface.md, Addresses).
func (r Reader) Sees(p catalog.Procedure) bool {
	return r.Official || p.Kind == catalog.Public && p.Status == catalog.InForce
}

// Procedure is the current version of a procedure; value.ErrNotFound where there is none that the reader
// may see, so that nobody learns of an internal one by asking.
func (a *App) Procedure(ctx context.Context, r Reader, code catalog.Code) (Version, error) {
	v, err := a.store.Procedure(ctx, code.Key())
	if err == nil && !r.Sees(v.Procedure) {
		return Version{}, value.ErrNotFound
	}
	return v, err
}

// ProcedureVersions are the versions that the reader may see, newest first.
func (a *App) ProcedureVersions(ctx context.Context, r Reader, code catalog.Code) ([]Version, error) {
	if _, err := a.Procedure(ctx, r, code); err != nil {
		return nil, err
	}
	all, err := a.store.ProcedureVersions(ctx, code.Key())
	if err != nil {
		return nil, err
	}
	var out []Version
	for _, v := range all {
		if r.Sees(v.Procedure) {
			out = append(out, v)
		}
	}
	return out, nil
}

// Compare is two versions of a procedure and how they differ.
func (a *App) Compare(
	ctx context.Context, r Reader, code catalog.Code, from, to int,
) (Version, Version, catalog.Comparison, error) {
	var none catalog.Comparison
	if _, err := a.Procedure(ctx, r, code); err != nil {
		return Version{}, Version{}, none, err
	}
	var pair [2]Version
	for i, n := range []int{from, to} {
		v, err := a.store.ProcedureVersion(ctx, code.Key(), n)
		if err == nil && !r.Sees(v.Procedure) {
			err = value.ErrNotFound
		}
		if err != nil {
			return Version{}, Version{}, none, err
		}
		pair[i] = v
	}
	return pair[0], pair[1], catalog.Diff(pair[0].Procedure, pair[1].Procedure), nil
}

// VersionOf is version n of a procedure.
func (a *App) VersionOf(ctx context.Context, r Reader, code catalog.Code, n int) (Version, error) {
	v, err := a.store.ProcedureVersion(ctx, code.Key(), n)
	if err == nil && !r.Sees(v.Procedure) {
		return Version{}, value.ErrNotFound
	}
	return v, err
}

// Catalogue lists procedures by key behind a cursor, at most limit of them.
func (a *App) Catalogue(ctx context.Context, r Reader, after catalog.Code, limit int) ([]Version, error) {
	f := store.Filter{AfterKey: after, Limit: limit}
	if !r.Official {
		f.Kind, f.Status = catalog.Public, catalog.InForce
	}
	return a.store.Procedures(ctx, f)
}

// ProcedureCount is how many procedures the reader may see.
func (a *App) ProcedureCount(ctx context.Context, r Reader) (int, error) {
	f := store.Filter{}
	if !r.Official {
		f.Kind, f.Status = catalog.Public, catalog.InForce
	}
	return a.store.CountProcedures(ctx, f)
}

// DataVersion is the number of the newest change to the catalogue.
func (a *App) DataVersion(ctx context.Context) (int64, error) { return a.store.LastSeq(ctx) }

// Procedures are the current versions of the given keys that the reader may see.
func (a *App) Procedures(ctx context.Context, r Reader, keys []catalog.Code) (map[catalog.Code]Version, error) {
	list, err := a.store.Procedures(ctx, store.Filter{Keys: keys})
	if err != nil {
		return nil, err
	}
	out := make(map[catalog.Code]Version, len(list))
	for _, v := range list {
		if r.Sees(v.Procedure) {
			out[v.Key] = v
		}
	}
	return out, nil
}
