import heapq
h = [5, 1, 4]

for code in """
heapq.heapify(h), h, heapq.heappush(h, 0), h, heapq.heappop(h), h, heapq.heappushpop(h, 2), heapq.heapreplace(h, 9), h
heapq.heappop([])
heapq.heapreplace([], 1)
heapq.heappush((1,), 2)
heapq.heapify("ab")
heapq.heappush([1], "a")
heapq.nlargest(2, [3, 1, 5]), heapq.nsmallest(2, "banana"), heapq.nlargest(1, ["a", "bbb"], key=len), heapq.nsmallest(10, [2, 1]), heapq.nlargest(0, [1]), heapq.nsmallest(3, [(1, "b"), (1, "a")]), heapq.nlargest(2, [1, 1.0, True])
list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge("ace", "bd")), list(heapq.merge([3, 1], [2], reverse=True)), list(heapq.merge(["aa"], ["b"], key=len)), list(heapq.merge())
heapq.heappushpop([], 5), heapq.heappushpop([1, 2], 0)
""".strip().splitlines():
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)
