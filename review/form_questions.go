package review

import (
	"slices"

	"rasoat/catalog"
)

// Aspect is what a question of the form asks about.
type Aspect string

// The aspects (Decree 63/2010/NĐ-CP, article 28).
const (
	Necessary  Aspect = "necessary"  // sự cần thiết
	Reasonable Aspect = "reasonable" // tính hợp lý
	Legal      Aspect = "legal"      // tính hợp pháp
)

// Question is one question of form 02/RS-KSTT. Its text is content of the form and therefore stands here; pages say it
// in the language of their reader ("question." in app/text).
type Question struct {
	ID       string // stable: answers are kept under it
	Part     catalog.Part
	Aspect   Aspect
	Text     string
	OpensOn  AnswerValue // the bad answer: it asks for a reason and opens a measure
	Suggests MeasureKind // kind of the measure that it opens; empty: none
	Optional bool        // the part may not exist: "not applicable" is an answer
	OfPaper  string      // the question as it is asked of each paper of the dossier; empty: it is not
	Head     string      // of the column in which the papers have their answers
}

// Necessity is the question whose "no" ends the review: the procedure is not needed.
const Necessity = "necessity"

// QuestionSource says where the questions come from: the wording of the circular's annex could not be read anywhere, so
// that these are the program's own, by what the articles have a reviewer weigh. Whoever has the annex replaces the data
// below; answers stay under their ID.
const QuestionSource = "Circular 02/2017/TT-VPCP, article 25; Decree 63/2010/NĐ-CP, articles 28 and 29"

// FormSections are the numbered sections of part III of the form, each with the parts of a procedure that it asks
// about: III.1 is the first. Screen and paper number by it.
//
// Circular 02/2017/TT-VPCP, article 25.
var FormSections = [][]catalog.Part{
	{catalog.PartName},
	{catalog.PartSteps},
	{catalog.PartChannels},
	{catalog.PartDossier, catalog.PartCopies},
	{catalog.PartTimeLimit},
	{catalog.PartApplicants},
	{catalog.PartAgency},
	{catalog.PartForms},
	{catalog.PartConditions},
	{catalog.PartFees},
	{catalog.PartResult},
}

// Questions lists the questions in the order of the form. The circular's own wording could not be read; these
// say in our words what it has a reviewer weigh (handbook, §2.2).
//
// Circular 02/2017/TT-VPCP, article 25.
func Questions() []Question { return slices.Clone(questions) }

// QuestionByID finds a question.
func QuestionByID(id string) (Question, bool) {
	i := slices.IndexFunc(questions, func(q Question) bool { return q.ID == id })
	if i < 0 {
		return Question{}, false
	}
	return questions[i], true
}

