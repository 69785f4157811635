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
cli-more-calibrate =
    Example: does looking after customers pay, do broken promises cost repeat orders, does the better strategy win whatever the luck? Prints a line for each fact of the model and of the scenario, then what a teacher wants to know: which ways to play win, how much is luck, whether it is too easy. A fact holds or falls short where the whole interval of its figures (+-, 95%) says so; else there are too few numbers to tell, and more seeds will. Ends with `N of M hold`; exit code 1 if any falls short. A thousand seeds take a few minutes; shards share them out between machines.
cli-arg-calibrate-scenario = A scenario file, or one that comes with the game: `new_era`, `showroom`, `perseus`, `bank`, `logistics`, `consulting`
cli-arg-calibrate-seeds = Seeds to play, the last one not included: 60000..61000
cli-arg-calibrate-json = Also write the figures into this file; a shard's boards, if there is a shard
cli-arg-calibrate-shard = Play only one part of N, numbered from 1; its boards go to --json, or to stdout
cli-arg-calibrate-merge = Put the parts of all shards together: exactly the result of a run in one piece
cli-about-analyse = Read a table of orders and say which customers are worth what: RFM, pyramid, P(alive), lifetime value
cli-more-analyse =
    ORDERS.csv is any shop's table of orders, or the orders.csv of `rapport run`: a column each for customer, day and amount (or quantity and price), found by usual headings in English and Chinese, or named by options; margin and team may be there, others are left alone. Fields are separated by commas, semicolons, tabs or spaces. What a table leaves open is asked, and the answer is an option. Customers of several teams are ranked team by team.

    Counted is as the Python package `lifetimes` does: in weeks from Monday to Sunday, orders of one week are one purchase; frequency is the number of repeat purchases, recency the age at the last one, T the age at the end, monetary the mean of the repeat purchases. Orders after the week of --end are left out.
cli-after-analyse =
    Output columns:
      frequency recency T monetary   repeat purchases, weeks until the last one, weeks until the end, mean amount
      p_alive                        chance that the customer still buys (BG/NBD)
      expected_39                    purchases expected in the next 39 weeks
      expected_amount                amount expected of a purchase (Gamma-Gamma)
      clv_12                         lifetime value: amounts of the next 12 months, discounted
      r f m                          fifths of recency, frequency and amount, 5 is best
      tier                           vip, main, ordinary, small: the best 1, next 4, next 15 per cent by margin or amount, the rest
    Customers alike are ranked alike. What a fit without an answer cannot tell is left empty.

    Exit codes: 0 done, 1 the table cannot be used (every mistake with row and column on standard error), 2 not understood
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
cli-about-serve = Host classes that students join from any browser in the same network
cli-arg-serve-port = The port; the first free one of 8080, 8081, 8090 and 8888 if left out
cli-arg-serve-store = Where the classes are kept: sqlite:FILE
cli-arg-serve-password = The teacher's password; one is made up and shown if left out
cli-serve-store = "{ $store }" is no place for classes; allowed: sqlite:FILE
cli-serve-students = Students: { $address }
cli-serve-teacher = Teacher:  { $address }
cli-serve-password = Password: { $password }
cli-no-file = there is no such file or folder
cli-no-access = not allowed
cli-is-folder = it is a folder
cli-no-folder = it is a file, not a folder
cli-read-only = the disk can only be read
cli-disk-full = the disk is full
cli-no-json = it cannot be read from line { $line }, column { $column } on
cli-usage-page =
    error: { $problem }

    Usage: { $usage }

    For more information, try '{ $help }'.
