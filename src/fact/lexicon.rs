//! [`FactLexicon`]: every word of the fact grammar in one index.

use std::borrow::Cow;
use std::sync::Arc;

use once_cell::sync::Lazy;

use super::types::Status;
use crate::lexicon::change::Change;
use crate::lexicon::indicators::{self, Class, Term};
use crate::lexicon::linkers::Link;
use crate::lexicon::{CharSet, Heads, Spellings, basis, change, heads, linkers, status};

/// What a spelling of the lexicon is to the fact grammar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Word {
    /// A change word.
    Change(Change),
    /// A comparison phrase.
    Basis(basis::Compared),
    /// A word that sets the status.
    Status(Status),
    /// A word that holds the clause together.
    Link(Link),
    /// An indicator term, by its place in the list of identifiers.
    Term(Class, usize),
    /// A place, market or institution.
    Subject,
}

/// How a run of characters ends that names an organisation or a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameEnd {
    /// Wherever it stands: 公司.
    Firm,
    /// Only where the name stands alone: 電子.
    Industry,
    /// After two characters: 縣.
    Place,
}

/// The words of the fact grammar with what a caller added; cheap to clone. Those that ship with the crate are
/// put in order when facts are first asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct FactLexicon(Option<Arc<Tables>>);

#[derive(Clone, Debug)]
struct Tables {
    words: Spellings<Word>,
    /// The words and the ends of names: their first characters, and these with the next ones.
    first: CharSet,
    heads: Heads,
    ids: Vec<Option<Arc<str>>>,
    name_ends: Spellings<NameEnd>,
    /// The first characters of the ends of names.
    name_end: CharSet,
    indicator_ends: Spellings<()>,
    source_ends: Spellings<()>,
    named_status: Spellings<Status>,
    tenses: Spellings<bool>,
}

static BUILT_IN: Lazy<Tables> = Lazy::new(|| Tables::build(&[], &[]));

impl Tables {
    fn build(terms: &[(String, Term)], subjects: &[String]) -> Self {
        let mut ids = Vec::new();
        let mut words: Vec<(Cow<'static, str>, Word)> = plain_words().chain(closed_words()).collect();
        let built_in = indicators::terms(indicators::INDICATORS).unwrap_or_default();
        let built_in = built_in.into_iter().map(|(spelling, term)| (Cow::Borrowed(spelling), term));
        let added = terms.iter().map(|(spelling, term)| (Cow::Owned(spelling.clone()), term.clone()));
        for (spelling, term) in built_in.chain(added) {
            words.push((spelling, Word::Term(term.class, ids.len())));
            ids.push(term.id);
        }
        words.extend(borrowed(indicators::spellings(indicators::SUBJECTS), Word::Subject));
        words.extend(subjects.iter().map(|name| (Cow::Owned(name.clone()), Word::Subject)));
        let (words, name_ends) = (Spellings::by_head(words), Spellings::by_head(name_ends()));
        let first = |word: &str| word.chars().next();
        Tables {
            first: words.words().chain(name_ends.words()).filter_map(first).collect(),
            name_end: name_ends.words().filter_map(first).collect(),
            heads: words.words().chain(name_ends.words()).collect(),
            words,
            ids,
            name_ends,
            indicator_ends: Spellings::by_tail(row(heads::INDICATOR_ENDS, ())),
            source_ends: Spellings::by_tail(row(heads::SOURCE_ENDS, ())),
            named_status: Spellings::by_head(
                status::NAMED.iter().flat_map(|(words, status)| row(words, *status)),
            ),
            tenses: Spellings::by_head(row(status::AHEAD, true).chain(row(status::OVER, false))),
        }
    }
}

impl FactLexicon {
    /// The built-in lexicon with a caller's terms and subjects, which win over built-in words.
    pub(crate) fn with(terms: &[(String, Term)], subjects: &[String]) -> Self {
        let added = !(terms.is_empty() && subjects.is_empty());
        FactLexicon(added.then(|| Arc::new(Tables::build(terms, subjects))))
    }

    fn tables(&self) -> &Tables {
        self.0.as_deref().unwrap_or_else(|| &BUILT_IN)
    }

