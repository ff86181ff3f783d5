where = "own module"
