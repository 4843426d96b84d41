package web

import (
	"fmt"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/value"
	"rasoat/web/page"
	"rasoat/web/register"
)

// Routes is the site map, grouped by who may use it.
func (s *Server) Routes() *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.Use(s.metrics.measure, s.guard, s.OnlyForms, s.ownPassword)
	engine.NoRoute(s.Page(func(*gin.Context) error { return value.ErrNotFound }))
	s.Forms = page.Forms{}
	r := siteMap{&engine.RouterGroup, s.Kit}

	everybody := func(*gin.Context) {}
	r.GET("/", s.Page(s.catalogue.Home))
	r.GET(page.LifeEventPath+"/:event", s.Page(s.catalogue.LifeEvent))
	r.GET("/thu-tuc/:code", s.Page(s.catalogue.Procedure))
	r.GET("/thu-tuc/:code/phien-ban", s.Page(s.catalogue.Versions))
	r.GET("/thu-tuc/:code/so-sanh", s.Page(s.catalogue.Compare))
	r.GET("/thu-tuc/:code/bieu-mau/:sha", s.Page(s.catalogue.FormFile))
	r.GET(assetsPrefix+"*file", gin.WrapH(s.assets))
	r.GET(page.SignInPath, s.Page(s.settings.SignInForm))
	r.POST(page.SignInPath, s.Page(s.settings.SignIn))
	r.POST("/dang-xuat", s.Page(s.settings.SignOut))
	// with the token of the one-time link alone
	r.form(page.SetupPath, everybody, s.settings.SetupForm, s.settings.Setup)
	r.GET("/kha-nang-tiep-can", s.Page(s.catalogue.Accessibility))
	r.GET(page.GuidePath, s.Page(s.guide.Guide))
	r.GET(page.GuidePath+"/:role", s.Page(s.guide.Guide))
	r.GET(page.GuidePath+"/hinh/:file", s.guide.Picture)
	r.GET(page.ReleasedPath, s.Page(s.indicator.Released))
	r.form(page.SendPath, everybody, s.register.FeedbackForm, s.register.SendFeedback)
	r.form(page.LookUpPath, everybody, s.register.LookUpForm, s.register.LookUp)
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
	r.form(page.PasswordPath, s.signedIn, s.settings.PasswordForm, s.settings.ChangePassword)

	// officials; each address says what it needs
	r.GET(page.PlansPath, s.may(account.SeeInternal), s.Page(s.plan.List))

	// proposals; what may be done to one is decided by its path, its author and the role (review.Next, account.May)
	r.GET(page.ProposalsPath, s.may(account.SeeInternal), s.Page(s.proposal.List))
	r.form(page.ProposalsPath+"/moi", s.may(account.EditReview), s.proposal.NewForm, s.proposal.Begin)
	r.GET(page.TextsPath, s.may(account.SeeInternal), s.Page(s.proposal.Texts))
	r.GET(page.DecentralisedPath, s.may(account.SeeInternal), s.Page(s.proposal.Decentralised))
	r.form(page.ApprovalPath, s.may(account.ApproveProposal), s.proposal.ApprovalTogether, s.proposal.ApproveTogether)
	r.GET(page.ProposalsPath+"/:id", s.may(account.SeeInternal), s.Page(s.proposal.View))
	r.form(page.ProposalsPath+"/:id/sua", s.may(account.EditReview), s.proposal.EditForm, s.proposal.Edit)
	r.form(page.ProposalsPath+"/:id/chi-phi", s.may(account.EditReview), s.proposal.CostsForm, s.proposal.Costs)
	r.POST(page.ProposalsPath+"/:id/tinh", s.may(account.EditReview), s.Page(s.proposal.PriceTable))
	r.GET(page.ProposalsPath+"/:id/duyet", s.may(account.SeeInternal), s.Page(s.proposal.Approval))
	r.POST(page.ProposalsPath+"/:id/buoc", s.may(account.SeeInternal), s.Submit(s.proposal.Step))
	r.POST(page.ProposalsPath+"/:id/trao-doi", s.may(account.SeeInternal), s.Submit(s.proposal.Talk))
	r.POST(page.ProposalsPath+"/:id/chinh", s.may(account.EditReview), s.Submit(s.proposal.MakeMain))
	correct := page.ProposalsPath + "/:id/dinh-chinh"
	r.form(correct, s.may(account.ApproveProposal), s.proposal.CorrectForm, s.proposal.Correct)
	r.GET(page.ProposalsPath+"/:id/quyet-dinh", s.may(account.SeeInternal), s.Page(s.proposal.Scan))
	r.form(page.PlansPath+"/sao-chep", s.may(account.EditPlan), s.plan.CopyForm, s.plan.Copy)
	r.form(page.PlanStartPath, s.may(account.BeginPlan), s.plan.StartForm, s.plan.Start)
	r.GET(page.PlansPath+"/:plan/tep", s.may(account.SeeInternal), s.Page(s.plan.File))
	r.GET(page.PlansPath+"/:plan", s.may(account.SeeInternal), s.Page(s.plan.View))
	r.POST(page.PlansPath+"/:plan/trang-thai", s.may(account.IssueReport), s.Submit(s.plan.Step))
	r.form(page.PlansPath+"/:plan/sua/:part", s.may(account.EditPlan), s.plan.PartForm, s.plan.SavePart)
	r.form("/ke-hoach/:plan/chi-tieu/:indicator", s.may(account.EditPlan), s.plan.IndicatorForm, s.plan.SaveIndicator)
	r.POST("/ke-hoach/chon", s.may(account.SeeInternal), s.Page(s.plan.Choose))
	r.POST("/ke-hoach/xong", s.may(account.EditPlan), s.Submit(s.plan.Note))
	r.GET(page.FirstPage, s.may(account.SeeInternal), s.Page(s.report.Work))
	r.GET(page.YearPath, s.may(account.SeeInternal), s.Page(s.report.Year))
	for _, t := range []page.FileType{page.Word, page.Excel} {
		r.GET(page.YearPath+"."+t.Ending, s.may(account.SeeInternal), s.Page(s.report.YearFile(t)))
	}
	r.GET("/bao-cao", s.may(account.SeeInternal), s.Page(s.report.List))
	r.POST("/bao-cao/phat-hanh", s.may(account.IssueReport), s.Submit(s.report.Issue))
	r.GET("/bao-cao/tong-hop", s.may(account.SeeInternal), s.Page(s.report.Summary))
	r.POST("/bao-cao/tong-hop", s.may(account.EnterFigures), s.Submit(s.report.SaveSummary))
	r.GET("/bao-cao/xem/:kind", s.may(account.SeeInternal), s.Page(s.report.Preview))
	r.GET("/bao-cao/:file", s.may(account.SeeInternal), s.Page(s.report.View))
	r.GET(page.TargetsPath, s.may(account.SeeInternal), s.Page(s.campaign.Targets))
	r.GET(page.TargetsPath+"/:target", s.may(account.SeeInternal), s.Page(s.campaign.TargetTrace))
	r.GET("/ra-soat", s.may(account.SeeInternal), s.Page(s.campaign.List))
	r.GET("/ra-soat/:plan/:campaign", s.may(account.SeeInternal), s.Page(s.campaign.Board))
	r.GET("/ra-soat/:plan/:campaign/danh-muc", s.may(account.AssignReview), s.Page(s.campaign.ChooseList))
	r.POST("/ra-soat/:plan/:campaign/danh-muc", s.may(account.AssignReview), s.Submit(s.campaign.FreezeList))
	r.form("/ra-soat/:plan/:campaign/thay-doi", s.may(account.AssignReview), s.campaign.ChangeForm,
		s.campaign.ChangeList)
	r.form("/ra-soat/:plan/:campaign/thay-doi/dinh-chinh", s.may(account.AssignReview), s.campaign.CorrectForm,
		s.campaign.Correct)
	r.GET("/ra-soat/:plan/:campaign/ke-hoach", s.may(account.SeeInternal), s.Page(s.campaign.ReviewPlan))
	r.POST("/ra-soat/:plan/:campaign/ke-hoach", s.may(account.AssignReview), s.Submit(s.campaign.SaveReviewPlan))

	form := r.Group("/ra-soat/:plan/:campaign/thu-tuc/:code", s.may(account.SeeInternal))
	form.GET("", s.Page(s.campaign.ReviewForm))
	form.POST("", s.may(account.EditReview), s.Submit(s.campaign.SaveReviewForm))
	form.POST("/con-lai", s.may(account.EditReview), s.Submit(s.campaign.AnswerRest))
	form.POST("/ket-luan", s.may(account.EditReview), s.Submit(s.campaign.ConcludeReviewForm))
	form.GET("/toan-bo", s.Page(s.campaign.WholeReviewForm))
	form.GET("/phien-ban", s.Page(s.campaign.ReviewFormVersions))
	// office and administrator
	r.GET(page.SettingsPath, s.may(account.EditSettings), s.Page(s.settings.List))
	r.form(page.CommunePath, s.may(account.EditSettings), s.settings.CommuneForm, s.settings.SaveCommune)
	r.form(page.DaysPath, s.may(account.EditSettings), s.settings.DaysForm, s.settings.SaveDays)
	r.form(page.RatesPath, s.may(account.EditSettings), s.settings.RatesForm, s.settings.AddRate)
	r.form(page.RulesPath, s.may(account.EditPlan), s.settings.RulesForm, s.settings.SaveRules)
	// decisions that announce, amend, replace or repeal procedures
	decisions := r.Group(page.AnnouncementPath)
	decisions.GET("", s.may(account.SeeInternal), s.Page(s.register.Announcements))
	decisions.GET("/so.xlsx", s.may(account.SeeInternal), s.Page(s.register.AnnouncementSheet))
	decisions.form("/them", s.may(account.EditProcedure), s.register.NewAnnouncement, s.register.SaveAnnouncement)
	decisions.GET("/:id", s.may(account.SeeInternal), s.Page(s.register.Announcement))
	decisions.GET("/:id/ban-quet", s.may(account.SeeInternal), s.Page(s.register.AnnouncementScan))
	decisions.GET("/:id/danh-muc.docx", s.may(account.SeeInternal), s.Page(s.register.PostingList))
	decisions.form("/:id/sua", s.may(account.EditProcedure), s.register.EditAnnouncement, s.register.SaveAnnouncement)
	decisions.POST("/:id"+register.StepApply, s.may(account.EditProcedure), s.Submit(s.register.ApplyAnnouncement))
	step := s.register.StepAnnouncement
	decisions.POST("/:id"+register.StepPost, s.may(account.PostProcedure), s.Submit(step(register.StepPost)))
	decisions.POST("/:id"+register.StepExempt, s.may(account.EditProcedure), s.Submit(step(register.StepExempt)))

	// feedback
	feedback := r.Group(page.FeedbackPath)
	feedback.GET("", s.may(account.SeeInternal), s.Page(s.register.Feedbacks))
	feedback.form("/them", s.may(account.AnswerFeedback), s.register.NewFeedback, s.register.RecordFeedback)
	feedback.GET("/:id", s.may(account.SeeInternal), s.Page(s.register.Feedback))
	answer := s.register.StepFeedback
	for _, step := range []string{register.StepTake, register.StepAside, register.StepAnswer, register.StepForward,
		register.StepVerify} {
		feedback.POST("/:id"+step, s.may(account.AnswerFeedback), s.Submit(answer(step)))
	}
	feedback.POST("/:id"+register.StepPublish, s.may(account.IssueReport), s.Submit(answer(register.StepPublish)))

	// reviews of online services; what may be done to one is decided by its path, its author and the role
	services := r.Group(page.ServicesPath)
	services.GET("", s.may(account.SeeInternal), s.Page(s.proposal.Restructurings))
	services.form("/moi", s.may(account.EditReview), s.proposal.NewRestructuring, s.proposal.BeginRestructuring)
	services.GET("/:id", s.may(account.SeeInternal), s.Page(s.proposal.Restructuring))
	services.form("/:id/sua", s.may(account.EditReview), s.proposal.EditRestructuringForm, s.proposal.EditRestructuring)
	services.form("/:id/dinh-chinh", s.may(account.ApproveProposal), s.proposal.CorrectRestructuringForm,
		s.proposal.CorrectRestructuring)
	services.POST("/:id/buoc", s.may(account.SeeInternal), s.Submit(s.proposal.StepRestructuring))

	// indicators
	indicators := r.Group(page.IndicatorsPath)
	indicators.GET("", s.may(account.SeeInternal), s.Page(s.indicator.Month))
	indicators.POST("", s.may(account.EnterFigures), s.Submit(s.indicator.Save))
	indicators.POST("/tinh", s.may(account.EnterFigures), s.Page(s.indicator.Price))
	indicators.POST("/cong-khai", s.may(account.IssueReport), s.Submit(s.indicator.Release))
	indicators.POST("/mo-lai", s.may(account.IssueReport), s.Submit(s.indicator.Reopen))
	indicators.GET("/bang.xlsx", s.may(account.SeeInternal), s.Page(s.indicator.Sheet))
	indicators.GET("/linh-vuc", s.may(account.SeeInternal), s.Page(s.indicator.Settlement))
	indicators.POST("/linh-vuc", s.may(account.EnterFigures), s.Submit(s.indicator.SaveSettlement))
	indicators.GET("/linh-vuc.xlsx", s.may(account.SeeInternal), s.Page(s.indicator.SettlementSheet))
	indicators.GET("/tai-lieu/:sha", s.may(account.SeeInternal), s.Page(s.indicator.Evidence))

	r.GET(page.AuditPath, s.may(account.SeeAudit), s.Page(s.settings.Audit))
	r.POST(page.AuditPath+"/kiem-tra", s.may(account.SeeAudit), s.Submit(s.settings.CheckAudit))

	// the administrator
	users, manage := r.Group(page.UsersPath), s.may(account.ManageUsers)
	users.form("", manage, s.settings.Users, s.settings.AddUser)
	users.GET("/them", manage, s.Page(s.settings.NewUser))
	users.form("/:name", manage, s.settings.User, s.settings.SaveUser)
	users.POST("/:name/mat-khau", manage, s.Submit(s.settings.ResetPassword))
	users.POST("/:name/dong", manage, s.Submit(s.settings.CloseUser))
	users.POST("/:name/mo-lai", manage, s.Submit(s.settings.ReopenUser))
	r.GET(page.MonthPath, s.may(account.SeeInternal), s.Page(s.report.Month))
	r.POST(page.MonthPath, s.may(account.EnterFigures), s.Submit(s.report.SaveMonth))
	r.POST(page.MonthPath+"/phat-hanh", s.may(account.IssueReport), s.Submit(s.report.IssueMonth))
	r.GET("/bao-cao/da-phat-hanh", s.may(account.SeeInternal), s.Page(s.report.IssuedReports))
	r.GET("/bao-cao/da-phat-hanh/:id", s.may(account.SeeInternal), s.Page(s.report.IssuedFile))
	r.GET("/bao-cao/da-phat-hanh/:id/trang", s.may(account.SeeInternal), s.Page(s.report.Issued))
	r.POST("/bao-cao/da-phat-hanh/:id/thu-hoi", s.may(account.IssueReport), s.Submit(s.report.Withdraw))
	r.GET(page.AdditionsPath, s.may(account.SeeInternal), s.Page(s.register.Additions))
	r.POST(page.AdditionsPath, s.may(account.EditPlan), s.Submit(s.register.SaveAdditions))
	r.POST(page.AdditionsPath+"/danh-muc", s.may(account.EditPlan), s.Submit(s.register.TakeHanded))
	r.POST(page.AdditionsPath+"/soan", s.may(account.EditProcedure), s.Submit(s.register.DraftHanded))
	r.POST(page.AdditionsPath+"/phat-hanh", s.may(account.IssueReport), s.Submit(s.register.IssueAdditions))
	r.form(page.AdditionsPath+"/dinh-chinh", s.may(account.IssueReport), s.register.CorrectAdditionsForm,
		s.register.CorrectAdditions)
	r.POST(page.AdditionsPath+"/cong-bo", s.may(account.EditProcedure), s.Submit(s.register.AnnounceAdditions))
	// the vocabulary of the search
	vocabulary, edit := r.Group(page.WordsPath), s.may(account.EditVocabulary)
	vocabulary.GET("", edit, s.Page(s.catalogue.Words))
	vocabulary.form("/them", edit, s.catalogue.NewWordForm, s.catalogue.SaveWord)
	vocabulary.form("/khong-tim-thay", edit, s.catalogue.Unanswered, s.catalogue.LayAside)
	vocabulary.form("/ten-thuong-goi", edit, s.catalogue.Known, s.catalogue.AddKnown)
	vocabulary.form("/:id", edit, s.catalogue.WordForm, s.catalogue.SaveWord)

	r.GET("/danh-muc", s.may(account.SeeInternal), s.Page(s.catalogue.List))
	r.GET("/danh-muc/xuat", s.may(account.SeeInternal), s.Page(s.catalogue.Export))
	r.POST("/danh-muc/danh-dau", s.may(account.SortProcedure), s.Submit(s.catalogue.Mark))
	r.form("/danh-muc/phan-loai", s.may(account.SortProcedure), s.catalogue.SortForm, s.catalogue.SortBulk)
	r.form("/danh-muc/them", s.may(account.EditProcedure), s.catalogue.NewProcedure, s.catalogue.SaveProcedure)
	r.form("/thu-tuc/:code/sua", s.may(account.EditProcedure), s.catalogue.EditProcedure, s.catalogue.SaveProcedure)
	r.form("/thu-tuc/:code/cong-bo", s.may(account.EditProcedure), s.catalogue.AnnounceForm, s.catalogue.Announce)
	r.form("/thu-tuc/:code/bieu-mau", s.may(account.EditProcedure), s.catalogue.FormFiles, s.catalogue.SaveFormFile)
	r.form(page.EntryPath, s.may(account.EditProcedure), s.catalogue.OwnForm, s.catalogue.TakeOwn)
	r.form("/danh-muc/nhap", s.may(account.ImportCatalogue), s.catalogue.ImportForm, s.catalogue.BeginImport)
	r.form("/danh-muc/nhap/:id", s.may(account.ImportCatalogue), s.catalogue.ImportTask, s.catalogue.ConfirmImport)
	r.GET(page.IncompletePath, s.may(account.EditProcedure), s.Page(s.catalogue.Incomplete))
	r.GET("/danh-muc/cho-xu-ly", s.may(account.ImportCatalogue), s.Page(s.catalogue.Held))
	r.form("/danh-muc/cho-xu-ly/:id", s.may(account.ImportCatalogue), s.catalogue.HeldRow, s.catalogue.DecideHeld)
	return engine
}

