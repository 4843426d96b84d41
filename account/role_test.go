package account_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/account"
	"rasoat/review"
)

// The whole table of who may do what: r reviewer, o office, c chairman, a admin.
const table = `
see_internal     r o c a
edit_review      r o . .
submit           r o . .
withdraw         r o . .
reopen           r o . .
enter_figures    r o . .
answer_feedback  r o . .
check            . o . .
approve          . . c .
return           . o c .
forward          . o c .
accept           . o c .
refuse           . o c .
put_in_force     . o c .
edit_procedure   . o . .
post_procedure   r o . .
sort_procedure   . o . .
edit_vocabulary  . o . .
import_catalogue . o . a
assign_review    . o . .
edit_plan        . o . .
begin_plan       . o . a
issue_report     . o c .
edit_settings    . o . a
manage_users     . . . a
see_audit        . o c a
keep_backups     . . . a
`

func TestMay_Table(t *testing.T) {
	var got strings.Builder
	got.WriteString("\n")
	for _, a := range account.Actions() {
		got.WriteString(string(a) + strings.Repeat(" ", 16-len(a)))
		for _, r := range account.Roles {
			mark := "."
			if account.May([]account.Role{r}, a) {
				mark = string(r[0])
			}
			got.WriteString(" " + mark)
		}
		got.WriteString("\n")
	}
	if diff := cmp.Diff(table, got.String()); diff != "" {
		t.Error(diff)
	}
}

func TestMay(t *testing.T) {
	both := []account.Role{account.Reviewer, account.Chairman}
	if !account.May(both, account.ApproveProposal) || !account.May(both, account.EditReview) {
		t.Error("two roles are not added up")
	}
	if account.May(nil, account.SeeInternal) || account.May([]account.Role{"ghost"}, account.SeeInternal) {
		t.Error("somebody without a role sees internal procedures")
	}
	if account.May(account.Roles, "burn") || account.May(account.Roles, "") {
		t.Error("what the table does not name is allowed")
	}
}

// Every step of a proposal has its line in the table, and a commune of three roles can take each of them.
func TestMay_KnowsAllProposalActions(t *testing.T) {
	can := account.Can([]account.Role{account.Reviewer, account.Office, account.Chairman})
	for _, a := range review.Actions {
		if !can(a) {
			t.Errorf("nobody may %s", a)
		}
	}
}

func TestParseRole(t *testing.T) {
	for _, r := range account.Roles {
		if got, ok := account.ParseRole(string(r)); !ok || got != r {
			t.Errorf("%s: %s %v", r, got, ok)
		}
	}
	if _, ok := account.ParseRole("Chairman"); ok {
		t.Error("a role in capitals")
	}
}

func TestValidName(t *testing.T) {
	for name, want := range map[string]bool{
		"lan": true, "vo.van.tuan": true, "a1": true, "van-phong_1": true,
		"": false, "a": false, "Lan": false, "lân": false, ".lan": false, "lan tran": false, strings.Repeat("a", 41): false, "lan\n": false,
	} {
		if got := account.ValidName(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}
