package catalogue

import (
	"strings"

	"rasoat/web/field"
	"rasoat/web/page"
	"rasoat/web/page/pagetest"
)

func partSamples() []pagetest.Part {
	return []pagetest.Part{
		{
			Name:  "part/vocabulary_tabs",
			Model: []page.PageLink{{Text: "Tên thường gọi", Href: "/tu-vung/ten-thuong-goi", Current: true}},
		},
		{Name: "part/paging", Model: longResults().Paging},
		{Name: "part/paging", Model: page.Paging{}},
		{Name: "part/compared", Model: pagetest.SampleCompared()[0]},
		{Name: "part/facet_list", Model: sampleResults().Facets[0]},
	}
}

func publicSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "catalogue/home", State: "filled", Model: sampleHome()},
		{Page: "catalogue/home", State: "empty", Model: home{Frame: page.Frame{NoSearch: true}, Total: "0 thủ tục"}},
		{Page: "catalogue/results", State: "filled", Model: sampleResults()},
		{
			Page:  "catalogue/results",
			State: "empty",
			Model: results{
				Frame:      pagetest.PublicFrame("Tìm thủ tục"),
				Count:      "Không có thủ tục nào",
				For:        "xin cấp thẻ bay",
				DidYouMean: []page.Link{{Text: "cấp thẻ", Href: "/?q=cap+the"}},
				Nothing: page.EmptyState{
					Text: "Không thủ tục nào của xã có các từ này. Có thể bớt từ, hoặc xem toàn bộ danh mục theo lĩnh vực.",
					Next: page.Link{Text: "Xem toàn bộ danh mục", Href: "/?q="},
				},
			},
		},
		{Page: "catalogue/results", State: "long", Model: longResults()},
		{
			Page:  "catalogue/procedure",
			State: "public",
			Model: sampleProcedure(pagetest.PublicFrame("Xác nhận tình trạng cư trú")),
		},
		{Page: "catalogue/procedure", State: "filled", Model: officialProcedure()},
		{Page: "catalogue/procedure", State: "empty", Model: emptyProcedure()},
		{Page: "catalogue/procedure", State: "long", Model: longProcedure()},
		{
			Page:  "catalogue/accessibility",
			State: "filled",
			Model: accessibilityPage{pagetest.PublicFrame("Khả năng tiếp cận"), "UBND xã An Bình"},
		},
	}
}

func workSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "catalogue/versions", State: "filled", Model: sampleVersions()},
		{Page: "catalogue/versions", State: "empty", Model: procedureVersions{}},
		{Page: "catalogue/compare", State: "filled", Model: sampleCompare()},
		{
			Page:  "catalogue/compare",
			State: "empty",
			Model: procedureCompare{Frame: pagetest.WorkFrame("So sánh", "Danh mục"), From: "Bản 1", To: "Bản 2"},
		},
	}
}

// The sample view models with which every template is executed: filled as on an ordinary day, empty, and
// long. The texts are made up for these tests.

func sampleHome() home {
	f := pagetest.PublicFrame("Tìm thủ tục hành chính")
	f.NoSearch = true
	return home{
		Frame: f, Total: "312 thủ tục của xã",
		Examples: []page.Link{
			{Text: "đăng ký khai sinh", Href: "/?q=dang+ky+khai+sinh"},
			{Text: "giấy độc thân", Href: "/?q=giay+doc+than"},
		},
		Situations: pagetest.Links(
			"Có con nhỏ",
			"Kết hôn",
			"Chuyển chỗ ở",
			"Làm nhà, sửa nhà",
			"Mở quán, kinh doanh",
			"Đi học, đi làm",
			"Người có công",
			"Người cao tuổi",
			"Khuyết tật, trợ cấp",
			"Đất đai",
			"Chứng thực giấy tờ",
			"Có người mất",
		),
		Sought: pagetest.Links(
			"Đăng ký khai sinh",
			"Cấp bản sao trích lục hộ tịch",
			"Chứng thực chữ ký",
			"Cấp Giấy xác nhận tình trạng hôn nhân",
		),
		Indicators: homeIndicators{"Tháng 6/2024: 11 trong 13 chỉ tiêu đạt", "/chi-so"},
	}
}

