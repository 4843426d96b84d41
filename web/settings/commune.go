package settings

import (
	"net/url"
	"slices"

	"rasoat/app"
	"rasoat/web/field"
	"rasoat/web/page"
)

// communeParts are what the commune says of itself, for the first start and the settings. Nothing in them is guessed;
// each says where it is printed.
var communeParts = []struct {
	id, title string
	form      field.Form[app.Commune]
}{
	{"xa", "commune.title", field.Form[app.Commune]{
		field.Offer("kind", func(c *app.Commune) *string { return &c.Kind }, "kinds", field.Need, field.Medium),
		field.Text("name", func(c *app.Commune) *string { return &c.Name }, field.Need, field.Medium),
		field.Text("place", func(c *app.Commune) *string { return &c.Place }, field.Medium),
		field.Text("superior", func(c *app.Commune) *string { return &c.Superior }, field.Medium),
		field.Text("addressee", func(c *app.Commune) *string { return &c.Addressee }, field.Medium),
		field.Whole("inhabitants", func(c *app.Commune) *int64 { return &c.Inhabitants }, 1, 10_000_000).
			Refused("number.whole_typed"),
	}},
	{"van-ban", "commune.document", field.Form[app.Commune]{
		field.Text("parent", func(c *app.Commune) *string { return &c.Parent }, field.Medium),
		field.Text("symbol", func(c *app.Commune) *string { return &c.Symbol }, field.Short),
		field.Text("capacity", func(c *app.Commune) *string { return &c.Capacity }, field.Medium),
		field.Text("sign_title", func(c *app.Commune) *string { return &c.SignTitle }, field.Medium),
		field.Text("signer", func(c *app.Commune) *string { return &c.Signer }, field.Medium),
	}},
	{"bo-phan", "commune.organisation", field.Form[app.Commune]{
		field.Lines("units", func(c *app.Commune) *[]string { return &c.Units }, field.Tall(6), field.Medium),
	}},
}

// communeTable is all of communeParts.
var communeTable = slices.Concat(communeParts[0].form, communeParts[1].form, communeParts[2].form)

// communeKeys is under which keys its labels stand.
const communeKeys = "commune"

// communeGroups lays communeParts out on a sheet.
func (s *Room) communeGroups(f *field.Sheet) []page.FieldGroup {
	f.Keys = communeKeys
	kinds := []field.Option{{Text: s.Text.Say("commune.kind.choose")}}
	for _, k := range app.CommuneKinds {
		kinds = append(kinds, field.Option{Value: k, Text: k})
	}
	f.Offers = map[string][]field.Option{"kinds": kinds}
	var out []page.FieldGroup
	for _, p := range communeParts {
		out = append(out, page.FieldGroup{ID: p.id, Title: s.Text.Say(p.title), Fields: p.form.Lay(f).Cells})
	}
	return out
}

// readCommune reads what was typed into communeParts.
func readCommune(in url.Values) (app.Commune, field.Reading) {
	var c app.Commune
	r := communeTable.Read(in, &c)
	return c, r
}
