"""The key by which ids become hashes: made once, kept by its owner, and never half a key."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data_sources.storing.keys.secret import SHORTEST, SecretKey


def test_a_key_is_made_where_there_is_none_and_found_again(tmp_path: Path) -> None:
    file = tmp_path / "samspill.key"
    made = SecretKey.at(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 and len(file.read_bytes()) == 32
    assert SecretKey.at(file).hashed("person")("D0049") == made.hashed("person")("D0049")
    assert list(tmp_path.iterdir()) == [file]


def test_two_who_start_at_once_get_the_same_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: SecretKey.at(tmp_path / "k").check, range(32)))
    assert len(set(keys)) == 1 and len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("content", [b"", b"short", b"x" * (SHORTEST - 1)])
def test_half_a_key_is_refused_and_not_used_nor_replaced(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "samspill.key"
    file.write_bytes(content)
    with pytest.raises(OSError, match="whole key"):
        SecretKey.at(file)
    assert file.read_bytes() == content


def test_a_key_of_ones_own_may_be_of_any_length(tmp_path: Path) -> None:
    file = tmp_path / "samspill.key"
    file.write_bytes(b"a sentence that somebody wrote down and keeps in a safe, longer than sixty-four bytes")
    assert len(SecretKey.at(file).hashed("person")("D1")) == 24


def test_a_key_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        SecretKey.at(tmp_path / "no" / "folder" / "samspill.key")


def test_hashes_differ_by_key_by_purpose_and_by_text() -> None:
    one, other = SecretKey(b"1" * 32), SecretKey(b"2" * 32)
    hashes = {
        key.hashed(purpose)(text) for key in (one, other) for purpose in ("person", "rows") for text in ("a", "b")
    }
    assert len(hashes) == 8 and all(len(made) == 24 for made in hashes)
    assert one.hashed("person")("a") == SecretKey(b"1" * 32).hashed("person")("a")


def test_two_keys_are_told_apart_without_giving_either_away() -> None:
    one, other = SecretKey(b"1" * 32), SecretKey(b"2" * 32)
    assert one.check != other.check and one.check == SecretKey(b"1" * 32).check
    assert "1" * 8 not in one.check and "1111" not in repr(one)
