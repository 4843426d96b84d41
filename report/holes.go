package report

import "slices"

// Holes names what a document lacks: particulars such as its number, and passages that only people can write. Each is
// named once, in the order of the document.
func (d Document) Holes() (particulars, passages []string) {
	seen := map[string]bool{}
	add := func(lines ...[]Run) {
		for _, line := range lines {
			for _, r := range line {
				if r.Hole != "" && !seen[r.Hole] {
					seen[r.Hole] = true
					particulars = append(particulars, r.Hole)
				}
			}
		}
	}
	if !d.Section {
		above, name := d.Letterhead.SignatureLines()
		add(d.Letterhead.IssuerLines()...)
		add(d.NumberLine(), d.PlaceDate())
		add(d.AddresseeLines()...)
		add(d.RecipientLines()...)
		add(above...)
		add([]Run{name})
	}
	blocks := slices.Clone(d.Body)
	for _, a := range d.Annexes {
		blocks = append(blocks, a.Body...)
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case Paragraph:
			add(b.Runs)
		case Bullet:
			add(b.Runs)
		case Signatures:
			add(b.Day)
			add(b.Left...)
			add(b.Right...)
			add([]Run{b.Author, b.Name})
		case Dotted:
			if !seen[b.What] {
				seen[b.What] = true
				passages = append(passages, b.What)
			}
		}
	}
	return particulars, passages
}
