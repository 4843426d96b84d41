package search

import (
	"math"
	"slices"
)

// asked is one word of a reading.
type asked struct {
	written string
	forms
	ids    []wordID // folded: the word itself and what it may stand for
	exact  wordID   // accented; 0 where the query has no accent there
	weight float64
	filler bool // carries little meaning
	bare   bool // has no accents in a query without them: it may be any word of these letters

	official bool // stands for what was typed
	twin     int  // place of the same letters with other accents; 0 where there are none
}

// reading is one way to understand a query: its words, and how far it is from what was typed.
type reading struct {
	words    []asked // distinct, in the order typed
	typed    []int   // the query as typed, as places in words
	weight   float64 // 1 for what was typed
	total    float64 // Σ weight of words
	loose    bool    // says more than what it asks for: a name inside it counts as much as a name about it
	sentence bool    // is as typed, and says more with fewer words
	why      string
}

// The ways to understand a query, and what each is worth against the words as typed.
const (
	whyTyped    = "typed"
	whySlip     = "slip"
	whyQuestion = "question"
	whyShort    = "abbreviation"
	whyOfficial = "official"
	whyForm     = "form"

	worthSlip     = 0.93
	worthQuestion = 0.97
	worthShort    = 0.96
	worthOfficial = 0.92
	worthForm     = 0.93
	worthSentence = 0.8 // of a question as typed
)

// maxReadings bounds the work for a query.
const maxReadings = 5

// longQuery is from how many words a text is a name or a copy of one, and no question: it is read as it stands.
const longQuery = 48

// looseFrom is from how many words that say something a query is taken for a sentence.
const looseFrom = 6

// readingsOf understands the text of the search: as typed, with slips mended, stripped of what makes it a
// question, with abbreviations spelled out, and with the official words for those of citizens.
func (s *search) readingsOf(text string) []*reading {
	typed := s.typedWords(text)
	if len(typed) == 0 {
		return nil
	}
	rest := s.stripped(typed)
	loose := len(rest) >= looseFrom || len(typed) >= looseFrom && len(typed)-len(rest) >= 2
	first := s.newReading(typed, 1, whyTyped)
	first.loose, first.sentence = loose, loose && len(rest) < len(typed)
	out := &readingList{s: s, loose: loose, readings: []*reading{first}}
	mended, slip := s.mend(typed, text)
	if slip {
		out.add(mended, worthSlip, whySlip)
	}
	if len(rest) > 0 && len(rest) < len(typed) {
		out.add(rest, worthQuestion, whyQuestion)
	}
	if len(typed) > longQuery {
		return out.readings
	}
	if about := s.aboutForm(typed); len(about) > 1 {
		out.add(about, worthForm, whyForm)
	}
	out.addMeanings(typed)
	if slip {
		if full, ok := s.official(mended, 0); ok {
			out.add(s.core(full), worthOfficial*worthSlip, whyOfficial)
		}
	}
	return out.readings
}

// typedWords is the words of a text, what was torn put together and what was run together taken apart; the last one
// stands for all that it may become where the text is being typed.
func (s *search) typedWords(text string) []asked {
	list := wordsOf(text)
	if s.names == 0 { // what is unfinished is not torn
		list = s.joined(list)
	}
	list = s.apart(list)
	s.accented = hasAccents(list)
	var typed []asked
	for _, w := range list[:min(len(list), maxQueryWords)] {
		typed = append(typed, s.ask(w))
	}
	if s.names > 0 && len(typed) > 0 {
		typed = s.completed(typed, text)
	}
	return typed
}

// readingList is the readings of a query, each once, the one as typed first.
type readingList struct {
	s        *search
	loose    bool
	readings []*reading
}

func (l *readingList) add(words []asked, weight float64, why string) {
	r := l.s.newReading(words, weight, why)
	r.loose = l.loose
	if len(words) > 0 && len(l.readings) < maxReadings && !slices.ContainsFunc(l.readings, r.sameAs) {
		l.readings = append(l.readings, r)
	}
}

// addMeanings adds what abbreviations stand for, and the official words for those of citizens.
func (l *readingList) addMeanings(typed []asked) {
	base := typed
	for n := range maxMeanings {
		if full, ok := l.s.spelledOut(typed, n); ok {
			l.add(l.s.core(full), worthShort, whyShort)
			if n == 0 {
				base = full
			}
		}
	}
	for n := range maxMeanings {
		if full, ok := l.s.official(base, n); ok {
			l.add(l.s.core(full), worthOfficial, whyOfficial)
		}
	}
}

