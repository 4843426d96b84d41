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
	"rasoat/viet"
)

// The addresses to which one room leads from another, and several times from its own pages.
const (
	APIPrefix         = "/api/"                       // what the addresses of the JSON interface begin with
	AdditionsPath     = "/bo-sung"                    // the request for additions to the list of internal procedures
	AnnouncementPath  = "/cong-bo"                    // the register of decisions on procedures
	AuditPath         = "/nhat-ky"                    // the record of what was done
	FeedbackPath      = "/phan-anh"                   // the register of feedback
	FirstPage         = "/viec"                       // where somebody comes who signs in
	GuidePath         = "/huong-dan"                  // the guide; its chapters lie below it, one a role
	IncompletePath    = "/danh-muc/thieu-noi-dung"    // the procedures that lack a part which the law requires
	IndicatorsPath    = "/chi-tieu-cu-the"            // the figures of a month
	SettlementPath    = IndicatorsPath + "/linh-vuc"  // the files received and settled in a month, by field
	KnownPath         = WordsPath + "/ten-thuong-goi" // the names by which people know procedures
	LanguagePath      = "/ngon-ngu"                   // where the foot of each page sends the choice of a language
	MonthPath         = "/bao-cao-thang"              // the monthly report as it is written
	NewWordPath       = WordsPath + "/them"           // where a word is added
	EntryPath         = "/danh-muc/nhap-bang"         // where the commune's own procedures come in
	PasswordPath      = "/mat-khau"                   // where somebody changes the own password
	PlansPath         = "/ke-hoach"                   // the plans and the dates of the one that a page is about
	PlanStartPath     = PlansPath + "/khai"           // where the commune says which plan it follows
	ProposalsPath     = "/phuong-an"                  // the list of proposals
	ApprovalPath      = ProposalsPath + "/phe-duyet"  // one decision approves many of them
	TextsPath         = "/phuong-an/van-ban"          // documents that proposals ask to amend
	DecentralisedPath = "/phuong-an/phan-cap"         // what was decentralised or asked to be
	ReleasedPath      = "/chi-tieu-cong-khai"         // the figures that everybody may see
	SendPath          = "/gop-y"                      // where anybody sends feedback
	LookUpPath        = "/gop-y/tra-cuu"              // where its sender asks how it stands
	ServicesPath      = "/dich-vu-truc-tuyen"         // the reviews of online services
	SetupPath         = "/bat-dau"                    // the page of the first start; the one-time link leads there
	SignInPath        = "/dang-nhap"                  // the page for signing in
	UnansweredPath    = WordsPath + "/khong-tim-thay" // what people searched for and did not find
	TargetsPath       = "/chi-tieu"                   // where the targets of the plan stand
	UsersPath         = "/nguoi-dung"                 // the list of people
	WordsPath         = "/tu-vung"                    // the vocabulary of the search
	YearPath          = "/bang-nam"                   // the year table of a plan, by unit and officer

	SettingsPath = "/thiet-lap"
	CommunePath  = SettingsPath + "/don-vi"
	DaysPath     = SettingsPath + "/ngay-nghi"
	RatesPath    = SettingsPath + "/muc-gio"
	RulesPath    = SettingsPath + "/cach-tinh"
)

// AnnouncementHref is a decision, or the address of one of its steps.
func AnnouncementHref(id review.AnnouncementID, step string) string {
	return AnnouncementPath + "/" + ID(id) + step
}

// What the address of the record of what was done says of the number behind which its page begins.
const (
	AuditBefore = "truoc" // newest first
	AuditAfter  = "sau"   // oldest first
)

// AuditHref is the record of what was done, filtered, behind an entry.
func AuditHref(f app.AuditFilter, past int64) string {
	q := url.Values{}
	for name, text := range map[string]string{
		"loai":  f.Kind,
		"ma":    f.Thing,
		"nguoi": f.Actor,
		"tu":    viet.ShortDate(f.From),
		"den":   viet.ShortDate(f.To),
		"xep":   string(f.Order),
	} {
		if text != "" {
			q.Set(name, text)
		}
	}
	switch {
	case past > 0 && f.Order == app.OldestFirst:
		q.Set(AuditAfter, ID(past))
	case past > 0:
		q.Set(AuditBefore, ID(past))
	}
	if len(q) == 0 {
		return AuditPath
	}
	return AuditPath + "?" + q.Encode()
}

// CampaignHref is the board of a campaign.
func CampaignHref(p review.PlanID, c review.CampaignID) string {
	return "/ra-soat/" + url.PathEscape(string(p)) + "/" + url.PathEscape(string(c))
}

// FeedbackHref is one piece of feedback, or the address of one of its steps.
func FeedbackHref(id review.FeedbackID, step string) string {
	return FeedbackPath + "/" + ID(id) + step
}

// GuideHref is a chapter of the guide, with "#…" a section of it; "" is the list of chapters.
func GuideHref(chapter string) string {
	if chapter == "" {
		return GuidePath
	}
	return GuidePath + "/" + chapter
}

// HeldHref is one row of an import that waits for a decision.
func HeldHref(id int64) string { return "/danh-muc/cho-xu-ly/" + ID(id) }

// ImportTaskHref is one import.
func ImportTaskHref(id int64) string { return "/danh-muc/nhap/" + ID(id) }

// IssuedHref is the file of a report that was issued.
func IssuedHref(id int64) string { return "/bao-cao/da-phat-hanh/" + ID(id) }

// MonthHref is a page about a month.
func MonthHref(path string, m value.Month) string {
	return path + "?" + url.Values{"thang": {m.String()}}.Encode()
}

// TargetHref is what a target was made from.
func TargetHref(id string) string { return TargetsPath + "/" + url.PathEscape(id) }

// PlanHref is one plan.
func PlanHref(id review.PlanID) string { return PlansPath + "/" + url.PathEscape(string(id)) }

// ProcedureHref is one procedure.
func ProcedureHref(code catalog.Code) string { return "/thu-tuc/" + url.PathEscape(string(code)) }

// ProposalHref is one proposal.
func ProposalHref(id review.ProposalID) string { return ProposalsPath + "/" + ID(id) }

// ReviewFormHref is the review form of one procedure in a campaign.
func ReviewFormHref(f app.ReviewForm) string {
	return fmt.Sprintf("/ra-soat/%s/%s/thu-tuc/%s", f.Plan.ID, f.Campaign, url.PathEscape(string(f.Item.Code)))
}

// ServiceHref is the review of one online service.
func ServiceHref(id review.RestructuringID) string { return ServicesPath + "/" + ID(id) }

// UserHref is one person.
func UserHref(name string) string { return UsersPath + "/" + url.PathEscape(name) }

// WordHref is one word of the vocabulary.
func WordHref(id string) string { return WordsPath + "/" + url.PathEscape(id) }

// IsAPI reports whether the JSON interface was asked.
func IsAPI(c *gin.Context) bool { return strings.HasPrefix(c.Request.URL.Path, APIPrefix) }

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

// under reports whether a page lies at or below an address.
func under(path, href string) bool { return path == href || strings.HasPrefix(path, href+"/") }
