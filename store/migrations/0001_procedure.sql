-- Procedures with all their versions, what waits for a person, the change log and the audit chain.

-- +goose Up

-- Where numbers come from that are never given twice, not even after their row is gone.
CREATE TABLE counter (
	agency TEXT   NOT NULL,
	name   TEXT   NOT NULL,
	value  BIGINT NOT NULL,
	PRIMARY KEY (agency, name)
);

CREATE TABLE audit (
	agency  TEXT   NOT NULL,
	seq     BIGINT NOT NULL,
	at      TEXT   NOT NULL,
	actor   TEXT   NOT NULL,
	action  TEXT   NOT NULL,
	subject TEXT   NOT NULL,
	detail  TEXT   NOT NULL,
	hash    TEXT   NOT NULL,
	PRIMARY KEY (agency, seq)
);
CREATE INDEX audit_subject ON audit (agency, subject, seq);

-- The end of the chain, so that entries cut off at the end are missed too.
CREATE TABLE audit_head (
	agency TEXT   NOT NULL PRIMARY KEY,
	seq    BIGINT NOT NULL,
	hash   TEXT   NOT NULL
);

CREATE TABLE change_log (
	agency TEXT   NOT NULL,
	seq    BIGINT NOT NULL,
	kind   TEXT   NOT NULL,
	item   TEXT   NOT NULL,
	PRIMARY KEY (agency, seq)
);

CREATE TABLE procedure (
	agency         TEXT    NOT NULL,
	code_key       TEXT    NOT NULL,
	code           TEXT    NOT NULL,
	name           TEXT    NOT NULL,
	kind           TEXT    NOT NULL,
	internal_group TEXT    NOT NULL,
	status         TEXT    NOT NULL,
	ours           TEXT    NOT NULL,
	field          TEXT    NOT NULL,
	version        INTEGER NOT NULL,
	hash           TEXT    NOT NULL,
	PRIMARY KEY (agency, code_key)
);
CREATE INDEX procedure_filter ON procedure (agency, kind, internal_group, status, code_key);
CREATE INDEX procedure_field ON procedure (agency, field, code_key);

CREATE TABLE procedure_version (
	agency        TEXT    NOT NULL,
	code_key      TEXT    NOT NULL,
	number        INTEGER NOT NULL,
	author        TEXT    NOT NULL,
	at            TEXT    NOT NULL,
	reason        TEXT    NOT NULL,
	source_format TEXT    NOT NULL,
	source_file   TEXT    NOT NULL,
	source_date   TEXT,
	origins       TEXT    NOT NULL,
	snapshot      TEXT    NOT NULL,
	hash          TEXT    NOT NULL,
	PRIMARY KEY (agency, code_key, number),
	FOREIGN KEY (agency, code_key) REFERENCES procedure (agency, code_key)
);

CREATE TABLE held (
	agency   TEXT    NOT NULL,
	id       BIGINT  NOT NULL,
	file     TEXT    NOT NULL,
	format   TEXT    NOT NULL,
	line     INTEGER NOT NULL,
	code     TEXT    NOT NULL,
	name     TEXT    NOT NULL,
	reason   TEXT    NOT NULL,
	args     TEXT    NOT NULL,
	payload  TEXT    NOT NULL,
	at       TEXT    NOT NULL,
	resolved BOOLEAN NOT NULL DEFAULT FALSE,
	PRIMARY KEY (agency, id)
);
-- The same file imported again does not ask the same question twice.
CREATE UNIQUE INDEX held_waiting ON held (agency, format, code, name, reason) WHERE NOT resolved;
