# feedback: line 1 of the output: expected '21 doubled is 42', got the end of the output
def double(n):
    return 2 * n

if __name__ == "answer":
    print("21 doubled is", double(21))
