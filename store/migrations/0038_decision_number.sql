-- The decisions of before: 0036 looked for them where no body has them. Of two equal numbers the first has it.

-- +goose Up

INSERT OR IGNORE INTO paper
WITH decided AS (
	SELECT
		agency,
		json_extract(body, '$.body.Decision.number') AS number,
		json_extract(body, '$.body.Decision.date') AS date
	FROM proposal
	UNION ALL
	SELECT
		agency,
		json_extract(body, '$.body.decision.number'),
		json_extract(body, '$.body.decision.date')
	FROM restructuring
)
SELECT
	agency,
	upper(replace(substr(number, instr(number, '/') + 1), ' ', '')),
	CAST(substr(date, 1, 4) AS INTEGER),
	CAST(number AS INTEGER),
	date,
	'decision'
FROM decided
WHERE instr(number, '/') > 0
	AND CAST(number AS INTEGER) > 0
	AND date <> ''
ORDER BY date;
