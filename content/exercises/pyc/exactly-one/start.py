import loud
import quiet
