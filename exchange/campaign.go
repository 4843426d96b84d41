package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

// CampaignFile is a review campaign in one document (interface.md, Campaign file).
type CampaignFile struct {
	Plan       string            `json:"plan"` // id or number
	Campaign   review.CampaignID `json:"campaign"`
	Procedures []ListEntry       `json:"procedures"`
	Reviews    []ReviewEntry     `json:"reviews"`
}

// ListEntry is one procedure of the campaign's list.
type ListEntry struct {
	Code  catalog.Code  `json:"code"`
	Name  string        `json:"name"`
	Kind  catalog.Kind  `json:"kind"`
	Group catalog.Group `json:"group,omitempty"`
	Field string        `json:"field,omitempty"`
}

// ReviewEntry is the review of one procedure of the list. Before and After are nil where the file has no
// such key; an empty table and a missing one are two things (review.SideAfter).
type ReviewEntry struct {
	Procedure  catalog.Code             `json:"procedure"`
	Conclusion review.Conclusion        `json:"conclusion"`
	Status     review.State             `json:"status"`
	Decided    value.Date               `json:"decided,omitzero"`
	Decision   review.DecisionRef       `json:"decision,omitzero"` // without its scan, which no file carries
	Measures   []review.Measure         `json:"measures,omitempty"`
	Merged     []catalog.Code           `json:"merged,omitempty"`
	Amendments []review.Amendment       `json:"amendments,omitempty"`
	Before     *[]cost.Row              `json:"before,omitempty"`
	After      *[]cost.Row              `json:"after,omitempty"`
	Effort     value.Opt[value.Decimal] `json:"effort,omitzero"` // officer-days
}

// ReadCampaign reads a campaign file and everything that can be checked in it alone. Whether the plan and
// the campaign exist is for the caller. The error is value.Problems, each with its path, or what reading r
// failed with. Beside the codes of fields and of cost tables:
//
//	plan.empty campaign.empty name.empty code.invalid(code) code.twice(code) group.public
//	review.twice(code) review.not_listed(code) keep.after_differs total.too_large(bound)
func ReadCampaign(r io.Reader) (CampaignFile, error) {
	var p problemList
	n, err := readJSON(r, maxJSON, &p)
	if err != nil {
		return CampaignFile{}, err
	}
	var c CampaignFile
	if n != nil {
		c = readCampaign(openObject(n, "", &p, "plan", "campaign", "procedures", "reviews"))
	}
	if err := p.Err(); err != nil {
		return CampaignFile{}, err
	}
	return c, nil
}

func readCampaign(f fields) CampaignFile {
	if f.kind != isObject {
		return CampaignFile{}
	}
	f.need("plan", "campaign")
	c := CampaignFile{
		Plan:     f.name("plan", "plan.empty"),
		Campaign: review.CampaignID(f.name("campaign", "campaign.empty")),
	}
	c.Procedures = each(f, "procedures", f.listEntry)
	c.Reviews = each(f, "reviews", f.reviewEntry)
	f.checkList(c)
	return c
}

// name is a text that may not be blank.
func (f fields) name(key, code string) string {
	s := f.text(key)
	if path := under(f.path, key); f.at(key) != nil && !f.p.fields[path] && strings.TrimSpace(s) == "" {
		f.p.add(path, code)
	}
	return s
}

func (f fields) listEntry(n *node, path string) ListEntry {
	f = openObject(n, path, f.p, "code", "name", "kind", "group", "field").need("code", "name", "kind")
	e := ListEntry{
		Code:  f.code("code"),
		Name:  f.name("name", "name.empty"),
		Kind:  oneOf(f, "kind", catalog.Kinds),
		Group: oneOf(f, "group", append([]catalog.Group{""}, catalog.Groups...)),
		Field: f.text("field"),
	}
	if e.Kind == catalog.Public && e.Group != "" {
		f.p.add(under(path, "group"), "group.public")
	}
	return e
}

