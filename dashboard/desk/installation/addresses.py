"""Owns the addresses and the cookie of signing in, which the server answers and the screen points to."""

COOKIE = "samspill_session"
SIGN_IN = "/samspill/inn"
CALLBACK = "/samspill/inn/tilbake"
SIGN_OUT = "/samspill/ut"
SIGN_OUT_EVERYWHERE = "/samspill/ut/overalt"
SIGNED_OUT = "/samspill/ute"
NUMBERS = "/tall/"
