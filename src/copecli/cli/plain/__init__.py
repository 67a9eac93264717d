"""Face 1b: line by line, for screen readers, Braille displays and terminals that cannot draw.

Invariant: lines only. No escape code, no drawing, nothing is painted over; one thing a line, ended like a
sentence.
"""
