package web_test

import (
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// permissions is who gets what at every address of routes.go: the address as the routes name it, an address to ask
// for, then the status for nobody signed in, reviewer, office, chairman and administrator. Whoever adds an address
// adds its row. Forms are sent empty: 303 at the first place leads to the sign-in page, 401 is that page with what was
// typed, 403 is refused, and what a form without content gets from those who may (mostly 422, 400 or 404) shows that
// they came through the door.
const permissions = `
GET  /                              /                              200 200 200 200 200
GET  /doi-song/:event               /doi-song/co-con-nho           200 200 200 200 200
GET  /thu-tuc/:code                 /thu-tuc/1.001193              200 200 200 200 200
GET  /thu-tuc/:code/phien-ban       /thu-tuc/1.001193/phien-ban    200 200 200 200 200
GET  /thu-tuc/:code/so-sanh         /thu-tuc/1.001193/so-sanh      400 400 400 400 400
GET  /thu-tuc/:code/bieu-mau/:sha   /thu-tuc/1.001193/bieu-mau/aa  404 404 404 404 404
GET  /thu-tuc/:code/bieu-mau        /thu-tuc/1.001193/bieu-mau     303 403 200 403 403
POST /thu-tuc/:code/bieu-mau        /thu-tuc/1.001193/bieu-mau     401 403 422 403 403
GET  /static/*file                  /static/app.css                200 200 200 200 200
GET  /dang-nhap                     /dang-nhap                     200 303 303 303 303
POST /dang-nhap                     /dang-nhap                     422 422 422 422 422
POST /dang-xuat                     /dang-xuat                     303 303 303 303 303
GET  /bat-dau                       /bat-dau?ma=x                  403 403 403 403 403
POST /bat-dau                       /bat-dau                       403 403 403 403 403
GET  /kha-nang-tiep-can             /kha-nang-tiep-can             200 200 200 200 200
GET  /huong-dan                     /huong-dan                     200 200 200 200 200
GET  /huong-dan/:role               /huong-dan/cong-chuc           200 200 200 200 200
GET  /huong-dan/hinh/:file          /huong-dan/hinh/tim-kiem.png   200 200 200 200 200
POST /ngon-ngu                      /ngon-ngu                      303 303 303 303 303
GET  /healthz                       /healthz                       200 200 200 200 200
GET  /readyz                        /readyz                        200 200 200 200 200
GET  /api/v1/search                 /api/v1/search?q=x             200 200 200 200 200
GET  /api/v1/suggest                /api/v1/suggest?q=x            200 200 200 200 200
GET  /api/v1/procedures             /api/v1/procedures             200 200 200 200 200
GET  /api/v1/procedures/:code       /api/v1/procedures/1.001193    200 200 200 200 200
GET  /api/v1/procedures/:code/versions /api/v1/procedures/1.001193/versions 200 200 200 200 200
GET  /api/v1/procedures/:code/diff  /api/v1/procedures/1.001193/diff?from=1&to=1 200 200 200 200 200
GET  /cong-bo                       /cong-bo                       303 200 200 200 200
GET  /cong-bo/so.xlsx               /cong-bo/so.xlsx               303 200 200 200 200
GET  /cong-bo/them                  /cong-bo/them                  303 403 200 403 403
POST /cong-bo/them                  /cong-bo/them                  401 403 422 403 403
GET  /cong-bo/:id                   /cong-bo/5                     303 200 200 200 200
GET  /cong-bo/:id/ban-quet          /cong-bo/5/ban-quet            303 404 404 404 404
GET  /cong-bo/:id/danh-muc.docx     /cong-bo/5/danh-muc.docx       303 200 200 200 200
GET  /cong-bo/:id/sua               /cong-bo/5/sua                 303 403 200 403 403
POST /cong-bo/:id/sua               /cong-bo/5/sua                 401 403 409 403 403
POST /cong-bo/:id/cap-nhat          /cong-bo/5/cap-nhat            401 403 409 403 403
POST /cong-bo/:id/niem-yet          /cong-bo/5/niem-yet            401 409 409 403 403
POST /cong-bo/:id/khong-niem-yet    /cong-bo/5/khong-niem-yet      401 403 409 403 403
GET  /mat-khau                      /mat-khau                      303 200 200 200 200
POST /mat-khau                      /mat-khau                      401 422 422 422 422
GET  /ke-hoach                      /ke-hoach                      303 200 200 200 200
POST /ke-hoach/xong                 /ke-hoach/xong                 401 403 422 403 403
GET  /ra-soat/:plan/:campaign/thu-tuc/:code /ra-soat/kh-29-2024/internal-b/thu-tuc/NB-12?phan=ten 303 200 200 200 200
POST /ra-soat/:plan/:campaign/thu-tuc/:code /ra-soat/kh-29-2024/internal-b/thu-tuc/NB-12 401 404 404 403 403
POST /ra-soat/:plan/:campaign/thu-tuc/:code/con-lai /ra-soat/kh-29-2024/internal-b/thu-tuc/NB-12/con-lai 401 400 400 403 403
POST /ra-soat/:plan/:campaign/thu-tuc/:code/ket-luan /ra-soat/kh-29-2024/internal-b/thu-tuc/NB-12/ket-luan 401 422 422 403 403
GET  /ra-soat/:plan/:campaign/thu-tuc/:code/toan-bo /ra-soat/kh-29-2024/internal-b/thu-tuc/NB-12/toan-bo 303 200 200 200 200
GET  /ra-soat/:plan/:campaign/thu-tuc/:code/phien-ban /ra-soat/kh-29-2024/internal-b/thu-tuc/NB-12/phien-ban 303 200 200 200 200
GET  /bao-cao-thang                 /bao-cao-thang                 303 200 200 200 200
POST /bao-cao-thang                 /bao-cao-thang                 401 422 422 403 403
POST /bao-cao-thang/phat-hanh       /bao-cao-thang/phat-hanh       401 403 422 422 403
GET  /bao-cao/da-phat-hanh          /bao-cao/da-phat-hanh          303 200 200 200 200
GET  /bao-cao/da-phat-hanh/:id      /bao-cao/da-phat-hanh/99       303 404 404 404 404
GET  /bao-cao/da-phat-hanh/:id/trang /bao-cao/da-phat-hanh/99/trang 303 404 404 404 404
POST /bao-cao/da-phat-hanh/:id/thu-hoi /bao-cao/da-phat-hanh/99/thu-hoi 401 403 404 404 403
GET  /bao-cao/tong-hop              /bao-cao/tong-hop              303 200 200 200 200
POST /bao-cao/tong-hop              /bao-cao/tong-hop              401 422 422 403 403
GET  /bao-cao/xem/:kind             /bao-cao/xem/monthly           303 200 200 200 200
GET  /bo-sung                       /bo-sung                       303 200 200 200 200
POST /bo-sung                       /bo-sung                       401 403 404 403 403
POST /bo-sung/danh-muc              /bo-sung/danh-muc              401 403 404 403 403
POST /bo-sung/soan                  /bo-sung/soan                  401 403 404 403 403
POST /bo-sung/phat-hanh             /bo-sung/phat-hanh             401 403 404 404 403
POST /bo-sung/cong-bo               /bo-sung/cong-bo               401 403 404 403 403
GET  /bo-sung/dinh-chinh            /bo-sung/dinh-chinh            303 403 200 200 403
POST /bo-sung/dinh-chinh            /bo-sung/dinh-chinh            401 403 404 404 403
GET  /thiet-lap                     /thiet-lap                     303 403 200 403 200
GET  /thiet-lap/don-vi              /thiet-lap/don-vi              303 403 200 403 200
POST /thiet-lap/don-vi              /thiet-lap/don-vi              401 403 409 403 409
GET  /thiet-lap/ngay-nghi           /thiet-lap/ngay-nghi           303 403 200 403 200
POST /thiet-lap/ngay-nghi           /thiet-lap/ngay-nghi           401 403 409 403 409
GET  /thiet-lap/muc-gio             /thiet-lap/muc-gio             303 403 200 403 200
POST /thiet-lap/muc-gio             /thiet-lap/muc-gio             401 403 422 403 422
GET  /thiet-lap/cach-tinh           /thiet-lap/cach-tinh           303 403 200 403 403
POST /thiet-lap/cach-tinh           /thiet-lap/cach-tinh           401 403 409 403 403
GET  /tu-vung                       /tu-vung                       303 403 200 403 403
GET  /tu-vung/them                  /tu-vung/them?tu=oe+oe         303 403 200 403 403
POST /tu-vung/them                  /tu-vung/them                  401 403 422 403 403
GET  /tu-vung/khong-tim-thay        /tu-vung/khong-tim-thay        303 403 200 403 403
POST /tu-vung/khong-tim-thay        /tu-vung/khong-tim-thay        401 403 404 403 403
GET  /tu-vung/ten-thuong-goi        /tu-vung/ten-thuong-goi        303 403 200 403 403
POST /tu-vung/ten-thuong-goi        /tu-vung/ten-thuong-goi        401 403 422 403 403
GET  /tu-vung/:id                   /tu-vung/gks-giay-khai-sinh    303 403 200 403 403
POST /tu-vung/:id                   /tu-vung/gks-giay-khai-sinh    401 403 200 403 403
GET  /gop-y                         /gop-y                         200 200 200 200 200
POST /gop-y                         /gop-y                         422 422 422 422 422
GET  /gop-y/tra-cuu                 /gop-y/tra-cuu                 200 200 200 200 200
POST /gop-y/tra-cuu                 /gop-y/tra-cuu                 422 422 422 422 422
POST /bao-cao/phat-hanh             /bao-cao/phat-hanh             401 403 404 404 403
GET  /phuong-an/van-ban             /phuong-an/van-ban             303 200 200 200 200
GET  /phuong-an/phan-cap            /phuong-an/phan-cap            303 200 200 200 200
GET  /dich-vu-truc-tuyen            /dich-vu-truc-tuyen            303 200 200 200 200
GET  /dich-vu-truc-tuyen/moi        /dich-vu-truc-tuyen/moi        303 200 200 403 403
POST /dich-vu-truc-tuyen/moi        /dich-vu-truc-tuyen/moi        401 422 422 403 403
GET  /dich-vu-truc-tuyen/:id        /dich-vu-truc-tuyen/1          303 200 200 200 200
GET  /dich-vu-truc-tuyen/:id/sua    /dich-vu-truc-tuyen/3/sua      303 200 200 403 403
POST /dich-vu-truc-tuyen/:id/sua    /dich-vu-truc-tuyen/3/sua      401 409 409 403 403
GET  /dich-vu-truc-tuyen/:id/dinh-chinh /dich-vu-truc-tuyen/1/dinh-chinh 303 403 403 200 403
POST /dich-vu-truc-tuyen/:id/dinh-chinh /dich-vu-truc-tuyen/1/dinh-chinh 401 403 403 409 403
POST /dich-vu-truc-tuyen/:id/buoc   /dich-vu-truc-tuyen/3/buoc     401 422 422 422 422
GET  /phan-anh                      /phan-anh                      303 200 200 200 200
GET  /phan-anh/them                 /phan-anh/them                 303 200 200 403 403
POST /phan-anh/them                 /phan-anh/them                 401 422 422 403 403
GET  /phan-anh/:id                  /phan-anh/1                    303 200 200 200 200
POST /phan-anh/:id/nhan             /phan-anh/1/nhan               401 409 409 403 403
POST /phan-anh/:id/khong-nhan       /phan-anh/1/khong-nhan         401 409 409 403 403
POST /phan-anh/:id/tra-loi          /phan-anh/1/tra-loi            401 409 409 403 403
POST /phan-anh/:id/chuyen           /phan-anh/1/chuyen             401 409 409 403 403
POST /phan-anh/:id/xac-minh         /phan-anh/1/xac-minh           401 409 409 403 403
POST /phan-anh/:id/cong-khai        /phan-anh/1/cong-khai          401 403 409 409 403
GET  /chi-tieu-cong-khai            /chi-tieu-cong-khai            200 200 200 200 200
GET  /chi-tieu-cu-the               /chi-tieu-cu-the               303 200 200 200 200
POST /chi-tieu-cu-the               /chi-tieu-cu-the               401 303 303 403 403
POST /chi-tieu-cu-the/tinh          /chi-tieu-cu-the/tinh          303 200 200 403 403
POST /chi-tieu-cu-the/cong-khai     /chi-tieu-cu-the/cong-khai     401 403 400 400 403
POST /chi-tieu-cu-the/mo-lai        /chi-tieu-cu-the/mo-lai        401 403 400 400 403
GET  /chi-tieu-cu-the/bang.xlsx     /chi-tieu-cu-the/bang.xlsx     303 200 200 200 200
GET  /chi-tieu-cu-the/linh-vuc      /chi-tieu-cu-the/linh-vuc      303 200 200 200 200
POST /chi-tieu-cu-the/linh-vuc      /chi-tieu-cu-the/linh-vuc      401 400 400 403 403
GET  /chi-tieu-cu-the/linh-vuc.xlsx /chi-tieu-cu-the/linh-vuc.xlsx 303 200 200 200 200
GET  /chi-tieu-cu-the/tai-lieu/:sha /chi-tieu-cu-the/tai-lieu/aa   303 404 404 404 404
GET  /viec                          /viec                          303 200 200 200 200
GET  /bang-nam                      /bang-nam                      303 200 200 200 200
GET  /bang-nam.docx                 /bang-nam.docx                 303 200 200 200 200
GET  /bang-nam.xlsx                 /bang-nam.xlsx                 303 200 200 200 200
GET  /ke-hoach/sao-chep             /ke-hoach/sao-chep             303 403 200 403 403
POST /ke-hoach/sao-chep             /ke-hoach/sao-chep             401 403 422 403 403
GET  /ke-hoach/khai                 /ke-hoach/khai                 303 403 303 403 303
POST /ke-hoach/khai                 /ke-hoach/khai                 401 403 422 403 422
GET  /ke-hoach/:plan/tep            /ke-hoach/kh-29-2024/tep       303 200 200 200 200
GET  /ke-hoach/:plan                /ke-hoach/kh-29-2024           303 200 200 200 200
POST /ke-hoach/:plan/trang-thai     /ke-hoach/kh-29-2024/trang-thai 401 403 400 400 403
GET  /ke-hoach/:plan/sua/:part      /ke-hoach/kh-29-2024/sua/chung 303 403 200 403 403
POST /ke-hoach/:plan/sua/:part      /ke-hoach/kh-29-2024/sua/chung 401 403 409 403 403
GET  /ke-hoach/:plan/chi-tieu/:indicator /ke-hoach/kh-29-2024/chi-tieu/nq01-3 303 403 200 403 403
POST /ke-hoach/:plan/chi-tieu/:indicator /ke-hoach/kh-29-2024/chi-tieu/nq01-3 401 403 409 403 403
POST /ke-hoach/chon                 /ke-hoach/chon                 303 303 303 303 303
GET  /bao-cao                       /bao-cao                       303 200 200 200 200
GET  /bao-cao/:file                 /bao-cao/review-summary.docx   303 200 200 200 200
GET  /chi-tieu                      /chi-tieu                      303 200 200 200 200
GET  /chi-tieu/:target              /chi-tieu/internal-b-cost      303 200 200 200 200
GET  /ra-soat                       /ra-soat                       303 200 200 200 200
GET  /ra-soat/:plan/:campaign       /ra-soat/kh-29-2024/public     303 200 200 200 200
GET  /ra-soat/:plan/:campaign/danh-muc  /ra-soat/kh-29-2024/public/danh-muc 303 403 303 403 403
POST /ra-soat/:plan/:campaign/danh-muc  /ra-soat/kh-29-2024/public/danh-muc 401 403 303 403 403
GET  /ra-soat/:plan/:campaign/thay-doi  /ra-soat/kh-29-2024/public/thay-doi 303 403 200 403 403
POST /ra-soat/:plan/:campaign/thay-doi  /ra-soat/kh-29-2024/public/thay-doi 401 403 422 403 403
GET  /ra-soat/:plan/:campaign/thay-doi/dinh-chinh  /ra-soat/kh-29-2024/public/thay-doi/dinh-chinh 303 403 404 403 403
POST /ra-soat/:plan/:campaign/thay-doi/dinh-chinh  /ra-soat/kh-29-2024/public/thay-doi/dinh-chinh 401 403 404 403 403
GET  /ra-soat/:plan/:campaign/ke-hoach  /ra-soat/kh-29-2024/public/ke-hoach 303 200 200 200 200
POST /ra-soat/:plan/:campaign/ke-hoach  /ra-soat/kh-29-2024/public/ke-hoach 401 403 400 403 403
GET  /metrics                       /metrics                       200 200 200 200 200
GET  /api/v1/openapi.json           /api/v1/openapi.json           200 200 200 200 200
GET  /api/v1/plans                  /api/v1/plans                  403 200 200 200 200
GET  /api/v1/plans/:id/targets      /api/v1/plans/kh-29-2024/targets 403 200 200 200 200
GET  /nhat-ky                       /nhat-ky                       303 403 200 200 200
POST /nhat-ky/kiem-tra              /nhat-ky/kiem-tra              401 403 200 200 200
GET  /nguoi-dung                    /nguoi-dung                    303 403 403 403 200
POST /nguoi-dung                    /nguoi-dung                    401 403 403 403 422
GET  /nguoi-dung/them               /nguoi-dung/them               303 403 403 403 200
GET  /nguoi-dung/:name              /nguoi-dung/reviewer           303 403 403 403 200
POST /nguoi-dung/:name              /nguoi-dung/reviewer           401 403 403 403 409
POST /nguoi-dung/:name/mat-khau     /nguoi-dung/reviewer/mat-khau  401 403 403 403 422
POST /nguoi-dung/:name/dong         /nguoi-dung/khong-co/dong      401 403 403 403 404
POST /nguoi-dung/:name/mo-lai       /nguoi-dung/reviewer/mo-lai    401 403 403 403 422
GET  /danh-muc                      /danh-muc                      303 200 200 200 200
GET  /danh-muc/xuat                 /danh-muc/xuat                 303 200 200 200 200
POST /danh-muc/danh-dau             /danh-muc/danh-dau             401 403 422 403 403
GET  /danh-muc/phan-loai            /danh-muc/phan-loai            303 403 200 403 403
POST /danh-muc/phan-loai            /danh-muc/phan-loai            401 403 422 403 403
GET  /danh-muc/them                 /danh-muc/them                 303 403 200 403 403
POST /danh-muc/them                 /danh-muc/them                 401 403 422 403 403
GET  /thu-tuc/:code/sua             /thu-tuc/1.001193/sua          303 403 200 403 403
POST /thu-tuc/:code/sua             /thu-tuc/1.001193/sua          401 403 400 403 403
GET  /thu-tuc/:code/cong-bo         /thu-tuc/1.001193/cong-bo      303 403 200 403 403
POST /thu-tuc/:code/cong-bo         /thu-tuc/1.001193/cong-bo      401 403 422 403 403
GET  /danh-muc/nhap-bang            /danh-muc/nhap-bang            303 403 200 403 403
POST /danh-muc/nhap-bang            /danh-muc/nhap-bang            401 403 422 403 403
GET  /danh-muc/nhap                 /danh-muc/nhap                 303 403 200 403 200
POST /danh-muc/nhap                 /danh-muc/nhap                 401 403 422 403 422
GET  /danh-muc/nhap/:id             /danh-muc/nhap/1               303 403 404 403 404
POST /danh-muc/nhap/:id             /danh-muc/nhap/1               401 403 404 403 404
GET  /danh-muc/thieu-noi-dung       /danh-muc/thieu-noi-dung       303 403 200 403 403
GET  /danh-muc/cho-xu-ly            /danh-muc/cho-xu-ly            303 403 200 403 200
GET  /danh-muc/cho-xu-ly/:id        /danh-muc/cho-xu-ly/1          303 403 404 403 404
POST /danh-muc/cho-xu-ly/:id        /danh-muc/cho-xu-ly/1          401 403 404 403 404
GET  /phuong-an                     /phuong-an                     303 200 200 200 200
GET  /phuong-an/moi                 /phuong-an/moi                 303 200 200 403 403
POST /phuong-an/moi                 /phuong-an/moi                 401 422 422 403 403
GET  /phuong-an/:id                 /phuong-an/9                   303 200 200 200 200
GET  /phuong-an/:id/sua             /phuong-an/9/sua               303 200 200 403 403
POST /phuong-an/:id/sua             /phuong-an/9/sua               401 409 409 403 403
GET  /phuong-an/:id/chi-phi         /phuong-an/9/chi-phi           303 200 200 403 403
POST /phuong-an/:id/chi-phi         /phuong-an/9/chi-phi           401 409 409 403 403
POST /phuong-an/:id/tinh            /phuong-an/9/tinh              303 200 200 403 403
GET  /phuong-an/:id/duyet           /phuong-an/9/duyet             303 200 200 200 200
POST /phuong-an/:id/buoc            /phuong-an/9/buoc              401 422 422 422 422
POST /phuong-an/:id/trao-doi        /phuong-an/9/trao-doi          401 422 422 422 422
POST /phuong-an/:id/chinh           /phuong-an/9/chinh             401 409 409 403 403
GET  /phuong-an/phe-duyet           /phuong-an/phe-duyet           303 403 403 200 403
POST /phuong-an/phe-duyet           /phuong-an/phe-duyet           401 403 403 422 403
GET  /phuong-an/:id/dinh-chinh      /phuong-an/9/dinh-chinh        303 403 403 303 403
POST /phuong-an/:id/dinh-chinh      /phuong-an/9/dinh-chinh        401 403 403 409 403
GET  /phuong-an/:id/quyet-dinh      /phuong-an/9/quyet-dinh        303 404 404 404 404
`

// permission is one row.
type permission struct {
	route string // "GET /ke-hoach"
	ask   string
	want  []int // in the order of asking
}

// asking is who asks, in the order of the columns.
var asking = []string{"", "reviewer", "office", "chairman", "admin"}

func readPermissions(t *testing.T) []permission {
	t.Helper()
	var rows []permission
	for _, line := range strings.Split(strings.TrimSpace(permissions), "\n") {
		f := strings.Fields(line)
		if len(f) != 3+len(asking) {
			t.Fatalf("row %q has %d columns", line, len(f))
		}
		p := permission{route: f[0] + " " + f[1], ask: f[2]}
		for _, s := range f[3:] {
			n, err := strconv.Atoi(s)
			if err != nil {
				t.Fatalf("row %q: %v", line, err)
			}
			p.want = append(p.want, n)
		}
		rows = append(rows, p)
	}
	return rows
}

// Every address is asked once by each role and by nobody; one without a row fails, so that nobody forgets whom it
// is for.
func TestPermissions(t *testing.T) {
	s := webtest.OpenSite(t)
	rows := readPermissions(t)
	known := map[string]bool{}
	for _, p := range rows {
		known[p.route] = true
	}
	there := map[string]bool{}
	for _, r := range s.Server.Routes().Routes() {
		if r.Method == http.MethodHead {
			continue
		}
		there[r.Method+" "+r.Path] = true
		if !known[r.Method+" "+r.Path] {
			t.Errorf(
				"%s %s has no row in permissions (web/permission_test.go): say what each role gets there",
				r.Method,
				r.Path,
			)
		}
	}
	people := make([]*webtest.Client, len(asking))
	for i, name := range asking {
		if people[i] = s.Visitor(); name != "" {
			people[i] = s.As(name)
		}
	}
	for _, p := range rows {
		if !there[p.route] {
			t.Errorf("%s is no address any more", p.route)
			continue
		}
		for i, c := range people {
			var r webtest.Response
			switch {
			case p.route == "POST /dang-xuat" && asking[i] != "":
				r = s.As(asking[i]).Post(p.ask) // the others still need their session
			case strings.HasPrefix(p.route, "POST "):
				r = c.Post(p.ask)
			default:
				r = c.Get(p.ask)
			}
			if r.Status != p.want[i] {
				t.Errorf("%s, %q: %d, want %d", p.route, asking[i], r.Status, p.want[i])
			}
			if refusedPage.MatchString(
				r.Body,
			) != (r.Status == http.StatusForbidden && !strings.Contains(p.route, page.SetupPath)) &&
				!strings.HasPrefix(p.ask, "/api/") {
				t.Errorf("%s, %q: the page of %d does not say so", p.route, asking[i], r.Status)
			}
		}
	}
}

var refusedPage = regexp.MustCompile(`<h1>Không có quyền xem</h1>`)

// outsideTheMenu are the families of pages that stand below no entry of the list at the left, each with its reason.
var outsideTheMenu = map[string]string{
	"/":                  "the search, on every page at its head",
	"/doi-song":          "an event of a life, from the first page and from the search",
	"/huong-dan":         "the guide, from the foot and from the page that it is about",
	"/kha-nang-tiep-can": "from the foot",
	page.PasswordPath:    "from the name at the head",
	page.SetupPath:       "the first start, before anybody has a menu",
}

var (
	menuOf    = regexp.MustCompile(`(?s)<nav class="side".*?</nav>`)
	markedOne = regexp.MustCompile(`<a href="([^"]+)" aria-current="page">`)
	planLine  = regexp.MustCompile(`id="ke-hoach-dang-xem" href="[^"]+" aria-current="page"`)
)

// Every page of an official marks the one entry of the list at the left below which it stands; those about plans mark
// the line of the plan.
func TestMenu_MarksThePage(t *testing.T) {
	s := webtest.OpenSite(t)
	people := map[string]*webtest.Client{"office": s.As("office"), "admin": s.As("admin"), "chairman": s.As("chairman")}
	for _, p := range readPermissions(t) {
		path, isGet := strings.CutPrefix(p.route, "GET ")
		family := "/" + strings.SplitN(path, "/", 3)[1]
		for i, name := range asking {
			if !isGet || people[name] == nil || p.want[i] != http.StatusOK {
				continue
			}
			r := people[name].Get(p.ask)
			menu := menuOf.FindString(r.Body)
			if menu == "" {
				continue // a file, or a paper as it is printed
			}
			marked := markedOne.FindAllStringSubmatch(menu, -1)
			switch onPlan := planLine.MatchString(r.Body); {
			case outsideTheMenu[family] != "" || family == page.PlansPath:
				if len(marked) > 0 || onPlan != (family == page.PlansPath) {
					t.Errorf("%s marks %q", p.ask, marked)
				}
			case len(marked) != 1 || onPlan:
				t.Errorf("%s, %s: marks %q, want one entry", p.ask, name, marked)
			}
		}
	}
	for ask, want := range map[string]string{
		"/bao-cao-thang": "/bao-cao", "/bo-sung": "/bao-cao", "/dich-vu-truc-tuyen/1": "/ra-soat",
		"/thu-tuc/1.001193/sua": "/danh-muc", "/chi-tieu-cu-the": "/chi-tieu-cu-the", "/chi-tieu": "/chi-tieu",
	} {
		m := markedOne.FindStringSubmatch(menuOf.FindString(people["office"].Get(ask).Body))
		if m == nil || m[1] != want {
			t.Errorf("%s marks %q, want %s", ask, m, want)
		}
	}
}
