package indicator

// What the tests from outside need of the inside.

var CountText = countText
