mine = "shadows the library's random"
