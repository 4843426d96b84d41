package page

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/app/text"
	"rasoat/viet"
)

// Frame is what stands around a page for whoever asked.
func (k *Kit) Frame(c *gin.Context, title string) Frame {
	ctx := c.Request.Context()
	f := Frame{
		Title:      title,
		Commune:    k.Text.Say("page.no_commune"),
		Demo:       k.Demo,
		Done:       k.takeFlash(c),
		Alert:      c.GetString(alertKey),
		Query:      c.Query("q"),
		SignInHref: k.SignInHref(c),
		Here:       here(c),
		Help:       HelpOn(c.FullPath()),
		OtherLang:  text.Other(k.Text.Lang()),
		Words:      k.Spoken,
		who:        func(name string) string { return k.Names(c)(name) },
	}
	if c.GetBool(RefusedKey) {
		f.Title = k.Text.Say("page.refused", title)
	}
	if commune, _, err := k.App.Commune(ctx); err == nil && commune.Name != "" {
		f.Commune = "UBND " + commune.Title()
	}
	if n, err := k.App.DataVersion(ctx); err == nil {
		f.DataVersion = k.Text.Say("page.data_version", viet.ShortDate(k.App.Today()), viet.Number(n))
	}
	f.Description = k.Text.Say("page.description", f.Commune)
	if p := k.Person(c); p.Name != "" {
		f.Description = "" // nothing that officials see is for search engines
		k.workFrame(c, p, &f)
	}
	return f
}

// workFrame adds what officials see around a page: who they are, where they may go, the plan and its next date.
func (k *Kit) workFrame(c *gin.Context, p app.Person, f *Frame) {
	f.Work, f.Person = true, p.Shown()
	var roles []string
	for _, r := range p.Roles {
		roles = append(roles, k.Text.Name("role", string(r)))
	}
	f.Role = strings.Join(roles, ", ")
	if p.Given { // an own password comes before anything else
		f.Work, f.NoSearch = false, true
		return
	}
	for _, place := range places {
		if !p.May(place.needs) {
			continue
		}
		item := NavItem{Text: k.Text.Say("nav." + place.name), Href: place.href}
		item.Current = slices.ContainsFunc(append([]string{place.href}, below[place.name]...), func(at string) bool {
			return under(c.Request.URL.Path, at)
		})
		if place.name == "work" {
			item.Count = k.workCount(c, p)
		}
		f.Nav = append(f.Nav, item)
	}
	if k.SeesPlan(c, p) != nil {
		return // the page itself says that there is no such plan
	}
	plan, due, some, err := k.App.NextDate(c.Request.Context(), k.PlanID(c))
	if err != nil || plan.Number == "" {
		return // a fresh store without a plan has no line; a failing store fails the page itself
	}
	f.Pick = k.planPick(c, p, plan)
	f.Plan = PlanLine{
		Plan:    k.Text.Say("plan.line", strings.TrimSuffix(plan.Number, "/KH-UBND")),
		Href:    PlansPath,
		Current: under(c.Request.URL.Path, PlansPath),
	}
	if some {
		if err := k.SayGuessed(c, f, Counted(due)...); err != nil {
			return
		}
	}
	switch {
	case !some:
	case due.Late:
		f.Plan.Late, f.Plan.Date = true, k.Text.Say("plan.late", viet.ShortDate(due.LastDay))
	case due.Left == 0:
		f.Plan.Date = k.Text.Say("plan.today", viet.DayMonth(due.LastDay))
	default:
		f.Plan.Date = k.Text.Say("plan.left", due.Left, viet.DayMonth(due.LastDay))
	}
}

// places is the list at the left, in order (look.md, Frame).
var places = []struct {
	name, href string
	needs      account.Action
}{
	{"work", FirstPage, account.SeeInternal},
	{"catalogue", "/danh-muc", account.SeeInternal},
	{"announcements", AnnouncementPath, account.SeeInternal},
	{"review", "/ra-soat", account.SeeInternal},
	{"proposals", ProposalsPath, account.SeeInternal},
	{"targets", TargetsPath, account.SeeInternal},
	{"indicators", IndicatorsPath, account.SeeInternal},
	{"reports", "/bao-cao", account.SeeInternal},
	{"year", YearPath, account.SeeInternal},
	{"feedback", FeedbackPath, account.SeeInternal},
	{"vocabulary", WordsPath, account.EditVocabulary},
	{"settings", SettingsPath, account.EditSettings},
	{"users", UsersPath, account.ManageUsers},
	{"audit", AuditPath, account.SeeAudit},
}

// below are the addresses of pages that stand below an entry of the list without its address saying so.
var below = map[string][]string{
	"catalogue":  {"/thu-tuc"},
	"review":     {ServicesPath},
	"indicators": {ReleasedPath},
	"reports":    {MonthPath, AdditionsPath},
	"feedback":   {SendPath},
}

