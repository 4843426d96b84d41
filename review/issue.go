package review

import (
	"fmt"
	"slices"

	"rasoat/value"
)

// Paper is a report that goes out: on a month, or on the results of campaigns whose whole list is reviewed.
type Paper struct {
	Month     value.Month
	Campaigns []CampaignID
}

// Fulfils lists the dates of a plan (Due.ID) that a paper fulfils by going out: the month's turn of each monthly duty,
// and the duties of its campaigns that ask for a report and not for figures.
//
// Plan 29/KH-UBND, III.1(a).
func (x Paper) Fulfils(p Plan) []string {
	var out []string
	for _, d := range p.Duties {
		switch {
		case d.Monthly > 0 && !x.Month.IsZero():
			out = append(out, fmt.Sprintf("%s/%s", d.ID, x.Month))
		case d.Monthly == 0 && d.Campaign != "" && len(d.Targets) == 0 && slices.Contains(x.Campaigns, d.Campaign):
			out = append(out, d.ID)
		}
	}
	return out
}
