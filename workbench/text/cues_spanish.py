"""Cues of Spanish: the words that tell whose words a quotation gives."""

from __future__ import annotations

from workbench.text.cue_words import Cues, words

SPANISH = Cues(
    say=words(
        """
        dijo dice dicen dijeron dicho diciendo decía afirmó afirma afirmaron afirmado explicó
        explica explicado añadió añade agregó agrega declaró declara declarado aseguró asegura
        asegurado señaló señala señalado indicó indica subrayó subraya destacó destaca manifestó
        manifiesta expresó expresa comentó comenta escribió escribe respondió responde advirtió
        advierte insistió insiste recordó recuerda reconoció reconoce admitió admite anunció
        anuncia sostuvo sostiene apuntó apunta preguntó pregunta concluyó concluye relató relata
        contó cuenta matizó precisó reiteró reitera confirmó confirma prometió pidió exclamó gritó
        """
    ),
    judge=words(
        """
        calificó califica calificado llamó llama describió describe acusó acusa criticó critica
        denunció denuncia tildó tilda condenó condena habló habla consideró considera definió
        """
    ),
    weak=words("ve quiere teme espera rechazó rechaza"),
    nouns=words("palabras declaración comunicado opinión mensaje carta frase"),
    sources=words("según"),
    sources_behind=words(""),
    after=words(""),
    ambiguous=words("cuenta carta critica condena llama pregunta denuncia"),
    before_nouns=words("el la los las un una del de su sus al por en esta este"),
    fillers=words("ha han había también además luego entonces se lo le no ya es fue"),
    bounds=words("que cuando si pero porque y o como donde es son era fue ha han había"),
    prepositions=words(
        """
        en a al con desde durante tras para por sobre ante ayer hoy lunes martes miércoles jueves
        viernes sábado domingo además también luego entonces pero y según
        """
    ),
    linking=words("de del la las los el en para y"),
    determiners=words("el la los las un una unos su sus este esta varios dos"),
    relatives=words("que quien"),
    by=words("por"),
    names_follow=words("titulado titulada llamado llamada película libro serie diario apodado"),
    names_precede=words(""),
    male=words("él sr. señor presidente ministro"),
    female=words("ella sra. señora presidenta ministra"),
    pronouns=words("él ella ellos ellas yo nosotros"),
    verbs_first=True,
)