func (f fields) code(key string) catalog.Code {
	n, path, ok := f.find(key, isString)
	if !ok {
		return ""
	}
	return f.validCode(n, path)
}

func (f fields) validCode(n *node, path string) catalog.Code {
	c := catalog.Code(f.clean(n.text, path))
	if f.isA(n, path, isString) && !c.Valid() {
		f.p.add(path, "code.invalid", n.text)
	}
	return c
}

func (f fields) reviewEntry(n *node, path string) ReviewEntry {
	f = openObject(n, path, f.p, "procedure", "conclusion", "status", "decided", "decision", "measures", "merged",
		"amendments", "before", "after", "effort").need("procedure", "conclusion", "status")
	return ReviewEntry{
		Procedure:  f.code("procedure"),
		Conclusion: oneOf(f, "conclusion", review.Conclusions),
		Status:     oneOf(f, "status", review.States),
		Decided:    f.date("decided"),
		Decision:   f.decision(),
		Measures:   each(f, "measures", f.measure),
		Merged:     each(f, "merged", f.validCode),
		Amendments: each(f, "amendments", f.amendment),
		Before:     f.table("before"),
		After:      f.table("after"),
		Effort:     f.decimal("effort"),
	}
}

func (f fields) decision() review.DecisionRef {
	n := f.at("decision")
	if n == nil {
		return review.DecisionRef{}
	}
	f = openObject(n, under(f.path, "decision"), f.p, "number", "date")
	return review.DecisionRef{Number: f.text("number"), Date: f.date("date")}
}

// measure reads one measure; a kind that is not given is "other".
func (f fields) measure(n *node, path string) review.Measure {
	f = openObject(n, path, f.p, "kind", "part", "content", "reason", "paper")
	m := review.Measure{
		Kind:    oneOf(f, "kind", review.MeasureKinds),
		Part:    oneOf(f, "part", catalog.Parts),
		Content: f.text("content"),
		Reason:  f.text("reason"),
		Paper:   f.text("paper"),
	}
	if f.at("kind") == nil {
		m.Kind = review.OtherMeasure
	}
	return m
}

func (f fields) amendment(n *node, path string) review.Amendment {
	f = openObject(n, path, f.p, "document", "article", "request", "by", "due")
	return review.Amendment{
		Document: f.text("document"),
		Article:  f.text("article"),
		Request:  f.text("request"),
		By:       f.text("by"),
		Due:      f.date("due"),
	}
}

// table is the cost table at a key, nil where there is no such key.
func (f fields) table(key string) *[]cost.Row {
	if f.at(key) == nil {
		return nil
	}
	rows := readRows(f, key)
	return &rows
}

// checkList checks the list and the reviews against each other: by the key of a code, as procedures are matched.
func (f fields) checkList(c CampaignFile) {
	listed, reviewed := map[catalog.Code]bool{}, map[catalog.Code]bool{}
	for i, e := range c.Procedures {
		if key := e.Code.Key(); key != "" && listed[key] {
			f.p.add(item("procedures", i)+".code", "code.twice", string(e.Code))
		}
		listed[e.Code.Key()] = true
	}
	for i, r := range c.Reviews {
		path, key := item("reviews", i), r.Procedure.Key()
		switch {
		case key == "":
		case !listed[key]:
			f.p.add(path+".procedure", "review.not_listed", string(r.Procedure))
		case reviewed[key]:
			f.p.add(path+".procedure", "review.twice", string(r.Procedure))
		}
		reviewed[key] = true
		if r.Conclusion == review.Keep && afterDiffers(r) {
			f.p.add(path+".after", "keep.after_differs")
		}
	}
	f.checkTotals(c)
}

