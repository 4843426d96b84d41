package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"

	"rasoat/app"
	"rasoat/search"
)

// socketName is where a server listens for the commands of its own machine (interface.md, Two processes).
const socketName = "rasoat.sock"

// listen serves the commands that must ask the holder of the index, on DIR/rasoat.sock, mode 0600.
func listen(a *app.App, dir string) (*http.Server, net.Listener, error) {
	path := filepath.Join(dir, socketName)
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, nil, err
	}
	l, err := net.Listen("unix", path)
	if err != nil {
		return nil, nil, err
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, nil, errors.Join(err, l.Close())
	}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /search", func(rw http.ResponseWriter, r *http.Request) {
		var q search.Query
		if err := json.NewDecoder(r.Body).Decode(&q); err != nil {
			http.Error(rw, err.Error(), http.StatusBadRequest)
			return
		}
		doc, err := a.Search(r.Context(), q)
		answer(rw, doc, err)
	})
	mux.HandleFunc("POST /reindex", func(rw http.ResponseWriter, r *http.Request) {
		n, err := a.Reindex(r.Context())
		answer(rw, n, err)
	})
	return &http.Server{Handler: mux}, l, nil
}

func answer(rw http.ResponseWriter, v any, err error) {
	if err != nil {
		http.Error(rw, err.Error(), http.StatusServiceUnavailable)
		return
	}
	_ = json.NewEncoder(rw).Encode(v) // the command at the other end is gone: nobody is left to tell
}

func (w *world) askSearch(q search.Query) (doc app.SearchDoc, asked bool, err error) {
	asked, err = w.ask("/search", q, &doc)
	return doc, asked, err
}

func (w *world) askReindex() (n int, asked bool, err error) {
	asked, err = w.ask("/reindex", struct{}{}, &n)
	return n, asked, err
}

// ask puts a question to the running server; asked is false where none listens.
func (w *world) ask(path string, question, into any) (asked bool, err error) {
	socket := filepath.Join(w.data, socketName)
	conn, err := net.Dial("unix", socket)
	if err != nil {
		return false, nil // no socket, or one left behind by a server that was killed
	}
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true,
		DialContext: func(context.Context, string, string) (net.Conn, error) { return conn, nil }}}
	body, err := json.Marshal(question)
	if err != nil {
		return true, err
	}
	req, err := http.NewRequestWithContext(w.ctx, http.MethodPost, "http://rasoat"+path, bytes.NewReader(body))
	if err != nil {
		return true, err
	}
	resp, err := client.Do(req)
	if err != nil {
		return true, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return true, fmt.Errorf("server answered %s", resp.Status)
	}
	return true, json.NewDecoder(resp.Body).Decode(into)
}
