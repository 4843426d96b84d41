package exchange

import (
	"io"
	"regexp"
	"strings"

	"rasoat/catalog"
	"rasoat/viet"
)

// ReadPortalJSON reads answers of the national portal's own API: a single document, an array or JSON Lines,
// each record bare or in one of two wrappings. It calls each with every record, in order, and stops with
// the error that each returns. What is wrong with a record is a warning; broken JSON and a file of another
// format are a *FormatError.
func ReadPortalJSON(r io.Reader, each func(Row) error) error {
	return readPortal(r, portalFormat{name: "portal-json", own: apiOwn, read: readAPI}, each)
}

// apiOwn are keys that the API's answers have and other formats of the domain do not.
var apiOwn = []string{
	"executionSteps", "executionMethods", "executionCases", "procedureProposal", "categoriesDetails",
	"legalBasisesDetails", "departmentPromulgateName", "subjectTypesDetails", "codeNotation",
}

// The keys of the API's objects, read or known to say nothing.
var (
	apiKeys = keySet(
		"id", "code", "codeNotation", "name", "executionSteps", "executionMethods", "description", "decisionNo",
		"executionCases", "formalityTargetType", "formalityType", "state", "isInternal", "type", "isWard", "isProvince",
		"isMinistry", "isOtherAgency", "isUndetermined", "isVertical", "isFullProcess", "isSharedService", "note",
		"keywords", "categoryIds", "serviceGroupIds", "legalBasisIds", "resultIds", "subjectTypeIds",
		"departmentExecutingIds", "departmentAuthorityIds", "departmentAuthorizedIds", "departmentCoordinatingIds",
		"categoriesDetails", "departmentDetails", "departmentsExecuting", "departmentsAuthority",
		"departmentsAuthorized", "departmentsCoordinating", "unitGroupExecutingIds", "unitGroupAuthorityIds",
		"unitGroupAuthorizedIds", "unitGroupCoordinatingIds", "unitGroupsExecuting", "unitGroupsAuthority",
		"unitGroupsAuthorized", "unitGroupsCoordinating", "serviceGroupsDetails", "legalBasisesDetails",
		"resultsDetails", "subjectTypesDetails", "departmentPromulgateId", "departmentPromulgateCode",
		"departmentPromulgateName", "cases", "fees", "createdAt", "updatedAt", "profileComponents", "targetObjects",
		"executingAgencies", "authorizedAgencies", "dossierReceivingAddresses", "delegatedAgencies",
		"coordinatingAgencies", "requirementsAndConditions", "procedureRelatedGroup", "procedureProposal",
		"isOfflineOnly", "isNonTerritorial", "returningMethods", "category",
	)
	proposalKeys = keySet("id", "proposalNumber", "decisionDate", "decisionNumber", "publicationDate", "issuingAgency",
		"proposalType")
	stepKeys    = keySet("name", "description")
	methodKeys  = keySet("submissionMethod", "processingTime", "processingTimeUnit", "description", "fees")
	feeKeys     = keySet("type", "value", "currency", "currencyId", "currencyName", "description", "attachment")
	dossierKeys = keySet("name", "profileComponents")
	paperKeys   = keySet("profileComponentId", "originalQty", "copyQty", "required", "hasElectronicForm", "source",
		"name", "code", "attachments", "isProcessingResult", "detail")
	fileKeys  = keySet("id", "fileName", "bucketName", "filePath")
	namedKeys = keySet("id", "name", "code", "type")
	caseKeys  = keySet("id", "name", "code", "processingDay", "profileComponents")
	dayKeys   = keySet("qty", "type")
)

// readAPI maps one answer. What the portal lists is in force and published.
func readAPI(r *rowReader, o object) {
	o.know(apiKeys)
	p := &r.Procedure
	p.Name = r.name(o)
	p.Status = catalog.InForce
	p.Levels = apiLevels(o)
	p.Announcer = catalog.Named{
		Name: o.line("departmentPromulgateName", "announcer"),
		Code: o.line("departmentPromulgateCode", "announcer"),
	}
	r.category(o)
	r.proposal(o)
	r.kindAndType(o)

	p.Steps = apiSteps(o)
	p.Methods = r.methods(o)
	p.OnlineCases = r.onlineCases(o)
	r.otherReading(p)
	p.Dossier = r.dossier(o)
	p.Applicants = names(o.named("subjectTypesDetails", "applicants"))
	p.Agencies = o.agencies("Executing")
	p.Authorities = o.agencies("Authority")
	p.Delegates = o.agencies("Authorized")
	p.Partners = o.agencies("Coordinating")
	p.Address = o.text("dossierReceivingAddresses", "address")
	p.Results = o.named("resultsDetails", "result")
	p.Law = r.law(o)
	r.conditions(o.text("requirementsAndConditions", "conditions"))
	p.Note = o.text("note", "note")
	p.Keywords = o.text("keywords", "keywords")
	p.LifeEvents = names(o.named("serviceGroupsDetails", "life_events"))
	p.FullOnline = o.flag("isFullProcess", "full_online")
	p.AnyPlace = o.flag("isNonTerritorial", "any_place")
	r.missing()
}

