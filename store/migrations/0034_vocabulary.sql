-- The commune's own words of the search, and the queries of its people by day: text alone, no person.

-- +goose Up

CREATE TABLE word (
	agency  TEXT    NOT NULL,
	kind    TEXT    NOT NULL,
	id      TEXT    NOT NULL,
	version INTEGER NOT NULL,
	author  TEXT    NOT NULL,
	at      TEXT    NOT NULL,
	body    TEXT    NOT NULL,
	PRIMARY KEY (agency, kind, id)
);

CREATE TABLE asked (
	agency   TEXT    NOT NULL,
	day      TEXT    NOT NULL,
	query    TEXT    NOT NULL,
	internal BOOLEAN NOT NULL,
	text     TEXT    NOT NULL,
	times    INTEGER NOT NULL,
	state    TEXT    NOT NULL,
	PRIMARY KEY (agency, day, query, internal)
);
CREATE INDEX asked_state ON asked (agency, state, day);
