package search

import (
	"strings"
	"unicode/utf8"
)

// letters are those of Vietnamese beside the ones of ASCII, the small ones first: in a stored row each is one
// byte from firstLetter on, which makes rows a quarter smaller before they are compressed. The order is part of
// the mapping.
const letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ" +
	"ĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỚỢÙÚỦỤƯỪỨỬỮỰ–"

const (
	firstLetter = 0x80
	otherLetter = 0xff // stands before any other rune, as UTF-8
)

var (
	letterRunes = []rune(letters)
	letterBytes = func() map[rune]byte {
		out := make(map[rune]byte, len(letterRunes))
		for i, r := range letterRunes {
			out[r] = byte(firstLetter + i)
		}
		return out
	}()
)

// shorten appends a text in letters of one byte.
func shorten(out []byte, text string) []byte {
	for _, r := range text {
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
		} else if b, ok := letterBytes[r]; ok {
			out = append(out, b)
		} else {
			out = utf8.AppendRune(append(out, otherLetter), r)
		}
	}
	return out
}

// lengthen is the text that shorten wrote; ok is false where it did not.
func lengthen(b []byte) (text string, ok bool) {
	var out strings.Builder
	out.Grow(len(b) * 4 / 3)
	for i := 0; i < len(b); i++ {
		switch c := int(b[i]); {
		case c < firstLetter:
			out.WriteByte(b[i])
		case c < firstLetter+len(letterRunes):
			out.WriteRune(letterRunes[c-firstLetter])
		case c != otherLetter:
			return "", false
		default:
			r, size := utf8.DecodeRune(b[i+1:])
			if size == 0 {
				return "", false
			}
			out.WriteRune(r)
			i += size
		}
	}
	return out.String(), true
}
