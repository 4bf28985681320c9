"""An error: its code, what it tells a log, and that a secret in the PBX's own words goes."""

import pytest

from traydial.core.errors import AppError, Cancelled, CredentialsRejected, RefusedByPbx, Unreachable


def test_an_error_without_a_code_has_the_first_of_its_kind():
    assert (Unreachable().code, Unreachable("host_unknown").code) == ("unreachable", "host_unknown")


def test_no_kind_has_the_code_of_another():
    with pytest.raises(ValueError, match="Unreachable has no code 'cancelled'"):
        Unreachable("cancelled")


def test_a_log_gets_the_code_and_all_values():
    error = Unreachable("host_unknown", field="server", host="pbx.test", port=443)
    assert str(error) == "host_unknown host=pbx.test port=443"
    assert (error.field, error.values) == ("server", {"host": "pbx.test", "port": 443})
    assert str(Cancelled()) == "cancelled"


def test_a_secret_that_the_pbx_repeats_goes():
    error = RefusedByPbx(reason="user s3cret, key t0ken, s3cret", status=4)
    error.redact("s3cret", "t0ken")
    assert error.values == {"reason": "user ***, key ***, ***", "status": 4}
    assert str(error) == "refused_by_pbx reason=user ***, key ***, *** status=4"


def test_an_error_without_words_of_the_pbx_stays():
    error = CredentialsRejected(status=401)
    error.redact("401")
    assert str(error) == "credentials_rejected status=401"


def test_every_code_belongs_to_one_kind():
    def kinds(kind):
        for child in kind.__subclasses__():
            yield child
            yield from kinds(child)

    codes = [code for kind in kinds(AppError) for code in kind.codes]
    assert len(codes) == len(set(codes))
