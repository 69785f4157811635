# The Customers tab.
customers-list = List
customers-work = Work plan
customers-messages = Messages
customers-files = Lists and files
customers-search = Search
customers-search-hint = Part of the name, or the first letters of its pinyin
customers-no-groups = No groups
customers-empty = No customer matches.
customers-name = Customer
customers-phase = Phase
customers-owner = Owner
customers-kind = Kind
customers-value = Yearly
customers-satisfaction = Satisfied
customers-orders = Orders
customers-next = Next task
customers-silence = Silent

# Queries
query-group-own = Our own
query-group-all = Customers
query-group-contacted = Contacted
query-group-visited = Visited
query-group-due = Due
query-group-added = Added
query-group-kind = Kind
query-group-owner = Owner
query-new = New query
query-change = Change this query
query-drop = Delete this query
query-name = Name of the query
query-save = Save
query-takes = { $count ->
    [one] 1 customer fits now.
   *[other] { $count } customers fit now.
    } A customer must match every row; one tick in a row is enough.
query-below = below { $points }
query-at-least = { $points } and more
query-not-surveyed = not surveyed
query-open = Open
query-open-ticket = With an open ticket
query-silent = Silent for
query-months = { $count } months
query-any = any
query-from = from { $amount }
query-under = below { $amount }
query-when = When
query-contacted = Contacted
query-visited = Visited
query-added = Added
query-ordered = Ordered
query-due = Due
query-part = Name contains
span-now = this month
span-next = next month
span-last-month = last month
span-last-quarter = last three months

# The work plan
work-todo = To do
work-done = Done
work-done-late = Done late
work-open = Open
work-late = Late
work-all = All
work-everybody = Everybody
work-none = No task here. Tasks are set on a customer's sheet.
work-sum = { $done } done · { $open } open · { $late } late
work-due-in = due in { $month }
work-done-in = done in { $month }
work-new = A task for { $customer }
work-annotate = The leader's remark
work-annotate-hint = What the leader has to say about it
work-remark = { $role }: { $words }

# Messages and suggestions
messages-none = No messages yet. The whole team reads them.
messages-write = Write to the team
messages-post = Post
messages-reply = Reply
messages-to = Reply to: { $role }
messages-withdraw = Withdraw
messages-withdrawn = Withdrawn
suggest-title = Suggestions
suggest-hint = Only the team leader reads them, and afterwards the teacher in the report. Leader: { $leader }.
suggest-write = Make a suggestion
suggest-anonymous = Anonymous
suggest-nobody = Anonymous
suggest-send = Send
suggest-all = Received: { $count }
suggest-leader = Team leader

# Own fields, talks
own-save = Save
own-reach-hint = As the team has it
own-remark-hint = What the team should remember
log-words = What was said
log-words-hint = What was said; the date stays

# Firms entered by hand
firms-title = Entered by hand
firms-hint = Firms you enter here do not affect the game.
firms-none = None yet.
firms-enter = Enter a firm
firms-change = Firm entered by hand
firms-drop = Delete
firms-double = duplicate?
firms-like = Perhaps the same as { $name }: { $why }
firms-merge = It is the same: merge
double-name = the same name
double-number = the same telephone number
double-similar = a similar name

# Lists out and in
export-title = Export a list
export-query = Current query
export-to = File to write
export-write = Export
export-replace = Replace the file
export-written = Exported: { $path }
export-exists = This file exists already.
export-ending = The name must end in .csv or .xlsx.
import-title = Import a list
import-hint = Matched by name. Kind, level, telephone and remark are taken over; everything else belongs to the game.
import-from = File to read (.csv, .xlsx); or drop it on the window
import-read = Preview
import-no-names = Which column holds the names? Found: { $headings }.
import-empty = There is nothing in this file.
import-headings = Headings taken from row { $row }.
import-encoding = Read as { $encoding }. If the letters look wrong, choose the language of the text:
import-columns = Set the columns
import-column = Column { $number }
import-no-column = none
import-headless = No headings: the first row is a customer
encoding-chinese = Simplified Chinese
encoding-taiwan = Traditional Chinese
encoding-west = Western European
encoding-middle = Central European
encoding-cyrillic = Cyrillic
encoding-japanese = Japanese
encoding-korean = Korean
import-sum = { $changes } to change · { $firms } new · { $same } unchanged · { $faults } with mistakes
import-ignored = Columns left out: { $columns }
import-enter = Enter as new
import-leave = Leave out
import-merge = Merge with { $name }
import-carry-out = Import
import-done = Imported: { $count }
fault-place = Row { $row }, { $column }: { $what }
fault-no-name = the name is missing
fault-twice = the same name stands in row { $row }
fault-long = more than { $most } characters
fault-hidden = it holds invisible characters
fault-unknown = "{ $found }" is not one of the choices
fault-nearest = "{ $found }" is not one of the choices; did you mean "{ $nearest }"?
file-disk = The file cannot be opened: { $problem }
file-large = The file is larger than { $size } MB.
file-many = The file has more than { $rows } rows or { $columns } columns.
file-encoding = We cannot tell how the letters of this file are stored. Choose the language of the text, or save the list as CSV UTF-8:
file-old = This is an Excel file from before 2007 (.xls), or one with a password. Open it in Excel and save it as .xlsx without a password, or as CSV UTF-8.
file-ods = This is an OpenDocument table (.ods). Save it as .xlsx, or as CSV UTF-8.
file-row = Row { $row }: { $problem }
file-workbook = This Excel file cannot be read: { $problem }
