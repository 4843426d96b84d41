package app

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/exchange"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// OwnOrder is a table of the commune's own procedures as somebody pasted it, with what holds for all of its rows. A row
// that names a field or a decision of its own keeps it. Drafts wait for a decision that announces them.
type OwnOrder struct {
	Table    string
	Kind     catalog.Kind
	Group    catalog.Group // of internal procedures
	Ours     catalog.Ours
	Level    catalog.Level
	Field    string
	Drafts   bool
	Decision catalog.Decision
	From     value.Date // since when they hold; zero: since the day of the decision
	Reason   string
}

// OwnRow is one row of the table as it would be stored, and what is like it: a procedure of the catalogue, or an
// earlier row of the same table.
type OwnRow struct {
	Line      int
	Procedure catalog.Procedure
	Match     review.ListMatch
	Like      Listed
	LikeLine  int // of the earlier row; 0: what is like it stands in the catalogue
	Likeness  value.Ratio
	Problems  value.Problems // each with its column as field
}

// IsThere reports whether the catalogue has the procedure already: it does not come in again.
func (r OwnRow) IsThere() bool { return r.Match == review.ThereAlready && r.LikeLine == 0 }

// IsPicked reports whether the row is to come in where nobody says otherwise: what is the same as another is not.
func (r OwnRow) IsPicked() bool { return r.Match != review.ThereAlready && len(r.Problems) == 0 }

// OwnLine is a line of the table that is no procedure.
type OwnLine = exchange.OwnLine

// OwnPreview is what a table would bring in. Nothing is stored by it.
type OwnPreview struct {
	Rows    []OwnRow
	Ignored []string // heads of columns that are not read
	Skipped []OwnLine
	Headed  bool // false: no line says what the columns are
	Empty   int  // rows of which the table says no more than a name

	Decisions []OwnDecision // that announced the rows which are to come in
}

// OwnDecision is a decision that announced rows of a table, as the register of decisions has it or gets it with them.
type OwnDecision struct {
	review.Announcement     // ID 0: it is entered with the rows
	Count               int // rows that are to come in
}

// Wrong is how many rows have problems.
func (p OwnPreview) Wrong() (n int) {
	for _, r := range p.Rows {
		if len(r.Problems) > 0 {
			n++
		}
	}
	return n
}

