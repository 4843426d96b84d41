-- Figures of the indicators, and the months that the office released.

-- +goose Up

CREATE TABLE indicator_figure (
	agency      TEXT    NOT NULL,
	plan        TEXT    NOT NULL,
	indicator   TEXT    NOT NULL,
	variant     TEXT    NOT NULL,
	month       TEXT    NOT NULL,
	numerator   BIGINT,
	denominator BIGINT,
	version     INTEGER NOT NULL,
	author      TEXT    NOT NULL,
	at          TEXT    NOT NULL,
	body        TEXT    NOT NULL,
	PRIMARY KEY (agency, plan, indicator, variant, month),
	FOREIGN KEY (agency, plan) REFERENCES plan (agency, id)
);

CREATE TABLE indicator_release (
	agency   TEXT    NOT NULL,
	plan     TEXT    NOT NULL,
	month    TEXT    NOT NULL,
	released BOOLEAN NOT NULL,
	version  INTEGER NOT NULL,
	body     TEXT    NOT NULL,
	PRIMARY KEY (agency, plan, month),
	FOREIGN KEY (agency, plan) REFERENCES plan (agency, id)
);
