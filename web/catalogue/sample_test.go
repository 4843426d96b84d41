package catalogue

import (
	"strings"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/tools/pagetest"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

func partSamples() []pagetest.Part {
	return []pagetest.Part{
		{Name: "part/step_flow", Model: flowOf([]catalog.Step{
			{Name: "Bước 1", Text: "Văn thư nhận hồ sơ trong 01 ngày."}, {Name: "Bước 2", Text: "Trình ký."},
		})},
		{Name: "part/step_flow", Model: flowOf([]catalog.Step{{Text: "Ký."}, {Text: "Trả kết quả."}})},
		{Name: "part/step_flow", Model: stepFlow{}},
		{
			Name:  "part/vocabulary_tabs",
			Model: "known",
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
		{Page: "catalogue/home", State: "empty", Model: home{Frame: page.Frame{NoSearch: true}}},
		{Page: "catalogue/life_event", State: "empty", Model: lifeEvent{Frame: pagetest.PublicFrame("Có con nhỏ")}},
		{Page: "catalogue/life_event", State: "filled", Model: lifeEvent{
			Frame: pagetest.PublicFrame("Có con nhỏ"),
			Steps: []lifeStep{{
				Why: "Khai sinh trước: mọi giấy tờ sau đều dựa vào giấy này.",
				Procedures: []lifeProcedure{
					{
						Name: "Đăng ký khai sinh", Code: "1.001193", Held: true,
						Facts: []string{"Hộ tịch", "trong ngày"}, Handler: "UBND huyện",
					},
					{Name: "Cấp thẻ căn cước", Code: "1.014062"},
				},
			}},
			More: page.Link{Text: "Tìm mọi thủ tục về việc này", Href: "/?q=khai+sinh"},
		}},
		{Page: "catalogue/results", State: "filled", Model: sampleResults()},
		{
			Page:  "catalogue/results",
			State: "empty",
			Model: results{
				Frame:      pagetest.PublicFrame("Tìm thủ tục"),
				Count:      "Không có thủ tục nào",
				For:        "xin cấp thẻ bay",
				DidYouMean: []page.Link{{Text: "cấp thẻ", Href: "/?q=cap+the"}},
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
		{Page: "catalogue/form_file", State: "empty", Model: formFiles{Frame: pagetest.WorkFrame("Tệp", "Danh mục")}},
		{Page: "catalogue/form_file", State: "filled", Model: formFiles{
			Frame: pagetest.WorkFrame("Tệp mẫu đơn, tờ khai", "Danh mục"),
			Rows: []page.FormLine{
				{Name: "Tờ khai xác nhận cư trú", Href: "/thu-tuc/9.000123/bieu-mau/aa", About: "docx, 24 KB"},
				{Name: "Giấy tờ tùy thân của người yêu cầu"},
			},
			Form: field.Cell{ID: "form", Label: "Mẫu", Type: "select"},
			File: field.Cell{ID: "file", Label: "Tệp", Type: "file"},
		}},
		{Page: "catalogue/versions", State: "filled", Model: sampleVersions()},
		{Page: "catalogue/versions", State: "empty", Model: procedureVersions{}},
		{
			Page:  "catalogue/versions",
			State: "one",
			Model: procedureVersions{Versions: []versionLine{{Version: app.Version{Number: 1}}}},
		},
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
		Frame: f, Total: 312,
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
		Desk:       page.Desk{Place: "Bộ phận một cửa xã, thôn Đông", Hours: "7 giờ – 11 giờ"},
		Indicators: "Tháng 6/2024: 11 trong 13 chỉ tiêu đạt",
	}
}

func sampleResults() results {
	f := pagetest.PublicFrame("dang ky khai sinh")
	f.Query = "dang ky khai sinh"
	return results{
		Frame: f, Count: "12 thủ tục", For: "dang ky khai sinh",
		Situation: page.Link{Text: "Có con nhỏ", Href: "/doi-song/co-con-nho"},
		Set:       []page.Link{{Text: "Lĩnh vực: Hộ tịch", Href: "/?q=dang+ky+khai+sinh"}},
		Hits: []resultHit{
			{
				Procedure: catalog.Procedure{Code: "1.001193", Status: catalog.InForce},
				NameHTML:  "<mark>Đăng ký khai sinh</mark>",
				Facts:     []string{"Hộ tịch", "trong ngày", "miễn phí", "trực tiếp, trực tuyến, bưu chính"},
			},
			{
				Procedure: catalog.Procedure{Code: "1.000593", Status: catalog.InForce},
				NameHTML:  "<mark>Đăng ký</mark> lại <mark>khai sinh</mark>",
				Facts:     []string{"Hộ tịch", "5 ngày làm việc", "8.000 đồng", "trực tiếp, trực tuyến"},
			},
			{
				Procedure: catalog.Procedure{
					Code:     "9.000001",
					Status:   catalog.InForce,
					Ours:     catalog.NotOurs,
					Agencies: []catalog.Named{{Name: "UBND huyện"}},
				},
				NameHTML: "<mark>Đăng ký khai sinh</mark> có yếu tố nước ngoài",
				Passage:  "… nộp hồ sơ <mark>đăng ký khai sinh</mark> tại nơi cư trú của người cha hoặc người mẹ …",
				Facts:    []string{"Hộ tịch", "chưa có thông tin về phí"},
				Why:      []string{"tên khớp 96%"},
			},
			{
				Procedure: catalog.Procedure{Code: "TB-07", Kind: catalog.Internal, Status: catalog.Typical},
				NameHTML:  "Rà soát sổ <mark>đăng ký khai sinh</mark> hằng năm",
				Facts:     []string{"Nội vụ", "3 ngày làm việc"},
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
	r.Repealed, r.RepealedHref = 2, "/?q=x&status=repealed"
	r.For, r.Explain = strings.Repeat("xác nhận giấy tờ ", 8), "/?q=x&explain=1"
	long := resultHit{
		Procedure: catalog.Procedure{
			Code:     "1.001193.000.00.00.H50",
			Status:   catalog.Repealed,
			Ours:     catalog.NotOurs,
			Agencies: []catalog.Named{{Name: "Chi nhánh Văn phòng Đăng ký đất đai liên huyện"}},
		},
		NameHTML: page.Marked(strings.Repeat("Cấp lại giấy xác nhận cho hộ gia đình, cá nhân ", 5)),
		Facts: []string{
			"Nông nghiệp và phát triển nông thôn",
			"30 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ",
			"theo quy định của HĐND tỉnh",
			"trực tiếp, trực tuyến, bưu chính công ích",
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
	row := catalog.Procedure{
		Code:   "NB-07",
		Name:   "Cấp giấy nghỉ cho người làm việc thử",
		Field:  "Lĩnh vực thử",
		Kind:   catalog.Internal,
		Group:  catalog.GroupB,
		Levels: []catalog.Level{catalog.Commune},
		Status: catalog.Draft,
	}
	came := app.HeldItem{
		ID:    1,
		File:  "a.jsonl",
		Row:   3,
		Code:  "NB-07",
		Came:  catalog.Procedure{Name: "Thử khác"},
		Taken: catalog.Procedure{Name: "Thử khác"},
	}
	held := heldItem{came, "Tên khác hẳn."}
	held.Stored = app.Version{Number: 1, Procedure: row}
	task := app.ImportTask{ID: 1, Files: []app.TaskFile{{Name: "a.jsonl"}}, Actor: "office", Check: true}
	counted, running := task, task
	counted.Results = []app.ImportCount{{
		File:   "a.jsonl",
		Read:   2,
		Failed: 5,
		Errors: []app.ImportLine{{Row: 3, Code: "NB-07", Field: "name", Message: "chưa ghi."}},
		Warned: 12,
		Warnings: []app.WarningGroup{
			{Field: "time_limit", Count: 12, First: []app.ImportLine{{Message: "không ghi đơn vị."}}},
		},
	}, {File: "b.jsonl", Stored: true}}
	running.Running = true
	place := func(field string) string { return field }
	compared := pagetest.SampleCompared()
	why := field.Cell{ID: "reason", Label: "Lý do", Need: true}
	return []pagetest.Sample{
		{
			Page:  "catalogue/catalogue",
			State: "filled",
			Model: catalogueList{
				Frame:   f(),
				Total:   1,
				CanEdit: true, CanImport: true, Incomplete: 3,
				Set:    []page.Link{{Text: "TTHC nội bộ", Href: "/danh-muc"}},
				Facets: sampleResults().Facets,
				List:   page.Listing{Paging: longResults().Paging, Ticks: "Chọn"},
				Rows: []app.FoundProcedure{{
					Code:   row.Code,
					Name:   row.Name,
					Field:  row.Field,
					Kind:   row.Kind,
					Group:  row.Group,
					Levels: []string{string(catalog.Commune)},
					Status: row.Status,
				}},
				Ticked:  []string{"NB-07"},
				CanSort: true,
				Back:    "/danh-muc?kind=internal",
				Summary: field.Summary{{Href: "#reason", Text: "Lý do: chưa ghi."}},
				Ours: field.Cell{
					ID:      "ours",
					Label:   "Thẩm quyền của xã",
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
				Frame: f(),
			},
		},
		{
			Page:  "catalogue/catalogue_sort",
			State: "filled",
			Model: catalogueSort{
				Frame:   f(),
				Summary: field.Summary{{Text: "Chưa ghi."}},
				Choice:  page.FieldGroup{ID: "choice", Title: "Chọn"},
				Only:    true,
				Ours: field.Cell{
					ID:    "ours",
					Label: "Thẩm quyền của xã",
				},
				Preview: &sortPreview{
					SortPreview: app.SortPreview{
						Changing: make([]app.Head, 2),
						Same:     1,
						Kept:     2,
						Unknown:  []string{"X"},
					},
					To:      catalog.Decides,
					Rows:    []app.Head{{Code: "NB-07", Name: "Thử"}},
					More:    1,
					Missing: "X",
					Reason:  why,
					Codes:   "NB-07 NB-08",
				},
			},
		},
		{
			Page:  "catalogue/catalogue_sort",
			State: "empty",
			Model: catalogueSort{
				Frame:   f(),
				Ours:    field.Cell{ID: "ours"},
				Preview: &sortPreview{},
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
				Force:   true,
				CanEdit: true,
				Earlier: []app.ImportTask{task, {ID: 2}},
			},
		},
		{
			Page:  "catalogue/import",
			State: "empty",
			Model: importForm{Frame: f(), Format: field.Cell{ID: "format"}},
		},
		{
			Page:  "catalogue/own",
			State: "empty",
			Model: ownTable{Frame: f(), Open: true, Table: field.Cell{ID: "table", Type: "textarea"}},
		},
		{
			Page:  "catalogue/own",
			State: "filled",
			Model: ownTable{
				Frame:    f(),
				Summary:  field.Summary{{Href: "#dong-3", Text: "Dòng 3: sai."}},
				All:      []field.Cell{{ID: "kind"}},
				Decision: []field.Cell{{ID: "decision.number"}},
				Preview:  sampleOwn(1),
			},
		},
		{
			Page:  "catalogue/own",
			State: "ready",
			Model: ownTable{Frame: f(), Preview: sampleOwn(0)},
		},
		{
			Page:  "catalogue/import_task",
			State: "filled",
			Model: importTask{
				Frame:   f(),
				Task:    counted,
				Problem: "Chưa kiểm tra xong.",
				Usable:  1,
				Held:    true,
				place:   place,
			},
		},
		{
			Page:  "catalogue/import_task",
			State: "running",
			Model: importTask{
				Frame: f(),
				Task:  running,
				Bar:   page.Bar{Percent: "30", Label: "30%"},
			},
		},
		{
			Page:  "catalogue/held",
			State: "filled",
			Model: heldList{Frame: f(), All: 1, Rows: []heldItem{held}},
		},
		{
			Page:  "catalogue/incomplete",
			State: "filled",
			Model: incompleteList{Frame: f(), All: 1, Rows: []app.IncompleteProcedure{
				{Code: "NB-07", Name: "Thử", Missing: []catalog.Part{catalog.PartDossier, catalog.PartResult}},
			}},
		},
		{
			Page:  "catalogue/incomplete",
			State: "empty",
			Model: incompleteList{Frame: f()},
		},
		{
			Page:  "catalogue/held",
			State: "empty",
			Model: heldList{Frame: f()},
		},
		{
			Page:  "catalogue/held_row",
			State: "filled",
			Model: heldShow{
				Frame:   f(),
				Item:    held,
				Summary: field.Summary{{Text: "x"}},
				Words:   []string{"đổi tên"},
				Parts:   compared,
				Take:    []field.Cell{{ID: "code", Label: "Mã"}, {ID: "take.reason", Label: "Lý do nhận"}},
				Discard: field.Cell{ID: "discard.reason", Label: "Lý do bỏ"},
			},
		},
		{
			Page:  "catalogue/held_row",
			State: "empty",
			Model: heldShow{Frame: f(), Discard: field.Cell{ID: "x", Label: "x"}},
		},
		{Page: "catalogue/procedure_edit", State: "filled", Model: sampleEdit(f())},
		{
			Page:  "catalogue/procedure_edit",
			State: "empty",
			Model: procedureEdit{
				Frame:    f(),
				From:     "TB-06",
				Parts:    []editPart{{ID: "khac", Title: "Khác", Folded: true}},
				Reason:   why,
				Conflict: &editConflict{Text: "Đã lưu bản 2."},
			},
		},
		{
			Page:  "catalogue/procedure_announce",
			State: "filled",
			Model: procedureAnnounce{
				Frame:   f(),
				Stands:  app.Version{Number: 1, Procedure: row},
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
		Frame:   f,
		Base:    app.Version{Number: 1, Procedure: catalog.Procedure{Code: "NB-07", Name: "Thử"}},
		Version: 1,
		Summary: field.Summary{
			{Href: "#name", Text: "Tên: chưa ghi."},
		},
		Reason: field.Cell{ID: "reason", Label: "Lý do", Type: "textarea", Need: true},
		Conflict: &editConflict{
			Text:   "Đã lưu bản 2.",
			Theirs: "Bản 2",
			Parts:  pagetest.SampleCompared(),
		},
		Parts: []editPart{
			{
				ID:    "phan-steps",
				Title: "Trình tự",
				Paste: &editPaste{Field: field.Cell{ID: "paste.steps", Label: "Dán", Value: "a"}, Button: add},
				Rows:  []editRow{{Title: "Bước 1", Remove: add, Paste: &editPaste{Button: add}}},
			},
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
		Frame: f,
		Version: app.Version{Number: 4, Procedure: catalog.Procedure{
			Code:   "9.000123",
			Name:   "Xác nhận tình trạng cư trú cho người học xa nhà",
			Kind:   catalog.Internal,
			Group:  catalog.GroupB,
			Ours:   catalog.Decides,
			Status: catalog.InForce,
		}, Source: catalog.Source{Format: "portal-json"}},
		State: "Cấp xã · Hộ tịch · công khai ngày 12/3/2024",
		Answers: []answer{
			{"answer.bring", "3 giấy tờ", "1 mẫu đơn kèm theo", catalog.PartDossier, nil},
			{"answer.where", "Bộ phận một cửa xã", "hoặc gửi bưu chính", catalog.PartAgency, &page.Desk{
				Place: "Bộ phận một cửa xã, thôn Đông", Hours: "7 giờ – 11 giờ",
				Phones: []app.Phone{{Shown: "0233 000", Dialled: "0233000"}},
			}},
			{"answer.time", "3 ngày làm việc", "từ khi đủ hồ sơ", catalog.PartChannels, nil},
			{"answer.cost", "", "", catalog.PartChannels, nil},
			{"answer.online", "Được, toàn trình", "Cổng Dịch vụ công quốc gia", catalog.PartChannels, nil},
		},
		Parts: []page.ProcedurePart{
			pagetest.SamplePart(),
			{
				ID:       "cach-thuc",
				Title:    "Cách thức thực hiện",
				Feedback: "/gop-y?phan=channels",
				Methods: []catalog.Method{
					{Channel: catalog.InPerson, Limit: catalog.TimeLimit{Text: "Trong ngày."}},
					{
						Channel: catalog.Online,
						Limit:   catalog.TimeLimit{Number: value.Known(value.Decimal(2_0000)), Unit: catalog.WorkingDays},
						Fees:    []catalog.Fee{{State: catalog.FeeFree}},
						Text:    "Người đã có tài khoản định danh mức 2.",
					},
					{Channel: catalog.Postal, Fees: []catalog.Fee{{State: catalog.FeeSetBy}}},
				},
			},
			{
				ID:       "ho-so",
				Title:    "Thành phần hồ sơ",
				Text:     []string{"Số lượng: 01 bộ."},
				Feedback: "/gop-y?phan=dossier",
				Lead:     "1 giấy tờ; thêm 1 tùy trường hợp",
				Dossier: []page.PaperGroup{{Papers: []page.PaperLine{
					{
						Paper: catalog.Paper{
							Name: "Tờ khai xác nhận cư trú", Originals: value.Known(1), Copies: value.Known(0),
						},
						FormLines: []page.FormLine{
							{Name: "Mẫu 05", Href: "/thu-tuc/9.000123/bieu-mau/aa", About: "docx, 24 KB"},
							{Name: "Mẫu 06"},
						},
					},
					{
						Paper: catalog.Paper{
							Name:   "Giấy tờ tùy thân của người yêu cầu",
							Copies: value.Known(1),
							Held:   "đã có trong Cơ sở dữ liệu quốc gia về dân cư",
						},
						Special: true,
					},
				}, Remarks: []string{"Bản chụp phải rõ nét."}}},
			},
			{ID: "dieu-kien", Title: "Yêu cầu, điều kiện", Unknown: true, Feedback: "/gop-y?phan=conditions"},
			{ID: "ket-qua", Title: "Kết quả thực hiện", Text: []string{"Giấy xác nhận, có giá trị 6 tháng."}},
			{
				ID:    "can-cu",
				Title: "Căn cứ pháp lý",
				Law: []catalog.LegalBasis{
					{Number: "60/2014/QH13", Name: "Luật Hộ tịch"},
					{Number: "123/2015/NĐ-CP", Name: ""},
					{Number: "", Name: "Nghị quyết của HĐND tỉnh về lệ phí"},
				},
			},
		},
	}
}

func officialProcedure() procedureShow {
	p := sampleProcedure(pagetest.WorkFrame("Xác nhận tình trạng cư trú", "Danh mục"))
	p.Official, p.CanEdit, p.Service = true, true, "/dich-vu-truc-tuyen/1"
	p.Doubts = []doubt{{catalog.PartFees, catalog.PartChannels, "số tiền dưới 1.000 đồng; kiểm tra lại."}}
	return p
}

func emptyProcedure() procedureShow {
	p := procedureShow{
		Frame: pagetest.PublicFrame("Thủ tục"),
		State: "chưa có thông tin về cấp thực hiện",
	}
	p.Version.Procedure = catalog.Procedure{Code: "NB-01", Name: "Nghỉ phép", Status: catalog.Repealed}
	for _, q := range []string{"answer.bring", "answer.where", "answer.time", "answer.cost", "answer.online"} {
		p.Answers = append(p.Answers, answer{Question: q, Part: catalog.PartChannels})
	}
	for id, title := range []string{"Trình tự thực hiện", "Thành phần hồ sơ", "Căn cứ pháp lý"} {
		p.Parts = append(p.Parts, page.ProcedurePart{ID: "p" + string(rune('1'+id)), Title: title, Unknown: true})
	}
	return p
}

func longProcedure() procedureShow {
	p := officialProcedure()
	p.Version.Procedure.Name = strings.Repeat(
		"Cấp giấy xác nhận về việc sử dụng lâu dài của hộ gia đình, cá nhân đối với ",
		3,
	) + "công trình"
	p.Answers[1].Text = "Trung tâm Phục vụ hành chính công và Bộ phận một cửa của UBND các xã trong tỉnh"
	long := strings.Repeat("Người nộp mang bản chính để đối chiếu, công chức ghi vào sổ và hẹn ngày trả. ", 8)
	p.Parts[0].Steps = append(p.Parts[0].Steps, catalog.Step{Text: long + "\n" + long})
	p.Parts[2].Dossier = append(p.Parts[2].Dossier, page.PaperGroup{
		Name: "Trường hợp người nộp ở xa, gửi qua bưu chính và có người khác ký thay",
		Hint: "Chỉ khi thuộc trường hợp này.",
		Papers: []page.PaperLine{{
			Paper:     catalog.Paper{Name: long},
			FormLines: []page.FormLine{{Name: "Mẫu số 01/ĐK"}, {Name: "Mẫu số 02/ĐK"}, {Name: "Mẫu số 03a-ĐK"}},
		}},
	})
	return p
}

func sampleVersions() procedureVersions {
	return procedureVersions{
		Frame: pagetest.WorkFrame(
			"Các phiên bản",
			"Danh mục",
		),
		Procedure: catalog.Procedure{Code: "9.000123", Name: "Xác nhận tình trạng cư trú cho người học xa nhà"},
		Versions: []versionLine{
			{
				Version: app.Version{Number: 4, Author: "Lê Thị Hạnh", Reason: "Theo góp ý của Bộ phận một cửa"},
				Before:  3,
				Changes: "bỏ 02 giấy tờ, rút ngắn 05 → 03 ngày làm việc",
			},
			{
				Version: app.Version{Number: 3, Author: "Trần Văn Bảo"},
				Before:  2,
				Changes: "bổ sung 01 căn cứ pháp lý",
			},
			{Version: app.Version{Number: 1}},
		},
	}
}

func sampleCompare() procedureCompare {
	return procedureCompare{
		Frame: pagetest.WorkFrame(
			"So sánh",
			"Danh mục",
		),
		Procedure: catalog.Procedure{Code: "9.000123", Name: "Xác nhận tình trạng cư trú cho người học xa nhà"},
		From:      "Bản 3, ngày 12/3/2024", To: "Bản 4, ngày 10/7/2024",
		InWords: []string{"bỏ 02 giấy tờ", "rút ngắn 05 → 03 ngày làm việc"},
		Parts:   pagetest.SampleCompared(),
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
	chaoDoi := app.Word{ID: "3", Origin: app.WordOwn, Term: app.Term{
		Variants: []string{"giấy chào đời", "giấy đầy tháng"},
		Full:     "giấy khai sinh",
	}}
	ketHon := app.Word{ID: "kh-ket-hon", Origin: app.WordShipped, Off: true, Term: app.Term{
		Short:    "KH",
		Variants: []string{"giá thú", "cưới"},
		Full:     "kết hôn",
		Rare:     true,
	}}
	words := wordList{
		Frame: pagetest.WorkFrame("Từ vựng", ""),
		State: "366 từ đang dùng: xã thêm 2, xã sửa 1; ngừng dùng 1",
		Rows:  []app.Word{chaoDoi, ketHon},
	}
	finds := func(before, after int) app.PreviewEffect {
		var e app.PreviewEffect
		top := append(e.After.Top, struct {
			Key  catalog.Code
			Name string
		}{"1.001193", "Đăng ký khai sinh"})
		e.Before.Top, e.After.Top = top[:before], top[:after]
		return e
	}
	asked, named := finds(0, 1), finds(1, 1)
	asked.Text, asked.Times, asked.First, named.Text, named.Code = "giấy tờ cho bé", 9, true, "giấy bé", "1.001193"
	edit := wordEdit{
		Frame:   pagetest.WorkFrame("Từ vựng", ""),
		Word:    chaoDoi,
		Name:    "GKS",
		Version: "2",
		Rare:    true,
		From:    "giấy chào đời",
		Shipped: "GKS → giấy khai sinh",
		Fields: []field.Cell{
			{ID: "short", Label: "Từ viết tắt", Value: "GKS", Width: "short"},
			{ID: "said", Label: "Người dân thường gọi là gì?", Type: "textarea"},
			{ID: "full", Label: "Từ dùng trong tên thủ tục", Value: "giấy khai sinh", Need: true},
		},
		Past: []string{"15/7/2024 09:12, Lê Thị Hạnh: GKS → giấy khai sinh"},
		Preview: &wordPreview{
			WordPreview: app.WordPreview{Effects: make([]app.PreviewEffect, 2), Queries: 40, Names: 912},
			Mark:        "ab",
			More:        4,
			Asks: []wordChange{
				{finds(0, 1), "không tìm thấy", "1 thủ tục"},
				{finds(1, 1), "1 thủ tục", "1 thủ tục"},
			},
			Others: []wordChange{{asked, "không tìm thấy", "1 thủ tục"}, {named, "1 thủ tục", "1 thủ tục"}},
		},
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
		Frame: pagetest.WorkFrame("Từ khóa tìm", ""),
		Queries: app.Unanswered{
			Month:  value.Month{Year: 2024, Month: 7},
			Months: []value.Month{{Year: 2024, Month: 7}, {Year: 2024, Month: 6}},
			Open: []app.UnansweredQuery{
				{Query: "giay chao doi", Text: "giấy chào đời", Times: 9, Weak: true, Internal: true},
				{Query: "x", Text: strings.Repeat("mua vé xe về quê ", 6), Times: 1},
			},
			Done:  []app.UnansweredQuery{{Text: "oe oe", Times: 3, Answered: true}},
			Aside: []app.UnansweredQuery{{Query: "ve xe", Text: "vé xe", Times: 2, Aside: app.AsideNotOurs}},
		},
		Reasons: app.AsideReasons,
	}
	known := knownList{
		Frame: pagetest.WorkFrame("Tên thường gọi", ""),
		Names: 912,
		Total: 250,
		Open:  true,
		From:  "giấy chào đời",
		Summary: field.Summary{
			{Href: "#code", Text: "Mã thủ tục: không có."},
		},
		Fields: []field.Cell{
			{ID: "name", Label: "Tên thường gọi", Value: "giấy chào đời"},
			{ID: "code", Label: "Mã thủ tục", Problem: "Không có.", Suggest: []string{"1.001193 Đăng ký khai sinh"}},
		},
		Near: []app.Head{{Code: "1.001193", Name: "Đăng ký khai sinh"}},
		Rows: []app.KnownNames{
			{Code: "1.001193", Name: "Đăng ký khai sinh", Names: []string{"làm giấy khai sinh", "giấy bé"}},
		},
	}
	return []pagetest.Sample{
		{Page: "catalogue/vocabulary", State: "filled", Model: words},
		{
			Page:  "catalogue/vocabulary",
			State: "empty",
			Model: wordList{Frame: pagetest.WorkFrame("Từ vựng", "")},
		},
		{Page: "catalogue/vocabulary_word", State: "filled", Model: edit},
		{Page: "catalogue/vocabulary_word", State: "long", Model: refused},
		{Page: "catalogue/vocabulary_word", State: "empty", Model: wordEdit{Frame: pagetest.WorkFrame("Từ vựng", "")}},
		{Page: "catalogue/vocabulary_query", State: "filled", Model: queries},
		{
			Page:  "catalogue/vocabulary_query",
			State: "empty",
			Model: queryList{Frame: pagetest.WorkFrame("Từ khóa tìm", ""), Conflict: "Người khác vừa xử lý."},
		},
		{Page: "catalogue/vocabulary_known", State: "filled", Model: known},
		{
			Page:  "catalogue/vocabulary_known",
			State: "empty",
			Model: knownList{Frame: pagetest.WorkFrame("Tên thường gọi", "")},
		},
	}
}

// sampleOwn is a preview of own procedures with a row of each kind; so many are wrong.
func sampleOwn(wrong int) ownPreview {
	out := ownPreview{Shown: true, Seen: "7f3a", Coming: 1, Bad: wrong}
	out.Ignored, out.Empty = []string{"Đường dẫn", "3"}, 2
	out.Skipped = []app.OwnLine{{Line: 1, Text: "DANH MỤC"}}
	fresh, there, bad := app.OwnRow{Line: 2}, app.OwnRow{Line: 3}, app.OwnRow{Line: 4}
	fresh.Procedure = catalog.Procedure{Code: "NB-13", Name: "Tạm ứng"}
	fresh.Procedure.Decision = catalog.Decision{Number: "95/QĐ-UBND", Date: value.MustDate("2024-01-05")}
	there.Match = review.ThereAlready
	out.Rows = []ownRow{
		{OwnRow: fresh, ID: "dong-2", Picked: true, About: "Tài chính", State: page.Badge{Text: "mới", Tone: "met"}},
		{OwnRow: there, ID: "dong-3", State: page.Badge{Text: "đã có"}, Like: page.Link{Text: "NB-01", Href: "/x"}},
	}
	if wrong > 0 {
		row := ownRow{OwnRow: bad, ID: "dong-4", State: page.Badge{Text: "cần sửa", Tone: "bad"}}
		row.Wrong = []string{"tên: chưa có."}
		out.Rows = append(out.Rows, row)
	}
	return out
}
