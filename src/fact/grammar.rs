//! The grammar over tokens: how the tokens of a clause combine to phrases.
//!
//! ```text
//! clause     = { phrase }
//! phrase     = against | compared | share | noun | single
//! against    = ( "較" | "高於" | "低於" ) ( time { "、" time } [ noun ] | noun ) [ "相比" ]
//!            | "與" time { "、" time } [ noun ] "相比" | "與" noun "相比"
//! compared   = basis                  (年均 only before a change word)
//! share      = ( "佔" | "相當於" ) [ noun ]
//! noun       = [ "對" ] atom { [ joiner ] atom }
//! atom       = [ "平均" ] text | term | subject | act | opinion | remark in brackets
//! joiner     = "的" | "和" | "、"
//! single     = quantity | time | change word | status word | link | punctuation
//! ```
//!
//! Every token is taken by exactly one phrase; a clause is read in one pass, with the look-ahead of one
//! noun at a comparison. What the phrases say of a number is the matter of the reader.

use nom::branch::alt;
use nom::combinator::{map, opt, peek, recognize, verify};
use nom::multi::{many0, many0_count, separated_list1};
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Input, Needed, Parser};

use super::lexicon::Word;
use super::tokens::{Mark, Token, TokenKind};
use crate::fact::{Direction, Status};
use crate::lexicon::basis::Compared;
use crate::lexicon::change::Change;
use crate::lexicon::linkers::Link;

/// A phrase of a clause.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Phrase<'k> {
    /// A number, by its mention.
    Quantity(usize),
    /// A time, by its mention.
    Time(usize),
    /// The tokens of a noun.
    Noun(&'k [Token]),
    /// A comparison named in one word.
    Compared(Compared),
    /// A comparison with times or with something named.
    Against(Against<'k>),
    /// A change word.
    Change(Change),
    /// A status word.
    Status(Status),
    /// 佔, with the whole if it is named.
    Share(Option<&'k [Token]>),
    /// A word that holds the clause together.
    Link(Link),
    /// Punctuation inside the clause.
    Mark(Mark),
    /// A recurring time.
    Recurring,
    /// What says nothing.
    Idle,
}

/// What a change is measured against, spelt out: 較2019年同期, 與上年末相比.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Against<'k> {
    /// Where the value lies, if the word says so: 高於.
    pub(crate) direction: Option<Direction>,
    /// The times, by their mentions.
    pub(crate) times: Vec<usize>,
    /// The thing.
    pub(crate) noun: Option<&'k [Token]>,
}

/// A row of tokens as the input of nom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Row<'k>(pub(crate) &'k [Token]);

impl<'k> Input for Row<'k> {
    type Item = &'k Token;
    type Iter = core::slice::Iter<'k, Token>;
    type IterIndices = core::iter::Enumerate<core::slice::Iter<'k, Token>>;

    fn input_len(&self) -> usize {
        self.0.len()
    }

    fn take(&self, index: usize) -> Self {
        Row(self.0.get(..index).unwrap_or(self.0))
    }

    fn take_from(&self, index: usize) -> Self {
        Row(self.0.get(index..).unwrap_or(&[]))
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.0.iter().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.0.iter()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.0.iter().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.0.len() { Ok(count) } else { Err(Needed::new(count - self.0.len())) }
    }
}

impl nom::Offset for Row<'_> {
    /// Every row that is left of a row is a tail of it.
    fn offset(&self, tail: &Self) -> usize {
        self.0.len() - tail.0.len()
    }
}

type Read<'k, T> = IResult<Row<'k>, T, ()>;

/// The phrases of a clause; tokens that fit nowhere are idle.
pub(crate) fn clause<'k>(tokens: &'k [Token]) -> Vec<Phrase<'k>> {
    many0(phrase).parse(Row(tokens)).map_or_else(|_| Vec::new(), |(_, phrases)| phrases)
}

fn phrase(row: Row<'_>) -> Read<'_, Phrase<'_>> {
    alt((against, compared, share, map(noun, Phrase::Noun), single)).parse(row)
}

fn against(row: Row<'_>) -> Read<'_, Phrase<'_>> {
    alt((than, with_compared)).parse(row)
}

fn than(row: Row<'_>) -> Read<'_, Phrase<'_>> {
    let edge = verify(noun, |noun: &[Token]| noun.iter().map(|token| token.span.len()).sum::<usize>() <= 3);
    let time = pair(times, alt((map(edge, Some), opt(compared_noun))));
    let thing = preceded(opt(with), map(noun, |noun| (Vec::new(), Some(noun))));
    let body = (versus, alt((time, thing)), opt(link(Link::Compared)));
    map(body, |(direction, (times, noun), _)| Phrase::Against(Against { direction, times, noun })).parse(row)
}

fn with_compared(row: Row<'_>) -> Read<'_, Phrase<'_>> {
    let time = pair(times, opt(noun));
    let thing = map(noun, |noun| (Vec::new(), Some(noun)));
    let body = (with, alt((terminated(time, link(Link::Compared)), terminated(thing, link(Link::Compared)))));
    map(body, |(_, (times, noun))| Phrase::Against(Against { direction: None, times, noun })).parse(row)
}

