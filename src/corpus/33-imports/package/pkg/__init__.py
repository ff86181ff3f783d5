print("pkg __init__", __name__)
VERSION = "1.0"
from . import helper
from .helper import help_me as shortcut
