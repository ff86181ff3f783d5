from checking import load, call, expect, expect_equal

make_board = load().make_board
expect_equal(call(make_board, 2, 3), [[".", ".", "."], [".", ".", "."]], "make_board(2, 3)")
expect_equal(call(make_board, 0, 3), [], "make_board(0, 3)")
board = call(make_board, 4, 2)
for i in range(4):
    for j in range(i):
        if board[i] is board[j]:
            expect(False, f"rows {j} and {i} are one and the same list: a change in one shows in the other")
expect(True, "every row is a list of its own")
board[0][0] = "X"
expect_equal(board, [["X", "."], [".", "."], [".", "."], [".", "."]], "the board after board[0][0] = 'X'")
expect_equal(call(make_board, 2, 2), [[".", "."], [".", "."]], "the next board, after a change in the first")
