print({x for x in "ab" if x > 1})
