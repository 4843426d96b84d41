package catalog

import (
	"slices"
	"strings"

	"rasoat/viet"
)

// ReceivedHere reports whether a dossier may be handed in at the place where the commune receives (Bộ phận Tiếp nhận
// và Trả kết quả, Trung tâm Phục vụ hành chính công cấp xã): where the data says so, or names the commune's committee
// among those who carry the procedure out. What another level, the police or a school receives is none of the
// commune's; in doubt it is not.
func ReceivedHere(p Procedure) bool {
	if p.Kind != Public || p.Ours == NotOurs || len(p.Levels) > 0 && !slices.Contains(p.Levels, Commune) {
		return false
	}
	places := []string{p.Address}
	for _, m := range p.Methods {
		if m.Channel == InPerson {
			places = append(places, m.Text)
		}
	}
	switch {
	case slices.ContainsFunc(places, isCommuneDesk):
		return true
	case p.Address != "":
		return slices.ContainsFunc(namesOf(p.Address), isCommuneOffice)
	case len(p.Agencies) == 0:
		return p.Ours == Receives || p.Ours == Decides
	}
	return slices.ContainsFunc(p.Agencies, func(a Named) bool {
		return slices.ContainsFunc(namesOf(a.Name), isCommuneOffice)
	})
}

// namesOf are the agencies of a line that joins several.
func namesOf(line string) []string {
	return strings.FieldsFunc(line, func(r rune) bool { return r == ';' || r == '\n' })
}

// isCommuneDesk reports whether a text names the place where communes receive.
func isCommuneDesk(text string) bool {
	folded := viet.Fold(text)
	for _, desk := range []string{"trung tam phuc vu hanh chinh cong ", "mot cua ", "tiep nhan va tra ket qua "} {
		for _, of := range []string{"cap xa", "xa", "cac xa", "cua xa", "cua ubnd xa", "cua ubnd cap xa"} {
			if strings.Contains(folded+" ", desk+of+" ") {
				return true
			}
		}
	}
	return false
}

// isCommuneOffice reports whether an agency is the commune's committee or an office of it.
func isCommuneOffice(name string) bool {
	folded := " " + viet.Fold(name) + " "
	has := func(words string) bool { return strings.Contains(folded, words) }
	for _, other := range []string{" cong an ", " quan su ", " truong ", " tram ", " cap tinh ", " cap huyen "} {
		if strings.HasPrefix(folded, other) || has(" ban chi huy"+other) {
			return false
		}
	}
	return has(" cap xa ") || (has(" uy ban nhan dan ") || has(" ubnd ")) && (has(" xa ") || has(" phuong "))
}
