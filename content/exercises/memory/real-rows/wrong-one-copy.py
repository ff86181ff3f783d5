# feedback: rows 0 and 1 are one and the same list
def make_board(rows, columns):
    row = ["."] * columns
    return [row.copy()] * rows
