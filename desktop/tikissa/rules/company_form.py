"""Legal forms in company names, written as they are: Oy, Tmi, ry. A name may be capitals on purpose: KONE, ABB."""

from tikissa.model.schema import Meaning
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion

_WRITTEN = {
    **dict.fromkeys(("oy", "OY", "o.y.", "O.Y.", "Oy.", "oy."), "Oy"),
    **dict.fromkeys(("oyj", "OYJ", "o.y.j.", "O.Y.J."), "Oyj"),
    **dict.fromkeys(("ab", "a.b.", "Ab."), "Ab"),
    **dict.fromkeys(("KY", "k.y.", "K.Y."), "Ky"),
    **dict.fromkeys(("tmi", "TMI", "t:mi", "T:mi", "T:MI", "t.mi", "T.mi", "tmi.", "Tmi."), "Tmi"),
    **dict.fromkeys(("RY", "Ry", "r.y.", "R.Y.", "ry."), "ry"),
    **dict.fromkeys(("RF", "Rf", "r.f.", "R.F."), "rf"),
    **dict.fromkeys(("osk", "OSK", "Osk.", "osk."), "Osk"),
}
_FORMS = frozenset(_WRITTEN.values())
_MAY_BEGIN = ("Oy", "Ab", "Tmi", "Osk")


def write_form(cell: Cell) -> Suggestion | None:
    """Write the forms at both ends of a name; a comma before the last one goes.

    Letters alone are a safe matter; without its points and colons the name is another text, which is asked.
    """
    words = cell.text.split(" ")
    if len(words) < 2 or _is_shouted(words):
        return None
    last, before = written_form(words[-1]), words[-2]
    words[-1] = last
    if last in _FORMS:
        words[-2] = written_form(before).removesuffix(",") if len(words) > 2 else before.removesuffix(",")
    if (words[0].casefold(), written_form(words[1])) == ("as", "Oy"):
        words[:2] = ["As", "Oy"]
    elif written_form(words[0]) in _MAY_BEGIN:
        words[0] = written_form(words[0])
    if "Oy" in words[:-1] and words[-1] == "AB":
        words[-1] = "Ab"
    elif words[-2:] == ["AB", "Oy"]:
        words[-2] = "Ab"
    after = " ".join(words)
    if after == cell.text:
        return None
    return Suggestion("company.form", after, confidence=0.97, safe=after.casefold() == cell.text.casefold())


def _is_shouted(words: list[str]) -> bool:
    """Tell a name all in capitals, whose form alone in small letters would look odd; KONE and ABB are called so."""
    named = [word for word in words if written_form(word) not in _FORMS]
    return len(named) > 1 and any(len(word) > 4 for word in named) and all(map(str.isupper, words))


def written_form(word: str) -> str:
    return _WRITTEN.get(word, word)


RULE = Rule({"company.form": Kind.WRITING}, (Meaning.COMPANY,), write_form)
