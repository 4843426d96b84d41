// Package web is the window of rasoat: routes, handlers, view models, templates and the built styles and
// scripts. A template computes nothing: what it shows stands finished in its view model. The package
// knows the rooms behind app by their types alone, never the store, the index or a file format.
package web
