"""`python -m generator` is the command `sikum`."""

from generator.cli import main

if __name__ == "__main__":
    main()
