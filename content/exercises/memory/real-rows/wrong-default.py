# feedback: make_board(0, 3): expected [], got [['.', '.', '.'], ['.', '.', '.']]
def make_board(rows, columns, board=[]):
    for _ in range(rows):
        board.append(["."] * columns)
    return board
