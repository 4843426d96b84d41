-- What people write for a month: words at the places of the monthly report, tasks with state and figures.

-- +goose Up

CREATE TABLE month_entry (
	agency  TEXT    NOT NULL,
	plan    TEXT    NOT NULL,
	month   TEXT    NOT NULL,
	place   TEXT    NOT NULL,
	version INTEGER NOT NULL,
	author  TEXT    NOT NULL,
	at      TEXT    NOT NULL,
	body    TEXT    NOT NULL,
	PRIMARY KEY (agency, plan, month, place),
	FOREIGN KEY (agency, plan) REFERENCES plan (agency, id)
);
