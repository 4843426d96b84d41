-- Feedback and petitions.

-- +goose Up

CREATE TABLE feedback (
	agency    TEXT    NOT NULL,
	id        BIGINT  NOT NULL,
	received  TEXT    NOT NULL,
	state     TEXT    NOT NULL,
	procedure TEXT    NOT NULL,
	due       TEXT,
	published BOOLEAN NOT NULL,
	version   INTEGER NOT NULL,
	body      TEXT    NOT NULL,
	PRIMARY KEY (agency, id)
);
CREATE INDEX feedback_state ON feedback (agency, state, due);
CREATE INDEX feedback_procedure ON feedback (agency, procedure);
