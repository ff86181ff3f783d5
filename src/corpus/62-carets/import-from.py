from os import nothing_here
