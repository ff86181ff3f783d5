LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
visited = 0


def winner(board):
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return None if " " in board else "draw"


def best(board, player, memo={}):
    global visited
    key = ("".join(board), player)
    if key in memo:
        return memo[key]
    visited += 1
    won = winner(board)
    if won:
        result = ({"X": 1, "O": -1, "draw": 0}[won], None)
    else:
        options = []
        for i in range(9):
            if board[i] == " ":
                board[i] = player
                score, _ = best(board, "O" if player == "X" else "X")
                board[i] = " "
                options.append((score, i))
        pick = max if player == "X" else min
        score = pick(s for s, _ in options)
        result = next((s, i) for s, i in options if s == score)
    memo[key] = result
    return result


def show(board):
    return "\n-+-+-\n".join("|".join(board[r:r + 3]) for r in (0, 3, 6))


board = list("X   O    ")
player = "X"
while not winner(board):
    score, move = best(board, player)
    board[move] = player
    print(player, "plays", move, "score", score)
    player = "O" if player == "X" else "X"
print(show(board))
print(winner(board), visited, best(list(" " * 9), "X"))
print(winner(list("XXX      ")), winner(list("XOXOXOOXO")), winner(list("X")+[" "] * 8))
