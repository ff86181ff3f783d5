assert True
assert 1 < 2, "never shown"
try:
    assert 0
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert [], "empty list"
except AssertionError as e:
    print(repr(e), str(e))
try:
    assert None, ("a", 1)
except AssertionError as e:
    print(repr(e))
print(__debug__)
