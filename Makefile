# Targets: run build test slow check fmt golden fuzz eval bench front look shots pictures clean
.PHONY: help run build test slow tools check fmt golden fuzz eval bench front look shots pictures clean

help:
	@echo "run     build and serve the demo on http://127.0.0.1:8080"
	@echo "build   the binary ./rasoat"
	@echo "test    install what the tests need, check, run all but the slow ones, name the ten slowest"
	@echo "slow    the tests that take too long for every run: their names end in _Slow"
	@echo "check   gofmt, vet, staticcheck, lines of 120 columns"
	@echo "fmt     gofmt everything"
	@echo "golden  write docs/law.md anew from the comments"
	@echo "fuzz    every fuzz target for 10 seconds"
	@echo "eval    how well the search finds, beside SQLite FTS5 and PostgreSQL"
	@echo "bench   the benchmarks, and the search beside SQLite FTS5 and PostgreSQL"
	@echo "front   compile styles and scripts (npm) into web/static/dist"
	@echo "look    Lighthouse on the public pages of the demo, median of five (idle machine)"
	@echo "shots   the pages with sample content as HTML files in shots/"
	@echo "pictures  those of the guide and of README.md, taken from the demo by the walks"
	@echo "clean   remove what was built"

build:
	go build -o rasoat ./cmd/rasoat

run: build
	./rasoat serve --demo

# A package may take half an hour, so that a machine three times slower, or a busy one, ends no test that goes on.
# Packages are given with the longest first. The pages that the tests were served are looked at together at the end.
# What go vet finds is the business of check.
limit = -timeout 30m -vet=off -parallel 2
longest = ./cmd/rasoat ./search ./app $$(go list ./web/...) ./exchange

test: tools check
	@pages=$$(mktemp -d) && trap 'rm -rf "$$pages"' EXIT && \
	RASOAT_KEEP_PAGES=$$pages go run ./tools/testrun $(limit) -skip '_Slow$$' $(longest) ./... && \
	RASOAT_CHECK_PAGES=$$pages go test $(limit) -count 1 ./tools/pages

slow: tools
	@go run ./tools/testrun $(limit) -run '_Slow$$' \
	  $$(git grep -l '^func Test.*_Slow(' -- '*_test.go' | xargs -n 1 dirname | sort -u | sed 's,^,./,')

# The tests that need an office program, a browser or Java skip with a word where it cannot be installed.
tools:
	@command -v soffice >/dev/null && command -v pdftoppm >/dev/null && command -v chromium >/dev/null && \
	  command -v chromium-headless-shell >/dev/null && command -v java >/dev/null || \
	{ [ "$$(id -u)" = 0 ] && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium chromium-headless-shell \
	  default-jre-headless libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-liberation >/dev/null; } || \
	echo "run as root to install chromium, Java, libreoffice and poppler-utils; tests that need them will skip"
	@[ -f web/front/node_modules/axe-core/axe.min.js ] && \
	  [ -f web/front/node_modules/vnu-jar/build/dist/vnu.jar ] && \
	  [ -d web/front/node_modules/@xarsh ] || \
	{ cd web/front && npm ci --silent --ignore-scripts; } || \
	echo "npm did not bring what checks pages for barriers and as HTML, and documents as Word and Excel read them"

# staticcheck is pinned here and not in go.mod, which lists what the program is made of (docs/decisions/0110).
check:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); exit 1; }
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...
	@go run ./tools/columns $$(git ls-files '*.go')

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

pictures:
	RASOAT_PICTURES=$(CURDIR) go test ./cmd/rasoat -run TestBrowser_Guide -count 1

clean:
	rm -rf rasoat shots