func sampleResults() results {
	f := pagetest.PublicFrame("dang ky khai sinh")
	f.Query = "dang ky khai sinh"
	return results{
		Frame: f, Count: "12 thủ tục", For: "dang ky khai sinh",
		Set: []page.Link{{Text: "Lĩnh vực: Hộ tịch", Href: "/?q=dang+ky+khai+sinh"}},
		Hits: []resultHit{
			{
				Href:     "/thu-tuc/1.001193",
				NameHTML: "<mark>Đăng ký khai sinh</mark>",
				Code:     "1.001193",
				Facts:    []string{"Hộ tịch", "trong ngày", "miễn phí", "trực tiếp, trực tuyến, bưu chính"},
			},
			{
				Href:     "/thu-tuc/1.000593",
				NameHTML: "<mark>Đăng ký</mark> lại <mark>khai sinh</mark>",
				Code:     "1.000593",
				Facts:    []string{"Hộ tịch", "5 ngày làm việc", "8.000 đồng", "trực tiếp, trực tuyến"},
			},
			{
				Href:     "/thu-tuc/9.000001",
				NameHTML: "<mark>Đăng ký khai sinh</mark> có yếu tố nước ngoài",
				Passage:  "… nộp hồ sơ <mark>đăng ký khai sinh</mark> tại nơi cư trú của người cha hoặc người mẹ …",
				Code:     "9.000001",
				Facts:    []string{"Hộ tịch", "chưa có thông tin về phí"},
				Handler:  "UBND huyện",
			},
			{
				Href:     "/thu-tuc/TB-07",
				NameHTML: "Rà soát sổ <mark>đăng ký khai sinh</mark> hằng năm",
				Code:     "TB-07",
				Facts:    []string{"Nội vụ", "3 ngày làm việc"},
				Badges:   []page.Badge{{Text: "nội bộ B", Tone: ""}, {Text: "điển hình", Tone: "warn"}},
			},
		},
		Facets: []page.FacetList{
			{
				Title: "Lĩnh vực",
				Values: []page.FacetValue{
					{Text: "Hộ tịch", Count: "9", Href: "/?f=1", Set: true},
					{Text: "Chứng thực", Count: "2", Href: "/?f=2", Set: false},
					{Text: "Bảo trợ xã hội", Count: "1", Href: "/?f=3", Set: false},
				},
			},
			{
				Title: "Hình thức nộp",
				Values: []page.FacetValue{
					{Text: "Trực tiếp", Count: "12", Href: "/", Set: false},
					{Text: "Trực tuyến", Count: "7", Href: "/", Set: false},
					{Text: "Bưu chính công ích", Count: "4", Href: "/", Set: false},
				},
			},
			{
				Title: "Nơi giải quyết",
				Values: []page.FacetValue{
					{Text: "Xã giải quyết", Count: "10", Href: "/", Set: false},
					{Text: "Xã tiếp nhận", Count: "2", Href: "/", Set: false},
				},
			},
		},
		Paging: page.Paging{
			Text: "1–4 trong 12",
			Next: "/?q=x&offset=4",
			Pages: []page.PageLink{
				{Text: "1", Href: "/", Current: true},
				{Text: "2", Href: "/?offset=4", Current: false},
				{Text: "3", Href: "/?offset=8", Current: false},
			},
		},
	}
}

func longResults() results {
	r := sampleResults()
	r.Frame = pagetest.WorkFrame("danh mục", "Danh mục")
	r.Repealed = page.Link{
		Text: "2 thủ tục hết hiệu lực không hiện ở đây; xem các thủ tục đó",
		Href: "/?q=x&status=repealed",
	}
	r.For, r.Took = strings.Repeat("xác nhận giấy tờ ", 8), "312 kết quả trong 0,8 mili giây"
	long := resultHit{
		Href:     "/thu-tuc/x",
		NameHTML: page.Marked(strings.Repeat("Cấp lại giấy xác nhận cho hộ gia đình, cá nhân ", 5)),
		Code:     "1.001193.000.00.00.H50",
		Facts: []string{
			"Nông nghiệp và phát triển nông thôn",
			"30 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ",
			"theo quy định của HĐND tỉnh",
			"trực tiếp, trực tuyến, bưu chính công ích",
		},
		Handler: "Chi nhánh Văn phòng Đăng ký đất đai liên huyện",
		Badges: []page.Badge{
			{Text: "công khai", Tone: ""},
			{Text: "chưa phân loại", Tone: "warn"},
			{Text: "hết hiệu lực", Tone: "bad"},
		},
	}
	for range 6 {
		r.Hits = append(r.Hits, long)
	}
	r.Facets[0].Values = append(
		r.Facets[0].Values,
		page.FacetValue{Text: "Tổ chức hành chính, sự nghiệp nhà nước và hội", Count: "1.204", Href: "/", Set: false},
	)
	r.Paging = page.Paging{
		Text: "21–40 trong 2.642",
		Prev: "/?p",
		Next: "/?n",
		Pages: []page.PageLink{
			{Text: "1", Href: "/1", Current: false},
			{Text: "2", Href: "", Current: true},
			{Text: "3", Href: "/3", Current: false},
			{Text: "…", Href: "", Current: false},
			{Text: "133", Href: "/133", Current: false},
		},
	}
	return r
}

