package register

import (
	"context"
	"maps"
	"strings"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
)

// What the forms of a decision ask, by the names that review gives its fields.

// announcementKeys is under which keys their labels stand.
const announcementKeys = "announcement"

// announcementForm is a decision as it came in; its procedures stand as lists of codes.
var announcementForm = append(field.Form[app.AnnouncementOrder]{
	field.Text("number", func(o *app.AnnouncementOrder) *string { return &o.Number }, field.Need, field.Medium),
	field.Date("date", func(o *app.AnnouncementOrder) *value.Date { return &o.Date }, field.Need),
	field.Text("issuer", func(o *app.AnnouncementOrder) *string { return &o.Issuer }, field.Medium),
	field.Text("title", func(o *app.AnnouncementOrder) *string { return &o.Title }),
	field.Date("from", func(o *app.AnnouncementOrder) *value.Date { return &o.From }),
	field.Date("received", func(o *app.AnnouncementOrder) *value.Date { return &o.Received }, field.Need),
	field.Date("named", func(o *app.AnnouncementOrder) *value.Date { return &o.Named }),
	field.Long("note", func(o *app.AnnouncementOrder) *string { return &o.Note }, field.Tall(2)),
}, touchFields()...)

// touchFields are the lists of procedures, one of each kind.
func touchFields() (out field.Form[app.AnnouncementOrder]) {
	for _, k := range review.TouchKinds {
		out = append(out, field.Own(string(k),
			func(o *app.AnnouncementOrder) string { return o.Lists[k] },
			func(o *app.AnnouncementOrder, typed string) *value.Problem {
				lists := maps.Clone(o.Lists) // what it was copied from keeps its own
				lists[k] = typed
				o.Lists = lists
				return nil
			}, field.Tall(3)))
	}
	return out
}

// touchNames are the names of touchFields.
func touchNames() (out []string) {
	for _, k := range review.TouchKinds {
		out = append(out, string(k))
	}
	return out
}

// orderOf is a decision of the register as its form has it.
func orderOf(x review.Announcement) app.AnnouncementOrder {
	o := app.AnnouncementOrder{Announcement: x, Lists: map[review.TouchKind]string{}}
	for _, k := range review.TouchKinds {
		o.Lists[k] = touchLines(x, k)
	}
	return o
}

// touchLines are the procedures of one kind, one a line, as ReadTouches reads them.
func touchLines(x review.Announcement, k review.TouchKind) string {
	var out []string
	for _, t := range x.Touches {
		switch {
		case t.Kind != k:
		case t.By != "":
			out = append(out, string(t.Procedure)+" → "+string(t.By))
		default:
			out = append(out, string(t.Procedure))
		}
	}
	return strings.Join(out, "\n")
}

// formFor is what may still be said of a decision: once it was let into the catalogue its number, its days and its
// procedures stay.
func formFor(x app.Announcement) field.Form[app.AnnouncementOrder] {
	if x.IsConfirmed() {
		return announcementForm.Named("title", "received", "named", "note")
	}
	return announcementForm
}

// Steps of a decision, as the addresses spell them.
const (
	StepApply  = "/cap-nhat"
	StepPost   = "/niem-yet"
	StepExempt = "/khong-niem-yet"
)

// announcementSteps are the steps of a decision that ask something.
var announcementSteps = []step[review.Announcement]{
	{
		path:   StepPost,
		key:    "announcement.post",
		button: "announcement.note_posting",
		form: field.Form[review.Announcement]{
			field.Date("posted", func(x *review.Announcement) *value.Date { return &x.Posting.On },
				field.Label("posted_on"), field.Need),
			field.Text("place", func(x *review.Announcement) *string { return &x.Posting.Place },
				field.Need, field.Medium),
			field.Text("by", func(x *review.Announcement) *string { return &x.Posting.By }, field.Need, field.Medium),
		},
		check: func(stands, typed review.Announcement, today value.Date) error {
			_, err := review.PostAnnouncement(stands, typed.Posting, today)
			return err
		},
		do: func(ctx context.Context, a *app.App, by app.Person, base int, x review.Announcement) error {
			return a.PostAnnouncement(ctx, by, x.ID, base, x.Posting)
		},
	},
	{
		path:   StepExempt,
		key:    "announcement.exempt_do",
		button: "announcement.exempt_do",
		form: field.Form[review.Announcement]{
			field.Text("reason", func(x *review.Announcement) *string { return &x.Exempt },
				field.Label("exempt"), field.Need, field.Medium),
		},
		do: func(ctx context.Context, a *app.App, by app.Person, base int, x review.Announcement) error {
			return a.ExemptAnnouncement(ctx, by, x.ID, base, x.Exempt)
		},
	},
}
