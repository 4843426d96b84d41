package review

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// AnnouncementID numbers the decisions in the commune's register.
type AnnouncementID int64

// TouchKind is what a decision does to a procedure.
type TouchKind string

// The kinds, in the order in which decisions list them.
const (
	TouchAnnounce TouchKind = "announce" // ban hành mới
	TouchAmend    TouchKind = "amend"    // sửa đổi, bổ sung
	TouchReplace  TouchKind = "replace"  // thay thế
	TouchRepeal   TouchKind = "repeal"   // bãi bỏ
)

// TouchKinds lists all kinds.
var TouchKinds = []TouchKind{TouchAnnounce, TouchAmend, TouchReplace, TouchRepeal}

// Touch is one procedure that a decision touches.
type Touch struct {
	Kind      TouchKind    `json:"kind"`
	Procedure catalog.Code `json:"procedure"`        // key
	By        catalog.Code `json:"by,omitempty"`     // key of what replaces it
	Applied   value.Date   `json:"applied,omitzero"` // since when the catalogue says so; zero: not yet
	// Of a decision that is applied until a day: the versions that stood before it, 0 where it changed nothing, the day
	// on which they came back, and whether another decision stood in the way of that.
	Was      int        `json:"was,omitempty"`
	ByWas    int        `json:"by_was,omitempty"`
	Returned value.Date `json:"returned,omitzero"`
	Kept     bool       `json:"kept,omitempty"`
}

// MayReturn reports whether a version stood before that can come back.
func (t Touch) MayReturn() bool { return t.Was > 0 || t.ByWas > 0 }

// Posting is where and when a decision's procedures were posted (niêm yết), and by whom.
type Posting struct {
	On    value.Date `json:"on,omitzero"`
	Place string     `json:"place,omitempty"`
	By    string     `json:"by,omitempty"`
}

// Announcement is a decision of the superior that announces, amends, replaces or repeals procedures (quyết định công
// bố), as the commune's register holds it: the commune does not announce public procedures, it posts them.
type Announcement struct {
	ID       AnnouncementID `json:"id"`
	Number   string         `json:"number"`
	Date     value.Date     `json:"date"` // signed
	Issuer   string         `json:"issuer,omitempty"`
	Title    string         `json:"title,omitempty"` // trích yếu
	Received value.Date     `json:"received"`
	From     value.Date     `json:"valid_from"`         // since when it holds
	To       value.Date     `json:"valid_to,omitzero"`  // its last day (áp dụng đến ngày); none: until further notice
	Named    value.Date     `json:"due_named,omitzero"` // last day to post that the decision itself names
	Due      value.Date     `json:"due"`                // last day to post
	// entered for the record: it was to be posted before the program came into use, and is never late
	Before  bool    `json:"before,omitempty"`
	Touches []Touch `json:"touches"`
	// when a person let it into the catalogue; its effects are fixed then
	Confirmed value.Date `json:"confirmed,omitzero"`
	Posting   Posting    `json:"posting,omitzero"`
	Exempt    string     `json:"exempt,omitempty"` // why the commune does not have to post it
	Scan      Evidence   `json:"scan,omitzero"`
	Note      string     `json:"note,omitempty"`
}

// IsSame reports whether two entries are of one decision: one number however it is spelt, one day, one body. A body may
// be named in short, "UBND tỉnh"; where none is named it may be any.
func (a Announcement) IsSame(o Announcement) bool {
	x, y := issuerOf(a), issuerOf(o)
	return a.Date == o.Date && SameNumber(a.Number, o.Number) && (strings.HasPrefix(x, y) || strings.HasPrefix(y, x))
}

// issuerOf is who issued a decision, in letters to compare: the chairman signs for the committee.
func issuerOf(a Announcement) string { return strings.TrimPrefix(viet.Fold(a.Issuer), "chu tich ") }

// IsConfirmed reports whether a person has let it into the catalogue.
func (a Announcement) IsConfirmed() bool { return !a.Confirmed.IsZero() }

// IsPosted reports whether its procedures are posted.
func (a Announcement) IsPosted() bool { return !a.Posting.On.IsZero() }

// IsOwed reports whether its procedures are still to be posted.
func (a Announcement) IsOwed() bool { return !a.IsPosted() && a.Exempt == "" }

// InTime reports whether it was posted by its last day.
func (a Announcement) InTime() bool { return a.IsPosted() && !a.Posting.On.After(a.Due) }

// IsLate reports whether its last day is past without posting, or it was posted later. The last day itself is in time.
// What was to be posted before the program came into use is not late.
func (a Announcement) IsLate(today value.Date) bool {
	return !a.Before && (a.IsOwed() && today.After(a.Due) || a.IsPosted() && a.Posting.On.After(a.Due))
}