// catalogueSamples are the view models of the pages that work on the catalogue. The texts are made up.
func catalogueSamples() []pagetest.Sample {
	f := func() page.Frame { return pagetest.WorkFrame("Danh mục", "Danh mục") }
	row := catalogueRow{
		Code:    "NB-07",
		Name:    "Cấp giấy nghỉ cho người làm việc thử",
		Href:    "/thu-tuc/NB-07",
		Field:   "Lĩnh vực thử",
		Kind:    "TTHC nội bộ, nhóm B",
		Levels:  "cấp xã",
		Status:  page.Badge{Text: "dự thảo", Tone: "warn"},
		Ours:    page.Badge{Text: "chưa phân loại", Tone: "warn"},
		Checked: true,
	}
	compared := []page.ComparedPart{
		{
			ID:     "so-sanh-ten",
			Title:  "Tên",
			Before: page.DiffText{{Op: "del", Text: "một"}},
			After:  page.DiffText{{Op: "ins", Text: "hai"}},
			Inline: page.DiffText{{Op: "del", Text: "một"}, {Op: "ins", Text: "hai"}},
		},
	}
	why := field.Cell{ID: "reason", Label: "Lý do", Need: true}
	return []pagetest.Sample{
		{
			Page:  "catalogue/catalogue",
			State: "filled",
			Model: catalogueList{
				Frame:   f(),
				Count:   "1 thủ tục",
				Actions: []page.Link{{Text: "Nhập từ tệp", Href: "/danh-muc/nhap"}},
				Search: field.Cell{
					ID:    "q",
					Label: "Tên",
				},
				Keep:    []page.Fact{{Term: "kind", Text: "internal"}},
				Set:     []page.Link{{Text: "TTHC nội bộ", Href: "/danh-muc"}},
				Facets:  sampleResults().Facets,
				Rows:    []catalogueRow{row},
				Paging:  longResults().Paging,
				CanSort: true,
				Back:    "/danh-muc?kind=internal",
				Summary: field.Summary{{Href: "#reason", Text: "Lý do: chưa ghi."}},
				Ours: field.Cell{
					ID:      "ours",
					Label:   "Thuộc xã",
					Type:    "select",
					Options: []field.Option{{Value: "decide", Text: "Xã giải quyết", Selected: true}},
				},
				Reason: why,
			},
		},
		{
			Page:  "catalogue/catalogue",
			State: "empty",
			Model: catalogueList{
				Frame:   f(),
				Search:  field.Cell{ID: "q", Label: "Tên"},
				Nothing: page.EmptyState{Text: "Không có."},
			},
		},
		{
			Page:  "catalogue/catalogue_sort",
			State: "filled",
			Model: catalogueSort{
				Frame:   f(),
				State:   "x",
				Summary: field.Summary{{Text: "Chưa ghi."}},
				Choice:  page.FieldGroup{ID: "choice", Title: "Chọn"},
				Only:    tick{ID: "only", Name: "only", Value: "true", Text: "Chỉ", Checked: true},
				Ours: field.Cell{
					ID:    "ours",
					Label: "Thuộc xã",
				},
				Preview: &sortPreview{
					Text:   "2 thủ tục sẽ đổi",
					Lines:  []string{"1 mã không có: X"},
					Rows:   []sortRow{{"NB-07", "Thử", "/", "chưa phân loại", "xã giải quyết"}},
					More:   "và 1 nữa",
					Reason: why,
					Codes:  "NB-07 NB-08",
					Submit: "Phân loại 2",
				},
			},
		},
		{
			Page:  "catalogue/catalogue_sort",
			State: "empty",
			Model: catalogueSort{
				Frame:   f(),
				Only:    tick{ID: "only"},
				Ours:    field.Cell{ID: "ours"},
				Preview: &sortPreview{Text: "0 thủ tục"},
			},
		},
		{
			Page:  "catalogue/import",
			State: "filled",
			Model: importForm{
				Frame:   f(),
				Summary: field.Summary{{Href: "#files", Text: "Tệp: chưa chọn."}},
				Problem: "Chưa chọn.",
				Format:  field.Cell{ID: "format", Label: "Định dạng"},
				Force: tick{
					ID:      "force",
					Name:    "force",
					Value:   "true",
					Text:    "Đúng hơn",
					Checked: true,
				},
				Earlier: []importLine{{"/danh-muc/nhap/1", "Nhập a.jsonl", "15/7/2024", "office"}},
			},
		},
		{
			Page:  "catalogue/import",
			State: "empty",
			Model: importForm{Frame: f(), Format: field.Cell{ID: "format"}, Force: tick{ID: "force"}},
		},
		{
			Page:  "catalogue/import_task",
			State: "filled",
			Model: importTask{
				Frame:    f(),
				Headline: "Kiểm tra a.jsonl",
				State:    "15/7/2024 · office",
				Problem:  "Chưa kiểm tra xong.",
				Again:    page.Link{Text: "Chọn tệp khác", Href: "/danh-muc/nhap"},
				Confirm:  "Nhập 1 tệp",
				Next:     []page.Link{{Text: "Xem", Href: "/"}},
				Files: []importResult{
					{
						File:       "a.jsonl",
						Format:     "tệp danh mục",
						Verdict:    page.Verdict{Sign: "✗", Text: "không nhập được", Tone: "bad"},
						Figures:    []page.Fact{{Term: "Đọc", Text: "2"}},
						Errors:     []importNote{{"dòng 3", "NB-07", "Tên", "Chưa ghi."}},
						MoreErrors: "và 4 dòng nữa",
						Warnings: []warningGroup{
							{
								Count: "12",
								Field: "Thời hạn",
								Text:  "Không ghi đơn vị.",
								First: []importNote{{Text: "x"}},
								More:  "và 7 dòng nữa",
							},
						},
						WarningsText: "12 lưu ý",
					},
				},
			},
		},
		{
			Page:  "catalogue/import_task",
			State: "running",
			Model: importTask{
				Frame:    f(),
				Headline: "Nhập a.jsonl",
				Running:  "Đã xử lý 3/10 bản ghi",
				Bar:      page.Bar{Percent: "30", Label: "30%"},
			},
		},
		{
			Page:  "catalogue/held",
			State: "filled",
			Model: heldList{
				Frame: f(),
				Count: "1 bản ghi",
				Rows: []heldRow{
					{
						"/danh-muc/cho-xu-ly/1",
						"NB-07",
						"Thử khác",
						"Thử",
						"Tên khác hẳn.",
						"a.jsonl, dòng 3",
						"15/7/2024",
					},
				},
			},
		},
		{
			Page:  "catalogue/incomplete",
			State: "filled",
			Model: incompleteList{Frame: f(), Count: "1 thủ tục", Rows: []incompleteRow{
				{
					"NB-07",
					"Thử",
					"/thu-tuc/NB-07",
					[]page.Link{
						{Text: "Hồ sơ", Href: "/thu-tuc/NB-07/sua#phan-dossier"},
						{Text: "Kết quả", Href: "/thu-tuc/NB-07/sua#phan-result"},
					},
				},
			}},
		},
		{
			Page:  "catalogue/incomplete",
			State: "empty",
			Model: incompleteList{Frame: f(), Nothing: page.EmptyState{Text: "Không thiếu."}},
		},
		{
			Page:  "catalogue/held",
			State: "empty",
			Model: heldList{Frame: f(), Nothing: page.EmptyState{Text: "Không có."}},
		},
		{
			Page:  "catalogue/held_row",
			State: "filled",
			Model: heldShow{
				Frame:   f(),
				Code:    "NB-07",
				Name:    "Thử khác",
				Back:    page.Link{Text: "Chờ xử lý", Href: "/"},
				From:    "a.jsonl, dòng 3",
				Why:     "Tên khác hẳn.",
				Summary: field.Summary{{Text: "x"}},
				Stored:  page.Link{Text: "Thử", Href: "/"},
				Theirs:  "Đang có",
				Mine:    "Trong tệp",
				Words:   []string{"đổi tên"},
				Parts:   compared,
				Take:    []field.Cell{{ID: "code", Label: "Mã"}, {ID: "take.reason", Label: "Lý do nhận"}},
				Discard: field.Cell{ID: "discard.reason", Label: "Lý do bỏ"},
			},
		},
		{
			Page:  "catalogue/held_row",
			State: "empty",
			Model: heldShow{Frame: f(), Nothing: "Chưa có.", Discard: field.Cell{ID: "x", Label: "x"}},
		},
		{Page: "catalogue/procedure_edit", State: "filled", Model: sampleEdit(f())},
		{
			Page:  "catalogue/procedure_edit",
			State: "empty",
			Model: procedureEdit{
				Frame:    f(),
				Headline: "Thêm thủ tục",
				Reason:   why,
				Submit:   "Lưu",
				Conflict: &editConflict{Text: "Đã lưu bản 2."},
			},
		},
		{
			Page:  "catalogue/procedure_announce",
			State: "filled",
			Model: procedureAnnounce{
				Frame:   f(),
				Code:    "NB-07",
				Name:    "Thử",
				Back:    page.Link{Text: "Thử", Href: "/"},
				State:   "dự thảo",
				Version: "1",
				Summary: field.Summary{{Text: "x"}},
				Both:    page.BothVersions{Text: "Người khác vừa lưu bản mới hơn"},
				Announce: []field.Cell{
					{ID: "decision.number", Label: "Số"},
				},
				Repeal: []field.Cell{{ID: "validity.until", Label: "Ngày"}},
			},
		},
		{Page: "catalogue/procedure_announce", State: "empty", Model: procedureAnnounce{Frame: f()}},
	}
}

