# Nested loops over ints in a function: for and while, comparisons, arithmetic.
def main():
    total = 0
    for i in range(260):
        j = 0
        while j < 260:
            if (i ^ j) & 1:
                total += i * j % 7
            elif i > j:
                total -= j // 3
            j += 1
    return total


checksum = main()
