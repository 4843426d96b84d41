package catalog

import (
	"maps"
	"slices"
	"strings"
)

// FormatPerson is the origin of a field that a person edited or decided; no import outranks it.
const FormatPerson = "person"

// Rank orders sources by how much their word counts: what a person edited above all, then the program's own
// formats (somebody at the commune made that file and chose to import it), then portal-json over
// portal-pages over portal-xlsx over the starting content (interface.md, Import). Unknown formats and
// campaigns, which know names only, are 0: they fill what is empty and replace nothing that has a source.
func Rank(format string) int {
	switch format {
	case FormatPerson:
		return 6
	case "jsonl", "csv", "xlsx":
		return 5
	case "portal-json":
		return 4
	case "portal-pages":
		return 3
	case "portal-xlsx":
		return 2
	case "seed":
		return 1
	}
	return 0
}

// NoteOtherwise is the code of a Note: a source says otherwise than a better one, whose word stands. Its
// argument is the format of the better one.
const NoteOtherwise = "merge.otherwise"

// Note is one field in which an import says otherwise than what stands.
type Note struct {
	Field string // JSON name of the field
	Code  string
	Args  []any
}

// Merge is the current version of a procedure with what an import says of it, field by field. What the
// import does not know stays, unless the same source said it and does not say it any more; what it knows
// replaces the word of an equal or lesser source and fills what is empty; where a better source said
// otherwise that stands, with a note. Whose the procedure is (ours), its group and who decides are never
// replaced. Merge(Procedure{}, nil, incoming, format) is the new procedure with its origins. It shares the
// lists of its arguments.
func Merge(current Procedure, origins Origins, incoming Procedure, format string) (Procedure, Origins, []Note) {
	return merge(current, origins, incoming, format, false)
}

// MergeForced is Merge where a person said that this source is right: it replaces the word of better ones
// too, and what it replaces so counts from then on as said by a person.
func MergeForced(current Procedure, origins Origins, incoming Procedure, format string) (Procedure, Origins, []Note) {
	return merge(current, origins, incoming, format, true)
}

func merge(
	current Procedure, origins Origins, incoming Procedure, format string, forced bool,
) (Procedure, Origins, []Note) {
	out, said := current, maps.Clone(origins)
	if said == nil {
		said = Origins{}
	}
	if out.Code == "" {
		out.Code = incoming.Code
	}
	out.None = slices.Clone(current.None)
	var notes []Note
	for _, f := range mergeFields {
		if note := f.merge(&out, said, &incoming, format, forced); note != nil {
			notes = append(notes, *note)
		}
	}
	return out, said, notes
}

// mergeField is one field of a procedure, or two that make one statement, such as a decision and its date.
type mergeField struct {
	name  string
	part  Part // the part that None can say does not exist, "" where there is none
	empty func(p *Procedure) bool
	take  func(to, from *Procedure)
	says  func(p *Procedure) string // what it says, without what is mere spelling
	fill  func(to, from *Procedure) // adds what the same statement leaves open; nil for plain fields
	keep  keeping
}

// keeping says what an import may not do to a field.
type keeping int

const (
	mayAll    keeping = iota
	neverLose         // a procedure is never without it
	neverTake         // the commune's own word: filled where empty, never replaced
)

func (f mergeField) merge(out *Procedure, said Origins, incoming *Procedure, format string, forced bool) *Note {
	origin, rank := said[f.name], Rank(format)
	stands, knows := f.known(out), f.known(incoming)
	byPerson := origin == FormatPerson && format != FormatPerson
	switch {
	case !knows:
		if stands && origin == format && f.keep == mayAll {
			f.set(out, &Procedure{})
			delete(said, f.name)
		}
	case f.keep == neverTake && (stands || byPerson):
	case forced && f.differ(out, incoming) && Rank(origin) > rank:
		f.set(out, incoming)
		said[f.name] = FormatPerson
	case byPerson || stands && Rank(origin) > rank:
		if f.differ(out, incoming) {
			return &Note{Field: f.name, Code: NoteOtherwise, Args: []any{origin}}
		}
		f.complete(out, incoming)
	default:
		before := *out
		same := stands && !f.differ(out, incoming)
		f.set(out, incoming)
		if same {
			f.complete(out, &before)
		}
		said[f.name] = format
	}
	return nil
}

// known reports whether the procedure says anything of the field, be it that there is nothing.
func (f mergeField) known(p *Procedure) bool { return !f.empty(p) || f.none(p) }

func (f mergeField) none(p *Procedure) bool { return f.part != "" && slices.Contains(p.None, f.part) }

func (f mergeField) differ(a, b *Procedure) bool {
	return f.none(a) != f.none(b) || f.says(a) != f.says(b)
}

func (f mergeField) complete(to, from *Procedure) {
	if f.fill != nil {
		f.fill(to, from)
	}
}

// set takes the field over, with whether it is known not to exist. None keeps the order of Parts, so that
// the order of imports leaves no trace.
func (f mergeField) set(to, from *Procedure) {
	f.take(to, from)
	if f.part == "" || f.none(to) == f.none(from) {
		return
	}
	var none []Part
	for _, part := range Parts {
		if part == f.part && f.none(from) || part != f.part && slices.Contains(to.None, part) {
			none = append(none, part)
		}
	}
	to.None = none
}

// sorted is what a list says when its order means nothing.
func sorted(words []string) string {
	slices.Sort(words)
	return strings.Join(slices.Compact(words), "\n")
}
