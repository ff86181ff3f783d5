from shapes import Sqare
