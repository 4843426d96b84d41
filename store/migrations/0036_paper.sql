-- The numbers of the papers that the commune issued: in one row for each symbol and year.

-- +goose Up

CREATE TABLE paper (
	agency TEXT    NOT NULL,
	symbol TEXT    NOT NULL,
	year   INTEGER NOT NULL,
	number INTEGER NOT NULL,
	date   TEXT    NOT NULL,
	item   TEXT    NOT NULL,
	PRIMARY KEY (agency, symbol, year, number)
);

INSERT OR IGNORE INTO paper
SELECT
	agency,
	upper(json_extract(figures, '$.document.Letterhead.NumberSuffix')),
	CAST(substr(date, 1, 4) AS INTEGER),
	CAST(number AS INTEGER),
	date,
	'report ' || id
FROM report
WHERE CAST(number AS INTEGER) > 0
	AND json_extract(figures, '$.document.Letterhead.NumberSuffix') <> ''
ORDER BY id;

INSERT OR IGNORE INTO paper
SELECT
	agency,
	upper(replace(substr(json_extract(body, '$.decision.number'),
		instr(json_extract(body, '$.decision.number'), '/') + 1), ' ', '')),
	CAST(substr(json_extract(body, '$.decision.date'), 1, 4) AS INTEGER),
	CAST(json_extract(body, '$.decision.number') AS INTEGER),
	json_extract(body, '$.decision.date'),
	'decision'
FROM proposal
WHERE instr(json_extract(body, '$.decision.number'), '/') > 0
	AND CAST(json_extract(body, '$.decision.number') AS INTEGER) > 0
	AND json_extract(body, '$.decision.date') <> ''
ORDER BY id;
