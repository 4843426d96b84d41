-- Reviews of online services.

-- +goose Up

CREATE TABLE restructuring (
	agency    TEXT    NOT NULL,
	id        BIGINT  NOT NULL,
	plan      TEXT    NOT NULL,
	procedure TEXT    NOT NULL,
	state     TEXT    NOT NULL,
	version   INTEGER NOT NULL,
	body      TEXT    NOT NULL,
	PRIMARY KEY (agency, id),
	FOREIGN KEY (agency, plan) REFERENCES plan (agency, id)
);
CREATE INDEX restructuring_plan ON restructuring (agency, plan, procedure);
