-- Plans, settings, campaigns with their lists, forms 02/RS-KSTT and proposals.

-- +goose Up

-- Every version of what is edited optimistically, procedures aside.
CREATE TABLE history (
	agency TEXT    NOT NULL,
	kind   TEXT    NOT NULL,
	item   TEXT    NOT NULL,
	number INTEGER NOT NULL,
	author TEXT    NOT NULL,
	at     TEXT    NOT NULL,
	body   TEXT    NOT NULL,
	hash   TEXT    NOT NULL,
	PRIMARY KEY (agency, kind, item, number)
);

CREATE TABLE setting (
	agency  TEXT    NOT NULL,
	name    TEXT    NOT NULL,
	version INTEGER NOT NULL,
	body    TEXT    NOT NULL,
	PRIMARY KEY (agency, name)
);

CREATE TABLE plan (
	agency   TEXT    NOT NULL,
	id       TEXT    NOT NULL,
	number   TEXT    NOT NULL,
	date     TEXT,
	year     INTEGER NOT NULL,
	in_force BOOLEAN NOT NULL,
	version  INTEGER NOT NULL,
	body     TEXT    NOT NULL,
	PRIMARY KEY (agency, id)
);
CREATE INDEX plan_number ON plan (agency, number);

-- The day on which the text was issued that an "issued" target asks for.
CREATE TABLE target_issue (
	agency TEXT NOT NULL,
	plan   TEXT NOT NULL,
	target TEXT NOT NULL,
	number TEXT NOT NULL,
	date   TEXT NOT NULL,
	PRIMARY KEY (agency, plan, target),
	FOREIGN KEY (agency, plan) REFERENCES plan (agency, id)
);

CREATE TABLE campaign (
	agency  TEXT    NOT NULL,
	plan    TEXT    NOT NULL,
	id      TEXT    NOT NULL,
	started TEXT    NOT NULL,
	rules   TEXT    NOT NULL,
	frozen  BOOLEAN NOT NULL,
	version INTEGER NOT NULL,
	PRIMARY KEY (agency, plan, id),
	FOREIGN KEY (agency, plan) REFERENCES plan (agency, id)
);

CREATE TABLE campaign_item (
	agency    TEXT    NOT NULL,
	plan      TEXT    NOT NULL,
	campaign  TEXT    NOT NULL,
	procedure TEXT    NOT NULL,
	position  INTEGER NOT NULL,
	body      TEXT    NOT NULL,
	PRIMARY KEY (agency, plan, campaign, procedure),
	FOREIGN KEY (agency, plan, campaign) REFERENCES campaign (agency, plan, id),
	FOREIGN KEY (agency, procedure) REFERENCES procedure (agency, code_key)
);
CREATE INDEX campaign_item_procedure ON campaign_item (agency, procedure);

CREATE TABLE form (
	agency    TEXT    NOT NULL,
	plan      TEXT    NOT NULL,
	campaign  TEXT    NOT NULL,
	procedure TEXT    NOT NULL,
	version   INTEGER NOT NULL,
	author    TEXT    NOT NULL,
	at        TEXT    NOT NULL,
	body      TEXT    NOT NULL,
	PRIMARY KEY (agency, plan, campaign, procedure),
	FOREIGN KEY (agency, plan) REFERENCES plan (agency, id),
	FOREIGN KEY (agency, procedure) REFERENCES procedure (agency, code_key)
);
CREATE INDEX form_procedure ON form (agency, procedure);

CREATE TABLE proposal (
	agency      TEXT    NOT NULL,
	id          BIGINT  NOT NULL,
	plan        TEXT    NOT NULL,
	campaign    TEXT    NOT NULL,
	version     INTEGER NOT NULL,
	alternative BOOLEAN NOT NULL,
	state       TEXT    NOT NULL,
	author      TEXT    NOT NULL,
	body        TEXT    NOT NULL,
	PRIMARY KEY (agency, id),
	FOREIGN KEY (agency, plan) REFERENCES plan (agency, id)
);
CREATE INDEX proposal_campaign ON proposal (agency, plan, campaign, id);

CREATE TABLE proposal_member (
	agency      TEXT    NOT NULL,
	proposal    BIGINT  NOT NULL,
	position    INTEGER NOT NULL,
	plan        TEXT    NOT NULL,
	campaign    TEXT    NOT NULL,
	procedure   TEXT    NOT NULL,
	alternative BOOLEAN NOT NULL,
	PRIMARY KEY (agency, proposal, position),
	FOREIGN KEY (agency, proposal) REFERENCES proposal (agency, id),
	FOREIGN KEY (agency, procedure) REFERENCES procedure (agency, code_key)
);
-- One main proposal for each procedure of a campaign; alternatives lie beside it.
CREATE UNIQUE INDEX proposal_main ON proposal_member (agency, plan, campaign, procedure) WHERE NOT alternative;
CREATE INDEX proposal_member_procedure ON proposal_member (agency, procedure);

-- No foreign key: the steps of a proposal that an import replaced are kept.
CREATE TABLE proposal_step (
	agency     TEXT    NOT NULL,
	proposal   BIGINT  NOT NULL,
	number     INTEGER NOT NULL,
	at         TEXT    NOT NULL,
	actor      TEXT    NOT NULL,
	action     TEXT    NOT NULL,
	from_state TEXT    NOT NULL,
	to_state   TEXT    NOT NULL,
	note       TEXT    NOT NULL,
	PRIMARY KEY (agency, proposal, number)
);
