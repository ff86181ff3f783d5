WORD = "iterator"


def show(guessed):
    return " ".join(c if c in guessed else "_" for c in WORD)


guessed = set()
lives = 5
while lives and not set(WORD) <= guessed:
    print(show(guessed), f"[{lives}]")
    letter = input("letter: ").strip().lower()
    if len(letter) != 1 or not letter.isalpha():
        print("one letter, please")
    elif letter in guessed:
        print("already tried")
    else:
        guessed.add(letter)
        if letter not in WORD:
            lives -= 1
            print("no", letter)
        else:
            print("yes,", WORD.count(letter))
print(show(guessed), "won" if lives else "lost", sorted(guessed))
