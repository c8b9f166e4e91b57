//! What a noun phrase names: its subject (who) and its indicator (what is measured).

use super::context::Measured;
use super::lexicon::{FactLexicon, Word};
use super::tokens::{Mark, Token, TokenKind};
use crate::lexicon::indicators::Class;
use crate::lexicon::linkers::Link;
use crate::lexicon::turns;
use crate::span::Span;

/// A name has more than one character.
const LONGEST_CHARACTER: usize = 4;

/// The longest name, in bytes.
const LONGEST_NAME: usize = 60;

/// A noun phrase, taken apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Noun {
    /// The name it begins with: 全縣.
    pub(crate) subject: Option<Span>,
    /// The rest.
    pub(crate) rest: Option<Rest>,
    /// Whether it names somebody whose view is told.
    pub(crate) voice: bool,
    /// Whether it ends like a body that tells the news.
    pub(crate) source: bool,
    pub(crate) whole: Span,
    /// Where its name begins, behind the last 的 if it ends in a body: 符合資格的雇主.
    named_from: usize,
}

/// What follows the name in a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rest {
    pub(crate) span: Span,
    /// Where the last word that names a measure begins: 產量 in 茶葉產量.
    pub(crate) head: Option<Span>,
    /// The words before the head.
    pub(crate) before: Option<Span>,
    /// The class of the head.
    pub(crate) class: Option<Class>,
    /// The term, if the table has it.
    pub(crate) term: Option<usize>,
    /// Whether the words before the head begin with what is done: 收穫小麥.
    pub(crate) act: bool,
    /// Whether it begins with a word that cannot be a name: 對美出口, 人均消費.
    pub(crate) bound: bool,
    /// Whether it is nothing but 新增.
    pub(crate) added: bool,
}

impl Noun {
    /// Who it names, if it stands before another noun: all of it unless it is a measure.
    pub(crate) fn name(&self) -> Option<Span> {
        let measured = self.rest.is_some_and(|rest| rest.measures());
        let whole = Span::new(self.named_from, self.whole.end());
        let named = LONGEST_CHARACTER + 1..=LONGEST_NAME;
        if measured || self.rest.is_none() || !named.contains(&whole.len()) {
            self.subject
        } else {
            Some(whole)
        }
    }

    /// The noun with the words before it, from `start` on, drawn into what is measured.
    pub(crate) fn extended(self, start: usize) -> Self {
        let widen = |span: Span| Span::new(start, span.end());
        let rest = self.rest.map(|rest| Rest { span: widen(rest.span), before: None, ..rest });
        Noun { rest, whole: widen(self.whole), ..self }
    }
}

impl Rest {
    /// All of it, as what is measured.
    pub(crate) fn measured(&self) -> Measured {
        let growth = self.class == Some(Class::Growth);
        let whole = self.head == Some(self.span);
        Measured { span: self.span, term: self.term, whole, growth, counted: !self.measures() }
    }

    /// Its head alone, as what is measured.
    pub(crate) fn headed(&self) -> Measured {
        Measured { span: self.head.unwrap_or(self.span), whole: true, ..self.measured() }
    }

    /// Whether it names a move and not what moved: 漲幅.
    pub(crate) fn is_move(&self) -> bool {
        matches!(self.class, Some(Class::Rise | Class::Fall | Class::Step))
    }

    /// Whether it names what is measured, not what is counted.
    pub(crate) fn measures(&self) -> bool {
        self.class.is_some_and(|class| !matches!(class, Class::Thing | Class::Body))
    }

    /// Whether the words `before` the head may be a name of their own.
    pub(crate) fn splits(&self, before: Span) -> bool {
        !self.act && !self.bound && before.len() > LONGEST_CHARACTER
    }
}

