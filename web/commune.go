package web

import (
	"net/url"
	"strings"

	"rasoat/web/field"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
)

// communeGroups are the fields of what the commune says of itself, for the first start and the settings. Nothing in
// them is guessed; each says where it is printed.
func (s *Server) communeGroups(f *field.Sheet) []fieldGroup {
	ask := func(id string, more ...field.Look) field.Cell {
		return f.Cell(id, s.text.Say("commune."+id), append([]field.Look{field.Hint(s.text.Say("commune." + id + ".hint")), field.Medium}, more...)...)
	}
	kinds := []field.Option{{Text: s.text.Say("commune.kind.choose")}}
	for _, k := range app.CommuneKinds {
		kinds = append(kinds, field.Option{Value: k, Text: k})
	}
	return []fieldGroup{
		{ID: "xa", Title: s.text.Say("commune.title"), Fields: []field.Cell{
			ask("kind", field.Need, field.Choose(kinds...)), ask("name", field.Need), ask("place"), ask("superior"), ask("addressee"), ask("inhabitants", field.Short),
		}},
		{ID: "van-ban", Title: s.text.Say("commune.document"), Fields: []field.Cell{
			ask("parent"), ask("symbol", field.Short), ask("capacity"), ask("sign_title"), ask("signer"),
		}},
		{ID: "bo-phan", Title: s.text.Say("commune.organisation"), Fields: []field.Cell{
			ask("units", field.Kind("textarea"), field.Tall(6)),
		}},
	}
}

// communeFields are the fields of communeGroups in order.
var communeFields = []string{"kind", "name", "place", "superior", "addressee", "inhabitants", "parent", "symbol", "capacity", "sign_title", "signer", "units"}

// readCommune reads what was typed into communeGroups.
func readCommune(in url.Values) (app.Commune, value.Problems) {
	var p value.Problems
	c := app.Commune{Kind: in.Get("kind"), Name: in.Get("name"), Place: in.Get("place"), Superior: in.Get("superior"), Addressee: in.Get("addressee"),
		Parent: in.Get("parent"), Capacity: in.Get("capacity"), SignTitle: in.Get("sign_title"), Signer: in.Get("signer"), Symbol: in.Get("symbol"),
		Units: strings.Split(in.Get("units"), "\n")}
	if text := viet.Clean(in.Get("inhabitants")); text != "" {
		n, err := viet.ParseMoney(text) // a whole number with dots between its thousands
		if err != nil {
			p.Add("inhabitants", "number.whole_typed", text)
		}
		c.Inhabitants = int64(n)
	}
	return c, p
}

// typedCommune is a commune as it is typed into communeGroups.
func typedCommune(c app.Commune) url.Values {
	v := url.Values{"kind": {c.Kind}, "name": {c.Name}, "place": {c.Place}, "superior": {c.Superior}, "addressee": {c.Addressee}, "parent": {c.Parent},
		"capacity": {c.Capacity}, "sign_title": {c.SignTitle}, "signer": {c.Signer}, "symbol": {c.Symbol}, "units": {strings.Join(c.Units, "\n")}}
	if c.Inhabitants > 0 {
		v.Set("inhabitants", viet.Number(c.Inhabitants))
	}
	return v
}
