package web_test

import (
	"testing"

	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// asks says that a page shows what a form will do before it does it (Kit.Checked): the walk over all forms holds it.
const asks = "asks"

// undone is, for every form, that it asks before it acts, or how what it did is put right, or why it harms nothing.
// Whoever adds a form adds its row.
var undone = map[string]string{
	page.ApprovalPath:                              asks,
	"/phuong-an/:id/buoc":                          asks, // handed in, approved, answered from above, put into force
	"/phuong-an/:id/dinh-chinh":                    asks,
	"/dich-vu-truc-tuyen/:id/buoc":                 asks,
	"/bao-cao/phat-hanh":                           asks,
	"/bao-cao-thang/phat-hanh":                     asks,
	"/cong-bo/:id/cap-nhat":                        asks,
	"/bo-sung/phat-hanh":                           asks,
	"/bo-sung/cong-bo":                             asks,
	"/phan-anh/:id/khong-nhan":                     asks,
	"/phan-anh/:id/tra-loi":                        asks,
	"/phan-anh/:id/chuyen":                         asks,
	"/ra-soat/:plan/:campaign/danh-muc":            "asks by its own page; a decision changes the list later",
	"/ra-soat/:plan/:campaign/thay-doi":            "asks by its own first button; a later decision changes it back",
	"/ra-soat/:plan/:campaign/thay-doi/dinh-chinh": "put right again",
	"/dich-vu-truc-tuyen/:id/dinh-chinh":           "put right again",
	"/bo-sung/dinh-chinh":                          "put right again",
	page.EntryPath:                                 "asks by its preview; a procedure is edited afterwards",
	"/danh-muc/nhap":                               "asks by the page of the import, before anything is stored",
	"/danh-muc/nhap/:id":                           "asks: it is the preview; a later import or an edit puts it right",
	"/danh-muc/phan-loai":                          "asks by its first button; it is sorted again",
	"/tu-vung/them":                                "asks by its first button; a word is switched off",
	"/tu-vung/:id":                                 "asks by its first button; earlier versions come back by the same form",

	page.SetupPath:                        "everything it asks for is a setting that can be changed",
	page.PlanStartPath:                    "the plan is edited part by part",
	page.PlansPath + "/sao-chep":          "a copy is a draft of a plan: it is edited, and begun by a step of its own",
	page.PlansPath + "/:plan/trang-thai":  "a plan that was closed is opened again; the day is put right by the same step",
	page.PlansPath + "/:plan/sua/:part":   "saved again; earlier versions stay",
	"/ke-hoach/:plan/chi-tieu/:indicator": "saved again; earlier versions stay",
	page.PlansPath + "/xong":              "a note of a paper is taken back by an empty day",
	page.PasswordPath:                     "changed again",
	page.CommunePath:                      "saved again; earlier versions stay",
	page.DaysPath:                         "saved again; earlier versions stay",
	page.RatesPath:                        "a later row of the same day takes its place",
	page.RulesPath:                        "saved again; earlier versions stay",
	page.UsersPath:                        "the account is changed, and closed",
	page.UsersPath + "/:name":             "saved again",
	page.UsersPath + "/:name/mat-khau":    "set again",
	page.UsersPath + "/:name/dong":        "opened again under a new password",
	page.UsersPath + "/:name/mo-lai":      "closed again",
	page.AuditPath + "/kiem-tra":          "stores nothing",

	"/danh-muc/danh-dau":                "sorted again",
	"/danh-muc/them":                    "edited",
	"/thu-tuc/:code/sua":                "edited again; earlier versions stay",
	"/thu-tuc/:code/bieu-mau":           "a file is taken away, and attached again",
	"/thu-tuc/:code/cong-bo":            "number, day and status are edited with a reason; earlier versions stay",
	"/danh-muc/cho-xu-ly/:id":           "what was taken is edited; what was left out comes with the next import",
	"/tu-vung/khong-tim-thay":           "the query comes back when it is asked again",
	"/tu-vung/ten-thuong-goi":           "the name is taken out where the procedure is edited",
	"/cong-bo/them":                     "edited until it is let into the catalogue",
	"/cong-bo/:id/sua":                  "edited again; once let into the catalogue, with a reason",
	"/cong-bo/:id/niem-yet":             "said again where it was said wrongly",
	"/cong-bo/:id/khong-niem-yet":       "noting the posting takes it back",
	"/bo-sung":                          "edited until it goes out",
	"/bo-sung/danh-muc":                 "taken again",
	"/bo-sung/soan":                     "a draft, which is edited and struck from the request",
	"/phan-anh/them":                    "set aside with a reason",
	"/phan-anh/:id/nhan":                "says who answers by when; nothing of it is public",
	"/phan-anh/:id/xac-minh":            "said again, as more follows; earlier versions stay",
	"/phan-anh/:id/cong-khai":           "said again, also nothing",
	page.SendPath:                       "an official looks at it first",
	page.LookUpPath:                     "stores nothing",
	"/chi-tieu-cu-the":                  "typed again",
	"/chi-tieu-cu-the/linh-vuc":         "typed again",
	"/chi-tieu-cu-the/cong-khai":        "opened again with a reason",
	"/chi-tieu-cu-the/mo-lai":           "released again",
	"/bao-cao-thang":                    "written again",
	"/bao-cao/tong-hop":                 "written again",
	"/bao-cao/da-phat-hanh/:id/thu-hoi": "asks for a reason on its page; it is issued anew under the next number",

	"/phuong-an/moi":                                  "a draft, which is withdrawn",
	"/phuong-an/:id/sua":                              "a draft is edited; what was handed in is frozen",
	"/phuong-an/:id/chi-phi":                          "likewise",
	"/phuong-an/:id/trao-doi":                         "a talk: one says more",
	"/phuong-an/:id/chinh":                            "the other is made the main one again",
	"/dich-vu-truc-tuyen/moi":                         "a draft, which is withdrawn",
	"/dich-vu-truc-tuyen/:id/sua":                     "a draft is edited; what was handed in is frozen",
	"/ra-soat/:plan/:campaign/ke-hoach":               "typed again",
	"/ra-soat/:plan/:campaign/thu-tuc/:code":          "answered again; earlier versions stay",
	"/ra-soat/:plan/:campaign/thu-tuc/:code/con-lai":  "each answer is changed on its part",
	"/ra-soat/:plan/:campaign/thu-tuc/:code/ket-luan": "begins a draft, which is withdrawn",
}

// Nothing that cannot be undone is done by one press.
func TestForms_AskBeforeWhatCannotBeUndone(t *testing.T) {
	s := webtest.OpenSite(t)
	for route := range s.Server.Forms {
		how := undone[route]
		c := formCases[route]
		if how == "" {
			t.Errorf("%s: say in undone that it asks, how it is put right, or why it harms nothing", route)
		}
		if (how == asks) != (c.check || len(c.checked) > 0) {
			t.Errorf("%s: asks %v, and the walk over all forms says otherwise", route, how == asks)
		}
	}
	for route := range undone {
		if !s.Server.Forms[route] {
			t.Errorf("%s is no form any more: strike it from undone", route)
		}
	}
}