/// Takes the noun phrase `tokens` apart.
pub(crate) fn noun(tokens: &[Token], text: &str, lexicon: &FactLexicon) -> Option<Noun> {
    let tokens = trim(tokens);
    let remarks = tokens.iter().take_while(|token| matches!(token.kind, TokenKind::Aside)).count();
    let tokens = &tokens[remarks..];
    let whole = cover(tokens)?;
    let (name, rest) = split_name(tokens);
    // 甘蔗收購量 is one measure, 甲公司收購乙公司 is who and what.
    let suffixed = |rest: &[Token]| match rest {
        [act, suffix] => is_link(act, Link::Act) && suffix.span.len() <= LONGEST_CHARACTER,
        _ => false,
    };
    let compound = suffixed(rest) && name.iter().all(|token| matches!(token.kind, TokenKind::Text));
    let (name, rest) = if compound { tokens.split_at(0) } else { (name, rest) };
    let rest = trim(rest);
    let subject = cover(name);
    let rest =
        if subject.is_some() && rest.iter().all(|token| is_link(token, Link::Opinion)) { &[] } else { rest };
    let unnamed = subject.is_none() && !rest.iter().any(is_term);
    let voice = unnamed && tokens.iter().any(|token| is_link(token, Link::Opinion));
    let source = unnamed && lexicon.ends_like_source(whole.of(text));
    let of = tokens.iter().rposition(|token| is_link(token, Link::Of));
    let described = of.filter(|_| tokens.last().is_some_and(is_body)).map(|of| tokens[of].span.end());
    let named_from = described.or(subject.map(Span::start)).unwrap_or(whole.start());
    Some(Noun { subject, rest: read_rest(rest, text, lexicon), voice, source, whole, named_from })
}

/// The name at the head of a noun phrase, and what follows.
///
/// ```text
/// name = { text | "和" | "、" } subject { … subject } [ remark ]    全縣, 公司及子公司
///      | { … } body            before another term                 日本旅客 + 人均消費
///      | text                  before what is done, or 的           飛利信 + 中標, 該系列 + 的銷量
/// ```
fn split_name(tokens: &[Token]) -> (&[Token], &[Token]) {
    let (mut start, mut end) = (0, 0);
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Word(Word::Subject) => {
                // A title before a name is no part of it: 上市公司瀾谷種業.
                let titled = at.checked_sub(1).is_some_and(|at| is_body(&tokens[at]));
                start = if titled || end == start { at } else { start };
                end = at + 1;
            }
            TokenKind::Aside if at == end && end > start => end = at + 1,
            TokenKind::Word(Word::Term(Class::Body, _)) if owns_measure(&tokens[at + 1..]) => end = at + 1,
            TokenKind::Word(Word::Link(Link::Of)) if end == start => (start, end) = (at + 1, at + 1),
            TokenKind::Text | TokenKind::Mark(Mark::List) => {}
            TokenKind::Word(Word::Term(Class::Thing | Class::Body, _)) => {}
            TokenKind::Word(Word::Link(Link::And | Link::With | Link::Act)) => {}
            _ => break,
        }
    }
    if end > start {
        return (&tokens[start..end], &tokens[end..]);
    }
    let edge = |token: &Token| is_link(token, Link::Act) || is_link(token, Link::Of);
    let edge = tokens.iter().position(edge).unwrap_or(0);
    let named = tokens.iter().take(edge).all(|token| matches!(token.kind, TokenKind::Text))
        && cover(&tokens[..edge]).is_some_and(|name| name.len() > LONGEST_CHARACTER);
    tokens.split_at(if named { edge } else { 0 })
}

fn read_rest(tokens: &[Token], text: &str, lexicon: &FactLexicon) -> Option<Rest> {
    let tokens = without_scope(without_acts(tokens));
    let span = cover(tokens)?;
    let last = tokens.iter().rev().find(|token| !matches!(token.kind, TokenKind::Aside));
    let (class, term) = match last.map(|token| token.kind) {
        Some(TokenKind::Word(Word::Term(class, term))) => (Some(class), Some(term)),
        Some(TokenKind::Text) if lexicon.ends_like_indicator(span.of(text)) => (Some(Class::Plain), None),
        _ => (None, None),
    };
    let head = class.and(last).map(|token| token.span);
    let before = head.map(|head| Span::new(span.start(), head.start())).filter(|before| !before.is_empty());
    let first = tokens.first();
    Some(Rest {
        span,
        head,
        before,
        class,
        term,
        bound: first.is_some_and(|token| is_link(token, Link::Toward) || is_link(token, Link::Mean)),
        act: first.is_some_and(|token| is_link(token, Link::Act)),
        added: tokens.len() == 1
            && first.is_some_and(|token| matches!(token.kind, TokenKind::Word(Word::Change(_)))),
    })
}

/// Without a list of what is done before the thing it is done to: 購置、改造人才公寓.
fn without_acts(tokens: &[Token]) -> &[Token] {
    let idle = |token: &Token| is_link(token, Link::Act) || is_joiner(token);
    match tokens.iter().position(|token| !idle(token)) {
        Some(first) if tokens[..first].iter().any(is_joiner) => &tokens[first..],
        _ => tokens,
    }
}