func apiLevels(o object) []catalog.Level {
	var out []catalog.Level
	for _, l := range []struct {
		key   string
		level catalog.Level
	}{
		{"isMinistry", catalog.Ministry},
		{"isProvince", catalog.Province},
		{"isWard", catalog.Commune},
		{"isOtherAgency", catalog.OtherAgency},
		{"isVertical", catalog.Vertical},
		{"isUndetermined", catalog.Undetermined},
	} {
		if o.flag(l.key, "levels") {
			out = append(out, l.level)
		}
	}
	return out
}

// category reads the field. Its name may carry its own code in brackets.
func (r *rowReader) category(o object) {
	fields := o.named("categoriesDetails", "field")
	if len(fields) > 1 {
		r.warn("field", warnFieldMany, len(fields))
	}
	if len(fields) > 0 {
		r.Procedure.FieldCode = fields[0].Code
		r.Procedure.Field = strings.TrimSpace(strings.TrimSuffix(fields[0].Name, "("+fields[0].Code+")"))
	}
}

// proposal reads the decision that announced the procedure, and when the portal published it.
func (r *rowReader) proposal(o object) {
	proposal := o.object("procedureProposal", "decision")
	proposal.know(proposalKeys)
	r.Procedure.Decision = catalog.Decision{
		Number: r.decisionNumber(proposal.line("proposalNumber", "decision")),
		Date:   proposal.day("decisionDate", "decision"),
		By:     proposal.object("issuingAgency", "decision").line("name", "decision"),
	}
	if r.Procedure.Decision.Date.IsZero() {
		r.warn("decision", warnDecisionDate)
	}
	r.Procedure.Published = proposal.day("publicationDate", "published")
}

// plainDecision is a number as the rules ask for it, also with the unit that drafted it ("-C06").
var plainDecision = regexp.MustCompile(`^\d+/QĐ-[\p{L}&]+(?:-[A-Z]\d\d)?$`)

// decisionNumber cleans a number where it is that of a decision, and warns of every other way to write one.
func (r *rowReader) decisionNumber(raw string) string {
	if !plainDecision.MatchString(raw) {
		r.warn("decision", warnDecisionForm, raw)
	}
	if number, _ := catalog.LegalNumber(raw); strings.Contains(number, "/QĐ-") {
		return number
	}
	return raw
}

// The words for the kinds of procedures are those of the portal's own page, so that a page and an answer
// of one procedure agree.
var (
	formalities = map[string]string{
		"ASSIGNED_REGULATION":     "TTHC được luật giao quy định chi tiết",
		"NOT_ASSIGNED_REGULATION": "TTHC không được luật giao cho địa phương quy định",
		"LOCAL_REGULATION":        "Do địa phương quy định",
		"CENTRAL_REGULATION":      "Do trung ương quy định",
		"OTHER":                   "Loại khác",
		"":                        "",
	}
	procedureTypes = map[string]struct {
		internal bool
		words    string
	}{
		"":                        {false, ""},
		"STANDARD":                {false, ""},
		"SPECIFIC":                {false, "đặc thù của địa phương"},
		"STANDARD_INTERNAL":       {true, ""},
		"INTERCONNECTED":          {false, "liên thông"},
		"INTERCONNECTED_INTERNAL": {true, "liên thông"},
	}
)

// kindAndType reads the kind: internal when any of the three signs says so.
func (r *rowReader) kindAndType(o object) {
	kind, proposal := o.raw("type", "type"), o.object("procedureProposal", "kind").raw("proposalType", "kind")
	formality := o.raw("formalityType", "type")
	t, known := procedureTypes[kind]
	if !known {
		r.warn("type", warnEnum, kind)
		t.internal = strings.HasSuffix(kind, "INTERNAL")
	}
	words, known := formalities[formality]
	if !known {
		r.warn("type", warnEnum, formality)
	}
	if state := o.raw("state", "status"); state != "ACTIVE" && state != "UPDATED" && state != "" {
		r.warn("status", warnEnum, state)
	}
	signs := []bool{o.flag("isInternal", "kind"), t.internal, strings.HasSuffix(proposal, "INTERNAL")}
	internal := signs[0] || signs[1] || signs[2]
	if internal && !(signs[0] && signs[1] && signs[2]) {
		r.warn("kind", warnKindDisagree)
	}
	if r.Procedure.Kind = catalog.Public; internal {
		r.Procedure.Kind = catalog.Internal
	}
	r.Procedure.Type = joinWords(words, t.words)
}

