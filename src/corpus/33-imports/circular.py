import a
print(a.value, a.get_b())
try:
    import c
except ImportError as e:
    print(e)
