package page

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/app/text"
	"rasoat/value"
)

// WhyFound says one reason for the place of a hit in words.
func (k *Kit) WhyFound(cause app.SearchCause) string {
	percent := strconv.Itoa(int(math.Round(cause.Value * 100)))
	switch cause.What {
	case "reading":
		return k.Text.Say("why.reading."+cmp.Or(cause.Text, "rest"), percent)
	case "name", "all":
		return k.Text.Say("why."+cause.What, percent)
	case "code":
		return k.Text.Say("why.code", strings.ToUpper(cause.Text))
	case "also", "paper":
		return k.Text.Say("why."+cause.What, cause.Text, percent)
	}
	points := strconv.FormatFloat(cause.Value*100, 'f', 1, 64)
	if k.Text.Lang() == text.Vietnamese {
		points = strings.Replace(points, ".", ",", 1)
	}
	return k.Text.Say("why.standing", points)
}

// SearchQuery reads a search from the address.
func (k *Kit) SearchQuery(c *gin.Context, standard int) (app.SearchQuery, error) {
	limit, err := QueryNumber(c, "limit", standard, 1, 100)
	if err != nil {
		return app.SearchQuery{}, err
	}
	offset, err := QueryNumber(c, "offset", 0, 0, math.MaxInt32)
	if err != nil {
		return app.SearchQuery{}, err
	}
	q := app.SearchQuery{
		Text:    c.Query("q"),
		Kind:    c.Query("kind"),
		Group:   c.Query("group"),
		Field:   c.Query("field"),
		Level:   c.Query("level"),
		Status:  c.Query("status"),
		Ours:    c.Query("ours"),
		Sort:    c.Query("sort"),
		Explain: c.Query("explain") == "1",
		Limit:   limit,
		Offset:  offset,
		Scope:   app.ScopePublic,
	}
	if k.Reader(c).Official {
		q.Scope = app.ScopeOfficial
	}
	if !slices.Contains(app.SearchSorts, q.Sort) {
		q.Sort = "" // an order that there is not is that of relevance
	}
	if free := c.Query("free"); free != "" {
		yes := free == "true"
		q.Free = &yes
	}
	return q, nil
}

// VersionPair reads which two versions are compared.
func VersionPair(c *gin.Context) (from, to int, err error) {
	if from, err = QueryNumber(c, "from", 0, 1, math.MaxInt32); err == nil {
		to, err = QueryNumber(c, "to", 0, 1, math.MaxInt32)
	}
	if err == nil && (from == 0 || to == 0) {
		err = value.Problems{{Field: "from", Code: "versions.missing"}}
	}
	return from, to, err
}

// QueryNumber is a whole number of the address within bounds, the default where it is missing.
func QueryNumber(c *gin.Context, name string, standard, least, most int) (int, error) {
	raw := c.Query(name)
	if raw == "" {
		return standard, nil
	}
	n, err := strconv.Atoi(raw)
	if err != nil || n < least || n > most {
		return 0, value.Problems{{Field: name, Code: "address.number", Args: []any{least, most, raw}}}
	}
	return n, nil
}
