import sys

sys.dont_write_bytecode = True
import loud

sys.dont_write_bytecode = False
import quiet
