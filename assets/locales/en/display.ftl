# What is said when no window can be opened.
display-none = There is no display: neither DISPLAY nor WAYLAND_DISPLAY names one.
display-refused = The display { $display } does not answer.
display-library = The window needs { $library }, which is not installed.
display-adapter = There is no graphics adapter, not even a software one (on Debian and Ubuntu: mesa-vulkan-drivers).