// hasAccents reports a text that is written with its accents: a third of its words have some.
func hasAccents(list []string) bool {
	n := 0
	for _, w := range list {
		if !isPlain(w) {
			n++
		}
	}
	return n*3 >= len(list) && n > 0
}

// sameAs reports readings of the same words.
func (r *reading) sameAs(other *reading) bool {
	return slices.EqualFunc(
		r.words,
		other.words,
		func(a, b asked) bool { return a.accented == b.accented && slices.Equal(a.ids, b.ids) },
	) &&
		slices.Equal(r.typed, other.typed)
}

// core is the words stripped, or all of them where nothing else is left.
func (s *search) core(typed []asked) []asked {
	if out := s.stripped(typed); len(out) > 0 {
		return out
	}
	return typed
}

// stripped is the words without those that only make a question of them. Official words stay; words that
// names have too go only where something else shows a question.
func (s *search) stripped(typed []asked) []asked {
	question := slices.ContainsFunc(typed, isQuestion)
	says := func(i int) bool {
		a := &typed[i]
		return a.official || !a.filler && !isQuestion(*a) && !(question && talk[a.accented])
	}
	var out []asked
	for i, a := range typed {
		bound := i > 0 && says(i-1) && s.isBound(typed, i-1, i) ||
			i+1 < len(typed) && says(i+1) && s.isBound(typed, i+1, i)
		if bound || says(i) {
			out = append(out, a)
		}
	}
	return out
}

// isBound reports that a word of the query belongs to its neighbour: it stands in names beside that one alone, or
// nearly ("chối" beside "từ", which then joins nothing), or citizens say both together ("mới đẻ").
func (s *search) isBound(typed []asked, word, neighbour int) bool {
	left, right := typed[min(word, neighbour)], typed[max(word, neighbour)]
	if talk[typed[neighbour].accented] && s.vocab.besides[[2]string{left.folded, right.folded}] {
		return true
	}
	if len(left.ids) == 0 || len(right.ids) == 0 {
		return false
	}
	names := s.namesOf[typed[word].ids[0]]
	return names > 0 && uint32(s.lex.meetings(left.ids[0], right.ids[0]))*boundShare >= names
}

// boundShare: a word is bound to its neighbour that stands beside it in half of the names.
const boundShare = 2

// aboutForm is what the form is for that a query asks by its kind: "tờ khai đăng ký kết hôn". nil where it asks
// for no form.
func (s *search) aboutForm(typed []asked) []asked {
	i := 0
	for i < len(typed) && (formWords[typed[i].accented] || i > 0 && formMore[typed[i].accented]) {
		i++
	}
	if i == 0 {
		return nil
	}
	return s.core(typed[i:])
}

// formWords begin the name of a form; formMore may stand behind them.
var (
	formWords = setOf("tờ", "đơn", "mẫu", "phiếu")
	formMore  = setOf("khai", "đề", "nghị", "yêu", "cầu", "xin", "số")
)

// isQuestion reports a word that makes a question; without its accents only where no other word is meant.
func isQuestion(a asked) bool {
	return questionWords[a.accented] || a.bare && questionFolded[a.folded]
}

// ask weighs one written word.
func (s *search) ask(written string) asked {
	f := s.spell.of(written)
	a := asked{written: written, forms: f, bare: !f.hasAccent() && !s.accented}
	a.filler = fillers[f.accented] || a.bare && fillersFolded[f.folded]
	if n := s.lex.find(f.folded); n != 0 {
		a.ids = []wordID{n}
	}
	if f.hasAccent() {
		a.exact = s.lex.find(f.accented)
	}
	a.weight = s.weigh(a)
	return a
}

// weigh is how much a word says: rare ones more; with the accents that were typed where names have it so.
func (s *search) weigh(a asked) float64 {
	switch {
	case a.exact != 0 && s.namesOf[a.exact] > 0:
		return float64(s.weightOf[a.exact])
	case len(a.ids) > 0 && (!a.filler || fillers[a.accented]):
		return float64(s.weightOf[a.ids[0]])
	case len(a.ids) > 0:
		return float64(s.weightOf[a.ids[0]]) * fillerShare
	case a.filler:
		return s.idf(0) * fillerShare
	}
	return s.idf(0)
}

// fillerShare is what a word that only joins others counts.
const fillerShare = 0.2

// idf is the weight of a word that stands in so many names, of those that are there.
func (v *view) idf(names uint32) float64 {
	return math.Log(1 + float64(v.count+1)/(1+float64(names)))
}

