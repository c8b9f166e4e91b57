//! Tokens: a sentence as a row of mentions, words of the lexicon, names and plain text.
//!
//! Chinese has no spaces and no dictionary holds every name, so the row is built from what is known:
//! mentions first, then the longest word of the lexicon; what lies between is plain [`Text`]
//! (`TokenKind::Text`), turned into a subject where it ends like a name (公司, 縣). Words of one
//! character (比, 至, 由) are too common inside other words: they count only at the edge of something
//! known.

use super::lexicon::{FactLexicon, NameEnd, Word};
use super::sight::Sight;
use crate::grammar::chars::is_han;
use crate::lexicon::indicators::Class;
use crate::lexicon::linkers::Link;
use crate::lexicon::turns;
use crate::mention::Kind;
use crate::span::Span;

/// A piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) span: Span,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum TokenKind {
    /// A quantity, by the index of its mention.
    Quantity(usize),
    /// A time, by the index of its mention.
    Time(usize),
    /// A length of time that is no period.
    Span,
    /// A recurring time: 每年.
    Recurring,
    /// A word of the lexicon.
    Word(Word),
    /// Characters that nothing is known about.
    Text,
    /// A remark in brackets without a mention.
    Aside,
    /// Punctuation.
    Mark(Mark),
}

/// Punctuation that the grammar tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// 、
    List,
    /// ，
    Comma,
    /// ；
    Semicolon,
    /// ：
    Colon,
    /// （ that opens a remark with a mention in it.
    Open,
    /// ）
    Close,
    /// 。 and the edges of titles.
    Stop,
}

/// Words of one character that count only before a number: 低效 is no fall.
const BOUND: [char; 6] = ['快', '高', '低', '慢', '多', '少'];

/// Words of one character that count wherever they stand.
const STRONG: [char; 15] =
    ['各', '比', '涨', '漲', '跌', '拟', '擬', '将', '將', '的', '较', '較', '占', '佔', '已'];

/// Punctuation that says nothing.
const SILENT: [char; 20] = [
    '“', '”', '「', '」', '『', '』', '"', '\'', '‘', '’', '《', '》', '〈', '〉', '*', '·', '•', '★', '●',
    '■',
];

/// The longest remark in brackets, in bytes, that belongs to the noun before it.
const LONGEST_ASIDE: usize = 120;

