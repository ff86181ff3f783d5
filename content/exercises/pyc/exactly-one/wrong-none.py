# feedback: compiled files: expected ['quiet'], got []
import sys

sys.dont_write_bytecode = True
import loud
import quiet
