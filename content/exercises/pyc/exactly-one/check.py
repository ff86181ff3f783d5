import os
import sys

from checking import run, code, expect, expect_equal


def names(code_object):
    found = set(code_object.co_names)
    for constant in code_object.co_consts:
        if hasattr(constant, "co_names"):
            found |= names(constant)
    return found


sys.modules.pop("loud", None)
sys.modules.pop("quiet", None)
deleting = names(code()) & {"remove", "unlink", "rmtree", "rename", "replace"}
expect(not deleting, "your program deletes nothing", "no call that deletes or moves files", ", ".join(sorted(deleting)))
result = run()
expect(result.exception is None, "the program ends normally", "no exception", repr(result.exception))
expect("loud" in sys.modules, "loud is in sys.modules")
expect("quiet" in sys.modules, "quiet is in sys.modules")
found = sorted(name.partition(".")[0] for name in os.listdir("__pycache__")) if os.path.exists("__pycache__") else []
expect_equal([name for name in found if name in ("loud", "quiet")], ["quiet"], "compiled files")
