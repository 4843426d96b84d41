-- People, sessions, files, jobs and issued reports.

-- +goose Up

CREATE TABLE account (
	agency    TEXT    NOT NULL,
	name      TEXT    NOT NULL,
	full_name TEXT    NOT NULL,
	title     TEXT    NOT NULL,
	unit      TEXT    NOT NULL,
	roles     TEXT    NOT NULL,
	hash      TEXT    NOT NULL,
	disabled  BOOLEAN NOT NULL,
	created   TEXT    NOT NULL,
	PRIMARY KEY (agency, name)
);

CREATE TABLE login_attempt (
	agency TEXT    NOT NULL,
	name   TEXT    NOT NULL,
	seq    BIGINT  NOT NULL,
	at     TEXT    NOT NULL,
	ok     BOOLEAN NOT NULL,
	PRIMARY KEY (agency, name, seq)
);

CREATE TABLE setup (
	agency TEXT NOT NULL PRIMARY KEY,
	token  TEXT NOT NULL
);

CREATE TABLE session (
	agency TEXT NOT NULL,
	token  TEXT NOT NULL,
	data   BLOB NOT NULL,
	expiry TEXT NOT NULL,
	PRIMARY KEY (agency, token)
);
CREATE INDEX session_expiry ON session (agency, expiry);

CREATE TABLE file (
	agency TEXT   NOT NULL,
	sha    TEXT   NOT NULL,
	name   TEXT   NOT NULL,
	size   BIGINT NOT NULL,
	at     TEXT   NOT NULL,
	author TEXT   NOT NULL,
	PRIMARY KEY (agency, sha)
);

CREATE TABLE job (
	agency  TEXT    NOT NULL,
	id      BIGINT  NOT NULL,
	kind    TEXT    NOT NULL,
	state   TEXT    NOT NULL,
	done    INTEGER NOT NULL,
	total   INTEGER NOT NULL,
	message TEXT    NOT NULL,
	actor   TEXT    NOT NULL,
	started TEXT    NOT NULL,
	updated TEXT    NOT NULL,
	PRIMARY KEY (agency, id)
);

CREATE TABLE report (
	agency  TEXT   NOT NULL,
	id      BIGINT NOT NULL,
	plan    TEXT   NOT NULL,
	kind    TEXT   NOT NULL,
	number  TEXT   NOT NULL,
	date    TEXT,
	title   TEXT   NOT NULL,
	figures TEXT   NOT NULL,
	docx    TEXT   NOT NULL,
	scan    TEXT   NOT NULL,
	author  TEXT   NOT NULL,
	at      TEXT   NOT NULL,
	PRIMARY KEY (agency, id),
	FOREIGN KEY (agency, plan) REFERENCES plan (agency, id)
);
CREATE INDEX report_plan ON report (agency, plan, kind, id);
