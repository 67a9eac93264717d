"""copecli: steady company in a terminal, for the hours when the urge to hurt oneself is strong.

Nothing is imported here, so that the first words can be said before anything else is loaded.
"""

__version__ = "0.1.0"
