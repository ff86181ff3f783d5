# feedback: make_board(2, 3): expected [['.', '.', '.'], ['.', '.', '.']], got [['.', '.'], ['.', '.'], ['.', '.']]
def make_board(rows, columns):
    return [["."] * rows for _ in range(columns)]
