package web

// What the tests from outside need of the inside.

const LanguageCookie = languageCookie

var NewAssets = newAssets
