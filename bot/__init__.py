"""The core of Shopcrew: what is true, what happens over time, what people type and see.

It knows no platform, no database and no scheduler; those stand behind `bot.ports`.
`bot.bootstrap` is the one file that joins them.
"""
