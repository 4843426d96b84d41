package exchange

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rasoat/value"
	"rasoat/viet"
)

// fields reads the keys of one object and tells everything that is wrong with them. Reading goes on after a
// problem, so that all are reported at once; what could not be read is its zero value.
//
//	type.wrong(wanted, found) key.missing key.unknown key.duplicate value.unknown(value) text.control
//	decimal.comma decimal.form decimal.places number.whole date.invalid; <key>.negative <key>.too_large
type fields struct {
	*node
	path string
	p    *problemList
}

// openObject opens n, which must be an object with no other keys.
func openObject(n *node, path string, p *problemList, keys ...string) fields {
	f := fields{n, path, p}
	if !f.isA(n, path, isObject) {
		f.node = &node{}
		return f
	}
	for _, k := range n.keys {
		if !slices.Contains(keys, k) {
			p.add(under(path, k), "key.unknown", k)
		}
	}
	return f
}

func (f fields) isA(n *node, path string, want nodeKind) bool {
	if n.kind != want {
		f.p.add(path, "type.wrong", string(want), string(n.kind))
	}
	return n.kind == want
}

// need tells which of the keys are missing; of what is no object none is.
func (f fields) need(keys ...string) fields {
	for _, k := range keys {
		if f.kind == isObject && f.at(k) == nil {
			f.p.add(under(f.path, k), "key.missing", k)
		}
	}
	return f
}

// find is the value at a key where it is there and of the wanted type.
func (f fields) find(key string, want nodeKind) (*node, string, bool) {
	n, path := f.at(key), under(f.path, key)
	return n, path, n != nil && f.isA(n, path, want)
}

// text is the text at a key in NFC, "" where there is none.
func (f fields) text(key string) string {
	n, path, ok := f.find(key, isString)
	if !ok {
		return ""
	}
	return f.clean(n.text, path)
}

func (f fields) clean(s, path string) string {
	if strings.ContainsFunc(s,
		func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' }) {
		f.p.add(path, "text.control")
	}
	return viet.NFC(s)
}

// texts is the list of texts at a key, nil where it is empty or missing.
func (f fields) texts(key string) []string {
	return each(f, key, func(n *node, path string) string {
		if !f.isA(n, path, isString) {
			return ""
		}
		return f.clean(n.text, path)
	})
}

// each reads the list at a key with read, nil where it is empty or missing.
func each[T any](f fields, key string, read func(n *node, path string) T) []T {
	n, path, ok := f.find(key, isList)
	if !ok {
		return nil
	}
	var out []T
	for i, v := range n.values {
		out = append(out, read(v, item(path, i)))
	}
	return out
}

// one of the allowed values at a key, the zero value where it is missing.
func oneOf[T ~string](f fields, key string, allowed []T) T {
	n, path, ok := f.find(key, isString)
	if !ok {
		return ""
	}
	return allowedOne(f, n, path, allowed)
}

func allowedOne[T ~string](f fields, n *node, path string, allowed []T) T {
	if f.isA(n, path, isString) && !slices.Contains(allowed, T(n.text)) {
		f.p.add(path, "value.unknown", n.text)
	}
	return T(n.text)
}

func (f fields) truth(key string) bool {
	n, _, ok := f.find(key, isBool)
	return ok && n.truth
}

// date is the day at a key, no day where it is missing.
func (f fields) date(key string) value.Date {
	n, path, ok := f.find(key, isString)
	if !ok {
		return value.Date{}
	}
	d, err := value.ParseDate(n.text)
	if err != nil {
		f.p.add(path, "date.invalid", n.text)
	}
	return d
}

// decimal is the number at a key, written as a string or as a number.
func (f fields) decimal(key string) value.Opt[value.Decimal] {
	n, path := f.at(key), under(f.path, key)
	switch {
	case n == nil:
		return value.Opt[value.Decimal]{}
	case n.kind != isString && n.kind != isNumber:
		f.p.add(path, "type.wrong", string(isNumber), string(n.kind))
		return value.Opt[value.Decimal]{}
	}
	d, err := value.ParseDecimal(n.text)
	switch {
	case err == nil:
		return value.Known(d)
	case errors.Is(err, value.ErrDecimalNegative):
		f.p.add(path, key+".negative", n.text)
	case errors.Is(err, value.ErrDecimalPlaces):
		f.p.add(path, "decimal.places", n.text)
	case errors.Is(err, value.ErrOverflow):
		f.p.add(path, key+".too_large", n.text)
	case isComma(n.text):
		f.p.add(path, "decimal.comma", n.text)
	default:
		f.p.add(path, "decimal.form", n.text)
	}
	return value.Opt[value.Decimal]{}
}

// isComma reports whether s is a decimal but for a comma in place of the point.
func isComma(s string) bool {
	_, err := value.ParseDecimal(strings.Replace(s, ",", ".", 1))
	return err == nil || errors.Is(err, value.ErrDecimalNegative) || errors.Is(err, value.ErrDecimalPlaces)
}

// whole is the whole number ≥ 0 at a key, written as a number.
func (f fields) whole(key string) value.Opt[int64] {
	n, path, ok := f.find(key, isNumber)
	if !ok {
		return value.Opt[int64]{}
	}
	i, err := strconv.ParseInt(n.text, 10, 64)
	switch {
	case errors.Is(err, strconv.ErrRange) && !strings.HasPrefix(n.text, "-"):
		f.p.add(path, key+".too_large", n.text)
	case err != nil && !errors.Is(err, strconv.ErrRange):
		f.p.add(path, "number.whole", n.text)
	case strings.HasPrefix(n.text, "-"):
		f.p.add(path, key+".negative", n.text)
	default:
		return value.Known(i)
	}
	return value.Opt[int64]{}
}

// count is whole for numbers of things.
func (f fields) count(key string) value.Opt[int] {
	n, ok := f.whole(key).Get()
	if !ok {
		return value.Opt[int]{}
	}
	if n > maxCount {
		f.p.add(under(f.path, key), key+".too_large", maxCount)
		return value.Opt[int]{}
	}
	return value.Known(int(n))
}

const maxCount = 1_000_000

// amount is whole for money.
func (f fields) amount(key string) value.Opt[value.Money] {
	n, ok := f.whole(key).Get()
	if !ok {
		return value.Opt[value.Money]{}
	}
	return value.Known(value.Money(n))
}
