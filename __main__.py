"""`python -m infact` is the command `infact`."""

from infact.cli.app import main

if __name__ == "__main__":
    main()