// Mark tells two previews apart: the form that confirms one sends it back, so that what is stored is what was seen.
func (p OwnPreview) Mark() string {
	text, err := json.Marshal(p.Rows)
	if err != nil {
		return "" // no type in it fails
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// ReadSheet is the first sheet of a workbook, or a table of text, as a person would paste it.
func (a *App) ReadSheet(raw []byte) (string, error) {
	rows, err := exchange.ReadCells(raw)
	return exchange.PasteCells(rows), err
}

// ReadPasted reads a pasted list as what a list of a procedure's form holds (exchange.ReadPart).
func (a *App) ReadPasted(list, text string) catalog.Procedure { return exchange.ReadPart(list, text) }

// PreviewOwn shows what a table of own procedures would bring in. What keeps the whole from coming in is an error; what
// is wrong with a row stands at the row.
//
//	reason.missing own.none own.too_many own.decision_missing and the codes of catalog.Check and Announce
func (a *App) PreviewOwn(ctx context.Context, by Person, o OwnOrder) (OwnPreview, error) {
	if err := by.must(account.EditProcedure); err != nil {
		return OwnPreview{}, err
	}
	return a.previewOwn(ctx, a.store, o)
}

// ownReader is the store, or a transaction of it.
type ownReader interface {
	ProcedureHeads(context.Context, store.Filter) ([]store.Head, error)
	Announcements(context.Context, store.AnnouncementFilter) ([]store.Announcement, error)
}

func (a *App) previewOwn(ctx context.Context, r ownReader, o OwnOrder) (OwnPreview, error) {
	table, err := exchange.ReadOwn([]byte(o.Table))
	var problems value.Problems
	if errors.As(err, &problems) {
		for i := range problems {
			problems[i].Field = "table"
		}
	} else if err != nil {
		return OwnPreview{}, err
	}
	problems = append(problems, a.checkOwn(o, table.Rows)...)
	if len(problems) > 0 {
		return OwnPreview{}, problems
	}
	heads, err := r.ProcedureHeads(ctx, store.Filter{})
	if err != nil {
		return OwnPreview{}, err
	}
	out := OwnPreview{Ignored: table.Ignored, Skipped: table.Skipped, Headed: table.Headed}
	used := codesOf(heads)
	for _, t := range table.Rows {
		used = append(used, t.Procedure.Code)
	}
	there, next := compareOwn(heads, o.Kind), freeCodes(used, ownPrefix(o.Kind))
	for _, t := range table.Rows {
		row := OwnRow{Line: t.Line, Procedure: t.Procedure, Problems: t.Problems}
		there.match(&row)
		switch {
		case row.Procedure.Code != "":
		case row.IsThere():
			row.Procedure.Code = row.Like.Code
		default:
			row.Procedure.Code = next()
		}
		a.completeOwn(o, &row)
		if !catalog.HasContent(row.Procedure) {
			out.Empty++
		}
		out.Rows = append(out.Rows, row)
	}
	out.Decisions, err = ownDecisions(ctx, r, o, out.Rows)
	return out, err
}

// ownDecisions are the decisions that announced the rows which may come in, as the register has them where it does. A
// row takes the number over as the register spells it.
func ownDecisions(ctx context.Context, r ownReader, o OwnOrder, rows []OwnRow) (out []OwnDecision, err error) {
	register, err := r.Announcements(ctx, store.AnnouncementFilter{})
	if err != nil {
		return nil, err
	}
	for i := range rows {
		row := &rows[i]
		d := row.Procedure.Decision
		if d.Number == "" || row.IsThere() || len(row.Problems) > 0 {
			continue
		}
		of := review.Announcement{Number: d.Number, Date: d.Date, Issuer: d.By, Note: viet.CleanText(o.Reason)}
		of.From = row.Procedure.Validity.From
		at := slices.IndexFunc(out, func(x OwnDecision) bool { return x.IsSame(of) })
		if at < 0 {
			for _, x := range value.Values(register) {
				if x.IsSame(of) {
					of = x
				}
			}
			at, out = len(out), append(out, OwnDecision{Announcement: of})
		}
		row.Procedure.Decision = out[at].Decision()
		if row.IsPicked() {
			out[at].Count++
		}
	}
	return out, nil
}

// checkOwn lists what is wrong with what holds for all rows. A decision is wanted where a row has none of its own.
func (a *App) checkOwn(o OwnOrder, rows []exchange.OwnRow) value.Problems {
	p := o.procedure()
	p.Code, p.Name = "NB-01", "NB-01" // each row has its own
	out := catalog.Check(p)
	for i := range out {
		if out[i].Field == "levels[0]" {
			out[i].Field = "level"
		}
	}
	if viet.CleanText(o.Reason) == "" {
		out.Add("reason", "reason.missing")
	}
	without := func(r exchange.OwnRow) bool { return r.Procedure.Decision.Number == "" }
	if o.Drafts || len(rows) > 0 && !slices.ContainsFunc(rows, without) {
		return out
	}
	if o.Decision == (catalog.Decision{}) {
		return append(out, value.Problem{Field: "decision.number", Code: "own.decision_missing"})
	}
	_, err := catalog.Announce(p, o.Decision, cmp.Or(o.From, o.Decision.Date, a.Today()), a.Today())
	var wrong value.Problems
	errors.As(err, &wrong) // it gives nothing else
	return append(out, wrong...)
}

// procedure is what holds for all rows.
func (o OwnOrder) procedure() catalog.Procedure {
	p := catalog.Procedure{Kind: o.Kind, Status: catalog.Draft, Ours: o.Ours, Field: viet.Clean(o.Field)}
	if p.Levels = []catalog.Level{o.Level}; o.Level == "" {
		p.Levels = nil
	}
	if p.Group = o.Group; o.Kind == catalog.Public {
		p.Group = ""
	}
	return p
}

// completeOwn gives a row what holds for all, and the decision that announced it.
func (a *App) completeOwn(o OwnOrder, row *OwnRow) {
	p, all := &row.Procedure, o.procedure()
	p.Kind, p.Group, p.Status, p.Ours, p.Levels = all.Kind, all.Group, all.Status, all.Ours, all.Levels
	p.Field = cmp.Or(p.Field, all.Field)
	decision, from := p.Decision, p.Decision.Date
	switch {
	case decision.Number == "", decision.Date.IsZero() && review.SameNumber(decision.Number, o.Decision.Number):
		decision, from = o.Decision, cmp.Or(o.From, o.Decision.Date)
	case decision.By == "":
		decision.By = o.Decision.By
	}
	p.Decision = catalog.Decision{}
	if !o.Drafts && len(row.Problems) == 0 {
		announced, err := catalog.Announce(*p, decision, cmp.Or(from, a.Today()), a.Today())
		var wrong value.Problems
		errors.As(err, &wrong) // it gives nothing else
		*p, row.Problems = announced, append(row.Problems, wrong...)
	}
	for _, x := range catalog.Check(*p) {
		if x.Code != "name.empty" { // said already, of the table
			row.Problems = append(row.Problems, x)
		}
	}
}

// TakeOwn stores the rows of a table that were picked by their lines, all of them or none, for one reason, and enters
// the decisions that announced them in the register. Seen is the mark of the preview that was looked at;
// *value.Conflict where it is another by now.
//
//	own.none_picked own.rows_wrong and the codes of PreviewOwn
func (a *App) TakeOwn(
	ctx context.Context, by Person, o OwnOrder, lines []int, seen string,
) (codes []catalog.Code, err error) {
	if err := by.must(account.EditProcedure); err != nil {
		return nil, err
	}
	var taken []catalog.Procedure
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		p, err := a.previewOwn(ctx, tx, o)
		switch {
		case err != nil:
			return err
		case p.Mark() != seen:
			return &value.Conflict{What: "preview of own procedures"}
		case p.Wrong() > 0:
			return value.Problems{{Field: "table", Code: "own.rows_wrong", Args: []any{p.Wrong()}}}
		}
		for _, row := range p.Rows {
			if row.IsThere() || !slices.Contains(lines, row.Line) {
				continue
			}
			if err := a.saveNew(ctx, tx, row.Procedure, viet.CleanText(o.Reason)); err != nil {
				return err
			}
			codes = append(codes, row.Procedure.Code)
			taken = append(taken, row.Procedure)
		}
		if len(codes) == 0 {
			return value.Problems{{Field: "pick", Code: "own.none_picked"}}
		}
		return a.enterDecisions(ctx, tx, p.Decisions, taken)
	})
	if err != nil {
		return nil, err
	}
	a.settle(ctx)
	return codes, nil
}

