package report

import (
	"strings"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// MonthlyRegisters is what the registers of decisions and of petitions have to tell of the period.
type MonthlyRegisters struct {
	Postings  review.PostingPeriod
	Decisions []review.Announcement // received in the period, or still to be posted at its end
	Kept      bool                  // the register of decisions held something by the end of the period
	Feedback  review.FeedbackPeriod
	Last      value.Date                    // the day as of which they are told: the end of the period, or today
	Touch     func(review.TouchKind) string // "sửa đổi, bổ sung"
}

// postings says what the register of decisions counts for the period, and how each decision stands at its end.
func (in Monthly) postings() []Block {
	r := in.Registers
	if !r.Kept {
		return nil
	}
	line := "Tiếp nhận " + twoDigits(r.Postings.Received) + " quyết định công bố"
	var touched []string
	for _, k := range review.TouchKinds {
		if n := r.Postings.Touched[k]; n > 0 {
			touched = append(touched, r.Touch(k)+" "+twoDigits(n))
		}
	}
	if len(touched) > 0 {
		line += " (" + strings.Join(touched, "; ") + " thủ tục)"
	}
	line += "; niêm yết " + twoDigits(r.Postings.Posted) + " quyết định"
	if r.Postings.Posted > 0 {
		line += ", đúng hạn " + twoDigits(r.Postings.InTime)
	}
	if r.Postings.Overdue > 0 {
		line += "; quá hạn chưa niêm yết " + twoDigits(r.Postings.Overdue)
	}
	out := []Block{Bullet{Text(line + ".")}}
	for _, a := range r.Decisions {
		out = append(out, Bullet{Text("Quyết định số " + a.Number + " ngày " + viet.ShortDate(a.Date) + ", nhận ngày " +
			viet.ShortDate(a.Received) + ": " + in.postingText(a) + ".")})
	}
	return out
}

// postingText says how a decision stood on the last day of the period. Of one that is here for the record alone nobody
// says that it is late, or in time.
func (in Monthly) postingText(a review.Announcement) string {
	posted := a.IsPosted() && !a.Posting.On.After(in.Registers.Last)
	on := "niêm yết ngày " + viet.ShortDate(a.Posting.On)
	switch {
	case posted && a.Before:
		return on
	case posted && a.InTime():
		return on + ", đúng hạn"
	case posted:
		return on + ", muộn so với hạn " + viet.ShortDate(a.Due)
	case a.Exempt != "":
		return "không thuộc diện niêm yết (" + viet.LowerFirst(a.Exempt) + ")"
	case a.Before:
		return "đến hạn niêm yết trước khi dùng chương trình, chưa ghi nhận"
	case in.Registers.Last.After(a.Due):
		return "chưa niêm yết, quá hạn " + viet.ShortDate(a.Due)
	}
	return "chưa niêm yết, hạn " + viet.ShortDate(a.Due)
}

// stillToPost names the decisions that are still to be posted after the period, with their last days.
func (in Monthly) stillToPost() (out []Block) {
	for _, a := range in.Registers.Decisions {
		if !a.Before && a.Exempt == "" && (!a.IsPosted() || a.Posting.On.After(in.Registers.Last)) {
			out = append(out, Bullet{Text("Niêm yết thủ tục theo Quyết định số " + a.Number + ", chậm nhất ngày " +
				viet.ShortDate(a.Due) + ".")})
		}
	}
	return out
}
