"""Language names: what files and news databases call languages, and the tags for them."""

from __future__ import annotations

_TABLE = """
ar: arabic arabisch arabe árabe ara العربية
bg: bulgarian bulgarisch bulgare búlgaro bul български
ca: catalan katalanisch catalán catalaans cat català
cs: czech tschechisch tchèque checo tsjechisch ces cze čeština
da: danish dänisch danois danés deens dan dansk
de: german deutsch allemand alemán duits tedesco alemão deu ger
el: greek griechisch grec griego grieks ell gre ελληνικά
en: english englisch anglais inglés engels inglese inglês eng
es: spanish spanisch espagnol español spaans spagnolo espanhol castellano spa
et: estonian estnisch estonien estonio est eesti
fa: persian farsi persisch persan persa perzisch fas per فارسی
fi: finnish finnisch finnois finlandés fins fin suomi
fr: french französisch français francés frans francese francês fra fre
he: hebrew hebräisch hébreu hebreo hebreeuws heb עברית
hi: hindi hin हिन्दी
hr: croatian kroatisch croate croata hrv hrvatski
hu: hungarian ungarisch hongrois húngaro hongaars hun magyar
id: indonesian indonesisch indonésien indonesio ind
it: italian italienisch italien italiano italiaans ita
ja: japanese japanisch japonais japonés japans jpn 日本語
ko: korean koreanisch coréen coreano koreaans kor 한국어
lt: lithuanian litauisch lituanien lituano lit lietuvių
lv: latvian lettisch letton letón lav latviešu
ms: malay malaiisch malais malayo msa may
nl: dutch niederländisch néerlandais neerlandés nederlands olandese holandês nld dut
no: norwegian norwegisch norvégien noruego noors nor norsk
pl: polish polnisch polonais polaco pools pol polski
pt: portuguese portugiesisch portugais portugués português portugees portoghese por
ro: romanian rumänisch roumain rumano roemeens ron rum română
ru: russian russisch russe ruso rus русский
sk: slovak slowakisch slovaque eslovaco slk slo slovenčina
sl: slovenian slowenisch slovène esloveno slv slovenščina
sr: serbian serbisch serbe serbio srp српски
sv: swedish schwedisch suédois sueco zweeds swe svenska
th: thai thailändisch thaï tailandés tha ไทย
tr: turkish türkisch turc turco turks tur türkçe
uk: ukrainian ukrainisch ukrainien ucraniano oekraïens ukr українська
ur: urdu urd اردو
vi: vietnamese vietnamesisch vietnamien vietnamita vie
zh: chinese chinesisch chinois chino chinees cinese chinês zho chi 中文 汉语 漢語
"""

NAMES = {
    name: tag
    for tag, _, names in (line.partition(": ") for line in _TABLE.strip().splitlines())
    for name in names.split()
}
"""Names in English, German, French, Spanish, Dutch and the language itself, and ISO 639-2 codes."""
