v = "namespace package"
