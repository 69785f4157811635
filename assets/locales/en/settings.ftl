# The settings screen.
settings-title = Settings
settings-lead = Changes apply at once and are kept for next time.
settings-language = Language
settings-language-detail = You can also switch at any time with F2.
settings-theme = Appearance
settings-theme-light = Light
settings-theme-dark = Dark
settings-text = Text size
settings-text-detail = Ctrl + and Ctrl − work on every screen.
settings-motion = Reduce motion
settings-motion-detail = The month is not played out: its list opens at once. Tokens appear at their new place.
settings-names = Made-up brand names
settings-names-detail = Shows invented names in place of real companies and products.
settings-on = On
settings-off = Off
settings-damaged = Your settings could not be read and were set aside as { $file }. The default settings are in use.
settings-not-saved = The settings could not be saved: { $reason }