    /// The words at the head of `text`, longest first.
    pub(crate) fn words<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, Word)> + 'a {
        self.tables().words.heads(text).map(|(length, word)| (length, *word))
    }

    /// The longest word at the head of `text`.
    pub(crate) fn word(&self, text: &str) -> Option<(usize, Word)> {
        self.tables().words.head(text).map(|(length, word)| (length, *word))
    }

    /// Whether a word or the end of a name may be at the head of `text`; no for certain, yes perhaps.
    #[inline]
    pub(crate) fn may_begin(&self, text: &str) -> bool {
        let tables = self.tables();
        tables.first.heads(text) && tables.heads.head(text)
    }

    /// The longest end of a name at the head of `text`.
    pub(crate) fn name_end(&self, text: &str) -> Option<(usize, NameEnd)> {
        let tables = self.tables();
        if !tables.name_end.heads(text) {
            return None;
        }
        tables.name_ends.head(text).map(|(length, end)| (length, *end))
    }

    /// Whether `text` ends like a word that names what is measured.
    pub(crate) fn ends_like_indicator(&self, text: &str) -> bool {
        self.tables().indicator_ends.tail(text).is_some()
    }

    /// Whether `text` ends like a body that tells the news.
    pub(crate) fn ends_like_source(&self, text: &str) -> bool {
        self.tables().source_ends.tail(text).is_some()
    }

    /// The status that an indicator has in its name: 計劃總投資.
    pub(crate) fn status_at(&self, indicator: &str) -> Option<Status> {
        self.tables().named_status.head(indicator).map(|(_, status)| *status)
    }

    /// Whether a time lies ahead (`Some(true)`) or is over (`Some(false)`) by its words.
    pub(crate) fn is_ahead(&self, time: &str) -> Option<bool> {
        self.tables().tenses.head(time).map(|(_, ahead)| *ahead)
    }

    /// The basis that a rate of growth has in its name: 年增率, 同比增速.
    pub(crate) fn basis_at(&self, rate: &str) -> Option<basis::Compared> {
        self.words(rate).find_map(|(_, word)| match word {
            Word::Change(change) => change.basis.map(basis::Compared::Fixed),
            Word::Basis(compared) => Some(compared),
            _ => None,
        })
    }

    /// The identifier of a term.
    pub(crate) fn id(&self, term: usize) -> Option<Arc<str>> {
        self.tables().ids.get(term).cloned().flatten()
    }
}

/// Words in which no other counts.
fn plain_words() -> impl Iterator<Item = (Cow<'static, str>, Word)> {
    borrowed(indicators::spellings(indicators::PLAIN), Word::Link(Link::Plain))
}

/// The words of the closed classes; of two equal spellings the later stands.
fn closed_words() -> impl Iterator<Item = (Cow<'static, str>, Word)> {
    let links = linkers::ROWS.iter().flat_map(|(words, link)| row(words, Word::Link(*link)));
    let bases = basis::ROWS.iter().flat_map(|(words, basis)| row(words, Word::Basis(*basis)));
    let changes = change::ROWS.iter().flat_map(|(words, change)| row(words, Word::Change(*change)));
    let statuses = status::ROWS.iter().flat_map(|(words, status)| row(words, Word::Status(*status)));
    let words = links.chain(bases).chain(changes).chain(statuses);
    words.map(|(word, meaning)| (Cow::Borrowed(word), meaning))
}

fn borrowed<T: Copy>(
    words: impl Iterator<Item = &'static str>,
    meaning: T,
) -> impl Iterator<Item = (Cow<'static, str>, T)> {
    words.map(move |word| (Cow::Borrowed(word), meaning))
}

/// The spellings of a row with their one meaning.
fn row<T: Copy>(words: &'static str, meaning: T) -> impl Iterator<Item = (&'static str, T)> {
    words.split_whitespace().map(move |word| (word, meaning))
}

fn name_ends() -> impl Iterator<Item = (&'static str, NameEnd)> {
    let (industries, places) =
        (row(heads::INDUSTRY_ENDS, NameEnd::Industry), row(heads::PLACE_ENDS, NameEnd::Place));
    industries.chain(places).chain(row(heads::NAME_ENDS, NameEnd::Firm))
}
