package exchange

import (
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rasoat/catalog"
	"rasoat/viet"
)

// ReadPortalPages reads pages of the portal that others scraped into fields, with the faults of that
// scrape: cells run together, numbers glued to their neighbours. What can be put right is, with a warning.
// It calls each as ReadPortalJSON does.
func ReadPortalPages(r io.Reader, each func(Row) error) error {
	return readPortal(r, portalFormat{name: "portal-pages", own: pageOwn, read: readPage}, each)
}

var pageOwn = []string{"methods_raw", "dossier_raw", "legal_raw", "decision_no", "implementing_agency", "legal_numbers"}

var (
	pageKeys = keySet("code", "name", "decision_no", "levels", "type", "field", "ministry", "subjects", "steps",
		"methods", "methods_raw", "dossier", "dossier_raw", "legal_numbers", "legal_raw", "implementing_agency",
		"competent_authority", "receiving_address", "coordinating_agency", "results", "conditions")
	pageMethodKeys = keySet("channel", "time_limit", "time_unit", "fee_state", "text")
	pagePaperKeys  = keySet("case", "name", "form_file", "originals", "copies")
	pageResultKeys = keySet("name", "code")
)

// readPage maps one page. What the portal lists is in force and published.
func readPage(r *rowReader, o object) {
	o.know(pageKeys)
	p := &r.Procedure
	p.Name = r.name(o)
	p.Status = catalog.InForce
	p.Type = o.line("type", "type")
	p.Kind = catalog.Public
	if p.Type == "" || strings.HasPrefix(r.Raw, "5.") || strings.HasPrefix(r.Raw, "6.") {
		p.Kind = catalog.Internal
	}
	p.Type = pageTypes.Replace(p.Type)
	p.Levels = r.pageLevels(o)
	p.Field = o.line("field", "field")
	p.Announcer = r.ministry(o)
	p.Decision.Number = r.decisionNumber(o.line("decision_no", "decision"))

	if steps := o.pageText("steps", "steps"); steps != "" {
		p.Steps = []catalog.Step{{Text: steps}}
	}
	p.Methods = r.pageMethods(o)
	p.Dossier = r.pageDossier(o)
	p.Applicants = o.lines("subjects", "applicants")
	p.Agencies = r.pageAgencies(o.pageText("implementing_agency", "agency"))
	p.Authorities = r.pageAgencies(o.pageText("competent_authority", "agency"))
	p.Partners = r.pageAgencies(o.pageText("coordinating_agency", "agency"))
	p.Address = o.pageText("receiving_address", "address")
	p.Results = r.pageResults(o)
	p.Law = r.pageLaw(o)
	r.conditions(o.pageText("conditions", "conditions"))
	r.missing()
}

// pageTypes puts the words of the older page in the order of the law.
var pageTypes = strings.NewReplacer("TTHC được giao luật quy định", "TTHC được luật giao quy định")

const nothingKnown = "Không có thông tin"

// What the page prints below the procedure, scraped along with its last field: three headings and a form.
const (
	frameHeading = "Từ khóa"
	frameForm    = "Chọn cơ quan thực hiện"
)

// pageText is the text at a key without the page's frame, "" where the page says that there is no information.
func (o object) pageText(key, field string) string {
	text := o.text(key, field)
	if before, _, found := strings.Cut(text, frameForm); found {
		o.r.warn(field, warnFrame)
		if at := strings.LastIndex(before, frameHeading); at >= 0 {
			before = before[:at]
		}
		text = strings.TrimSpace(before)
	}
	if text == nothingKnown {
		return ""
	}
	return text
}

var levelNames = map[string]catalog.Level{
	"Cấp bộ": catalog.Ministry, "Cấp tỉnh": catalog.Province, "Cấp huyện": catalog.District, "Cấp xã": catalog.Commune,
	"Cơ quan khác": catalog.OtherAgency, "Cơ quan ngành dọc": catalog.Vertical, "Ngành dọc": catalog.Vertical,
	"Chưa xác định": catalog.Undetermined,
}

func (r *rowReader) pageLevels(o object) []catalog.Level {
	var out []catalog.Level
	for _, name := range o.lines("levels", "levels") {
		if level, ok := levelNames[name]; ok {
			out = append(out, level)
		} else {
			r.warn("levels", warnEnum, name)
		}
	}
	return out
}

