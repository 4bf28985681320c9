"""Widgets run on Qt's offscreen platform here; what needs a real desktop is in tests/desktop."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
