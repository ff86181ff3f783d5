sources = """
1 +
1 if 2
1 if 2 else
not
a not b
a in
is a
!x
x!
$
?
x ? y
try: pass
try: x
except:
raise x from
assert
assert (1, 'x')
pass x
del
if x: else: y
while
for
def
with
return
x = 1 2
print 1
exec 'x'
if x then y
else
elif x:
except:
finally:
1 'a'
a b
a; b c
if True: x = 1; if y: z
"""
for line in sources.strip("\n").split("\n"):
    try:
        compile(line + "\n", "t.py", "exec")
        print(f"{line!r:32} fine")
    except SyntaxError as e:
        print(f"{line!r:32} {type(e).__name__}: {e.msg} ({e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset})")
