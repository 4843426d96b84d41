package field

import (
	"slices"
	"strconv"
	"strings"

	"rasoat/app/text"
	"rasoat/value"
	"rasoat/viet"
)

// one makes a field of a single answer. Read is given what was typed without blanks around it.
func one[T any](name string, looks []Look, write func(*T) string, read func(*T, string) *value.Problem) Field[T] {
	return Field[T]{
		name:  name,
		looks: looks,
		write: func(t *T) []string { return []string{write(t)} },
		read: func(t *T, typed []string) *value.Problem {
			return read(t, strings.TrimSpace(strings.Join(typed, "\n")))
		},
	}
}

// code makes a field of a name that stands as it is typed.
func code[T any, S ~string](name string, at func(*T) *S, looks []Look) Field[T] {
	return one(name, looks,
		func(t *T) string { return string(*at(t)) },
		func(t *T, typed string) *value.Problem { *at(t) = S(typed); return nil })
}

// short makes a short field of a value: how it is written, and how it is read. What cannot be read changes nothing.
func short[T, V any](
	name string, at func(*T) *V, looks []Look, write func(V) string, read func(string) (V, *value.Problem),
) Field[T] {
	return one(name, append([]Look{Short}, looks...),
		func(t *T) string { return write(*at(t)) },
		func(t *T, typed string) *value.Problem {
			v, p := read(typed)
			if p == nil {
				*at(t) = v
			}
			return p
		})
}

// open makes a short field of a value that may be left open: an empty field is not 0.
func open[T, V any](
	name string, at func(*T) *value.Opt[V], looks []Look, write func(V) string, read func(string) (V, *value.Problem),
) Field[T] {
	return short(name, at, looks,
		func(o value.Opt[V]) string {
			if v, known := o.Get(); known {
				return write(v)
			}
			return ""
		},
		func(typed string) (value.Opt[V], *value.Problem) {
			if typed == "" {
				return value.Opt[V]{}, nil
			}
			v, p := read(typed)
			return value.Known(v), p
		})
}

// Text is a line of words.
func Text[T any](name string, at func(*T) *string, looks ...Look) Field[T] {
	return one(name, looks,
		func(t *T) string { return *at(t) },
		func(t *T, typed string) *value.Problem { *at(t) = viet.Clean(typed); return nil })
}

// Long is words in several lines.
func Long[T any](name string, at func(*T) *string, looks ...Look) Field[T] {
	return one(name, append([]Look{Tall(0)}, looks...),
		func(t *T) string { return *at(t) },
		func(t *T, typed string) *value.Problem { *at(t) = viet.CleanText(typed); return nil })
}

// Lines is one thing a line; blank lines are none.
func Lines[T any](name string, at func(*T) *[]string, looks ...Look) Field[T] {
	return one(name, append([]Look{Tall(0)}, looks...),
		func(t *T) string { return strings.Join(*at(t), "\n") },
		func(t *T, typed string) *value.Problem { *at(t) = SplitLines(typed); return nil })
}

