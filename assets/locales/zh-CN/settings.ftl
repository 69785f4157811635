# 设置画面
settings-title = 设置
settings-lead = 更改立即生效，并会保留到下次。
settings-language = 语言
settings-language-detail = 也可以随时按 F2 切换。
settings-theme = 外观
settings-theme-light = 浅色
settings-theme-dark = 深色
settings-text = 文字大小
settings-text-detail = 在任何画面都可以按 Ctrl + 和 Ctrl − 调整。
settings-motion = 减少动画
settings-motion-detail = 不放映月度过程，直接打开小结；客户标记直接出现在新位置。
settings-names = 使用虚构品牌
settings-names-detail = 用虚构的名称代替真实的公司和产品。
settings-on = 开
settings-off = 关
settings-damaged = 设置文件无法读取，已另存为 { $file }，现在使用默认设置。
settings-not-saved = 设置未能保存：{ $reason }
