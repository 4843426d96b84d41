package exchange

import (
	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// What the own formats can carry, for property tests: texts in NFC without control characters, lists that
// are nil where they are empty.

func anyText() *rapid.Generator[string] {
	letters := rapid.SampledFrom([]rune("aâăđêôơưẢặ Zz09.,;:-–/\\\"'<>&%\n\t「𐍈\u0301\u200b\uFFFD"))
	return rapid.Map(rapid.StringOfN(letters, 0, 12, -1), viet.NFC)
}

func filledText() *rapid.Generator[string] {
	return rapid.Map(anyText(), func(s string) string { return viet.NFC("Tên" + s) })
}

func anyCode() *rapid.Generator[catalog.Code] {
	return rapid.Map(rapid.StringMatching(`[12]\.00[0-9]{4}(\.000\.00\.00\.H50)?|NB-[0-9]{1,3}|[A-Za-zĐ_.-]{1,8}`),
		func(s string) catalog.Code { return catalog.Code(s) })
}

func anyDay() *rapid.Generator[value.Date] {
	return rapid.Map(rapid.IntRange(0, 40_000), func(n int) value.Date {
		if n == 0 {
			return value.Date{}
		}
		return value.MustDate("1950-01-01").Add(n)
	})
}

func upTo(most int64) *rapid.Generator[value.Decimal] {
	return rapid.Map(rapid.Int64Range(0, most), func(n int64) value.Decimal { return value.Decimal(n) })
}

func optional[T any](g *rapid.Generator[T]) *rapid.Generator[value.Opt[T]] {
	return rapid.Custom(func(t *rapid.T) value.Opt[T] {
		if rapid.Bool().Draw(t, "unknown") {
			return value.Opt[T]{}
		}
		return value.Known(g.Draw(t, "known"))
	})
}

// some draws up to three items, nil for none.
func some[T any](g *rapid.Generator[T]) *rapid.Generator[[]T] {
	return rapid.Map(rapid.SliceOfN(g, 0, 3), func(s []T) []T {
		if len(s) == 0 {
			return nil
		}
		return s
	})
}

func anyNamed() *rapid.Generator[catalog.Named] {
	return rapid.Custom(func(t *rapid.T) catalog.Named {
		return catalog.Named{Name: anyText().Draw(t, "name"), Code: anyText().Draw(t, "code")}
	})
}

func anyLimit() *rapid.Generator[catalog.TimeLimit] {
	return rapid.Custom(func(t *rapid.T) catalog.TimeLimit {
		return catalog.TimeLimit{
			Number: optional(upTo(1_000_000_000)).Draw(t, "number"),
			Unit:   rapid.SampledFrom(catalog.Units).Draw(t, "unit"),
			Text:   anyText().Draw(t, "text"),
		}
	})
}

func anyFees() *rapid.Generator[[]catalog.Fee] {
	return some(rapid.Custom(func(t *rapid.T) catalog.Fee {
		return catalog.Fee{
			State: rapid.SampledFrom([]catalog.FeeState{"", catalog.FeeFree, catalog.FeeAmount, catalog.FeeSetBy}).Draw(t, "state"),
			Kind:  rapid.SampledFrom([]catalog.FeeKind{"", catalog.FeeCharge, catalog.FeeFee, catalog.FeePrice}).Draw(t, "kind"),
			Amount: optional(rapid.Map(rapid.Int64Range(0, 1e15),
				func(n int64) value.Money { return value.Money(n) })).Draw(t, "amount"),
			Currency: anyText().Draw(t, "currency"), Text: anyText().Draw(t, "text"),
		}
	}))
}

func anyDossier() *rapid.Generator[[]catalog.DossierCase] {
	count := optional(rapid.IntRange(0, 20))
	paper := rapid.Custom(func(t *rapid.T) catalog.Paper {
		return catalog.Paper{
			Name:      filledText().Draw(t, "name"),
			Code:      anyText().Draw(t, "code"),
			Originals: count.Draw(t, "originals"),
			Copies:    count.Draw(t, "copies"),
			Forms:     some(anyText()).Draw(t, "forms"),
			Held:      anyText().Draw(t, "held"),
		}
	})
	return some(rapid.Custom(func(t *rapid.T) catalog.DossierCase {
		return catalog.DossierCase{Name: anyText().Draw(t, "name"), Papers: some(paper).Draw(t, "papers")}
	}))
}

// anyProcedure draws procedures that catalog.Check has nothing against.
func anyProcedure() *rapid.Generator[catalog.Procedure] {
	return rapid.Custom(func(t *rapid.T) catalog.Procedure {
		text := func(label string) string { return anyText().Draw(t, label) }
		texts := func(label string) []string { return some(anyText()).Draw(t, label) }
		named := func(label string) []catalog.Named { return some(anyNamed()).Draw(t, label) }
		p := catalog.Procedure{
			Code:      anyCode().Draw(t, "code"),
			Name:      filledText().Draw(t, "name"),
			Kind:      rapid.SampledFrom(catalog.Kinds).Draw(t, "kind"),
			Status:    rapid.SampledFrom(catalog.Statuses).Draw(t, "status"),
			Ours:      rapid.SampledFrom(catalog.Sortings).Draw(t, "ours"),
			Decider:   text("decider"),
			Levels:    some(rapid.SampledFrom(catalog.Levels)).Draw(t, "levels"),
			Field:     text("field"),
			FieldCode: text("field_code"),
			Announcer: anyNamed().Draw(t, "announcer"),
			Decision:  catalog.Decision{Number: text("number"), Date: anyDay().Draw(t, "date"), By: text("by")},
			Published: anyDay().Draw(t, "published"),
			Type:      text("type"),
			Validity:  catalog.Validity{From: anyDay().Draw(t, "from"), RepealedBy: text("repealed_by")},
			Steps: some(rapid.Custom(func(t *rapid.T) catalog.Step {
				return catalog.Step{Name: anyText().Draw(t, "name"), Text: anyText().Draw(t, "text")}
			})).Draw(t, "steps"),
			Methods: some(rapid.Custom(func(t *rapid.T) catalog.Method {
				return catalog.Method{
					Channel: rapid.SampledFrom(catalog.Methods).Draw(t, "channel"),
					Limit:   anyLimit().Draw(t, "limit"),
					Fees:    anyFees().Draw(t, "fees"),
					Text:    anyText().Draw(t, "text"),
				}
			})).Draw(t, "methods"),
			Dossier:        anyDossier().Draw(t, "dossier"),
			Copies:         optional(rapid.IntRange(0, 9)).Draw(t, "copies"),
			Limit:          anyLimit().Draw(t, "limit"),
			Applicants:     texts("applicants"),
			Agencies:       named("agencies"),
			Authorities:    named("authorities"),
			Delegates:      named("delegates"),
			Partners:       named("partners"),
			Address:        text("address"),
			Forms:          texts("forms"),
			Conditions:     text("conditions"),
			Fees:           anyFees().Draw(t, "fees"),
			Results:        named("results"),
			ResultValidity: text("result_validity"),
			Law: some(rapid.Custom(func(t *rapid.T) catalog.LegalBasis {
				return catalog.LegalBasis{
					Number: anyText().Draw(t, "number"),
					Name:   anyText().Draw(t, "name"),
					Raw:    anyText().Draw(t, "raw"),
				}
			})).Draw(t, "law"),
			AlsoKnown: texts("also_known"),
			Keywords:  text("keywords"),
			Note:      text("note"),
			OnlineCases: some(rapid.Custom(func(t *rapid.T) catalog.OnlineCase {
				return catalog.OnlineCase{
					Code:  anyText().Draw(t, "code"),
					Name:  anyText().Draw(t, "name"),
					Limit: anyLimit().Draw(t, "limit"),
				}
			})).Draw(t, "online_cases"),
			LifeEvents: texts("life_events"),
			FullOnline: rapid.Bool().Draw(t, "full_online"),
			AnyPlace:   rapid.Bool().Draw(t, "any_place"),
		}
		if p.Kind == catalog.Internal {
			p.Group = rapid.SampledFrom(append([]catalog.Group{""}, catalog.Groups...)).Draw(t, "group")
		}
		for _, part := range catalog.Parts {
			if catalog.Holds(p, part) != catalog.Present && rapid.Bool().Draw(t, "none") {
				p.None = append(p.None, part)
			}
		}
		return p
	})
}
