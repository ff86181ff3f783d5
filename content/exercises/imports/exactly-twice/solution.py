import sys

import greet
del sys.modules["greet"]
import greet