func joinWords(words ...string) string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return strings.Join(out, "; ")
}

func apiSteps(o object) []catalog.Step {
	var out []catalog.Step
	for _, s := range o.objects("executionSteps", "steps") {
		s.know(stepKeys)
		step := catalog.Step{Name: s.line("name", "steps"), Text: s.text("description", "steps")}
		if step != (catalog.Step{}) {
			out = append(out, step)
		}
	}
	return out
}

var apiChannels = map[string]catalog.Channel{
	"DIRECT": catalog.InPerson, "ONLINE": catalog.Online, "POSTAL": catalog.Postal,
}

func (r *rowReader) methods(o object) []catalog.Method {
	var out []catalog.Method
	for _, m := range o.objects("executionMethods", "channels") {
		m.know(methodKeys)
		raw := m.raw("submissionMethod", "channels")
		channel, known := apiChannels[raw]
		if !known {
			r.warn("channels", warnEnum, raw)
		}
		out = append(out, catalog.Method{
			Channel: channel,
			Limit:   m.limit("processingTime", "processingTimeUnit"),
			Fees:    r.fees(m),
			Text:    m.text("description", "channels"),
		})
	}
	return out
}

// named is the names with codes of a list, without those that have no name.
func (o object) named(key, field string) []catalog.Named {
	var out []catalog.Named
	for _, x := range o.objects(key, field) {
		x.know(namedKeys)
		if n := (catalog.Named{Name: x.line("name", field), Code: x.line("code", field)}); n.Name != "" {
			out = append(out, n)
		}
	}
	return out
}

func names(list []catalog.Named) []string {
	var out []string
	for _, n := range list {
		out = append(out, n.Name)
	}
	return out
}

// agencies joins the two lists of one role. The text beside them joins names with commas that names hold
// too; it is not read.
func (o object) agencies(role string) []catalog.Named {
	return append(o.named("departments"+role, "agency"), o.named("unitGroups"+role, "agency")...)
}

// law reads the legal basis, whose order means nothing.
func (r *rowReader) law(o object) []catalog.LegalBasis {
	var out []catalog.LegalBasis
	numbers := map[string]bool{}
	for _, x := range o.objects("legalBasisesDetails", "legal_basis") {
		x.know(namedKeys)
		basis := r.basis(x.raw("code", "legal_basis"))
		basis.Name = x.text("name", "legal_basis")
		if basis == (catalog.LegalBasis{}) {
			continue
		}
		if basis.Number != "" && numbers[basis.Number] {
			r.warn("legal_basis", warnLawTwice, basis.Number)
		}
		numbers[basis.Number] = true
		out = append(out, basis)
	}
	return out
}

// basis cleans the number of a document; what was printed is kept beside it where the two differ in more
// than blanks.
func (r *rowReader) basis(raw string) catalog.LegalBasis {
	printed := r.clean("legal_basis", raw, viet.Clean)
	number, _ := catalog.LegalNumber(printed)
	switch {
	case number == "" && printed != "":
		r.warn("legal_basis", warnLawUnread, printed)
		return catalog.LegalBasis{Raw: printed}
	case number != printed:
		r.warn("legal_basis", warnLawCleaned, printed, number)
		return catalog.LegalBasis{Number: number, Raw: printed}
	}
	return catalog.LegalBasis{Number: number}
}

// noCondition is how sources write that there is no condition, folded; "Không có thông tin" is not one of them.
var noCondition = regexp.MustCompile(
	`^kho(?:ng|g|n)(?: (?:co|quy dinh|yeu cau|dieu kien|ap dung|phat sinh|hoac|va|bat buoc|gi|cu the))*$`,
)

// conditions tells "there is no condition" from the text of one.
func (r *rowReader) conditions(text string) {
	if noCondition.MatchString(viet.Fold(text)) {
		r.Procedure.None = append(r.Procedure.None, catalog.PartConditions)
		return
	}
	r.Procedure.Conditions = text
}
