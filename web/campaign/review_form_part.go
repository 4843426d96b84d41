package campaign

import (
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// formPart is a part of form 02/RS-KSTT as one page.
type formPart struct {
	word string         // in the address
	asks []catalog.Part // whose questions stand on it; part II has the empty part
	says []catalog.Part // what of the procedure stands beside them
}

// The words of the parts that are more than questions.
const (
	partGeneral    = "chung"
	partNecessity  = "can-thiet"
	partPeople     = "tham-gia"
	partConclusion = "ket-luan"
)

// formParts are the parts in the order of the form: I, II, III part by part, those who took part with IV.
var formParts = []formPart{
	{word: partGeneral},
	{
		word: partNecessity,
		asks: []catalog.Part{""},
		says: []catalog.Part{catalog.PartApplicants, catalog.PartResult, catalog.PartLegalBasis},
	},
	partOf("ten", catalog.PartName),
	partOf("trinh-tu", catalog.PartSteps),
	partOf("cach-thuc", catalog.PartChannels),
	partOf("ho-so", catalog.PartDossier, catalog.PartCopies),
	partOf("thoi-han", catalog.PartTimeLimit),
	partOf("doi-tuong", catalog.PartApplicants),
	partOf("co-quan", catalog.PartAgency),
	partOf("mau-don", catalog.PartForms),
	partOf("dieu-kien", catalog.PartConditions),
	partOf("phi", catalog.PartFees),
	partOf("ket-qua", catalog.PartResult),
	{word: partPeople},
	{word: partConclusion},
}

func partOf(word string, parts ...catalog.Part) formPart {
	return formPart{word: word, asks: parts, says: parts}
}

// formPartAt is the place of a part in the form, -1 where there is none of that word.
func formPartAt(word string) int {
	return slices.IndexFunc(formParts, func(p formPart) bool { return p.word == word })
}

// questions are the questions of the part, in order.
func (p formPart) questions() []review.Question {
	return slices.DeleteFunc(review.Questions(), func(q review.Question) bool {
		return !slices.Contains(p.asks, q.Part)
	})
}

// holds reports whether a field of the form stands on this part's page.
func (p formPart) holds(field string) bool {
	id, isAnswer := strings.CutPrefix(field, "answers.")
	switch {
	case isAnswer:
		return slices.ContainsFunc(p.questions(), func(q review.Question) bool {
			return strings.HasPrefix(id, q.ID+".")
		})
	case p.word == partNecessity:
		return beginsWith(field, "state_goals", "citizen_goals", "solution")
	case p.word == partPeople:
		return beginsWith(field, "participants", "contact")
	}
	return false
}

func beginsWith(field string, names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(field, name) })
}

// within are the problems whose fields stand on this part's page.
func (p formPart) within(all value.Problems) value.Problems {
	return slices.DeleteFunc(slices.Clone(all), func(x value.Problem) bool { return !p.holds(x.Field) })
}

// notElsewhere are the problems to be told on this part's page: its own, and those of no part at all.
func (p formPart) notElsewhere(all value.Problems) value.Problems {
	return slices.DeleteFunc(slices.Clone(all), func(x value.Problem) bool {
		return !p.holds(x.Field) && slices.ContainsFunc(formParts, func(q formPart) bool { return q.holds(x.Field) })
	})
}

// partOfField is the part on whose page a field stands, the conclusion where on none.
func partOfField(field string) formPart {
	i := slices.IndexFunc(formParts, func(p formPart) bool { return p.holds(field) })
	if i < 0 {
		i = len(formParts) - 1
	}
	return formParts[i]
}

// firstOpen is the part to go on with: the first with a gap or a question left open, the conclusion where all is told.
func firstOpen(f review.Form) formPart {
	if gaps := review.FormGaps(f); len(gaps) > 0 {
		return partOfField(gaps[0].Field)
	}
	left := f.Unanswered()
	switch {
	case len(left) == len(f.Asked()):
		return formParts[0]
	case len(left) > 0:
		return partOfField("answers." + left[0].ID + ".value")
	}
	return formParts[len(formParts)-1]
}
