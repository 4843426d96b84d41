package proposal

import (
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

// costBars is what each group of tasks costs in a year before and after, as bars of one measure: the figures of the
// tables' groups. Part: cost_bars.
type costBars struct {
	Priced bool // both sides are; what costs nothing has no bar all the same
	Tasks  []taskBars
}

type taskBars struct {
	Number        int
	Task          cost.Task
	Before, After costBar
}

// costBar is one bar: how much of the longest it is, "40.66", for the drawing alone.
type costBar struct {
	Cost    value.Money
	Percent string
}

// barsOf draws the sums of the tasks; a task that costs nothing on either side has no bars. What is kept has no table
// of its own afterwards and costs what it did (review.SideAfter).
func barsOf(before, after []value.Money, total review.PricedProposal) (out costBars) {
	if sumOf(after) != total.After.Or(0) {
		after = before
	}
	out.Priced = true
	var most value.Money
	for i := range before {
		most = max(most, before[i], after[i])
	}
	bar := func(m value.Money) costBar {
		percent, _ := value.Ratio{Part: int64(m), Whole: int64(most)}.Percent(2)
		return costBar{m, percent}
	}
	for i, task := range cost.Tasks {
		if before[i] > 0 || after[i] > 0 {
			out.Tasks = append(out.Tasks, taskBars{i + 1, task, bar(before[i]), bar(after[i])})
		}
	}
	return out
}

func sumOf(all []value.Money) (sum value.Money) {
	for _, m := range all {
		sum += m
	}
	return sum
}