// ministries are the announcing bodies of the scrape, by its short names.
var ministries = map[string]string{
	"bo-tai-chinh": "Bộ Tài chính", "bo-nong-nghiep-mt": "Bộ Nông nghiệp và Môi trường", "bo-xay-dung": "Bộ Xây dựng",
	"bo-cong-an": "Bộ Công an", "bo-tu-phap": "Bộ Tư pháp", "ngan-hang-nha-nuoc": "Ngân hàng Nhà nước Việt Nam",
	"toa-an-nhan-dan": "Tòa án nhân dân",
}

func (r *rowReader) ministry(o object) catalog.Named {
	slug := o.line("ministry", "announcer")
	if name, ok := ministries[slug]; ok || slug == "" {
		return catalog.Named{Name: name}
	}
	r.warn("announcer", warnEnum, slug)
	return catalog.Named{Name: slug}
}

// agencyHead begins the name of an agency. Names hold commas themselves, so a list is cut only before one
// of these with a capital letter.
var agencyHead = regexp.MustCompile(
	`^(?:Ban (?:[Qq]uản lý|QL|QLDA|Thi đua)|Bảo hiểm|Biên phòng|Bộ |Bộ$|Bộ,|Cảng vụ|Chi (?:[Cc]ục|nhánh)|Chủ tịch|` +
		`Công an|` +
		`Công đoàn|Cơ quan|Cơ sở|Các |Cục |Đội |Đồn |Đơn vị|Giám đốc|Hải quan|Hội đồng|Kho bạc|Khu [Qq]uản lý|Người ` +
		`đứng|Ngân hàng|` +
		`Phòng |Quỹ |Sở |Thanh tra|Thi hành án|Thủ tướng|Thuế |Tòa án|Toà án|Tổ chức|Tổng [Cc]ục|Trung tâm|UBND|` +
		`[ỦU][ỷy] ban|Uỷ ban|Văn phòng|Viện [Kk]iểm|Vụ )`,
)

// pageAgencies cuts a list of agencies that is joined by commas. Where a comma is left before a capital
// letter, there may be one name or two; it stays one, with a warning.
func (r *rowReader) pageAgencies(list string) []catalog.Named {
	var out []catalog.Named
	for _, piece := range strings.Split(strings.ReplaceAll(list, "\n", ", "), ", ") {
		if n := len(out); n > 0 && !agencyHead.MatchString(piece) {
			out[n-1].Name += ", " + piece
			if first, _ := utf8.DecodeRuneInString(piece); unicode.IsUpper(first) {
				r.warn("agency", warnAgencyOne, out[n-1].Name)
			}
		} else if piece = strings.TrimSpace(piece); piece != "" {
			out = append(out, catalog.Named{Name: piece})
		}
	}
	return out
}

// pageLaw looks the numbers up in the raw text, where their closed list of endings finds nearly all; the
// list beside it has them glued to the next title.
func (r *rowReader) pageLaw(o object) []catalog.LegalBasis {
	var out []catalog.LegalBasis
	found := map[string]bool{}
	add := func(basis catalog.LegalBasis) {
		if basis.Number == "" || !found[basis.Number] {
			found[basis.Number] = true
			out = append(out, basis)
		}
	}
	for _, number := range catalog.LegalNumbers(o.text("legal_raw", "legal_basis")) {
		add(catalog.LegalBasis{Number: number})
	}
	inRaw := len(out) > 0
	for _, printed := range o.lines("legal_numbers", "legal_basis") {
		switch {
		case inRaw && !found[printed]:
			r.warn("legal_basis", warnLawGlued, printed)
		case !inRaw:
			add(r.basis(printed))
		}
	}
	return out
}

// gluedCode ends in something behind its last digit: the beginning of the next result's name.
var gluedCode = regexp.MustCompile(`^(.*\d)(\D+)$`)

// pageResults moves letters glued to a code back to the name they began.
func (r *rowReader) pageResults(o object) []catalog.Named {
	var out []catalog.Named
	begun := ""
	for _, x := range o.objects("results", "result") {
		x.know(pageResultKeys)
		result := catalog.Named{Name: begun + x.pageText("name", "result"), Code: x.line("code", "result")}
		begun = ""
		if m := gluedCode.FindStringSubmatch(result.Code); m != nil {
			r.warn("result", warnResultGlued, result.Code)
			result.Code, begun = m[1], m[2]
		}
		if result.Name = viet.Clean(result.Name); result.Name != "" {
			out = append(out, result)
		}
	}
	return out
}
