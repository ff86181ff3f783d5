print({x: 1 % x for x in (2, 0)})
