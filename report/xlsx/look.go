package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"rasoat/report"
)

// look is how a cell looks.
type look struct {
	size       float64 // in points; 0: as the rest
	bold, head bool
	plain      bool // without a border: words beside a table
	unit       report.Unit
	places     int // of a percentage
}

const (
	textSize  = 12 // points
	titleSize = 14
)

// style is the style of a look; each is made once.
func (b *book) style(l look) (int, error) {
	if id, made := b.styles[l]; made {
		return id, nil
	}
	size := l.size
	if size == 0 {
		size = textSize
	}
	s := excelize.Style{
		Font:      &excelize.Font{Family: "Times New Roman", Size: size, Bold: l.bold || l.head},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.size == 0},
	}
	if !l.plain {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Style: 1, Color: "000000"})
		}
	}
	if l.head {
		s.Alignment.Horizontal, s.Alignment.Vertical = "center", "center"
	}
	if format := l.format(); format != "" {
		s.CustomNumFmt, s.Alignment.WrapText = &format, false
	}
	id, err := b.NewStyle(&s)
	b.styles[l] = id
	return id, err
}

// format is how a number is shown; "" leaves it as it is.
func (l look) format() string {
	switch l.unit {
	case report.Count, report.Dong:
		return "#,##0"
	case report.Day:
		return "d/m/yyyy"
	case report.Percent:
		if l.places > 0 {
			return "0." + strings.Repeat("0", l.places)
		}
		return "0"
	}
	return ""
}
