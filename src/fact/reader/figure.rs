//! What a number is of its indicator: level, step, rate, share or rank, and where it went.

use super::{Frame, Reader};
use crate::fact::grammar::Phrase;
use crate::fact::noun;
use crate::fact::sight::{Measure, Sight};
use crate::fact::types::{Aspect, Direction};
use crate::lexicon::indicators::Class;
use crate::lexicon::linkers::Link;
use crate::mention::Kind;

/// An aspect with its direction.
type Figure = (Aspect, Option<Direction>);

const LEVEL: Figure = (Aspect::Level, None);
const SHARE: Figure = (Aspect::Share, None);

/// How many facts back the direction of an open step is looked for.
const HELD_DIRECTION: usize = 4;

/// A production that tells what a number is, where it applies.
type Rule<R> = fn(&R, &Sight, &[Phrase<'_>], &mut Frame<'_>) -> Option<Figure>;

impl Reader<'_> {
    /// What the number of `sight` is; the first rule that holds decides.
    pub(super) fn figure(&self, sight: &Sight, after: &[Phrase<'_>], frame: &mut Frame<'_>) -> Figure {
        let rules: [(&'static str, Rule<Self>); 9] = [
            ("rank", Self::rank_figure),
            ("share", Self::share_figure),
            ("from", Self::starting_figure),
            ("of whole", Self::of_whole_figure),
            ("move", Self::moved_figure),
            ("rate", Self::rate_figure),
            ("compared", Self::compared_figure),
            ("part", Self::part_figure),
            ("new", Self::added_figure),
        ];
        for (production, rule) in rules {
            if let Some(figure) = rule(self, sight, after, frame) {
                frame.trace.push(production);
                return figure;
            }
        }
        frame.trace.push("level");
        LEVEL
    }

    /// 居全省第三.
    fn rank_figure(&self, sight: &Sight, _: &[Phrase<'_>], _: &mut Frame<'_>) -> Option<Figure> {
        (sight.kind == Kind::Ordinal).then_some((Aspect::Rank, None))
    }

    /// 佔GDP的2.4%.
    fn share_figure(&self, sight: &Sight, _: &[Phrase<'_>], frame: &mut Frame<'_>) -> Option<Figure> {
        (is_part(sight) && frame.share).then_some(SHARE)
    }

    /// 由3%升至5%: where it began is a level.
    fn starting_figure(&self, sight: &Sight, _: &[Phrase<'_>], frame: &mut Frame<'_>) -> Option<Figure> {
        frame.from.then(|| match frame.rest().and_then(|rest| rest.class) {
            Some(Class::Growth) => (Aspect::Growth, signed(sight)),
            Some(Class::Share) if is_part(sight) => SHARE,
            _ => LEVEL,
        })
    }

    /// 不超過總股本的5%: the noun names the whole.
    fn of_whole_figure(&self, sight: &Sight, _: &[Phrase<'_>], frame: &mut Frame<'_>) -> Option<Figure> {
        let class = frame.rest()?.class?;
        let stepless = frame.change.is_none_or(|change| change.reached);
        let whole = !matches!(class, Class::Growth | Class::Share);
        if !(is_part(sight) && stepless && frame.of && whole) {
            return None;
        }
        frame.nouns.pop();
        Some(SHARE)
    }

    /// 增長5%, 減少2億元.
    fn moved_figure(&self, sight: &Sight, _: &[Phrase<'_>], frame: &mut Frame<'_>) -> Option<Figure> {
        let change = frame.change.filter(|change| !change.reached)?;
        let rate = matches!(sight.measure, Measure::Percent | Measure::Fold);
        Some((if rate { Aspect::Growth } else { Aspect::Change }, Some(change.direction)))
    }

    /// 增速5%, 跌幅3%, 佔比三成: the indicator itself is a rate.
    fn rate_figure(&self, sight: &Sight, _: &[Phrase<'_>], frame: &mut Frame<'_>) -> Option<Figure> {
        let held = frame.nouns.is_empty() && self.context.names.measured.is_some_and(|held| held.growth);
        let class = frame.rest().and_then(|rest| rest.class).or(held.then_some(Class::Growth))?;
        let part = is_part(sight);
        Some(match class {
            Class::Growth | Class::Rise if part => (Aspect::Growth, signed(sight)),
            Class::Fall if part => (Aspect::Growth, Some(Direction::Down)),
            Class::Step if part => (Aspect::Growth, self.last_direction()),
            Class::Rise => (Aspect::Change, Some(Direction::Up)),
            Class::Fall => (Aspect::Change, Some(Direction::Down)),
            Class::Share => SHARE,
            _ => return None,
        })
    }

    /// 高於全國0.4個百分點; 同比+5%.
    fn compared_figure(&self, sight: &Sight, _: &[Phrase<'_>], frame: &mut Frame<'_>) -> Option<Figure> {
        if sight.measure == Measure::Points && frame.lies.is_some() && frame.change.is_none() {
            return Some((Aspect::Change, frame.lies));
        }
        let compared = is_part(sight) && frame.basis.is_some() && !frame.relative;
        compared.then(|| (Aspect::Growth, signed(sight)))
    }

    /// A ratio that stands before what it is a part of: 71%的私募基金, 其中一成, 75%股權.
    fn part_figure(&self, sight: &Sight, after: &[Phrase<'_>], frame: &mut Frame<'_>) -> Option<Figure> {
        let alone = frame.nouns.iter().all(|noun| noun.rest.is_none());
        let (whole, stake) = match after {
            [Phrase::Link(Link::Of), Phrase::Noun(_), ..] => (true, false),
            [Phrase::Noun(tokens), ..] => {
                (noun::is_whole(tokens, self.text), noun::is_stake(tokens, self.text))
            }
            _ => (false, false),
        };
        (is_part(sight) && (alone && (frame.among || whole) || stake)).then_some(SHARE)
    }

    /// 新增3例.
    fn added_figure(&self, _: &Sight, _: &[Phrase<'_>], frame: &mut Frame<'_>) -> Option<Figure> {
        frame.rest().filter(|rest| rest.added).map(|_| (Aspect::Change, Some(Direction::Up)))
    }

    /// The direction of the last move, for a step that has none of its own: 調幅.
    fn last_direction(&self) -> Option<Direction> {
        let held = self.facts.iter().rev().take(HELD_DIRECTION).find_map(|fact| fact.direction);
        held.or(Some(Direction::Up))
    }
}

fn is_part(sight: &Sight) -> bool {
    sight.measure == Measure::Percent
}

/// Up, but down for a number below zero.
fn signed(sight: &Sight) -> Option<Direction> {
    Some(if sight.negative { Direction::Down } else { Direction::Up })
}