// enterDecisions enters the decisions that announced procedures in the register, or adds the procedures to those that
// stand there.
func (a *App) enterDecisions(
	ctx context.Context, tx *store.Tx, decisions []OwnDecision, taken []catalog.Procedure,
) error {
	rules, calendar, err := a.postingRules(ctx)
	if err != nil {
		return err
	}
	began, err := a.Began(ctx)
	if err != nil {
		return err
	}
	today := a.Today()
	for _, d := range decisions {
		announced := map[catalog.Code]catalog.Procedure{}
		for _, p := range taken {
			if p.Decision == d.Decision() {
				announced[p.Code.Key()] = p
			}
		}
		if len(announced) == 0 {
			continue
		}
		if d.ID != 0 {
			if err := addAnnounced(ctx, tx, d.ID, review.Announced(announced, today)); err != nil {
				return err
			}
			continue
		}
		past, err := review.RecordPast(d.Announcement, announced, rules, calendar, today, began)
		if err != nil {
			return err
		}
		if _, err := tx.AddAnnouncement(ctx, past); err != nil {
			return err
		}
	}
	return nil
}

// addAnnounced adds procedures to a decision of the register.
func addAnnounced(ctx context.Context, tx *store.Tx, id review.AnnouncementID, touches []review.Touch) error {
	stands, err := tx.Announcement(ctx, id)
	if err != nil {
		return err
	}
	x := stands.Value
	x.Touches = append(slices.Clone(x.Touches), touches...)
	_, err = tx.SaveAnnouncement(ctx, x, stands.Number)
	return err
}
