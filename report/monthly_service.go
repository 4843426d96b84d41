package report

import "rasoat/review"

// levels says at which levels the services that were granted are to be, by the decree of their day, and of each that is
// online in part why; a dotted line where a reason is wanted and nobody said it.
func (in Monthly) levels() (out []Block) {
	for _, n := range in.Services.Levels {
		text := "Mức độ cung cấp sau tái cấu trúc"
		if n.Decree != "" {
			text += " (" + n.Decree + ")"
		}
		text += ": toàn trình " + twoDigits(n.Full) + ", một phần " + twoDigits(len(n.Parts)) + " dịch vụ"
		if n.None > 0 {
			text += ", chưa trực tuyến " + twoDigits(n.None)
		}
		out = append(out, Paragraph{Runs: Text(text + ".")})
		for _, p := range n.Parts {
			out = append(out, partReason(p)...)
		}
	}
	return out
}

func partReason(p review.PartService) []Block {
	name := p.Name + " (" + string(p.Code) + ")"
	switch {
	case p.Reason != "":
		return []Block{Bullet{Text(name + ": cung cấp một phần; lý do: " + sentence(p.Reason))}}
	case p.Asked:
		return []Block{Dotted{"lý do cung cấp một phần: " + name}}
	}
	return nil
}
