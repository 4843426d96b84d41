-- The files received and settled in a reporting period, by field.

-- +goose Up

CREATE TABLE settlement (
	agency  TEXT    NOT NULL,
	plan    TEXT    NOT NULL,
	month   TEXT    NOT NULL,
	version INTEGER NOT NULL,
	author  TEXT    NOT NULL,
	at      TEXT    NOT NULL,
	body    TEXT    NOT NULL,
	PRIMARY KEY (agency, plan, month),
	FOREIGN KEY (agency, plan) REFERENCES plan (agency, id)
);
