"""Rustad: how ready an organisation is to take preparedness into account when it buys."""

__version__ = "0.1.0"
