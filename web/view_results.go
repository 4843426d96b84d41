package web

// results is what a search found. Template: results.
type results struct {
	frame
	Count      string // "12 thủ tục"
	For        string // the query; empty: everything by name
	DidYouMean []link
	Hits       []resultHit
	Facets     []facetList
	Set        []link // the filters that are set; a click lifts one
	Sorts      []pageLink
	Explain    link // takes the explanations away; empty where there are none
	Paging     paging
	Nothing    emptyState // shown where there are no hits
	Repealed   link       // to what is left out because it is repealed; no text: nothing is
	Took       string     // "0,8 mili giây", for officials; may be empty
}

// resultHit is one procedure found.
type resultHit struct {
	Href     string
	NameHTML marked
	Passage  marked // may be empty
	Code     string
	Facts    []string // field, time limit, fee, channels: what is known, in this order
	Handler  string   // who handles it, only where that is not the commune
	Badges   []badge
	Explain  string   // address that says why it stands here; empty where it is said
	Why      []string // why it stands here, in words
}
