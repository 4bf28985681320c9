"""TEL4VN ("Pitel" PBX, Vietnam): click2call over HTTPS with a Bearer token.

Sources: seed "Click-to-call" (TEL4VN API documentation, 2021) for both dial forms, their parameters and error codes;
github phamhieptel4vn/api-docs (2023) for tokens, live calls, agents and call data records. The documents do not say
which HTTP status goes with a failure, so the body decides.
"""

from traydial.adapters.tel4vn.adapter import Adapter
from traydial.adapters.tel4vn.spec import SPEC

__all__ = ["SPEC", "Adapter"]