// IsPending reports whether it was let into the catalogue with an effect that still waits for its day.
func (a Announcement) IsPending() bool {
	return a.IsConfirmed() && slices.ContainsFunc(a.Touches, func(t Touch) bool { return t.Applied.IsZero() })
}

// IsTemporary reports whether it was let into the catalogue with an effect that has an end and has not come back yet.
func (a Announcement) IsTemporary() bool {
	back := func(t Touch) bool { return !t.Returned.IsZero() }
	return a.IsConfirmed() && !a.To.IsZero() && !slices.ContainsFunc(a.Touches, back)
}

// Decision is the decision as a procedure names it.
func (a Announcement) Decision() catalog.Decision {
	return catalog.Decision{Number: a.Number, Date: a.Date, By: a.Issuer}
}

// Codes lists the keys of all procedures it touches, those that replace others too, each once.
func (a Announcement) Codes() []catalog.Code {
	var out []catalog.Code
	for _, t := range a.Touches {
		for _, c := range []catalog.Code{t.Procedure, t.By} {
			if c != "" && !slices.Contains(out, c.Key()) {
				out = append(out, c.Key())
			}
		}
	}
	return out
}

// postingDays is how many working days there are to post a decision's procedures.
//
// Practice, not law: docs/decisions/0063.
const postingDays = 5

// PostingDue is the last day to post the procedures of a decision: the one that the decision itself names, else so
// many working days after the day on which the commune received it, or on which it was signed, as the plan's rules say.
//
// Practice, not law: docs/decisions/0063.
func PostingDue(a Announcement, r Rules, c viet.Calendar) value.Date {
	if !a.Named.IsZero() {
		return a.Named
	}
	from := a.Received
	if r.PostingFromSigned {
		from = a.Date
	}
	if from.IsZero() {
		return from
	}
	return c.AddWorking(from, r.PostingDays.Or(postingDays))
}

// IsBefore reports whether a decision was to be posted before the program came into use: its own last day was past
// then, or it names none and came in before, or its days from the one on which it was signed were over. Without a day
// none was.
//
// Practice, not law: docs/decisions/0063.
func IsBefore(a Announcement, r Rules, c viet.Calendar, began value.Date) bool {
	if began.IsZero() || !a.Named.IsZero() {
		return !began.IsZero() && a.Named.Before(began)
	}
	r.PostingFromSigned = true
	return a.Received.Before(began) || PostingDue(a, r, c).Before(began)
}

// Bounds of what people write.
const (
	maxAnnouncementNumber = 80
	maxAnnouncementText   = 1_000
)

// RecordAnnouncement tidies and checks what is to stand in the register, and says its last day to post. Procedures are
// those of the catalogue by key. A decision without a day of its own holds from the day on which it was signed.
//
// Practice, not law: docs/decisions/0063.
func RecordAnnouncement(
	a Announcement, procedures map[catalog.Code]catalog.Procedure, r Rules, c viet.Calendar, today value.Date,
) (Announcement, error) {
	a.Number, a.Issuer = viet.Clean(a.Number), viet.Clean(a.Issuer)
	a.Title, a.Note = viet.CleanText(a.Title), viet.CleanText(a.Note)
	var p value.Problems
	if a.Number == "" {
		p.Add("number", "decision.number_missing")
	}
	for _, x := range []struct {
		field, text string
		most        int
	}{
		{"number", a.Number, maxAnnouncementNumber},
		{"issuer", a.Issuer, maxAnnouncementText},
		{"title", a.Title, maxAnnouncementText},
		{"note", a.Note, maxAnnouncementText},
	} {
		if n := utf8.RuneCountInString(x.text); n > x.most {
			p.Add(x.field, "announcement.long", x.most, n)
		}
	}
	switch {
	case a.Date.IsZero():
		p.Add("date", "decision.date_missing")
	case a.Date.After(today):
		p.Add("date", "date.future")
	}
	switch {
	case a.Received.IsZero():
		p.Add("received", "on.missing")
	case a.Received.After(today):
		p.Add("received", "date.future")
	case a.Received.Before(a.Date):
		p.Add("received", "announcement.received_before")
	}
	if !a.Named.IsZero() && a.Named.Before(a.Date) {
		p.Add("named", "announcement.named_before")
	}
	p = append(p, checkTouches(a.Touches, procedures)...)
	if a.From.IsZero() {
		a.From = a.Date
	}
	if !a.To.IsZero() && a.To.Before(a.From) {
		p.Add("to", "announcement.to_before", viet.ShortDate(a.From))
	}
	if a.IsPosted() && a.Posting.On.Before(a.Received) {
		p.Add("received", "announcement.received_after_posting")
	}
	a.Due = PostingDue(a, r, c)
	return a, p.Err()
}

