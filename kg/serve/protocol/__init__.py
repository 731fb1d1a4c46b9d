"""The SPARQL 1.1 Protocol: what a request asks, in which format it is answered, and the answer."""
