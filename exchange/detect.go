package exchange

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// DetectHead is how much of a file Detect wants to see. Records of the portal begin with long texts, and
// what tells them apart stands behind these.
const DetectHead = 64 << 10

// Detect says what a file is by its beginning, as it is inside (see Open), and by its name where the
// beginning says nothing. A file that cannot be read is an error besides: value.Problems with the code
// "format.unsupported" and the format found.
func Detect(head []byte, name string) (Format, error) {
	f := detect(head, name)
	if f.CanRead() {
		return f, nil
	}
	return f, fileProblem(name, "format.unsupported", string(f))
}

func detect(head []byte, name string) Format {
	head = bytes.TrimPrefix(head, []byte("\uFEFF"))
	text := bytes.TrimSpace(head)
	starts := func(s string) bool { return bytes.HasPrefix(text, []byte(s)) }
	switch {
	case len(text) == 0:
		return EmptyFile
	case starts("%PDF-"):
		return PDFFile
	case starts("PK\x03\x04"):
		return office(text, name)
	case starts("{"), starts("["):
		return jsonFormat(text)
	case !isText(text):
		return BinaryFile
	case isHTML(text):
		return HTMLFile
	case isTable(text, name):
		return CSVFile
	}
	return TextFile
}

// office tells the parts of a zip file that Word and Excel write apart by the names of its first entries.
func office(text []byte, name string) Format {
	switch ext := strings.ToLower(filepath.Ext(name)); {
	case bytes.Contains(text, []byte("xl/")), ext == ".xlsx", ext == ".xlsm":
		return ExcelFile
	case bytes.Contains(text, []byte("word/")), ext == ".docx":
		return WordFile
	}
	return BinaryFile
}

// isText reports whether bytes are text in UTF-8 or in an old one-byte encoding: no control characters
// but blanks. A character cut off at the end of the head counts for nothing.
func isText(text []byte) bool {
	return !bytes.ContainsFunc(text,
		func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' })
}

func isHTML(text []byte) bool {
	start := strings.ToLower(string(text[:min(len(text), 1024)]))
	return strings.HasPrefix(start, "<") &&
		(strings.Contains(start, "<!doctype html") || strings.Contains(start, "<html") ||
			strings.Contains(start, "<table"))
}

// isTable reports whether the first line has cells, or the name says that it has.
func isTable(text []byte, name string) bool {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".csv" || ext == ".tsv" || bytes.ContainsAny(line, ";\t") || bytes.Count(line, []byte(",")) > 0 &&
		utf8.Valid(line)
}

// The keys by which JSON formats are distinguished: any of the portal's, both of ours.
var (
	portalJSONKeys  = []string{"executionMethods", "categoriesDetails", "executionSteps", "codeNotation"}
	portalPagesKeys = []string{"legal_raw", "dossier_raw", "methods_raw", "decision_no"}
)

// jsonFormat looks at the keys of the first three levels until the head ends or the JSON does.
func jsonFormat(text []byte) Format {
	keys := topKeys(text)
	has := func(any []string) bool {
		for _, k := range any {
			if _, ok := keys[k]; ok {
				return true
			}
		}
		return false
	}
	first := func(wanted ...string) bool {
		for _, k := range wanted {
			if depth, ok := keys[k]; !ok || depth != 1 {
				return false
			}
		}
		return true
	}
	switch {
	case has(portalJSONKeys):
		return PortalJSON
	case first("plan", "campaign"), first("procedures", "reviews"):
		return Campaign
	case first("schema", "code"):
		return JSONL
	case has(portalPagesKeys):
		return PortalPages
	}
	return OtherJSON
}

// topKeys are the keys of objects, each with the least depth at which it stands; a list around the records
// counts for nothing.
func topKeys(text []byte) map[string]int {
	keys := map[string]int{}
	in := json.NewDecoder(bytes.NewReader(text))
	var open []json.Delim // of the objects and lists that are open
	objects := 0
	isKey := false
	for {
		token, err := in.Token()
		if err != nil {
			return keys
		}
		switch t := token.(type) {
		case json.Delim:
			switch t {
			case '{', '[':
				open = append(open, t)
				if t == '{' {
					objects++
				}
			default:
				if open[len(open)-1] == '{' {
					objects--
				}
				open = open[:len(open)-1]
			}
			isKey = len(open) > 0 && open[len(open)-1] == '{'
			continue
		case string:
			if isKey {
				if d, known := keys[t]; objects <= 3 && (!known || objects < d) {
					keys[t] = objects
				}
				isKey = false
				continue
			}
		}
		isKey = len(open) > 0 && open[len(open)-1] == '{'
	}
}
