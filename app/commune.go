package app

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"rasoat/account"
	"rasoat/report"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// Commune is what the commune says of itself on the first start; nothing of it is guessed. Empty
// particulars are dotted lines in documents.
type Commune struct {
	Kind      string `json:"kind"`                 // "xã", "phường", "thị trấn", "đặc khu"
	Name      string `json:"name"`                 // "Vĩnh Chấp"
	Place     string `json:"place,omitempty"`      // place beside the date; empty: Name
	Superior  string `json:"superior,omitempty"`   // "UBND huyện Vĩnh Linh"
	Addressee string `json:"addressee,omitempty"`  // of the review summary: "Văn phòng HĐND và UBND huyện …"
	Parent    string `json:"parent,omitempty"`     // line above the issuer, where the letterhead has one
	Capacity  string `json:"capacity,omitempty"`   // "TM. ỦY BAN NHÂN DÂN"
	SignTitle string `json:"sign_title,omitempty"` // "CHỦ TỊCH"
	Signer    string `json:"signer,omitempty"`
	Symbol    string `json:"symbol,omitempty"` // "UBND" of "BC-UBND"
	// Of the chairman's own papers, where it is not the committee's signature without "TM.".
	ChairmanCapacity string `json:"chairman_capacity,omitempty"` // "KT. CHỦ TỊCH"
	ChairmanTitle    string `json:"chairman_title,omitempty"`    // "PHÓ CHỦ TỊCH"
	ChairmanSigner   string `json:"chairman_signer,omitempty"`
	// The unit that keeps procedure control, and who signs its papers.
	ControlUnit     string   `json:"control_unit,omitempty"`     // "Trung tâm Phục vụ hành chính công"
	ControlSymbol   string   `json:"control_symbol,omitempty"`   // "TTPVHCC" of "TTr-TTPVHCC" and "Lưu: VT, TTPVHCC"
	ControlCapacity string   `json:"control_capacity,omitempty"` // "KT. GIÁM ĐỐC"; empty: signs by the office held
	ControlTitle    string   `json:"control_title,omitempty"`    // "GIÁM ĐỐC"
	ControlSigner   string   `json:"control_signer,omitempty"`
	Units           []string `json:"units,omitempty"`       // "Văn phòng", "Tư pháp - Hộ tịch" …
	Inhabitants     int64    `json:"inhabitants,omitempty"` // 0: not given
	// What stands below the heading of form 02; empty: report.ReferenceForm02.
	Form02 string `json:"form_02,omitempty"`

	// Where citizens hand in (Bộ phận Tiếp nhận và Trả kết quả, Trung tâm Phục vụ hành chính công): what it is called
	// and where it is, when it is open, its telephone numbers.
	DeskPlace string `json:"desk_place,omitempty"`
	DeskHours string `json:"desk_hours,omitempty"`
	DeskPhone string `json:"desk_phone,omitempty"`

	recipients []string // more lines of "Nơi nhận": of the plan under which it writes
}

// upward is to whom the commune's papers go where a plan does not say.
func (c Commune) upward() review.Upward {
	return review.Upward{Superior: c.Superior, Addressee: c.Addressee}
}

// under is the commune as it writes under a plan: to the plan's own superior and addressee where it names them.
func (c Commune) under(p review.Plan) Commune {
	to := p.Upward.Or(c.upward())
	c.Superior, c.Addressee, c.recipients = to.Superior, to.Addressee, to.Recipients
	return c
}

// Title is "xã Vĩnh Chấp", "" where the commune has not given its name.
func (c Commune) Title() string {
	if c.Name == "" {
		return ""
	}
	return strings.TrimSpace(c.Kind + " " + c.Name)
}

// CommuneKinds are the units that have a People's Committee of the lowest level.
var CommuneKinds = []string{"xã", "phường", "thị trấn", "đặc khu"}

// What settings offer: units that keep procedure control, and the authorities by which the papers of the committee, of
// the chairman and of such a unit are signed.
var (
	ControlUnits        = []string{"Văn phòng HĐND và UBND", "Trung tâm Phục vụ hành chính công"}
	CommitteeCapacities = []string{"TM. ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "TL. CHỦ TỊCH",
		"TUQ. CHỦ TỊCH"}
	ChairmanCapacities = []string{"KT. CHỦ TỊCH", "TL. CHỦ TỊCH", "TUQ. CHỦ TỊCH"}
	UnitCapacities     = []string{"KT. GIÁM ĐỐC", "KT. CHÁNH VĂN PHÒNG", "TUQ. GIÁM ĐỐC"}
)

// Bounds of what a commune says of itself.
const (
	maxCommuneText = 200
	maxUnits       = 60
	maxInhabitants = 1_000_000
)

// clean is the commune as it is kept: tidy text, no empty unit and none twice.
func (c Commune) clean() Commune {
	for _, t := range c.texts() {
		*t.text = viet.Clean(*t.text)
	}
	var units []string
	for _, u := range c.Units {
		if u = viet.Clean(u); u != "" && !slices.Contains(units, u) {
			units = append(units, u)
		}
	}
	c.Units = units
	return c
}

// communeText is one line of text that a commune says of itself.
type communeText struct {
	field string
	text  *string
}

