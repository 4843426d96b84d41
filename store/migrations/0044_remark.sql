-- What was asked, answered and settled about a proposal.

-- +goose Up

CREATE TABLE remark (
	agency   TEXT    NOT NULL,
	id       BIGINT  NOT NULL,
	proposal BIGINT  NOT NULL,
	open     BOOLEAN NOT NULL,
	version  INTEGER NOT NULL,
	body     TEXT    NOT NULL,
	PRIMARY KEY (agency, id),
	FOREIGN KEY (agency, proposal) REFERENCES proposal (agency, id)
);
CREATE INDEX remark_proposal ON remark (agency, proposal, id);
