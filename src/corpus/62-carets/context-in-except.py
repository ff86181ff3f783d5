try:
    {}["a"]
except KeyError as e:
    print(e.missing)
