package catalog

import (
	"fmt"
	"slices"
	"strings"

	"rasoat/viet"
)

// Presence says whether a procedure has a part.
type Presence string

// Unknown is a state of its own: nobody has said whether the part exists.
const (
	Present Presence = "present"
	Absent  Presence = "absent" // known not to exist
	Unknown Presence = "unknown"
)

// Holds says whether p has a part. What stands there decides; without it, None tells "known not to exist"
// from "unknown".
func Holds(p Procedure, part Part) Presence {
	for _, line := range PartLines(p, part) {
		if line != "" {
			return Present
		}
	}
	if slices.Contains(p.None, part) {
		return Absent
	}
	return Unknown
}

// PartLines is one part as lines of plain text, one per item; an item of several lines holds line breaks. Like the
// texts of the procedure itself they are Vietnamese in every language of the interface.
func PartLines(p Procedure, part Part) []string {
	for _, s := range sections {
		if s.part == part {
			return lines(s.entries(p))
		}
	}
	return nil
}

// entry is one item of a part: what it says, and what makes it the same item in another version.
type entry struct{ key, text string }

func lines(entries []entry) []string {
	out := make([]string, len(entries))
	for i, e := range entries {
		out[i] = e.text
	}
	return out
}

// section says how a part or another field of a procedure is read as a list of items. Ordered is whether
// the order of the items says something.
type section struct {
	part    Part
	ordered bool
	entries func(Procedure) []entry
}

// sections lists the parts in the order of form 02/RS-KSTT, then the other fields by their JSON names.
var sections = []section{
	{PartName, true, one(func(p Procedure) string { return p.Name })},
	{PartSteps, true, steps},
	{PartChannels, false, channels},
	{PartDossier, true, papers},
	{PartCopies, true, copies},
	{PartTimeLimit, false, limits},
	{PartApplicants, false, many(func(p Procedure) []string { return p.Applicants })},
	{PartAgency, false, agencies},
	{PartForms, false, forms},
	{PartConditions, true, one(func(p Procedure) string { return p.Conditions })},
	{PartFees, false, fees},
	{PartResult, false, results},
	{PartLegalBasis, false, law},
	{"kind", true, one(func(p Procedure) string { return string(p.Kind) })},
	{"group", true, one(func(p Procedure) string { return string(p.Group) })},
	{"status", true, one(func(p Procedure) string { return string(p.Status) })},
	{"ours", true, one(func(p Procedure) string { return string(p.Ours) })},
	{"decider", true, one(func(p Procedure) string { return p.Decider })},
	{"levels", false, many(func(p Procedure) []string { return plain(p.Levels) })},
	{"field", true, one(func(p Procedure) string { return p.Field })},
	{"field_code", true, one(func(p Procedure) string { return p.FieldCode })},
	{"announcer", true, one(func(p Procedure) string { return coded(p.Announcer) })},
	{"decision", true, decision},
	{"published", true, one(func(p Procedure) string { return viet.ShortDate(p.Published) })},
	{"validity", true, validity},
	{"type", true, one(func(p Procedure) string { return p.Type })},
	{"none", false, many(func(p Procedure) []string { return plain(p.None) })},
	{"also_known", false, many(func(p Procedure) []string { return p.AlsoKnown })},
	{"keywords", true, one(func(p Procedure) string { return p.Keywords })},
	{"note", true, one(func(p Procedure) string { return p.Note })},
	{"online_cases", false, onlineCases},
	{"life_events", false, many(func(p Procedure) []string { return p.LifeEvents })},
	{"full_online", true, flag(func(p Procedure) bool { return p.FullOnline })},
	{"any_place", true, flag(func(p Procedure) bool { return p.AnyPlace })},
}

func one(text func(Procedure) string) func(Procedure) []entry {
	return func(p Procedure) []entry { return plainEntries(text(p)) }
}

func many(texts func(Procedure) []string) func(Procedure) []entry {
	return func(p Procedure) []entry { return plainEntries(texts(p)...) }
}

func flag(set func(Procedure) bool) func(Procedure) []entry {
	return func(p Procedure) []entry {
		if set(p) {
			return plainEntries("có")
		}
		return nil
	}
}

func plain[T ~string](s []T) []string {
	out := make([]string, len(s))
	for i, x := range s {
		out[i] = string(x)
	}
	return out
}

// plainEntries are the texts that are not empty, each its own key.
func plainEntries(texts ...string) []entry {
	var out []entry
	for _, t := range texts {
		if t != "" {
			out = append(out, entry{viet.Fold(t), t})
		}
	}
	return out
}

func steps(p Procedure) []entry {
	var out []entry
	for _, s := range p.Steps {
		out = append(out, entry{viet.Fold(s.Name), joined("\n", s.Name, s.Text)})
	}
	return out
}

// channels are the ways of handing in; the time limit and the fees of a way are parts of their own.
func channels(p Procedure) []entry {
	var out []entry
	for _, m := range p.Methods {
		out = append(out, entry{string(m.Channel) + " " + viet.Fold(m.Text),
			joined(": ", ChannelName(m.Channel), m.Text)})
	}
	return out
}

func papers(p Procedure) []entry {
	var out []entry
	for _, c := range p.Dossier {
		if c.Name != "" {
			out = append(out, entry{"case " + viet.Fold(c.Name), c.Name})
		}
		for _, x := range c.Papers {
			out = append(out, entry{"paper " + viet.Fold(c.Name) + "/" + viet.Fold(x.Name), paperText(x)})
		}
	}
	return out
}

