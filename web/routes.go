package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"rasoat/account"
)

// routes is the site map, grouped by who may use it.
func (s *Server) routes() http.Handler {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.Use(s.guard)
	r.NoRoute(s.page(s.notFound))

	// everyone
	r.GET("/", s.page(s.home))
	r.GET("/thu-tuc/:code", s.page(s.procedure))
	r.GET("/thu-tuc/:code/phien-ban", s.page(s.versions))
	r.GET("/thu-tuc/:code/so-sanh", s.page(s.compare))
	r.GET(AssetsPrefix+"*file", gin.WrapH(s.assets))
	r.GET(signInPath, s.page(s.signInForm))
	r.POST(signInPath, s.page(s.signIn))
	r.POST("/dang-xuat", s.page(s.signOut))
	r.GET("/healthz", s.healthz)
	r.GET("/readyz", s.readyz)

	api := r.Group("/api/v1")
	api.GET("/search", s.page(s.apiSearch))
	api.GET("/suggest", s.page(s.apiSuggest))
	api.GET("/procedures", s.page(s.apiProcedures))
	api.GET("/procedures/:code", s.page(s.apiProcedure))
	api.GET("/procedures/:code/versions", s.page(s.apiVersions))
	api.GET("/procedures/:code/diff", s.page(s.apiDiff))

	// officials; each address says what it needs
	r.GET("/ke-hoach", s.may(account.SeeInternal), s.page(s.plans))
	r.POST("/ke-hoach/xong", s.may(account.EditPlan), s.page(s.notePlan))
	r.GET("/danh-muc", s.may(account.SeeInternal), s.page(s.catalogue))
	r.GET("/danh-muc/xuat", s.may(account.SeeInternal), s.page(s.exportCatalogue))
	r.POST("/danh-muc/danh-dau", s.may(account.SortProcedure), s.page(s.markCatalogue))
	r.GET("/danh-muc/phan-loai", s.may(account.SortProcedure), s.page(s.sortForm))
	r.POST("/danh-muc/phan-loai", s.may(account.SortProcedure), s.page(s.sortBulk))
	r.GET("/danh-muc/them", s.may(account.EditProcedure), s.page(s.newProcedure))
	r.POST("/danh-muc/them", s.may(account.EditProcedure), s.page(s.saveProcedure))
	r.GET("/thu-tuc/:code/sua", s.may(account.EditProcedure), s.page(s.editProcedure))
	r.POST("/thu-tuc/:code/sua", s.may(account.EditProcedure), s.page(s.saveProcedure))
	r.GET("/thu-tuc/:code/cong-bo", s.may(account.EditProcedure), s.page(s.announceForm))
	r.POST("/thu-tuc/:code/cong-bo", s.may(account.EditProcedure), s.page(s.announce))
	r.GET("/danh-muc/nhap", s.may(account.ImportCatalogue), s.page(s.importForm))
	r.POST("/danh-muc/nhap", s.may(account.ImportCatalogue), s.page(s.beginImport))
	r.GET("/danh-muc/nhap/:id", s.may(account.ImportCatalogue), s.page(s.importTask))
	r.POST("/danh-muc/nhap/:id", s.may(account.ImportCatalogue), s.page(s.confirmImport))
	r.GET("/danh-muc/cho-xu-ly", s.may(account.ImportCatalogue), s.page(s.held))
	r.GET("/danh-muc/cho-xu-ly/:id", s.may(account.ImportCatalogue), s.page(s.heldRow))
	r.POST("/danh-muc/cho-xu-ly/:id", s.may(account.ImportCatalogue), s.page(s.decideHeld))
	return r
}
