package search

import (
	"bytes"
	"compress/flate"
	"io"
	"sync"
)

// squeezers are used again: making one costs more than its work.
var (
	squeezers = sync.Pool{New: func() any {
		w, err := flate.NewWriter(nil, flate.BestSpeed)
		if err != nil {
			panic(err) // the level is right
		}
		return w
	}}
	looseners = sync.Pool{New: func() any { return flate.NewReader(nil) }}
)

// squeezed is a packed row as it is stored: half the index would be rows otherwise.
func squeezed(packed []byte) []byte {
	var out bytes.Buffer
	w := squeezers.Get().(*flate.Writer)
	defer squeezers.Put(w)
	w.Reset(&out)
	_, err := w.Write(packed)
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // a buffer takes everything
	}
	return out.Bytes()
}

// maxRow bounds what a damaged row may say it holds.
const maxRow = 1 << 26

// loosened is what squeezed was given.
func loosened(stored []byte) ([]byte, error) {
	r := looseners.Get().(io.ReadCloser)
	defer looseners.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(stored), nil); err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, maxRow))
}
