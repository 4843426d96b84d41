package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"strconv"
	"time"

	"rasoat/app"
	"rasoat/store"
	"rasoat/value"
	"rasoat/web"
)

// serveCmd is the web application.
type serveCmd struct {
	Addr string `default:"127.0.0.1:8080"`
	Demo bool
}

// Run is the command: store, index, follower, server; then all of it closed in reverse order.
func (c *serveCmd) Run(w *world) (err error) {
	if c.Demo {
		if err := w.holdDemo(c.Addr); err != nil {
			return err
		}
	}
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

	if c.Demo {
		if err := a.FillDemo(w.ctx); err != nil {
			return err
		}
		for _, p := range app.DemoPeople {
			fmt.Fprintf(w.err, "%s\t%s\t%s\n", p.Name, p.Password, p.Role)
		}
	}

	if err := a.TidyUp(w.ctx); err != nil {
		return err
	}
	if _, err := a.TurnDates(w.ctx); err != nil {
		return err
	}
	ctx, stop := context.WithCancel(w.ctx)
	_, followed, err := a.FollowIndex(ctx)
	if err != nil {
		stop()
		return err
	}
	turned := a.FollowDates(ctx, time.Minute)
	defer func() { stop(); <-followed; <-turned }()

	socket, at, err := listen(a, w.data)
	if err != nil {
		return err
	}
	defer socket.Close()
	// It ends with the process; a command that finds no socket opens the index itself.
	go socket.Serve(at) //nolint:errcheck // see above

	pages, err := web.New(web.Config{App: a, Text: w.text, Log: log, Demo: c.Demo})
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return err
	}
	fmt.Fprintln(w.err, w.text.Say("serve.at", "http://"+l.Addr().String()+"/"))
	if !c.Demo {
		if err := w.offerSetup(a, l.Addr()); err != nil {
			return err
		}
	}
	srv := &http.Server{
		Handler:           pages,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
	}
	return web.Serve(ctx, srv, func() error { return srv.Serve(l) })
}

// offerSetup prints the one-time link of the first start, a new one at each start until somebody looks after the
// installation.
func (w *world) offerSetup(a *app.App, at net.Addr) error {
	token, err := a.OpenSetup(w.ctx)
	if err != nil || token == "" {
		return err
	}
	host := at.String()
	if tcp, ok := at.(*net.TCPAddr); ok && tcp.IP.IsUnspecified() {
		host = net.JoinHostPort("127.0.0.1", strconv.Itoa(tcp.Port))
	}
	_, err = fmt.Fprintln(w.err, w.text.Say("serve.setup", "http://"+host+web.SetupPath+"?ma="+token))
	return err
}

// holdDemo moves to the demo's folder and day; its passwords are known to everyone, so it stays on this machine.
func (w *world) holdDemo(addr string) (err error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return errUsage{value.Problems{{Field: "--addr", Code: "serve.addr", Args: []any{addr}}}}
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return errUsage{value.Problems{{Field: "--addr", Code: "serve.demo_loopback", Args: []any{addr}}}}
	}
	w.data = filepath.Join(w.data, "demo")
	w.now, err = clock(app.DemoDay.String())
	return err
}
