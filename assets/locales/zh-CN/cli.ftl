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
    每个错误一行，依次是文件、行、列、字段、错在哪里、可填什么。没有错误的文件显示“没有错误”。有错误时退出码为 1。
cli-arg-check-files = 案例文件，或游戏自带的案例：`new_era`、`showroom`、`perseus`、`bank`、`logistics`、`consulting`
cli-arg-check-fields = 列出模型的每个数值及其默认值和范围、电脑打法的每项参数、可证明的每种指标
cli-about-calibrate = 让电脑玩很多局，与模型的典型事实对照
cli-more-calibrate =
    例如：维护客户是否划算？失信是否会失去重复订单？好的策略是否不靠运气也能赢？模型和案例的每项事实输出一行，然后是教师想知道的：哪些打法能赢、运气占多少、是否太容易。
    整个误差范围（+-，95%）都在要求之内才算成立，都在要求之外才算不成立；否则就是数据太少，多玩一些局号即可判断。
    最后一行是几项中有几项成立；只要有不成立的，退出码就为 1。一千个局号要几分钟；可以分片，由几台电脑分担。
cli-arg-calibrate-scenario = 案例文件，或游戏自带的案例：`new_era`、`showroom`、`perseus`、`bank`、`logistics`、`consulting`
cli-arg-calibrate-seeds = 要玩的局号，不含最后一个：60000..61000
cli-arg-calibrate-json = 同时把数据写进这个文件；分片时写的是这一片的各局
cli-arg-calibrate-shard = 只玩 N 份中的一份，从 1 数起；结果写到 --json 或标准输出
cli-arg-calibrate-merge = 合并所有分片：与一次跑完的结果完全相同
cli-about-analyse = 读入订单表，算出各位客户价值多少：RFM、客户金字塔、留存概率、客户终身价值
cli-more-analyse =
    ORDERS.csv 是任何店铺的订单表，或 `rapport run` 写出的 orders.csv：客户、日期、金额（或数量和单价）各一列，按常用的中英文列名识别，或用选项写明；可以有 margin（毛利）和 team（队伍），其余各列不管。
    各栏之间用逗号、分号、制表符或空格隔开。表里看不出来的会提问，用选项回答。有几支队伍时，各队的客户分别排名。

    算法与 Python 软件包 `lifetimes` 相同：按周（周一至周日）计算，同一周的订单算一次购买；frequency（复购）是重复购买的次数，recency（末购周）是首次到最近一次购买的周数，
    T（总周数）是首次购买到期末的周数，monetary（复购均额）是重复购买的平均金额。--end 所在的一周之后的订单略去。
cli-after-analyse =
    输出的列：
      frequency recency T monetary   复购、末购周、总周数、复购均额
      p_alive                        留存：客户现在仍会购买的概率（BG/NBD）
      expected_39                    39 周内：今后 39 周预期的购买次数
      expected_amount                每单金额：预期每次购买的金额（Gamma-Gamma）
      clv_12                         12 个月价值：今后 12 个月的金额，已贴现
      r f m                          最近一次、频率、金额在第几个五分位，5 最好
      tier                           层级：vip、main、ordinary、small，按毛利或金额排在最前的 1%、其次的 4%、再次的 15%、其余
    条件相同的客户名次相同。拟合不出结果的留空。

    退出码：0 完成；1 订单表不能用（所有错误连同行和列写到标准错误）；2 命令不明白
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
cli-about-serve = 开课：学生用同一网络里的任何浏览器加入
cli-arg-serve-port = 端口；不填就用 8080、8081、8090、8888 中第一个空闲的
cli-arg-serve-store = 课堂存放处，例如 sqlite:class.db
cli-arg-serve-password = 教师密码；不填就自动生成并显示
cli-serve-store = “{ $store }”不能存放课堂，可用的写法如 sqlite:class.db
cli-serve-students = 学生：{ $address }
cli-serve-teacher = 教师：{ $address }
cli-serve-password = 密码：{ $password }
cli-no-file = 没有这个文件或文件夹
cli-no-access = 没有权限
cli-is-folder = 这是一个文件夹
cli-no-folder = 这里是文件，不是文件夹
cli-read-only = 磁盘是只读的
cli-disk-full = 磁盘已满
cli-no-json = 从第 { $line } 行第 { $column } 列起无法读取
cli-usage-page =
    命令不明白：{ $problem }

    用法：{ $usage }

    详细说明：{ $help }
