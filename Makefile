# Targets, a word each: run build test check fmt golden fuzz bench front shots generate clean
.PHONY: help build run test fmt clean

help:
	@sed -n '1s/^# //p' Makefile

build:
	go build -o rasoat ./cmd/rasoat

run: build
	./rasoat serve --demo

test:
	go vet ./...
	go test ./...

fmt:
	gofmt -w $$(git ls-files '*.go')

clean:
	rm -f rasoat
