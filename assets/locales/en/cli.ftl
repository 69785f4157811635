# The command line: what it says, and its help. The texts of `cli-about-` and `cli-arg-` are those of the code (src/cli), held by a test.
cli-team = { $team } score { $score }  profit { $profit }
cli-analyse = as the desk sees its customers: { $command }
cli-mistakes = { $count ->
    [one] 1 mistake
   *[other] { $count } mistakes
    }
cli-no-window = This rapport was built without its window (cargo build --no-default-features).
cli-demonstration = So two bot teams play the New Era Network case instead, with the same game number: one looks after its customers, one sells and forgets.
cli-report = The report: open { $path } in any browser.
cli-figures = The figures: { $path }
cli-more = More: rapport --help
cli-failed = rapport: { $error }
cli-help-page = {"{about-with-newline}"}
    Usage: {"{usage}"}

    {"{all-args}{after-help}"}
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-arg-help = Print help
cli-about-rapport = Rapport (客缘): a classroom game about customer relationships
cli-more-rapport =
    Your team sells to New Era Network and forty other customers, from the first handshake to loyalty, or to the day it loses them.
    Without a sub-command the game's window opens; where there is no display, two bots play a demonstration and write a report.
cli-after-rapport =
    Examples:
      rapport                                    open the game
      rapport run scenarios/new_era.ron --team balanced --team sell_and_forget --out first
                                                 two bots play the same twelve months; then open first/report.html
      rapport replay first/log.ron               play a game's log again and compare every month
      rapport check scenarios/*.ron              every mistake of a scenario you wrote, with line and column
      rapport calibrate scenarios/new_era.ron --seeds 60000..60200
                                                 does the model still behave as the textbooks say?
      rapport analyse first/orders.csv --team balanced --end 2012-12-28 --v 43401.6
                                                 which customers are worth what; reads any shop's orders
      rapport report first/log.ron --out first   the report of any game that was played, saved games too

    Every sub-command explains itself: rapport run --help
cli-arg-rapport-lang = The language of the command line and of the report: en or zh; that of the system if left out
cli-arg-rapport-version = Print version
cli-about-play = Open the game's window
cli-arg-play-scenario = A scenario file of your own to play, or one that comes with the game (`new_era`, `showroom`, `perseus`, `bank`, `logistics`, `consulting`); if none is named the menu offers these
cli-arg-play-screenshots = Draw every screen in both languages and sizes into this folder instead, then end
cli-arg-play-only = Of these, only pictures with this in their name (desk-board, zh-1280x720)
cli-about-run = Let bots play a game and write everything about it into a folder
cli-more-run =
    Written are result.json, log.ron, orders.csv, interactions.csv, relations.csv and report.html; the same seed, teams and language
    always give the same bytes. result.json is put there last: a run that was cut off leaves none. The last line of output is the final hash, which `rapport replay` prints again.
cli-after-run =
    Bots:
      balanced         the reference: prospects, sells by value, cares, serves, writes everything up
      hunting          only looks for new customers          farming          only looks after those it has
      sell_and_forget  promises much, then never calls       service_heavy    most hours for service
      no_records       writes nothing up                     sell_heavy       most hours for selling
      care_heavy       most hours for care visits            over_promiser    promises 25 points too much
      under_promiser   promises 10 points too little         discounter       12% off every quote
      gift_heavy       gifts beyond the policy               equal_treatment  the same for every customer
      no_service       leaves tickets alone                  no_care          never visits
      random           plays anything                        passive          does nothing
cli-arg-run-scenario = A scenario file, or one that comes with the game: `new_era`, `showroom`, `perseus`, `bank`, `logistics`, `consulting`
cli-arg-run-seed = The game number: the same number brings the same customers, the same needs and, unless --luck is given, the same luck; the scenario's own if left out
cli-arg-run-luck = How chances fall with these customers; the seed if left out
cli-arg-run-rounds = Months to play; as many as the scenario has if left out
cli-arg-run-teams = A bot that plays a team; again for the next team
cli-arg-run-market = mirror: every team has its own copy of the market, with the same luck; shared: all compete for the same customers
cli-arg-run-gifts = Gifts beyond the policy: show: offered, and audits follow; hide: none appear; forbid: refused
cli-arg-run-out = The folder for the files; made if need be
cli-about-replay = Play a game's log again and compare every month with what was logged
cli-more-replay =
    Prints a line for each resolved or undone round, then the final hash (64 hex digits) as the last line. A log with one
    changed byte is refused with the place, one whose end was cut off with the line; the file is left as it is. Exit code 1 then.
    A log that another version of Rapport made is refused as well: docs/versions.md tells how to get that version.
cli-arg-replay-log = A log.ron, or a saved game
cli-about-check = Check scenario files: every mistake at once, with line and column
cli-more-check =
    Each mistake is a line `file:line:column: field: what is wrong, allowed: what is allowed`. Files without mistakes are
    listed as `file: ok`. Exit code 1 if anything is wrong.
cli-arg-check-files = Scenario files, or those that come with the game: `new_era`, `showroom`, `perseus`, `bank`, `logistics`, `consulting`
cli-arg-check-fields = Print every number of the model with its default and bounds, every knob of the bots and every measure of facts
cli-about-calibrate = Play many bot games and compare them with the stylised facts of the model
cli-arg-calibrate-scenario = A scenario file, or one that comes with the game: `new_era`, `showroom`, `perseus`, `bank`, `logistics`, `consulting`
cli-arg-calibrate-seeds = Seeds to play, the last one not included: 60000..61000
cli-arg-calibrate-json = Also write the figures into this file; a shard's boards, if there is a shard
cli-arg-calibrate-shard = Play only one part of N, numbered from 1; its boards go to --json, or to stdout
cli-arg-calibrate-merge = Put the parts of all shards together: exactly the result of a run in one piece
cli-about-analyse = Read a table of orders and say which customers are worth what: RFM, pyramid, P(alive), lifetime value
cli-arg-analyse-orders = A table of orders; - reads it from standard input
cli-arg-analyse-end = The day up to which is looked; the last order's if left out
cli-arg-analyse-team = Only the orders of this team
cli-arg-analyse-customer = Column of the customer, by its heading or its number from 1
cli-arg-analyse-date = Column of the day, with or without a time
cli-arg-analyse-amount = Column of the amount
cli-arg-analyse-quantity = Column of the quantity; with --price instead of --amount
cli-arg-analyse-price = Column of the price of one
cli-arg-analyse-day_order = Whether 3/4/2024 is in April or in March; asked where no day of the table tells it
cli-arg-analyse-decimal = Sign of fractions; asked where no amount of the table tells it
cli-arg-analyse-encoding = Encoding, such as gb18030 or windows-1252; asked where the bytes do not tell it
cli-arg-analyse-equal_rows = Rows equal in every field: orders of their own, as `lifetimes` has them, or left out, or a mistake
cli-arg-analyse-refunds = Negative amounts: a mistake, or taken off the customer's earlier orders (of the same amount, else the latest), or left out
cli-arg-analyse-nameless = Rows without a customer: a mistake, or left out
cli-arg-analyse-month_weeks = Weeks of a month of lifetime value; `lifetimes` counts 4.345
cli-arg-analyse-csv = Write the customers as CSV into this file, or to standard output with -
cli-arg-analyse-json = Write the customers as JSON into this file, or to standard output with -
cli-arg-analyse-fit = Fit both models to these customers instead (greatest likelihood); at least ten of them must have come back
cli-arg-analyse-r = BG/NBD: shape of the purchase rates; the defaults are those of the CDNOW customers
cli-arg-analyse-alpha = BG/NBD: rate of the purchase rates, in weeks
cli-arg-analyse-a = BG/NBD: first parameter of the chance to leave
cli-arg-analyse-b = BG/NBD: second parameter of the chance to leave
cli-arg-analyse-p = Gamma-Gamma: shape of one customer's amounts
cli-arg-analyse-q = Gamma-Gamma: shape of the customers' means, above 1
cli-arg-analyse-v = Gamma-Gamma: scale; (q-1)/p times the mean order you expect
cli-arg-analyse-discount = Discount rate a month
cli-about-report = Write the report of a game that was played, as a page that needs nothing beside it
cli-more-report =
    Written is report.html: standing, money, named customers, months, and what the teams wrote on their message boards and to
    their leaders. A game that is not over yet is reported as it stands.
cli-arg-report-log = A log.ron, or a saved game
cli-arg-report-out = The folder for the report; made if need be
