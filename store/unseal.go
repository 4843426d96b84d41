package store

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"sync"
)

// unsealBatch is the number of snapshots that one goroutine reads at a time.
const unsealBatch = 64

// unseal reads the snapshots of the rows, on all processors: a catalogue is some thirty megabytes of JSON.
func unseal(ctx context.Context, rows []sealed) ([]Version, error) {
	var (
		out    = make([]Version, len(rows))
		errs   = make([]error, len(rows))
		starts = make(chan int)
		wg     sync.WaitGroup
	)
	for range min(runtime.GOMAXPROCS(0), (len(rows)+unsealBatch-1)/unsealBatch) {
		wg.Go(func() {
			for start := range starts {
				for i := start; i < min(start+unsealBatch, len(rows)); i++ {
					out[i], errs[i] = rows[i].open()
				}
			}
		})
	}
	for start := 0; start < len(rows) && ctx.Err() == nil; start += unsealBatch {
		starts <- start
	}
	close(starts)
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, ctx.Err()
}

// open reads the snapshot of one row.
func (s *sealed) open() (Version, error) {
	v := s.Version
	if err := json.Unmarshal(s.origins, &v.Origins); err != nil {
		return v, fmt.Errorf("procedure %s version %d: %w", v.Key, v.Number, err)
	}
	p, err := procedureForm.open(s.snapshot)
	if err != nil {
		return v, fmt.Errorf("procedure %s version %d: %w", v.Key, v.Number, err)
	}
	v.Procedure = p
	s.origins, s.snapshot = nil, nil // the text is not needed beside what it says
	return v, nil
}
