"""What every room may use: errors with one root, rendering, withholding."""
