from checking import run, source, expect, expect_output

lines = [line for line in source().splitlines() if line.strip() and not line.startswith("#")]
expect(lines[0] == "import sys" and "token = object()" in lines, "the first two lines are unchanged")
expect(lines[-1] == "print(sys.getrefcount(token))", "the last line is unchanged")
expect(len([line for line in lines if "print" in line]) == 1, "nothing else is printed")
expect_output(run(), "5\n")
