//! [`Analysis`]: the mentions of a text and the facts over them.

use super::types::Fact;
use crate::mention::Mention;

/// What was found in a text: its mentions, and the facts that they make.
///
/// ```
/// use zhfact::{Aspect, Basis, Direction, Extractor};
///
/// let text = "東港縣上半年用電量約3.5億度，年增4.2%";
/// let extractor = Extractor::new();
/// let analysis = extractor.analyze(text);
/// let [level, growth] = analysis.facts() else { panic!("two facts") };
///
/// let said = |part: Option<zhfact::Part>| part.map(|part| part.span().of(text));
/// assert_eq!(said(level.subject()), Some("東港縣"));
/// assert_eq!(said(level.indicator()), Some("用電量"));
/// assert_eq!(analysis.mentions()[level.value()].text(), "3.5億度");
/// assert_eq!(level.period().map(|period| analysis.mentions()[period].text()), Some("上半年"));
///
/// assert_eq!((growth.aspect(), growth.basis()), (Aspect::Growth, Some(Basis::Yoy)));
/// assert_eq!(growth.direction(), Some(Direction::Up));
/// assert!(growth.indicator().is_some_and(|part| part.is_inherited()));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis<'t> {
    pub(crate) mentions: Vec<Mention<'t>>,
    pub(crate) facts: Vec<Fact>,
}

impl<'t> Analysis<'t> {
    /// Every quantity and time of the text, in order and without overlap.
    #[must_use]
    pub fn mentions(&self) -> &[Mention<'t>] {
        &self.mentions
    }

    /// The facts, in the order of their values. They name mentions by index.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// Mentions and facts, taken apart.
    #[must_use]
    pub fn into_parts(self) -> (Vec<Mention<'t>>, Vec<Fact>) {
        (self.mentions, self.facts)
    }
}
