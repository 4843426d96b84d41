-- The request for additions to the list of internal procedures, with the list handed down that it answers.

-- +goose Up

CREATE TABLE addition (
	agency  TEXT    NOT NULL,
	plan    TEXT    NOT NULL,
	version INTEGER NOT NULL,
	body    TEXT    NOT NULL,
	PRIMARY KEY (agency, plan),
	FOREIGN KEY (agency, plan) REFERENCES plan (agency, id)
);
