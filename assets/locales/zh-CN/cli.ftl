# 命令行的文字与帮助。
cli-team = { $team } 得分 { $score }  利润 { $profit }
cli-analyse = 与工作台一致的客户分析：{ $command }
cli-mistakes = 共 { $count } 处错误
cli-no-window = 这个 rapport 编译时没有包含窗口（cargo build --no-default-features）。
cli-demonstration = 改由两支电脑队伍用同一局号演示新时代网络案例：一支用心维护客户，一支卖完就忘。
cli-report = 报告：用浏览器打开 { $path }
cli-figures = 数据：{ $path }
cli-more = 更多用法：rapport --help
cli-failed = rapport：{ $error }
cli-help-page = {"{about-with-newline}"}
    用法：{"{usage}"}

    {"{all-args}{after-help}"}
cli-heading-commands = 命令
cli-heading-arguments = 参数
cli-heading-options = 选项
cli-arg-help = 显示帮助
cli-about-rapport = Rapport（客缘）：一款关于客户关系的课堂游戏
cli-more-rapport =
    你们的团队向新时代网络和另外约四十位客户销售，从第一次握手走到忠诚，或者走到失去客户的那一天。
    不写命令就打开游戏窗口；没有显示器时，由两支电脑队伍演示一局并写出报告。
