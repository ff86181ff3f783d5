secret = 42
tries = 0
while True:
    guess = input(f"Guess {tries + 1}: ")
    if guess == "quit":
        print("Bye.")
        break
    if not guess.lstrip("-").isdigit():
        print("Numbers only.")
        continue
    tries += 1
    n = int(guess)
    if n < secret:
        print("Too low.")
    elif n > secret:
        print("Too high.")
    else:
        print(f"Yes, in {tries} tries!")
        break
