value = "sub value"
