SHORTEST = 4

def count_words(text):
    count = 0
    for word in text.split():
        if len(word) >= SHORTEST:
            count += 1
    return count

print(count_words("the quick brown fox jumps over the lazy dog"))
