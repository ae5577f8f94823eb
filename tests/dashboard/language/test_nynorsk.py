"""Nynorsk is nynorsk: no word that only bokmål has slips in when new words are written."""

import re

from dashboard.language.words import source

BOKMAAL = """
ikke jeg hva hvor hvorfor hvem hvordan hvis hvilken hvilke hver hvert fra noe noen mye bare gjør en et flere annen
annet egen eget være vært blitt kommer deltaker deltakere deltakerne henvisning henvisninger henvist konserter
kommuner kommunene perioder periodene filen tallene tallet uke uker måned måneder mangler vises lastes publiseres
lagres telles tilbud åpent åpne usikkerhet oppdiktede velg slipp gjennom hverandre innbyggere avsluttet beskytter
lenke lenken oppgir tjeneste tjenesten forskjell forskjellen opplysninger mappen linjen raden kolonnen cellen
"""
# What Excel's own menu says, and what files call the table.
QUOTED = r"\{[^}]*\}|Beskytt arbeidsbok"


def test_no_word_of_the_nynorsk_is_bokmaal() -> None:
    lines = [line for line in re.sub(QUOTED, " ", source("nn")).splitlines() if not line.startswith("#")]
    said = " ".join(line.partition("=")[2] or line for line in lines)
    assert set(BOKMAAL.split()) & set(re.findall(r"\w+", said.lower())) == set()
