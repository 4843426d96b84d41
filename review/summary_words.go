package review

import (
	"slices"

	"rasoat/value"
)

// SummaryPart is a part of the report on a review's results that people write: the program knows the rest.
type SummaryPart string

// The parts in the order of the report.
const (
	SummaryDirection    SummaryPart = "direction"    // I. công tác chỉ đạo, triển khai
	SummaryResults      SummaryPart = "results"      // III.1. kết quả đạt được
	SummaryShortcomings SummaryPart = "shortcomings" // III.2. tồn tại, hạn chế
	SummaryCauses       SummaryPart = "causes"       // III.3. nguyên nhân
	SummaryRequests     SummaryPart = "requests"     // IV. kiến nghị, đề xuất
)

// SummaryParts lists all parts.
var SummaryParts = []SummaryPart{
	SummaryDirection, SummaryResults, SummaryShortcomings, SummaryCauses, SummaryRequests,
}

// SummaryPlace is where the words of a part are kept, for the report on one campaign or on all of a plan ("").
func SummaryPlace(c CampaignID, part SummaryPart) PlaceID {
	return PlaceID("summary/" + string(c) + "/" + string(part))
}

// CheckSummaryEntry lists what is wrong with words of the report on a review's results: a part or a campaign that is
// none, and what only the monthly report has.
func CheckSummaryEntry(p Plan, e MonthEntry) value.Problems {
	var out value.Problems
	isPlace := func(c CampaignID) bool {
		return slices.ContainsFunc(SummaryParts, func(x SummaryPart) bool { return SummaryPlace(c, x) == e.Place })
	}
	if !isPlace("") && !slices.ContainsFunc(p.Campaigns, func(c CampaignPlan) bool { return isPlace(c.ID) }) {
		out.Add("place", "place.unknown", string(e.Place))
	}
	if e.State != TaskNotStated || len(e.Figures) > 0 || !e.Month.IsZero() {
		out.Add("state", "place.no_task")
	}
	return out
}
