"""Who did, said, threatened or ordered what to whom, when and where - and on whose say-so."""

__version__ = "0.1.0"
