package app

import (
	"context"
	"sync"

	"rasoat/store"
)

// JobProgress is how far a job has come that runs now.
type JobProgress struct {
	State store.JobState
	Done  int
	Total int
	What  string // the file at hand
}

// jobs is the long work of this process. A job that runs holds the one connection that writes, so that how far it
// has come is kept here and not in the store; the store hears of its beginning and its end.
type jobs struct {
	mu   sync.Mutex
	now  map[int64]JobProgress
	ctx  context.Context
	stop context.CancelFunc
	wg   sync.WaitGroup
}

func newJobs() *jobs {
	ctx, stop := context.WithCancel(context.Background())
	return &jobs{now: map[int64]JobProgress{}, ctx: ctx, stop: stop}
}

// begin runs work in the background until it is done or the App closes.
func (j *jobs) begin(id int64, work func(ctx context.Context)) {
	j.set(id, JobProgress{State: store.JobRunning})
	j.wg.Add(1)
	go func() {
		defer j.wg.Done()
		work(j.ctx)
	}()
}

func (j *jobs) set(id int64, p JobProgress) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.now[id] = p
}

// of is how far a job of this process is, or how it ended.
func (j *jobs) of(id int64) (JobProgress, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	p, here := j.now[id]
	return p, here
}

// end breaks off what runs and waits for it.
func (j *jobs) end() {
	j.stop()
	j.wg.Wait()
}

// TidyUp puts right what an earlier run left behind when it ended: jobs that nobody runs any more, and uploads
// that nobody decided about. The holder of the lock asks for it at start.
func (a *App) TidyUp(ctx context.Context) error {
	if _, err := a.store.BreakOffJobs(ctx); err != nil {
		return err
	}
	return a.store.DropUploads()
}
