from checking import run, load, call, expect_equal, expect_output

script = run(name="__main__")
expect_output(script, "21 doubled is 42\n")
answer = load()
expect_equal(answer.printed, "", "what the module prints when it is imported")
expect_equal(call(answer.double, 4), 8, "double(4), from the imported module")
