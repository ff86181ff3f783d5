# oracle: properties
from concurrent.futures import ThreadPoolExecutor


def work(n):
    if n == 3:
        raise ValueError("three")
    return n * n


with ThreadPoolExecutor(max_workers=2) as pool:
    print(list(pool.map(work, [1, 2, 4])))
    f = pool.submit(work, 5)
    print(f.result(), f.done())
    bad = pool.submit(work, 3)
    print(type(bad.exception()).__name__, bad.exception())
#> [1, 4, 16]
#> 25 True
#> ValueError three
