package report

import (
	"strings"

	"rasoat/review"
	"rasoat/viet"
)

// feedback says what the register of petitions counts for the period: what came in by kind, what was answered and how,
// what was sent on to whom, what was verified and what followed.
func (in Monthly) feedback() []Block {
	f := in.Registers.Feedback
	if f.Received+f.Answered+f.Open+len(f.Forwarded)+len(f.Verified) == 0 {
		return []Block{Paragraph{Runs: Text("Trong kỳ không phát sinh phản ánh, kiến nghị.")}}
	}
	line := "Tiếp nhận " + twoDigits(f.Received) + " phản ánh, kiến nghị"
	var kinds []string
	for _, k := range []struct {
		name string
		n    int
	}{
		{"về quy định hành chính", f.Kinds[review.AboutRule]},
		{"về hành vi hành chính", f.Kinds[review.AboutConduct]},
		{"chưa phân loại", f.Kinds[""]},
		{"không tiếp nhận", f.SetAside},
	} {
		if k.n > 0 {
			kinds = append(kinds, k.name+" "+twoDigits(k.n))
		}
	}
	if len(kinds) > 0 {
		line += " (" + strings.Join(kinds, "; ") + ")"
	}
	out := []Block{Bullet{Text(line + ".")}}
	line = "Đã trả lời " + twoDigits(f.Answered)
	if f.Answered > 0 {
		line += ", đúng hạn " + twoDigits(f.InTime)
		if f.Late > 0 {
			line += ", quá hạn " + twoDigits(f.Late)
		}
	}
	line += "; đang xử lý " + twoDigits(f.Open)
	if f.Overdue > 0 {
		line += ", trong đó quá hạn " + twoDigits(f.Overdue)
	}
	out = append(out, Bullet{Text(line + ".")})
	out = append(out, sentOn(f.Forwarded)...)
	return append(out, in.verified(f.Verified)...)
}

// sentOn says how many petitions were sent on, and each to whom and by which paper.
func sentOn(all []review.Feedback) (out []Block) {
	if len(all) == 0 {
		return nil
	}
	out = append(out, Bullet{Text("Chuyển cơ quan có thẩm quyền " + twoDigits(len(all)) + " phản ánh, kiến nghị:")})
	for _, f := range all {
		line := feedbackNumber(f) + ": chuyển " + f.Forwarded.To + " ngày " + viet.ShortDate(f.Forwarded.On)
		if f.Forwarded.Paper != "" {
			line += " (Văn bản số " + f.Forwarded.Paper + ")"
		}
		out = append(out, Paragraph{Runs: Text(line + ".")})
	}
	return out
}

// verified says of each petition about conduct whose verification ended what it found and what followed.
func (in Monthly) verified(all []review.Feedback) (out []Block) {
	if len(all) == 0 {
		return nil
	}
	out = append(out, Bullet{Text("Kết luận kiểm tra, xác minh " + twoDigits(len(all)) +
		" phản ánh, kiến nghị về hành vi hành chính:")})
	for _, f := range all {
		v := f.Verified
		line := feedbackNumber(f) + " (kết luận ngày " + viet.ShortDate(v.On) + "): phản ánh " +
			findingText(v.Finding) + ". " + sentence(viet.Capital(v.Text))
		if v.Followed != "" {
			line += " Xử lý: " + sentence(viet.LowerFirst(v.Followed))
		}
		out = append(out, Paragraph{Runs: Text(line)})
	}
	return out
}

func findingText(f review.VerificationResult) string {
	switch f {
	case review.Confirmed:
		return "đúng"
	case review.PartTrue:
		return "đúng một phần"
	}
	return "không có cơ sở"
}

func feedbackNumber(f review.Feedback) string {
	return "Phản ánh, kiến nghị số " + viet.Number(int64(f.ID))
}

// difficulties are the difficulties that officials entered in the register, each with what became of it; none where
// none was met or is open.
func (in Monthly) difficulties() (out []Block) {
	for _, f := range in.Registers.Feedback.Difficulties {
		line := sentence(f.Text)
		switch last := in.Registers.Last; {
		case !f.Answered.IsZero() && !f.Answered.After(last):
			line += " Đã xử lý ngày " + viet.ShortDate(f.Answered) + ": " + sentence(viet.LowerFirst(f.Answer))
		case !f.Forwarded.On.IsZero() && !f.Forwarded.On.After(last):
			line += " Đã chuyển " + f.Forwarded.To + " ngày " + viet.ShortDate(f.Forwarded.On) + "."
		default:
			line += " Đang xử lý."
		}
		out = append(out, Bullet{Text(line)})
	}
	return out
}
