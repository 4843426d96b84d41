package web

import (
	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/web/page"
	"rasoat/web/register"
)

// Routes is the site map, grouped by who may use it.
func (s *Server) Routes() *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.Use(s.metrics.measure, s.guard, s.OnlyForms)
	engine.NoRoute(s.Page(s.notFound))
	s.Forms = page.Forms{}
	r := siteMap{&engine.RouterGroup, s.Forms}

	// everyone
	r.GET("/", s.Page(s.catalogue.Home))
	r.GET("/thu-tuc/:code", s.Page(s.catalogue.Procedure))
	r.GET("/thu-tuc/:code/phien-ban", s.Page(s.catalogue.Versions))
	r.GET("/thu-tuc/:code/so-sanh", s.Page(s.catalogue.Compare))
	r.GET(AssetsPrefix+"*file", gin.WrapH(s.assets))
	r.GET(page.SignInPath, s.Page(s.settings.SignInForm))
	r.POST(page.SignInPath, s.Page(s.settings.SignIn))
	r.POST("/dang-xuat", s.Page(s.settings.SignOut))
	r.GET(page.SetupPath, s.Page(s.settings.SetupForm)) // with the token of the one-time link alone
	r.POST(page.SetupPath, s.Submit(s.settings.Setup))
	r.GET("/kha-nang-tiep-can", s.Page(s.catalogue.Accessibility))
	r.GET(page.ReleasedPath, s.Page(s.indicator.Released))
	r.GET(page.SendPath, s.Page(s.register.FeedbackForm))
	r.POST(page.SendPath, s.Submit(s.register.SendFeedback))
	r.POST(page.LanguagePath, s.Page(s.chooseLanguage))
	r.GET("/healthz", s.healthz)
	r.GET("/readyz", s.readyz)
	r.GET("/metrics", gin.WrapH(s.metrics.handler()))

	api := r.Group("/api/v1")
	api.GET("/search", s.Page(s.api.Search))
	api.GET("/suggest", s.Page(s.api.Suggest))
	api.GET("/procedures", s.Page(s.api.Procedures))
	api.GET("/procedures/:code", s.Page(s.api.Procedure))
	api.GET("/procedures/:code/versions", s.Page(s.api.Versions))
	api.GET("/procedures/:code/diff", s.Page(s.api.Diff))
	api.GET("/openapi.json", s.Page(s.api.Description))
	api.GET("/plans", s.may(account.SeeInternal), s.Page(s.api.Plans))
	api.GET("/plans/:id/targets", s.may(account.SeeInternal), s.Page(s.api.Targets))

	// everybody who is signed in
	r.GET(page.PasswordPath, s.signedIn, s.Page(s.settings.PasswordForm))
	r.POST(page.PasswordPath, s.signedIn, s.Submit(s.settings.ChangePassword))

	// officials; each address says what it needs
	r.GET("/ke-hoach", s.may(account.SeeInternal), s.Page(s.plan.List))

	// proposals; what may be done to one is decided by its path, its author and the role (review.Next, account.May)
	r.GET(page.ProposalsPath, s.may(account.SeeInternal), s.Page(s.proposal.List))
	r.GET(page.ProposalsPath+"/moi", s.may(account.EditReview), s.Page(s.proposal.NewForm))
	r.POST(page.ProposalsPath+"/moi", s.may(account.EditReview), s.Submit(s.proposal.Begin))
	r.GET(page.ProposalsPath+"/:id", s.may(account.SeeInternal), s.Page(s.proposal.View))
	r.GET(page.ProposalsPath+"/:id/sua", s.may(account.EditReview), s.Page(s.proposal.EditForm))
	r.POST(page.ProposalsPath+"/:id/sua", s.may(account.EditReview), s.Submit(s.proposal.Edit))
	r.GET(page.ProposalsPath+"/:id/chi-phi", s.may(account.EditReview), s.Page(s.proposal.CostsForm))
	r.POST(page.ProposalsPath+"/:id/chi-phi", s.may(account.EditReview), s.Submit(s.proposal.Costs))
	r.POST(page.ProposalsPath+"/:id/tinh", s.may(account.EditReview), s.Page(s.proposal.PriceTable))
	r.GET(page.ProposalsPath+"/:id/duyet", s.may(account.SeeInternal), s.Page(s.proposal.Approval))
	r.POST(page.ProposalsPath+"/:id/buoc", s.may(account.SeeInternal), s.Submit(s.proposal.Step))
	r.POST(page.ProposalsPath+"/:id/chinh", s.may(account.EditReview), s.Submit(s.proposal.MakeMain))
	r.GET(page.ProposalsPath+"/:id/quyet-dinh", s.may(account.SeeInternal), s.Page(s.proposal.Scan))
	r.GET(page.PlansPath+"/sao-chep", s.may(account.EditPlan), s.Page(s.plan.CopyForm))
	r.POST(page.PlansPath+"/sao-chep", s.may(account.EditPlan), s.Submit(s.plan.Copy))
	r.GET(page.PlansPath+"/:plan", s.may(account.SeeInternal), s.Page(s.plan.View))
	r.POST(page.PlansPath+"/:plan/trang-thai", s.may(account.IssueReport), s.Submit(s.plan.Step))
	r.GET(page.PlansPath+"/:plan/sua/:part", s.may(account.EditPlan), s.Page(s.plan.PartForm))
	r.POST(page.PlansPath+"/:plan/sua/:part", s.may(account.EditPlan), s.Submit(s.plan.SavePart))
	r.GET(page.PlansPath+"/:plan/chi-tieu/:indicator", s.may(account.EditPlan), s.Page(s.plan.IndicatorForm))
	r.POST(page.PlansPath+"/:plan/chi-tieu/:indicator", s.may(account.EditPlan), s.Submit(s.plan.SaveIndicator))
	r.POST("/ke-hoach/chon", s.may(account.SeeInternal), s.Page(s.plan.Choose))
	r.POST("/ke-hoach/xong", s.may(account.EditPlan), s.Submit(s.plan.Note))
	r.GET(page.FirstPage, s.may(account.SeeInternal), s.Page(s.report.Work))
	r.GET(page.YearPath, s.may(account.SeeInternal), s.Page(s.report.Year))
	r.GET(page.YearPath+".xlsx", s.may(account.SeeInternal), s.Page(s.report.YearSheet))
	r.GET("/bao-cao", s.may(account.SeeInternal), s.Page(s.report.List))
	r.POST("/bao-cao/phat-hanh", s.may(account.IssueReport), s.Submit(s.report.Issue))
	r.GET("/bao-cao/:file", s.may(account.SeeInternal), s.Page(s.report.View))
	r.GET("/chi-tieu", s.may(account.SeeInternal), s.Page(s.campaign.Targets))
	r.GET("/ra-soat", s.may(account.SeeInternal), s.Page(s.campaign.List))
	r.GET("/ra-soat/:plan/:campaign", s.may(account.SeeInternal), s.Page(s.campaign.Board))
	r.GET("/ra-soat/:plan/:campaign/danh-muc", s.may(account.AssignReview), s.Page(s.campaign.ChooseList))
	r.POST("/ra-soat/:plan/:campaign/danh-muc", s.may(account.AssignReview), s.Submit(s.campaign.FreezeList))
	r.GET("/ra-soat/:plan/:campaign/ke-hoach", s.may(account.SeeInternal), s.Page(s.campaign.ReviewPlan))
	r.POST("/ra-soat/:plan/:campaign/ke-hoach", s.may(account.AssignReview), s.Submit(s.campaign.SaveReviewPlan))

	form := r.Group("/ra-soat/:plan/:campaign/thu-tuc/:code", s.may(account.SeeInternal))
	form.GET("", s.Page(s.campaign.ReviewForm))
	form.POST("", s.may(account.EditReview), s.Submit(s.campaign.SaveReviewForm))
	form.POST("/ket-luan", s.may(account.EditReview), s.Submit(s.campaign.ConcludeReviewForm))
	form.GET("/toan-bo", s.Page(s.campaign.WholeReviewForm))
	form.GET("/phien-ban", s.Page(s.campaign.ReviewFormVersions))
	// office and administrator
	r.GET(page.SettingsPath, s.may(account.EditSettings), s.Page(s.settings.List))
	r.GET(page.CommunePath, s.may(account.EditSettings), s.Page(s.settings.CommuneForm))
	r.POST(page.CommunePath, s.may(account.EditSettings), s.Submit(s.settings.SaveCommune))
	r.GET(page.DaysPath, s.may(account.EditSettings), s.Page(s.settings.DaysForm))
	r.POST(page.DaysPath, s.may(account.EditSettings), s.Submit(s.settings.SaveDays))
	r.GET(page.RatesPath, s.may(account.EditSettings), s.Page(s.settings.RatesForm))
	r.POST(page.RatesPath, s.may(account.EditSettings), s.Submit(s.settings.AddRate))
	r.GET(page.RulesPath, s.may(account.EditPlan), s.Page(s.settings.RulesForm))
	r.POST(page.RulesPath, s.may(account.EditPlan), s.Submit(s.settings.SaveRules))
	// decisions that announce, amend, replace or repeal procedures
	decisions := r.Group(page.AnnouncementPath)
	decisions.GET("", s.may(account.SeeInternal), s.Page(s.register.Announcements))
	decisions.GET("/so.xlsx", s.may(account.SeeInternal), s.Page(s.register.AnnouncementSheet))
	decisions.GET("/them", s.may(account.EditProcedure), s.Page(s.register.NewAnnouncement))
	decisions.POST("/them", s.may(account.EditProcedure), s.Submit(s.register.SaveAnnouncement))
	decisions.GET("/:id", s.may(account.SeeInternal), s.Page(s.register.Announcement))
	decisions.GET("/:id/ban-quet", s.may(account.SeeInternal), s.Page(s.register.AnnouncementScan))
	decisions.GET("/:id/danh-muc.docx", s.may(account.SeeInternal), s.Page(s.register.PostingList))
	decisions.GET("/:id/sua", s.may(account.EditProcedure), s.Page(s.register.EditAnnouncement))
	decisions.POST("/:id/sua", s.may(account.EditProcedure), s.Submit(s.register.SaveAnnouncement))
	decisions.POST("/:id"+register.StepApply, s.may(account.EditProcedure), s.Submit(s.register.ApplyAnnouncement))
	step := s.register.StepAnnouncement
	decisions.POST("/:id"+register.StepPost, s.may(account.PostProcedure), s.Submit(step(register.StepPost)))
	decisions.POST("/:id"+register.StepExempt, s.may(account.EditProcedure), s.Submit(step(register.StepExempt)))

	// feedback
	feedback := r.Group(page.FeedbackPath)
	feedback.GET("", s.may(account.SeeInternal), s.Page(s.register.Feedbacks))
	feedback.GET("/them", s.may(account.AnswerFeedback), s.Page(s.register.NewFeedback))
	feedback.POST("/them", s.may(account.AnswerFeedback), s.Submit(s.register.RecordFeedback))
	feedback.GET("/:id", s.may(account.SeeInternal), s.Page(s.register.Feedback))
	answer := s.register.StepFeedback
	for _, step := range []string{register.StepTake, register.StepAside, register.StepAnswer} {
		feedback.POST("/:id"+step, s.may(account.AnswerFeedback), s.Submit(answer(step)))
	}
	feedback.POST("/:id"+register.StepPublish, s.may(account.IssueReport), s.Submit(answer(register.StepPublish)))

	// reviews of online services; what may be done to one is decided by its path, its author and the role
	services := r.Group(page.ServicesPath)
	services.GET("", s.may(account.SeeInternal), s.Page(s.proposal.Restructurings))
	services.GET("/moi", s.may(account.EditReview), s.Page(s.proposal.NewRestructuring))
	services.POST("/moi", s.may(account.EditReview), s.Submit(s.proposal.BeginRestructuring))
	services.GET("/:id", s.may(account.SeeInternal), s.Page(s.proposal.Restructuring))
	services.GET("/:id/sua", s.may(account.EditReview), s.Page(s.proposal.EditRestructuringForm))
	services.POST("/:id/sua", s.may(account.EditReview), s.Submit(s.proposal.EditRestructuring))
	services.POST("/:id/buoc", s.may(account.SeeInternal), s.Submit(s.proposal.StepRestructuring))

	// indicators
	indicators := r.Group(page.IndicatorsPath)
	indicators.GET("", s.may(account.SeeInternal), s.Page(s.indicator.Month))
	indicators.POST("", s.may(account.EnterFigures), s.Submit(s.indicator.Save))
	indicators.POST("/tinh", s.may(account.EnterFigures), s.Page(s.indicator.Price))
	indicators.POST("/cong-khai", s.may(account.IssueReport), s.Submit(s.indicator.Release))
	indicators.POST("/mo-lai", s.may(account.IssueReport), s.Submit(s.indicator.Reopen))
	indicators.GET("/bang.xlsx", s.may(account.SeeInternal), s.Page(s.indicator.Sheet))
	indicators.GET("/tai-lieu/:sha", s.may(account.SeeInternal), s.Page(s.indicator.Evidence))

	r.GET(page.AuditPath, s.may(account.SeeAudit), s.Page(s.settings.Audit))
	r.POST(page.AuditPath+"/kiem-tra", s.may(account.SeeAudit), s.Submit(s.settings.CheckAudit))

	// the administrator
	users := r.Group(page.UsersPath, s.may(account.ManageUsers))
	users.GET("", s.Page(s.settings.Users))
	users.POST("", s.Submit(s.settings.AddUser))
	users.GET("/them", s.Page(s.settings.NewUser))
	users.GET("/:name", s.Page(s.settings.User))
	users.POST("/:name", s.Submit(s.settings.SaveUser))
	users.POST("/:name/mat-khau", s.Submit(s.settings.ResetPassword))
	users.POST("/:name/dong", s.Submit(s.settings.CloseUser))
	users.POST("/:name/mo-lai", s.Submit(s.settings.ReopenUser))
	r.GET(page.MonthPath, s.may(account.SeeInternal), s.Page(s.report.Month))
	r.POST(page.MonthPath, s.may(account.EnterFigures), s.Submit(s.report.SaveMonth))
	r.POST(page.MonthPath+"/phat-hanh", s.may(account.IssueReport), s.Submit(s.report.IssueMonth))
	r.GET("/bao-cao/da-phat-hanh/:id", s.may(account.SeeInternal), s.Page(s.report.IssuedFile))
	r.GET("/bo-sung", s.may(account.SeeInternal), s.Page(s.register.Additions))
	r.POST("/bo-sung", s.may(account.EditPlan), s.Submit(s.register.SaveAdditions))
	r.POST("/bo-sung/danh-muc", s.may(account.EditPlan), s.Submit(s.register.TakeHanded))
	r.POST("/bo-sung/soan", s.may(account.EditProcedure), s.Submit(s.register.DraftHanded))
	r.POST("/bo-sung/phat-hanh", s.may(account.IssueReport), s.Submit(s.register.IssueAdditions))
	r.POST("/bo-sung/cong-bo", s.may(account.EditProcedure), s.Submit(s.register.AnnounceAdditions))
	// the vocabulary of the search
	vocabulary := r.Group(page.WordsPath, s.may(account.EditVocabulary))
	vocabulary.GET("", s.Page(s.catalogue.Words))
	vocabulary.GET("/them", s.Page(s.catalogue.NewWordForm))
	vocabulary.POST("/them", s.Submit(s.catalogue.SaveWord))
	vocabulary.GET("/khong-tim-thay", s.Page(s.catalogue.Unanswered))
	vocabulary.POST("/khong-tim-thay", s.Submit(s.catalogue.LayAside))
	vocabulary.GET("/ten-thuong-goi", s.Page(s.catalogue.Known))
	vocabulary.POST("/ten-thuong-goi", s.Submit(s.catalogue.AddKnown))
	vocabulary.GET("/:id", s.Page(s.catalogue.WordForm))
	vocabulary.POST("/:id", s.Submit(s.catalogue.SaveWord))

	r.GET("/danh-muc", s.may(account.SeeInternal), s.Page(s.catalogue.List))
	r.GET("/danh-muc/xuat", s.may(account.SeeInternal), s.Page(s.catalogue.Export))
	r.POST("/danh-muc/danh-dau", s.may(account.SortProcedure), s.Submit(s.catalogue.Mark))
	r.GET("/danh-muc/phan-loai", s.may(account.SortProcedure), s.Page(s.catalogue.SortForm))
	r.POST("/danh-muc/phan-loai", s.may(account.SortProcedure), s.Submit(s.catalogue.SortBulk))
	r.GET("/danh-muc/them", s.may(account.EditProcedure), s.Page(s.catalogue.NewProcedure))
	r.POST("/danh-muc/them", s.may(account.EditProcedure), s.Submit(s.catalogue.SaveProcedure))
	r.GET("/thu-tuc/:code/sua", s.may(account.EditProcedure), s.Page(s.catalogue.EditProcedure))
	r.POST("/thu-tuc/:code/sua", s.may(account.EditProcedure), s.Submit(s.catalogue.SaveProcedure))
	r.GET("/thu-tuc/:code/cong-bo", s.may(account.EditProcedure), s.Page(s.catalogue.AnnounceForm))
	r.POST("/thu-tuc/:code/cong-bo", s.may(account.EditProcedure), s.Submit(s.catalogue.Announce))
	r.GET("/danh-muc/nhap", s.may(account.ImportCatalogue), s.Page(s.catalogue.ImportForm))
	r.POST("/danh-muc/nhap", s.may(account.ImportCatalogue), s.Submit(s.catalogue.BeginImport))
	r.GET("/danh-muc/nhap/:id", s.may(account.ImportCatalogue), s.Page(s.catalogue.ImportTask))
	r.POST("/danh-muc/nhap/:id", s.may(account.ImportCatalogue), s.Submit(s.catalogue.ConfirmImport))
	r.GET("/danh-muc/cho-xu-ly", s.may(account.ImportCatalogue), s.Page(s.catalogue.Held))
	r.GET("/danh-muc/cho-xu-ly/:id", s.may(account.ImportCatalogue), s.Page(s.catalogue.HeldRow))
	r.POST("/danh-muc/cho-xu-ly/:id", s.may(account.ImportCatalogue), s.Submit(s.catalogue.DecideHeld))
	return engine
}
