# The end of a game.
results-score = Score
results-stories = Customer stories
results-lessons = What to try next
results-again = Play again, same luck
results-other = Other luck
results-same-luck = With the same luck only your decisions make the difference.
score-title = Score of { $team }
score-contribution = Contribution
score-contribution-hint = what the months earned
score-equity = Customer equity
score-equity-hint = what the customers are worth from now on
score-relations = Relations
score-relations-hint = kept, satisfied, grown
score-forecast = Forecast and order
score-forecast-hint = right forecasts, tasks kept
score-forecast-unfiled = { $count } of { $months } forecasts not filed: each counts as missed
score-compliance = Compliance
score-compliance-hint = gifts within the rules
score-leaders = Leaderboard
score-you = you
score-look = Choose a team to see its game and its customers' stories.
score-money = revenue { $revenue } · cash { $cash }
score-lesson = What this game is about
score-curve = Revenue and contribution so far
stories-none = No customer has a story yet.
story-title = The story
story-none = Nothing happened between us.
story-why-lost = Why did { $customer } leave?
story-why-stayed = Why did { $customer } stay?
story-why-no-order = Why did { $customer } not buy?
mark-met = met
mark-not-won = not won
mark-ticket = unanswered
mark-resigned = colleague leaves
mark-lost = lost
mark-won-back = won back
lessons-title = What to try next
lessons-strategy = Your strategy and what you did
lessons-strategy-text = You wanted to win { $segments } and to stand for { $positioning }. Of { $orders } orders, { $inside } came from there.
lesson-churned = { $count ->
    [one] Once a customer left. Look at its story: what changed before it went?
   *[other] { $count } times a customer left. Look at their stories: what changed before they went?
    }
lesson-tickets = { $count ->
    [one] Once a ticket stayed unanswered.
   *[other] { $count } times a ticket stayed unanswered.
    } Give the queue the hours it needs first; each failure takes twelve good moments to mend.
lesson-no-quote = { $count ->
    [one] One deal was decided without a quote of ours.
   *[other] { $count } deals were decided without a quote of ours.
    } Look two months ahead: map, demo, quote.
lesson-no-support = { $count ->
    [one] In one deal nobody there spoke for us.
   *[other] In { $count } deals nobody there spoke for us.
    } Meet more than the purchaser.
lesson-price = { $count ->
    [one] One contest went to a rival.
   *[other] { $count } contests went to rivals.
    } Trust and support weigh more than a discount; start earlier.
lesson-promise = { $count ->
    [one] A promise was broken.
   *[other] Promises were broken { $count } times.
    } Promise less, and deliver it.
lesson-silence = Customers often heard nothing for a whole month. A short care visit keeps trust alive.
lesson-bribe = { $count ->
    [one] A gift came to light.
   *[other] Gifts came to light { $count } times.
    } An open discount or good service does more, and may be known.
lesson-records = Only { $share } of the talks were written up. Records stay when people leave.
lesson-forecast = { $count ->
    [one] In one month no forecast was filed.
   *[other] In { $count } months no forecast was filed.
    } It costs two hours and is scored.
lesson-best = You led the field. Play with other luck and see whether it holds.
lesson-more = A sound game. Ask whom you could have met earlier, and who needed more care.
# Between teams at one screen.
curtain-title = Hand the screen to { $team }
curtain-lead = { $month }. Everybody else looks away, please.
curtain-open = Ready
lesson-visitors = { $count ->
    [one] One visitor left without leaving a name.
   *[other] { $count } visitors left without leaving a name.
    } Somebody must be at the door, and must write them down.
lesson-missed = { $count ->
    [one] Once a contract's promise was missed and paid for.
   *[other] { $count } times a contract's promise was missed and paid for.
    } Records, visits and an empty queue keep it.
