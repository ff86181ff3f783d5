import spaces.one
print(spaces.one.v, spaces.__file__ if hasattr(spaces, "__file__") else None)
import string_like
print(string_like.where)
import random
print(random.mine)
