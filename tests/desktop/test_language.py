"""The desktop's language is spoken from the start, in the tray, in windows and in questions."""

from __future__ import annotations

import pytest

from traydial.system.instance import client
from traydial.system.paths import Paths
from traydial.words.catalogue import Catalogue

pytestmark = [pytest.mark.desktop, pytest.mark.xdist_group("desktop")]


@pytest.mark.parametrize(("language", "spoken"), [("it_IT.UTF-8", "it"), ("vi_VN.UTF-8", "vi"), ("de_DE.UTF-8", "en")])
def test_the_language_of_the_desktop_is_spoken(traydial, status_host, start_pbx, language, spoken):
    translate = Catalogue(spoken)
    traydial.env.pop("LC_ALL", None)
    traydial.env["LANG"] = language
    traydial.add_account(start_pbx("tvox"), region="IT")
    item = traydial.start_at(status_host)
    item.wait_for(f"^Traydial – {translate('Tray', 'Ready')}$")
    item.choose(translate("Tray", "&Dial…").replace("&", ""))
    traydial.says(translate("DialWindow", "Dial"))
    client.hand_over("tel:*21*0444123456%23", str(Paths.of(traydial.env).runtime_dir))
    traydial.says(translate("ConsentDialog", "Call this number?"))
