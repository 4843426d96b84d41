package catalog

import (
	"rasoat/value"
	"rasoat/viet"
)

// LimitText is a time limit as documents write it: "5 ngày làm việc"; a number without unit stays bare,
// the text stands in brackets behind the number.
func LimitText(t TimeLimit) string {
	n, ok := t.Number.Get()
	if !ok {
		return t.Text
	}
	text := joined(" ", viet.Decimal(n), UnitName(t.Unit))
	if t.Text != "" {
		text += " (" + t.Text + ")"
	}
	return text
}

// FeeText is a fee as documents write it: "Lệ phí: 10.000 đồng", "Miễn phí". A fee of which nothing is
// known is its text alone, never "free".
func FeeText(f Fee) string {
	what := ""
	switch amount, known := f.Amount.Get(); {
	case f.State == FeeFree:
		what = "miễn phí"
	case known:
		what = amountText(amount, f.Currency)
	}
	if f.Text != "" && what != "" {
		what += " (" + f.Text + ")"
	} else if f.Text != "" {
		what = f.Text
	}
	return joined(": ", feeKindName(f.Kind), what)
}

func amountText(m value.Money, currency string) string {
	if currency == "" {
		return viet.Money(m)
	}
	return viet.Number(int64(m)) + " " + currency
}

// ChannelName is the official term for a channel, as it stands in the text of a part.
func ChannelName(c Channel) string {
	switch c {
	case InPerson:
		return "Trực tiếp"
	case Online:
		return "Trực tuyến"
	case Postal:
		return "Dịch vụ bưu chính công ích"
	}
	return string(c)
}

// UnitName is the official term for a unit of time, "" for none.
func UnitName(u Unit) string {
	switch u {
	case WorkingDays:
		return "ngày làm việc"
	case Days:
		return "ngày"
	case Hours:
		return "giờ"
	case Months:
		return "tháng"
	case Years:
		return "năm"
	}
	return string(u)
}

func feeKindName(k FeeKind) string {
	switch k {
	case FeeCharge:
		return "Lệ phí"
	case FeeFee:
		return "Phí"
	case FeePrice:
		return "Mức giá"
	}
	return string(k)
}