func sampleEdit(f page.Frame) procedureEdit {
	add := editButton{
		Text:  "Thêm giấy tờ",
		Name:  "them",
		Value: "dossier[0].papers",
		At:    "/thu-tuc/NB-07/sua#phan-dossier",
		Part:  "#phan-dossier",
	}
	remove := editButton{
		Text:  "Bỏ giấy tờ 1",
		Name:  "bo",
		Value: "dossier[0].papers[0]",
		At:    "/thu-tuc/NB-07/sua#phan-dossier",
		Part:  "#phan-dossier",
	}
	return procedureEdit{
		Frame:    f,
		Code:     "NB-07",
		Headline: "Sửa thủ tục",
		Back:     page.Link{Text: "Thử", Href: "/thu-tuc/NB-07"},
		State:    "Bản 1",
		Version:  "1",
		Submit:   "Lưu",
		Summary: field.Summary{
			{Href: "#name", Text: "Tên: chưa ghi."},
		},
		Reason: field.Cell{ID: "reason", Label: "Lý do", Type: "textarea", Need: true},
		Conflict: &editConflict{
			Text:   "Đã lưu bản 2.",
			Theirs: "Bản 2",
			Mine:   "Vừa nhập",
			Parts: []page.ComparedPart{
				{
					Title:  "Tên",
					Before: page.DiffText{{Op: "del", Text: "một"}},
					After:  page.DiffText{{Op: "ins", Text: "hai"}},
					Inline: page.DiffText{{Op: "ins", Text: "hai"}},
				},
			},
		},
		Parts: []editPart{
			{
				ID:       "chung",
				Title:    "Chung",
				TickName: "Cấp",
				Ticks: []tick{
					{ID: "levels.commune", Name: "levels", Value: "commune", Text: "cấp xã", Checked: true},
				},
				Fields: []field.Cell{
					{ID: "name", Label: "Tên", Problem: "Chưa ghi.", Type: "textarea"},
					{ID: "field", Label: "Lĩnh vực", Suggest: []string{"Một", "Hai"}},
				},
			},
			{
				ID:    "phan-dossier",
				Title: "Hồ sơ",
				Hint:  "Mỗi trường hợp một danh sách.",
				None: &tick{
					ID:      "none.dossier",
					Name:    "none.dossier",
					Value:   "true",
					Text:    "Không có",
					Problem: "Giữ một.",
				},
				Add: add,
				Rows: []editRow{
					{
						Title:  "Trường hợp 1",
						Fields: []field.Cell{{ID: "dossier[0].name", Label: "Điều kiện"}},
						Add:    add,
						Remove: remove,
						Inner: []editRow{
							{
								Title:  "Giấy tờ 1",
								Fields: []field.Cell{{ID: "dossier[0].papers[0].name", Label: "Tên"}},
								Remove: remove,
							},
						},
					},
				},
			},
		},
	}
}

