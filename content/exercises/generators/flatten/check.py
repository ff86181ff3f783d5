from checking import load, call, expect, expect_equal


class Watched(list):
    looked = 0

    def __iter__(self):
        for item in list.__iter__(self):
            Watched.looked += 1
            yield item


flatten = load().flatten
kind = type(call(flatten, [1])).__name__
expect(kind == "generator", "flatten gives a generator", "generator", kind)
expect_equal(list(call(flatten, [1, 2])), [1, 2], "nothing nested")
expect_equal(list(call(flatten, [1, [2, [3]], 4])), [1, 2, 3, 4], "nested two deep")
expect_equal(list(call(flatten, [[], [[]], [[[5]]]])), [5], "empty lists")
expect_equal(list(call(flatten, ["ab", ("c", ["d"])])), ["ab", ("c", ["d"])], "texts and tuples are items")
items = call(flatten, Watched([1, Watched([2, 3]), 4]))
expect_equal(Watched.looked, 0, "items looked at before anything is asked for")
next(items)
next(items)
expect(Watched.looked <= 3, "items looked at for two values", "at most 3", Watched.looked)
