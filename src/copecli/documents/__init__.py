"""A safety plan as something to hold: each module turns a plan into one form and reaches no disk."""
