-- A password that somebody else set is only good for choosing an own one.

-- +goose Up

ALTER TABLE account ADD COLUMN given BOOLEAN NOT NULL DEFAULT FALSE;
