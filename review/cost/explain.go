package cost

import "rasoat/value"

// Explanation holds the parts of a row's sum in the order in which a reader with a calculator does it again:
// Hours × Rate = Labour; Labour + Service + Fees = Unit; Unit × Times × Subjects = Annual.
type Explanation struct {
	Hours    value.Decimal
	Rate     value.Money
	Labour   value.Money
	Service  value.Money
	Fees     value.Money
	Unit     value.Money
	Times    value.Decimal
	Subjects int64
	Annual   value.Money
	// Rounded say that the product beside them had a fraction of a đồng, so that "≈" stands and not "=".
	LabourRounded, AnnualRounded bool
}

// Explain lays out how row came to c, which must be its price.
func Explain(row Row, c RowCost) Explanation {
	return Explanation{
		Hours: row.Hours, Rate: row.HourlyRate, Labour: c.Labour,
		Service: row.ServiceCost, Fees: row.Fees, Unit: c.UnitCost,
		Times: row.TimesPerYear, Subjects: row.SubjectsPerYear, Annual: c.AnnualCost,
		LabourRounded: product(int64(row.Hours), int64(row.HourlyRate)).
			Cmp(product(int64(c.Labour), value.DecimalScale)) != 0,
		AnnualRounded: product(int64(c.UnitCost), int64(row.TimesPerYear), row.SubjectsPerYear).
			Cmp(product(int64(c.AnnualCost), value.DecimalScale)) != 0,
	}
}
