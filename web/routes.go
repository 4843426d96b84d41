package web

import (
	"github.com/gin-gonic/gin"

	"rasoat/account"
)

// routes is the site map, grouped by who may use it.
func (s *Server) routes() *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.Use(s.metrics.measure, s.guard)
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
	r.GET(SetupPath, s.page(s.setupForm)) // with the token of the one-time link alone
	r.POST(SetupPath, s.page(s.setup))
	r.GET("/kha-nang-tiep-can", s.page(s.accessibility))
	r.GET("/healthz", s.healthz)
	r.GET("/readyz", s.readyz)
	r.GET("/metrics", gin.WrapH(s.metrics.handler()))

	api := r.Group("/api/v1")
	api.GET("/search", s.page(s.apiSearch))
	api.GET("/suggest", s.page(s.apiSuggest))
	api.GET("/procedures", s.page(s.apiProcedures))
	api.GET("/procedures/:code", s.page(s.apiProcedure))
	api.GET("/procedures/:code/versions", s.page(s.apiVersions))
	api.GET("/procedures/:code/diff", s.page(s.apiDiff))
	api.GET("/openapi.json", s.page(s.apiDescription))
	api.GET("/plans", s.may(account.SeeInternal), s.page(s.apiPlans))
	api.GET("/plans/:id/targets", s.may(account.SeeInternal), s.page(s.apiTargets))

	// everybody who is signed in
	r.GET(passwordPath, s.signedIn, s.page(s.passwordForm))
	r.POST(passwordPath, s.signedIn, s.page(s.changePassword))

	// officials; each address says what it needs
	r.GET("/ke-hoach", s.may(account.SeeInternal), s.page(s.plans))

	// proposals; what may be done to one is decided by its path, its author and the role (review.Next, account.May)
	r.GET(proposalsPath, s.may(account.SeeInternal), s.page(s.proposals))
	r.GET(proposalsPath+"/moi", s.may(account.EditReview), s.page(s.newProposalForm))
	r.POST(proposalsPath+"/moi", s.may(account.EditReview), s.page(s.newProposal))
	r.GET(proposalsPath+"/:id", s.may(account.SeeInternal), s.page(s.proposal))
	r.GET(proposalsPath+"/:id/sua", s.may(account.EditReview), s.page(s.editProposalForm))
	r.POST(proposalsPath+"/:id/sua", s.may(account.EditReview), s.page(s.editProposal))
	r.GET(proposalsPath+"/:id/chi-phi", s.may(account.EditReview), s.page(s.costsForm))
	r.POST(proposalsPath+"/:id/chi-phi", s.may(account.EditReview), s.page(s.costs))
	r.POST(proposalsPath+"/:id/tinh", s.may(account.EditReview), s.page(s.priceTable))
	r.GET(proposalsPath+"/:id/duyet", s.may(account.SeeInternal), s.page(s.approval))
	r.POST(proposalsPath+"/:id/buoc", s.may(account.SeeInternal), s.page(s.step))
	r.POST(proposalsPath+"/:id/chinh", s.may(account.EditReview), s.page(s.makeMain))
	r.GET(proposalsPath+"/:id/quyet-dinh", s.may(account.SeeInternal), s.page(s.scan))
	r.POST("/ke-hoach/xong", s.may(account.EditPlan), s.page(s.notePlan))
	r.GET(firstPage, s.may(account.SeeInternal), s.page(s.work))
	r.GET("/bao-cao", s.may(account.SeeInternal), s.page(s.reports))
	r.GET("/bao-cao/:file", s.may(account.SeeInternal), s.page(s.report))
	r.GET("/chi-tieu", s.may(account.SeeInternal), s.page(s.targets))
	r.GET("/ra-soat", s.may(account.SeeInternal), s.page(s.campaigns))
	r.GET("/ra-soat/:plan/:campaign", s.may(account.SeeInternal), s.page(s.board))
	r.GET("/ra-soat/:plan/:campaign/danh-muc", s.may(account.AssignReview), s.page(s.chooseList))
	r.POST("/ra-soat/:plan/:campaign/danh-muc", s.may(account.AssignReview), s.page(s.freezeList))
	r.GET("/ra-soat/:plan/:campaign/ke-hoach", s.may(account.SeeInternal), s.page(s.reviewPlan))
	r.POST("/ra-soat/:plan/:campaign/ke-hoach", s.may(account.AssignReview), s.page(s.saveReviewPlan))

	form := r.Group("/ra-soat/:plan/:campaign/thu-tuc/:code", s.may(account.SeeInternal))
	form.GET("", s.page(s.reviewForm))
	form.POST("", s.may(account.EditReview), s.page(s.saveReviewForm))
	form.POST("/ket-luan", s.may(account.EditReview), s.page(s.concludeReviewForm))
	form.GET("/toan-bo", s.page(s.wholeReviewForm))
	form.GET("/phien-ban", s.page(s.reviewFormVersions))
	// office and administrator
	r.GET(settingsPath, s.may(account.EditSettings), s.page(s.settings))
	r.GET(communePath, s.may(account.EditSettings), s.page(s.communeForm))
	r.POST(communePath, s.may(account.EditSettings), s.page(s.saveCommune))
	r.GET(daysPath, s.may(account.EditSettings), s.page(s.daysForm))
	r.POST(daysPath, s.may(account.EditSettings), s.page(s.saveDays))
	r.GET(ratesPath, s.may(account.EditSettings), s.page(s.ratesForm))
	r.POST(ratesPath, s.may(account.EditSettings), s.page(s.addRate))
	r.GET(rulesPath, s.may(account.EditPlan), s.page(s.rulesForm))
	r.POST(rulesPath, s.may(account.EditPlan), s.page(s.saveRules))

	// the administrator
	users := r.Group(usersPath, s.may(account.ManageUsers))
	users.GET("", s.page(s.users))
	users.POST("", s.page(s.addUser))
	users.GET("/them", s.page(s.newUser))
	users.GET("/:name", s.page(s.user))
	users.POST("/:name", s.page(s.saveUser))
	users.POST("/:name/mat-khau", s.page(s.resetPassword))
	users.POST("/:name/dong", s.page(s.closeUser))
	users.POST("/:name/mo-lai", s.page(s.reopenUser))
	r.GET("/bo-sung", s.may(account.SeeInternal), s.page(s.additions))
	r.POST("/bo-sung", s.may(account.EditPlan), s.page(s.saveAdditions))
	r.POST("/bo-sung/danh-muc", s.may(account.EditPlan), s.page(s.takeHanded))
	r.POST("/bo-sung/soan", s.may(account.EditProcedure), s.page(s.draftHanded))
	r.POST("/bo-sung/phat-hanh", s.may(account.IssueReport), s.page(s.issueAdditions))
	r.POST("/bo-sung/cong-bo", s.may(account.EditProcedure), s.page(s.announceAdditions))
	return r
}
