# feedback: instructions it refuses: expected none, got LOAD_GLOBAL (NULL + steps)
def steps(n):
    if n == 1:
        return 0
    return 1 + steps(n // 2 if n % 2 == 0 else 3 * n + 1)
