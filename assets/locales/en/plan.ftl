# The plan of the month.
plan-title = { $month } plan
plan-submitted = submitted
plan-clear = Empty the plan
plan-refill = Fill in the routine again
plan-repeat = Repeat last month
plan-opens-filled = Each month opens with the routine filled in. Click: opens with a blank plan
plan-opens-blank = Each month opens with a blank plan. Click: opens with the routine filled in
plan-role-told = { $role }: { $hours }, routine cards: { $routine }, decisions of your own: { $own } of { $most }
plan-reduced = New to the job: fewer hours for { $months ->
    [one] 1 more month
   *[other] { $months } more months
    }
plan-filled-in = Routine: from last month or a relationship level. It does not count as a decision
plan-remove = Remove: { $card }
plan-dropped = { $count } left out
plan-dropped-why = No hours were left for this routine work
plan-add = For the whole office
plan-hours = { $used }/{ $total } h
plan-pursue = Pursue
plan-handover = Handover
plan-count = { $routine } routine · { $own } of { $most } own
plan-count-hint = Routine cards are filled in for you when the month opens. They take hours, but they are not decisions. A card that you add or change is a decision of your own; you have at most { $most } a month.
plan-own = A decision of your own
plan-add-hint = Actions for the whole office: finding new customers, fairs, stock, training
plan-undo = Undo the last change (Ctrl+Z)
plan-undo-nothing = Nothing to undo this month
plan-row-empty = Nothing planned yet
plan-back = Earlier cards: { $role }
plan-on = Later cards: { $role }
# What the plan cannot keep, said on its cards and before it is handed in.
check-title = Before you submit
check-lead = Look at this first, or submit all the same:
check-submit = Submit anyway
check-back = Back to the plan
check-count = { $count ->
    [one] 1 thing to check
   *[other] { $count } things to check
    }
check-open-card = You are still setting “{ $card }” ({ $role }): what you set is not in the plan yet. If you submit now, it is lost.
check-unquoted = { $customers }: a decision this month ({ $amount }) without a quote from you. Hours still free: { $role }, { $hours }.
check-after-end = This is the last month, and { $customers } will decide after it: work on these deals brings you nothing any more.
check-tickets = { $count ->
    [one] 1 ticket stays open because nobody has hours for it: { $customers }. Plan “{ $card }”.
   *[other] { $count } tickets stay open because nobody has hours for them: { $customers }. Plan “{ $card }”.
}
check-too-short = At { $hours } a deal, no quote will be ready before the decision: { $customers }. Each takes { $needed }. Plan more time, or fewer deals.
check-goods-likely = On average, { $likely } of the { $count } will say yes.
check-goods-now = { $count ->
    [one] If { $customers } says yes
   *[other] If all of them say yes ({ $customers })
}, { $goods } promised for { $month } will be missing. Buy this month, or delivery will be late.
check-goods-express = { $count ->
    [one] If { $customers } says yes
   *[other] If all of them say yes ({ $customers })
}, { $goods } promised for { $month } will be missing. The usual delivery comes in { $comes }, too late; express is still in time.
check-goods-late = { $count ->
    [one] If { $customers } says yes
   *[other] If all of them say yes ({ $customers })
}, { $goods } promised for { $month } will be missing until { $comes }. Promise a later date, or expect disappointed customers.
