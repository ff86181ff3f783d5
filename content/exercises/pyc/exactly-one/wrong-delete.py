# feedback: your program deletes nothing
import os
import loud
import quiet

os.remove(loud.__cached__)
