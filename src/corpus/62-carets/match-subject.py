match 1 / 0:
    case 1:
        pass
