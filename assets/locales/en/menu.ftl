# The first screen.
menu-subtitle = From first handshake to lasting loyalty.
menu-lead = Find customers, win them, keep them. And see why it went the way it did.
menu-continue = Continue
menu-continue-detail = { $scenario } · { $month } · { $teams }
menu-saves = Saved games ({ $count })
saves-title = Saved games
saves-goes-on = { $month } · round { $round } of { $of }
saves-now = saved just now
saves-minutes = { $count ->
    [one] saved 1 minute ago
   *[other] saved { $count } minutes ago
    }
saves-hours = { $count ->
    [one] saved 1 hour ago
   *[other] saved { $count } hours ago
    }
saves-days = { $count ->
    [one] saved 1 day ago
   *[other] saved { $count } days ago
    }
saves-over = Finished: look at the results
saves-closed = { $file } does not open
saves-fault = The saved games folder cannot be read. { $error }
saves-faults = { $count } saved games do not open. They were left as they are; "Saved games" tells you why.
saves-reading = { $count } more…

# Months that are played again while the player waits.
replay-title-game = Opening the saved game
replay-title-month = Undoing last month
replay-lead-game = Its months are played again, and each one is checked against the log.
replay-lead-month = The months before it are played again. Until that is done, the game stays as it is.
replay-reads = Reading the log…
replay-months = Months played again: { $months } of { $of }
replay-stop = Stop
replay-stops = Stopping…

menu-new-game = New game
menu-settings = Settings
menu-about = About
menu-quit = Quit
menu-keys = Choose with the arrow keys or Tab, confirm with Enter
menu-pause-title = The game is paused
menu-pause-lead = Every decision is saved as you make it. You can go on later from the main menu.
menu-resume = Back to the game
menu-leave = To the main menu

about-title = About Rapport
about-what = A classroom game about customer relationships: find customers, win them, look after them, and see why they stayed or left. Free, offline, on one laptop.
about-licence = Rapport is free software under the MIT or the Apache 2.0 licence, whichever you prefer.
about-fonts = Typeface: Noto Sans SC, © Adobe, SIL Open Font License 1.1. Icons: Phosphor Icons, © Phosphor Icons, MIT licence.
about-built = Built with Bevy and egui.
about-version = Version { $version }

# Short names of the customers that drift behind the menu, at most two letters each.
menu-token-names = Yu Ji Bl Hu Pe NE Qi Do Ha Yf Ri Ba Js

# Who may take a month back.
menu-undo-locked = Locked: this needs the teacher's code.
menu-undo-unknown = Locked: the teacher's settings for this game cannot be read.
menu-lock = Lock undoing
menu-lock-lead = From now on nobody can undo a month without this code. Remember it: you cannot look it up anywhere.
menu-unlock = Unlock undoing
menu-unlock-lead = From now on anybody at this screen can undo a month again.
menu-unlock-lead-for-good = From now on anybody at this screen can undo a month again, and this game cannot be locked again.
menu-code-new = New code, four digits
menu-code-asks = The teacher's code
secret-show = Show
