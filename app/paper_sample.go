package app

import "rasoat/report"

// Paper is the head and the foot of a report as a commune's particulars print them.
type Paper struct {
	report.Document
	NationalName, Motto string
	Above               [][]report.Run // above the signature
	Signer              []report.Run   // below it
}

// SamplePaper is what a commune's particulars print; number and day are dotted lines.
func SamplePaper(c Commune) Paper {
	p := Paper{
		Document: report.Document{
			Letterhead: c.clean().letterhead("BC"),
			Type:       "BÁO CÁO",
			Addressees: []string{c.Addressee},
		},
		NationalName: report.NationalName,
		Motto:        report.Motto,
	}
	above, signer := p.Letterhead.SignatureLines()
	p.Above, p.Signer = above, []report.Run{signer}
	return p
}