func (c *Commune) texts() []communeText {
	return []communeText{
		{"kind", &c.Kind},
		{"name", &c.Name},
		{"place", &c.Place},
		{"superior", &c.Superior},
		{"addressee", &c.Addressee},
		{"parent", &c.Parent},
		{"capacity", &c.Capacity},
		{"sign_title", &c.SignTitle},
		{"signer", &c.Signer},
		{"symbol", &c.Symbol},
		{"chairman_capacity", &c.ChairmanCapacity},
		{"chairman_title", &c.ChairmanTitle},
		{"chairman_signer", &c.ChairmanSigner},
		{"control_unit", &c.ControlUnit},
		{"control_symbol", &c.ControlSymbol},
		{"control_capacity", &c.ControlCapacity},
		{"control_title", &c.ControlTitle},
		{"control_signer", &c.ControlSigner},
		{"form_02", &c.Form02},
		{"desk_place", &c.DeskPlace},
		{"desk_hours", &c.DeskHours},
		{"desk_phone", &c.DeskPhone},
	}
}

// Check refuses a commune without a name or kind, and what no letterhead could hold.
func (c Commune) Check() value.Problems {
	var p value.Problems
	if strings.TrimSpace(c.Name) == "" {
		p.Add("name", "commune.name_missing")
	}
	if !slices.Contains(CommuneKinds, c.Kind) {
		p.Add("kind", "commune.kind_unknown", c.Kind)
	}
	for _, t := range c.texts() {
		if utf8.RuneCountInString(*t.text) > maxCommuneText {
			p.Add(t.field, "text.too_long", maxCommuneText)
		}
	}
	p = append(p, c.checkSigning()...)
	if !arePhones(c.DeskPhone) {
		p.Add("desk_phone", "commune.phone", c.DeskPhone)
	}
	if len(c.Units) > maxUnits {
		p.Add("units", "commune.units_many", maxUnits)
	}
	for _, u := range c.Units {
		if utf8.RuneCountInString(u) > maxCommuneText {
			p.Add("units", "text.too_long", maxCommuneText)
			break
		}
	}
	switch {
	case c.Inhabitants < 0:
		p.Add("inhabitants", "number.negative")
	case c.Inhabitants > maxInhabitants:
		p.Add("inhabitants", "number.too_large", viet.Number(int64(maxInhabitants)))
	}
	return p
}

// symbolForm is what the abbreviation of a body looks like in the number of a paper: "VP", "TTPVHCC", "KT-XH".
var symbolForm = regexp.MustCompile(`^[\p{L}0-9&-]+$`)

// checkSigning refuses an authority that is none, and a symbol that no number could hold.
func (c Commune) checkSigning() (p value.Problems) {
	for _, x := range []communeText{
		{"capacity", &c.Capacity}, {"chairman_capacity", &c.ChairmanCapacity}, {"control_capacity", &c.ControlCapacity},
	} {
		if !report.IsCapacity(*x.text) {
			p.Add(x.field, "commune.authority", *x.text)
		}
	}
	if c.ControlSymbol != "" && !symbolForm.MatchString(c.ControlSymbol) {
		p.Add("control_symbol", "commune.symbol_form", c.ControlSymbol)
	}
	return p
}

// phoneForm is what a telephone number looks like; how many digits it has is counted apart.
var phoneForm = regexp.MustCompile(`^\+?[\d .()-]+$`)

// arePhones reports whether a text is telephone numbers, parted by semicolons or commas; none is as good.
func arePhones(text string) bool {
	for _, number := range splitPhones(text) {
		if n := len(digits(number)); !phoneForm.MatchString(number) || n < 3 || n > 15 {
			return false
		}
	}
	return true
}

func splitPhones(text string) (out []string) {
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == ',' }) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// digits are those of a number as one dials them.
func digits(number string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, number)
}

// Phone is a telephone number as the commune writes it, and as one dials it.
type Phone struct{ Shown, Dialled string }

// Phones are the telephone numbers of the place where citizens hand in.
func (c Commune) Phones() (out []Phone) {
	for _, number := range splitPhones(c.DeskPhone) {
		dialled := digits(number)
		if strings.HasPrefix(number, "+") {
			dialled = "+" + dialled
		}
		out = append(out, Phone{number, dialled})
	}
	return out
}

// Commune is the commune's particulars and their version; version 0 where they have not been given yet.
func (a *App) Commune(ctx context.Context) (Commune, int, error) {
	var c Commune
	v, err := a.store.Setting(ctx, settingCommune, &c)
	if errors.Is(err, value.ErrNotFound) {
		return Commune{}, 0, nil
	}
	return c, v, err
}

// CommuneHistory is what the commune said of itself, newest first.
func (a *App) CommuneHistory(ctx context.Context) ([]Revision[Commune], error) {
	return settingHistory[Commune](ctx, a, settingCommune)
}

// SaveCommune saves the particulars as the version after base; *value.Conflict where a newer one stands.
func (a *App) SaveCommune(ctx context.Context, by Person, c Commune, base int) error {
	if err := by.must(account.EditSettings); err != nil {
		return err
	}
	c = c.clean()
	if err := c.Check().Err(); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		_, err := tx.SaveSetting(ctx, settingCommune, c, base)
		return err
	})
}
