package page

import (
	"errors"
	"mime/multipart"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/review"
	"rasoat/value"
)

// SentFiles are the files that came in a field of a form.
func SentFiles(c *gin.Context, name string) []*multipart.FileHeader {
	if c.Request.MultipartForm == nil {
		return nil
	}
	return c.Request.MultipartForm.File[name]
}

// KeepEvidence keeps the files that came in a field, so that they are not lost where the form is refused.
func (k *Kit) KeepEvidence(c *gin.Context, name string) (kept []review.Evidence, problems value.Problems) {
	for _, head := range SentFiles(c, name) {
		f, err := head.Open()
		if err != nil {
			problems.Add(name, "form.unreadable")
			continue
		}
		e, err := k.App.PutEvidence(c.Request.Context(), k.Person(c), head.Filename, f)
		f.Close() // only read
		var wrong value.Problems
		switch {
		case errors.As(err, &wrong):
			problems = append(problems, wrong.Under(name)...)
		case err != nil:
			k.Log.Error("evidence not kept", "request", c.GetString(RequestID), "error", err)
			problems.Add(name, "evidence.not_kept", head.Filename)
		default:
			kept = append(kept, e)
		}
	}
	return kept, problems
}

// EvidenceValue is a file of evidence as a form carries it.
func EvidenceValue(e review.Evidence) string { return e.SHA + "|" + e.Name }

// ReadEvidence are the files that a form carries, without those that it drops.
func ReadEvidence(carried, drop []string) (out []review.Evidence) {
	for _, raw := range carried {
		if sha, name, ok := strings.Cut(raw, "|"); ok && !slices.Contains(drop, raw) {
			out = append(out, review.Evidence{SHA: sha, Name: name})
		}
	}
	return out
}