func sampleProcedure(f page.Frame) procedureShow {
	return procedureShow{
		Frame: f, Code: "9.000123", Name: "Xác nhận tình trạng cư trú cho người học xa nhà",
		State: "Cấp xã · Hộ tịch · công khai ngày 12/3/2024", Versions: page.Link{Text: "4 phiên bản",
			Href: "/thu-tuc/9.000123/phien-ban"},
		Answers: []answer{
			{"Mang gì", "3 giấy tờ", "1 mẫu đơn kèm theo", "#ho-so", false},
			{"Nộp ở đâu", "Bộ phận một cửa xã", "hoặc gửi bưu chính", "#cach-thuc", false},
			{"Bao lâu", "3 ngày làm việc", "từ khi đủ hồ sơ", "#cach-thuc", false},
			{"Hết bao nhiêu", "chưa có thông tin", "", "", true},
			{"Trực tuyến?", "Được, toàn trình", "Cổng Dịch vụ công quốc gia", "#cach-thuc", false},
		},
		Parts: []page.ProcedurePart{
			{ID: "trinh-tu", Title: "Trình tự thực hiện", Feedback: "/gop-y?phan=steps", Steps: []page.StepLine{
				{
					Name: "",
					Text: []string{"Người có yêu cầu ghi tờ khai và nộp tại Bộ phận một cửa, hoặc gửi qua mạng."},
				},
				{
					Name: "Kiểm tra hồ sơ",
					Text: []string{
						"Công chức kiểm tra giấy tờ ngay khi nhận.",
						"Nếu thiếu, công chức ghi rõ phần còn thiếu bằng phiếu.",
					},
				},
				{Name: "", Text: []string{"Chủ tịch UBND xã ký; kết quả trả tại nơi nộp."}}}},
			{
				ID:       "cach-thuc",
				Title:    "Cách thức thực hiện",
				Feedback: "/gop-y?phan=channels",
				Methods: []page.MethodLine{
					{Channel: "Trực tiếp", Limit: "3 ngày làm việc", Fee: "chưa có thông tin", Text: ""},
					{
						Channel: "Trực tuyến",
						Limit:   "2 ngày làm việc",
						Fee:     "miễn phí",
						Text:    "Người đã có tài khoản định danh mức 2.",
					},
					{
						Channel: "Bưu chính công ích",
						Limit:   "3 ngày làm việc",
						Fee:     "theo quy định của HĐND tỉnh",
						Text:    "",
					}},
			},
			{
				ID:       "ho-so",
				Title:    "Thành phần hồ sơ",
				Text:     []string{"Số lượng: 01 bộ."},
				Feedback: "/gop-y?phan=dossier",
				Dossier: []page.DossierTable{{Name: "", Papers: []page.PaperLine{
					{
						Name:      "Tờ khai xác nhận cư trú",
						Originals: "1",
						Copies:    "0",
						Forms:     []page.Link{{Text: "Mẫu 05", Href: "/mau/05"}},
						Held:      "",
					},
					{
						Name:      "Giấy tờ tùy thân của người yêu cầu",
						Originals: "chưa rõ",
						Copies:    "1",
						Forms:     nil,
						Held:      "đã có trong Cơ sở dữ liệu quốc gia về dân cư",
					},
					{Name: "Giấy báo nhập học", Originals: "0", Copies: "1", Forms: nil, Held: ""}}}},
			},
			{
				ID:    "doi-tuong",
				Title: "Đối tượng và cơ quan",
				Facts: []page.Fact{
					{Term: "Đối tượng thực hiện", Text: "Công dân Việt Nam"},
					{Term: "Cơ quan thực hiện", Text: "UBND xã"},
					{Term: "Cơ quan có thẩm quyền", Text: "Chủ tịch UBND xã"},
				},
			},
			{ID: "dieu-kien", Title: "Yêu cầu, điều kiện", Unknown: true, Feedback: "/gop-y?phan=conditions"},
			{ID: "ket-qua", Title: "Kết quả thực hiện", Text: []string{"Giấy xác nhận, có giá trị 6 tháng."}},
			{
				ID:    "can-cu",
				Title: "Căn cứ pháp lý",
				Law: []page.LawLine{
					{Number: "60/2014/QH13", Name: "Luật Hộ tịch"},
					{Number: "123/2015/NĐ-CP", Name: ""},
					{Number: "", Name: "Nghị quyết của HĐND tỉnh về lệ phí"},
				},
			},
		},
		Source: "Nguồn: Cổng Dịch vụ công quốc gia, tệp ngày 12/3/2024.",
	}
}

