package web

import (
	"math"
	"time"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
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

func docOf(v app.Version) procedureDoc {
	return procedureDoc{Procedure: v.Procedure, Version: v.Number, Source: v.Source}
}

func (s *Server) apiProcedures(c *gin.Context) error {
	limit, err := number(c, "limit", 50, 1, 100)
	if err != nil {
		return err
	}
	list, err := s.app.Catalogue(c.Request.Context(), s.reader(c), catalog.Code(c.Query("cursor")), limit)
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

func (s *Server) apiProcedure(c *gin.Context) error {
	v, err := s.app.Procedure(c.Request.Context(), s.reader(c), catalog.Code(c.Param("code")))
	if err != nil {
		return err
	}
	return s.answer(c, docOf(v))
}

func (s *Server) apiVersions(c *gin.Context) error {
	r := s.reader(c)
	list, err := s.app.ProcedureVersions(c.Request.Context(), r, catalog.Code(c.Param("code")))
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

func (s *Server) apiDiff(c *gin.Context) error {
	from, to, err := versionPair(c)
	if err != nil {
		return err
	}
	a, b, diff, err := s.app.Compare(c.Request.Context(), s.reader(c), catalog.Code(c.Param("code")), from, to)
	if err != nil {
		return err
	}
	return s.answer(c, diffDoc{From: from, To: to, Remarks: catalog.Describe(a.Procedure, b.Procedure), Parts: diff.Parts})
}

// versionPair reads which two versions are compared.
func versionPair(c *gin.Context) (from, to int, err error) {
	if from, err = number(c, "from", 0, 1, math.MaxInt32); err != nil {
		return 0, 0, err
	}
	if to, err = number(c, "to", 0, 1, math.MaxInt32); err != nil {
		return 0, 0, err
	}
	if from == 0 || to == 0 {
		return 0, 0, value.Problems{{Field: "from", Code: "versions.missing"}}
	}
	return from, to, nil
}
