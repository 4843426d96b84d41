package app

import (
	"context"
	"errors"
	"strings"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Names under which settings are stored.
const (
	settingCommune  = "commune"
	settingHolidays = "holidays"
	settingRates    = "rates"
)

// Commune is what the commune says of itself on the first start; nothing of it is guessed. Empty
// particulars are dotted lines in documents.
type Commune struct {
	Kind        string   `json:"kind"`                 // "xã", "phường", "thị trấn", "đặc khu"
	Name        string   `json:"name"`                 // "Vĩnh Chấp"
	Place       string   `json:"place,omitempty"`      // place beside the date; empty: Name
	Superior    string   `json:"superior,omitempty"`   // "UBND huyện Vĩnh Linh"
	Addressee   string   `json:"addressee,omitempty"`  // of the review summary: "Văn phòng HĐND và UBND huyện …"
	Parent      string   `json:"parent,omitempty"`     // line above the issuer, where the letterhead has one
	Capacity    string   `json:"capacity,omitempty"`   // "TM. ỦY BAN NHÂN DÂN"
	SignTitle   string   `json:"sign_title,omitempty"` // "CHỦ TỊCH"
	Signer      string   `json:"signer,omitempty"`
	Symbol      string   `json:"symbol,omitempty"`      // "UBND" of "BC-UBND"
	Units       []string `json:"units,omitempty"`       // "Văn phòng", "Tư pháp - Hộ tịch" …
	Inhabitants int64    `json:"inhabitants,omitempty"` // 0: not given
}

// Title is "xã Vĩnh Chấp", "" where the commune has not given its name.
func (c Commune) Title() string {
	if c.Name == "" {
		return ""
	}
	return strings.TrimSpace(c.Kind + " " + c.Name)
}

// Check refuses a commune without a name or kind.
func (c Commune) Check() value.Problems {
	var p value.Problems
	if strings.TrimSpace(c.Name) == "" {
		p.Add("name", "commune.name_missing")
	}
	switch c.Kind {
	case "xã", "phường", "thị trấn", "đặc khu":
	default:
		p.Add("kind", "commune.kind_unknown", c.Kind)
	}
	if c.Inhabitants < 0 {
		p.Add("inhabitants", "number.negative")
	}
	return p
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

// Holiday is a day with its name, off work or made up for.
type Holiday struct {
	Date value.Date `json:"date"`
	Name string     `json:"name"`
}

// Holidays is the editable table of public holidays and of working days made up for.
type Holidays struct {
	Holidays []Holiday `json:"holidays"`
	Workdays []Holiday `json:"workdays"`
}

// Calendar is the table in the form that counts working days.
func (h Holidays) Calendar() viet.Calendar {
	c := viet.Calendar{Holidays: map[value.Date]string{}, Workdays: map[value.Date]string{}}
	for _, d := range h.Holidays {
		c.Holidays[d.Date] = d.Name
	}
	for _, d := range h.Workdays {
		c.Workdays[d.Date] = d.Name
	}
	return c
}

// Holidays is the table and its version; empty where none was stored.
func (a *App) Holidays(ctx context.Context) (Holidays, int, error) {
	var h Holidays
	v, err := a.store.Setting(ctx, settingHolidays, &h)
	if errors.Is(err, value.ErrNotFound) {
		return Holidays{}, 0, nil
	}
	return h, v, err
}

// Calendar is the working calendar by the stored table.
func (a *App) Calendar(ctx context.Context) (viet.Calendar, error) {
	h, _, err := a.Holidays(ctx)
	return h.Calendar(), err
}

// Rate is an hourly rate (mức thu nhập bình quân/01 người/01 giờ làm việc): from a day on, for a kind of
// procedure, in đồng, with its source. A new one is a new row; no issued report moves.
type Rate struct {
	From   value.Date  `json:"from"`
	Kind   string      `json:"kind"` // "public" or "internal"
	Rate   value.Money `json:"rate"`
	Source string      `json:"source"`
}

// Rates is the table of hourly rates and its version.
func (a *App) Rates(ctx context.Context) ([]Rate, int, error) {
	var r []Rate
	v, err := a.store.Setting(ctx, settingRates, &r)
	if errors.Is(err, value.ErrNotFound) {
		return nil, 0, nil
	}
	return r, v, err
}

// RateOn is the newest rate of a kind that is in force on a day; ok is false where none is.
func RateOn(rates []Rate, kind string, on value.Date) (best Rate, ok bool) {
	for _, r := range rates {
		if r.Kind == kind && !r.From.After(on) && (!ok || r.From.After(best.From)) {
			best, ok = r, true
		}
	}
	return best, ok
}

// Plan is a plan by id or number; "" is the newest in force, else the newest.
func (a *App) Plan(ctx context.Context, idOrNumber string) (review.Plan, int, error) {
	if idOrNumber != "" {
		return a.store.Plan(ctx, idOrNumber)
	}
	plans, err := a.store.Plans(ctx)
	if err != nil {
		return review.Plan{}, 0, err
	}
	for _, p := range plans {
		if p.InForce {
			return a.store.Plan(ctx, string(p.ID))
		}
	}
	if len(plans) > 0 {
		return a.store.Plan(ctx, string(plans[0].ID))
	}
	return review.Plan{}, 0, value.ErrNotFound
}
