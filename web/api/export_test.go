package api

// What the tests from outside need of the inside.

var OpenAPI = openAPI
