package settings

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// SetupForm is the page of the first start. Without the open link's token it shows nothing.
func (s *Room) SetupForm(c *gin.Context) error {
	token := c.Query("ma")
	open, err := s.App.SetupOpen(c.Request.Context(), token)
	if err != nil {
		return err
	}
	if !open {
		return s.setupClosed(c)
	}
	year := s.App.Today().Year
	known, _, err := s.App.Holidays(c.Request.Context())
	if err != nil {
		return err
	}
	var lines []string // "02/9/2024 – Quốc khánh"
	for _, d := range known.Of(year).Holidays {
		lines = append(lines, viet.ShortDate(d.Date)+" – "+d.Name)
	}
	typed := url.Values{"year": {strconv.Itoa(year)}, "holidays": {strings.Join(lines, "\n")}}
	return s.showSetup(c, token, page.Shown(typed))
}

// setupClosed says that the link is used up, and nothing else.
func (s *Room) setupClosed(c *gin.Context) error {
	return s.Show(c, http.StatusForbidden, "page/error", page.ErrorPage{
		Frame:    s.Frame(c, s.Text.Say("setup.closed")),
		Status:   page.StatusNumber(http.StatusForbidden),
		Headline: s.Text.Say("setup.closed"),
		Text:     s.Text.Say("setup.closed.text"),
		Next:     []page.Link{{Text: s.Text.Say("page.sign_in"), Href: page.SignInPath}},
	})
}

func (s *Room) showSetup(c *gin.Context, token string, t page.Typed) error {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	say := s.Text.Say
	m := setupStart{Frame: s.Frame(c, say("setup.title")), Token: token, Year: t.Values.Get("year")}
	m.Particulars, m.Paper = s.communeGroups(f), typedPaper(t.Values)
	m.Groups = []page.FieldGroup{{
		ID:    "ngay-nghi",
		Title: say("setup.holidays.title"),
		Text:  say("setup.holidays.text", m.Year),
		Fields: []field.Cell{
			f.Cell("holidays", say("setup.holidays"), field.Hint(say("setup.holidays.hint")), field.Tall(12)),
		},
	}, {
		ID:    "quan-tri",
		Title: say("setup.admin.title"),
		Text:  say("setup.admin.text"),
		Fields: append([]field.Cell{
			f.Cell("full_name", say("user.full_name"), field.Auto("name"), field.Medium),
			f.Cell("username", say("user.name"),
				field.Need, field.Hint(say("user.name.hint")), field.Auto("username"), field.Medium),
		}, s.passwordFields(f, "signin.password")...),
	}}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "settings/setup", m)
}

// Setup stores what the first start asked for and signs the administrator in.
func (s *Room) Setup(c *gin.Context, in url.Values) (page.Act, error) {
	token := in.Get("token")
	again := func(t page.Typed) error { return s.showSetup(c, token, t) }
	return page.Act{
		Do: func() (page.Done, error) {
			open, err := s.App.SetupOpen(c.Request.Context(), token)
			if err != nil {
				return page.Done{}, err
			}
			if !open {
				return page.Done{Show: func() error { return s.setupClosed(c) }}, nil
			}
			if in.Get("do") == doPreview {
				return preview(again, in).Do()
			}
			what, lines, problems := s.readSetup(in)
			if problems = append(problems, s.atLines(what.Check(), lines)...); len(problems) > 0 {
				return page.Done{}, problems
			}
			p, err := s.App.FinishSetup(c.Request.Context(), token, what)
			if err != nil {
				return page.Done{}, err
			}
			return page.Done{To: page.PlanStartPath, Say: "setup.said"}, s.Enter(c, p)
		},
		Again: again,
	}, nil
}

// readSetup reads what was typed; lines are the lines of the table of holidays on which its days stood.
func (s *Room) readSetup(in url.Values) (what app.Setup, lines []int, problems value.Problems) {
	problems = communeTable.Read(in, &what.Commune).Problems
	what.Year = s.App.Today().Year
	if year, err := strconv.Atoi(in.Get("year")); err == nil && year > 0 && year < 10000 {
		what.Year = year
	}
	days, lines, wrong := s.readHolidayLines(in.Get("holidays"))
	what.Holidays, problems = days, append(problems, wrong...)
	what.Admin = app.Account{Name: strings.TrimSpace(in.Get("username")), FullName: in.Get("full_name")}
	what.Password = in.Get("password")
	return what, lines, append(problems, twice(in)...)
}

// readHolidayLines reads days one a line, "02/9/2024 – Quốc khánh"; a dash of any length, a colon or a blank may stand
// between.
func (s *Room) readHolidayLines(text string) (days []app.Holiday, lines []int, problems value.Problems) {
	for i, line := range strings.Split(text, "\n") {
		line = viet.Clean(line)
		if line == "" {
			continue
		}
		date, name, _ := strings.Cut(line, " ")
		day, err := viet.ParseDate(strings.TrimRight(date, ":,;"))
		if err != nil {
			code := "day.form"
			if errors.Is(err, viet.ErrNoSuchDay) {
				code = "day.none"
			}
			problems.Add("holidays", "holiday.at_line", i+1, s.Text.Say(code, line))
			continue
		}
		lines = append(lines, i+1)
		days = append(days, app.Holiday{Date: day, Name: strings.TrimLeft(name, "–—-:,; ")})
	}
	return days, lines, problems
}

// atLines moves the problems of days, "holidays[2].date", to the line on which the day was typed.
func (s *Room) atLines(problems value.Problems, lines []int) value.Problems {
	out := slices.Clone(problems)
	for i, p := range problems {
		var n int
		if _, err := fmt.Sscanf(p.Field, "holidays[%d]", &n); err == nil && n < len(lines) {
			said := s.Text.Say(p.Code, p.Args...)
			out[i] = value.Problem{Field: "holidays", Code: "holiday.at_line", Args: []any{lines[n], said}}
		}
	}
	return out
}

// setupStart is the first start: the commune's particulars and the administrator. Template: settings/setup.
type setupStart struct {
	page.Frame
	Summary     field.Summary
	Token, Year string // the year of the holidays that are asked for
	Particulars []page.FieldGroup
	Paper       app.Paper // as typed so far
	Groups      []page.FieldGroup
}
