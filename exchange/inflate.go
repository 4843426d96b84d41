package exchange

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"

	"rasoat/value"
)

// Limits bound a file in bytes: as it was sent, and unpacked. Zero is the default.
type Limits struct{ Sent, Unpacked int64 }

// The defaults: the whole country's procedures, packed, take a tenth of this.
const (
	MaxSent     = 16 << 20
	MaxUnpacked = 256 << 20
)

// Open reads a file as what is inside: gzip is unpacked, known by its first bytes and not by its name. It
// unpacks while it is read and stops at the limits, so that a small file which unpacks without end costs
// nothing. Reading and opening fail with value.Problems of the file's name:
//
//	upload.too_large(MB) upload.too_large_unpacked(bytes) upload.damaged
//
// Closing it leaves r open.
func Open(name string, r io.Reader, limits Limits) (io.ReadCloser, error) {
	if limits.Unpacked == 0 {
		limits.Unpacked = MaxUnpacked
	}
	sent := bufio.NewReader(Sent(name, r, limits))
	magic, err := sent.Peek(2)
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return nil, err
	case string(magic) != "\x1f\x8b":
		return io.NopCloser(sent), nil
	}
	unzipped, err := gzip.NewReader(sent)
	if err != nil {
		return nil, asDamage(name, err)
	}
	tooLarge := fileProblem(name, "upload.too_large_unpacked", limits.Unpacked>>20)
	return &unpacked{Closer: unzipped, name: name, in: &bounded{r: unzipped, left: limits.Unpacked, err: tooLarge}}, nil
}

// Sent reads a file as it was sent, and no more of it than the limit allows: upload.too_large(MB).
func Sent(name string, r io.Reader, limits Limits) io.Reader {
	if limits.Sent == 0 {
		limits.Sent = MaxSent
	}
	return &bounded{r: r, left: limits.Sent, err: fileProblem(name, "upload.too_large", limits.Sent>>20)}
}

// fileProblem is a problem of a whole file, whose field is its name.
func fileProblem(name, code string, args ...any) error {
	return value.Problems{{Field: name, Code: code, Args: args}}
}

// bounded reads up to a number of bytes and fails where there are more.
type bounded struct {
	r    io.Reader
	left int64 // bytes that may still come; below 0 once one too many came
	err  error
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left < 0 {
		return 0, b.err
	}
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1] // one more than allowed shows that there is more
	}
	n, err := b.r.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return n - 1, b.err
	}
	return n, err
}

// unpacked says of a broken gzip stream which file is damaged.
type unpacked struct {
	io.Closer
	name string
	in   io.Reader
}

func (u *unpacked) Read(p []byte) (int, error) {
	n, err := u.in.Read(p)
	return n, asDamage(u.name, err)
}

// asDamage turns what a broken gzip stream fails with into a problem of the file; other errors stay.
func asDamage(name string, err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.Is(err, io.ErrUnexpectedEOF),
		errors.As(err, &corrupt):
		return fileProblem(name, "upload.damaged")
	}
	return err
}
