package main

import "testing"

// The list of proposals, one proposal for reading, its form, its cost tables and the page of the decision.
func TestBrowser_Proposals(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office").Go("/phuong-an").See("Phương án đơn giản hóa").Look("proposal-list")
	v.Go("/phuong-an?trang-thai=approved").See("đã phê duyệt").NotSee("Chưa có phương án nào")
	v.Go("/phuong-an/1").See("Nội dung đơn giản hóa").Look("proposal-show")
	v.Go("/phuong-an/moi").See("Lập phương án đơn giản hóa").Look("proposal-new")
}
