package peer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"rasoat/catalog"
	"rasoat/search/measure"
)

// postgres is PostgreSQL's full text search: unaccent (which folds đ), ts_rank_cd with weights, all words
// before some, pg_trgm where there is nothing.
type postgres struct {
	dir   string
	conn  *pgx.Conn
	idle  chan *pgx.Conn // connections that ask; conn is one of them
	known map[catalog.Code][]string
}

// ErrNoPostgres says that the server is not installed.
var ErrNoPostgres = errors.New("PostgreSQL is not installed")

// Postgres starts a server of its own in dir, on a socket there.
func Postgres(ctx context.Context, dir string, known map[catalog.Code][]string) (Engine, error) {
	bin := "/usr/lib/postgresql/15/bin"
	if path, err := exec.LookPath("pg_ctl"); err == nil {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			bin = filepath.Dir(real)
		}
	}
	if _, err := os.Stat(filepath.Join(bin, "initdb")); err != nil {
		return nil, ErrNoPostgres
	}
	if err := give(dir); err != nil {
		return nil, err
	}
	data := filepath.Join(dir, "data")
	if err := run(filepath.Join(bin, "initdb"), "-D", data, "-A", "trust", "-U", "peer", "-E", "UTF8",
		"--locale=C.UTF-8", "--no-sync"); err != nil {
		return nil, err
	}
	options := "-c listen_addresses='' -c unix_socket_directories=" + dir +
		" -c shared_buffers=256MB -c work_mem=64MB -c fsync=off"
	if err := run(filepath.Join(bin, "pg_ctl"), "-D", data, "-w", "-l", filepath.Join(dir, "log"), "-o", options,
		"start"); err != nil {
		return nil, err
	}
	conn, err := pgx.Connect(ctx, "host="+dir+" user=peer dbname=postgres")
	if err != nil {
		return nil, err
	}
	second, err := pgx.Connect(ctx, "host="+dir+" user=peer dbname=postgres")
	if err != nil {
		return nil, err
	}
	p := &postgres{dir, conn, make(chan *pgx.Conn, 2), known}
	p.idle <- conn
	p.idle <- second
	_, err = conn.Exec(ctx, `
CREATE EXTENSION unaccent;
CREATE EXTENSION pg_trgm;
CREATE TEXT SEARCH CONFIGURATION vi (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION vi ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
CREATE TABLE item (code TEXT PRIMARY KEY, field TEXT NOT NULL, name TEXT NOT NULL,
		papers TEXT NOT NULL, words TSVECTOR NOT NULL, plain TEXT NOT NULL)`)
	return p, err
}

// give hands dir to the server's user where this is root: the server does not run as root.
func give(dir string) error {
	if os.Getuid() != 0 {
		return nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return err
	}
	uid, err := strconv.Atoi(u.Uid)
	if err != nil {
		return err
	}
	for at := dir; at != "/" && at != os.TempDir(); at = filepath.Dir(at) {
		if err := os.Chmod(at, 0o755); err != nil {
			return err
		}
	}
	return os.Chown(dir, uid, -1)
}

func run(name string, args ...string) error {
	if os.Getuid() == 0 {
		args = append([]string{"-u", "postgres", "--", name}, args...)
		name = "runuser"
	}
	cmd := exec.Command(name, args...)
	cmd.Dir = "/"
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", strings.Join(args, " "), err, out)
	}
	return nil
}

func (p *postgres) Name() string { return "PostgreSQL" }

func (p *postgres) Fill(ctx context.Context, list []catalog.Procedure) error {
	tx, err := p.conn.Begin(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback(ctx) }() // nothing to undo after Commit
	batch := &pgx.Batch{}
	send := func() error {
		err := tx.SendBatch(ctx, batch).Close()
		batch = &pgx.Batch{}
		return err
	}
	for i := range list {
		name, known, papers, rest := texts(&list[i], p.known[list[i].Code.Key()])
		batch.Queue(`
INSERT INTO item (code, field, name, papers, words, plain)
VALUES ($1, $2, $3, $4,
	setweight(to_tsvector('vi', $3), 'A') || setweight(to_tsvector('vi', $5), 'B') ||
	setweight(to_tsvector('vi', $4), 'C') || setweight(to_tsvector('vi', $6), 'D'),
	unaccent(lower($3)))`, string(list[i].Code.Key()), list[i].Field, name, papers, known, rest)
		if batch.Len() == 500 {
			if err := send(); err != nil {
				return err
			}
		}
	}
	if err := send(); err != nil {
		return err
	}
	if err := tx.Commit(ctx); err != nil {
		return err
	}
	_, err = p.conn.Exec(ctx, `
CREATE INDEX item_words ON item USING gin (words);
CREATE INDEX item_plain ON item USING gin (plain gin_trgm_ops);
ANALYZE item`)
	return err
}

func (p *postgres) Ask(ctx context.Context, text string, mode Mode) (measure.Answer, error) {
	var a measure.Answer
	var err error
	if code, ok := codeOf(text); ok {
		a.Codes, err = p.codes(ctx, `SELECT code FROM item WHERE code LIKE $1 ORDER BY code LIMIT 10`, code)
		return a, err
	}
	list := wordsOf(text)
	if len(list) == 0 {
		return a, nil
	}
	query := ""
	for _, sign := range []string{" & ", " | "} {
		query = "'" + strings.Join(list, "'"+sign+"'") + "'"
		shown := ""
		if mode == Full {
			shown = `, ts_headline('vi', name || ' ' || papers, q, 'MaxWords=32, MinWords=16')`
		}
		a.Codes, err = p.codes(ctx, `
SELECT code`+shown+`
FROM (SELECT code, name, papers, q FROM item, to_tsquery('vi', $1) q WHERE words @@ q
	ORDER BY ts_rank_cd('{0.05, 0.3, 0.8, 1.0}', words, q, 1) DESC, code LIMIT 10) best`, query)
		if err != nil || len(a.Codes) > 0 {
			break
		}
	}
	if err == nil && len(a.Codes) == 0 {
		a.Codes, err = p.codes(
			ctx,
			`SELECT code FROM item WHERE plain %> unaccent(lower($1))
		ORDER BY word_similarity(unaccent(lower($1)), plain) DESC, code LIMIT 10`,
			text,
		)
	}
	if err != nil || mode == Hits {
		return a, err
	}
	_, err = p.codes(
		ctx,
		`SELECT field || COUNT(*) FROM item WHERE words @@ to_tsquery('vi', $1) GROUP BY field`,
		query,
	)
	return a, err
}

// codes is the first column of the answer.
func (p *postgres) codes(ctx context.Context, query string, args ...any) ([]string, error) {
	conn := <-p.idle
	defer func() { p.idle <- conn }()
	rows, err := conn.Query(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		values, err := rows.Values()
		if err != nil {
			return nil, err
		}
		out = append(out, fmt.Sprint(values[0]))
	}
	return out, rows.Err()
}

func (p *postgres) Bytes() (n int64, err error) {
	err = p.conn.QueryRow(context.Background(), `SELECT pg_total_relation_size('item')`).Scan(&n)
	return n, err
}

func (p *postgres) Close() error {
	err := errors.Join((<-p.idle).Close(context.Background()), (<-p.idle).Close(context.Background()))
	return errors.Join(
		err,
		run("/usr/lib/postgresql/15/bin/pg_ctl", "-D", filepath.Join(p.dir, "data"), "-m", "immediate", "stop"),
	)
}