cli-usage-no-option = unexpected argument { $argument } found
cli-usage-too-much = unexpected argument { $argument } found
cli-usage-no-command = unrecognized subcommand { $command }
cli-usage-missing = the following required arguments were not provided: { $arguments }
cli-usage-conflict = the argument { $argument } cannot be used with { $others }
cli-usage-twice = the argument { $argument } cannot be used multiple times
cli-usage-no-value = a value is required for { $argument } but none was supplied
cli-usage-bad-value = invalid value “{ $value }” for { $argument }
cli-usage-no-more = unexpected value “{ $value }” for { $argument } found; no more were expected
cli-usage-because = { $what }: { $wanted }
cli-usage-allowed = possible values: { $values }
cli-usage-near = ; did you mean { $near }?
cli-usage-no-text = invalid UTF-8 was detected in one or more arguments
cli-usage-other = the command line is not as the usage says
cli-wanted-language = the languages are en and zh
cli-wanted-number = a whole number from 0 to { $most }, in plain digits
cli-wanted-bot = no bot has this name; there are { $names }
cli-wanted-bot-near = no bot has this name (did you mean `{ $near }`?); there are { $names }
cli-wanted-seeds = two numbers, the smaller first, at most { $most } apart: 60000..61000
cli-wanted-shard = a part and how many there are, the first is 1: 3/8, at most { $most }
cli-wanted-day = a day such as 2012-12-28
cli-wanted-encoding = an encoding of the web, such as utf-8, gb18030, big5 or windows-1252
cli-wanted-above = a number above { $low }, at most { $high }
cli-wanted-between = a number from { $low } to { $high }
cli-no-picture = no picture has such a name
cli-pictures = { $count } pictures in { $folder }
cli-nowhere = neither this folder nor the one for temporary files can be written
cli-mistakes-in = { $count ->
    [one] 1 mistake
   *[other] { $count } mistakes
    } in { $file }
cli-reading = reading
cli-playing = playing
cli-replaying = replaying
cli-check-ok = { $file }: ok
cli-check-file = file
cli-check-readable = a file that can be read
cli-check-mistake = { $field }: { $problem }, allowed: { $allowed }
cli-analyse-both-out = --csv - and --json - cannot both go to standard output
cli-analyse-no-orders = no orders
cli-analyse-none-until = { $file }: no orders up to { $end }; the first is of { $first }
cli-analyse-late = { $count ->
    [one] 1 order
   *[other] { $count } orders
    } after the week of { $end } left out
cli-analyse-no-team = { $file }: column team: no orders of "{ $team }"; there are { $teams }
cli-analyse-no-team-near = { $file }: column team: no orders of "{ $team }" (did you mean `{ $near }`?); there are { $teams }
cli-analyse-teams-none = no teams
cli-analyse-team = team { $team }
cli-analyse-head-customer = customer
cli-analyse-head-orders = orders
cli-analyse-head-amount = amount
cli-analyse-head-frequency = freq
cli-analyse-head-recency = rec
cli-analyse-head-age = T
cli-analyse-head-monetary = monetary
cli-analyse-head-alive = alive
cli-analyse-head-expected = exp_39
cli-analyse-head-each = exp_amount
cli-analyse-head-value = clv_12
cli-analyse-head-rfm = RFM
cli-analyse-head-tier = tier
cli-analyse-tier-vip = vip
cli-analyse-tier-main = main
cli-analyse-tier-ordinary = ordinary
cli-analyse-tier-small = small
cli-analyse-total = { $customers ->
    [one] 1 customer
   *[other] { $customers } customers
    }, { $orders ->
    [one] 1 order
   *[other] { $orders } orders
    }, { $amount } in all, up to { $end }; lifetime value of the next 12 months { $value }
cli-analyse-best = the best { $best } of the customers bring { $share }
cli-analyse-map = RFM: customers by recency (down) and frequency (across), mean fifth of the amount in brackets
cli-analyse-few = --fit: { $count ->
    [one] 1 customer
   *[other] { $count } customers
    } came back up to { $end }; it takes { $least } that did, and paid
cli-analyse-fitted = fitted: { $options }
cli-analyse-unfit-buying = warning: the fit of BG/NBD has no answer for these customers: { $why }; P(alive), expected purchases and lifetime value are left out
cli-analyse-unfit-spending = warning: the fit of Gamma-Gamma has no answer for these customers: { $why }; expected amounts and lifetime value are left out
cli-analyse-at-bound = { $parameter } went as far as it may, and would go further
cli-analyse-no-mean = the amounts differ so much that a customer of whom nothing is known may spend anything
cli-analyse-prior = Of a stranger the model expects { $prior } an order, these customers spend { $mean }: try --v { $v }
cli-analyse-prior-or-fit = Of a stranger the model expects { $prior } an order, these customers spend { $mean }: try --v { $v }, or --fit
cli-analyse-encoding = read as { $encoding }; --encoding names another
cli-analyse-columns = columns: customer { $customer }, date { $date }, amount { $amount }
cli-analyse-equal-kept = { $count ->
    [one] 1 row
   *[other] { $count } rows
    } equal to an earlier one, counted as orders of their own; --equal-rows drop leaves them out
