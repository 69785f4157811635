# 无法打开窗口时的说明
display-none = 没有显示器：未设置 DISPLAY，也未设置 WAYLAND_DISPLAY。
display-refused = 显示器 { $display } 没有响应。
display-library = 打开窗口需要 { $library }，但系统没有安装。
display-adapter = 没有图形适配器，也没有软件渲染（在 Debian 和 Ubuntu 上请安装 mesa-vulkan-drivers）。