cli-after-rapport =
    示例：
      rapport                                    打开游戏
      rapport run scenarios/new_era.ron --team balanced --team sell_and_forget --out first
                                                 两支电脑队伍玩同样的十二个月，然后打开 first/report.html
      rapport replay first/log.ron               重放日志，逐月核对
      rapport check scenarios/*.ron              列出案例里的全部错误：行、列
      rapport calibrate scenarios/new_era.ron --seeds 60000..60200
                                                 检验模型是否仍然符合教科书
      rapport analyse first/orders.csv --team balanced --end 2012-12-28 --v 43401.6
                                                 各位客户价值多少；任何店铺的订单都能分析
      rapport report first/log.ron --out first   任何一局的报告，存档也可以

    每个命令都有说明：rapport run --help
cli-arg-rapport-lang = 命令行和报告的语言：en 或 zh；不写就用系统的语言
cli-arg-rapport-version = 显示版本
cli-about-play = 打开游戏窗口
cli-arg-play-scenario = 自己的案例文件，或游戏自带的案例（`new_era`、`showroom`、`perseus`、`bank`、`logistics`、`consulting`）；不写就在菜单里选
cli-arg-play-screenshots = 不打开窗口，只把每个画面按两种语言、各种尺寸画进这个文件夹
cli-arg-play-only = 其中只画名称含有这段文字的（desk-board、zh-1280x720）
cli-about-run = 让电脑队伍玩完一局，把全部结果写进文件夹
cli-more-run =
    写出 result.json、log.ron、orders.csv、interactions.csv、relations.csv 和 report.html；局号、队伍和语言相同，文件就逐字节相同。
    result.json 最后写入：中途断掉的运行不会留下它。
    输出的最后一行是最终状态的哈希值，`rapport replay` 会得出同一个值。
cli-after-run =
    电脑打法：
      balanced         参照：开发、按价值销售、关怀、服务、样样记录
      hunting          只找新客户              farming          只守老客户
      sell_and_forget  满口承诺，卖完不管      service_heavy    工时多用于服务
      no_records       什么都不记              sell_heavy       工时多用于销售
      care_heavy       工时多用于关怀          over_promiser    承诺高出 25 分
      under_promiser   承诺低 10 分            discounter       每次报价让利 12%
      gift_heavy       送礼超标                equal_treatment  对客户一视同仁
      no_service       不处理工单              no_care          从不走访
      random           随意行动                passive          什么都不做
cli-arg-run-scenario = 案例文件，或游戏自带的案例：`new_era`、`showroom`、`perseus`、`bank`、`logistics`、`consulting`
cli-arg-run-seed = 局号：局号相同，客户和需求就相同；没写 --luck 时运气也相同。不写就用案例自带的
cli-arg-run-luck = 同样的客户换一种运气；不写就与局号相同
cli-arg-run-rounds = 玩几个月；不写就玩满案例的月数
cli-arg-run-teams = 一支电脑队伍的打法；每支队伍写一次
cli-arg-run-market = mirror：平行市场，每队一份，运气相同；shared：竞争市场，争取同一批客户
cli-arg-run-gifts = 超标礼品：show 可以送，会有审计；hide 不出现；forbid 禁止
cli-arg-run-out = 存放结果的文件夹；没有就新建
cli-about-replay = 重放一局的日志，逐月与记录核对
cli-more-replay =
    每个已结算或撤销的月份输出一行，最后一行是最终状态的哈希值（64 位十六进制数字）。日志改动过一个字节，就指出位置并拒绝；
    末尾被截断，就指出是哪一行；文件保持原样，退出码为 1。其他版本的日志也会拒绝，获取该版本的方法见 docs/versions.md。
cli-arg-replay-log = log.ron，或一份存档
cli-about-check = 检查案例文件：一次列全所有错误，注明行和列
cli-more-check =
    每个错误一行，依次是文件、行、列、字段、错在哪里、允许什么（allowed）。没有错误的文件显示 ok。有错误时退出码为 1。
cli-arg-check-files = 案例文件，或游戏自带的案例：`new_era`、`showroom`、`perseus`、`bank`、`logistics`、`consulting`
cli-arg-check-fields = 列出模型的每个数值及其默认值和范围、电脑打法的每项参数、可证明的每种指标
cli-about-calibrate = 让电脑玩很多局，与模型的典型事实对照
cli-arg-calibrate-scenario = 案例文件，或游戏自带的案例：`new_era`、`showroom`、`perseus`、`bank`、`logistics`、`consulting`
cli-arg-calibrate-seeds = 要玩的局号，不含最后一个：60000..61000
cli-arg-calibrate-json = 同时把数据写进这个文件；分片时写的是这一片的各局
cli-arg-calibrate-shard = 只玩 N 份中的一份，从 1 数起；结果写到 --json 或标准输出
cli-arg-calibrate-merge = 合并所有分片：与一次跑完的结果完全相同
cli-about-analyse = 读入订单表，算出各位客户价值多少：RFM、客户金字塔、活跃概率、客户终身价值
cli-arg-analyse-orders = 订单表；写 - 则从标准输入读取
cli-arg-analyse-end = 统计到哪一天；不写就到最后一笔订单
cli-arg-analyse-team = 只看这支队伍的订单
cli-arg-analyse-customer = 客户所在的列：写列名，或写第几列（从 1 数起）
cli-arg-analyse-date = 日期所在的列，带不带时间都可以
cli-arg-analyse-amount = 金额所在的列
cli-arg-analyse-quantity = 数量所在的列；与 --price 一起使用，代替 --amount
cli-arg-analyse-price = 单价所在的列
cli-arg-analyse-day_order = 3/4/2024 是 4 月还是 3 月；表里看不出来时才会问
cli-arg-analyse-decimal = 小数点用什么符号；表里看不出来时才会问
cli-arg-analyse-encoding = 编码，如 gb18030 或 windows-1252；从内容判断不出来时才会问
cli-arg-analyse-equal_rows = 各栏完全相同的行：算作各自独立的订单（与 `lifetimes` 相同），或略去，或报错
cli-arg-analyse-refunds = 负数金额：报错，或从该客户此前的订单中扣除（先找同额的，否则扣最近一笔），或略去
cli-arg-analyse-nameless = 没有客户的行：报错，或略去
cli-arg-analyse-month_weeks = 客户终身价值中一个月按几周计；`lifetimes` 按 4.345 周
cli-arg-analyse-csv = 把客户写成 CSV 文件；写 - 则输出到标准输出
cli-arg-analyse-json = 把客户写成 JSON 文件；写 - 则输出到标准输出
cli-arg-analyse-fit = 用这些客户来拟合两个模型（最大似然）；其中至少要有十位重复购买
cli-arg-analyse-r = BG/NBD：购买率分布的形状参数；默认值取自 CDNOW 客户
cli-arg-analyse-alpha = BG/NBD：购买率分布的速率参数，按周
cli-arg-analyse-a = BG/NBD：流失概率的第一个参数
cli-arg-analyse-b = BG/NBD：流失概率的第二个参数
cli-arg-analyse-p = Gamma-Gamma：单个买家的金额分布的形状参数
cli-arg-analyse-q = Gamma-Gamma：各买家平均金额分布的形状参数，大于 1
cli-arg-analyse-v = Gamma-Gamma：尺度；(q-1)/p 乘以预期的平均订单
cli-arg-analyse-discount = 每月贴现率
cli-about-report = 为玩过的一局写出报告，一个独立的网页
cli-more-report =
    写出 report.html：成绩、资金、重点客户、逐月情况，以及各队在留言板上和写给组长的话。没有玩完的局，按目前情况报告。
cli-arg-report-log = log.ron，或一份存档
cli-arg-report-out = 存放报告的文件夹；没有就新建
