// Package viet is Vietnamese itself: Unicode forms and cleaning, folding for search, collation, how
// numbers, money, percentages and dates are written and read back, and working days. It writes for
// people; what machines write is the String of value. It knows no procedure, no page and no clock.
package viet
