//! Which roles a scenario has, how many people share each, and who does the work of a role that is missing (docs/model.md#roles).

use crate::sim::units::Role;

/// The roles of a scenario's teams.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// In the order of `Role::ALL`.
    roles: Vec<Role>,
    acting: [Role; Role::COUNT],
    people: [u16; Role::COUNT],
}

impl Default for Roster {
    /// One developer, one account manager, one for service; the account manager stands in for the others.
    fn default() -> Roster {
        let mut people = [0; Role::COUNT];
        for role in Role::CORE {
            people[role.index()] = 1;
        }
        Roster::new(people, [Role::AccountManager; Role::COUNT])
    }
}

impl Roster {
    /// `people` by role, 0 where a role is missing (the three of `Role::CORE` never are); `acting` says who does a missing role's work, and the account
    /// manager does where that role is missing, too.
    #[must_use]
    pub fn new(mut people: [u16; Role::COUNT], mut acting: [Role; Role::COUNT]) -> Roster {
        for role in Role::CORE {
            people[role.index()] = people[role.index()].max(1);
        }
        for role in Role::ALL {
            let stand_in = acting[role.index()];
            acting[role.index()] = match (people[role.index()], people[stand_in.index()]) {
                (0, 0) => Role::AccountManager,
                (0, _) => stand_in,
                _ => role,
            };
        }
        Roster { roles: Role::ALL.into_iter().filter(|role| people[role.index()] > 0).collect(), acting, people }
    }

    /// The roles there are, in the order of `Role::ALL`.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// Whether the scenario has this role.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.people(role) > 0
    }

    /// Who does the work of `role`: itself, or its stand-in where it is missing.
    #[must_use]
    pub fn acting(&self, role: Role) -> Role {
        self.acting[role.index()]
    }

    /// People in a role at the start.
    #[must_use]
    pub fn people(&self, role: Role) -> u16 {
        self.people[role.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::units::Role::{AccountManager, Cultivator, Developer, ProductSpecialist, Service};

    #[test]
    fn a_missing_role_has_a_stand_in_who_is_there() {
        let default = Roster::default();
        assert_eq!(default.roles(), [Developer, AccountManager, Service]);
        assert_eq!(Role::ALL.map(|role| default.acting(role)), [Developer, AccountManager, Service, AccountManager, AccountManager]);
        // a cultivator, and a specialist whose work the developer does
        let sand_table = Roster::new([1, 3, 0, 1, 0], [Developer; 5]);
        assert_eq!(sand_table.roles(), [Developer, AccountManager, Service, Cultivator], "the three at the core are always there");
        assert_eq!((sand_table.acting(ProductSpecialist), sand_table.people(AccountManager)), (Developer, 3));
        let nobody = Roster::new([1, 1, 1, 0, 0], [ProductSpecialist; 5]);
        assert_eq!(nobody.acting(Cultivator), AccountManager, "a stand-in that is missing itself");
    }
}
