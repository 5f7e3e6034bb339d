"""infact: who may sign for whom, read from the powers of attorney that corporate insiders file with the SEC."""
