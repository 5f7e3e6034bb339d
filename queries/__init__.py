"""Questions, the engines that answer them, networks and exports."""
