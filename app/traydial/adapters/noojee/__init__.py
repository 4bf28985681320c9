"""Noojee Contact (Australia): the CallManagementAPI over HTTPS, with an API key.

Sources: seed "02.0 Dial"; the Noojee wiki (noojee.atlassian.net): API, Authentication, Hangup, Subscribe, Start and
Stop Recording; github noojee/noojeecontact.api (the vendor's own client) for the auto-answer texts and the health test.
"""

from traydial.adapters.noojee.adapter import Adapter
from traydial.adapters.noojee.spec import SPEC

__all__ = ["SPEC", "Adapter"]
