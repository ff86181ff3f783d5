# feedback: loud is in sys.modules
exec(open("loud.py").read())
import quiet
