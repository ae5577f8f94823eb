"""Owns who is at the screen, the page where administrators let people in, and the page of the audit log."""

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard.charts.csv_file import csv_file
from dashboard.desk import Account, Action, AuditEntry, Desk, Role, StoreFault
from dashboard.installation.addresses import COOKIE, SIGN_IN, SIGN_OUT, SIGN_OUT_EVERYWHERE
from dashboard.language.words import Words
from dashboard.screen import here
from dashboard.screen.parts import heading

SHOWN = 200


def asked_by_whom(desk: Desk, spoken: Words) -> Desk | None:
    """The desk, asked by whoever has signed in; None, and the way in, where nobody has and somebody must."""
    if desk.settings.sign_in is None:
        return desk
    person = desk.person_in(st.context.cookies.get(COOKIE, ""), stirs=True)
    if person is None:
        st.error(spoken("sign-in-needed"))
        st.link_button(spoken("sign-in"), SIGN_IN)
        return None
    return desk.asked_by(person)


def signed_in() -> None:
    """Who is signed in, and the way out."""
    view = here()
    if not view.desk.person.token:
        return
    role = view.words(f"role-{view.desk.person.role}")
    st.caption(view.words("signed-in", name=view.desk.person.name, role=role))
    st.markdown(
        f"[{view.words('sign-out')}]({SIGN_OUT}) · [{view.words('sign-out-everywhere')}]({SIGN_OUT_EVERYWHERE})"
    )


def seen(*parts: str) -> None:
    """Write down what this reader sees, once for each page, place, period and edition."""
    about = " ".join(part for part in parts if part)
    if st.session_state.get("people:seen") != about:
        st.session_state["people:seen"] = about
        here().desk.saw(about)


def letting_in() -> None:
    """Who may come in, with which role, for which municipalities."""
    view = here()
    accounts = view.desk.accounts()
    heading(view.words("access-people"))
    if not accounts:
        st.markdown(view.words("access-nobody"))
    for account in accounts:
        with st.expander(_label(account), key=f"account {account.id}"):
            _granting(account)
    heading(view.words("access-new"))
    _granting(None)


def _label(account: Account) -> str:
    words = here().words
    role = words("access-blocked") if account.blocked else words(f"role-{account.role or 'none'}")
    return f"{account.name} · {role}"


def _granting(account: Account | None) -> None:
    view = here()
    words, key = view.words, account.id if account else 0
    roles: list[str] = ["none", *Role]
    held = account.granted if account and account.granted in roles else "none"
    with st.form(f"access:{key}", clear_on_submit=account is None, border=account is None):
        email = account.email if account else st.text_input(words("access-email"), max_chars=200)
        if account and account.claimed and not account.granted:
            st.caption(words("access-claimed", role=words(f"role-{account.claimed}")))
        role = st.selectbox(
            words("access-role"),
            roles,
            roles.index(held),
            format_func=lambda role_offered: words(f"role-{role_offered}"),
        )
        limited_to = [place for place in account.places if place in view.names] if account else []
        places = st.multiselect(
            words("access-places"),
            list(view.names),
            limited_to,
            format_func=view.names.__getitem__,
            help=words("access-limit"),
        )
        if st.form_submit_button(words("access-save")) and _done(lambda: _grant(email, role, places)):
            st.rerun()
    if account and st.button(words("access-let-in" if account.blocked else "access-block"), key=f"access:block:{key}"):
        blocked = not account.blocked
        if _done(lambda: view.desk.block(account.id, blocked)):
            st.rerun()


def _grant(email: str, role: str, places: Sequence[str]) -> None:
    here().desk.grant(email, None if role == "none" else Role(role), places)


def _done(act: Callable[[], object]) -> bool:
    try:
        act()
    except StoreFault as fault:
        st.error(here().words(f"store-{fault.reason}"))
        return False
    return True


def audit_log() -> None:
    """What was done, the newest first; whether it stands as it was written; and all of it as a file."""
    view = here()
    words = view.words
    columns = st.columns(2)
    action = columns[0].selectbox(
        words("log-action"),
        ["", *Action],
        format_func=lambda logged: words(f"action-{logged}") if logged else words("log-every"),
    )
    who = columns[1].text_input(words("log-who"), max_chars=200).strip()
    entries = view.desk.log(limit=SHOWN, action=action, who=who)
    st.dataframe([_row(entry) for entry in entries], hide_index=True, width="stretch")
    st.caption(words("log-newest", count=len(entries)))
    with st.container(horizontal=True):
        if st.button(words("log-verify"), icon=":material/verified:"):
            verdict = view.desk.verify_log()
            (st.success if verdict.broken is None else st.error)(
                words("log-whole", count=verdict.entries, head=verdict.head)
                if verdict.broken is None
                else words("log-broken", number=verdict.broken)
            )
        st.download_button(
            words("log-export"), _file, file_name="samspill-logg.csv", mime="text/csv", on_click="ignore"
        )


def _file() -> bytes:
    view = here()
    return csv_file([_row(entry) for entry in view.desk.take_log_away()], view.words, above=[], below=[])


def _row(entry: AuditEntry) -> dict[str, str]:
    words = here().words
    ended = entry.outcome if entry.outcome in {"done", "begun", "not-allowed"} else "failed"
    values = {
        "at": words.moment(entry.at),
        "who": entry.who,
        "role": words(f"role-{entry.role or 'none'}"),
        "action": words(f"action-{entry.action}"),
        "object": entry.object,
        "outcome": words(f"log-outcome-{ended}"),
        "number": str(entry.number),
        "seal": entry.seal,
    }
    return {words(f"log-column-{name}"): value for name, value in values.items()}
