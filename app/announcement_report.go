package app

import (
	"context"
	"io"
	"slices"
	"strings"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/report"
	"rasoat/report/docx"
	"rasoat/report/xlsx"
	"rasoat/review"
	"rasoat/viet"
)

// AnnouncementSheet writes the register of decisions received in a year, or all of it, as a spreadsheet: in the order
// of receipt.
func (a *App) AnnouncementSheet(ctx context.Context, by Person, w io.Writer, year int) error {
	if err := by.must(account.SeeInternal); err != nil {
		return err
	}
	all, err := a.decisions(ctx)
	if err != nil {
		return err
	}
	slices.Reverse(all)
	all = slices.DeleteFunc(all, func(x review.Announcement) bool { return year > 0 && x.Received.Year != year })
	in := report.AnnouncementRegister{
		Year:  year,
		Items: all,
		Today: a.Today(),
		Touch: a.touchName,
		State: a.postingWords,
	}
	return xlsx.Write(w, in.Document())
}

func (a *App) touchName(k review.TouchKind) string { return a.text.Name("touch", string(k)) }

// postingWords says how a decision stands to its last day.
func (a *App) postingWords(x review.Announcement) string {
	switch late := x.IsLate(a.Today()); {
	case x.InTime():
		return a.text.Say("announcement.in_time")
	case x.IsPosted() && late:
		return a.text.Say("announcement.too_late")
	case x.IsPosted():
		return a.text.Say("announcement.is_posted")
	case !x.IsOwed():
		return a.text.Say("announcement.is_exempt")
	case late:
		return a.text.Say("announcement.owed_late")
	}
	return a.text.Say("announcement.is_owed")
}

// PostingList writes the list of a decision's procedures to post and to take down, as a Word document.
func (a *App) PostingList(ctx context.Context, by Person, w io.Writer, id review.AnnouncementID) error {
	x, err := a.Announcement(ctx, by, id)
	if err != nil {
		return err
	}
	procedures, err := a.touchedProcedures(ctx, a.store, x.Announcement)
	if err != nil {
		return err
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return err
	}
	in := report.PostingList{
		Letterhead: commune.letterhead("TB"),
		Date:       x.Posting.On,
		Decision:   x.Announcement,
		Procedures: procedures,
		Touch:      a.touchName,
		Limit:      a.limitWords,
	}
	if in.Date.IsZero() {
		in.Date = a.Today()
	}
	return docx.Write(w, in.Document())
}

// limitWords are the time limits of a procedure, each once, "" where none is known.
func (a *App) limitWords(p catalog.Procedure) string {
	var out []string
	for _, l := range catalog.Summarize(p).Limits {
		text := l.Text
		if n, known := l.Number.Get(); known {
			text = strings.TrimSpace(viet.Decimal(n) + " " + a.text.Name("unit", string(l.Unit)))
		}
		if text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return strings.Join(out, "; ")
}
