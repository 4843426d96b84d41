-- The register of decisions that announce, amend, replace or repeal procedures, and the procedures that they touch.

-- +goose Up

CREATE TABLE announcement (
	agency   TEXT    NOT NULL,
	id       BIGINT  NOT NULL,
	number   TEXT    NOT NULL,
	date     TEXT    NOT NULL,
	received TEXT    NOT NULL,
	due      TEXT    NOT NULL,
	owed     BOOLEAN NOT NULL,
	waiting  BOOLEAN NOT NULL,
	pending  BOOLEAN NOT NULL,
	version  INTEGER NOT NULL,
	body     TEXT    NOT NULL,
	PRIMARY KEY (agency, id)
);
CREATE INDEX announcement_received ON announcement (agency, received);
CREATE INDEX announcement_owed ON announcement (agency, owed, due);

CREATE TABLE announcement_procedure (
	agency       TEXT   NOT NULL,
	procedure    TEXT   NOT NULL,
	announcement BIGINT NOT NULL,
	PRIMARY KEY (agency, procedure, announcement),
	FOREIGN KEY (agency, announcement) REFERENCES announcement (agency, id)
);
CREATE INDEX announcement_procedure_of ON announcement_procedure (agency, announcement);
