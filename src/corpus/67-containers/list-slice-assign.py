for code in """
a = [0, 1, 2, 3, 4]; a[1:3] = "xyz"; print(a)
a = [0, 1, 2]; a[1:1] = [8, 9]; print(a); a[:0] = [7]; a[len(a):] = [6]; print(a)
a = [0, 1, 2, 3]; a[::2] = "ab"; print(a)
a = [0, 1, 2, 3]; a[::2] = "abc"
a = [0, 1, 2, 3]; a[::-1] = "wxyz"; print(a)
a = [0, 1]; a[0:1] = 5
a = [0, 1]; a[0] = a; print(a)
a = [0, 1, 2]; a[:] = a[::-1]; print(a)
a = [0, 1, 2, 3, 4]; del a[::2]; print(a); del a[5:]; del a[:]; print(a)
a = [0, 1, 2]; a[2:0] = ["in"]; print(a)
a = [1]; a[1] = 2
a = [1]; a["x"] = 2
a = [1]; a[1:"x"] = []
a = [1, 2, 3]; a[-2:] = []; a[5:9] = [1]; print(a)
a = [1, 2]; a[::0] = []
a = list(range(5)); a[3:1:-1] = ["p", "q"]; print(a)
""".strip().splitlines():
    print(code)
    try:
        exec(code)
    except Exception as error:
        print("   ", type(error).__name__ + ":", error)
