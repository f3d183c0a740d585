"""Cues: the words of a language that tell whose words a quotation gives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.text.language import primary, recognise_quickly

SAMPLE = 4_000
"""Code points at the head of a text that tell its language."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words of one language, all in small letters.

    After `say` come somebody's words, `judge` and, where nothing else does, `weak` carry fragments
    of them; `nouns` do so with an owner (X's claim), `sources` with what follows them (according to X) or, `sources_behind`, stands
    before them, `after` only right behind a quotation. `ambiguous` words are cues unless a word of `before_nouns` stands before them.
    `fillers` may stand between a subject and its verb, a subject never reaches over `bounds`; one
    that begins with `prepositions` is none. `names_follow` tells after what a title stands ("film",
    "so-called"), `names_precede` before what ("genannt").
    """

    say: frozenset[str]
    judge: frozenset[str]
    weak: frozenset[str]
    nouns: frozenset[str]
    sources: frozenset[str]
    sources_behind: frozenset[str]
    after: frozenset[str]
    ambiguous: frozenset[str]
    before_nouns: frozenset[str]
    fillers: frozenset[str]
    bounds: frozenset[str]
    prepositions: frozenset[str]
    linking: frozenset[str]
    determiners: frozenset[str]
    relatives: frozenset[str]
    by: frozenset[str]
    names_follow: frozenset[str]
    names_precede: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    pronouns: frozenset[str]
    verbs_first: bool = False
    nouns_capital: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _inflected(bases: str) -> frozenset[str]:
    """Return the forms of regular English verbs."""
    forms = set()
    for base in bases.split():
        stem = base[:-1] if base.endswith("e") else base
        past = base[:-1] + "ied" if re.search("[^aeiou]y$", base) else stem + "ed"
        third = base + "es" if re.search("(s|sh|ch)$", base) else base + "s"
        third = base[:-1] + "ies" if past.endswith("ied") else third
        forms |= {base, third, past, stem + "ing"}
    return frozenset(forms)


_ENGLISH = Cues(
    say=_inflected(
        """
        accept acknowledge add advise affirm agree allege announce answer argue ask assert assure
        believe boast caution chant claim comment complain concede conclude confess confirm contend
        continue counter cry declare demand disclose echo estimate exclaim explain express hint
        indicate insist interject joke lament maintain mention muse note observe pledge point
        predict proclaim promise propose question quip recall recount reiterate relate remark remind
        repeat reply report respond reveal scoff shout sigh state stress suggest sum tease testify
        text threaten tweet urge vent vow warn whisper wonder yell post email blog object reason
        signal summarize summarise emphasize emphasise
        """
    )
    | _words(
        """
        say says said saying tell tells told telling write writes wrote written writing deny denies
        denied denying admit admits admitted admitting quipped quipping read reads put puts forecast forecasts swear swears swore sing sings sang
        singing speak speaks spoke speaking
        """
    ),
    judge=_inflected(
        """
        accuse admire applaud appeal assail attack bemoan blame blast brand call celebrate
        characterize characterise chide cite condemn criticize criticise decry deem defend
        denounce depict deplore deride describe dismiss envision hail label laud lash liken lambaste
        mock portray praise pronounce rail rate rebuke recommend refer reject ridicule rule scold
        taunt tout trash vilify champion exhort pound speculate
        """
    )
    | _words("slammed slamming slam slams dub dubs dubbed referred referring ripped rips rip"),
    weak=_inflected(
        """
        address attribute campaign compare concern consider credit demean doubt echo embrace encourage
        endorse expect explode express fault favor favour fear introduce invoke list mean offer
        oppose order outline plan poke prohibit push raise rank release request resist
        seethe support treat use view vouch want welcome question protest specify quote
        """
    )
    | _words(
        """
        seeks sought see sees saw give gives gave giving make makes made making take takes took
        draw draws drew goes went gushed feel feels felt think thinks thought thinking
        """
    ),
    nouns=_words(
        """
        account accusation admission advice allegation analysis announcement answer argument
        assertion assessment assurance belief boast call claim comment complaint conclusion concern
        confession contention criticism declaration demand denial description email emphasis
        explanation idea insistence letter line memo message notion note opinion order plea pledge
        point post prediction promise proposal question reference rejection remark remarks comments
        reply report request response slogan speech statement suggestion testimony tweet use view
        vow warning words word vision
        """
    ),
    sources=_words("according per"),
    sources_behind=_words(""),
    after=_words(""),
    ambiguous=_words(
        """
        account advice answer answers appeal attack attacks blame boast brand call calls campaign
        campaigns caution cause claim claims comment comments complaint concern concerns counter
        credit cry demand demands echo estimate estimates expressed fault favor favour fear fears
        forecast forecasts hint joke jokes label line list lists mean means mention note notes
        object objects offer offers order orders paint plan plans pledge pledges point points poke
        post posts pound pounds praise promise promises protest protests push question questions
        rank rate rates read reason reasons reference remark remarks repeat reply report reports
        request requests response result review rule rules sigh signal signals slam state states
        stress stump suggest support taunt taunts text texts thought thoughts threaten treat treats
        trash tweet tweets use view views voice vow vows warrant welcome words wonder saying sayings
        meaning writing reading warning ruling feeling telling offering beginning ending goes put
        """
    ),
    before_nouns=_words(
        """
        a an the this that these those his her its their our my your some any no each every all of
        in on at for with from by about such other several many most more few two three four five
        new recent latest first last one another as united
        """
    ),
    fillers=_words(
        """
        has have had is was are were be been being did does do also then later even again once just
        now still already often never always not n't would will could should may might must can
        has've openly reportedly famously first further even so soon long ever both 's
        himself herself itself themselves all
        """
    ),
    bounds=_words(
        """
        that as when while because if but whether although though since until whereas where what how
        why than and or before after so unless once which who whom whose
        is are was were has had have be been will would could should can may might must did does do
        """
    ),
    prepositions=_words(
        """
        on in at during after before since by for with from to of over under amid among against
        about as into despite following through throughout within without last earlier later
        meanwhile then still yet again also now instead today yesterday tomorrow however but and so
        or even once only like because when while if although though speaking asked according
        """
    ),
    linking=_words("of for at from in with to and & the a an his her its their 's by who whose"),
    determiners=_words(
        "the a an his her its their our my this that these those one another some many several two "
        "three no both most few all critics officials"
    ),
    relatives=_words("who which that"),
    by=_words("by"),
    names_follow=_words(
        """
        titled entitled named nicknamed so-called program programme show series book
        film movie documentary commentary essay episode poem song album novel play podcast magazine newspaper headlined spot
        term acronym
        """
    ),
    names_precede=_words("show program programme"),
    male=_words("he his him himself mr mr. sir lord king prince chairman spokesman businessman man father son brother husband boy"),
    female=_words(
        "she her hers herself mrs mrs. ms ms. miss madam lady queen princess chairwoman spokeswoman woman mother daughter sister wife girl"
    ),
    pronouns=_words("he she they it we i you who this that one"),
)

_GERMAN = Cues(
    say=_words(
        """
        sagt sagte sagten sagen gesagt erklärt erklärte erklärten betont betonte betonten behauptet
        behauptete meint meinte meinten warnt warnte warnten fügte fügt teilte teilten mitteilte gab
        gaben gibt stellte stellt berichtet berichtete berichteten schreibt schrieb schrieben fragt
        fragte antwortet antwortete antworteten kündigte kündigt angekündigt verkündete verkündet
        äußerte äußerten äußert erläutert erläuterte bestätigt bestätigte bestätigten ergänzte
        ergänzt forderte fordert forderten rief riefen ruft twitterte twittert versicherte
        versichert verlangte verlangt heißt hieß steht stand lautet lautete lauteten
        kommentiert kommentierte kommentierten urteilt urteilte zitiert zitierte zitierten beteuert
        beteuerte klagte klagt beklagte beklagt lobte lobt gestand entgegnete erwiderte resümierte skandierten skandierte jubelte mahnte mahnt
        versprach verspricht formulierte formuliert argumentiert argumentierte begründet begründete
        unterstrich bekräftigte bekräftigt vermutet vermutete erinnerte erzählt erzählte plädierte
        bemerkte prophezeite konstatierte schilderte schildert rät riet droht drohte sage
        """
    ),
    judge=_words(
        """
        nennt nannte nannten bezeichnet bezeichnete bezeichneten sprach sprechen spricht
        sprachen kritisiert kritisierte kritisierten wirft warf warfen vorgeworfen wertet wertete
        werteten beschreibt beschrieb beschrieben charakterisiert charakterisierte verurteilt
        verurteilte verurteilten titulierte bewertet bewertete widersprach widerspricht begrüßte
        begrüßt aufforderte gefordert
        """
    ),
    weak=_words(
        "ging geht wies zurückgewiesen schloss schließt mündete glaubt glaubte hofft hoffte findet fand"
    ),
    nouns=_words(
        """
        aussage aussagen angabe angaben ansicht auffassung meinung einschätzung worten worte äußerung
        äußerungen erklärung stellungnahme mitteilung bericht berichte berichten behauptung vorwurf
        vorwürfe forderung warnung kritik einschätzungen informationen darstellung
        """
    ),
    sources=_words("laut gemäß"),
    sources_behind=_words("zufolge"),
    after=_words("so"),
    ambiguous=_words("steht stand gab gibt fand findet geht ging stellt stellte"),
    before_nouns=_words("der die das dem den des ein eine einem einen einer im am zum zur vom"),
    fillers=_words(
        """
        hat habe haben hatte hatten ist war wird wurde wurden sei auch dann jedoch aber nun bereits
        bereits schon noch nur weiter weiterhin wiederum sich es zudem ferner außerdem darum daher
        so ihn ihm uns mir ihnen anschließend später zuvor gegenüber allerdings dazu indes unterdessen
        """
    ),
    bounds=_words(
        """
        dass daß weil wenn als während ob obwohl nachdem bevor und oder aber sondern denn wie da
        damit ist sind war waren wird wurde wurden hat hatte hatten haben sei seien habe soll sollen
        kann muss müsse will wollte indem wonach wodurch
        """
    ),
    prepositions=_words(
        """
        in im am an auf aus bei beim nach mit von vom zu zum zur für gegen über unter um durch vor
        seit während wegen trotz bis zwischen laut ohne dabei dort zudem außerdem dann daraufhin
        dazu darin zuvor später zuletzt heute gestern hier deshalb auch so nun jedoch unterdessen
        bereits dagegen darüber ferner danach ähnlich indem
        """
    ),
    linking=_words("der des dem den die das von vom für bei beim aus im in am zur zum und einer"),
    determiners=_words(
        """
        der die das den dem des ein eine einen einem einer eines sein seine seinem seiner seinen ihr
        ihre ihrem ihrer ihren dieser diese dieses kein viele mehrere einige zwei drei
        """
    ),
    relatives=_words("der die das welcher welche"),
    by=_words("von vom durch"),
    names_follow=_words(
        """
        namens genannt heißt sogenannte sogenannten sogenannter zeitung tageszeitung wochenzeitung
        zeitschrift magazin buch film sonde projekt lied titel partei ausstellung motto begriff
        band album sendung so
        """
    ),
    names_precede=_words("genannt heißt heißen getauft"),
    male=_words("er ihm ihn sein herr herrn sprecher könig prinz präsident kanzler minister"),
    female=_words("sie ihr frau sprecherin königin präsidentin kanzlerin ministerin anwältin"),
    pronouns=_words("er sie es wir ich man dieser diese wer"),
    verbs_first=True,
    nouns_capital=True,
)

_FRENCH = Cues(
    say=_words(
        """
        dit dire disait disent disant déclare déclaré déclarait déclarent affirme affirmé affirmait
        affirment explique expliqué expliquait expliquent ajoute ajouté ajoutait ajoutant assure
        assuré assurait souligne souligné soulignait estime estimé estimait estiment précise précisé
        précisait indique indiqué indiquait indiquent annonce annoncé confie confié raconte raconté
        répond répondu répondait écrit écrivait rappelle rappelé note noté remarque insiste insisté
        lance lancé martèle martelé reconnaît reconnu admet admis prévient prévenu avertit averti
        demande demandé regrette regretté s'inquiète conclut conclu poursuit poursuivi reprend
        commente commenté témoigne témoigné soutient soutenu promet promis prévoit crie crié
        s'exclame exclamé tweeté twitté résume résumé confirmé confirme rapporte rapporté parle
        """
    ),
    judge=_words(
        """
        qualifie qualifié qualifiait dénonce dénoncé dénonçait accuse accusé critique critiqué juge
        jugé évoque évoqué évoquait décrit parlé parlait condamne condamné appelle appelé salue
        salué compare comparé réclame réclamé
        """
    ),
    weak=_words("voit veut craint espère rejette"),
    nouns=_words("mots propos déclaration communiqué avis termes paroles message lettre tweet"),
    sources=_words("selon d'après"),
    sources_behind=_words(""),
    after=_words(""),
    ambiguous=_words("note critique demande juge lance écrit dit parle remarque compare rapporte"),
    before_nouns=_words("le la les l' un une des du de sa son ses ce cette au par"),
    fillers=_words("a ont avait avaient aussi encore alors ensuite est s'est en outre se ne pas"),
    bounds=_words("que qu' quand lorsque si mais car et ou comme où est sont était a ont avait"),
    prepositions=_words(
        "à au aux en dans sur lors pendant après avant depuis par pour avec chez selon sous vers"
        " mardi mercredi jeudi vendredi samedi dimanche lundi ensuite hier alors mais et"
    ),
    linking=_words("de du des d' la le les l' à au aux et en pour chez"),
    determiners=_words("le la les l' un une des son sa ses leur ce cette ces plusieurs deux"),
    relatives=_words("qui"),
    by=_words("par"),
    names_follow=_words("intitulé intitulée nommé dit surnommé titre film livre série journal"),
    names_precede=_words(""),
    male=_words("il lui m. monsieur président ministre porte-parole"),
    female=_words("elle mme madame présidente"),
    pronouns=_words("il elle ils elles on je nous"),
    verbs_first=True,
)

_SPANISH = Cues(
    say=_words(
        """
        dijo dice dicen dijeron dicho diciendo decía afirmó afirma afirmaron afirmado explicó
        explica explicado añadió añade agregó agrega declaró declara declarado aseguró asegura
        asegurado señaló señala señalado indicó indica subrayó subraya destacó destaca manifestó
        manifiesta expresó expresa comentó comenta escribió escribe respondió responde advirtió
        advierte insistió insiste recordó recuerda reconoció reconoce admitió admite anunció anuncia
        sostuvo sostiene apuntó apunta preguntó pregunta concluyó concluye relató relata contó
        cuenta matizó precisó reiteró reitera confirmó confirma prometió pidió exclamó gritó
        """
    ),
    judge=_words(
        """
        calificó califica calificado llamó llama describió describe acusó acusa criticó critica
        denunció denuncia tildó tilda condenó condena habló habla consideró considera definió
        """
    ),
    weak=_words("ve quiere teme espera rechazó rechaza"),
    nouns=_words("palabras declaración comunicado opinión mensaje carta frase"),
    sources=_words("según"),
    sources_behind=_words(""),
    after=_words(""),
    ambiguous=_words("cuenta carta critica condena llama pregunta denuncia"),
    before_nouns=_words("el la los las un una del de su sus al por en esta este"),
    fillers=_words("ha han había también además luego entonces se lo le no ya es fue"),
    bounds=_words("que cuando si pero porque y o como donde es son era fue ha han había"),
    prepositions=_words(
        "en a al con desde durante tras para por sobre ante ayer hoy lunes martes miércoles jueves"
        " viernes sábado domingo además también luego entonces pero y según"
    ),
    linking=_words("de del la las los el en para y"),
    determiners=_words("el la los las un una unos su sus este esta varios dos"),
    relatives=_words("que quien"),
    by=_words("por"),
    names_follow=_words("titulado titulada llamado llamada película libro serie diario apodado"),
    names_precede=_words(""),
    male=_words("él sr. señor presidente ministro"),
    female=_words("ella sra. señora presidenta ministra"),
    pronouns=_words("él ella ellos ellas yo nosotros"),
    verbs_first=True,
)

_WORD = re.compile(r"[^\W\d_]+")

CUES = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}
"""The cue words by primary language subtag."""


def cues_for(text: str, language: str = "") -> Cues:
    """Return the cue words of a text by its language tag, or by what the text itself tells.

    Where that is unsure it is the language that has most of its words as cues.
    """
    known = CUES.get(primary(language or recognise_quickly(text)))
    if known:
        return known
    words = [match[0].lower() for match in _WORD.finditer(text[:SAMPLE])]
    return max(CUES.values(), key=lambda cues: sum(_counts(cues, word) for word in words))


def _counts(cues: Cues, word: str) -> bool:
    return word in cues.say or word in cues.determiners or word in cues.prepositions