/// Without the place that a rank is within, which stands behind the measure: 裝卸量全球(排名).
fn without_scope(tokens: &[Token]) -> &[Token] {
    match tokens.iter().rposition(|token| token.kind != TokenKind::Word(Word::Subject)) {
        Some(last) if is_term(&tokens[last]) => &tokens[..=last],
        _ => tokens,
    }
}

/// The words at the head of `tokens` that name what a number before them counts: 影片 in 影片競相上映.
pub(crate) fn counted(tokens: &[Token], text: &str, lexicon: &FactLexicon) -> Option<Rest> {
    let tokens = trim(tokens);
    read_rest(trim(&tokens[..counted_end(tokens)]), text, lexicon)
}

/// Where the words end that are counted: behind the first things named, or before what is done.
fn counted_end(tokens: &[Token]) -> usize {
    let first = tokens.iter().position(is_term).unwrap_or(tokens.len());
    let act =
        tokens.iter().skip(1).position(|token| is_link(token, Link::Act)).map_or(tokens.len(), |at| at + 1);
    if act < first || first == tokens.len() {
        return act.min(tokens.len());
    }
    let things = tokens[first..].iter().take_while(|token| is_term(token) && !is_measure(token)).count();
    first + things.max(1)
}

/// Whether a ratio right before these words tells a part of them: 三成企業, 75%股權.
pub(crate) fn is_whole(tokens: &[Token], text: &str) -> bool {
    let term = tokens.iter().find(|token| is_term(token));
    term.is_some_and(|token| !is_measure(token) || turns::ends(token.span.of(text), turns::PEOPLE))
}

/// Whether these words begin with a stake in a company.
pub(crate) fn is_stake(tokens: &[Token], text: &str) -> bool {
    tokens.first().is_some_and(|first| turns::STAKES.contains(&first.span.of(text)))
}

/// The class of the first term among the words.
pub(crate) fn first_class(tokens: &[Token]) -> Option<Class> {
    tokens.iter().find_map(|token| match token.kind {
        TokenKind::Word(Word::Term(class, _)) => Some(class),
        _ => None,
    })
}

/// Whether the first term among the words is a rate, which a ratio before it is the value of: 5%的利率.
pub(crate) fn begins_rate(tokens: &[Token], text: &str) -> bool {
    let term = tokens.iter().find(|token| is_measure(token));
    term.is_some_and(|token| token.span.of(text).ends_with('率'))
}

/// Whether the words begin with what is done: 收購甲公司.
pub(crate) fn begins_act(tokens: &[Token]) -> bool {
    tokens.first().is_some_and(|token| is_link(token, Link::Act))
}

/// What stands behind the words that a number before `tokens` counts.
pub(crate) fn behind_counted(tokens: &[Token]) -> &[Token] {
    tokens.get(counted_end(tokens)..).unwrap_or(&[])
}

/// What stands behind the last 、: after a value the words before it belong to the value.
pub(crate) fn last_item(tokens: &[Token]) -> &[Token] {
    tokens.rsplit(|token| token.kind == TokenKind::Mark(Mark::List)).next().unwrap_or(tokens)
}

/// The names of a list `甲、乙和丙`, each by its tokens.
pub(crate) fn items(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    tokens.split(is_joiner).filter(|item| !item.is_empty())
}

pub(crate) fn cover(tokens: &[Token]) -> Option<Span> {
    Some(tokens.first()?.span.cover(tokens.last()?.span))
}

/// Without joiners at either end.
fn trim(mut tokens: &[Token]) -> &[Token] {
    let idle = |token: &Token| is_joiner(token) || is_link(token, Link::Of);
    while let Some((_, rest)) = tokens.split_first().filter(|(first, _)| idle(first)) {
        tokens = rest;
    }
    while let Some((_, rest)) = tokens.split_last().filter(|(last, _)| idle(last)) {
        tokens = rest;
    }
    tokens
}

fn is_joiner(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Mark(Mark::List) | TokenKind::Word(Word::Link(Link::And | Link::With)))
}

fn is_link(token: &Token, link: Link) -> bool {
    matches!(token.kind, TokenKind::Word(Word::Link(found)) if found == link)
}

/// Whether a measure follows in the same name, not in a list.
fn owns_measure(tokens: &[Token]) -> bool {
    tokens.iter().take_while(|token| !matches!(token.kind, TokenKind::Mark(Mark::List))).any(is_measure)
}

fn is_body(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word(Word::Term(Class::Body, _)))
}

/// Whether it names what is measured, not what is counted.
fn is_measure(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word(Word::Term(class, _)) if !matches!(class, Class::Thing | Class::Body))
}

fn is_term(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word(Word::Term(..)))
}
