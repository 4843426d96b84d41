package review

import "rasoat/catalog"

// Move is a procedure of a campaign whose review stands elsewhere at the end of a period than before it.
type Move struct {
	Item     ListItem
	From, To State // empty: no review
	Review   *Proposal
}

// Moves lists what moved between two standings of the same list, in its order: what a monthly report has to tell.
//
// Plan 29/KH-UBND, IV.
func Moves(before, after []Standing) []Move {
	was := make(map[catalog.Code]State, len(before))
	for _, s := range before {
		was[s.Item.Code.Key()] = s.State
	}
	var out []Move
	for _, s := range after {
		if from := was[s.Item.Code.Key()]; from != s.State {
			out = append(out, Move{Item: s.Item, From: from, To: s.State, Review: s.Review})
		}
	}
	return out
}

// CountMoves is how many moved into each state.
func CountMoves(moves []Move) map[State]int {
	out := map[State]int{}
	for _, m := range moves {
		out[m.To]++
	}
	return out
}
