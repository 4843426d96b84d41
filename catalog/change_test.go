package catalog

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/value"
)

func TestDescribe(t *testing.T) {
	limit := func(n int64, u Unit) TimeLimit { return TimeLimit{Number: value.Known(value.Whole(n)), Unit: u} }
	limits := func(t TimeLimit) func(*Procedure) {
		return func(p *Procedure) { p.Methods[0].Limit, p.Methods[1].Limit = t, t }
	}
	fees := func(f ...Fee) func(*Procedure) {
		return func(p *Procedure) { p.Methods[0].Fees, p.Methods[1].Fees = f, f }
	}
	amount := func(n value.Money) Fee {
		return Fee{State: FeeAmount, Kind: FeeCharge, Amount: value.Known(n)}
	}
	for _, c := range []struct {
		name     string
		old, new func(*Procedure)
		want     []string
	}{
		{"nothing", nil, nil, nil},
		{"papers", nil, func(p *Procedure) { p.Dossier[0].Papers = p.Dossier[0].Papers[:1] }, []string{"papers.removed [2]"}},
		{"papers of a case that is new are papers, its name is none", nil, func(p *Procedure) {
			p.Dossier = append(p.Dossier, DossierCase{Name: "Nếu ủy quyền", Papers: []Paper{{Name: "Văn bản ủy quyền"}}})
		}, []string{"papers.added [1]"}},
		{"steps", nil, func(p *Procedure) { p.Steps = p.Steps[:2] }, []string{"steps.removed [1]"}},
		{"fewer sets", nil, func(p *Procedure) { p.Copies = value.Known(1) }, []string{"copies.fewer [2 1]"}},
		{"a number of sets", func(p *Procedure) { p.Copies = value.Opt[int]{} }, nil, []string{"copies.stated [2]"}},
		{"a shorter limit", nil, limits(limit(3, WorkingDays)), []string{"limit.shortened [5 3 working_days]"}},
		{"a longer limit", nil, limits(limit(7, WorkingDays)), []string{"limit.lengthened [5 7 working_days]"}},
		{"another unit is not measured", nil, limits(limit(3, Days)), []string{"limit.changed []"}},
		{"two limits", nil, func(p *Procedure) { p.Methods[0].Limit = limit(3, WorkingDays) }, []string{"limit.changed []"}},
		{"a limit at last", limits(TimeLimit{}), nil, []string{"limit.stated [5 ngày làm việc]"}},
		{"no limit any more", nil, limits(TimeLimit{}), []string{"limit.dropped [5 ngày làm việc]"}},
		{"a lower fee", nil, fees(amount(5000)), []string{"fee.lowered [10000 5000 ]"}},
		{"a higher fee", nil, fees(amount(15_000)), []string{"fee.raised [10000 15000 ]"}},
		{"free", nil, fees(Fee{State: FeeFree}), []string{"fee.freed []"}},
		{"nothing said any more is not free", nil, fees(), []string{"fee.changed []"}},
		{"set by the province is not free", nil, fees(Fee{State: FeeSetBy, Text: "do HĐND tỉnh quy định"}), []string{"fee.changed []"}},
		{"a fee at last", fees(), nil, []string{"fee.stated []"}},
		{"a channel more", nil, func(p *Procedure) {
			p.Methods = append(p.Methods, Method{Channel: Online, Limit: limit(5, WorkingDays)})
		}, []string{"channel.added [online]"}},
		{"a channel more with a limit of its own", nil, func(p *Procedure) {
			p.Methods = append(p.Methods, Method{Channel: Online, Limit: limit(1, WorkingDays)})
		}, []string{"channel.added [online]"}},
		{"the first channels bring limit and fee", func(p *Procedure) { p.Methods = nil }, nil,
			[]string{"channel.added [in_person]", "channel.added [postal]", "limit.stated [5 ngày làm việc]", "fee.stated []"}},
		{"a channel less", nil, func(p *Procedure) { p.Methods = p.Methods[:1] }, []string{"channel.removed [postal]"}},
		{"no condition any more", nil, func(p *Procedure) { p.Conditions = "" }, []string{"conditions.dropped []"}},
		{"repealed", nil, func(p *Procedure) { p.Status = Repealed }, []string{"status.changed [in_force repealed]"}},
		{"another field", nil, func(p *Procedure) { p.Field = "Đất đai" }, []string{"field.changed [field]"}},
		{"several, in the order of the form", nil, func(p *Procedure) {
			p.Conditions, p.Name, p.Steps = "", "Khác", p.Steps[:1]
		}, []string{"name.changed [Cấp giấy xác nhận Khác]", "steps.removed [2]", "conditions.dropped []"}},
	} {
		old, new := certificate(), certificate()
		if c.old != nil {
			c.old(&old)
		}
		if c.new != nil {
			c.new(&new)
		}
		var got []string
		for _, r := range Describe(old, new) {
			got = append(got, fmt.Sprintf("%s %v", r.Code, r.Args))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}