// RecordPast is the entry of a decision that announced procedures before they came into the catalogue under it: they
// are as it left them. The commune had it from its day on; where its last day to post is past, it is here for the
// record.
//
// Practice, not law: docs/decisions/0063.
func RecordPast(
	a Announcement, announced map[catalog.Code]catalog.Procedure, r Rules, c viet.Calendar, today, began value.Date,
) (Announcement, error) {
	a.Received, a.Confirmed, a.Touches = a.Date, today, Announced(announced, today)
	a, err := RecordAnnouncement(a, announced, r, c, today)
	a.Before = IsBefore(a, r, c, began) || a.Due.Before(today)
	return a, err
}

// Announced are the touches of a decision that announced procedures which the catalogue has as it left them.
func Announced(procedures map[catalog.Code]catalog.Procedure, today value.Date) (out []Touch) {
	for _, code := range slices.Sorted(maps.Keys(procedures)) {
		out = append(out, Touch{Kind: TouchAnnounce, Procedure: code, Applied: today})
	}
	return out
}

// checkTouches lists what is wrong with what a decision is said to touch, at the field of its kind.
func checkTouches(touches []Touch, procedures map[catalog.Code]catalog.Procedure) (p value.Problems) {
	seen := map[catalog.Code]bool{}
	for _, t := range touches {
		for _, code := range []catalog.Code{t.Procedure, t.By} {
			if code == "" {
				continue
			}
			if seen[code.Key()] {
				p.Add(string(t.Kind), "procedure.twice", string(code))
			}
			seen[code.Key()] = true
			if _, known := procedures[code.Key()]; !known {
				p.Add(string(t.Kind), "procedure.unknown", string(code))
			}
		}
		if t.Kind == TouchReplace && t.By == "" {
			p.Add(string(t.Kind), "announcement.replace_form", string(t.Procedure))
		}
		if known, there := procedures[t.Procedure.Key()]; there {
			if code := misfit(t.Kind, known.Status); code != "" {
				p.Add(string(t.Kind), code, string(t.Procedure))
			}
		}
	}
	if len(touches) == 0 {
		p.Add("touches", "announcement.touches_missing")
	}
	return p
}

// misfit is why a decision cannot do that to a procedure of a status; "" where it can.
func misfit(k TouchKind, s catalog.Status) string {
	waits := s == catalog.Draft || s == catalog.Typical
	switch {
	case k == TouchAnnounce:
		return ""
	case waits:
		return "announcement.not_announced"
	case k == TouchAmend && s == catalog.Repealed:
		return "announcement.repealed"
	}
	return ""
}

// PostAnnouncement notes that a decision's procedures were posted: when, where, by whom. It may be said again where it
// was said wrongly.
//
// Practice, not law: docs/decisions/0063.
func PostAnnouncement(a Announcement, posting Posting, today value.Date) (Announcement, error) {
	posting.Place, posting.By = viet.Clean(posting.Place), viet.Clean(posting.By)
	var p value.Problems
	switch {
	case posting.On.IsZero():
		p.Add("posted", "on.missing")
	case posting.On.After(today):
		p.Add("posted", "date.future")
	case posting.On.Before(a.Received):
		p.Add("posted", "announcement.posted_before", viet.ShortDate(a.Received))
	}
	if posting.Place == "" {
		p.Add("place", "announcement.place_missing")
	}
	if posting.By == "" {
		p.Add("by", "announcement.by_missing")
	}
	for _, x := range []struct{ field, text string }{{"place", posting.Place}, {"by", posting.By}} {
		if n := utf8.RuneCountInString(x.text); n > maxAnnouncementText {
			p.Add(x.field, "announcement.long", maxAnnouncementText, n)
		}
	}
	if len(p) > 0 {
		return a, p
	}
	a.Posting, a.Exempt = posting, ""
	return a, nil
}

// ExemptAnnouncement notes why the commune does not have to post a decision that was not posted.
//
// Practice, not law: docs/decisions/0063.
func ExemptAnnouncement(a Announcement, reason string) (Announcement, error) {
	var p value.Problems
	reason = strings.TrimSpace(reason)
	switch n := utf8.RuneCountInString(reason); {
	case a.IsPosted():
		p.Add("", "announcement.posted")
	case n == 0:
		p.Add("reason", "reason.missing")
	case n > maxAnnouncementText:
		p.Add("reason", "announcement.long", maxAnnouncementText, n)
	}
	if len(p) > 0 {
		return a, p
	}
	a.Exempt = reason
	return a, nil
}
