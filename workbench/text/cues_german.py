"""Cues of German: the words that tell whose words a quotation gives."""

from __future__ import annotations

from workbench.text.cue_words import Cues, words

GERMAN = Cues(
    say=words(
        """
        sagt sagte sagten sagen gesagt erklärt erklärte erklärten betont betonte betonten behauptet
        behauptete meint meinte meinten warnt warnte warnten fügte fügt teilte teilten mitteilte
        gab gaben gibt stellte stellt berichtet berichtete berichteten schreibt schrieb schrieben
        fragt fragte antwortet antwortete antworteten kündigte kündigt angekündigt verkündete
        verkündet äußerte äußerten äußert erläutert erläuterte bestätigt bestätigte bestätigten
        ergänzte ergänzt forderte fordert forderten rief riefen ruft twitterte twittert versicherte
        versichert verlangte verlangt heißt hieß steht stand lautet lautete lauteten kommentiert
        kommentierte kommentierten urteilt urteilte zitiert zitierte zitierten beteuert beteuerte
        klagte klagt beklagte beklagt lobte lobt gestand entgegnete erwiderte resümierte
        skandierten skandierte jubelte mahnte mahnt versprach verspricht formulierte formuliert
        argumentiert argumentierte begründet begründete unterstrich bekräftigte bekräftigt vermutet
        vermutete erinnerte erzählt erzählte plädierte bemerkte prophezeite konstatierte schilderte
        schildert rät riet droht drohte sage
        """
    ),
    judge=words(
        """
        nennt nannte nannten bezeichnet bezeichnete bezeichneten sprach sprechen spricht sprachen
        kritisiert kritisierte kritisierten wirft warf warfen vorgeworfen wertet wertete werteten
        beschreibt beschrieb beschrieben charakterisiert charakterisierte verurteilt verurteilte
        verurteilten titulierte bewertet bewertete widersprach widerspricht begrüßte begrüßt
        aufforderte gefordert
        """
    ),
    weak=words(
        """
        ging geht wies zurückgewiesen schloss schließt mündete glaubt glaubte hofft hoffte findet
        fand
        """
    ),
    nouns=words(
        """
        aussage aussagen angabe angaben ansicht auffassung meinung einschätzung worten worte
        äußerung äußerungen erklärung stellungnahme mitteilung bericht berichte berichten
        behauptung vorwurf vorwürfe forderung warnung kritik einschätzungen informationen
        darstellung
        """
    ),
    sources=words("laut gemäß"),
    sources_behind=words("zufolge"),
    after=words("so"),
    ambiguous=words("steht stand gab gibt fand findet geht ging stellt stellte"),
    before_nouns=words("der die das dem den des ein eine einem einen einer im am zum zur vom"),
    fillers=words(
        """
        hat habe haben hatte hatten ist war wird wurde wurden sei auch dann jedoch aber nun bereits
        bereits schon noch nur weiter weiterhin wiederum sich es zudem ferner außerdem darum daher
        so ihn ihm uns mir ihnen anschließend später zuvor gegenüber allerdings dazu indes
        unterdessen
        """
    ),
    bounds=words(
        """
        dass daß weil wenn als während ob obwohl nachdem bevor und oder aber sondern denn wie da
        damit ist sind war waren wird wurde wurden hat hatte hatten haben sei seien habe soll
        sollen kann muss müsse will wollte indem wonach wodurch
        """
    ),
    prepositions=words(
        """
        in im am an auf aus bei beim nach mit von vom zu zum zur für gegen über unter um durch vor
        seit während wegen trotz bis zwischen laut ohne dabei dort zudem außerdem dann daraufhin
        dazu darin zuvor später zuletzt heute gestern hier deshalb auch so nun jedoch unterdessen
        bereits dagegen darüber ferner danach ähnlich indem
        """
    ),
    linking=words("der des dem den die das von vom für bei beim aus im in am zur zum und einer"),
    determiners=words(
        """
        der die das den dem des ein eine einen einem einer eines sein seine seinem seiner seinen
        ihr ihre ihrem ihrer ihren dieser diese dieses kein viele mehrere einige zwei drei
        """
    ),
    relatives=words("der die das welcher welche"),
    by=words("von vom durch"),
    names_follow=words(
        """
        namens genannt heißt sogenannte sogenannten sogenannter zeitung tageszeitung wochenzeitung
        zeitschrift magazin buch film sonde projekt lied titel partei ausstellung motto begriff
        band album sendung so
        """
    ),
    names_precede=words("genannt heißt heißen getauft"),
    male=words("er ihm ihn sein herr herrn sprecher könig prinz präsident kanzler minister"),
    female=words("sie ihr frau sprecherin königin präsidentin kanzlerin ministerin anwältin"),
    pronouns=words("er sie es wir ich man dieser diese wer"),
    verbs_first=True,
    nouns_capital=True,
)
