//! The people of a role: posts, hours, skill (docs/model.md#staff, #skill).
//!
//! A role has posts. A post alone in its role is never empty: a successor starts at once, with fewer hours for some
//! rounds. Among several, the post of somebody who left stays vacant for as long, unless somebody is hired.

use crate::sim::parameters::{Rules, Work};
use crate::sim::scenario::Text;
use crate::sim::units::{Fen, Minutes, Round};
use serde::Serialize;

/// All of a team's people in one role.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Staff {
    /// By place; among account managers the place is what `Ownership::owner` names.
    pub posts: Vec<Post>,
    /// Round of the last change of staff.
    pub changed: Option<Round>,
    /// Months in a row in which nearly all hours were planned.
    pub busy: u16,
    /// People who begin next month.
    pub hired: u16,
}

/// A place for one person, and who holds it.
#[derive(Clone, Debug, Serialize)]
pub struct Post {
    /// Empty if nobody knows the name.
    pub name: Text,
    /// 0-100.
    pub skill: f64,
    /// Rounds for which the hours are still reduced (a post alone in its role) or the post is still vacant (one of several).
    pub reduced: u16,
    /// In training this month.
    pub trains: bool,
}

impl Post {
    /// Somebody with all hours and in no training.
    #[must_use]
    pub fn new(name: Text, skill: f64) -> Post {
        Post { name, skill, reduced: 0, trains: false }
    }
}

impl Staff {
    /// Whether somebody works in this post.
    #[must_use]
    pub fn filled(&self, post: usize) -> bool {
        self.posts.get(post).is_some_and(|p| self.posts.len() == 1 || p.reduced == 0)
    }

    /// Posts in which somebody works.
    pub fn present(&self) -> impl Iterator<Item = (usize, &Post)> {
        self.posts.iter().enumerate().filter(|(place, _)| self.filled(*place))
    }

    /// Minutes of a month.
    #[must_use]
    pub fn working_time(&self, work: &Work) -> Minutes {
        let share = |post: &Post| if post.reduced > 0 { work.hours_after_resignation } else { 1.0 };
        self.present().map(|(_, post)| Minutes((f64::from(work.role_hours.0) * share(post)).round() as i32)).sum()
    }

    /// Wages of a month; a vacant post costs none.
    #[must_use]
    pub fn wages(&self, work: &Work) -> Fen {
        work.wage.times(self.present().count() as i64)
    }

    /// Mean skill of those who are there; of all posts where nobody is.
    #[must_use]
    pub fn skill(&self) -> f64 {
        let mean = |sum: f64, count: usize| if count == 0 { 0.0 } else { sum / count as f64 };
        match self.present().count() {
            0 => mean(self.posts.iter().map(|p| p.skill).sum(), self.posts.len()),
            count => mean(self.present().map(|(_, p)| p.skill).sum(), count),
        }
    }

    /// Skill of one of them, or the mean where that post is vacant.
    #[must_use]
    pub fn skill_of(&self, post: usize) -> f64 {
        self.posts.get(post).filter(|_| self.filled(post)).map_or_else(|| self.skill(), |p| p.skill)
    }

    /// The most rounds any post is still reduced or vacant.
    #[must_use]
    pub fn reduced(&self) -> u16 {
        self.posts.iter().map(|p| p.reduced).max().unwrap_or(0)
    }
}

/// 1 + `skill_effect` (skill - `work.skill`)/50, at least .1: what skill does to the pace and yield of work; 1 for somebody new.
#[must_use]
pub fn skill_factor(rules: &Rules, skill: f64) -> f64 {
    (1.0 + rules.staffing.skill_effect * (skill - rules.work.skill) / 50.0).max(0.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::near;

    fn staff(posts: &[(f64, u16)]) -> Staff {
        let posts = posts.iter().map(|&(skill, reduced)| Post { reduced, ..Post::new(Text::default(), skill) }).collect();
        Staff { posts, ..Staff::default() }
    }

    #[test]
    fn a_post_alone_works_on_at_80_per_cent_and_one_of_several_is_vacant() {
        let work = Work::default();
        for (posts, hours, wages, skill) in [
            (&[(50.0, 0)][..], 120, 12_000, 50.0),
            (&[(60.0, 2)], 96, 12_000, 60.0),
            (&[(40.0, 0), (70.0, 0), (70.0, 0)], 360, 36_000, 60.0),
            (&[(40.0, 0), (70.0, 3), (60.0, 0)], 240, 24_000, 50.0),
            (&[(40.0, 1), (60.0, 3)], 0, 0, 50.0),
            (&[], 0, 0, 0.0),
        ] {
            let staff = staff(posts);
            assert_eq!((staff.working_time(&work), staff.wages(&work)), (Minutes::from_hours(hours), Fen::yuan(wages)), "{posts:?}");
            near(staff.skill(), skill);
        }
        let three = staff(&[(40.0, 0), (70.0, 3), (60.0, 0)]);
        assert_eq!([0, 1, 2].map(|post| three.filled(post)), [true, false, true]);
        assert_eq!([0, 1, 2].map(|post| three.skill_of(post)), [40.0, 50.0, 60.0]);
    }

    #[test]
    fn skill_is_measured_against_somebody_new() {
        let rules = Rules::default();
        near(skill_factor(&rules, 50.0), 1.0);
        near(skill_factor(&rules, 100.0), 1.3);
        near(skill_factor(&rules, 25.0), 0.85);
    }
}
