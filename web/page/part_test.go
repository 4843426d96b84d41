package page_test

import (
	"strings"
	"testing"

	"rasoat/app"
	"rasoat/tools/pagetest"
	"rasoat/web/field"
	"rasoat/web/page"
)

func TestPagesFitTheirModels(t *testing.T) {
	pagetest.PagesFit(t, "page", page.Templates, publicSamples())
}

func TestPartsFitTheirModels(t *testing.T) {
	bad := page.Verdict{Sign: "✗", Text: "chưa đạt", Tone: "bad"}
	name := field.Cell{
		ID:      "commune",
		Label:   "Tên xã là gì?",
		Hint:    "Như trên con dấu.",
		Problem: "Chưa ghi.",
		Need:    true,
	}
	choice := field.Cell{ID: "capacity", Label: "Ký với quyền hạn nào?", Type: "select", Options: []field.Option{
		{Value: "tm", Text: "TM. ỦY BAN NHÂN DÂN", Selected: true},
		{Value: "kt", Text: "KT. CHỦ TỊCH"},
	}}
	row := field.Row{
		Name:    "duties[0]",
		KeyName: "duties[0].id",
		Key:     "D1",
		Title:   "Báo cáo",
		Cells:   []field.Cell{name},
		Drop:    true,
		Dropped: true,
		Open:    field.Link{Text: "Sửa nội dung", Href: "/x"},
	}
	list := field.List{
		ID:    "nhiem-vu",
		Title: "Nhiệm vụ",
		Text:  "Một lần hoặc hằng tháng.",
		Rows:  []field.Row{row},
		New:   &field.Row{Name: "duties[1]", Title: "Dòng mới", Cells: []field.Cell{choice}},
		Add:   "Thêm một dòng",
		More:  field.Link{Text: "Thêm", Href: "/y"},
	}
	pagetest.PartsFit(t, "page", page.Templates, []pagetest.Part{
		{Name: "part/badge", Model: page.Badge{Text: "còn hiệu lực", Tone: "met"}},
		{Name: "part/verdict", Model: bad},
		{Name: "part/bar", Model: page.Bar{Percent: "18.6", Mark: "20", Tone: "bad", Label: "18,60% so với 20%"}},
		{Name: "part/bar", Model: page.Bar{Percent: "0"}},
		{
			Name:  "part/empty_state",
			Model: page.EmptyState{Text: "Chưa có gì.", Next: page.Link{Text: "Thêm", Href: "/"}},
		},
		{Name: "part/diff_text", Model: pagetest.SampleCompared()[0].Items[0].Inline},
		{Name: "part/compared", Model: pagetest.SampleCompared()[0]},
		{Name: "part/compared", Model: pagetest.SampleCompared()[1]},
		{Name: "part/error_summary", Model: field.Summary{{Href: "#a", Text: "Tên: chưa ghi."}, {Text: "Chung."}}},
		{Name: "part/error_summary", Model: field.Summary(nil)},
		{
			Name: "part/both_versions",
			Model: page.BothVersions{
				Text: "Người khác vừa lưu.",
				Rows: []page.BothRow{{Label: "Từ", Saved: "GKS", Typed: "GCS"}},
			},
		},
		{Name: "part/both_versions", Model: page.BothVersions{}},
		{Name: "part/field", Model: name},
		{
			Name: "part/field_group",
			Model: page.FieldGroup{
				ID:     "van-ban",
				Title:  "Văn bản",
				Text:   "Phần đầu và phần ký.",
				Fields: []field.Cell{name, choice},
			},
		},
		{Name: "part/form_list", Model: list},
		{Name: "part/form_row", Model: list.Rows[0]},
		{Name: "part/paging", Model: sampleListing().Paging},
		{Name: "part/paging", Model: page.Paging{}},
		{Name: "part/list_tools", Model: sampleListing()},
		{Name: "part/list_head", Model: sampleListing()},
		{Name: "part/list_picks", Model: sampleListing()},
		{Name: "part/name", Model: page.Link{Text: "Đăng ký khai sinh", Href: "/thu-tuc/1.001193"}},
		{Name: "part/name", Model: page.Link{Text: strings.Repeat("Đăng ký lại khai sinh, ", 20), Href: "/thu-tuc/1"}},
		{Name: "part/index", Model: page.Index{Label: "Các phần", Links: []page.Link{{Text: "Hồ sơ", Href: "#ho-so"}}}},
		{Name: "part/findings", Model: []page.FindingGroup{{
			Head: "Cấp huyện không còn từ ngày 01/7/2025:",
			Rows: []page.FindingRow{
				{Text: "Nơi nhận: “UBND huyện Vĩnh Linh”", Mend: page.Link{Text: "Sửa lại", Href: "/ke-hoach/a/sua/chung"}},
				{Text: "Kinh phí: “UBND huyện”"},
			},
		}}},
		{Name: "part/findings", Model: []page.FindingGroup(nil)},
		{Name: "part/htmx"},
		{Name: "part/work_style"},
		{Name: "part/month_tabs", Model: pagetest.SampleMonthTabs()},
		{Name: "part/procedure_part", Model: pagetest.SamplePart()},
		{Name: "part/procedure_part", Model: page.ProcedurePart{Unknown: true}},
		{Name: "part/desk", Model: page.Desk{}},
		{Name: "part/desk", Model: page.Desk{
			Place: "Bộ phận một cửa", SetHref: "/thiet-lap/don-vi",
			Phones: []app.Phone{{Shown: "0233 000", Dialled: "0233000"}, {Shown: "113", Dialled: "113"}},
		}},
		{Name: "part/form_line", Model: page.FormLine{Name: "Mẫu 05", Href: "/thu-tuc/1/bieu-mau/aa", About: "pdf, 3 KB"}},
		{Name: "part/form_line", Model: page.FormLine{Name: "Mẫu 05"}},
	})
}

func sampleListing() page.Listing {
	next := "/so?trang=2"
	return page.Listing{
		Path:    "/so",
		Search:  field.Cell{ID: "tu-khoa", Label: "Tìm trong danh sách", Value: "khai sinh"},
		Choices: []field.Cell{{ID: "xep", Label: "Xếp theo", Type: "select", Options: []field.Option{{Text: "Tên"}}}},
		Keep:    []page.Fact{{Term: "trang-thai", Text: "draft"}},
		Chips: []page.FacetList{{
			Title:  "Trạng thái",
			Values: []page.FacetValue{{Text: "Dự thảo", Count: "2", Set: true}},
		}},
		Shown:    "Hiện 2/12 dòng",
		Narrowed: true,
		Clear:    "/so",
		Ticks:    "Chọn",
		Acts:     "Sửa",
		Paging:   page.Paging{Text: "1–50 trong 60", Next: next, Pages: []page.PageLink{{Text: "1", Current: true}, {Text: "2", Href: next}}},
		Heads: []page.ListHead{
			{Sorted: "ascending", Links: []page.HeadLink{{Text: "Mã", Sign: "▲"}, {Text: "Tên"}}},
			{Number: true, Links: []page.HeadLink{{Text: "Trước", Unit: "đồng/năm"}}},
		},
	}
}
