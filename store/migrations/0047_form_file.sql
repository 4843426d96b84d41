-- The forms of procedures as files to download: one row a procedure, its versions in the history.

-- +goose Up

CREATE TABLE form_file (
	agency    TEXT    NOT NULL,
	procedure TEXT    NOT NULL,
	version   INTEGER NOT NULL,
	body      TEXT    NOT NULL,
	PRIMARY KEY (agency, procedure)
);