// siteMap is addresses that begin alike. It keeps which of them take forms of pages: whoever comes there without a
// session signs in and goes on with what was typed.
type siteMap struct {
	*gin.RouterGroup
	kit *page.Kit
}

// Group is the addresses that begin with one part more, behind what is asked of all of them.
func (m siteMap) Group(path string, before ...gin.HandlerFunc) siteMap {
	return siteMap{m.RouterGroup.Group(path, before...), m.kit}
}

// form is an address that shows the page of a form and takes it.
func (m siteMap) form(path string, who gin.HandlerFunc, show func(*gin.Context) error, post page.Post) {
	m.GET(path, who, m.kit.Page(show))
	m.POST(path, who, m.kit.Submit(post))
}

// POST takes what is sent to an address. The last handler is a page.Form, made by Submit; TestForms lists the few
// addresses that are no form of a page, with the reason of each.
func (m siteMap) POST(path string, handlers ...any) {
	chain := make([]gin.HandlerFunc, len(handlers))
	for i, h := range handlers {
		switch h := h.(type) {
		case page.Form:
			chain[i] = gin.HandlerFunc(h)
			m.kit.Forms.Add(m.BasePath(), path)
		case gin.HandlerFunc:
			chain[i] = h
		case func(*gin.Context):
			chain[i] = h
		default:
			panic(fmt.Sprintf("%s: %T is no handler", path, h))
		}
	}
	m.RouterGroup.POST(path, chain...)
}
