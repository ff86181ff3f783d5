from checking import run, expect, expect_output, expect_equal

result = run()
names = result.namespace
if result.exception is None:
    kind = names["Ticket"]
    expect(not isinstance(names.get("ticket"), kind), "the name `ticket` no longer holds the ticket")
    held = [item for item in names["history"] if isinstance(item, kind)]
    expect(not held, "the list `history` no longer holds the ticket")
    held = [item for item in names["lookup"].values() if isinstance(item, kind)]
    expect(not held, "the dictionary `lookup` no longer holds the ticket")
expect_output(result, "closing A7\ngone: A7\nclosed\n")
expect_equal(names["history"], ["A7"], "history")
expect_equal(names["lookup"], {}, "lookup")
