# The questions of a month: what is asked, and the answers that are offered.
question-time = Time for { $first } or for { $second }?
question-time-three = Time for { $first }, { $second } or { $third }?
question-many = The large deals, or those that are decided first?
question-quiet = Time for { $first }, or a look in on { $quiet }?
question-terms = { $customer } decides this month: what do you add?
question-looking = New customers, or the leads you have?
question-serving = A few buyers at length, or many in short?
question-year-end = A thank-you for { $customer }: a gift or a rebate?
question-open = { $role } · { $hours } free
question-answered = { $role } · decided: { $answer }
question-no-room = The plan has no hours, money or decisions left for this.
answer-dearest = The { $count } largest
answer-decided-now = The first { $count } to be decided
answer-look-in = Look in on { $customer }
answer-silent = { $months ->
    [one] no contact for a month
   *[other] no contact for { $months } months
    }
answer-convince = Talk to them once more
answer-promise = Promise { $points } points more
answer-earlier = Promise an earlier date
answer-cut = Take { $share } off
answer-deal-now = { $amount } · this month
answer-deal-next = { $amount } · next month
answer-chance = { $chance } chance
answer-chance-then = then about { $chance } chance
answer-search = Search for new ones
answer-exhibition = Go to the exhibition
answer-advertise = Advertise
answer-finds = about { $leads } leads
answer-qualify = { $count ->
    [one] Qualify one lead
   *[other] Qualify { $count } leads
    }
answer-visit = { $count ->
    [one] Visit the best one
   *[other] Visit the best { $count }
    }
answer-check = Check on { $count }
answer-gift = A gift within the policy
answer-rebate = An open rebate