/// Appends the tokens of `range` to `tokens`; `sights` are the mentions from its first on, `first` is
/// the index of that one.
pub(crate) fn tokenize(
    text: &str,
    range: Span,
    (sights, first): (&[Sight], usize),
    lexicon: &FactLexicon,
    tokens: &mut Vec<Token>,
) {
    let mut lexer = Lexer {
        text,
        at: range.start(),
        end: range.end(),
        sights,
        next: 0,
        first,
        lexicon,
        known: (usize::MAX, None),
        pending: None,
        tokens,
    };
    while lexer.at < lexer.end {
        lexer.step();
    }
    lexer.flush();
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    sights: &'a [Sight],
    next: usize,
    first: usize,
    lexicon: &'a FactLexicon,
    /// A place and the longest word there.
    known: (usize, Option<(usize, Word)>),
    /// Where the run of plain text before `at` began.
    pending: Option<usize>,
    tokens: &'a mut Vec<Token>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..self.end).unwrap_or("")
    }

    /// The longest word at this place, which every production asks for.
    fn known(&mut self) -> Option<(usize, Word)> {
        if self.known.0 != self.at {
            self.known = (self.at, self.lexicon.word(self.rest()));
        }
        self.known.1
    }

    fn step(&mut self) {
        let _ = self.unknown()
            || self.mention()
            || self.mark()
            || self.rate()
            || self.bracket()
            || self.name_end()
            || self.word()
            || self.plain();
    }

    /// Passes the characters that begin nothing: most of a text.
    fn unknown(&mut self) -> bool {
        let start = self.at;
        let number = self.sights.get(self.next).map_or(self.end, |sight| sight.extent.start());
        while self.at < number {
            let rest = self.rest();
            match rest.chars().next() {
                Some(c) if is_han(c) && c != '每' && !self.lexicon.may_begin(rest) => {
                    self.at += c.len_utf8()
                }
                _ => break,
            }
        }
        if self.at > start {
            self.pending.get_or_insert(start);
        }
        self.at > start
    }

    /// Ends the run of plain text, if one is open.
    fn flush(&mut self) {
        if let Some(start) = self.pending.take() {
            self.tokens.push(Token { kind: TokenKind::Text, span: Span::new(start, self.at) });
        }
    }

    fn push(&mut self, kind: TokenKind, length: usize) -> bool {
        self.flush();
        self.tokens.push(Token { kind, span: Span::new(self.at, self.at + length) });
        self.at += length;
        true
    }

    fn mention_at(&self, at: usize) -> bool {
        self.sights.get(self.next).is_some_and(|sight| sight.extent.start() <= at)
    }

    fn mention(&mut self) -> bool {
        while self.sights.get(self.next).is_some_and(|sight| sight.span.end() <= self.at) {
            self.next += 1;
        }
        let Some(sight) = self.sights.get(self.next).filter(|sight| sight.extent.start() <= self.at) else {
            return false;
        };
        let following = self.sights.get(self.next + 1).map_or(self.end, |sight| sight.span.start());
        let end = sight.extent.end().min(following).max(sight.span.end());
        let tenor =
            sight.kind == Kind::Duration && self.text.get(end..).is_some_and(|rest| rest.starts_with('期'));
        let end = if tenor { end + '期'.len_utf8() } else { end };
        let (kind, start) = (self.kind_of(sight), sight.span.start());
        self.next += 1;
        self.words_before(start);
        self.push(kind, end.saturating_sub(self.at).max(1))
    }

    /// The words among those that set the bounds of a mention which say more: 約占18%, 大約增加了一倍.
    fn words_before(&mut self, start: usize) {
        while self.at < start {
            let rest = self.text.get(self.at..start).unwrap_or("");
            let one = rest.chars().next().map_or(1, char::len_utf8);
            match self.lexicon.word(rest) {
                Some((length, word @ (Word::Change(_) | Word::Basis(_)))) if length > one => {
                    self.push(TokenKind::Word(word), length);
                }
                Some((
                    length,
                    word @ (Word::Link(Link::Share | Link::Each | Link::Equivalent) | Word::Status(_)),
                )) => {
                    self.push(TokenKind::Word(word), length);
                }
                _ => {
                    self.flush();
                    self.at += one;
                }
            }
        }
    }

    fn kind_of(&self, sight: &Sight) -> TokenKind {
        let index = self.first + self.next;
        match sight.kind {
            Kind::Set => TokenKind::Recurring,
            Kind::Duration if !is_stretch(self.text, sight) => TokenKind::Span,
            kind if kind.is_time() => TokenKind::Time(index),
            _ => TokenKind::Quantity(index),
        }
    }

    fn mark(&mut self) -> bool {
        let Some(c) = self.rest().chars().next() else { return false };
        if is_han(c) {
            return false;
        }
        let mark = match c {
            '、' => Mark::List,
            '，' | ',' | '—' => Mark::Comma,
            '；' | ';' => Mark::Semicolon,
            '：' | ':' | '∶' => Mark::Colon,
            '）' | ')' | '］' | ']' => Mark::Close,
            '。' | '！' | '？' | '!' | '?' | '【' | '】' | '\n' | '…' => Mark::Stop,
            _ if c.is_whitespace() || SILENT.contains(&c) => {
                return self.skip(c);
            }
            _ => return false,
        };
        self.push(TokenKind::Mark(mark), c.len_utf8())
    }

    /// Passes quotes and spaces; a space between clauses of a headline parts them.
    fn skip(&mut self, c: char) -> bool {
        if c.is_whitespace() && self.parts_clauses() {
            return self.push(TokenKind::Mark(Mark::Comma), c.len_utf8());
        }
        self.flush();
        self.at += c.len_utf8();
        true
    }

    /// 每10股: the denominator of a rate, where a number goes with it.
    fn rate(&mut self) -> bool {
        let Some(rest) = self.rest().strip_prefix('每') else { return false };
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let unit = rest.get(digits..).and_then(|unit| unit.chars().next());
        match unit.filter(|_| digits > 0) {
            Some(unit) => self.push(TokenKind::Span, '每'.len_utf8() + digits + unit.len_utf8()),
            None => false,
        }
    }

    fn parts_clauses(&self) -> bool {
        let before = self.text.get(..self.at).and_then(|head| head.chars().next_back());
        let after = self.rest().chars().nth(1);
        let after_number = matches!(self.tokens.last(), Some(Token { kind: TokenKind::Quantity(_), .. }));
        let is_han = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
        self.pending.is_none() && after_number && is_han(before.or(Some('中'))) && is_han(after)
    }

    /// A bracket: a remark without a mention is one token; else the bracket parts clauses.
    fn bracket(&mut self) -> bool {
        let rest = self.rest();
        let Some(open) = rest.chars().next().filter(|c| matches!(c, '（' | '(' | '［' | '[')) else {
            return false;
        };
        let window = rest.get(..floor(rest, LONGEST_ASIDE)).unwrap_or(rest);
        let close = window.find(['）', ')', '］', ']']).map(|at| at + width(window, at));
        match close.filter(|length| !self.mention_at(self.at + length)) {
            Some(length) => self.push(TokenKind::Aside, length),
            None => self.push(TokenKind::Mark(Mark::Open), open.len_utf8()),
        }
    }

    /// The end of a name after plain text or after a subject: 滙嵐 + 銀行.
    fn name_end(&mut self) -> bool {
        let Some((length, end)) = self.lexicon.name_end(self.rest()) else { return false };
        if self.known().is_some_and(|(longer, _)| longer > length) {
            return false;
        }
        let object =
            self.tokens.last().is_some_and(|token| token.kind == TokenKind::Word(Word::Link(Link::Act)));
        if end == NameEnd::Industry && (object || !self.stands_alone(self.at + length)) {
            return false;
        }
        let Some(start) = self.name_start(end) else { return false };
        self.pending = None;
        self.at += length;
        self.tokens.push(Token { kind: TokenKind::Word(Word::Subject), span: Span::new(start, self.at) });
        true
    }

    /// Where the name begins that an end at this place would close.
    fn name_start(&mut self, end: NameEnd) -> Option<usize> {
        if let Some(start) = self.pending {
            let chars = self.text.get(start..self.at).map_or(0, |name| name.chars().count());
            let longest = if end == NameEnd::Place { 6 } else { 24 };
            return (2..=longest).contains(&chars).then_some(start);
        }
        let mut at = self.at;
        let part = |token: &Token| match token.kind {
            TokenKind::Word(Word::Subject) => true,
            TokenKind::Text | TokenKind::Word(Word::Term(Class::Thing | Class::Body, _)) => {
                end == NameEnd::Firm
            }
            _ => false,
        };
        while let Some(last) = self.tokens.last().filter(|last| last.span.end() == at && part(last)) {
            at = last.span.start();
            self.tokens.pop();
        }
        (at < self.at).then_some(at)
    }

    /// Whether a name that ends at `at` is followed by the edge of a noun.
    fn stands_alone(&self, at: usize) -> bool {
        if at >= self.end || self.mention_at(at) {
            return true;
        }
        let rest = self.text.get(at..self.end).unwrap_or("");
        match self.lexicon.word(rest) {
            Some((_, Word::Term(..) | Word::Subject | Word::Link(Link::Plain | Link::Act))) => false,
            Some((length, _)) => length > rest.chars().next().map_or(0, char::len_utf8) || is_strong(rest),
            None => rest.starts_with(|c: char| !c.is_alphanumeric()),
        }
    }

    fn word(&mut self) -> bool {
        let Some(longest) = self.known() else { return false };
        let rest = self.rest();
        // A word may reach into the words around a mention (營業收入超3億元), not into its number.
        let number = self.sights.get(self.next).map_or(usize::MAX, |sight| sight.span.start());
        let at_least = |length: usize| {
            rest.get(..length).is_some_and(|word| word.ends_with('至'))
                && rest.get(length..).is_some_and(|behind| behind.starts_with('少'))
        };
        let fits = |(length, _): &(usize, Word)| self.at + length <= number && !at_least(*length);
        let shorter = || self.lexicon.words(rest).find(fits);
        let Some((length, word)) = Some(longest).filter(fits).or_else(shorter) else { return false };
        let one = rest.chars().next().map_or(0, char::len_utf8);
        if word == Word::Link(Link::Plain) || (length == one && !is_strong(rest) && !self.at_edge(length)) {
            return false;
        }
        let filler = matches!(word, Word::Link(Link::Adverb | Link::Copula) | Word::Change(_));
        if filler && length == one && !self.before_known(length) {
            return false;
        }
        self.push(TokenKind::Word(word), length)
    }

    /// Whether a word of `length` bytes here touches something known, so that it is no part of a name.
    fn at_edge(&self, length: usize) -> bool {
        let bound = self.rest().starts_with(BOUND);
        self.pending.is_none() && !bound
            || self.mention_at(self.at + length)
            || !bound && self.opens_act(length)
    }

    /// Whether a mention, a word of the lexicon or the end of a clause follows.
    fn before_known(&self, length: usize) -> bool {
        let at = self.at + length;
        let rest = self.text.get(at..self.end).unwrap_or("");
        let word = self.lexicon.word(rest).is_some_and(|(_, word)| word != Word::Link(Link::Plain));
        word || self.mention_at(at) || !rest.starts_with(char::is_alphanumeric)
    }

    /// Whether a word of what is done or how it moved follows: 共 before 揽收.
    fn opens_act(&self, length: usize) -> bool {
        let rest = self.text.get(self.at + length..self.end).unwrap_or("");
        matches!(
            self.lexicon.word(rest),
            Some((length, Word::Link(Link::Act) | Word::Change(_) | Word::Basis(_) | Word::Status(_))) if length > 4
        )
    }

    /// Characters that nothing is known about: a Latin word, a plain word or one character.
    fn plain(&mut self) -> bool {
        let known = self.known();
        let rest = self.rest();
        let ascii = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let known = match known {
            Some((length, Word::Link(Link::Plain))) => length,
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
        let limit = self.sights.get(self.next).map_or(self.end, |sight| sight.extent.start());
        let length = ascii.max(known).min(limit.saturating_sub(self.at)).max(1);
        self.pending.get_or_insert(self.at);
        self.at = ceil(self.text, self.at + length);
        true
    }
}

