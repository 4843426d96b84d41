package measure

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"rasoat/catalog"
)

// page is what is read of one page of the portal (../shared/data/portal-pages.jsonl.gz).
type page struct {
	Code, Name, Field, Steps, Conditions string
	Levels, Subjects                     []string
	Dossier                              []struct {
		Case, Name string
		FormFile   string `json:"form_file"`
	}
	Results []struct{ Name, Code string }
	Numbers []string `json:"legal_numbers"`
	Agency  string   `json:"implementing_agency"`
}

var levels = map[string]catalog.Level{
	"Cấp bộ":   catalog.Ministry,
	"Cấp tỉnh": catalog.Province,
	"Cấp xã":   catalog.Commune,
}

func (p *page) procedure() catalog.Procedure {
	out := catalog.Procedure{
		Code: catalog.Code(p.Code), Name: p.Name, Field: p.Field, Kind: catalog.Public, Status: catalog.InForce,
		Steps: []catalog.Step{{Text: p.Steps}}, Conditions: p.Conditions, Applicants: p.Subjects,
		Agencies: []catalog.Named{{Name: p.Agency}},
	}
	if strings.HasPrefix(p.Code, "5.") || strings.HasPrefix(p.Code, "6.") {
		out.Kind = catalog.Internal
	}
	for _, l := range p.Levels {
		level, ok := levels[l]
		if !ok {
			level = catalog.OtherAgency
		}
		out.Levels = append(out.Levels, level)
	}
	var papers []catalog.Paper
	for _, d := range p.Dossier {
		papers = append(papers, catalog.Paper{Name: d.Name, Forms: []string{d.FormFile}})
	}
	out.Dossier = []catalog.DossierCase{{Papers: papers}}
	for _, r := range p.Results {
		out.Results = append(out.Results, catalog.Named{Name: r.Name, Code: r.Code})
	}
	for _, n := range p.Numbers {
		out.Law = append(out.Law, catalog.LegalBasis{Number: n})
	}
	return out
}

// ReadPages reads the portal's pages, gzipped, one a line.
func ReadPages(r io.Reader) ([]catalog.Procedure, error) {
	zipped, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(zipped)
	lines.Buffer(nil, 1<<22)
	var out []catalog.Procedure
	for lines.Scan() {
		var p page
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("page %d: %w", len(out)+1, err)
		}
		out = append(out, p.procedure())
	}
	return out, lines.Err()
}
