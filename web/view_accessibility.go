package web

// accessibilityPage is the accessibility statement. Template: accessibility.
type accessibilityPage struct {
	frame
	Whom string // "UBND xã An Bình"; empty before the first start is done
}
