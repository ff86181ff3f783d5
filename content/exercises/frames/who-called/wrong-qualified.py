# feedback: f called by g: expected 'g', got
import sys

def caller():
    return sys._getframe().f_back.f_back.f_code.co_qualname