cli-analyse-equal-dropped = { $count ->
    [one] 1 row
   *[other] { $count } rows
    } equal to an earlier one left out
cli-analyse-refunds-net = { $count ->
    [one] 1 row
   *[other] { $count } rows
    } of refunds, { $sum } in all, taken off earlier orders
cli-analyse-refunds-dropped = { $count ->
    [one] 1 row
   *[other] { $count } rows
    } of refunds, { $sum } in all, left out
cli-analyse-unmatched = { $count } of them found no earlier order, or not enough: { $amount } left out
cli-analyse-nameless = { $count ->
    [one] 1 row
   *[other] { $count } rows
    } without a customer left out
cli-analyse-further = { $count ->
    [one] 1 row
   *[other] { $count } rows
    } of further lines of an order, without an amount, left out
cli-analyse-fault = { $file }: row { $row }, column { $column }: { $problem }, allowed: { $allowed }
cli-analyse-fault-more = { $file }: row { $row }, column { $column }: { $problem } (and { $more ->
    [one] 1 more row
   *[other] { $more } more rows
    }), allowed: { $allowed }
cli-analyse-problem-no-text = the file is empty
cli-analyse-problem-no-orders = no orders after the header
cli-analyse-problem-all-refunded = every order was refunded
cli-analyse-problem-no-header = there is no header
cli-analyse-problem-missing = the column is missing; there are "{ $columns }"
cli-analyse-problem-not-named = no such column; there are "{ $columns }"
cli-analyse-problem-not-numbered = no such column; there are { $count }, without a header
cli-analyse-problem-twice = there are two of this name
cli-analyse-problem-fields = the row has { $count } fields
cli-analyse-problem-empty = is empty
cli-analyse-problem-long = has { $count } letters
cli-analyse-problem-control = "{ $text }" holds control characters
cli-analyse-problem-names = more names than can be counted
cli-analyse-problem-no-date = "{ $text }" is no date
cli-analyse-problem-day-number = "{ $text }" is a spreadsheet's number of a day: format the column as a date before saving
cli-analyse-problem-both-orders = in row { $day } the day comes first, in row { $month } the month
cli-analyse-problem-day-or-month = "{ $text }" may begin with the day or the month
cli-analyse-problem-no-number = "{ $text }" is no number
cli-analyse-problem-large = "{ $text }" is too large
cli-analyse-problem-negative = "{ $text }" is negative
cli-analyse-problem-both-signs = row { $point } has a decimal point, row { $comma } a decimal comma
cli-analyse-problem-thousands = "{ $text }" may be a fraction or thousands
cli-analyse-problem-encoding = not text in { $encoding }
cli-analyse-problem-equal = the same order as in row { $row }
cli-analyse-allowed-header = a header with customer_id, date and amount, or --customer, --date and --amount (or --quantity and --price) with the name or number of a column
cli-analyse-allowed-rows = a row for each order
cli-analyse-allowed-kept = an order that was kept
cli-analyse-allowed-column = the name of a column, or its number from 1
cli-analyse-allowed-one-named = one, or the number of a column
cli-analyse-allowed-one = one, or the number of a column as an option
cli-analyse-allowed-fields = { $count }, as the first row
cli-analyse-allowed-name = a name of 1 to 200 letters
cli-analyse-allowed-name-or-drop = a name of 1 to 200 letters, or --nameless drop
cli-analyse-allowed-day = a day such as 2012-02-15 or 15/2/2012, with or without a time, years { $from } to { $to }
cli-analyse-allowed-one-order = one order in all rows; where it is known which, --day-order names the row that is wrong
cli-analyse-allowed-day-order = --day-order day-first or --day-order month-first
cli-analyse-allowed-point = digits with a decimal point, without a currency sign
cli-analyse-allowed-comma = digits with a decimal comma, without a currency sign
cli-analyse-allowed-at-most = at most 1000000000000
cli-analyse-allowed-not-negative = 0 or more, or --refunds net or --refunds drop
cli-analyse-allowed-one-sign = one of them in all rows; --decimal names the rows that are wrong
cli-analyse-allowed-decimal = --decimal point or --decimal comma
cli-analyse-allowed-encoding = UTF-8 (in a spreadsheet: save as CSV UTF-8), or the encoding named by --encoding, such as gb18030 or windows-1252
cli-analyse-allowed-once = one row for an order, or --equal-rows keep or --equal-rows drop
cli-calibrate-other-seeds = the shards are of the seeds { $seeds }, not { $wanted }
cli-calibrate-no-seeds = which seeds? --seeds 60000..61000
cli-calibrate-shard = shard { $shard }: { $done } of { $all } seeds
cli-calibrate-no-shard = { $file }: not a shard
cli-calibrate-seeds = { $scenario }, seeds { $first } to { $last }: { $tuning }
cli-calibrate-tuning-none = none of them below { $tuning }, where the model is tuned
cli-calibrate-tuning-all = all of them below { $tuning }, where the model is tuned: no proof
cli-calibrate-tuning-some = { $count } of them below { $tuning }, where the model is tuned: no proof
cli-calibrate-holds = holds
cli-calibrate-falls-short = FALLS SHORT
cli-calibrate-too-few = too few numbers to tell
cli-calibrate-count = { $held } of { $all } hold
cli-calibrate-count-short = { $told }, { $count } fall short
cli-calibrate-count-open = { $told }, of { $count } there are too few numbers to tell (more seeds will)
cli-calibrate-ways = Ways to play, by what a team is worth at the end (contribution + .8 customer equity, in { $currency }1,000; share of the boards on which it came first):
cli-calibrate-sound = No one-sided way to play dominates: sound play (balanced) comes first on { $share } of the boards.
cli-calibrate-dominant = One way dominates: { $bot } comes first on { $share } of the boards, whatever the luck. There is little to decide.
cli-calibrate-open = No way to play dominates: none comes first on four boards of five.
cli-calibrate-luck = Luck: { $strategy } of the differences between results come from how a team plays, { $board } from the board (the same for all teams of a class), { $rest } from luck that helps one way more than another.
cli-calibrate-difficulty = Difficulty: a random plan reaches { $random } where doing nothing is 0 and sound play 100: { $judged }.
cli-calibrate-easy = too easy, chance nearly does it
cli-calibrate-matters = decisions matter
cli-calibrate-money = Money: sound play earns { $amount } thousand: { $judged }.
cli-calibrate-hard = too hard, it pays off only in what the customers will bring later
cli-calibrate-pays = it pays within the game
cli-calibrate-length = Length: the order at half time agrees with the final one to { $halfway }; one board ranks ways to play to { $board } as all boards do: { $judged }.
cli-calibrate-long = long enough
cli-calibrate-short = too short or too much luck, play more rounds or several boards
cli-calibrate-fact-stable = a main customer that was kept reached stability
cli-calibrate-fact-F1 = main customer kept, given the trial was won: balanced team
cli-calibrate-fact-F2 = the same: sell and forget
cli-calibrate-fact-F3 = kept where the last order of the case was sold: without service; and with no critical ticket; games of each
cli-calibrate-fact-F4 = revenue with the main customer, balanced over sell and forget
cli-calibrate-fact-F5 = revenue lost after the resignation with no, typical, good records; good over no
cli-calibrate-fact-F6 = extra churn after the resignation, good over no records
cli-calibrate-fact-F7 = over-promise: points of first-order win rate gained
cli-calibrate-fact-F8 = over-promise: points of repeat win rate lost
cli-calibrate-fact-F9 = over-promise against honest after 6, 12, 24 rounds on four boards a seed, per cent
cli-calibrate-fact-F10 = under-promise: satisfaction, points of first-order win rate, worth in per cent, all against honest
cli-calibrate-fact-F11 = balanced beats hunting only
cli-calibrate-fact-F12 = balanced beats sell and forget, random, passive
cli-calibrate-fact-F12-any = balanced beats random, passive
cli-calibrate-fact-F13 = balanced beats the discounter, who wins more orders (by so many)
cli-calibrate-fact-F14 = gift-heavy at or below balanced
cli-calibrate-fact-F15 = value targeting beats equal treatment
cli-calibrate-fact-F16 = best of { $policies } random policies on { $boards } boards over the reference; its share of a market of four teams
cli-calibrate-fact-F17 = best share of the effort for new customers with 0, 3, 20 customers at the start
cli-calibrate-fact-F18 = rank correlation of policies and their results on 1, 3, 5 boards
cli-calibrate-fact-F19 = identical teams in shared markets: chi-square p of boards won by place
cli-calibrate-fact-F20 = mirror games in which identical decisions end differently
cli-calibrate-fact-F21 = draws moved by a decision they do not depend on; draws compared
cli-calibrate-fact-F22 = winning bids that lost when raised; winning bids raised
cli-calibrate-fact-F24 = new customers by the word of 100 satisfied customers in a year, nobody asked
cli-calibrate-fact-F25 = good moments that cancel a failure; mean rework cost
cli-calibrate-fact-F26 = choice odds at satisfaction 92 against 72
cli-calibrate-fact-F27 = customers still there a year after a major problem: solved at once, a month later, never, never spoken of; first over last
cli-calibrate-fact-F29 = what the first fifth of the customers holds at sigma 1.5, 1.68
cli-calibrate-fact-F30 = deals won of those that came to stage 1-6; forecast bias
cli-calibrate-fact-F31 = calls on large deals that end in an order or in no sale; advances gained by pushing to close large, small deals
cli-calibrate-fact-F32 = win rate with the purchaser alone over that with the whole committee
cli-calibrate-fact-F33 = lifetime value added by 5 points of yearly retention, from 80, from 90%
cli-calibrate-fact-F34 = changes of phase undone within two rounds, in customer-rounds
cli-calibrate-fact-F35 = balanced beats the same without care
cli-calibrate-fact-F36 = following the case: trial won; second, third, fourth order won, their steps done; all four; blades at the senior price; balanced: all four, none
cli-calibrate-fact-F37 = sell and forget: points of the trial won above balanced; all four orders
cli-calibrate-fact-F38 = lost to a rival, to the salesman's leaving, to missing service: departures, share of the reason that is earned, share of the next
cli-calibrate-fact-F39 = orders of the case won, all bots on 200 boards: share of how they play in the sum of squares
cli-calibrate-fact-F40 = reasons of departures and of lost deals in games of mixed bots; those that the record contradicts
cli-calibrate-fact-F41 = every plan handed in as it opened scores 50 at most; its questions answered well score 10 more than answered by luck
cli-calibrate-fact-F41-any = every plan handed in as it opened scores 50 at most
cli-calibrate-asked-F3 = <= 0.50; >= 0.70; a tenth of all
cli-calibrate-asked-F9 = within 10, <= -10, <= -20
cli-calibrate-asked-F17 = falling
cli-calibrate-asked-F22 = 0, >= 10 a seed
cli-calibrate-asked-F27 = falling, >= 3
cli-calibrate-asked-F36 = >= 0.90; >= 0.88 each; >= 0.60; >= 0.50; >= 0.35, <= 0.05
cli-calibrate-asked-F37 = within 10; <= 0.10
cli-calibrate-asked-F38 = >= 50 each, the first of the reasons
cli-calibrate-own = { $what } [{ $measure }: { $first } { $how } { $second }]
cli-calibrate-own-ratio = over
cli-calibrate-own-less = less
cli-calibrate-own-beats = beats
cli-calibrate-between = { $least } to { $most }
cli-calibrate-shards-none = no shards to put together
cli-calibrate-shards-format = { $file }: not a shard of this version's kind (`{ $found }`, needed `{ $needed }`)
cli-calibrate-shards-size = { $file }: of a run over the seeds { $seeds } in { $count } shards; there are at most { $most } seeds, the smaller first, and { $shards } shards
cli-calibrate-shards-other = { $file }: played with another scenario, other rules or another version of the program ({ $scenario })
cli-calibrate-shards-seeds = { $file }: of a run over the seeds { $found }, the first over { $first }
cli-calibrate-shards-count = { $file }: a shard { $found }, the first is one of { $count }
cli-calibrate-shards-twice = { $file }: shard { $shard } is already in { $other }
cli-calibrate-shards-boards = { $file }: holds other seeds than a shard { $shard } should
cli-calibrate-shards-missing = missing: { $shards }
