# The board.
board-told = Board with { $count } customers
board-no-order = No order yet
board-value = { $amount } a year
board-value-unknown = value unknown
board-lanes = Lanes
board-pyramid = Pyramid
board-legend-area = area = yearly value
board-legend-ring = ring = satisfaction
board-legend-dashed = dashed = unknown
