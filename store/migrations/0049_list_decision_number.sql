-- The numbers of the decisions by which procedures entered or left frozen lists: in the row of numbers as well.

-- +goose Up

INSERT OR IGNORE INTO paper
WITH decided AS (
	SELECT
		campaign_item.agency,
		json_extract(moved.value, '$.decision.number') AS number,
		json_extract(moved.value, '$.decision.date') AS date
	FROM campaign_item, json_each(campaign_item.body, '$.body.Changes') AS moved
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
