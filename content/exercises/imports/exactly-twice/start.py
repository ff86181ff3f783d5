import greet
import greet