/// 較, and 高於, 低於, which say where it lies.
fn versus(row: Row<'_>) -> Read<'_, Option<Direction>> {
    alt((
        map(link(Link::Versus), |()| None),
        map(link(Link::Above), |()| Some(Direction::Up)),
        map(link(Link::Below), |()| Some(Direction::Down)),
    ))
    .parse(row)
}

/// A noun behind the time of a comparison that belongs to it: 較2016年的人口, 比上年平均值.
fn compared_noun(row: Row<'_>) -> Read<'_, &[Token]> {
    alt((preceded(link(Link::Of), noun), terminated(noun, peek(link(Link::Compared))))).parse(row)
}

fn times(row: Row<'_>) -> Read<'_, Vec<usize>> {
    separated_list1(alt((mark(Mark::List), link(Link::And), link(Link::With))), time).parse(row)
}

fn compared(row: Row<'_>) -> Read<'_, Phrase<'_>> {
    let mean = alt((basis, map(link(Link::Mean), |()| Compared::Average)));
    let mean = terminated(mean, peek((many0_count(alt((adverb, link(Link::Copula)))), change)));
    let settled = verify(basis, |basis| *basis != Compared::Average);
    map(alt((settled, mean)), Phrase::Compared).parse(row)
}

fn share(row: Row<'_>) -> Read<'_, Phrase<'_>> {
    map(preceded(alt((link(Link::Share), link(Link::Equals))), opt(noun)), Phrase::Share).parse(row)
}

/// A noun phrase, as its tokens.
fn noun(row: Row<'_>) -> Read<'_, &[Token]> {
    let more = many0_count(preceded(opt(joiner), atom));
    map(recognize((opt(link(Link::Toward)), atom, more)), |row: Row<'_>| row.0).parse(row)
}

fn atom(row: Row<'_>) -> Read<'_, ()> {
    alt((plain_atom, terminated(link(Link::Mean), peek(plain_atom)))).parse(row)
}

fn plain_atom(row: Row<'_>) -> Read<'_, ()> {
    kind(|kind| match kind {
        TokenKind::Text | TokenKind::Aside => Some(()),
        TokenKind::Word(Word::Term(..) | Word::Subject) => Some(()),
        TokenKind::Word(Word::Link(Link::Act | Link::Opinion)) => Some(()),
        TokenKind::Word(Word::Basis(Compared::Average)) => Some(()),
        TokenKind::Word(Word::Change(change)) if change.added => Some(()),
        _ => None,
    })
    .parse(row)
}

fn joiner(row: Row<'_>) -> Read<'_, ()> {
    alt((link(Link::Of), link(Link::And), link(Link::With), mark(Mark::List))).parse(row)
}

fn single(row: Row<'_>) -> Read<'_, Phrase<'_>> {
    kind(|kind| {
        Some(match kind {
            TokenKind::Quantity(index) => Phrase::Quantity(index),
            TokenKind::Time(index) => Phrase::Time(index),
            TokenKind::Word(Word::Change(change)) => Phrase::Change(change),
            TokenKind::Word(Word::Status(status)) => Phrase::Status(status),
            TokenKind::Word(Word::Link(link)) => Phrase::Link(link),
            TokenKind::Mark(mark) => Phrase::Mark(mark),
            TokenKind::Recurring => Phrase::Recurring,
            _ => Phrase::Idle,
        })
    })
    .parse(row)
}

fn time(row: Row<'_>) -> Read<'_, usize> {
    kind(|kind| if let TokenKind::Time(index) = kind { Some(index) } else { None }).parse(row)
}

fn basis(row: Row<'_>) -> Read<'_, Compared> {
    kind(|kind| if let TokenKind::Word(Word::Basis(basis)) = kind { Some(basis) } else { None }).parse(row)
}

fn change(row: Row<'_>) -> Read<'_, Change> {
    kind(|kind| if let TokenKind::Word(Word::Change(change)) = kind { Some(change) } else { None }).parse(row)
}

fn adverb(row: Row<'_>) -> Read<'_, ()> {
    link(Link::Adverb).parse(row)
}

fn with(row: Row<'_>) -> Read<'_, ()> {
    alt((link(Link::With), link(Link::And))).parse(row)
}

fn link<'k>(wanted: Link) -> impl Parser<Row<'k>, Output = (), Error = ()> {
    kind(move |kind| (kind == TokenKind::Word(Word::Link(wanted))).then_some(()))
}

fn mark<'k>(wanted: Mark) -> impl Parser<Row<'k>, Output = (), Error = ()> {
    kind(move |kind| (kind == TokenKind::Mark(wanted)).then_some(()))
}

/// One token whose kind `reading` accepts.
fn kind<'k, T>(reading: impl Fn(TokenKind) -> Option<T>) -> impl Parser<Row<'k>, Output = T, Error = ()> {
    move |row: Row<'k>| match row.0.split_first().and_then(|(token, rest)| Some((reading(token.kind)?, rest)))
    {
        Some((value, rest)) => Ok((Row(rest), value)),
        None => Err(nom::Err::Error(())),
    }
}
