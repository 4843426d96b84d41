package page

// GuidePath is the guide that the program serves; its chapters lie below it, one a role.
const GuidePath = "/huong-dan"

// GuideHref is a chapter of the guide, with "#…" a section of it; "" is the list of chapters.
func GuideHref(chapter string) string {
	if chapter == "" {
		return GuidePath
	}
	return GuidePath + "/" + chapter
}

// Help leads from a page, by its address in routes.go, to the section of the guide that is about it.
var Help = map[string]string{
	FirstPage:                                          "cong-chuc#viec-cua-toi",
	"/danh-muc":                                        "van-phong#danh-muc",
	"/danh-muc/thieu-noi-dung":                         "van-phong#danh-muc",
	"/danh-muc/them":                                   "van-phong#danh-muc",
	"/danh-muc/phan-loai":                              "van-phong#danh-muc",
	"/danh-muc/nhap":                                   "van-phong#danh-muc",
	"/danh-muc/nhap/:id":                               "van-phong#danh-muc",
	"/danh-muc/cho-xu-ly":                              "van-phong#danh-muc",
	"/danh-muc/cho-xu-ly/:id":                          "van-phong#danh-muc",
	"/thu-tuc/:code":                                   "nguoi-dan#doc-mot-thu-tuc",
	"/thu-tuc/:code/sua":                               "van-phong#danh-muc",
	"/thu-tuc/:code/cong-bo":                           "van-phong#cong-bo-niem-yet",
	AnnouncementPath:                                   "van-phong#cong-bo-niem-yet",
	AnnouncementPath + "/them":                         "van-phong#cong-bo-niem-yet",
	AnnouncementPath + "/:id":                          "van-phong#cong-bo-niem-yet",
	AnnouncementPath + "/:id/sua":                      "van-phong#cong-bo-niem-yet",
	AdditionsPath:                                      "van-phong#de-nghi-bo-sung",
	"/ra-soat":                                         "cong-chuc#ra-soat-mot-thu-tuc",
	"/ra-soat/:plan/:campaign":                         "cong-chuc#ra-soat-mot-thu-tuc",
	"/ra-soat/:plan/:campaign/danh-muc":                "van-phong#phan-cong-ra-soat",
	"/ra-soat/:plan/:campaign/ke-hoach":                "van-phong#phan-cong-ra-soat",
	"/ra-soat/:plan/:campaign/thu-tuc/:code":           "cong-chuc#ra-soat-mot-thu-tuc",
	"/ra-soat/:plan/:campaign/thu-tuc/:code/toan-bo":   "cong-chuc#ra-soat-mot-thu-tuc",
	"/ra-soat/:plan/:campaign/thu-tuc/:code/phien-ban": "cong-chuc#ra-soat-mot-thu-tuc",
	ProposalsPath:                                      "cong-chuc#lap-phuong-an",
	ProposalsPath + "/moi":                             "cong-chuc#lap-phuong-an",
	ProposalsPath + "/:id":                             "cong-chuc#trinh-duyet",
	ProposalsPath + "/:id/sua":                         "cong-chuc#lap-phuong-an",
	ProposalsPath + "/:id/chi-phi":                     "cong-chuc#bang-chi-phi",
	ProposalsPath + "/:id/duyet":                       "chu-tich#phe-duyet-hoac-tra-lai",
	ServicesPath:                                       "cong-chuc#dich-vu-truc-tuyen",
	ServicesPath + "/moi":                              "cong-chuc#dich-vu-truc-tuyen",
	ServicesPath + "/:id":                              "cong-chuc#dich-vu-truc-tuyen",
	ServicesPath + "/:id/sua":                          "cong-chuc#dich-vu-truc-tuyen",
	"/chi-tieu":                                        "chu-tich#chi-tieu",
	IndicatorsPath:                                     "cong-chuc#nhap-so-lieu-thang",
	FeedbackPath:                                       "cong-chuc#tra-loi-phan-anh",
	FeedbackPath + "/them":                             "cong-chuc#tra-loi-phan-anh",
	FeedbackPath + "/:id":                              "cong-chuc#tra-loi-phan-anh",
	"/bao-cao":                                         "van-phong#phat-hanh-bao-cao",
	MonthPath:                                          "van-phong#bao-cao-thang",
	YearPath:                                           "van-phong#bang-nam",
	PlansPath:                                          "van-phong#ke-hoach-nam-sau",
	PlansPath + "/:plan":                               "van-phong#ke-hoach-nam-sau",
	PlansPath + "/sao-chep":                            "van-phong#ke-hoach-nam-sau",
	PlansPath + "/:plan/sua/:part":                     "van-phong#ke-hoach-nam-sau",
	PlansPath + "/:plan/chi-tieu/:indicator":           "van-phong#ke-hoach-nam-sau",
	WordsPath:                                          "van-phong#tu-vung-tim-kiem",
	NewWordPath:                                        "van-phong#tu-vung-tim-kiem",
	WordsPath + "/:id":                                 "van-phong#tu-vung-tim-kiem",
	UnansweredPath:                                     "van-phong#tu-vung-tim-kiem",
	KnownPath:                                          "van-phong#tu-vung-tim-kiem",
	SettingsPath:                                       "quan-tri#thiet-lap",
	CommunePath:                                        "quan-tri#thiet-lap",
	DaysPath:                                           "quan-tri#thiet-lap",
	RatesPath:                                          "quan-tri#thiet-lap",
	RulesPath:                                          "quan-tri#thiet-lap",
	UsersPath:                                          "quan-tri#nguoi-dung",
	UsersPath + "/them":                                "quan-tri#nguoi-dung",
	UsersPath + "/:name":                               "quan-tri#nguoi-dung",
	AuditPath:                                          "quan-tri#nhat-ky",
	PasswordPath:                                       "quan-tri#mat-khau",
}
