"""What people read, in their language: texts, plural forms, dates.

English texts are the keys, as in gettext: code says `say("{n} {n:story|stories}", n=3)`, and a language is a
table of templates. What was said in English before, a decision's reason or a finding's message,
is put in another language by the template that it was made from.
"""

from feeds.wording.choice import LANGUAGES, chosen, known, preferred
from feeds.wording.wording import Wording, wording

__all__ = ["LANGUAGES", "Wording", "chosen", "known", "preferred", "wording"]
