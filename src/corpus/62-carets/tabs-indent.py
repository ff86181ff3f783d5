if True:
	value = 1 + None
