total = (1 + 2 + 3 +
         4 + None +
         5)