// checkTotals holds the bound of interface.md, Cost tables: no total of a table reaches it, nor does the sum of all
// tables of a side, which the targets add up.
func (f fields) checkTotals(c CampaignFile) {
	if len(f.p.Problems) > 0 {
		return // rows that are refused already have no price
	}
	var before, after value.Money
	for i, r := range c.Reviews {
		priced, err := cost.Price(rowsOf(r.Before), rowsOf(r.After))
		var problems value.Problems
		if errors.As(err, &problems) {
			for _, p := range problems.Under(item("reviews", i)) {
				f.p.add(p.Field, p.Code, p.Args...)
			}
			continue
		}
		var onBefore, onAfter error
		before, onBefore = value.AddMoney(before, priced.Before.AnnualTotal)
		after, onAfter = value.AddMoney(after, priced.After.AnnualTotal)
		if onBefore != nil || onAfter != nil {
			f.p.add("reviews", "total.too_large", value.MaxTotal)
			return
		}
	}
}

func rowsOf(table *[]cost.Row) []cost.Row {
	if table == nil {
		return nil
	}
	return *table
}

// afterDiffers reports whether the cost after is given and is another table than the cost before, whatever
// the order of the rows.
func afterDiffers(r ReviewEntry) bool {
	if r.After == nil || len(*r.After) == 0 {
		return false
	}
	if r.Before == nil || len(*r.Before) != len(*r.After) {
		return true
	}
	rest := slices.Clone(*r.Before)
	for _, row := range *r.After {
		i := slices.Index(rest, row)
		if i < 0 {
			return true
		}
		rest = slices.Delete(rest, i, i+1)
	}
	return false
}

// WriteCampaign writes c so that ReadCampaign gives back the same. The scan of a decision stays behind.
func WriteCampaign(w io.Writer, c CampaignFile) error {
	c.Procedures = append([]ListEntry{}, c.Procedures...)
	c.Reviews = append([]ReviewEntry{}, c.Reviews...)
	for i := range c.Reviews {
		r := &c.Reviews[i]
		r.Decision.File = ""
		r.Before, r.After = table(r.Before), table(r.After)
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	if err := out.Encode(c); err != nil {
		return fmt.Errorf("campaign %s of plan %s: %w", c.Campaign, c.Plan, err)
	}
	return nil
}

// table keeps an empty table from being written as null.
func table(rows *[]cost.Row) *[]cost.Row {
	if rows == nil {
		return nil
	}
	out := append([]cost.Row{}, *rows...)
	return &out
}

// Proposal is the entry as a proposal for one procedure; plan, campaign and author are the caller's.
func (r ReviewEntry) Proposal() review.Proposal {
	var merged []catalog.Code
	for _, c := range r.Merged {
		merged = append(merged, c.Key())
	}
	return review.Proposal{
		Members:    []review.Member{{Procedure: r.Procedure.Key(), Before: table(r.Before), After: table(r.After)}},
		Conclusion: r.Conclusion,
		State:      r.Status,
		Decided:    r.Decided,
		Decision:   r.Decision,
		Measures:   slices.Clone(r.Measures),
		Merged:     merged,
		Amendments: slices.Clone(r.Amendments),
		Effort:     r.Effort,
	}
}

// EntryOf is one member of a proposal as an entry of a campaign file. A group becomes one entry per member;
// its effort stands with the first, for it is put through once. What the format has no place for (changes,
// overrides, title, roadmap, note, author) stays behind.
func EntryOf(p review.Proposal, member int) ReviewEntry {
	m := p.Members[member]
	e := ReviewEntry{
		Procedure:  m.Procedure,
		Conclusion: p.Conclusion,
		Status:     p.State,
		Decided:    p.Decided,
		Decision:   review.DecisionRef{Number: p.Decision.Number, Date: p.Decision.Date},
		Measures:   slices.Clone(p.Measures),
		Merged:     slices.Clone(p.Merged),
		Amendments: slices.Clone(p.Amendments),
		Before:     table(m.Before),
		After:      table(m.After),
		Effort:     p.Effort,
	}
	if member > 0 {
		e.Effort = value.Known(value.Decimal(0))
	}
	return e
}
