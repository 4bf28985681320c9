"""What adapters are made of: HTTP and decoding. The only room that imports httpcore."""
