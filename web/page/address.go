package page

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// AdditionsPath is the request for additions to the list of internal procedures.
const AdditionsPath = "/bo-sung"

// AnnouncementPath is the register of decisions on procedures.
const AnnouncementPath = "/cong-bo"

// AnnouncementHref is a decision, or the address of one of its steps.
func AnnouncementHref(id review.AnnouncementID, step string) string {
	return AnnouncementPath + "/" + ID(id) + step
}

// APIPrefix is what the addresses of the JSON interface begin with.
const APIPrefix = "/api/"

// IsAPI reports whether the JSON interface was asked.
func IsAPI(c *gin.Context) bool { return strings.HasPrefix(c.Request.URL.Path, APIPrefix) }

// AuditPath is the record of what was done.
const AuditPath = "/nhat-ky"

// AuditHref is the record of what was done, filtered, before an entry.
func AuditHref(f app.AuditFilter, before int64) string {
	q := url.Values{}
	for name, text := range map[string]string{"loai": f.Kind, "ma": f.Item, "nguoi": f.Actor} {
		if text != "" {
			q.Set(name, text)
		}
	}
	if before > 0 {
		q.Set("truoc", ID(before))
	}
	if len(q) == 0 {
		return AuditPath
	}
	return AuditPath + "?" + q.Encode()
}

const (
	// SendPath is where anybody sends feedback.
	SendPath = "/gop-y"
	// FeedbackPath is the register of feedback.
	FeedbackPath = "/phan-anh"
)

// FeedbackHref is one piece of feedback, or the address of one of its steps.
func FeedbackHref(id review.FeedbackID, step string) string {
	return FeedbackPath + "/" + ID(id) + step
}

// under reports whether a page lies at or below an address.
func under(path, href string) bool { return path == href || strings.HasPrefix(path, href+"/") }

// HeldHref is one row of an import that waits for a decision.
func HeldHref(id int64) string { return "/danh-muc/cho-xu-ly/" + ID(id) }

// IncompletePath is the procedures that lack a part which the law requires.
const IncompletePath = "/danh-muc/thieu-noi-dung"

// ImportTaskHref is one import.
func ImportTaskHref(id int64) string { return "/danh-muc/nhap/" + ID(id) }

const (
	// IndicatorsPath is the figures of a month.
	IndicatorsPath = "/chi-tieu-cu-the"
	// ReleasedPath is the figures that everybody may see.
	ReleasedPath = "/chi-tieu-cong-khai"
)

// MonthHref is a page about a month.
func MonthHref(path string, m value.Month) string {
	return path + "?" + url.Values{"thang": {m.String()}}.Encode()
}

// LanguagePath is where the foot of each page sends the choice of a language.
const LanguagePath = "/ngon-ngu"

// MonthPath is the monthly report as it is written.
const MonthPath = "/bao-cao-thang"

// IssuedHref is the file of a report that was issued.
func IssuedHref(id int64) string { return fmt.Sprintf("/bao-cao/da-phat-hanh/%d", id) }

// PasswordPath is where somebody changes the own password.
const PasswordPath = "/mat-khau"

// PlanPlace is where in a plan something stands: "Kế hoạch 29/KH-UBND, mục III.1(b)".
func (k *Kit) PlanPlace(p review.Plan, place string) string {
	if place == "" {
		return ""
	}
	return k.Text.Say("plan.place", p.Number, place)
}

// DutyPlace is a duty's place in the page.
func DutyPlace(id string) string { return "moc-" + strings.ReplaceAll(id, "/", "-") }

// CampaignHref is the board of a campaign.
func CampaignHref(p review.PlanID, c review.CampaignID) string {
	return "/ra-soat/" + url.PathEscape(string(p)) + "/" + url.PathEscape(string(c))
}

// sectionOf is the page of a plan's section above a page: what lies below it names one plan's campaign, proposal or
// part.
func sectionOf(path string) string {
	for _, section := range []string{"/ra-soat", "/phuong-an", "/ke-hoach"} {
		if under(path, section) {
			return section
		}
	}
	return path
}

// PlansPath is the plans and the dates of the one that a page is about; a plan's own pages lie below it.
const PlansPath = "/ke-hoach"

// PlanHref is one plan.
func PlanHref(id review.PlanID) string { return PlansPath + "/" + url.PathEscape(string(id)) }

// ProposalsPath is the list of proposals.
const ProposalsPath = "/phuong-an"

// ProposalHref is one proposal.
func ProposalHref(id review.ProposalID) string {
	return ProposalsPath + "/" + ID(id)
}

// ServicesPath is the reviews of online services.
const ServicesPath = "/dich-vu-truc-tuyen"

// ServiceHref is the review of one online service.
func ServiceHref(id review.RestructuringID) string {
	return ServicesPath + "/" + ID(id)
}

// ProcedureHref is one procedure.
func ProcedureHref(code catalog.Code) string { return "/thu-tuc/" + url.PathEscape(string(code)) }

// ReviewFormHref is the review form of one procedure in a campaign.
func ReviewFormHref(f app.ReviewForm) string {
	return fmt.Sprintf("/ra-soat/%s/%s/thu-tuc/%s", f.Plan.ID, f.Campaign, url.PathEscape(string(f.Item.Code)))
}

// SetupPath is the page of the first start; the one-time link leads there.
const SetupPath = "/bat-dau"

const (
	// SignInPath is the page for signing in.
	SignInPath = "/dang-nhap"
	FirstPage  = "/viec" // where somebody comes who signs in
)

// OwnPath is an address of this server to go on to; anything else is the page of one's own work.
func OwnPath(next string) string {
	if isOwnPath(next) {
		return next
	}
	return FirstPage
}

func isOwnPath(address string) bool {
	return strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") &&
		!strings.ContainsAny(address, "\\\r\n")
}

// Addresses of the settings.
const (
	SettingsPath = "/thiet-lap"
	CommunePath  = SettingsPath + "/don-vi"
	DaysPath     = SettingsPath + "/ngay-nghi"
	RatesPath    = SettingsPath + "/muc-gio"
	RulesPath    = SettingsPath + "/cach-tinh"
)

// UsersPath is the list of people.
const UsersPath = "/nguoi-dung"

// UserHref is one person.
func UserHref(name string) string { return UsersPath + "/" + url.PathEscape(name) }

const (
	// WordsPath is the vocabulary of the search.
	WordsPath = "/tu-vung"
	// NewWordPath is where a word is added.
	NewWordPath = WordsPath + "/them"
	// UnansweredPath is what people searched for and did not find.
	UnansweredPath = WordsPath + "/khong-tim-thay"
	// KnownPath is the names by which people know procedures.
	KnownPath = WordsPath + "/ten-thuong-goi"
)

// WordHref is one word of the vocabulary.
func WordHref(id string) string { return WordsPath + "/" + url.PathEscape(id) }

// YearPath is the year table of a plan, by unit and officer.
const YearPath = "/bang-nam"
