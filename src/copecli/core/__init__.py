"""What the program knows:

frozen values and pure functions. No disk, clock, print or UI is reached from here.
"""
