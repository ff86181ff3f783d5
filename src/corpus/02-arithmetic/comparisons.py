print(1 < 2, 2 <= 2, 3 > 4, 3 >= 3, 1 == 1.0, 1 != 2)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 > 0, 1 == 1.0 == True)
print("a" < "b", "Z" < "a", "abc" < "abd", "ab" < "abc", "" < "a")
print([1, 2] < [1, 3], (1,) < (1, 0), [] < [0])
print(1 == "1", None == 0, [] == (), "a" != 1)


def noisy(x):
    print("eval", x)
    return x


print(noisy(1) < noisy(5) < noisy(3))
print(noisy(9) < noisy(5) < noisy(3))
