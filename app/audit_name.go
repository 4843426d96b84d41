package app

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// AuditSubject is what an entry is about, in the words of the data; what does not apply is empty.
type AuditSubject struct {
	ID        string           // number of a proposal, name of an account; key of a place of a monthly report
	Code      catalog.Code     // of the procedure
	Name      string           // of the procedure, person, file or place; number and title of a paper
	Indicator review.Indicator // with Variant, the name of one of its parts
	Variant   string
	Month     value.Month
	Campaign  string
	Plan      string // number
	Pattern   bool   // a plan of another commune that waits to be taken over; nothing of it is named
}

// words are everything by which an entry can be found.
func (s AuditSubject) words() string {
	return strings.Join([]string{s.ID, string(s.Code), s.Name, s.Indicator.Group, s.Indicator.Number, s.Indicator.Name,
		s.Variant, s.Month.String(), s.Campaign, s.Plan}, " ")
}

// auditNames are the names of what entries are about.
type auditNames struct {
	plans      []review.Plan
	people     map[string]string
	procedures map[catalog.Code]string
	proposals  map[string]review.Proposal // by number
	services   map[string]catalog.Code    // procedures of reviews of online services, by number
	papers     map[string]string          // of decisions and reports, by subject: "report 3"
}

func (a *App) auditNames(ctx context.Context) (n auditNames, err error) {
	if n.plans, err = a.store.Plans(ctx); err != nil {
		return n, err
	}
	if n.procedures, err = a.store.ProcedureNames(ctx); err != nil {
		return n, err
	}
	people, err := a.People(ctx)
	if err != nil {
		return n, err
	}
	n.people = map[string]string{}
	for _, p := range people {
		n.people[p.Name] = p.Shown()
	}
	proposals, err := a.store.Proposals(ctx, store.ProposalFilter{IncludeAlternatives: true})
	if err != nil {
		return n, err
	}
	n.proposals, n.services, n.papers = map[string]review.Proposal{}, map[string]catalog.Code{}, map[string]string{}
	for _, p := range proposals {
		n.proposals[strconv.FormatInt(int64(p.ID), 10)] = p
	}
	decisions, err := a.store.Announcements(ctx, store.AnnouncementFilter{})
	if err != nil {
		return n, err
	}
	for _, d := range decisions {
		n.papers["announcement "+strconv.FormatInt(int64(d.Value.ID), 10)] = d.Value.Number + " " + d.Value.Title
	}
	for _, p := range n.plans {
		services, err := a.store.Restructurings(ctx, p.ID, "")
		if err != nil {
			return n, err
		}
		for _, s := range services {
			n.services[strconv.FormatInt(int64(s.Value.ID), 10)] = s.Value.Procedure
		}
		reports, err := a.store.Reports(ctx, p.ID)
		if err != nil {
			return n, err
		}
		for _, r := range reports {
			n.papers["report "+strconv.FormatInt(r.ID, 10)] = r.Number + " " + r.Title
		}
	}
	return n, nil
}

// subject names what an entry of a kind is about; item is how the store files it.
func (n auditNames) subject(kind, item string, d noted) (s AuditSubject) {
	s.ID = item
	switch kind {
	case "procedure", "form_file", "held":
		s.ID, s.Code = "", catalog.Code(item)
	case "proposal":
		p := n.proposals[item]
		if s.Name = p.Title; len(p.Members) == 1 {
			s.Code = p.Members[0].Procedure
		}
	case "restructuring":
		s.Code = n.services[item]
	case "user":
		s.Name = n.people[item]
	case "file":
		s.ID, s.Name = "", d.Name
	case "announcement", "report":
		s.ID, s.Name = "", n.papers[kind+" "+item]
	default:
		n.inPlan(&s, item)
	}
	if d.Item.Code != "" {
		s.Code = d.Item.Code
	}
	if s.Code != "" {
		s.Name = n.procedures[s.Code.Key()]
	}
	return s
}

// inPlan names what lies in a plan: kh-29-2024/nq01-4//2024-05 is an indicator's month, kh-29-2024/internal-b/NB-01 a
// procedure of a campaign, kh-29-2024/2024-07/task/III.2-1 a place of a monthly report.
func (n auditNames) inPlan(s *AuditSubject, item string) {
	keys := strings.Split(item, "/")
	i := slices.IndexFunc(n.plans, func(p review.Plan) bool { return string(p.ID) == keys[0] })
	if i < 0 {
		return
	}
	p := n.plans[i]
	if s.ID, s.Pattern = "", p.Pattern; p.Pattern {
		return
	}
	s.Plan = p.Number
	for _, c := range p.Campaigns {
		if slices.Contains(keys, string(c.ID)) {
			s.Campaign = c.Name
		}
	}
	for _, ind := range p.Indicators {
		if !slices.Contains(keys[1:], ind.ID) {
			continue
		}
		s.Indicator = ind
		for _, v := range ind.Variants {
			if slices.Contains(keys[2:], v.ID) {
				s.Variant = v.Name
			}
		}
	}
	for at, key := range keys[1:] {
		if m, err := value.ParseMonth(key); err == nil {
			s.Month = m
			s.ID = strings.Join(keys[at+2:], "/") // the place, where one is named
			s.Name = p.PlaceTitle(review.PlaceID(s.ID))
		}
	}
	if last := catalog.Code(keys[len(keys)-1]); s.Campaign != "" && n.procedures[last.Key()] != "" {
		s.Code = last
	}
}
