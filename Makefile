# Targets: run build test check fmt golden fuzz eval bench front look shots clean
.PHONY: help run build test tools check fmt golden fuzz eval bench front look shots clean

help:
	@echo "run     build and serve the demo on http://127.0.0.1:8080"
	@echo "build   the binary ./rasoat"
	@echo "test    install what the tests need, check, run all of them"
	@echo "check   gofmt, vet, module file"
	@echo "fmt     gofmt everything"
	@echo "golden  write docs/law.md anew from the comments"
	@echo "fuzz    every fuzz target for 10 seconds"
	@echo "eval    how well the search finds, beside SQLite FTS5 and PostgreSQL"
	@echo "bench   the benchmarks, and the search beside SQLite FTS5 and PostgreSQL"
	@echo "front   compile styles and scripts (npm) into web/static/dist"
	@echo "look    Lighthouse on the public pages of the demo, median of five (idle machine)"
	@echo "shots   the pages with sample content as HTML files in shots/"
	@echo "clean   remove what was built"

build:
	go build -o rasoat ./cmd/rasoat

run: build
	./rasoat serve --demo

test: tools check
	go test ./...

# The tests that need an office program or a browser skip with a word where it cannot be installed.
tools:
	@command -v soffice >/dev/null && command -v pdftoppm >/dev/null && command -v chromium >/dev/null || \
	{ [ "$$(id -u)" = 0 ] && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	  chromium libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-liberation >/dev/null; } || \
	echo "run as root to install chromium, libreoffice and poppler-utils; tests that need them will skip"
	@[ -f web/front/node_modules/axe-core/axe.min.js ] || { cd web/front && npm ci --silent; } || echo "npm did not bring axe-core; pages are not checked for barriers"

check:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); exit 1; }
	go vet ./...

fmt:
	gofmt -w $$(git ls-files '*.go')

golden:
	go test . -run TestLawIndex -update

fuzz:
	@for p in $$(go list ./...); do for f in $$(go test $$p -list '^Fuzz' | grep '^Fuzz'); do go test $$p -run '^$$' -fuzz "^$$f$$" -fuzztime 10s || exit 1; done; done

# The peers are a module of their own; PostgreSQL starts from its Debian package, in a folder of its own.
eval:
	cd search/peer && go test -tags sqlite_fts5 -run TestEval -count 1 -v .

bench:
	go test -run '^$$' -bench . -benchmem ./...
	cd search/peer && RASOAT_BENCH=500,2642 RASOAT_ROUNDS=2 RASOAT_POSTGRES_EVERY=10 go test -tags sqlite_fts5 -run TestBench -count 1 -timeout 60m -v .
	cd search/peer && RASOAT_BENCH=100000 RASOAT_EVERY=5 RASOAT_POSTGRES_EVERY=10 go test -tags sqlite_fts5 -run TestBench -count 1 -timeout 120m -v .

front:
	cd web/front && npm ci && npm run build

look: build
	cd web/front/look && npm ci --silent && CHROME_PATH=$$(command -v chromium) node look.js $(CURDIR)/rasoat

shots:
	RASOAT_SHOTS=$(CURDIR)/shots go test ./web/... -run Fit -count 1

clean:
	rm -rf rasoat shots
