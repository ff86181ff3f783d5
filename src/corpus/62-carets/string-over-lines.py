x = ("abc"
     "def"
     ).nothing
