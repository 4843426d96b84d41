package exchange

import (
	"encoding/json"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
)

// feeKinds are the kinds of fees of the portal's API.
var feeKinds = map[string]catalog.FeeKind{
	"FEE": catalog.FeeCharge, "SERVICE_FEE": catalog.FeeFee, "PRICE_LEVEL": catalog.FeePrice,
}

// smallAmount is below what anything costs: amounts under it are mostly thousands, or a placeholder.
const smallAmount value.Money = 1000

// fees reads the fees of one channel. 0 with an explanation is not free but set elsewhere, no value means
// that the explanation is all there is, and no entry that nothing is known.
func (r *rowReader) fees(method object) []catalog.Fee {
	var out []catalog.Fee
	for _, o := range method.objects("fees", "fees") {
		o.know(feeKeys)
		fee := catalog.Fee{Kind: o.feeKind(), Currency: o.currency(), Text: o.feeText()}
		amount, isAmount := o.amount("value")
		out = append(out, r.fee(fee, amount, isAmount))
	}
	return out
}

// fee decides what a stated amount with its explanation means.
func (r *rowReader) fee(fee catalog.Fee, amount value.Money, isAmount bool) catalog.Fee {
	switch {
	case !isAmount && fee.Text != "":
		r.warn("fees", warnFeeTextOnly)
	case !isAmount:
	case amount == 0 && fee.Text != "":
		fee.State = catalog.FeeSetBy
		r.warn("fees", warnFeeSetBy)
	case amount == 0:
		fee.State = catalog.FeeFree
	default:
		fee.State, fee.Amount = catalog.FeeAmount, value.Known(amount)
		r.doubtAmount(fee.Currency, amount)
	}
	return fee
}

func (r *rowReader) doubtAmount(currency string, amount value.Money) {
	if currency != "" {
		r.warn("fees", warnFeeCurrency, amount.String(), currency)
	} else if amount < smallAmount {
		r.warn("fees", warnFeeSmall, amount.String())
	}
}

func (o object) feeKind() catalog.FeeKind {
	text := o.raw("type", "fees")
	kind, ok := feeKinds[text]
	if !ok && text != "" {
		o.r.warn("fees", warnEnum, text)
	}
	return kind
}

// currency is "" for đồng, which is also what no currency means.
func (o object) currency() string {
	return currencyOf(o.line("currencyName", "fees"))
}

func currencyOf(name string) string {
	switch strings.ToLower(name) {
	case "", "vnđ", "vnd", "đồng", "việt nam đồng":
		return ""
	}
	return name
}

// feeText is the explanation, and the name of the file that holds the tariff where there is one.
func (o object) feeText() string {
	text := o.text("description", "fees")
	if file := o.object("attachment", "fees").line("fileName", "fees"); file != "" {
		o.r.warn("fees", warnFeeFile, file)
		text = strings.TrimSpace(text + "\n" + file)
	}
	return text
}

// amount is a whole amount ≥ 0 at a key; ok is false where none is stated.
func (o object) amount(key string) (amount value.Money, ok bool) {
	var written string
	switch v := o.m[key].(type) {
	case nil:
		return 0, false
	case json.Number:
		written = v.String()
	case string:
		written = strings.TrimSpace(v)
		o.r.warn("fees", warnTypeWrong, o.path(key))
	default:
		o.r.warn("fees", warnTypeWrong, o.path(key))
		return 0, false
	}
	whole, fraction, _ := strings.Cut(written, ".")
	amount, err := value.ParseMoney(whole)
	if err != nil || strings.Trim(fraction, "0") != "" || amount < 0 || amount >= value.MaxTotal {
		o.r.warn("fees", warnFeeUnread, written)
		return 0, false
	}
	return amount, true
}
