package catalog

import (
	"regexp"
	"slices"
	"strings"

	"rasoat/viet"
)

// Why a row of an import is held: it contradicts what is known about its code, changes nothing and waits
// for a person (interface.md, Import). Sentences come from app/text.
const (
	HeldNotACode  = "hold.not_a_code" // args: what stands as the code, the code it must not be taken for ("" for none)
	HeldSameName  = "hold.same_name"  // args: number of codes, the codes, decision
	HeldOtherName = "hold.other_name" // args: the stored or listed name
	NoteTwin      = "note.twin"       // args: the other code; a note, not a reason to hold
)

// The bounds of the rule. Exactly two codes with one name and decision are lawful twins.
const (
	heldCodes       = 3 // codes of a file that share one name and decision
	commonWordsOver = 5 // fewer than one word in five in common
	shorterNameOver = 2 // a name of which half stands in the other is a shorter wording, not another procedure
)

// Holder decides which rows of a file are held. It needs a look at the whole file first: Add every row,
// then ask for the Reason of each. The zero Holder is not usable; see NewHolder.
type Holder struct {
	groups map[string][]Code // name and decision → keys, each once
}

// NewHolder is a Holder that has seen no row.
func NewHolder() *Holder { return &Holder{groups: map[string][]Code{}} }

// Add shows one row: its code as it stands in the file, its name, the number of its decision. A row without
// decision shares none, and what is no code does not make lawful twins three.
func (h *Holder) Add(code, name, decision string) {
	group, ok := holdGroup(name, decision)
	if _, bad := notACode(code); bad || !ok {
		return
	}
	key := Code(code).Key()
	if !slices.Contains(h.groups[group], key) {
		h.groups[group] = append(h.groups[group], key)
	}
}

// Reason says why a row is held, with what its sentence needs. storedNames are the names known for its key,
// stored or listed; none means that the key is new, and one that fits is enough.
func (h *Holder) Reason(code, name, decision string, storedNames []string) (reason string, args []any, held bool) {
	if meant, bad := notACode(code); bad {
		return HeldNotACode, []any{code, string(meant)}, true
	}
	if codes := h.sharing(name, decision); len(codes) >= heldCodes {
		return HeldSameName, []any{len(codes), joinCodes(codes), decision}, true
	}
	if len(storedNames) > 0 && !slices.ContainsFunc(storedNames, func(s string) bool { return !otherName(name, s) }) {
		return HeldOtherName, []any{storedNames[0]}, true
	}
	return "", nil, false
}

// Twin is the other code where exactly two codes of the file share name and decision, which is lawful.
func (h *Holder) Twin(code, name, decision string) (Code, bool) {
	codes := h.sharing(name, decision)
	key := Code(code).Key()
	if len(codes) != 2 || !slices.Contains(codes, key) {
		return "", false
	}
	return codes[1-slices.Index(codes, key)], true
}

func (h *Holder) sharing(name, decision string) []Code {
	group, ok := holdGroup(name, decision)
	if !ok {
		return nil
	}
	return h.groups[group]
}

func joinCodes(codes []Code) string {
	var parts []string
	for _, c := range codes {
		parts = append(parts, string(c))
	}
	return strings.Join(parts, ", ")
}

var (
	codeInName  = regexp.MustCompile(`\d\.\d{6,9}(?:\.\d{2})?`)
	levelInName = regexp.MustCompile(`\b(?:thuc hien )?(?:tai |o )?cap (?:xa|tinh|huyen|bo|trung uong|co so)\b`)
	deleteMark  = regexp.MustCompile(` xoa$`)
	brokenKey   = regexp.MustCompile(`^(\d\.\d{6,9})\D`)
)

// holdGroup is what two rows share when they have one name and one decision. The level counts here: the
// national list has lawful sisters that differ in nothing else ("… thực hiện tại cấp tỉnh", "… cấp xã").
func holdGroup(name, decision string) (string, bool) {
	n, d := bareName(name), viet.Fold(decision)
	return n + "\x00" + d, n != "" && d != ""
}

// bareName is a name folded, without codes in it and without "Thủ tục" before it.
func bareName(name string) string {
	n := viet.Fold(codeInName.ReplaceAllString(name, " "))
	n = strings.TrimPrefix(n, "thu tuc ")
	return strings.TrimPrefix(n, "hanh chinh ")
}

// otherName reports whether two names of one key can hardly be names of one procedure: of all their
// different words fewer than one in five is in both, and neither name lives for half in the other.
func otherName(a, b string) bool {
	wa, wb := nameWords(a), nameWords(b)
	if len(wa) == 0 || len(wb) == 0 {
		return false
	}
	common := 0
	for w := range wa {
		if wb[w] {
			common++
		}
	}
	all := len(wa) + len(wb) - common
	return common*commonWordsOver < all && common*shorterNameOver < min(len(wa), len(wb))
}

func nameWords(name string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(levelInName.ReplaceAllString(bareName(name), " ")) {
		words[w] = true
	}
	return words
}

// notACode reports whether what stands as a code is none: nothing, a blank before or behind it, a character
// or a length that codes do not have, a national key with something behind it ("1.014325-Xoa"). meant is the
// national code it resembles; trimmed to that it would overwrite another procedure.
func notACode(raw string) (meant Code, bad bool) {
	if m := brokenKey.FindStringSubmatch(strings.TrimSpace(raw) + " "); m != nil {
		meant = Code(m[1])
	}
	switch code := Code(raw); {
	case !code.Valid(), deleteMark.MatchString(viet.Fold(raw)), meant != "" && !code.IsNational():
		return meant, true
	}
	return "", false
}
