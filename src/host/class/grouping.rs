//! Teams of those who are there.

use super::fact::{Place, StudentId, Team};
use crate::room::{MAX_MEMBERS, MAX_TEAMS};
use crate::sim::units::Role;

/// Teams of all students in the order of the list, their sizes as equal as can be; as many teams as asked for, but no more than there
/// are people and no fewer than hold them all. Everybody has a role, and each role somebody: few share all roles out, many share a role.
/// `names` by team; a team beyond them is called by its number. None where nobody is there.
pub(super) fn automatic(students: &[StudentId], teams: usize, names: &[String], roles: &[Role]) -> Vec<Team> {
    let least = students.len().div_ceil(MAX_MEMBERS);
    let most = students.len().min(MAX_TEAMS);
    if most == 0 || roles.is_empty() {
        return Vec::new();
    }
    let teams = teams.clamp(least, most);
    let mut rest = students;
    (0..teams)
        .map(|team| {
            let (own, others) = rest.split_at(rest.len().div_ceil(teams - team));
            rest = others;
            let places = own.iter().enumerate().map(|(place, &student)| Place { student, roles: of_place(place, own.len(), roles) });
            let name = names.get(team).cloned().unwrap_or_else(|| (team + 1).to_string());
            Team { name, places: places.collect() }
        })
        .collect()
}

/// The roles of somebody in a team of so many.
fn of_place(place: usize, of: usize, roles: &[Role]) -> Vec<Role> {
    if of >= roles.len() {
        return vec![roles[place % roles.len()]];
    }
    roles.iter().enumerate().filter(|(role, _)| role % of == place).map(|(_, role)| *role).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_differ_by_one_at_most_and_nobody_is_left_out() {
        let roles = [Role::Developer, Role::AccountManager, Role::Service];
        for count in 0..=60_u16 {
            let students: Vec<StudentId> = (0..count).map(StudentId).collect();
            for wanted in [0, 1, 3, 10, 25] {
                let teams = automatic(&students, wanted, &[], &roles);
                let sizes: Vec<usize> = teams.iter().map(|team| team.places.len()).collect();
                assert_eq!(sizes.iter().sum::<usize>(), usize::from(count));
                let (Some(least), Some(most)) = (sizes.iter().min(), sizes.iter().max()) else { continue };
                assert!(most - least <= 1 && *most <= MAX_MEMBERS && teams.len() <= MAX_TEAMS, "{count} in {wanted}: {sizes:?}");
                for team in &teams {
                    assert!(roles.iter().all(|role| team.places.iter().any(|place| place.roles.contains(role))));
                    assert!(team.places.iter().all(|place| !place.roles.is_empty()));
                }
            }
        }
    }
}
