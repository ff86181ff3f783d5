a < b
a < b <= c == d != e > f >= g
a is None
a is not None
a in b
a not in [1, 2, 3]
a in {1, 2, 3}
a in [x, y]
if a < b < c: pass
if a is None: pass
if a is not None: pass
if not a is b: pass
if not a in b: pass
while a < b < c: a += 1