// Frame is what stands around every page. Every view model of a page embeds one. What is empty is not shown.
type Frame struct {
	Title, Commune string // of the window: "Đăng ký khai sinh", "UBND xã Vĩnh Chấp"
	Work           bool   // the frame for officials: list at the left, plan and date
	Demo           bool   // the banner that says that everything is illustration
	Done           string // what was done before this page was opened
	Alert          string // what is to be known before anything on the page
	Guessed        Guessed

	Query    string // stands in the search box of the head
	NoSearch bool   // where the page itself is the search: home

	Person, Role string // who is signed in: "Văn phòng"
	SignInHref   string // "/dang-nhap?tiep=/…"; used where nobody is signed in

	Nav  []NavItem // the entries that this person may open
	Plan PlanLine
	Pick PlanPick // the other plans that the page may be about
	Help string   // the section of the guide about this page: "van-phong#tong-hop-nam"

	Description string    // one sentence for search engines; empty keeps a page out of them
	Words       string    // what the scripts say, as JSON
	DataVersion string    // "Dữ liệu ngày 15/7/2024, bản 1.204"
	Here        string    // the address of this page, to come back to in the other language
	OtherLang   text.Lang // which that is

	who func(name string) string // the full name of whoever signs in by a name; nil: the name itself
}

// Who is the full name of whoever signs in by this name: {{$.Who .Author}}.
func (f Frame) Who(name string) string {
	if f.who == nil || name == "" {
		return name
	}
	return f.who(name)
}

// Describe says in a sentence of its own what a page for everybody is about; pages of officials have none.
func (f *Frame) Describe(sentence string) {
	if f.Description != "" {
		f.Description = sentence
	}
}

// NavItem is one entry of the list at the left, and how much waits there; "" for nothing.
type NavItem struct {
	Text, Href, Count string
	Current           bool
}

// PlanLine is the plan and its next date: "Kế hoạch 29 · còn 12 ngày làm việc đến 09/8"; without a plan nothing is
// shown. What is late is said in words, and stands out.
type PlanLine struct {
	Plan, Date, Href string
	Late             bool
	Current          bool // the page is about plans
}

// workCount is how many tasks wait for somebody, for the list at the left; empty for none.
func (k *Kit) workCount(c *gin.Context, by app.Person) string {
	w, err := k.App.Work(c.Request.Context(), by, k.PlanID(c))
	if err != nil || len(w.Tasks) == 0 {
		return "" // a failing store fails the page itself
	}
	return strconv.Itoa(len(w.Tasks))
}

// Help leads from the pages at and below an address, as routes.go spells it, to the section of the guide about them.
// The longest address counts.
var Help = map[string]string{
	FirstPage:                           "cong-chuc#viec-cua-toi",
	"/danh-muc":                         "van-phong#danh-muc",
	"/thu-tuc/:code":                    "nguoi-dan#doc-mot-thu-tuc",
	LifeEventPath + "/:event":           "nguoi-dan#tim-thu-tuc",
	"/thu-tuc/:code/sua":                "van-phong#danh-muc",
	"/thu-tuc/:code/bieu-mau":           "van-phong#danh-muc",
	"/thu-tuc/:code/cong-bo":            "van-phong#cong-bo-niem-yet",
	AnnouncementPath:                    "van-phong#cong-bo-niem-yet",
	AdditionsPath:                       "van-phong#de-nghi-bo-sung",
	"/ra-soat":                          "cong-chuc#ra-soat-mot-thu-tuc",
	"/ra-soat/:plan/:campaign/danh-muc": "van-phong#phan-cong-ra-soat",
	"/ra-soat/:plan/:campaign/ke-hoach": "van-phong#phan-cong-ra-soat",
	ProposalsPath:                       "cong-chuc#lap-phuong-an",
	ProposalsPath + "/:id":              "cong-chuc#trinh-tham-tra",
	ProposalsPath + "/:id/sua":          "cong-chuc#lap-phuong-an",
	ProposalsPath + "/:id/chi-phi":      "cong-chuc#bang-chi-phi",
	ProposalsPath + "/:id/duyet":        "chu-tich#phe-duyet-hoac-tra-lai",
	ServicesPath:                        "cong-chuc#dich-vu-truc-tuyen",
	TargetsPath:                         "chu-tich#chi-tieu",
	IndicatorsPath:                      "cong-chuc#nhap-so-lieu-thang",
	FeedbackPath:                        "cong-chuc#tra-loi-phan-anh",
	"/bao-cao":                          "van-phong#ban-hanh-bao-cao",
	MonthPath:                           "van-phong#bao-cao-thang",
	YearPath:                            "van-phong#tong-hop-nam",
	PlansPath:                           "van-phong#ke-hoach-nam-sau",
	WordsPath:                           "van-phong#tu-vung-tim-kiem",
	SettingsPath:                        "quan-tri#thiet-lap",
	UsersPath:                           "quan-tri#nguoi-dung",
	AuditPath:                           "quan-tri#nhat-ky",
	PasswordPath:                        "quan-tri#mat-khau",
}

// HelpOn is the section of the guide about a page; "" where none is.
func HelpOn(route string) string {
	for at := route; len(at) > 1; at = path.Dir(at) {
		if Help[at] != "" {
			return Help[at]
		}
	}
	return ""
}
