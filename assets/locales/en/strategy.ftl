# What the team sets out to do.
strategy-title = Your strategy
strategy-lead = Decide before the first contact whom you want to win and how closely you will look after them. At the end it is compared with what you did.
strategy-segments = Whom do you want to win?
strategy-positioning = What do you stand for?
strategy-levels = How closely, by tier of the pyramid?
strategy-file = File the strategy
strategy-later = Later
strategy-choose = Choose at least one segment.
positioning-price-hint = Win by price; margins stay thin
positioning-quality-hint = What is promised is delivered
positioning-service-hint = Nobody waits for an answer
