package page

import "path"

// Help leads from the pages at and below an address, as routes.go spells it, to the section of the guide about them.
// The longest address counts.
var Help = map[string]string{
	FirstPage:                           "cong-chuc#viec-cua-toi",
	"/danh-muc":                         "van-phong#danh-muc",
	"/thu-tuc/:code":                    "nguoi-dan#doc-mot-thu-tuc",
	"/thu-tuc/:code/sua":                "van-phong#danh-muc",
	"/thu-tuc/:code/cong-bo":            "van-phong#cong-bo-niem-yet",
	AnnouncementPath:                    "van-phong#cong-bo-niem-yet",
	AdditionsPath:                       "van-phong#de-nghi-bo-sung",
	"/ra-soat":                          "cong-chuc#ra-soat-mot-thu-tuc",
	"/ra-soat/:plan/:campaign/danh-muc": "van-phong#phan-cong-ra-soat",
	"/ra-soat/:plan/:campaign/ke-hoach": "van-phong#phan-cong-ra-soat",
	ProposalsPath:                       "cong-chuc#lap-phuong-an",
	ProposalsPath + "/:id":              "cong-chuc#trinh-duyet",
	ProposalsPath + "/:id/sua":          "cong-chuc#lap-phuong-an",
	ProposalsPath + "/:id/chi-phi":      "cong-chuc#bang-chi-phi",
	ProposalsPath + "/:id/duyet":        "chu-tich#phe-duyet-hoac-tra-lai",
	ServicesPath:                        "cong-chuc#dich-vu-truc-tuyen",
	"/chi-tieu":                         "chu-tich#chi-tieu",
	IndicatorsPath:                      "cong-chuc#nhap-so-lieu-thang",
	FeedbackPath:                        "cong-chuc#tra-loi-phan-anh",
	"/bao-cao":                          "van-phong#phat-hanh-bao-cao",
	MonthPath:                           "van-phong#bao-cao-thang",
	YearPath:                            "van-phong#bang-nam",
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
