"""The crisis lines and emergency numbers that are shipped: their rules, and what is due for checking.

`make lines` runs both. Nothing here reaches a network: whoever checks a line does it by hand.
"""
