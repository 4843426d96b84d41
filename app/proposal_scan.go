package app

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
)

// MaxScan is how many bytes the scan of a decision may have.
const MaxScan = 16 << 20

// Scan is the signed scan of a decision as it was handed in.
type Scan struct {
	Name    string // base name of the file
	Content io.Reader
}

// scanKinds are the files that a scan may be, known by their first bytes and not by their names.
var scanKinds = []struct{ mark, mime, ending string }{
	{"%PDF-", "application/pdf", ".pdf"},
	{"\xff\xd8\xff", "image/jpeg", ".jpg"},
	{"\x89PNG\r\n\x1a\n", "image/png", ".png"},
}

// KeepScan takes in the signed scan of a decision; what is saved afterwards names it. It refuses what is no PDF, JPEG
// or PNG, and what is larger than MaxScan.
//
//	scan.kind scan.too_large
func (a *App) KeepScan(ctx context.Context, by Person, s Scan) (review.Evidence, error) {
	if !by.May(account.EditProcedure) && !by.May(account.ApproveProposal) {
		return review.Evidence{}, by.must(account.EditProcedure)
	}
	content, err := io.ReadAll(io.LimitReader(s.Content, MaxScan+1))
	switch {
	case err != nil:
		return review.Evidence{}, err
	case len(content) > MaxScan:
		return review.Evidence{}, value.Problems{{Field: "scan", Code: "scan.too_large", Args: []any{MaxScan >> 20}}}
	case scanKind(content) < 0:
		return review.Evidence{}, value.Problems{{Field: "scan", Code: "scan.kind"}}
	}
	sha, _, err := a.store.PutFile(ctx, bytes.NewReader(content), s.Name)
	return review.Evidence{SHA: sha, Name: filepath.Base(s.Name)}, err
}

func scanKind(content []byte) int {
	for i, k := range scanKinds {
		if bytes.HasPrefix(content, []byte(k.mark)) {
			return i
		}
	}
	return -1
}

// ScanFile is the scan of a proposal's decision for reading.
type ScanFile struct {
	Content io.ReadSeekCloser
	MIME    string
	Ending  string // ".pdf"
	Number  string // of the decision
}

// Scan opens the scan of a proposal's decision; value.ErrNotFound where there is none. The caller closes it.
func (a *App) Scan(ctx context.Context, by Person, id review.ProposalID) (ScanFile, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return ScanFile{}, err
	}
	p, err := a.store.Proposal(ctx, id)
	if err != nil {
		return ScanFile{}, err
	}
	if p.Decision.File == "" {
		return ScanFile{}, value.ErrNotFound
	}
	return a.openScan(p.Decision.File, p.Decision.Number)
}

// openScan opens a scan among the store's files; the caller closes it.
func (a *App) openScan(sha, number string) (ScanFile, error) {
	f, err := a.store.OpenFile(sha)
	if err != nil {
		return ScanFile{}, err
	}
	var head [8]byte
	n, err := f.ReadAt(head[:], 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return ScanFile{}, errors.Join(err, f.Close())
	}
	kind := scanKind(head[:n])
	if kind < 0 {
		return ScanFile{}, errors.Join(value.ErrNotFound, f.Close())
	}
	return ScanFile{Content: f, MIME: scanKinds[kind].mime, Ending: scanKinds[kind].ending, Number: number}, nil
}
