package store

import (
	"context"
	"fmt"
	"time"
)

// JobState is where a job stands.
type JobState string

// The states of a job.
const (
	JobRunning JobState = "running"
	JobDone    JobState = "done"
	JobFailed  JobState = "failed" // ended with an error, which Message tells
	JobBroken  JobState = "broken" // the program ended before the job did
)

// Job is long work: an import, a rebuild, a report, a backup.
type Job struct {
	ID      int64
	Kind    string
	State   JobState
	Done    int
	Total   int
	Message string
	Actor   string    // who began it
	Started time.Time // set by the store, as is Updated
	Updated time.Time
}

const jobColumns = `
SELECT
	id,
	kind,
	state,
	done,
	total,
	message,
	actor,
	started,
	updated
FROM job
`

func scanJob(row scanner) (j Job, err error) {
	err = row.Scan(&j.ID, &j.Kind, &j.State, &j.Done, &j.Total, &j.Message, &j.Actor,
		(*stamp)(&j.Started), (*stamp)(&j.Updated))
	return j, err
}

// Job is one job; value.ErrNotFound where there is none.
func (r reader) Job(ctx context.Context, id int64) (Job, error) {
	j, err := one(ctx, r, scanJob, jobColumns+"WHERE agency = ? AND id = ?", r.agency, id)
	if err != nil {
		return j, fmt.Errorf("job %d: %w", id, err)
	}
	return j, nil
}

// Jobs lists at most limit jobs, newest first; limit ≤ 0 is all.
func (r reader) Jobs(ctx context.Context, limit int) ([]Job, error) {
	return list(ctx, r, scanJob, jobColumns+"WHERE agency = ? ORDER BY id DESC LIMIT ?", r.agency, limitOrAll(limit))
}

// InsertJob notes that a job has begun and gives it its number.
func (tx *Tx) InsertJob(ctx context.Context, j Job) (int64, error) {
	id, err := tx.next(ctx, "job")
	if err != nil {
		return 0, err
	}
	_, err = tx.exec(ctx, `
INSERT INTO job (
	agency,
	id,
	kind,
	state,
	done,
	total,
	message,
	actor,
	started,
	updated
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		tx.agency, id, j.Kind, JobRunning, j.Done, j.Total, j.Message, tx.actor, stamp(tx.now), stamp(tx.now))
	if err != nil {
		return 0, fmt.Errorf("job %s: %w", j.Kind, err)
	}
	return id, tx.note(ctx, "job.start", jobName(id), map[string]any{"kind": j.Kind})
}

// UpdateJob notes how far a job has come. The audit hears only of its end, not of every step forward.
func (tx *Tx) UpdateJob(ctx context.Context, j Job) error {
	if _, err := tx.Job(ctx, j.ID); err != nil {
		return err
	}
	if _, err := tx.exec(ctx, `
UPDATE job
SET
	state = ?,
	done = ?,
	total = ?,
	message = ?,
	updated = ?
WHERE agency = ? AND id = ?`, j.State, j.Done, j.Total, j.Message, stamp(tx.now), tx.agency, j.ID); err != nil {
		return fmt.Errorf("job %d: %w", j.ID, err)
	}
	if j.State == JobRunning {
		return nil
	}
	return tx.note(ctx, "job.end", jobName(j.ID), map[string]any{"state": j.State, "message": j.Message})
}

func jobName(id int64) string { return fmt.Sprintf("job %d", id) }

// BreakOffJobs marks as broken what is still running, and says how many those are. The holder of the lock
// asks for it at start: whoever ran them is gone.
func (s *Store) BreakOffJobs(ctx context.Context) (int, error) {
	broken := 0
	err := s.Write(ctx, "", func(tx *Tx) error {
		running, err := list(ctx, tx.reader, scanJob, jobColumns+"WHERE agency = ? AND state = ?", tx.agency,
			JobRunning)
		if err != nil {
			return err
		}
		for _, j := range running {
			j.State = JobBroken
			if err := tx.UpdateJob(ctx, j); err != nil {
				return err
			}
		}
		broken = len(running)
		return nil
	})
	return broken, err
}
