from checking import load, call, expect, expect_equal

average = load().average
one = call(average)
call(next, one)
expect_equal(call(one.send, 10), 10.0, "send(10)")
expect_equal(call(one.send, 20), 15.0, "send(20)")
expect_equal(call(one.send, 0), 10.0, "send(0)")
two = call(average)
call(next, two)
expect_equal(call(two.send, 1), 1.0, "a second generator, send(1)")
expect_equal(call(one.send, 30), 15.0, "the first one again, send(30)")
lists = [name for name, value in one.gi_frame.f_locals.items() if isinstance(value, (list, tuple, dict, set))]
expect(not lists, "local variables that are lists", "none", ", ".join(lists))
