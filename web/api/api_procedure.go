package api

import (
	"time"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/web/page"
)

// procedureDoc is a procedure as the API gives it.
type procedureDoc struct {
	catalog.Procedure
	Version int            `json:"version"`
	Source  catalog.Source `json:"source"`
}

// proceduresDoc is one page of the catalogue; Cursor is empty at its end.
type proceduresDoc struct {
	Procedures []procedureDoc `json:"procedures"`
	Cursor     catalog.Code   `json:"cursor,omitempty"`
}

// versionDoc is one version; who and why are for officials alone.
type versionDoc struct {
	Version int            `json:"version"`
	At      time.Time      `json:"at"`
	Source  catalog.Source `json:"source"`
	Author  string         `json:"author,omitempty"`
	Reason  string         `json:"reason,omitempty"`
}

// diffDoc is how two versions differ, in parts and in remarks.
type diffDoc struct {
	From    int                `json:"from"`
	To      int                `json:"to"`
	Remarks []catalog.Remark   `json:"remarks"`
	Parts   []catalog.PartDiff `json:"parts"`
}

func docOf(v app.Version) procedureDoc { return procedureDoc{v.Procedure, v.Number, v.Source} }

// Procedures answers with the list of procedures.
func (s *Room) Procedures(c *gin.Context) error {
	limit, err := page.QueryNumber(c, "limit", 50, 1, 100)
	if err != nil {
		return err
	}
	list, err := s.App.Catalogue(c.Request.Context(), s.Reader(c), catalog.Code(c.Query("cursor")), limit)
	if err != nil {
		return err
	}
	doc := proceduresDoc{Procedures: []procedureDoc{}}
	for _, v := range list {
		doc.Procedures = append(doc.Procedures, docOf(v))
	}
	if len(list) == limit {
		doc.Cursor = list[limit-1].Key
	}
	return s.answer(c, doc)
}

// Procedure answers with one procedure.
func (s *Room) Procedure(c *gin.Context) error {
	v, err := s.App.Procedure(c.Request.Context(), s.Reader(c), catalog.Code(c.Param("code")))
	if err != nil {
		return err
	}
	return s.answer(c, docOf(v))
}

// Versions answers with the versions of a procedure.
func (s *Room) Versions(c *gin.Context) error {
	r := s.Reader(c)
	list, err := s.App.ProcedureVersions(c.Request.Context(), r, catalog.Code(c.Param("code")))
	if err != nil {
		return err
	}
	docs := []versionDoc{}
	for _, v := range list {
		d := versionDoc{Version: v.Number, At: v.At, Source: v.Source}
		if r.Official {
			d.Author, d.Reason = v.Author, v.Reason
		}
		docs = append(docs, d)
	}
	return s.answer(c, struct {
		Versions []versionDoc `json:"versions"`
	}{docs})
}

// Diff answers with what differs between two versions of a procedure.
func (s *Room) Diff(c *gin.Context) error {
	from, to, err := page.VersionPair(c)
	if err != nil {
		return err
	}
	a, b, diff, err := s.App.Compare(c.Request.Context(), s.Reader(c), catalog.Code(c.Param("code")), from, to)
	if err != nil {
		return err
	}
	return s.answer(c, diffDoc{from, to, catalog.Describe(a.Procedure, b.Procedure), diff.Parts})
}
