def make_board(rows, columns):
    return [["."] * columns] * rows

board = make_board(3, 3)
board[0][0] = "X"
for row in board:
    print(*row)
