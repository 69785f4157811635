# 客户沙盘。
board-told = 客户沙盘，{ $count } 位客户
board-no-order = 尚无订单
board-value = 年价值 { $amount }
board-value-unknown = 价值未知
board-lanes = 阶段
board-pyramid = 金字塔
board-legend-area = 面积 = 年价值
board-legend-ring = 环 = 满意度
board-legend-dashed = 虚线 = 未知
