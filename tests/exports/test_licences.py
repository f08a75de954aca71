"""Which licence is meant by what an office writes, and what is none."""

from __future__ import annotations

import pytest

from generator.model.licences import ISRAEL, licence_of

BY = ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")
BY_SA = ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/")
ZERO = ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/")

KNOWN = {
    "CC BY 4.0": BY,
    "cc-by-4.0": BY,
    " CC  BY 4.0\n": BY,
    "Creative Commons Attribution 4.0 International": BY,
    "Attribution 4.0 International (CC BY 4.0)": BY,
    "קריאייטיב קומונס ייחוס 4.0": BY,
    "ייחוס 4.0 בין־לאומי (CC BY 4.0)": BY,
    "https://creativecommons.org/licenses/by/4.0/deed.he": BY,
    "http://creativecommons.org/licenses/by/4.0": BY,
    "CC ייחוס-שיתוף זהה 4.0": BY_SA,
    "Creative Commons Attribution-ShareAlike 4.0": BY_SA,
    "CC BY-SA-NC 4.0": ("CC-BY-NC-SA-4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
    "CC BY-NC-ND 3.0": ("CC-BY-NC-ND-3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/"),
    "CC0": ZERO,
    "cc0-1.0": ZERO,
    "https://creativecommons.org/publicdomain/zero/1.0/deed.en": ZERO,
    "odbl-1.0": ("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "OGL-UK-3.0": ("OGL-UK-3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
    "etalab-2.0": ("etalab-2.0", "https://spdx.org/licenses/etalab-2.0.html"),
    "CC BY 4": BY,
    "cc_by_4.0": BY,
    "CCBY4.0": BY,
    "CC BY\u20114.0": BY,
    "CC BY \u2013 4.0": BY,
    "\u200fCC BY 4.0\u200e": BY,
    "\u2067CC BY 4.0\u2069": BY,
    "<https://creativecommons.org/licenses/by/4.0/>": BY,
    "www.creativecommons.org/licenses/by/4.0": BY,
    "https://creativecommons.org/licenses/by/4.0/deed.zh-hans?ref=chooser-v1": BY,
    "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)": BY,
    "https://spdx.org/licenses/CC-BY-4.0.html": BY,
    "Licensed under CC BY 4.0.": BY,
    "רישיון CC BY 4.0": BY,
    "ייחוס 4.0 בינלאומי": BY,
    "קריאייטיב קומונס ייחוס 4.0 בין-לאומי": BY,
    "Creative Commons Attribution 4.0 International Public License": BY,
    "CC BY-SA 4.0 Deed": BY_SA,
    "Attribution-ShareAlike 4.0 International": BY_SA,
    "ייחוס 4.0": BY,
    "ייחוס – שיתוף זהה 4.0": BY_SA,
    "קריאטיב קומונס ייחוס 4.0": BY,
    "نَسب المُصنَّف 4.0 دولي": BY,
    "CC BY 4,0": BY,
    "© CC BY 4.0": BY,
    "CC-BY 4.0, https://creativecommons.org/licenses/by/4.0/deed.he": BY,
    "CC BY 4.0 – https://creativecommons.org/licenses/by/4.0/": BY,
    "CC0 1.0 Universal (CC0 1.0) Public Domain Dedication": ZERO,
    "CC Zero": ZERO,
    "Open Database License (ODbL) v1.0": ("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "Open Government Licence v3.0": (
        "OGL-UK-3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    "Apache 2.0": ("Apache-2.0", "https://spdx.org/licenses/Apache-2.0.html"),
    "https://spdx.org/licenses/no-such-licence": ("", "https://spdx.org/licenses/no-such-licence"),
    "https://example.org/our_terms\u200e": ("", "https://example.org/our_terms"),
    "https://example.org/terms": ("", "https://example.org/terms"),
}


@pytest.mark.parametrize(("written", "meant"), KNOWN.items(), ids=KNOWN)
def test_a_licence_is_known_by_id_name_alias_and_address(written: str, meant: tuple[str, str]) -> None:
    """A portal asks for the address; offices write what stands under a document."""
    found = licence_of(written)
    assert (found.id, found.url) == meant


@pytest.mark.parametrize(
    "written",
    [
        "data.gov.il",
        "https://data.gov.il/terms",
        "https://data.gov.il/terms-of-use",
        "https://info.data.gov.il/datagov/rools",
        "תנאי השימוש של data.gov.il",
        "רישיון השימוש במאגרי המידע הממשלתיים (data.gov.il)",
        "רישיון שימוש במאגרי מידע ממשלתיים",
        "data.gov.il terms of use",
        "Israel Government Open Data License",
        "il-gov-data",
    ],
)
def test_the_terms_of_israels_data_portal_are_known(written: str) -> None:
    """They have no id in SPDX, and their address has moved before."""
    assert licence_of(written) == ISRAEL


@pytest.mark.parametrize(
    "written",
    [
        "CC BY",
        "CC BY 9.0",
        "CC BY 3.0 IGO",
        "CC BY 4.0, CC BY-SA 4.0",
        "CC BY 4.0 except the photographs",
        "ייחוס 3.0",
        "BY 4.0",
        "CC BY 4.0, https://creativecommons.org/licenses/by-sa/4.0/",
        "none",
        "©",
        "כל הזכויות שמורות",
        "MIT OR Apache-2.0",
        "GPL-2.0+",
        "javascript:alert(1)",
        "4.0",
        "BY",
    ],
)
def test_what_names_no_one_licence_has_no_address(written: str) -> None:
    """An address that was guessed would permit, or forbid, what nobody did."""
    found = licence_of(written)
    assert (found.id, found.url, found.name.he) == ("", None, written)
