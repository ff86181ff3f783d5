def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: 1 + "a")
attempt(lambda: "a" + 1)
attempt(lambda: [1] + (2,))
attempt(lambda: (1,) + [2])
attempt(lambda: None + 1)
attempt(lambda: "a" - "b")
attempt(lambda: "a" * "b")
attempt(lambda: [1] * 2.0)
attempt(lambda: {} + {})
attempt(lambda: 1 < "a")
attempt(lambda: [] >= ())
attempt(lambda: None < None)
attempt(lambda: -"a")
attempt(lambda: ~1.5)
attempt(lambda: +[])
attempt(lambda: 1.5 & 1)
attempt(lambda: 1 << 1.0)
attempt(lambda: 2 ** "x")
attempt(lambda: 5 @ 5)
attempt(lambda: len(5))
attempt(lambda: 1 in 5)
attempt(lambda: object() + object())
