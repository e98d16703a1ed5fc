"""What the house promises when things break: real processes, broken on purpose.

`make faults` prints one table; `python -m tests.e2e.faults --help` says how to run a
part of it again. What is counted is counted at two chats of our own, which write down
everything they accept and take nothing back, and in the database afterwards.
"""
