"""How long tests wait for what must happen, and pretended platforms for the bot where
a test is not about that.
"""

from adapters.simulator.dingtalk.app import DingTalkApp, Pace

# Machines that run tests are busy; what is too late is for tests of that alone.
PATIENCE = 30.0
PATIENT = DingTalkApp(limits=False, pace=Pace(PATIENCE, PATIENCE, PATIENCE))