// paperText is a paper as a line: "Tờ khai (01 bản chính, 02 bản sao)"; what need not be handed in is not named.
func paperText(p Paper) string {
	var numbers []string
	if n := p.Originals.Or(0); n > 0 {
		numbers = append(numbers, fmt.Sprintf("%02d bản chính", n))
	}
	if n := p.Copies.Or(0); n > 0 {
		numbers = append(numbers, fmt.Sprintf("%02d bản sao", n))
	}
	text := joined(" – ", p.Code, p.Name)
	if len(numbers) > 0 {
		text += " (" + strings.Join(numbers, ", ") + ")"
	}
	if p.Held != "" {
		text += " [" + p.Held + "]"
	}
	return text
}

func copies(p Procedure) []entry {
	n, ok := p.Copies.Get()
	if !ok {
		return nil
	}
	return []entry{{"", viet.Number(int64(n)) + " bộ"}}
}

// limits are the distinct time limits, each with the channels that it holds for.
func limits(p Procedure) []entry {
	var out []entry
	if !p.Limit.IsZero() {
		out = append(out, entry{"", LimitText(p.Limit)})
	}
	for _, m := range p.Methods {
		if !m.Limit.IsZero() {
			out = append(out, entry{string(m.Channel) + " " + viet.Fold(m.Text),
				ChannelName(m.Channel) + ": " + LimitText(m.Limit)})
		}
	}
	return out
}

// fees are the fees of the whole and those of each channel.
func fees(p Procedure) []entry {
	var out []entry
	for _, f := range p.Fees {
		out = append(out, entry{string(f.Kind), FeeText(f)})
	}
	for _, m := range p.Methods {
		for _, f := range m.Fees {
			out = append(out, entry{string(m.Channel) + " " + string(f.Kind) + " " + viet.Fold(f.Text),
				ChannelName(m.Channel) + ": " + FeeText(f)})
		}
	}
	return out
}

func agencies(p Procedure) []entry {
	var out []entry
	add := func(label string, names []Named) {
		for _, n := range names {
			out = append(out, entry{label + " " + viet.Fold(n.Name), label + coded(n)})
		}
	}
	add("", p.Agencies)
	add("Cơ quan có thẩm quyền: ", p.Authorities)
	add("Cơ quan được ủy quyền: ", p.Delegates)
	add("Cơ quan phối hợp: ", p.Partners)
	if p.Address != "" {
		out = append(out, entry{"address", "Địa chỉ tiếp nhận: " + p.Address})
	}
	return out
}

// forms are those that stand alone and those of papers, each once.
func forms(p Procedure) []entry {
	names := slices.Clone(p.Forms)
	for _, c := range p.Dossier {
		for _, x := range c.Papers {
			names = append(names, x.Forms...)
		}
	}
	var once []string
	for _, n := range names {
		if !slices.Contains(once, n) {
			once = append(once, n)
		}
	}
	return plainEntries(once...)
}

func results(p Procedure) []entry {
	var out []entry
	for _, r := range p.Results {
		out = append(out, entry{viet.Fold(r.Name), coded(r)})
	}
	if p.ResultValidity != "" {
		out = append(out, entry{"validity", "Thời hạn có hiệu lực: " + p.ResultValidity})
	}
	return out
}

func law(p Procedure) []entry {
	var out []entry
	for _, l := range p.Law {
		number := l.Number
		if number == "" {
			number = l.Raw
		}
		out = append(out, entry{viet.Fold(joined(" ", number, l.Name)), lawText(number, l.Name)})
	}
	return out
}

// lawKinds are the kinds of legal documents by what their numbers say, the first that fits.
var lawKinds = []struct{ inNumber, kind string }{
	{"NĐ-CP", "Nghị định"}, {"/TTLT", "Thông tư liên tịch"}, {"/TT", "Thông tư"},
	{"/QĐ", "Quyết định"}, {"/NQ", "Nghị quyết"}, {"/QH", "Luật"},
}

// lawText is a legal document as it is cited: "Luật Hộ tịch số 60/2014/QH13", "Nghị định số 123/2015/NĐ-CP về …".
func lawText(number, name string) string {
	if !strings.Contains(number, "/") || strings.Contains(number, " ") {
		return joined(" – ", number, name)
	}
	for _, k := range lawKinds {
		if !strings.Contains(number, k.inNumber) {
			continue
		}
		if name == "" {
			return k.kind + " số " + number
		}
		if rest, is := strings.CutPrefix(name, k.kind+" "); is && k.kind != "Luật" {
			return k.kind + " số " + number + " " + rest
		}
		break
	}
	return joined(" số ", name, number)
}

func decision(p Procedure) []entry {
	d := p.Decision
	return plainEntries(joined(", ", d.Number, viet.ShortDate(d.Date), d.By))
}

func validity(p Procedure) []entry {
	v := p.Validity
	return plainEntries(labelled("từ ngày ", viet.ShortDate(v.From)),
		labelled("đến trước ngày ", viet.ShortDate(v.Until)),
		labelled("bãi bỏ bởi ", v.RepealedBy))
}

func onlineCases(p Procedure) []entry {
	var out []entry
	for _, c := range p.OnlineCases {
		out = append(out, entry{c.Code, joined(": ", joined(" – ", c.Code, c.Name), LimitText(c.Limit))})
	}
	return out
}

func coded(n Named) string {
	if n.Code == "" {
		return n.Name
	}
	return joined(" ", n.Name, "("+n.Code+")")
}

func labelled(label, text string) string {
	if text == "" {
		return ""
	}
	return label + text
}

// joined joins the texts that are not empty.
func joined(gap string, texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), gap)
}
