from checking import load, call, expect, expect_equal

state = load().state
steps = 0
seen = []


def numbers():
    global steps
    steps += 1
    yield 1
    steps += 1


def asking():
    seen.append(call(state, generator))
    yield 1


generator = numbers()
first = call(state, generator)
expect(steps == 0, "the generator was not taken up", "0 steps", f"{steps}")
expect_equal(first, "not begun", "before the first next")
next(generator)
expect_equal(call(state, generator), "waiting", "after the first next")
next(generator, None)
expect_equal(call(state, generator), "ended", "after its end")
other = numbers()
other.close()
expect_equal(call(state, other), "ended", "closed before it began")
generator = asking()
next(generator)
expect_equal(seen[0], "running", "asked by itself")
