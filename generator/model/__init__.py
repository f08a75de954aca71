"""The values of the trade, frozen: dates, records, chapters, promises, registries; private and published processes.

Nothing here reads, checks, prints or knows a language.

They are kept from Python's cycle collector (`gc=False`): frozen values point only to what was there before them, so there is
no circle to find, and going through a catalogue of them time and again took about a tenth of reading it.
"""
