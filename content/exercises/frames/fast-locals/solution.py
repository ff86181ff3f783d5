SHORTEST = 4

def count_words(text):
    count = 0
    length, shortest = len, SHORTEST
    for word in text.split():
        if length(word) >= shortest:
            count += 1
    return count

print(count_words("the quick brown fox jumps over the lazy dog"))
