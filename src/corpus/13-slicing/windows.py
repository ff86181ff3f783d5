def chunks(seq, n):
    return [seq[i:i + n] for i in range(0, len(seq), n)]


print(chunks([1, 2, 3, 4, 5], 2), chunks("abcdef", 3))
print([s for i in range(4) for s in ["abcd"[i:]]], ["abcd"[:i] for i in range(5)])
li = [1, 2, 3, 4]
k = 1
print(li[k:] + li[:k], li[-k:] + li[:-k], li[::2] + li[1::2], li == li[::-1][::-1])
pairs = list(zip(li, li[1:]))
print(pairs)
