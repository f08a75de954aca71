"""P: the list of participants, and private people's data in the text (spec 3.3).

No value of these findings may come from the participants file: rows are named by their number.
"""
