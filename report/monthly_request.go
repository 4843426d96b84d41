package report

import "rasoat/viet"

// requests says what the proposals ask of others at the end of the period: documents to be amended, procedures to be
// decentralised; nothing where they ask for neither.
func (in Monthly) requests() (out []Block) {
	for _, text := range []string{textsText(in.Requests), decentralisedText(in.Requests)} {
		if text != "" {
			out = append(out, Bullet{Text("Lũy kế: " + viet.LowerFirst(text))})
		}
	}
	return out
}
