package review_test

import (
	"slices"
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// Plan 29/KH-UBND, III.1(a): a monthly report fulfils its month, a review summary the duty of its campaign; what
// figures decide no paper fulfils.
func TestPaper_Fulfils(t *testing.T) {
	p := review.Plan{Duties: []review.Duty{{ID: "D1", Campaign: review.CampaignPublic}, {ID: "D3", Campaign: review.CampaignInternalB, Targets: []string{"internal-b-cost"}},
		{ID: "D4", Monthly: 15}, {ID: "D7"}}}
	july := value.MustMonth("2024-07")
	tests := []struct {
		name  string
		paper review.Paper
		want  []string
	}{
		{"a month", review.Paper{Month: july}, []string{"D4/2024-07"}},
		{"the public campaign", review.Paper{Campaigns: []review.CampaignID{review.CampaignPublic}}, []string{"D1"}},
		{"the internal one", review.Paper{Campaigns: []review.CampaignID{review.CampaignInternalB}}, nil},
		{"both", review.Paper{Campaigns: []review.CampaignID{review.CampaignPublic, review.CampaignInternalB}}, []string{"D1"}},
		{"neither", review.Paper{}, nil},
	}
	for _, tt := range tests {
		if got := tt.paper.Fulfils(p); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
