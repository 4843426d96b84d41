package page

import (
	"errors"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Attach has the browser keep what is sent as a file of that name, without accents where it does not understand them.
func Attach(c *gin.Context, name string) {
	name = strings.ReplaceAll(name, "/", "-")
	ending := path.Ext(name)
	plain := strings.ReplaceAll(viet.Fold(strings.TrimSuffix(name, ending)), " ", "-") + ending
	c.Header("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": plain})+
		"; filename*=UTF-8''"+url.PathEscape(name))
}

// GiveDocument sends a document as a file; the name is without its ending.
func GiveDocument(c *gin.Context, name string, t FileType, content []byte) error {
	Attach(c, name+"."+t.Ending)
	c.Header("Cache-Control", "no-store")
	c.Data(http.StatusOK, t.Media, content)
	return nil
}

// GiveScan sends a scan as a file of that name.
func (k *Kit) GiveScan(c *gin.Context, f app.ScanFile, name string) error {
	defer func() {
		if err := f.Content.Close(); err != nil {
			k.Log.Error("scan not closed", "error", err)
		}
	}()
	h := c.Writer.Header()
	h.Set("Content-Type", f.MIME)
	h.Set("Content-Disposition", `attachment; filename="`+name+f.Ending+`"`)
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("Cache-Control", "private, no-store")
	http.ServeContent(c.Writer, c.Request, "", k.App.Now(), f.Content)
	return nil
}

// FileType is what a document is downloaded as: its ending, what people call it, and its media type.
type FileType struct{ Ending, Name, Media string }

// JSON is what a plan is copied as.
var JSON = FileType{"json", "JSON", "application/json"}

// Word and Excel are the types of the documents that the program writes.
var (
	Word  = FileType{"docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
	Excel = FileType{"xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
)

// SentFiles are the files that came in a field of a form.
func SentFiles(c *gin.Context, name string) []*multipart.FileHeader {
	if c.Request.MultipartForm == nil {
		return nil
	}
	return c.Request.MultipartForm.File[name]
}

// KeepScan keeps the signed scan that came in a field; the form names it from then on under the field and "_sha" and
// "_name", so that it is not lost with a refused form. Its problems stand at the field.
func (k *Kit) KeepScan(c *gin.Context, in url.Values, name string) (value.Problems, error) {
	sent := SentFiles(c, name)
	if len(sent) == 0 || sent[0].Size == 0 && sent[0].Filename == "" {
		return nil, nil
	}
	f, err := sent[0].Open()
	if err != nil {
		return nil, err
	}
	defer f.Close() // only read
	kept, err := k.App.KeepScan(c.Request.Context(), k.Person(c), app.Scan{Name: sent[0].Filename, Content: f})
	var problems value.Problems
	if errors.As(Renamed(err, map[string]string{"scan": name}), &problems) {
		return problems, nil
	}
	in.Set(name+"_sha", kept.SHA)
	in.Set(name+"_name", kept.Name)
	return nil, err
}

// ReadScan is the scan that a form names since KeepScan.
func ReadScan(in url.Values, name string) review.Evidence {
	return review.Evidence{SHA: in.Get(name + "_sha"), Name: in.Get(name + "_name")}
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
