package exchange

import (
	"encoding/json"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// apiUnits are the units of the portal's API. OTHER is its way to print a bare number: no unit.
var apiUnits = map[string]catalog.Unit{
	"WORKING_DAY": catalog.WorkingDays, "DAY": catalog.Days, "HOUR": catalog.Hours, "MONTH": catalog.Months,
	"YEAR": catalog.Years, "OTHER": catalog.NoUnit, "": catalog.NoUnit,
}

// limit reads a time limit given as number, as text with a number in it, or as a sentence. A sentence stays
// a sentence, its number is unknown; 0 is "not stated", never "0 days".
func (o object) limit(number, unit string) catalog.TimeLimit {
	const field = "time_limit"
	unitText := o.raw(unit, field)
	u, known := apiUnits[unitText]
	if !known {
		o.r.warn(field, warnEnum, unitText)
	}
	switch v := o.m[number].(type) {
	case nil:
		return catalog.TimeLimit{}
	case json.Number:
		return o.r.limit(v.String(), u, known, unitText)
	case string:
		text := o.r.clean(field, v, viet.CleanText)
		if _, err := value.ParseDecimal(text); err == nil {
			o.r.warn(field, warnLimitString, text)
			return o.r.limit(text, u, known, unitText)
		}
		if text != "" {
			o.r.warn(field, warnLimitText, text)
		}
		return catalog.TimeLimit{Text: text}
	}
	o.r.warn(field, warnTypeWrong, o.path(number))
	return catalog.TimeLimit{}
}

func (r *rowReader) limit(number string, unit catalog.Unit, known bool, unitText string) catalog.TimeLimit {
	const field = "time_limit"
	n, err := value.ParseDecimal(number)
	switch {
	case err != nil:
		r.warn(field, warnLimitUnread, number)
		return catalog.TimeLimit{Text: strings.TrimSpace(number + " " + unitText)}
	case n == 0:
		r.warn(field, warnLimitZero)
		return catalog.TimeLimit{}
	case !known:
		return catalog.TimeLimit{Number: value.Known(n), Text: number + " " + unitText}
	case unit == catalog.NoUnit:
		r.warn(field, warnLimitNoUnit, number)
	}
	return catalog.TimeLimit{Number: value.Known(n), Unit: unit}
}

// onlineCases reads the online services, whose time limit is a second reading beside that of the channels.
// That it has no unit or is not stated is nothing to warn of.
func (r *rowReader) onlineCases(o object) []catalog.OnlineCase {
	var out []catalog.OnlineCase
	for _, c := range o.objects("cases", "channels") {
		c.know(caseKeys)
		day := c.object("processingDay", "time_limit")
		day.know(dayKeys)
		day.r = &rowReader{}
		limit := day.limit("qty", "type")
		out = append(out, catalog.OnlineCase{
			Code:  c.line("code", "channels"),
			Name:  c.line("name", "channels"),
			Limit: limit,
		})
	}
	return out
}

// otherReading warns where an online service gives a limit with a unit that no channel has.
func (r *rowReader) otherReading(p *catalog.Procedure) {
	given := map[catalog.TimeLimit]bool{}
	for _, m := range p.Methods {
		given[m.Limit] = true
	}
	for _, c := range p.OnlineCases {
		if n, ok := c.Limit.Number.Get(); ok && c.Limit.Unit != catalog.NoUnit && len(given) > 0 && !given[c.Limit] {
			r.warn("time_limit", warnLimitReading, n.String(), string(c.Limit.Unit))
		}
	}
}