func officialProcedure() procedureShow {
	p := sampleProcedure(pagetest.WorkFrame("Xác nhận tình trạng cư trú", "Danh mục"))
	p.Badges = []page.Badge{
		{Text: "nội bộ", Tone: ""},
		{Text: "nhóm B", Tone: ""},
		{Text: "còn hiệu lực", Tone: "met"},
		{Text: "xã giải quyết", Tone: "accent"},
	}
	p.Actions = []page.Link{
		{Text: "Rà soát thủ tục này", Href: "/ra-soat/9.000123"},
		{Text: "Sửa", Href: "/thu-tuc/9.000123/sua"},
	}
	p.Notice = "Bản mới nhất sửa ngày 10/7/2024, chưa công bố."
	return p
}

func emptyProcedure() procedureShow {
	p := procedureShow{
		Frame: pagetest.PublicFrame("Thủ tục"),
		Code:  "NB-01",
		Name:  "Nghỉ phép",
		State: "chưa có thông tin về cấp thực hiện",
	}
	for _, q := range []string{"Mang gì", "Nộp ở đâu", "Bao lâu", "Hết bao nhiêu", "Trực tuyến?"} {
		p.Answers = append(p.Answers, answer{Question: q, Text: "chưa có thông tin", Unknown: true})
	}
	for id, title := range []string{"Trình tự thực hiện", "Thành phần hồ sơ", "Căn cứ pháp lý"} {
		p.Parts = append(p.Parts, page.ProcedurePart{ID: "p" + string(rune('1'+id)), Title: title, Unknown: true})
	}
	return p
}

func longProcedure() procedureShow {
	p := officialProcedure()
	p.Name = strings.Repeat(
		"Cấp giấy xác nhận về việc sử dụng lâu dài của hộ gia đình, cá nhân đối với ",
		3,
	) + "công trình"
	p.Answers[1].Text = "Trung tâm Phục vụ hành chính công và Bộ phận một cửa của UBND các xã trong tỉnh"
	long := strings.Repeat("Người nộp mang bản chính để đối chiếu, công chức ghi vào sổ và hẹn ngày trả. ", 8)
	p.Parts[0].Steps = append(p.Parts[0].Steps, page.StepLine{Name: "", Text: []string{long, long}})
	p.Parts[2].Dossier = append(
		p.Parts[2].Dossier,
		page.DossierTable{
			Name: "Trường hợp " + "người nộp ở xa, gửi qua bưu chính và có người khác ký thay",
			Papers: []page.PaperLine{
				{
					Name:      long,
					Originals: "chưa rõ",
					Copies:    "chưa rõ",
					Forms:     pagetest.Links("Mẫu số 01/ĐK", "Mẫu số 02/ĐK", "Mẫu số 03a-ĐK"),
					Held:      "",
				},
			},
		},
	)
	return p
}

func sampleVersions() procedureVersions {
	return procedureVersions{
		Frame: pagetest.WorkFrame(
			"Các phiên bản",
			"Danh mục",
		), Code: "9.000123", Name: "Xác nhận tình trạng cư trú cho người học xa nhà",
		Back: "/thu-tuc/9.000123", CompareTo: "/thu-tuc/9.000123/so-sanh",
		Versions: []versionLine{
			{
				Number:  "4",
				When:    "10/7/2024",
				Who:     "Lê Thị Hạnh",
				Reason:  "Theo góp ý của Bộ phận một cửa",
				Source:  "sửa trên trang",
				Changes: "bỏ 02 giấy tờ, rút ngắn 05 → 03 ngày làm việc",
				Href:    "/4",
				Current: true,
				To:      true,
			},
			{
				Number:  "3",
				When:    "12/3/2024",
				Who:     "Trần Văn Bảo",
				Source:  "Cổng DVCQG, thutuc-0312.json",
				Changes: "thêm 01 căn cứ pháp lý",
				Href:    "/3",
				From:    true,
			},
			{Number: "2", When: "02/01/2024", Source: "Cổng DVCQG, thutuc-0102.json", Changes: "sửa tên", Href: "/2"},
			{Number: "1", When: "02/01/2024", Source: "danh mục ban đầu", Changes: "bản đầu tiên", Href: "/1"},
		},
	}
}

