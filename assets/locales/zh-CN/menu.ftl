# 首屏
menu-subtitle = 从初次握手，到长久信赖。
menu-lead = 寻找、赢得、留住客户，每一步都看得见缘由。
menu-continue = 继续游戏
menu-continue-detail = { $scenario } · { $month } · { $teams }
menu-saves = 存档（{ $count }）
saves-title = 存档
saves-goes-on = { $month } · 第{ $round }轮 / { $of }
saves-now = 刚刚保存
saves-minutes = { $count } 分钟前保存
saves-hours = { $count } 小时前保存
saves-days = { $count } 天前保存
saves-over = 已结束，查看结果
saves-closed = { $file } 无法打开
saves-fault = 存档文件夹无法读取。{ $error }
saves-faults = 有 { $count } 个存档无法打开，文件保持原样；原因见“存档”列表。
saves-reading = 还有 { $count } 个…

# 重放各月时的等待画面。
replay-title-game = 正在打开存档
replay-title-month = 正在撤销上一轮
replay-lead-game = 正在重放已经玩过的月份，逐月与日志核对。
replay-lead-month = 正在重放之前的月份。完成之前，本局保持原样。
replay-reads = 正在读取日志…
replay-months = 已重放 { $months } 个月，共 { $of } 个月
replay-stop = 停止
replay-stops = 正在停止…

menu-new-game = 新游戏
menu-settings = 设置
menu-about = 关于
menu-quit = 退出
menu-keys = 用方向键或 Tab 选择，按 Enter 确认
menu-pause-title = 游戏已暂停
menu-pause-lead = 每个决定都会即时保存，以后可以从主菜单继续。
menu-resume = 回到游戏
menu-leave = 返回主菜单

about-title = 关于客缘
about-what = 一款关于客户关系的课堂游戏：寻找客户、赢得客户、维护客户，并看清他们为何留下、为何离开。免费，离线，一台笔记本电脑即可开课。
about-licence = 客缘是自由软件，可任选 MIT 或 Apache 2.0 许可使用。
about-fonts = 字体：Noto Sans SC，© Adobe，SIL Open Font License 1.1。图标：Phosphor Icons，© Phosphor Icons，MIT 许可。
about-built = 使用 Bevy 与 egui 制作。
about-version = 版本 { $version }

# 主菜单背景中客户标记的简称，每个两字
menu-token-names = 远航 嘉禾 蓝湾 华岳 鹏远 新网 青田 东方 海蓝 云峰 河岸 百利 金穗

# 谁可以撤销一轮。
menu-undo-locked = 已锁定，需要教师密码。
menu-undo-unknown = 已锁定：本局的教师设置无法读取。
menu-lock = 锁定撤销
menu-lock-lead = 从现在起，没有这个密码谁也不能撤销上一轮。请记牢，以后无处可查。
menu-unlock = 解除撤销锁定
menu-unlock-lead = 解除之后，在这块屏幕上玩的人都可以撤销上一轮。
menu-unlock-lead-for-good = 解除之后，在这块屏幕上玩的人都可以撤销上一轮，本局不能再次锁定。
menu-code-new = 新密码，四位数字
menu-code-asks = 教师密码
secret-show = 显示