fn is_strong(text: &str) -> bool {
    text.starts_with(STRONG)
}

/// Whether a length of time is a stretch that facts hold for: 過去24小時, 三年來.
fn is_stretch(text: &str, sight: &Sight) -> bool {
    let before = text.get(..sight.span.start()).unwrap_or("");
    let behind = text.get(sight.span.end()..).unwrap_or("");
    let short = sight.span.of(text).contains(['时', '時', '分', '秒']);
    if short {
        return turns::ends(before, turns::SHORT_STRETCH_BEFORE);
    }
    let before = turns::ends(before, turns::STRETCH_BEFORE) && !turns::ends(before, turns::NO_STRETCH_BEFORE);
    before || turns::begins(behind, turns::STRETCH_BEHIND)
}

/// The largest character boundary of `text` that is not beyond `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The smallest character boundary of `text` that is not before `at`.
fn ceil(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

fn width(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens of a text, each as its words and kind.
    fn row(text: &str) -> String {
        let extractor = crate::Extractor::new();
        let mentions: Vec<_> = extractor.mentions(text).collect();
        let sights: Vec<Sight> = mentions.iter().map(|mention| Sight::of(mention, None)).collect();
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), (&sights, 0), &FactLexicon::default(), &mut tokens);
        let name = |token: &Token| match token.kind {
            TokenKind::Word(Word::Link(link)) => format!("{link:?}"),
            TokenKind::Word(Word::Term(class, _)) => format!("{class:?}"),
            TokenKind::Word(Word::Change(change)) => format!("{:?}", change.direction),
            TokenKind::Word(Word::Basis(basis)) => format!("{basis:?}"),
            TokenKind::Word(Word::Status(status)) => format!("{status:?}"),
            TokenKind::Word(Word::Subject) => "Subject".to_owned(),
            kind => format!("{kind:?}"),
        };
        let words: Vec<String> =
            tokens.iter().map(|token| format!("{}/{}", token.span.of(text), name(token))).collect();
        words.join(" ")
    }

    #[test]
    fn names_end_where_their_last_word_does() {
        assert_eq!(row("青岫縣茶園面積8畝"), "青岫縣/Subject 茶園/Thing 面積/Plain 8畝/Quantity(0)");
        assert_eq!(row("江北鋁業有限公司營收"), "江北鋁業有限公司/Subject 營收/Plain");
        assert_eq!(row("恆曜電子公布"), "恆曜電子/Subject 公布/Report");
    }

    #[test]
    fn lone_characters_count_only_beside_something_known() {
        assert_eq!(row("可選消費漲5%"), "可選消費/Text 漲/Up 5%/Quantity(0)");
        assert_eq!(row("利率由3%升至4%"), "利率/Plain 由/From 3%/Quantity(0) 升至/Up 4%/Quantity(1)");
        assert_eq!(row("自由貿易港"), "自由貿易港/Subject");
    }

    #[test]
    fn words_around_a_number_that_say_more_than_its_bounds_are_kept() {
        assert_eq!(row("約占18%"), "約占/Share 18%/Quantity(0)");
        assert_eq!(row("（約合3億元）"), "（/Mark(Open) 約合/Equivalent 3億元/Quantity(0) ）/Mark(Close)");
    }

    #[test]
    fn remark_without_a_number_is_one_token() {
        assert_eq!(row("綠港（試點）客流"), "綠港/Text （試點）/Aside 客流/Plain");
    }
}
