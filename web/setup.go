package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
)

// setupForm is the page of the first start. Without the open link's token it shows nothing.
func (s *Server) setupForm(c *gin.Context) error {
	token := c.Query("ma")
	open, err := s.app.SetupOpen(c.Request.Context(), token)
	if err != nil {
		return err
	}
	if !open {
		return s.setupClosed(c)
	}
	year := s.app.Today().Year
	known, _, err := s.app.Holidays(c.Request.Context())
	if err != nil {
		return err
	}
	typed := url.Values{"year": {strconv.Itoa(year)}, "holidays": {holidayLines(known.Of(year).Holidays)}}
	return s.showSetup(c, token, shown(typed))
}

// setupClosed says that the link is used up, and nothing else.
func (s *Server) setupClosed(c *gin.Context) error {
	return s.show(c, http.StatusForbidden, "error", errorPage{frame: s.frame(c, s.text.Say("setup.closed")), Status: httpNumber(http.StatusForbidden),
		Headline: s.text.Say("setup.closed"), Text: s.text.Say("setup.closed.text"), Next: []link{{Text: s.text.Say("page.sign_in"), Href: signInPath}}})
}

func (s *Server) showSetup(c *gin.Context, token string, t Typed) error {
	f := field.NewSheet(s.text, t.Values, t.Problems)
	m := setupStart{
		frame:  s.frame(c, s.text.Say("setup.title")),
		Token:  token,
		Year:   t.Values.Get("year"),
		Groups: s.communeGroups(f),
	}
	say := func(what string) string { return s.text.Say("setup." + what) }
	m.Groups = append(m.Groups, fieldGroup{ID: "ngay-nghi", Title: say("holidays.title"), Text: s.text.Say("setup.holidays.text", m.Year), Fields: []field.Cell{
		f.Cell("holidays", say("holidays"), field.Hint(say("holidays.hint")), field.Kind("textarea"), field.Tall(12)),
	}}, fieldGroup{ID: "quan-tri", Title: say("admin.title"), Text: say("admin.text"), Fields: []field.Cell{
		f.Cell("full_name", s.text.Say("user.full_name"), field.Auto("name"), field.Medium),
		f.Cell("username", s.text.Say("signin.name"), field.Need, field.Hint(s.text.Say("user.name.hint")), field.Auto("username"), field.Medium),
		f.Cell("password", s.text.Say("signin.password"), field.Need, field.Hint(s.text.Say("password.hint", account.MinPassword)), field.Kind("password"), field.Auto("new-password"), field.Medium),
		f.Cell("again", s.text.Say("password.again"), field.Need, field.Kind("password"), field.Auto("new-password"), field.Medium),
	}})
	m.Summary = f.Summary()
	return s.show(c, t.Status, "account/setup", m)
}

// setup stores what the first start asked for and signs the administrator in.
func (s *Server) setup(c *gin.Context, in url.Values) (Act, error) {
	token := in.Get("token")
	return Act{
		Do: func() (Done, error) {
			open, err := s.app.SetupOpen(c.Request.Context(), token)
			if err != nil {
				return Done{}, err
			}
			if !open {
				return Done{Show: func() error { return s.setupClosed(c) }}, nil
			}
			what, lines, problems := s.readSetup(in)
			if problems = append(problems, s.atLines(what.Check(), lines)...); len(problems) > 0 {
				return Done{}, problems
			}
			p, err := s.app.FinishSetup(c.Request.Context(), token, what)
			if err != nil {
				return Done{}, err
			}
			return Done{To: firstPage}, s.enter(c, p)
		},
		Again: func(t Typed) error { return s.showSetup(c, token, t) },
	}, nil
}

// readSetup reads what was typed; lines are the lines of the table of holidays on which its days stood.
func (s *Server) readSetup(in url.Values) (what app.Setup, lines []int, problems value.Problems) {
	commune, read := readCommune(in)
	what.Commune, problems = commune, read.Problems
	if year, err := strconv.Atoi(in.Get("year")); err == nil && year > 0 && year < 10000 {
		what.Year = year
	} else {
		what.Year = s.app.Today().Year
	}
	var wrong value.Problems
	what.Holidays, lines, wrong = s.readHolidayLines(in.Get("holidays"))
	problems = append(problems, wrong...)
	what.Admin = app.Account{Name: strings.TrimSpace(in.Get("username")), FullName: in.Get("full_name")}
	what.Password = in.Get("password")
	if in.Get("again") != what.Password {
		problems.Add("again", "password.differ")
	}
	return what, lines, problems
}

// holidayLines writes days one a line: "02/9/2024 – Quốc khánh".
func holidayLines(days []app.Holiday) string {
	lines := make([]string, len(days))
	for i, d := range days {
		lines[i] = viet.ShortDate(d.Date) + " – " + d.Name
	}
	return strings.Join(lines, "\n")
}

// readHolidayLines reads what holidayLines writes; a dash of any length, a colon or a blank may stand between.
func (s *Server) readHolidayLines(text string) (days []app.Holiday, lines []int, problems value.Problems) {
	for i, line := range strings.Split(text, "\n") {
		line = viet.Clean(line)
		if line == "" {
			continue
		}
		date, name, _ := strings.Cut(line, " ")
		day, err := viet.ParseDate(strings.TrimRight(date, ":,;"))
		if err != nil {
			problems.Add("holidays", "holiday.at_line", i+1, s.text.Say(dateCode(err), line))
			continue
		}
		days, lines = append(days, app.Holiday{Date: day, Name: strings.TrimLeft(name, "–—-:,; ")}), append(lines, i+1)
	}
	return days, lines, problems
}

// dateCode is the code of why a day that was typed is refused.
func dateCode(err error) string {
	if errors.Is(err, viet.ErrNoSuchDay) {
		return "day.none"
	}
	return "day.form"
}

// atLines moves the problems of days, "holidays[2].date", to the line on which the day was typed.
func (s *Server) atLines(problems value.Problems, lines []int) value.Problems {
	out := make(value.Problems, len(problems))
	for i, p := range problems {
		out[i] = p
		var n int
		if _, err := fmt.Sscanf(p.Field, "holidays[%d]", &n); err == nil && n < len(lines) {
			out[i] = value.Problem{Field: "holidays", Code: "holiday.at_line", Args: []any{lines[n], s.text.Say(p.Code, p.Args...)}}
		}
	}
	return out
}
