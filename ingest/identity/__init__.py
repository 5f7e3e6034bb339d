"""Who is who: normal forms of names, the layers that join mentions, and the decisions of people who reviewed them."""
