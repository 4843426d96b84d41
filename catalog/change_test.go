package catalog

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

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

// fromTo is a procedure before and after, of which one part alone is given.
func fromTo(before, after Procedure) []string {
	var got []string
	for _, r := range Describe(before, after) {
		got = append(got, fmt.Sprintf("%s %v", r.Code, r.Args))
	}
	return got
}

func TestDescribe_limits(t *testing.T) {
	number := func(n int64, u Unit) TimeLimit { return TimeLimit{Number: value.Known(value.Whole(n)), Unit: u} }
	words := func(s string) TimeLimit { return TimeLimit{Text: s} }
	both := TimeLimit{Number: value.Known(value.Whole(5)), Unit: WorkingDays, Text: "kể từ ngày nhận đủ hồ sơ"}
	of := func(limits ...TimeLimit) Procedure {
		var p Procedure
		for i, l := range limits {
			p.Methods = append(p.Methods, Method{Channel: Methods[i], Limit: l})
		}
		return p
	}
	for _, c := range []struct {
		name          string
		before, after Procedure
		want          []string
	}{
		{"5 working days become 4", of(number(5, WorkingDays)), of(number(4, WorkingDays)),
			[]string{"limit.shortened [5 4 working_days]"}},
		{"4 working days become 5", of(number(4, WorkingDays)), of(number(5, WorkingDays)),
			[]string{"limit.lengthened [4 5 working_days]"}},
		{"8 hours become 4", of(number(8, Hours)), of(number(4, Hours)), []string{"limit.shortened [8 4 hours]"}},
		{"10 days become 5 working days: not measured", of(number(10, Days)), of(number(5, WorkingDays)),
			[]string{"limit.changed []"}},
		{"a bare number becomes days: not measured", of(number(10, NoUnit)), of(number(5, Days)),
			[]string{"limit.changed []"}},
		{"words become a number", of(words("trong ngày")), of(number(1, WorkingDays)), []string{"limit.changed []"}},
		{"words become a number of the same unit", of(TimeLimit{Unit: Days, Text: "sớm"}), of(number(1, Days)),
			[]string{"limit.changed []"}},
		{"a number becomes words of the same unit", of(number(1, Days)), of(TimeLimit{Unit: Days, Text: "sớm"}),
			[]string{"limit.changed []"}},
		{"words about the same number", of(number(5, WorkingDays)), of(both), []string{"limit.changed []"}},
		{"two limits become one", of(number(5, WorkingDays), number(3, WorkingDays)),
			of(number(3, WorkingDays), number(3, WorkingDays)), []string{"limit.changed []"}},
		{"one limit becomes two", of(number(5, WorkingDays), number(5, WorkingDays)),
			of(number(5, WorkingDays), number(3, WorkingDays)), []string{"limit.changed []"}},
		{"one limit at last", of(TimeLimit{}), of(number(3, Months)), []string{"limit.stated [3 tháng]"}},
		{"two limits at last", of(TimeLimit{}, TimeLimit{}), of(number(3, Months), number(1, Years)),
			[]string{"limit.changed []"}},
		{"no limit any more", of(number(3, Months)), of(TimeLimit{}), []string{"limit.dropped [3 tháng]"}},
		{"two limits any more", of(number(3, Months), number(1, Years)), of(TimeLimit{}, TimeLimit{}),
			[]string{"limit.changed []"}},
		{"the limit of the whole", Procedure{Limit: number(30, Days)}, Procedure{Limit: number(20, Days)},
			[]string{"limit.shortened [30 20 days]"}},
	} {
		if diff := cmp.Diff(c.want, fromTo(c.before, c.after)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// "Free" is a word of its own: neither an amount of 0 nor silence.
func TestDescribe_fees(t *testing.T) {
	amount := func(n value.Money) Fee { return Fee{State: FeeAmount, Amount: value.Known(n)} }
	free, setBy := Fee{State: FeeFree}, Fee{State: FeeSetBy, Text: "do HĐND tỉnh quy định"}
	words := Fee{Text: "xem biểu phí"}
	dollars := Fee{State: FeeAmount, Amount: value.Known[value.Money](10), Currency: "USD"}
	fees := func(f ...Fee) Procedure { return Procedure{Fees: f} }
	none := Procedure{None: []Part{PartFees}}
	for _, c := range []struct {
		name          string
		before, after Procedure
		want          []string
	}{
		{"lowered by one đồng", fees(amount(5000)), fees(amount(4999)), []string{"fee.lowered [5000 4999 ]"}},
		{"raised by one đồng", fees(amount(5000)), fees(amount(5001)), []string{"fee.raised [5000 5001 ]"}},
		{"lowered to 0 is not free", fees(amount(5000)), fees(amount(0)), []string{"fee.lowered [5000 0 ]"}},
		{"from an amount to free", fees(amount(5000)), fees(free), []string{"fee.freed []"}},
		{"from what the province sets to free", fees(setBy), fees(free), []string{"fee.freed []"}},
		{"from silence to free", fees(), fees(free), []string{"fee.stated []"}},
		{"from words that nobody could read to free", fees(words), fees(free), []string{"fee.changed []"}},
		{"from free to free of charge by law", fees(free), none, []string{"fee.changed []", "field.changed [none]"}},
		{"from free to an amount", fees(free), fees(amount(5000)), []string{"fee.changed []"}},
		{"from silence to an amount", fees(), fees(amount(5000)), []string{"fee.stated []"}},
		{"from an amount to silence", fees(amount(5000)), fees(), []string{"fee.changed []"}},
		{"from đồng to dollars", fees(amount(5000)), fees(dollars), []string{"fee.changed []"}},
		{"from one amount to two", fees(amount(5000)), fees(amount(5000), amount(9000)), []string{"fee.changed []"}},
		{"from two amounts to one", fees(amount(5000), amount(9000)), fees(amount(5000)), []string{"fee.changed []"}},
		{"the same amount, for another case", fees(amount(5000)),
			fees(Fee{State: FeeAmount, Amount: value.Known[value.Money](5000), Text: "mỗi trang"}),
			[]string{"fee.changed []"}},
		{"an amount that is not there", fees(amount(5000)), fees(Fee{State: FeeAmount}), []string{"fee.changed []"}},
		{"set by the province with a figure beside it", fees(Fee{State: FeeSetBy, Amount: value.Known[value.Money](9)}),
			fees(Fee{State: FeeSetBy, Amount: value.Known[value.Money](5)}), []string{"fee.changed []"}},
	} {
		if diff := cmp.Diff(c.want, fromTo(c.before, c.after)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

func TestDescribe_otherParts(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Procedure)
		want   []string
	}{
		{"more sets", func(p *Procedure) { p.Copies = value.Known(3) }, []string{"copies.more [2 3]"}},
		{"no set at all", func(p *Procedure) { p.Copies = value.Known(0) }, []string{"copies.fewer [2 0]"}},
		{"sets not stated any more", func(p *Procedure) { p.Copies = value.Opt[int]{} }, []string{"copies.dropped [2]"}},
		{"other conditions", func(p *Procedure) { p.Conditions = "Đủ 16 tuổi." }, []string{"conditions.changed []"}},
		{"known to have no condition", func(p *Procedure) { p.Conditions, p.None = "", []Part{PartConditions} },
			[]string{"conditions.dropped []", "field.changed [none]"}},
		{"a step moved", func(p *Procedure) { p.Steps[0], p.Steps[1] = p.Steps[1], p.Steps[0] }, []string{"steps.moved [1]"}},
		{"a step told otherwise", func(p *Procedure) { p.Steps[1].Text = "Công chức không kiểm tra hồ sơ." },
			[]string{"steps.changed [1]"}},
		{"an applicant more", func(p *Procedure) { p.Applicants = append(p.Applicants, "Tổ chức") },
			[]string{"applicants.added [1]"}},
		{"another agency", func(p *Procedure) { p.Agencies = []Named{{Name: "Sở Tư pháp"}} },
			[]string{"agencies.removed [1]", "agencies.added [1]"}},
		{"a form less", func(p *Procedure) { p.Dossier[0].Papers[0].Forms = nil }, []string{"forms.removed [1]"}},
		{"a result more", func(p *Procedure) { p.Results = append(p.Results, Named{Name: "Bản sao trích lục"}) },
			[]string{"results.added [1]"}},
		{"a document less", func(p *Procedure) { p.Law = p.Law[:1] }, []string{"law.removed [1]"}},
		{"the words of a channel", func(p *Procedure) { p.Methods[0].Text = "tại bộ phận một cửa" },
			[]string{"channels.changed []"}},
		{"one channel for another", func(p *Procedure) { p.Methods[1].Channel = Online },
			[]string{"channel.removed [postal]", "channel.added [online]"}},
		{"the last channels go with limit and fee", func(p *Procedure) { p.Methods = nil },
			[]string{"channel.removed [in_person]", "channel.removed [postal]", "limit.dropped [5 ngày làm việc]",
				"fee.changed []"}},
		{"a case that has gone is no paper", func(p *Procedure) { p.Dossier[0].Name = "Nộp trực tiếp" }, nil},
		{"a new name for each of the papers", func(p *Procedure) {
			p.Dossier[0].Papers = []Paper{{Name: "Hợp đồng thuê nhà"}, {Name: "Sổ hộ khẩu"}, {Name: "Biên lai"}}
		}, []string{"papers.removed [3]", "papers.added [3]", "forms.removed [1]"}},
		{"dossier and fee of a channel that stays", func(p *Procedure) {
			p.Methods = append(p.Methods, Method{Channel: Online, Fees: []Fee{{State: FeeFree}}})
			p.Methods[0].Fees = nil
		}, []string{"channel.added [online]", "fee.changed []"}},
	} {
		old, new := certificate(), certificate()
		c.change(&new)
		if diff := cmp.Diff(c.want, fromTo(old, new)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// Conditions come, change and go.
func TestDescribe_conditions(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"", "Đủ 16 tuổi.", "conditions.added []"},
		{"Đủ 18 tuổi.", "Đủ 16 tuổi.", "conditions.changed []"},
		{"Đủ 18 tuổi.", "", "conditions.dropped []"},
	} {
		got := fromTo(Procedure{Conditions: c.before}, Procedure{Conditions: c.after})
		if diff := cmp.Diff([]string{c.want}, got); diff != "" {
			t.Errorf("%q to %q: -want +got\n%s", c.before, c.after, diff)
		}
	}
}

// A case that comes or goes is told by its papers: its own name is none of them.
func TestDescribe_namesOfCases(t *testing.T) {
	one := Procedure{Dossier: []DossierCase{{Papers: []Paper{{Name: "Tờ khai"}}}}}
	two := Procedure{Dossier: []DossierCase{
		{Papers: []Paper{{Name: "Tờ khai"}}},
		{Name: "Nếu ủy quyền", Papers: []Paper{{Name: "Văn bản ủy quyền"}}},
	}}
	if diff := cmp.Diff([]string{"papers.added [1]"}, fromTo(one, two)); diff != "" {
		t.Errorf("a case more: -want +got\n%s", diff)
	}
	if diff := cmp.Diff([]string{"papers.removed [1]"}, fromTo(two, one)); diff != "" {
		t.Errorf("a case less: -want +got\n%s", diff)
	}
}

// Described the other way round, what came went, what grew shrank, and what is only "changed" stays so.
func TestDescribe_theOtherWayRound(t *testing.T) {
	opposite := map[string]string{"added": "removed", "removed": "added", "shortened": "lengthened",
		"lengthened": "shortened", "fewer": "more", "more": "fewer", "lowered": "raised", "raised": "lowered"}
	rapid.Check(t, func(t *rapid.T) {
		old, new := drawnParts(t, "old"), drawnParts(t, "new")
		forth, back := Describe(old, new), Describe(new, old)
		seen := map[string]int{}
		for _, r := range back {
			seen[r.Code]++
		}
		for _, r := range forth {
			what, how, _ := strings.Cut(r.Code, ".")
			if other, has := opposite[how]; has && what != "conditions" && seen[what+"."+other] == 0 {
				t.Fatalf("%s from %+v to %+v, and back %+v", r.Code, old, new, back)
			}
		}
		if (len(forth) == 0) != (len(back) == 0) {
			t.Fatalf("forth %v, back %v", forth, back)
		}
		if len(Describe(old, old)) > 0 {
			t.Fatalf("nothing changed, and yet %v", Describe(old, old))
		}
	})
}

// drawnParts is a procedure with few values in each of the parts that can grow and shrink.
func drawnParts(t *rapid.T, label string) Procedure {
	upTo := func(what string, n int) int { return rapid.IntRange(0, n).Draw(t, label+what) }
	var p Procedure
	p.Copies = value.Known(upTo("copies", 3))
	p.Limit = TimeLimit{Number: value.Known(value.Whole(int64(upTo("limit", 3)))), Unit: Units[upTo("unit", 2)]}
	p.Fees = []Fee{{State: FeeAmount, Amount: value.Known(value.Money(upTo("fee", 3)))}}
	for i := range upTo("applicants", 2) {
		p.Applicants = append(p.Applicants, []string{"Công dân", "Doanh nghiệp"}[i])
	}
	for i := range upTo("papers", 2) {
		p.Dossier = []DossierCase{{Papers: []Paper{{Name: "Tờ khai"}, {Name: "Hợp đồng"}}[:i+1]}}
	}
	for i := range upTo("channels", 3) {
		p.Methods = append(p.Methods, Method{Channel: Methods[i]})
	}
	return p
}