func (s *search) newReading(typed []asked, weight float64, why string) *reading {
	r := &reading{weight: weight, why: why}
	at := make(map[string]int, len(typed)) // folded word -> its first place
	for _, a := range typed {
		i, ok := at[a.folded]
		if !ok {
			i = r.append(a)
			at[a.folded] = i
		}
		for w := &r.words[i]; w.accented != a.accented; w = &r.words[i] {
			if !w.hasAccent() || !a.hasAccent() {
				w.accented, w.exact = w.folded, 0 // từ and tu in one query: either will do
				break
			}
			if w.twin == 0 { // lại and lái are two words
				next := r.append(a)
				r.words[i].twin = next
				i = next
				break
			}
			i = w.twin
		}
		r.typed = append(r.typed, i)
	}
	return r
}

// append adds a word and gives its place.
func (r *reading) append(a asked) int {
	a.twin = 0
	r.words = append(r.words, a)
	r.total += a.weight
	return len(r.words) - 1
}

// place is the place + 1 in the reading of a word that a text has, given that of its folded form.
func (r *reading) place(at int, w ids) int {
	for i := at - 1; i >= 0 && r.words[i].exact != w.accented; i = r.words[i].twin {
		if r.words[i].twin == 0 {
			return at
		}
		if next := r.words[i].twin; r.words[next].exact == w.accented {
			return next + 1
		}
	}
	return at
}

var (
	fillers = setOf(
		"của",
		"và",
		"các",
		"những",
		"là",
		"được",
		"có",
		"trong",
		"với",
		"do",
		"từ",
		"thủ",
		"tục",
		"cho",
		"về",
		"theo",
		"tại",
		"ở",
		"thì",
		"đối",
		"hoặc",
	)
	fillersFolded = setOf("cua", "va", "nhung", "duoc", "trong", "voi", "thu", "tuc", "tai", "theo", "thi", "hoac")
)

// questionWords make a question of what is asked, or a person of who asks.
var questionWords = setOf(
	"tôi",
	"em",
	"anh",
	"chị",
	"mình",
	"ạ",
	"ơi",
	"muốn",
	"cần",
	"phải",
	"xin",
	"thế",
	"nào",
	"như",
	"đâu",
	"gì",
	"bao",
	"nhiêu",
	"lâu",
	"sao",
	"nhờ",
	"hỏi",
	"này",
	"cái",
	"rồi",
	"vậy",
	"tui",
	"bác",
	"cháu",
	"kiểu",
	"ai",
	"lắm",
	"nữa",
	"mấy",
	"làm",
	"giùm",
	"dùm",
	"tụi",
	"bọn",
	"hả",
	"nhỉ",
	"nhé",
	"dạ",
	"vâng",
	"thưa",
)

// talk are words of questions that names have too.
var talk = setOf("khi", "ra", "giờ", "không", "nộp", "hồ", "sơ", "ở", "hay", "đến", "thôi", "nên", "được", "hết",
	"mang", "tuần", "tháng", "trước", "sau", "vừa", "mới", "sắp", "đang", "giấy", "tờ",
	"quá", "luôn", "cũng", "chưa", "nhưng", "nếu", "lỡ", "hiện", "đây", "đó", "kia", "ấy", "định", "biết", "giúp", "vì",
	"đi", "xong", "vẫn", "còn", "đã", "sẽ", "mà", "để", "chỗ", "hôm", "nay", "bị")

// questionFolded are those that are no other word without their accents, or hardly.
var questionFolded = setOf(
	"toi",
	"muon",
	"nhu",
	"nao",
	"gi",
	"bao",
	"nhieu",
	"lau",
	"sao",
	"dau",
	"khong",
	"xin",
	"lam",
	"can",
	"vay",
)

// setOf is the forms of words.
func setOf(list ...string) map[string]bool {
	out := make(map[string]bool, len(list))
	for _, w := range list {
		out[formsOf(w).accented] = true
	}
	return out
}

// changing are words that make another procedure of the one that is named with them: what undoes, repeats or
// changes. They are common, and yet decide.
var changing = setOf(
	"xóa",
	"lại",
	"đổi",
	"hạn",
	"hồi",
	"hủy",
	"dứt",
	"chỉnh",
	"sửa",
	"ngừng",
	"dừng",
	"thôi",
	"rút",
	"mất",
	"tạm",
)

// usual are words of the usual case, which is meant where nothing is said; special those of a rare one.
var (
	usual   = setOf("mới", "lần", "đầu", "cấp", "thực", "hiện")
	special = setOf("ngoài", "động", "biên", "giới", "quân")
)

// changingWeight is the least that they count.
const changingWeight = 3.5