func sampleCompare() procedureCompare {
	same := func(t string) page.DiffSegment { return page.DiffSegment{Op: "same", Text: t} }
	ins := func(t string) page.DiffSegment { return page.DiffSegment{Op: "ins", Text: t} }
	del := func(t string) page.DiffSegment { return page.DiffSegment{Op: "del", Text: t} }
	return procedureCompare{
		Frame: pagetest.WorkFrame(
			"So sánh",
			"Danh mục",
		), Code: "9.000123", Name: "Xác nhận tình trạng cư trú cho người học xa nhà", Back: "/thu-tuc/9.000123",
		From: "Bản 3, ngày 12/3/2024", To: "Bản 4, ngày 10/7/2024",
		InWords: []string{"bỏ 02 giấy tờ", "rút ngắn 05 → 03 ngày làm việc"},
		Parts: []page.ComparedPart{
			{ID: "ho-so", Title: "Thành phần hồ sơ", Words: "bỏ 02 giấy tờ",
				Before: page.DiffText{
					same("Tờ khai\n"),
					del("Sổ hộ khẩu (bản sao)\nGiấy khai sinh (bản sao)\n"),
					same("Giấy báo nhập học"),
				},
				After: page.DiffText{same("Tờ khai\nGiấy báo nhập học")},
				Inline: page.DiffText{
					same("Tờ khai\n"),
					del("Sổ hộ khẩu (bản sao)\nGiấy khai sinh (bản sao)\n"),
					same("Giấy báo nhập học"),
				}},
			{ID: "thoi-han", Title: "Thời hạn giải quyết", Words: "05 → 03 ngày làm việc",
				Before: page.DiffText{del("05"), same(" ngày làm việc kể từ ngày nhận đủ hồ sơ")},
				After:  page.DiffText{ins("03"), same(" ngày làm việc kể từ ngày nhận đủ hồ sơ")},
				Inline: page.DiffText{del("05"), ins("03"), same(" ngày làm việc kể từ ngày nhận đủ hồ sơ")}},
		},
		Same: []string{
			"Tên thủ tục",
			"Trình tự thực hiện",
			"Cách thức thực hiện",
			"Phí, lệ phí",
			"Kết quả thực hiện",
			"Căn cứ pháp lý",
		},
	}
}

