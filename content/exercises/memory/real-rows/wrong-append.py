# feedback: rows 0 and 1 are one and the same list
def make_board(rows, columns):
    row = ["."] * columns
    board = []
    for _ in range(rows):
        board.append(row)
    return board
