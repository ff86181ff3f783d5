words = ["pear", "Apple", "fig", "apple", "Zoo", "élan", "10", "9"]
print(sorted(words))
print(sorted(words, key=str.lower))
print(sorted(words, key=len), max(words), min(words))
print("a" < "B", "a" < "b", "abc" == "abc", "abc" > "abd", "a" * 3 == "aaa")
print(ord("a") - ord("A"), chr(ord("a") + 1))
print("x" == b"x", "1" == 1)