func vocabularySamples() []pagetest.Sample {
	tabs := []page.PageLink{
		{Text: "Từ viết tắt, lời nói", Href: "/tu-vung", Current: true},
		{Text: "Tên thường gọi", Href: "/tu-vung/ten-thuong-goi", Current: false},
		{Text: "Câu tìm không có kết quả", Href: "/tu-vung/khong-tim-thay", Current: false},
	}
	words := wordList{
		Frame: pagetest.WorkFrame("Từ vựng", ""),
		Tabs:  tabs,
		State: "366 từ đang dùng: xã thêm 2, xã sửa 1; ngừng dùng 1",
		Add:   page.Link{Text: "Thêm từ", Href: "/tu-vung/them"},
		Search: field.Cell{
			ID:    "loc",
			Label: "Tìm trong từ vựng",
		},
		Keep: []page.Fact{{Term: "nguon", Text: "own"}},
		Filters: []page.PageLink{
			{Text: "Tất cả", Href: "/tu-vung", Current: true},
			{Text: "Xã thêm", Href: "/tu-vung?nguon=own", Current: false},
		},
		Rows: []wordRow{
			{
				"/tu-vung/3",
				"",
				"giấy chào đời, giấy đầy tháng",
				"giấy khai sinh",
				"",
				[]page.Badge{{Text: "xã thêm", Tone: "accent"}},
			},
			{
				"/tu-vung/kh-ket-hon",
				"KH",
				"giá thú, cưới",
				"kết hôn",
				"chỉ khi từ khác trong câu phù hợp",
				[]page.Badge{{Text: "có sẵn", Tone: ""}, {Text: "ngừng dùng", Tone: "warn"}},
			}},
		Paging: sampleResults().Paging,
	}
	answer := wordAnswer{
		"2 thủ tục",
		[]wordHit{{"Đăng ký khai sinh", "/thu-tuc/1.001193", true}, {"Đăng ký khai tử", "/thu-tuc/1.000656", false}},
	}
	edit := wordEdit{
		Frame:    pagetest.WorkFrame("Từ vựng", ""),
		Headline: "GKS",
		State:    "xã sửa",
		Action:   "/tu-vung/3",
		Version:  "2",
		From:     "giấy chào đời",
		Shipped:  "GKS → giấy khai sinh",
		Fields: []field.Cell{
			{ID: "short", Label: "Từ viết tắt", Value: "GKS", Width: "short"},
			{ID: "said", Label: "Người dân nói thế nào?", Type: "textarea"},
			{ID: "full", Label: "Từ dùng trong tên thủ tục", Value: "giấy khai sinh", Need: true},
		},
		Ticks: []tick{
			{ID: "rare", Name: "rare", Value: "1", Text: "Từ nhiều nghĩa", Checked: true},
		},
		Past: []string{"15/7/2024 09:12, Lê Thị Hạnh: GKS → giấy khai sinh"},
		Preview: &wordPreview{Mark: "ab", Text: "2 câu tìm khác đổi ba kết quả đầu.", More: "Còn 4 câu nữa.",
			Itself: []wordAsk{
				{"GKS", "", wordAnswer{Note: "không tìm thấy"}, answer},
				{"giấy sinh", "kết quả không đổi", answer, answer},
			},
			Effects: []wordEffect{
				{
					"giấy tờ cho bé",
					"đã hỏi 9 lần",
					page.Badge{Text: "đổi kết quả đầu", Tone: "bad"},
					wordAnswer{Note: "không tìm thấy"},
					answer,
				},
			}},
	}
	refused := edit
	refused.Preview, refused.Shipped = nil, ""
	refused.Summary = field.Summary{{Href: "#full", Text: "Từ dùng trong tên thủ tục: chưa ghi."}}
	refused.Fields[2].Problem = "Chưa ghi."
	refused.Both = page.BothVersions{
		Text: "Người khác vừa lưu bản mới hơn",
		Rows: []page.BothRow{{Label: "Từ viết tắt", Typed: "GCS"}},
	}
	queries := queryList{
		Frame: pagetest.WorkFrame("Câu tìm", ""),
		Tabs:  tabs,
		State: "Tháng 7/2024: 2 câu chưa có kết quả",
		Month: "2024-07",
		Months: []page.PageLink{
			{Text: "Tháng 7/2024", Href: "/", Current: true},
			{Text: "Tháng 6/2024", Href: "/", Current: false},
		},
		Rows: []queryRow{
			{
				Query:   "giay chao doi",
				Text:    "giấy chào đời",
				Times:   "9 lần",
				Version: "0",
				Word:    "/tu-vung/them?tu=a",
				Known:   "/tu-vung/ten-thuong-goi?ten=a",
				Search:  "/?q=a",
				Badges:  []page.Badge{{Text: "chỉ có kết quả gần đúng", Tone: "warn"}, {Text: "cán bộ tìm", Tone: ""}},
			},
			{
				Query:   "x",
				Text:    strings.Repeat("mua vé xe về quê ", 6),
				Times:   "1 lần",
				Version: "0",
				Word:    "/",
				Known:   "/",
				Search:  "/",
			},
		},
		Answered:   []queryRow{{Text: "oe oe", Times: "3 lần", Search: "/?q=oe"}},
		AnsweredOf: "Nay đã có kết quả: 1 câu",
		Aside: []queryRow{
			{Query: "ve xe", Text: "vé xe", Times: "2 lần", Version: "1", Why: "không phải việc của xã – Lê Thị Hạnh"},
		},
		AsideOf: "Để riêng: 1 câu",
		Reasons: []field.Option{
			{Value: "not_ours", Text: "không phải việc của xã"},
			{Value: "no_procedure", Text: "không phải thủ tục"},
		},
	}
	known := knownList{
		Frame: pagetest.WorkFrame("Tên thường gọi", ""),
		Tabs:  tabs,
		State: "912 tên thường gọi của 250 thủ tục",
		Open:  true,
		From:  "giấy chào đời",
		Summary: field.Summary{
			{Href: "#code", Text: "Mã thủ tục: không có."},
		},
		Fields: []field.Cell{
			{ID: "name", Label: "Tên thường gọi", Value: "giấy chào đời"},
			{ID: "code", Label: "Mã thủ tục", Problem: "Không có.", Suggest: []string{"1.001193 Đăng ký khai sinh"}},
		},
		Near: []page.Link{
			{Text: "1.001193 Đăng ký khai sinh", Href: "/thu-tuc/1.001193"},
		},
		Search: field.Cell{ID: "loc", Label: "Tìm"},
		Rows: []knownRow{
			{
				"1.001193",
				"Đăng ký khai sinh",
				"/thu-tuc/1.001193",
				"làm giấy khai sinh, giấy bé",
				page.Link{Text: "Sửa", Href: "/thu-tuc/1.001193/sua#also_known"},
			},
		},
		Paging: sampleResults().Paging,
	}
	none := page.EmptyState{Text: "Không có.", Next: page.Link{Text: "Thêm từ", Href: "/tu-vung/them"}}
	return []pagetest.Sample{
		{Page: "catalogue/vocabulary", State: "filled", Model: words},
		{
			Page:  "catalogue/vocabulary",
			State: "empty",
			Model: wordList{Frame: pagetest.WorkFrame("Từ vựng", ""), Tabs: tabs, Nothing: none},
		},
		{Page: "catalogue/vocabulary_word", State: "filled", Model: edit},
		{Page: "catalogue/vocabulary_word", State: "long", Model: refused},
		{Page: "catalogue/vocabulary_word", State: "empty", Model: wordEdit{Frame: pagetest.WorkFrame("Từ vựng", "")}},
		{Page: "catalogue/vocabulary_query", State: "filled", Model: queries},
		{
			Page:  "catalogue/vocabulary_query",
			State: "empty",
			Model: queryList{Frame: pagetest.WorkFrame("Câu tìm", ""), Problem: "Người khác vừa xử lý.", Nothing: none},
		},
		{Page: "catalogue/vocabulary_known", State: "filled", Model: known},
		{
			Page:  "catalogue/vocabulary_known",
			State: "empty",
			Model: knownList{Frame: pagetest.WorkFrame("Tên thường gọi", ""), Nothing: none},
		},
	}
}
