def f():
    try:
        {}["a"]
    except KeyError:
        [].missing


f()
