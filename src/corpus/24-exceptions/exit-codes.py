import sys
print("before")
try:
    sys.exit("message")
except SystemExit as e:
    print("caught", e.code, repr(e))
try:
    sys.exit()
except SystemExit as e:
    print(e.code)
try:
    exit(2)
except SystemExit as e:
    print(e.code)
try:
    print("in try")
    sys.exit(7)
finally:
    print("finally before leaving")
