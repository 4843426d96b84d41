-- An issued report may be taken back with a reason; it keeps its place and its number.

-- +goose Up

ALTER TABLE report ADD COLUMN withdrawn TEXT NOT NULL DEFAULT '';
