# Words every screen uses.
game-name = Rapport
game-name-other = 客缘
language-name = English
language-switch = EN · 中
language-switch-hint = Change the language to Chinese
back = Back
close = Close
unknown = unknown
why = Why?

# Numbers and time
hours = { $hours } h
hours-of = { $used } / { $total } h
month-year = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
round-of = Round { $round } of { $of }
stars-of = { $stars } of { $of } stars
theme-to-light = Light appearance
theme-to-dark = Dark appearance

# The phases of a relationship
phase-awareness = Awareness
phase-exploration = Exploration
phase-formation = Formation
phase-stability = Stability
phase-decline = Decline
phase-lost = Lost
names-more = { $names } and { $count } more