// SplitLines are the lines of a text that has one thing a line; blank ones are none.
func SplitLines(typed string) []string {
	var out []string
	for line := range strings.Lines(typed) {
		if line = viet.Clean(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// Key is the hidden name of a row, by which what the form does not ask is kept; a new row has none.
func Key[T any, S ~string](name string, at func(*T) *S) Field[T] {
	f := code(name, at, nil)
	f.key = true
	return f
}

// Titled is what a row is called, where its first answer will not do. It asks nothing.
func Titled[T any](title func(w *text.Table, t *T) string) Field[T] { return Field[T]{title: title} }

// Word is one of an enumeration's values; "" among them has the name of "none".
func Word[T any, W ~string](name string, at func(*T) *W, enum string, words []W, looks ...Look) Field[T] {
	f := code(name, at, looks)
	f.options = func(s *Sheet, _ string) (out []Option) {
		for _, w := range words {
			out = append(out, Option{Value: string(w), Text: s.Words.Name(enum, string(w))})
		}
		return out
	}
	f.say = func(w *text.Table, _, typed string) string {
		if typed == "" && !slices.Contains(words, "") {
			return ""
		}
		return w.Name(enum, typed)
	}
	return f
}

// Words is any of an enumeration's values, each with a box to tick.
func Words[T any, W ~string](name string, at func(*T) *[]W, enum string, words []W, looks ...Look) Field[T] {
	f := Word(name, func(*T) *W { return nil }, enum, words, append([]Look{Kind("checks")}, looks...)...)
	f.box = true
	f.write = func(t *T) (out []string) {
		for _, w := range *at(t) {
			out = append(out, string(w))
		}
		return out
	}
	f.read = func(t *T, typed []string) *value.Problem {
		var out []W
		for _, w := range typed {
			out = append(out, W(w))
		}
		*at(t) = out
		return nil
	}
	return f
}

// Offer is one of the answers that the sheet offers under a name: what there is decides, not an enumeration.
func Offer[T any, W ~string](name string, at func(*T) *W, offer string, looks ...Look) Field[T] {
	f := code(name, at, looks)
	f.options = func(s *Sheet, _ string) []Option { return slices.Clone(s.Offers[offer]) }
	return f
}

// Either is a choice between two words: "before" and "itself" for whether a day counts. They are named under the key
// of the label.
func Either[T any](name string, at func(*T) *bool, no, yes string, looks ...Look) Field[T] {
	return Pick(name, []string{no, yes},
		func(t *T) string {
			if *at(t) {
				return yes
			}
			return no
		},
		func(t *T, word string) { *at(t) = word == yes }, looks...)
}

// Pick is a choice between words that are named under the key of the label; the first is what an empty answer means.
func Pick[T any](name string, words []string, write func(*T) string, read func(*T, string), looks ...Look) Field[T] {
	f := one(name, looks, write, func(t *T, typed string) *value.Problem {
		if typed == "" {
			typed = words[0]
		}
		if !slices.Contains(words, typed) {
			return &value.Problem{Code: "typed.choice"}
		}
		read(t, typed)
		return nil
	})
	f.options = func(s *Sheet, label string) (out []Option) {
		for _, w := range words {
			out = append(out, Option{Value: w, Text: s.Words.Say(label + "." + w)})
		}
		return out
	}
	f.say = func(w *text.Table, label, typed string) string { return w.Say(label + "." + typed) }
	return f
}

// Tick is a box to tick.
func Tick[T any](name string, at func(*T) *bool, looks ...Look) Field[T] {
	f := Either(name, at, "", "1", append([]Look{Kind("check")}, looks...)...)
	f.box, f.options = true, nil
	f.say = func(w *text.Table, _, typed string) string { return w.Name("yes_no", typed) }
	return f
}

// Date is a day; an empty field is none.
func Date[T any](name string, at func(*T) *value.Date, looks ...Look) Field[T] {
	f := short(name, at, looks, viet.ShortDate, ReadDate)
	f.hint = "date.hint"
	return f
}

// ReadDate reads a day as it is typed; "" is none.
func ReadDate(typed string) (value.Date, *value.Problem) {
	if typed = strings.TrimSpace(typed); typed == "" {
		return value.Date{}, nil
	}
	d, err := viet.ParseDate(typed)
	if err != nil {
		return d, &value.Problem{Code: "date.typed", Args: []any{typed}}
	}
	return d, nil
}

// Whole is a whole number from least to most; an empty field is 0.
func Whole[T any, N ~int | ~int64](name string, at func(*T) *N, least, most N, looks ...Look) Field[T] {
	return short(name, at, looks,
		func(n N) string {
			switch {
			case n == 0:
				return ""
			case most < 10_000: // a year, a day, a place: no dot in it
				return strconv.FormatInt(int64(n), 10)
			}
			return viet.Number(int64(n))
		},
		func(typed string) (N, *value.Problem) {
			if typed == "" {
				return 0, nil
			}
			return readWhole(typed, least, most)
		})
}

// Count is a whole number ≥ 0 that may be unknown: an empty field is not 0.
func Count[T any, N ~int | ~int64](name string, at func(*T) *value.Opt[N], most N, looks ...Look) Field[T] {
	return open(name, at, looks,
		func(n N) string { return viet.Number(int64(n)) },
		func(typed string) (N, *value.Problem) { return readWhole(typed, 0, most) })
}

func readWhole[N ~int | ~int64](typed string, least, most N) (N, *value.Problem) {
	n, err := viet.ParseCount(typed)
	if err != nil || n < int64(least) || n > int64(most) {
		return 0, &value.Problem{Code: "typed.whole", Args: []any{bound(int64(least)), bound(int64(most)), typed}}
	}
	return N(n), nil
}

// bound writes a bound of a number: a year has no dot in it.
func bound(n int64) string {
	if n < 10_000 {
		return strconv.FormatInt(n, 10)
	}
	return viet.Number(n)
}

// Decimal is a number ≥ 0 of at most four decimal places; an empty field is 0.
func Decimal[T any](name string, at func(*T) *value.Decimal, looks ...Look) Field[T] {
	return short(name, at, looks, viet.Decimal, readDecimal)
}

// DecimalOr is a Decimal that may be left open: an empty field is not 0.
func DecimalOr[T any](name string, at func(*T) *value.Opt[value.Decimal], looks ...Look) Field[T] {
	return open(name, at, looks, viet.Decimal, readDecimal)
}

// Percent is a Decimal that may be typed with its sign.
func Percent[T any](name string, at func(*T) *value.Decimal, looks ...Look) Field[T] {
	f := short(name, at, looks, viet.Decimal, readPercent)
	f.say = sayPercent
	return f
}

// PercentOr is a Percent that may be left open: an empty field is not 0.
func PercentOr[T any](name string, at func(*T) *value.Opt[value.Decimal], looks ...Look) Field[T] {
	f := open(name, at, looks, viet.Decimal, readPercent)
	f.say = sayPercent
	return f
}

func sayPercent(_ *text.Table, _, typed string) string {
	if typed == "" {
		return ""
	}
	return typed + "%"
}

func readDecimal(typed string) (value.Decimal, *value.Problem) {
	bare := viet.Clean(typed)
	if bare == "" {
		return 0, nil
	}
	d, err := viet.ParseDecimal(bare)
	if err != nil {
		return 0, &value.Problem{Code: "typed.decimal", Args: []any{typed}}
	}
	return d, nil
}

func readPercent(typed string) (value.Decimal, *value.Problem) {
	d, p := readDecimal(strings.TrimSuffix(viet.Clean(typed), "%"))
	if p != nil {
		p = &value.Problem{Code: "typed.percent", Args: []any{typed}}
	}
	return d, p
}

// Money is whole đồng; an empty field is 0.
func Money[T any](name string, at func(*T) *value.Money, looks ...Look) Field[T] {
	return short(name, at, looks,
		func(m value.Money) string { return viet.Number(int64(m)) },
		func(typed string) (value.Money, *value.Problem) {
			if typed == "" {
				return 0, nil
			}
			m, err := viet.ParseMoney(typed)
			if err != nil {
				return 0, &value.Problem{Code: "typed.money", Args: []any{typed}}
			}
			return m, nil
		})
}

// Own is an answer that no kind fits: how it stands in the form, and how it is read. A problem needs no field.
func Own[T any](name string, write func(*T) string, read func(*T, string) *value.Problem, looks ...Look) Field[T] {
	return one(name, looks, write, read)
}
