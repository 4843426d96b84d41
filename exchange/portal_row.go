package exchange

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"time"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// rowReader reads one record leniently: what is not as it should be is a warning.
type rowReader struct {
	Row
	seen map[string]bool
}

// warn counts a find; args belong to the first one.
func (r *rowReader) warn(field, message string, args ...any) {
	for i := range r.Warnings {
		if w := &r.Warnings[i]; w.Field == field && w.Message == message {
			w.Args[0] = w.Args[0].(int) + 1
			return
		}
	}
	r.Warnings = append(r.Warnings, Warning{
		Row: r.Number, Code: r.Raw, Field: field, Message: message, Args: append([]any{1}, args...),
	})
}

var plainCode = regexp.MustCompile(`^\d\.\d{6}$`)

// code reads the code as it stands: nothing is trimmed, because " 1.014325" is not 1.014325.
func (r *rowReader) code(outer, inner map[string]any) {
	switch c := inner["code"].(type) {
	case string:
		r.Raw = c
	case json.Number:
		r.Raw = c.String()
	}
	r.Procedure.Code = catalog.Code(r.Raw)
	if _, number := inner["code"].(json.Number); number {
		r.warn("code", warnCodeNumber, r.Raw)
	}
	if !plainCode.MatchString(r.Raw) {
		r.warn("code", warnCodeForm, r.Raw)
	}
	for _, other := range []any{inner["codeNotation"], outer["code"]} {
		if s, ok := other.(string); ok && s != r.Raw && s != "OK" {
			r.warn("code", warnCodeDisagree, s)
		}
	}
}

// object is one object of a record; under names its place for people: "executionMethods.fees".
type object struct {
	r     *rowReader
	m     map[string]any
	under string
}

func (o object) path(key string) string {
	if o.under == "" {
		return key
	}
	return o.under + "." + key
}

// know warns once per file of each key that is not in the list.
func (o object) know(keys map[string]bool) {
	var strange []string
	for key := range o.m {
		if path := o.path(key); !keys[key] && !o.r.seen[path] {
			o.r.seen[path] = true
			strange = append(strange, path)
		}
	}
	slices.Sort(strange)
	for _, path := range strange {
		o.r.Warnings = append(o.r.Warnings, Warning{
			Row: o.r.Number, Code: o.r.Raw, Field: path, Message: warnKeyUnknown, Args: []any{1, path},
		})
	}
}

func keySet(keys ...string) map[string]bool {
	set := make(map[string]bool, len(keys))
	for _, k := range keys {
		set[k] = true
	}
	return set
}

// raw is the text at a key; a number or a truth value is taken as written, with a warning.
func (o object) raw(key, field string) string {
	switch v := o.m[key].(type) {
	case nil:
		return ""
	case string:
		return v
	case json.Number:
		o.r.warn(field, warnTypeWrong, o.path(key))
		return v.String()
	default:
		o.r.warn(field, warnTypeWrong, o.path(key))
		return ""
	}
}

// line and text are the cleaned text at a key, on one line and on several.
func (o object) line(key, field string) string {
	return o.r.clean(field, o.raw(key, field), viet.Clean)
}

func (o object) text(key, field string) string {
	return o.r.clean(field, o.raw(key, field), viet.CleanText)
}

// flag is the truth value at a key.
func (o object) flag(key, field string) bool {
	switch v := o.m[key].(type) {
	case nil:
		return false
	case bool:
		return v
	case string:
		if b, err := strconv.ParseBool(v); err == nil {
			return b
		}
	}
	o.r.warn(field, warnTypeWrong, o.path(key))
	return false
}

// list is the values at a key.
func (o object) list(key, field string) []any {
	switch v := o.m[key].(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	o.r.warn(field, warnTypeWrong, o.path(key))
	return nil
}

// objects is the objects of the list at a key; null among them is skipped.
func (o object) objects(key, field string) []object {
	var out []object
	for _, v := range o.list(key, field) {
		switch m := v.(type) {
		case nil:
			o.r.warn(field, warnListNull, o.path(key))
		case map[string]any:
			out = append(out, object{o.r, m, o.path(key)})
		default:
			o.r.warn(field, warnTypeWrong, o.path(key))
		}
	}
	return out
}

// object is the object at a key, without any key where there is none.
func (o object) object(key, field string) object {
	m, ok := o.m[key].(map[string]any)
	if !ok && o.m[key] != nil {
		o.r.warn(field, warnTypeWrong, o.path(key))
	}
	return object{o.r, m, o.path(key)}
}

// lines is the texts of the list at a key, without the empty ones.
func (o object) lines(key, field string) []string {
	var out []string
	for _, v := range o.list(key, field) {
		s, ok := v.(string)
		if !ok {
			o.r.warn(field, warnTypeWrong, o.path(key))
			continue
		}
		if s = o.r.clean(field, s, viet.Clean); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// The instants between which a date of the portal can lie; others are warned of and left out.
const (
	earliestMillis = -2_208_988_800_000 // 1900
	latestMillis   = 4_102_444_800_000  // 2100
)

// day is the day in Vietnam of an instant in milliseconds: midnight there is 17:00 of the day before in UTC.
func (o object) day(key, field string) value.Date {
	n, isNumber := o.m[key].(json.Number)
	ms, err := n.Int64()
	switch {
	case o.m[key] == nil, isNumber && err == nil && ms == 0:
		return value.Date{}
	case !isNumber, err != nil, ms < earliestMillis, ms > latestMillis:
		o.r.warn(field, warnTypeWrong, o.path(key))
		return value.Date{}
	}
	return value.On(time.UnixMilli(ms))
}

// quantity is a whole number ≥ 0 at a key.
func (o object) quantity(key, field string) (int, bool) {
	switch v := o.m[key].(type) {
	case nil:
		return 0, false
	case json.Number:
		if n, err := strconv.Atoi(v.String()); err == nil && n >= 0 {
			return n, true
		}
	}
	o.r.warn(field, warnTypeWrong, o.path(key))
	return 0, false
}

// missing warns of the parts of which nothing is said.
func (r *rowReader) missing() {
	p := &r.Procedure
	fees := len(p.Fees)
	for _, m := range p.Methods {
		fees += len(m.Fees)
	}
	for _, part := range []struct {
		part  catalog.Part
		known bool
	}{
		{catalog.PartName, p.Name != ""},
		{catalog.PartSteps, len(p.Steps) > 0},
		{catalog.PartChannels, len(p.Methods) > 0},
		{catalog.PartDossier, hasPaper(p.Dossier)},
		{catalog.PartApplicants, len(p.Applicants) > 0},
		{catalog.PartAgency, len(p.Agencies) > 0},
		{catalog.PartFees, fees > 0},
		{catalog.PartResult, len(p.Results) > 0},
		{catalog.PartLegalBasis, len(p.Law) > 0},
	} {
		if !part.known {
			r.warn(string(part.part), warnMissing)
		}
	}
}
