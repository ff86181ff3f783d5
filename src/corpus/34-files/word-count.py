text = """the quick brown fox
jumps over the lazy dog

the end"""
with open("t.txt", "w") as f:
    f.write(text)
lines = words = chars = 0
longest = ""
with open("t.txt") as f:
    for line in f:
        lines += 1
        chars += len(line)
        for w in line.split():
            words += 1
            if len(w) > len(longest):
                longest = w
print(lines, words, chars, longest)