cli-usage-no-option = 没有{ $argument }这个选项
cli-usage-too-much = 多写了{ $argument }
cli-usage-no-command = 没有{ $command }这个命令
cli-usage-missing = 缺少{ $arguments }
cli-usage-conflict = { $argument }不能与{ $others }同时使用
cli-usage-twice = { $argument }只能写一次
cli-usage-no-value = { $argument }没有写值
cli-usage-bad-value = { $argument }不能写“{ $value }”
cli-usage-no-more = { $argument }不能带“{ $value }”这个值
cli-usage-because = { $what }，{ $wanted }
cli-usage-allowed = 可以写：{ $values }
cli-usage-near = （是不是想写{ $near }？）
cli-usage-no-text = 其中有不是 UTF-8 编码的文字
cli-usage-other = 与用法不符
cli-wanted-language = 语言有 en 和 zh
cli-wanted-number = 应为 0 至 { $most } 的整数，只写数字
cli-wanted-bot = 没有这种打法，可以写：{ $names }
cli-wanted-bot-near = 没有这种打法（是不是想写 `{ $near }`？），可以写：{ $names }
cli-wanted-seeds = 应为两个数，小的在前，相差至多 { $most }，如 60000..61000
cli-wanted-shard = 应为第几片和共几片，第一片是 1，至多 { $most } 片，如 3/8
cli-wanted-day = 应为日期，如 2012-12-28
cli-wanted-encoding = 应为网页常用的编码，如 utf-8、gb18030、big5、windows-1252
cli-wanted-above = 应为大于 { $low } 且不超过 { $high } 的数
cli-wanted-between = 应为 { $low } 至 { $high } 的数
cli-no-picture = 没有名称含有这段文字的画面
cli-pictures = { $folder } 中有 { $count } 张画面
cli-nowhere = 当前文件夹和临时文件夹都不能写入
cli-mistakes-in = { $file } 中有 { $count } 处错误
cli-reading = 读取中
cli-playing = 运行中
cli-replaying = 重放中
cli-check-ok = { $file }：没有错误
cli-check-file = 整个文件
cli-check-readable = 可以读取的文件
cli-check-mistake = { $field }：{ $problem }，可填：{ $allowed }
cli-analyse-both-out = --csv - 和 --json - 不能同时输出到标准输出
cli-analyse-no-orders = 没有订单
cli-analyse-none-until = { $file }：截至 { $end } 没有订单；第一笔订单在 { $first }
cli-analyse-late = 略去 { $end } 所在的一周之后的 { $count } 笔订单
cli-analyse-no-team = { $file }：team 列中没有“{ $team }”的订单；表中有：{ $teams }
cli-analyse-no-team-near = { $file }：team 列中没有“{ $team }”的订单（是不是 `{ $near }`？）；表中有：{ $teams }
cli-analyse-teams-none = 没有队伍
cli-analyse-team = 队伍 { $team }
cli-analyse-head-customer = 客户
cli-analyse-head-orders = 订单
cli-analyse-head-amount = 金额
cli-analyse-head-frequency = 复购
cli-analyse-head-recency = 末购周
cli-analyse-head-age = 总周数
cli-analyse-head-monetary = 复购均额
cli-analyse-head-alive = 留存
cli-analyse-head-expected = 39 周内
cli-analyse-head-each = 每单金额
cli-analyse-head-value = 12 个月价值
cli-analyse-head-rfm = RFM
cli-analyse-head-tier = 层级
cli-analyse-tier-vip = VIP 客户
cli-analyse-tier-main = 主要客户
cli-analyse-tier-ordinary = 普通客户
cli-analyse-tier-small = 小客户
cli-analyse-total = 截至 { $end }，共 { $customers } 位客户、{ $orders } 笔订单，金额合计 { $amount }；今后 12 个月的客户终身价值 { $value }
cli-analyse-best = 前 { $best } 的客户贡献了 { $share }
cli-analyse-map = RFM：纵向为最近一次（R），横向为频率（F）；格内是客户数，括号内是金额得分（M）的平均值
cli-analyse-few = --fit：截至 { $end } 有 { $count } 位客户重复购买；至少要有 { $least } 位重复购买且有付款的客户
cli-analyse-fitted = 拟合结果：{ $options }
cli-analyse-unfit-buying = 警告：BG/NBD 对这些客户拟合不出结果：{ $why }；留存概率、预期购买次数和客户终身价值从缺
cli-analyse-unfit-spending = 警告：Gamma-Gamma 对这些客户拟合不出结果：{ $why }；预期金额和客户终身价值从缺
cli-analyse-at-bound = 参数 { $parameter } 已到极限，仍未收敛
cli-analyse-no-mean = 金额相差太大，无法估计一位陌生客户会花多少
cli-analyse-prior = 模型预期陌生客户每单 { $prior }，而这些客户平均每单 { $mean }：可以试试 --v { $v }
cli-analyse-prior-or-fit = 模型预期陌生客户每单 { $prior }，而这些客户平均每单 { $mean }：可以试试 --v { $v }，或 --fit
cli-analyse-encoding = 按 { $encoding } 编码读取；如果不对，用 --encoding 指定
cli-analyse-columns = 采用的列：客户 { $customer }，日期 { $date }，金额 { $amount }
cli-analyse-equal-kept = { $count } 行与前面的行完全相同，各算一笔订单；--equal-rows drop 可略去
cli-analyse-equal-dropped = 略去与前面完全相同的 { $count } 行
cli-analyse-refunds-net = { $count } 行退款，合计 { $sum }，已从此前的订单中扣除
cli-analyse-refunds-dropped = { $count } 行退款，合计 { $sum }，已略去
cli-analyse-unmatched = 其中 { $count } 行找不到此前的订单，或订单金额不够扣：略去 { $amount }
cli-analyse-nameless = 略去 { $count } 行没有客户的记录
cli-analyse-further = 略去同一订单没有金额的后续行，共 { $count } 行
cli-analyse-fault = { $file }：第 { $row } 行，列 { $column }：{ $problem }，可填：{ $allowed }
cli-analyse-fault-more = { $file }：第 { $row } 行，列 { $column }：{ $problem }（另有 { $more } 行相同），可填：{ $allowed }
cli-analyse-problem-no-text = 文件是空的
cli-analyse-problem-no-orders = 表头之后没有订单
cli-analyse-problem-all-refunded = 所有订单都已退款
cli-analyse-problem-no-header = 没有表头
cli-analyse-problem-missing = 缺少这一列；表中有“{ $columns }”
cli-analyse-problem-not-named = 没有这一列；表中有“{ $columns }”
cli-analyse-problem-not-numbered = 没有这一列；表没有表头，共 { $count } 列
cli-analyse-problem-twice = 有两列同名
cli-analyse-problem-fields = 这一行有 { $count } 栏
cli-analyse-problem-empty = 是空的
cli-analyse-problem-long = 有 { $count } 个字符
cli-analyse-problem-control = “{ $text }”含有控制字符
cli-analyse-problem-names = 名称太多，数不过来
cli-analyse-problem-no-date = “{ $text }”不是日期
cli-analyse-problem-day-number = “{ $text }”是电子表格内部的日期序号：请先把这一列设为日期格式再保存
cli-analyse-problem-both-orders = 第 { $day } 行日在前，第 { $month } 行月在前
cli-analyse-problem-day-or-month = “{ $text }”可能日在前，也可能月在前
cli-analyse-problem-no-number = “{ $text }”不是数字
cli-analyse-problem-large = “{ $text }”太大
cli-analyse-problem-negative = “{ $text }”是负数
cli-analyse-problem-both-signs = 第 { $point } 行用小数点，第 { $comma } 行用小数逗号
cli-analyse-problem-thousands = “{ $text }”中的符号可能是小数点，也可能是千位分隔符
cli-analyse-problem-encoding = 不是 { $encoding } 编码的文字
cli-analyse-problem-equal = 与第 { $row } 行是同一笔订单
cli-analyse-allowed-header = 含 customer_id、date 和 amount 的表头，或用 --customer、--date 和 --amount（或 --quantity 和 --price）写明列名或第几列
cli-analyse-allowed-rows = 每笔订单一行
cli-analyse-allowed-kept = 至少一笔没有退款的订单
cli-analyse-allowed-column = 列名，或第几列（从 1 数起）
cli-analyse-allowed-one-named = 只留一列，或写第几列
cli-analyse-allowed-one = 只留一列，或用选项写明第几列
cli-analyse-allowed-fields = { $count } 栏，与第一行相同
cli-analyse-allowed-name = 1 至 200 个字符的名称
cli-analyse-allowed-name-or-drop = 1 至 200 个字符的名称，或用 --nameless drop 略去
cli-analyse-allowed-day = 如 2012-02-15 或 15/2/2012 的日期，带不带时间都可以，年份 { $from } 至 { $to }
cli-analyse-allowed-one-order = 各行顺序一致；如果知道是哪一种，用 --day-order 写明，即可指出错的行
cli-analyse-allowed-day-order = --day-order day-first（日在前）或 --day-order month-first（月在前）
cli-analyse-allowed-point = 数字，小数用点，不带货币符号
cli-analyse-allowed-comma = 数字，小数用逗号，不带货币符号
cli-analyse-allowed-at-most = 至多 1000000000000
cli-analyse-allowed-not-negative = 0 或正数，或用 --refunds net（扣除）或 --refunds drop（略去）
cli-analyse-allowed-one-sign = 各行一致；用 --decimal 写明，即可指出错的行
cli-analyse-allowed-decimal = --decimal point（点）或 --decimal comma（逗号）
cli-analyse-allowed-encoding = UTF-8（在电子表格中另存为 CSV UTF-8），或用 --encoding 写明编码，如 gb18030 或 windows-1252
cli-analyse-allowed-once = 每笔订单一行，或 --equal-rows keep（保留）或 --equal-rows drop（略去）
cli-calibrate-other-seeds = 各分片的局号是 { $seeds }，不是 { $wanted }
cli-calibrate-no-seeds = 要玩哪些局号？例如 --seeds 60000..61000
cli-calibrate-shard = 分片 { $shard }：{ $all } 个局号中的 { $done } 个
cli-calibrate-no-shard = { $file }：不是分片文件
cli-calibrate-seeds = { $scenario }，局号 { $first } 至 { $last }：{ $tuning }
cli-calibrate-tuning-none = 没有一个小于 { $tuning }（小于它的局号用来调整模型）
cli-calibrate-tuning-all = 全都小于 { $tuning }（小于它的局号用来调整模型），不能作为证明
cli-calibrate-tuning-some = 其中 { $count } 个小于 { $tuning }（小于它的局号用来调整模型），不能作为证明
cli-calibrate-holds = 成立
cli-calibrate-falls-short = 不成立
cli-calibrate-too-few = 数据太少，无法判断
cli-calibrate-count = { $all } 项中 { $held } 项成立
cli-calibrate-count-short = { $told }，{ $count } 项不成立
cli-calibrate-count-open = { $told }，{ $count } 项数据太少，无法判断（多玩一些局号即可）
cli-calibrate-ways = 各种打法，按期末一支队伍的价值排列（利润 + 0.8 × 客户资产，单位 { $currency }1,000；右边是在多少比例的局中名列第一）：
cli-calibrate-sound = 没有一种片面的打法能通吃：均衡的打法（balanced）在 { $share } 的局中名列第一。
cli-calibrate-dominant = 一种打法通吃：无论运气如何，{ $bot } 都在 { $share } 的局中名列第一，没有多少可决策的。
cli-calibrate-open = 没有哪种打法能通吃：没有一种在五分之四的局中名列第一。
cli-calibrate-luck = 运气：成绩的差别有 { $strategy } 来自打法，{ $board } 来自局面（全班各队相同），{ $rest } 来自偏向某种打法的运气。
cli-calibrate-difficulty = 难度：以什么都不做为 0、均衡的打法为 100，随意行动得 { $random }：{ $judged }。
cli-calibrate-easy = 太容易，碰运气也差不多
cli-calibrate-matters = 决策很重要
cli-calibrate-money = 资金：均衡的打法赚 { $amount } 千：{ $judged }。
cli-calibrate-hard = 太难，要靠客户今后的回报才划算
cli-calibrate-pays = 在游戏期内就有回报
cli-calibrate-length = 长度：半程名次与最终名次的一致程度为 { $halfway }；单独一局的名次与全部各局的一致程度为 { $board }：{ $judged }。
cli-calibrate-long = 够长了
cli-calibrate-short = 太短，或运气成分太大：多玩几轮，或多玩几局
cli-calibrate-fact-stable = 留住的主要客户达到稳定期
cli-calibrate-fact-F1 = 赢得尝试性订单后留住了案例客户：均衡打法
cli-calibrate-fact-F2 = 同上：一锤子买卖打法
cli-calibrate-fact-F3 = 卖出案例最后一单的局中留住案例客户：不做服务；没有特急工单；两种各占多少局
cli-calibrate-fact-F4 = 来自案例客户的收入，均衡打法比一锤子买卖打法
cli-calibrate-fact-F5 = 业务员离职后损失的收入：没有记录、一般记录、完整记录；完整记录比没有记录
cli-calibrate-fact-F6 = 业务员离职后多流失的客户，完整记录比没有记录
cli-calibrate-fact-F7 = 过度承诺：首单赢率提高几个百分点
cli-calibrate-fact-F8 = 过度承诺：重复订单赢率降低几个百分点
cli-calibrate-fact-F9 = 过度承诺比如实承诺，6、12、24 轮之后，每个局号四局，百分比
cli-calibrate-fact-F10 = 保守承诺：满意度、首单赢率百分点、价值百分比，都与如实承诺相比
cli-calibrate-fact-F11 = 均衡打法胜过只找新客户
cli-calibrate-fact-F12 = 均衡打法胜过一锤子买卖、随意行动、什么都不做
cli-calibrate-fact-F12-any = 均衡打法胜过随意行动、什么都不做
cli-calibrate-fact-F13 = 均衡打法胜过打折打法，后者赢的订单更多（多几笔）
cli-calibrate-fact-F14 = 送礼打法不高于均衡打法
cli-calibrate-fact-F15 = 按价值投入胜过一视同仁
cli-calibrate-fact-F16 = { $policies } 种随机打法中最好的一种，在 { $boards } 局中比参照高多少；它在四队市场中所占的份额
cli-calibrate-fact-F17 = 开局有 0、3、20 位客户时，用于新客户的投入以多少为最好
cli-calibrate-fact-F18 = 1、3、5 局中各打法的名次与总名次的等级相关
cli-calibrate-fact-F19 = 竞争市场中完全相同的队伍：各席位获胜局数的卡方检验 p 值
cli-calibrate-fact-F20 = 平行市场中决策相同而结果不同的局数
cli-calibrate-fact-F21 = 被无关决策改变的随机抽取次数；比较过的随机抽取次数
cli-calibrate-fact-F22 = 本来中标、提高条件后反而落标的投标；提高过条件的中标投标
cli-calibrate-fact-F24 = 100 位满意客户一年内不经请求、靠口碑带来的新客户
cli-calibrate-fact-F25 = 几次良好体验抵消一次失误；平均返工成本
cli-calibrate-fact-F26 = 满意度 92 对 72 的选择机会比
cli-calibrate-fact-F27 = 重大问题之后一年还在的客户：马上解决、一个月后解决、一直不解决、客户从不说起；第一项比最后一项
cli-calibrate-fact-F29 = sigma 为 1.5、1.68 时，前五分之一的客户所占的份额
cli-calibrate-fact-F30 = 到过第 1 至 6 阶段的机会最终赢单的比例；预测偏差
cli-calibrate-fact-F31 = 大单拜访以订单或失败告终的比例；催促成交使大单、小单多推进的比例
cli-calibrate-fact-F32 = 只接触采购人员的赢率比接触整个采购中心
cli-calibrate-fact-F33 = 年留存率从 80%、从 90% 提高 5 个百分点，终身价值增加的比例
cli-calibrate-fact-F34 = 两轮之内又退回的阶段变化，按客户与轮次计
cli-calibrate-fact-F35 = 均衡打法胜过不做关怀的同一打法
cli-calibrate-fact-F36 = 按案例去做：赢得尝试性订单；第二、三、四单在步骤做完后赢得；四单全赢；刀片服务器以高级客户价成交；均衡打法：四单全赢、一单未赢
cli-calibrate-fact-F37 = 一锤子买卖打法：尝试性订单的赢率比均衡打法高几个百分点；四单全赢
cli-calibrate-fact-F38 = 因对手、因业务员离职、因没有服务而失去客户：流失次数、预期原因的比例、其次原因的比例
cli-calibrate-fact-F39 = 案例订单的赢单数，所有打法在 200 局中：打法在平方和中所占的份额
cli-calibrate-fact-F40 = 混合打法各局中流失与丢单的原因；其中与记录矛盾的
cli-calibrate-fact-F41 = 照开局的计划原样提交，最多得 50 分；认真答题比随便答题高 10 分
cli-calibrate-fact-F41-any = 照开局的计划原样提交，最多得 50 分
cli-calibrate-asked-F3 = <= 0.50；>= 0.70；各占十分之一
cli-calibrate-asked-F9 = 10 以内，<= -10，<= -20
cli-calibrate-asked-F17 = 递减
cli-calibrate-asked-F22 = 0，每个局号 >= 10
cli-calibrate-asked-F27 = 递减，>= 3
cli-calibrate-asked-F36 = >= 0.90；各 >= 0.88；>= 0.60；>= 0.50；>= 0.35，<= 0.05
cli-calibrate-asked-F37 = 10 以内；<= 0.10
cli-calibrate-asked-F38 = 各 >= 50，且为首要原因
cli-calibrate-own = { $what } [{ $measure }：{ $first } { $how } { $second }]
cli-calibrate-own-ratio = 除以
cli-calibrate-own-less = 减去
cli-calibrate-own-beats = 胜过
cli-calibrate-between = { $least } 至 { $most }
cli-calibrate-shards-none = 没有可以合并的分片
cli-calibrate-shards-format = { $file }：不是这个版本的分片文件（格式是 `{ $found }`，需要 `{ $needed }`）
cli-calibrate-shards-size = { $file }：属于局号 { $seeds }、共 { $count } 片的运行；局号最多 { $most } 个，小的在前，分片最多 { $shards } 片
cli-calibrate-shards-other = { $file }：运行时的案例、规则或程序版本不同（{ $scenario }）
cli-calibrate-shards-seeds = { $file }：属于局号 { $found } 的运行，第一个文件属于 { $first }
cli-calibrate-shards-count = { $file }：是分片 { $found }，第一个文件则共 { $count } 片
cli-calibrate-shards-twice = { $file }：分片 { $shard } 已在 { $other } 中
cli-calibrate-shards-boards = { $file }：局号与分片 { $shard } 应有的不符
cli-calibrate-shards-missing = 缺少分片：{ $shards }
