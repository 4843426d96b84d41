// Package docs holds the guide for those who work with the program: Markdown and pictures, read here and served by
// web/guide. Everything else in this folder is for those who work on it.
package docs

import "embed"

// Guide is the folder huong-dan: one chapter a role, README.md their list, hinh the pictures.
//
//go:embed huong-dan
var Guide embed.FS
