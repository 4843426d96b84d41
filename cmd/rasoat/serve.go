package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"rasoat/app"
	"rasoat/store"
	"rasoat/web"
)

// serveCmd is the web application.
type serveCmd struct {
	Addr string `help:"Address to listen on." default:"127.0.0.1:8080"`
}

// Run is the command: store, index, follower, server; then all of it closed in reverse order.
func (c *serveCmd) Run(w *world) (err error) {
	release, err := store.Lock(w.data)
	if err != nil {
		return err
	}
	defer release()
	log := slog.New(slog.NewTextHandler(w.err, nil))
	conf := w.config(false)
	conf.Log = log
	a, err := app.Open(w.ctx, conf)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()

	ctx, stop := context.WithCancel(w.ctx)
	_, followed, err := a.FollowIndex(ctx)
	if err != nil {
		stop()
		return err
	}
	defer func() { stop(); <-followed }()

	socket, at, err := listen(a, w.data)
	if err != nil {
		return err
	}
	defer socket.Close()
	go socket.Serve(at) //nolint:errcheck // ends with the process; a command that finds no socket opens the index itself

	pages, err := web.New(web.Config{App: a, Text: w.text, Log: log})
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return err
	}
	fmt.Fprintln(w.err, w.text.Say("serve.at", "http://"+l.Addr().String()+"/"))
	srv := &http.Server{Handler: pages, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, WriteTimeout: 2 * time.Minute, IdleTimeout: 2 * time.Minute}
	return web.Serve(ctx, srv, func() error { return srv.Serve(l) })
}
