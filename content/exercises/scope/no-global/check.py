from checking import run, load, call, instructions, expect, expect_equal, expect_output

expect_output(run(), "12\n")
stores = [i.argval for i in instructions(recurse=True) if i.opname in ("STORE_GLOBAL", "DELETE_GLOBAL")]
expect(not stores, "no function binds a global name", "no STORE_GLOBAL", f"STORE_GLOBAL {stores[0] if stores else ''}")
add = load().add
expect_equal(add.__code__.co_argcount, 2, "number of parameters of add")
expect_equal(call(add, 100, 1), 101, "add(100, 1)")
expect_equal(call(add, 0, 5), 5, "add(0, 5), whatever was added before")
