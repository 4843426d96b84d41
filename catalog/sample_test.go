package catalog

import "rasoat/value"

// certificate is a small procedure with every part, for tables of cases; each call gives a new one.
func certificate() Procedure {
	days := func(n int64) TimeLimit { return TimeLimit{Number: value.Known(value.Whole(n)), Unit: WorkingDays} }
	fee := Fee{State: FeeAmount, Kind: FeeCharge, Amount: value.Known[value.Money](10_000)}
	return Procedure{
		Code:     "1.900001",
		Name:     "Cấp giấy xác nhận",
		Kind:     Public,
		Status:   InForce,
		Ours:     Decides,
		Levels:   []Level{Commune},
		Field:    "Hộ tịch",
		Decision: Decision{Number: "1/QĐ-BTP", Date: value.MustDate("2024-01-05")},
		Steps:    []Step{{Name: "Bước 1", Text: "Người dân nộp hồ sơ."}, {Name: "Bước 2", Text: "Công chức kiểm tra hồ sơ."}, {Name: "Bước 3", Text: "Trả kết quả."}},
		Methods: []Method{
			{Channel: InPerson, Limit: days(5), Fees: []Fee{fee}},
			{Channel: Postal, Limit: days(5), Fees: []Fee{fee}},
		},
		Dossier: []DossierCase{{Papers: []Paper{
			{Name: "Tờ khai", Originals: value.Known(1), Forms: []string{"Mẫu 01"}},
			{Name: "Giấy tờ tùy thân", Copies: value.Known(1)},
			{Name: "Ảnh chân dung", Originals: value.Known(2)},
		}}},
		Copies:     value.Known(2),
		Applicants: []string{"Công dân Việt Nam", "Người nước ngoài"},
		Agencies:   []Named{{Name: "Ủy ban nhân dân cấp xã"}},
		Conditions: "Đủ 18 tuổi.",
		Results:    []Named{{Name: "Giấy xác nhận", Code: "KQ.1"}},
		Law:        []LegalBasis{{Number: "60/2014/QH13", Name: "Luật Hộ tịch"}, {Number: "123/2015/NĐ-CP"}},
	}
}
