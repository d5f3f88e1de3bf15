"""The practice network: a small invented social network on loopback, for the demo and the tests."""
