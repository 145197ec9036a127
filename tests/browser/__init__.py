"""A package, so that fixtures of its scope end with it: as long as Playwright runs, no other test may start an event loop."""
