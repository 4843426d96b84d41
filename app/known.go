package app

import (
	"rasoat/catalog"
	"rasoat/search"
	"rasoat/seed"
)

// fieldKnown is the field of a procedure that holds the names people use, as Origins spell it.
const fieldKnown = "also_known"

// knownNames are the names by which people know procedures (tên thường gọi), by national key, as the
// starting content gives them.
type knownNames map[catalog.Code][]string

func seedVocabulary() (search.Vocabulary, error) {
	var v search.Vocabulary
	err := readSeed(seed.WordsFile, &v)
	return v, err
}

func seedNames() (knownNames, error) {
	v, err := seedVocabulary()
	if err != nil {
		return nil, err
	}
	names := make(knownNames, len(v.Known))
	for _, k := range v.Known {
		names[k.Code.Key()] = k.Names
	}
	return names, nil
}

// give puts the names on a procedure that comes into being, where its source has none of its own. From then
// on they are the procedure's: what a person changes or deletes stays so, whatever is imported later.
func (n knownNames) give(p *catalog.Procedure, said catalog.Origins) {
	names := n[p.Code.Key()]
	if len(p.AlsoKnown) > 0 || len(names) == 0 {
		return
	}
	p.AlsoKnown = names
	said[fieldKnown] = formatSeed
}
