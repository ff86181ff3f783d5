from array import array

for code in r"""
array("i", [1, 2, 3]), array("d", [1.5]), array("u", "aé"), array("b"), array("B", b"\x01\xff"), array("h", range(3)), array("q", [2**62])
array("i", [1.5])
array("b", [128])
array("B", [-1])
array("x")
array("i", "ab")
array("i", [1, 2]) + array("i", [3]), array("i", [1]) * 3, array("i", [1, 2]) == array("d", [1, 2]), array("i", [1]) < array("i", [2]), array("i", [1, 2, 3])[1:], array("i", [1, 2, 3])[::-1]
array("i", [1]) + [2]
array("i", [1]) + array("d", [2])
(lambda a: (a.append(5), a.extend([6, 7]), a.insert(0, 4), a.pop(), a.remove(5), a.index(6), a.count(4), a.reverse(), a, a.tolist(), a.tobytes()))(array("h"))
array("h").pop()
array("i", [1, 2]).itemsize, array("d", [1.0]).typecode, array("H", [258]).tobytes(), (lambda a: (a.byteswap(), a))(array("H", [1])), (lambda a: (a.frombytes(b"\x01\x02"), a))(array("B"))
(lambda a: a.frombytes(b"abc"))(array("h"))
(lambda a: (a.__setitem__(slice(0, 1), array("i", [8, 9])), a))(array("i", [1, 2])), bytes(array("B", [1, 2])), memoryview(array("h", [1, 2])).tolist(), 2 in array("i", [2]), list(reversed(array("b", [1, 2]))), array("u", "ab").tounicode()
__import__("pickle").loads(__import__("pickle").dumps(array("d", [1.5]))), __import__("copy").copy(array("b", [1])), len(array("f", [0.1])), array("f", [0.1])[0]
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
