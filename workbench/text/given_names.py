"""Given names: common first names that tell whether "he" or "she" can mean somebody."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE_NAMES = _names(
    """
    aaron adam adrian ahmed alan albert alejandro alex alexander alfred ali andreas andrew andy
    anthony antonio arthur barack ben benjamin bernard bernd bernie bill bob boris brian bruce
    bryan carl carlos charles charlie chris christian christoph christopher chuck claude colin
    craig daniel dave david dennis dieter dmitri don donald doug douglas dwight edward emmanuel
    enrico eric ernst felipe felix fernando francis francisco françois frank frans fred friedrich
    gary geoffrey george georg gerald gerhard giovanni giuseppe glenn gordon greg gregory guido
    hans harold harry heiko heinrich helmut henri henry horst howard hugh hugo ian igor ivan jack
    jacob jacques jakob james jason javier jean jeff jeffrey jens jeremy jerry jim jimmy joachim
    joe joel johann johannes john jon jonathan jorge josé josef joseph josh joshua juan julian
    jürgen justin karl keith ken kenneth kevin klaus kurt lars larry lawrence lee leo leon lester
    louis lucas luis lukas luke manfred manuel marc marco marcus mario mark markus martin marty
    matt matthew matthias max michael michel miguel mike mitch mitt mohamed mohammed muhammad
    nathan neil nicholas nicolas nick nigel norbert olaf oliver oscar pablo patrick paul pedro
    peter philip philipp phillip pierre rafael ralf ralph raymond reinhard richard rob robert
    roberto roger roland rolf ron ronald rupert rush russell ryan sam samuel scott sean sebastian
    sergei sergey simon stefan stephen steve steven stuart sven ted terry theo theodor thomas tim
    timothy tobias todd tom tony uwe victor vincent vladimir volker walter warren wayne werner
    wilhelm william wolfgang xavier
    """
)
FEMALE_NAMES = _names(
    """
    abigail alexandra alice alicia alison amanda amy ana andrea angela anita anja anke ann anna
    anne annette antonia astrid barbara beatrice bettina birgit brenda bridget camille carla carmen
    carol caroline catherine charlotte cheryl christina christine cindy claire claudia condoleezza
    cristina cynthia daniela deborah debra denise diana diane donna dorothy elaine elena eleanor
    elisabeth elizabeth ellen emily emma erika esther eva evelyn fiona florence franziska frieda
    gabriela gabriele gertrud gina gisela gloria grace hannah hannelore heather heidi heike helen
    helena hilary hillary inge ingrid irene isabel ivanka jacqueline jana jane janet janice jeanne
    jennifer jessica jill joan joanna jodie josephine joyce juanita judith judy julia julie jutta
    karen karin karla kate katharina katherine kathleen kathryn kathy katja katrin kellyanne kelly
    kerstin kim kirsten kristin kristina laura lauren leonie leslie linda lisa loretta lori louise
    lucia lucy luisa lynn manuela margaret margot maria marie marina marion marlene martha martina
    mary maureen maya megan melania melanie melissa michelle miriam monica monika nadine nancy
    natalia natalie nicole nina nora olga olivia pamela patricia paula petra rachel rebecca regina
    renate rita roberta rosa rose ruth sabine sally samantha sandra sara sarah sharon sheila
    shirley silvia simone sofia sonja sophia sophie stefanie stella stephanie susan susanne sylvia
    tammy tanja teresa theresa tina ulrike ursula ute valerie vanessa vera veronica veronika
    victoria virginia wendy yvonne
    """
)
"""Kim, Robin, Andrea and the like are used for both; where one use prevails it is listed."""
