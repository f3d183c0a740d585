"""Lexicon: short lists of function words, abbreviations, cue verbs, roles, dates."""

from __future__ import annotations

from workbench.text.normalize import fold


def _words(*lists: str) -> frozenset[str]:
    return frozenset(fold(word) for words in lists for word in words.split())


_ENGLISH = """
a about above across after again against all along also although am among an and another any are
around as at away be because been before being below between both but by can cannot could did do
does doing don't down during each either even ever every few first for from further had has have
having he her here hers him his how however i if in into is it it's its itself just last least less
like made make many may me might more most much must my near neither never no nor not now of off
often on once one only onto or other others our out over own per rather same shall she should since
so some still such than that that's the their theirs them themselves then there therefore these they
this those though through thus to too toward towards two under until up upon us very via was we well
were what when where whether which while who whom whose why will with within without would yet you
your
"""
_GERMAN = """
aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist da dabei damit
dann das dass dem den denn der des deren dessen die dies diese diesem diesen dieser dieses doch dort
du durch ein eine einem einen einer eines er es etwa für gegen hat hatte hatten haben ich ihm ihn
ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes kann kein keine
keinem keinen keiner können man mehr mit muss müssen nach nicht noch nun nur ob oder ohne schon
sehr sei sein seine seinem seinen seiner seit sich sie sind so soll sollen sowie über um und uns
unter vom von vor war waren was weil wenn wer werden wie wieder will wir wird wo wurde wurden zu zum
zur zwischen
"""
_FRENCH = """
a au aux avec c'est ce ces cet cette comme dans de des donc du elle elles en est et été être eux il
ils je la le les leur leurs lui mais même mes moi mon ne nos notre nous on ont ou où par pas plus
pour qu'il qu'ils que qui sa sans se ses si son sont sous sur ta tes toi ton tous tout très tu un
une vos votre vous y était
"""
_SPANISH = """
al ante como con contra cuando de del desde donde durante e el ella ellas ellos en entre era es esa
ese eso esta este esto fue ha han hasta hay la las le les lo los más me mi muy ni nos o para pero
por porque que quien se ser si sin sobre son su sus también un una uno unos y ya
"""

FUNCTION_LISTS = {
    "en": _words(_ENGLISH),
    "de": _words(_GERMAN),
    "fr": _words(_FRENCH),
    "es": _words(_SPANISH),
}
"""Words that carry grammar and little else, by language."""

FUNCTION_WORDS = frozenset().union(*FUNCTION_LISTS.values())
"""Words that carry grammar and little else, in English, German, French and Spanish."""

NEGATIONS = _words(
    """
    no not never neither nor none nobody nothing nowhere cannot without can't don't doesn't didn't
    won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't shouldn't couldn't mustn't
    nicht kein keine keinem keinen keiner keines nie niemals nichts niemand weder ohne
    ne pas jamais rien aucun aucune sans ni nunca nada nadie ningún ninguna ninguno sin
    不 没 无 未 非
    """
)
"""Words that turn a statement round."""

CUE_VERBS = _words(
    """
    say says said saying state states stated stating tell tells told telling claim claims claimed
    claiming note notes noted noting add adds added adding argue argues argued arguing warn warns
    warned warning explain explains explained explaining stress stresses stressed stressing
    emphasize emphasizes emphasized emphasizing emphasise emphasises emphasised emphasising
    remark remarks remarked remarking insist insists insisted insisting admit admits admitted
    admitting deny denies denied denying announce announces announced announcing declare declares
    declared declaring suggest suggests suggested suggesting predict predicts predicted predicting
    forecast forecasts forecasted forecasting reply replies replied replying allege alleges alleged
    alleging acknowledge acknowledges acknowledged acknowledging confirm confirms confirmed
    confirming urge urges urged urging recall recalls recalled recalling believe believes believed
    reports reported according
    sagt sagte sagten erklärt erklärte erklärten betont betonte behauptet behauptete meint meinte
    warnt warnte fügte teilte mitteilte dit déclare déclaré affirme affirmé explique expliqué ajoute
    ajouté dijo dice afirmó afirma explicó explica añadió declaró 说 称
    """
)
"""Verbs that hand over to what somebody says."""

VAGUE_CUES = _words(
    """
    state states note notes claim claims add adds adding stress stresses remark remarks warning
    reports forecast forecasts suggest suggests according confirmed believe believes recall teilte
    fügte
    """
)
"""Cue verbs that are other words as often: the United States, five notes, adding jobs."""

ROLES = _words(
    """
    president premier minister vice-minister vice-president vice-chairman vice-chair vice-mayor
    chairman chairwoman chair secretary secretary-general chancellor governor mayor senator deputy
    director co-director head chief leader spokesman spokeswoman spokesperson ambassador official
    officials officer executive ceo founder professor economist analyst researcher scholar expert
    judge prosecutor general colonel commander king queen prince bishop author lawmaker lawmakers
    former acting senior präsident präsidentin minister ministerin kanzler kanzlerin sprecher
    sprecherin bürgermeister bürgermeisterin président présidente ministre maire presidente
    presidenta ministro ministra alcalde portavoz
    """
)
"""Words for what somebody is or was."""

VAGUE_ROLES = _words("general head chief judge acting executive lead colonel chair deputy author")
"""Roles that are other words as often: the general mood, ahead of, the chief reason."""

MONTHS = _words(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec
    januar februar märz mai juni juli oktober dezember
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    """
)
DAYS = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
    montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern morgen
    lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd'hui
    lunes martes miércoles jueves viernes sábado domingo ayer hoy
    """
)

NUMBER_WORDS = _words(
    """
    zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred
    hundreds thousand thousands million millions billion billions trillion trillions dozen dozens
    half
    quarter third second double triple twice
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend
    million millionen milliarde milliarden deux trois quatre cinq sept huit neuf dix cent
    mille milliard milliards dos tres cuatro cinco seis siete ocho nueve diez cien mil
    millón millones
    """
)

TITLES = _words(
    """
    mr mrs ms dr prof st gen col sgt capt lt cmdr sen rep gov rev hon messrs mme mlle sr sra fr hr
    art bzw ca evtl ggf vgl pp vol fig vs cf al
    """
)
"""Abbreviations after which the sentence always goes on."""

ABBREVIATIONS = _words(
    """
    inc ltd co corp bros jr dept univ assn ave blvd rd est approx jan feb mar apr jun jul aug sep
    sept oct nov dec mon tue wed thu fri sat sun etc usw str abs mio mrd bd hrsg u.s. u.k. u.n. e.u.
    """
)
"""Abbreviations after which a new sentence may begin."""

NUMBERING = _words("no nos nr art abs p s")
"""Abbreviations if a number follows."""
