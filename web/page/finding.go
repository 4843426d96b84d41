package page

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/review"
	"rasoat/viet"
)

// FindingsID is where the page of a plan tells what no longer holds.
const FindingsID = "khong-con-dung"

// FindingGroup is findings that no longer hold for one reason. Template: part/findings.
type FindingGroup struct {
	Head string
	Rows []FindingRow
}

// FindingRow is one finding: where it stands and what it says, and where it is mended.
type FindingRow struct {
	Text string
	Mend Link // none: whoever asks may not
}

// Findings are what no longer holds of a plan, by reason. A plan that is not stored yet is mended once it is.
func (k *Kit) Findings(c *gin.Context, p review.Plan, all []review.Finding) (out []FindingGroup) {
	last := review.Finding{}
	for _, f := range all {
		if f.Kind != last.Kind || isCeased(f) && (f.Day != last.Day || f.Source != last.Source) {
			head := k.Text.Say("finding."+string(f.Kind), p.Year)
			if isCeased(f) {
				head = k.Text.Say("finding."+string(f.Kind), viet.ShortDate(f.Day), f.Source)
			}
			out = append(out, FindingGroup{Head: head})
		}
		last = f
		g := &out[len(out)-1]
		g.Rows = append(g.Rows, FindingRow{k.findingText(f), k.mend(c, p, f)})
	}
	return out
}

func isCeased(f review.Finding) bool {
	return f.Kind == review.FindDistrict || f.Kind == review.FindOffice
}

// findingText says where a finding stands and what it says.
func (k *Kit) findingText(f review.Finding) string {
	say, day := k.Text.Say, viet.ShortDate(f.Day)
	switch f.Kind {
	case review.FindThreshold:
		return say("finding.row.threshold", k.findingPlace(f), f.Words, f.Source)
	case review.FindGround:
		if strings.HasSuffix(f.Field, ".to") {
			return say("ground.ended", f.Words, day)
		}
		return say("ground.not_yet", f.Words, day)
	case review.FindHolidays:
		return say("finding.row.holidays", f.Words)
	case review.FindRate:
		used := f.Words
		if used == "" {
			used = say("finding.no_rate")
		}
		return say("finding.row.rate", k.Text.Name("setting.rate.kind", f.Of), used, day, f.Source)
	}
	return say("finding.row", k.findingPlace(f), f.Words)
}

// findingPlace names where a finding stands: the row of the plan, the particular of the commune.
func (k *Kit) findingPlace(f review.Finding) string {
	if field, of := strings.CutPrefix(f.Field, "commune."); of {
		return k.Text.Say("finding.at.commune", k.Text.Name("commune", field))
	}
	list, _, _ := strings.Cut(f.Field, "[")
	return k.Text.Say("finding.at."+list, shortened(f.Of))
}

// shortened is the beginning of a long name.
func shortened(name string) string {
	const most = 70
	runes := []rune(name)
	if len(runes) <= most {
		return name
	}
	at := strings.LastIndex(string(runes[:most]), " ")
	return string(runes[:most])[:at] + "…"
}

// PlanPart is the part of a plan's form in which a list is edited; what stands in no list is among its particulars.
func PlanPart(field string) string {
	list, _, _ := strings.Cut(field, "[")
	if part := map[string]string{
		"campaigns": "moc-thoi-han", "duties": "moc-thoi-han", "targets": "chi-tieu", "tasks": "nhiem-vu",
		"grounds": "can-cu", "indicators": "chi-tieu-cu-the", "groups": "chi-tieu-cu-the",
	}[list]; part != "" {
		return part
	}
	return "chung"
}

// MendPlan leads to the form in which a field of a plan is put right; nothing where that may not be edited.
func (k *Kit) MendPlan(c *gin.Context, p review.Plan, field string) Link {
	if p.ID == "" || !k.Person(c).May(account.EditPlan) || p.Editable() != nil {
		return Link{}
	}
	return Link{Text: k.Text.Say("plan.mend"), Href: PlanHref(p.ID) + "/sua/" + PlanPart(field)}
}

// mend leads to where a finding is put right.
func (k *Kit) mend(c *gin.Context, p review.Plan, f review.Finding) Link {
	href := ""
	switch field, commune := strings.CutPrefix(f.Field, "commune."); {
	case commune:
		href = CommunePath + "#" + field
	case f.Kind == review.FindHolidays:
		year, _ := strconv.Atoi(f.Words)
		href = DaysHref(year)
	case f.Kind == review.FindRate:
		href = RatesPath + "?loai=" + url.QueryEscape(f.Of)
	default:
		l := k.MendPlan(c, p, f.Field)
		list, rest, _ := strings.Cut(f.Field, "[")
		if i, _, found := strings.Cut(rest, "]"); found && list == "indicators" && l.Href != "" {
			at, _ := strconv.Atoi(i)
			l.Href = PlanHref(p.ID) + "/chi-tieu/" + url.PathEscape(p.Indicators[at].ID)
		}
		return l
	}
	if !k.Person(c).May(account.EditSettings) {
		return Link{}
	}
	return Link{Text: k.Text.Say("plan.mend"), Href: href}
}