var questions = []Question{
	{ID: Necessity, Aspect: Necessary, OpensOn: No, Suggests: AbolishAll,
		Text: "Thủ tục này có thật sự cần thiết để đạt các mục tiêu đã nêu không?"},
	{ID: "necessity.optimal", Aspect: Necessary, OpensOn: No, Suggests: OtherMeasure,
		Text: "Quy định thủ tục hành chính có phải là biện pháp tốt nhất để đạt các mục tiêu đó không?"},
	{ID: "necessity.duplicate", Aspect: Necessary, OpensOn: Yes, Suggests: MergeProcedures,
		Text: "Có thủ tục khác cùng đạt các mục tiêu này, có thể gộp hoặc giải quyết liên thông không?"},

	{ID: "name.clear", Part: catalog.PartName, Aspect: Reasonable, OpensOn: No, Suggests: OtherMeasure,
		Text: "Tên thủ tục có ngắn gọn, rõ ràng, chính xác và thống nhất không?"},
	{ID: "name.official", Part: catalog.PartName, Aspect: Legal, OpensOn: No, Suggests: OtherMeasure,
		Text: "Tên thủ tục có đúng với văn bản quy định và quyết định công bố không?"},

	{ID: "steps.clear", Part: catalog.PartSteps, Aspect: Reasonable, OpensOn: No, Suggests: OtherMeasure,
		Text: "Các bước và thứ tự thực hiện có rõ ràng, cụ thể không?"},
	{ID: "steps.removable", Part: catalog.PartSteps, Aspect: Reasonable, OpensOn: Yes, Suggests: CutStep,
		Text: "Có bước nào trùng lặp hoặc có thể bỏ mà vẫn đạt mục tiêu không?"},
	{ID: "steps.mergeable", Part: catalog.PartSteps, Aspect: Reasonable, OpensOn: Yes, Suggests: MergeSteps,
		Text: "Có bước nào có thể gộp với nhau hoặc làm cùng một lúc không?"},
	{ID: "steps.responsibility", Part: catalog.PartSteps, Aspect: Reasonable, OpensOn: No, Suggests: OtherMeasure,
		Text: "Trách nhiệm của từng cơ quan, từng người ở mỗi bước có được phân định rõ không?"},
	{
		ID:       "steps.inspection",
		Part:     catalog.PartSteps,
		Aspect:   Reasonable,
		OpensOn:  No,
		Suggests: CutStep,
		Optional: true,
		Text:     "Nếu có bước kiểm tra, xác minh thực tế: bước đó có thật sự cần thiết không?",
	},
	{ID: "steps.legal", Part: catalog.PartSteps, Aspect: Legal, OpensOn: No, Suggests: OtherMeasure,
		Text: "Trình tự thực hiện có do văn bản đúng thẩm quyền quy định không?"},

	{ID: "channels.choice", Part: catalog.PartChannels, Aspect: Reasonable, OpensOn: No, Suggests: AddChannel,
		Text: "Người thực hiện có được chọn giữa nộp trực tiếp, trực tuyến và qua bưu chính công ích không?"},
	{ID: "channels.fit", Part: catalog.PartChannels, Aspect: Reasonable, OpensOn: No, Suggests: OtherMeasure,
		Text: "Cách thức nộp hồ sơ, nhận kết quả có phù hợp với điều kiện của người dân tại địa phương không?"},
	{
		ID:       "channels.full_online",
		Part:     catalog.PartChannels,
		Aspect:   Reasonable,
		OpensOn:  Yes,
		Suggests: AddChannel,
		Optional: true,
		Text:     "Thủ tục chưa cung cấp trực tuyến toàn trình nhưng có thể cung cấp toàn trình không?",
	},
	{ID: "channels.legal", Part: catalog.PartChannels, Aspect: Legal, OpensOn: No, Suggests: OtherMeasure,
		Text: "Cách thức thực hiện có đúng quy định về cung cấp dịch vụ công trực tuyến và bưu chính công ích không?"},

	{
		ID:       "dossier.needed",
		Part:     catalog.PartDossier,
		Aspect:   Reasonable,
		OpensOn:  No,
		Suggests: CutDocument,
		Text:     "Từng giấy tờ trong hồ sơ có thật sự cần thiết để giải quyết thủ tục không?",
		OfPaper:  "Giấy tờ này có thật sự cần thiết để giải quyết thủ tục không?",
		Head:     "Cần thiết?",
	},
	{
		ID:       "dossier.twice",
		Part:     catalog.PartDossier,
		Aspect:   Reasonable,
		OpensOn:  Yes,
		Suggests: CutDocument,
		Text:     "Có giấy tờ nào trùng nội dung với giấy tờ khác trong cùng hồ sơ không?",
		OfPaper:  "Giấy tờ này có trùng nội dung với giấy tờ khác trong cùng hồ sơ không?",
		Head:     "Trùng giấy tờ khác?",
	},
	{
		ID:       "dossier.held",
		Part:     catalog.PartDossier,
		Aspect:   Reasonable,
		OpensOn:  Yes,
		Suggests: ReuseData,
		Text: "Có giấy tờ nào mà thông tin đã có trong cơ sở dữ liệu (dân cư, hộ tịch, đất đai, bảo hiểm xã hội…) " +
			"hoặc đã được số hóa không?",
		OfPaper: "Thông tin của giấy tờ này đã có trong cơ sở dữ liệu (dân cư, hộ tịch, đất đai, bảo " +
			"hiểm xã hội…) hoặc đã được số hóa không?",
		Head: "Dữ liệu đã có?",
	},
	{
		ID:       "dossier.certified",
		Part:     catalog.PartDossier,
		Aspect:   Reasonable,
		OpensOn:  Yes,
		Suggests: ReplaceCopy,
		Text:     "Có bản sao có chứng thực nào có thể thay bằng bản chụp kèm bản chính để đối chiếu không?",
		OfPaper: "Giấy tờ này là bản sao có chứng thực, có thể thay bằng bản chụp kèm bản chính để đối " +
			"chiếu không?",
		Head: "Thay được bằng bản chụp?",
	},
	{
		ID:       "dossier.legal",
		Part:     catalog.PartDossier,
		Aspect:   Legal,
		OpensOn:  No,
		Suggests: CutDocument,
		Text:     "Từng giấy tờ có được văn bản quy phạm pháp luật quy định không?",
		OfPaper:  "Giấy tờ này có được văn bản quy phạm pháp luật quy định không?",
		Head:     "Văn bản quy định?",
	},

	{ID: "copies.one", Part: catalog.PartCopies, Aspect: Reasonable, OpensOn: No, Suggests: CutDocument,
		Text: "Số lượng hồ sơ phải nộp có phải chỉ là 01 bộ không?"},

	{ID: "time_limit.clear", Part: catalog.PartTimeLimit, Aspect: Reasonable, OpensOn: No, Suggests: OtherMeasure,
		Text: "Thời hạn giải quyết có được ghi bằng số và đơn vị cụ thể, tính từ khi nhận đủ hồ sơ hợp lệ không?"},
	{ID: "time_limit.shorter", Part: catalog.PartTimeLimit, Aspect: Reasonable, OpensOn: Yes, Suggests: ShortenTime,
		Text: "So với thời gian giải quyết thực tế, thời hạn có thể rút ngắn không?"},
	{ID: "time_limit.legal", Part: catalog.PartTimeLimit, Aspect: Legal, OpensOn: No, Suggests: ShortenTime,
		Text: "Thời hạn có nằm trong giới hạn mà văn bản quy phạm pháp luật quy định không?"},

	{ID: "applicants.clear", Part: catalog.PartApplicants, Aspect: Reasonable, OpensOn: No, Suggests: OtherMeasure,
		Text: "Đối tượng thực hiện có được xác định rõ ràng, công bằng không?"},
	{ID: "applicants.narrower", Part: catalog.PartApplicants, Aspect: Reasonable, OpensOn: Yes, Suggests: OtherMeasure,
		Text: "Có thể thu hẹp đối tượng phải thực hiện hoặc mở rộng đối tượng được thụ hưởng không?"},
	{ID: "applicants.legal", Part: catalog.PartApplicants, Aspect: Legal, OpensOn: No, Suggests: OtherMeasure,
		Text: "Quy định về đối tượng có đúng pháp luật, không phân biệt vùng miền, ngành nghề không?"},

	{ID: "agency.lower", Part: catalog.PartAgency, Aspect: Reasonable, OpensOn: Yes, Suggests: DecentraliseTo,
		Text: "Việc giải quyết có thể phân cấp hoặc ủy quyền cho cấp dưới, người trực tiếp xử lý không?"},
	{ID: "agency.legal", Part: catalog.PartAgency, Aspect: Legal, OpensOn: No, Suggests: OtherMeasure,
		Text: "Cơ quan giải quyết có đúng thẩm quyền theo pháp luật về tổ chức không?"},

	{
		ID:       "forms.needed",
		Part:     catalog.PartForms,
		Aspect:   Reasonable,
		OpensOn:  No,
		Suggests: CutDocument,
		Optional: true,
		Text:     "Mẫu đơn, mẫu tờ khai có thật sự cần thiết không?",
	},
	{ID: "forms.known", Part: catalog.PartForms, Aspect: Reasonable, OpensOn: Yes, Suggests: AmendForm, Optional: true,
		Text: "Mẫu có yêu cầu khai lại thông tin mà cơ quan nhà nước đã có không?"},
	{
		ID:       "forms.confirmation",
		Part:     catalog.PartForms,
		Aspect:   Reasonable,
		OpensOn:  Yes,
		Suggests: AmendForm,
		Optional: true,
		Text:     "Mẫu có yêu cầu xác nhận của cơ quan, tổ chức khác mà không cần thiết không?",
	},
	{
		ID:       "forms.language",
		Part:     catalog.PartForms,
		Aspect:   Reasonable,
		OpensOn:  No,
		Suggests: AmendForm,
		Optional: true,
		Text:     "Ngôn ngữ của mẫu có dễ hiểu, phù hợp với người khai không?",
	},
	{ID: "forms.legal", Part: catalog.PartForms, Aspect: Legal, OpensOn: No, Suggests: AmendForm, Optional: true,
		Text: "Mẫu có được ban hành kèm theo văn bản quy phạm pháp luật không?"},

	{
		ID:       "conditions.needed",
		Part:     catalog.PartConditions,
		Aspect:   Reasonable,
		OpensOn:  No,
		Suggests: DropCondition,
		Optional: true,
		Text:     "Từng yêu cầu, điều kiện có thật sự cần thiết để đạt mục tiêu quản lý không?",
	},
	{
		ID:       "conditions.measurable",
		Part:     catalog.PartConditions,
		Aspect:   Reasonable,
		OpensOn:  No,
		Suggests: OtherMeasure,
		Optional: true,
		Text:     "Yêu cầu, điều kiện có rõ ràng, khả thi và lượng hóa được không?",
	},
	{
		ID:       "conditions.legal",
		Part:     catalog.PartConditions,
		Aspect:   Legal,
		OpensOn:  No,
		Suggests: DropCondition,
		Optional: true,
		Text:     "Yêu cầu, điều kiện có do văn bản đúng thẩm quyền quy định, không phải địa phương tự đặt thêm không?",
	},

	{ID: "fees.fair", Part: catalog.PartFees, Aspect: Reasonable, OpensOn: No, Suggests: CutFee, Optional: true,
		Text: "Mức phí, lệ phí có hợp lý so với công việc phải làm không?"},
	{
		ID:       "fees.payment",
		Part:     catalog.PartFees,
		Aspect:   Reasonable,
		OpensOn:  No,
		Suggests: OtherMeasure,
		Optional: true,
		Text:     "Phí, lệ phí có nộp trực tuyến được không?",
	},
	{ID: "fees.legal", Part: catalog.PartFees, Aspect: Legal, OpensOn: No, Suggests: CutFee, Optional: true,
		Text: "Khoản thu có trong danh mục phí, lệ phí và đúng mức do cơ quan có thẩm quyền quy định không?"},

	{
		ID:       "result.form",
		Part:     catalog.PartResult,
		Aspect:   Reasonable,
		OpensOn:  No,
		Suggests: OtherMeasure,
		Optional: true,
		Text:     "Hình thức kết quả có thuận tiện, có bản điện tử để dùng lại không?",
	},
	{
		ID:       "result.validity",
		Part:     catalog.PartResult,
		Aspect:   Reasonable,
		OpensOn:  No,
		Suggests: OtherMeasure,
		Optional: true,
		Text:     "Nếu kết quả có thời hạn hiệu lực: việc giới hạn thời hạn đó có cần thiết không?",
	},
	{ID: "result.legal", Part: catalog.PartResult, Aspect: Legal, OpensOn: No, Suggests: OtherMeasure, Optional: true,
		Text: "Mẫu và thời hạn hiệu lực của kết quả có đúng quy định không?"},
}
