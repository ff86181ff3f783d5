# feedback: f called by g: expected 'g', got 'plain'
import sys

def caller():
    return sys._getframe().f_back.f_code.co_name
