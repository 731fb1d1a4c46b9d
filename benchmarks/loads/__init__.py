"""What ``serve.py`` loads servers with: a graph, eight clients, and bad queries."""
