"""Cues of French: the words that tell whose words a quotation gives."""

from __future__ import annotations

from workbench.text.cue_words import Cues, words

FRENCH = Cues(
    say=words(
        """
        dit dire disait disent disant déclare déclaré déclarait déclarent affirme affirmé affirmait
        affirment explique expliqué expliquait expliquent ajoute ajouté ajoutait ajoutant assure
        assuré assurait souligne souligné soulignait estime estimé estimait estiment précise
        précisé précisait indique indiqué indiquait indiquent annonce annoncé confie confié raconte
        raconté répond répondu répondait écrit écrivait rappelle rappelé note noté remarque insiste
        insisté lance lancé martèle martelé reconnaît reconnu admet admis prévient prévenu avertit
        averti demande demandé regrette regretté s'inquiète conclut conclu poursuit poursuivi
        reprend commente commenté témoigne témoigné soutient soutenu promet promis prévoit crie
        crié s'exclame exclamé tweeté twitté résume résumé confirmé confirme rapporte rapporté
        parle
        """
    ),
    judge=words(
        """
        qualifie qualifié qualifiait dénonce dénoncé dénonçait accuse accusé critique critiqué juge
        jugé évoque évoqué évoquait décrit parlé parlait condamne condamné appelle appelé salue
        salué compare comparé réclame réclamé
        """
    ),
    weak=words("voit veut craint espère rejette"),
    nouns=words("mots propos déclaration communiqué avis termes paroles message lettre tweet"),
    sources=words("selon d'après"),
    sources_behind=words(""),
    after=words(""),
    ambiguous=words("note critique demande juge lance écrit dit parle remarque compare rapporte"),
    before_nouns=words("le la les l' un une des du de sa son ses ce cette au par"),
    fillers=words("a ont avait avaient aussi encore alors ensuite est s'est en outre se ne pas"),
    bounds=words("que qu' quand lorsque si mais car et ou comme où est sont était a ont avait"),
    prepositions=words(
        """
        à au aux en dans sur lors pendant après avant depuis par pour avec chez selon sous vers
        mardi mercredi jeudi vendredi samedi dimanche lundi ensuite hier alors mais et
        """
    ),
    linking=words("de du des d' la le les l' à au aux et en pour chez"),
    determiners=words("le la les l' un une des son sa ses leur ce cette ces plusieurs deux"),
    relatives=words("qui"),
    by=words("par"),
    names_follow=words("intitulé intitulée nommé dit surnommé titre film livre série journal"),
    names_precede=words(""),
    male=words("il lui m. monsieur président ministre porte-parole"),
    female=words("elle mme madame présidente"),
    pronouns=words("il elle ils elles on je nous"),
    verbs_first=True,
)
