package review

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/value"
)

// Plan 29/KH-UBND, IV: between two days only what was decided in between moves.
func TestMoves(t *testing.T) {
	list := []ListItem{{Code: "NB-01"}, {Code: "NB-02"}, {Code: "NB-03"}}
	on := func(code string, s State, day string) Proposal {
		p := Proposal{Members: []Member{{Procedure: "NB-01"}}, Conclusion: Cut, State: s}
		p.Members[0].Procedure = list[int(code[4]-'1')].Code
		if day != "" {
			p.Decided = value.MustDate(day)
		}
		return p
	}
	proposals := []Proposal{on("NB-01", Approved, "2024-06-20"), on("NB-02", Submitted, "2024-06-14"), on("NB-03", Checked, "2024-07-15")}
	at := func(day string) []Standing {
		s, err := Standings(list, proposals, value.MustDate(day))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	moves := Moves(at("2024-06-14"), at("2024-07-14"))
	if len(moves) != 1 || moves[0].Item.Code != "NB-01" || moves[0].From != Draft || moves[0].To != Approved {
		t.Errorf("%+v", moves)
	}
	if diff := cmp.Diff(map[State]int{Approved: 1}, CountMoves(moves)); diff != "" {
		t.Error(diff)
	}
	if moves := Moves(at("2024-07-14"), at("2024-07-14")); len(moves) != 0 {
		t.Errorf("nothing passed, and %v moved", moves)
	}
}
