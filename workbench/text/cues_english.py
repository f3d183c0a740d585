"""Cues of English: the words that tell whose words a quotation gives."""

from __future__ import annotations

from workbench.text.cue_words import Cues, inflected, words

ENGLISH = Cues(
    say=inflected(
        """
        accept acknowledge add advise affirm agree allege announce answer argue ask assert assure
        believe boast caution chant claim comment complain concede conclude confess confirm contend
        continue counter cry declare demand disclose echo estimate exclaim explain express hint
        indicate insist interject joke lament maintain mention muse note observe pledge point
        predict proclaim promise propose question quip recall recount reiterate relate remark
        remind repeat reply report respond reveal scoff shout sigh state stress suggest sum tease
        testify text threaten tweet urge vent vow warn whisper wonder yell post email blog object
        reason signal summarize summarise emphasize emphasise
        """
    )
    | words(
        """
        say says said saying tell tells told telling write writes wrote written writing deny denies
        denied denying admit admits admitted admitting quipped quipping read reads put puts
        forecast forecasts swear swears swore sing sings sang singing speak speaks spoke speaking
        """
    ),
    judge=inflected(
        """
        accuse admire applaud appeal assail attack bemoan blame blast brand call celebrate
        characterize characterise chide cite condemn criticize criticise decry deem defend denounce
        depict deplore deride describe dismiss envision hail label laud lash liken lambaste mock
        portray praise pronounce rail rate rebuke recommend refer reject ridicule rule scold taunt
        tout trash vilify champion exhort pound speculate
        """
    )
    | words("slammed slamming slam slams dub dubs dubbed referred referring ripped rips rip"),
    weak=inflected(
        """
        address attribute campaign compare concern consider credit demean doubt echo embrace
        encourage endorse expect explode express fault favor favour fear introduce invoke list mean
        offer oppose order outline plan poke prohibit push raise rank release request resist seethe
        support treat use view vouch want welcome question protest specify quote
        """
    )
    | words(
        """
        seeks sought see sees saw give gives gave giving make makes made making take takes took
        draw draws drew goes went gushed feel feels felt think thinks thought thinking
        """
    ),
    nouns=words(
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
    sources=words("according per"),
    sources_behind=words(""),
    after=words(""),
    ambiguous=words(
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
        trash tweet tweets use view views voice vow vows warrant welcome words wonder saying
        sayings meaning writing reading warning ruling feeling telling offering beginning ending
        goes put
        """
    ),
    before_nouns=words(
        """
        a an the this that these those his her its their our my your some any no each every all of
        in on at for with from by about such other several many most more few two three four five
        new recent latest first last one another as united
        """
    ),
    fillers=words(
        """
        has have had is was are were be been being did does do also then later even again once just
        now still already often never always not n't would will could should may might must can
        has've openly reportedly famously first further even so soon long ever both 's himself
        herself itself themselves all
        """
    ),
    bounds=words(
        """
        that as when while because if but whether although though since until whereas where what
        how why than and or before after so unless once which who whom whose is are was were has
        had have be been will would could should can may might must did does do
        """
    ),
    prepositions=words(
        """
        on in at during after before since by for with from to of over under amid among against
        about as into despite following through throughout within without last earlier later
        meanwhile then still yet again also now instead today yesterday tomorrow however but and so
        or even once only like because when while if although though speaking asked according
        """
    ),
    linking=words("of for at from in with to and & the a an his her its their 's by who whose"),
    determiners=words(
        """
        the a an any every each such his her its their our my this that these those one another some
        many several two three no both most few all
        """
    ),
    relatives=words("who which that"),
    by=words("by"),
    names_follow=words(
        """
        titled entitled named nicknamed so-called program programme show series book film movie
        documentary commentary essay episode poem song album novel play podcast magazine newspaper
        headlined spot term acronym
        """
    ),
    names_precede=words("show program programme"),
    male=words(
        """
        he his him himself mr mr. sir lord king prince chairman spokesman businessman man father
        son brother husband boy
        """
    ),
    female=words(
        """
        she her hers herself mrs mrs. ms ms. miss madam lady queen princess chairwoman spokeswoman
        woman mother daughter sister wife girl
        """
    ),
    pronouns=words("he she they it we i you who this that one"),
)
