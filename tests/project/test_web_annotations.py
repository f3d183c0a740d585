"""What Web Annotations have no place for is told before they go out."""

from workbench.exchange_words import loss_words
from workbench.model import (
    Article,
    Codebook,
    Comparison,
    Dossier,
    Loss,
    LossReason,
    Outgoing,
    Outlet,
    Passage,
    Quotation,
    Span,
)
from workbench.project.web_annotations import web_losses


def test_what_has_no_place_is_counted():
    articles = (Article("a1", "The pier.", revision=2), Article("a2", "The ferry."))
    comparison = Comparison(
        articles,
        quotations=(Quotation("a1", Span(0, 3)),),
        only_here=(Passage("a2", Span(0, 10)),),
    )
    outlets = (Outlet("Harbour Post", country="Utopia"), Outlet("Sea Daily"))
    dossier = Dossier("", "", Outgoing(), Codebook(), comparison, articles, outlets)
    assert web_losses(dossier) == tuple(
        Loss(what, "", LossReason.NO_PLACE, count)
        for what, count in (
            ("article text", 2),
            ("earlier text", 2),
            ("outlet description", 1),
            ("quotation", 1),
            ("only here", 1),
        )
    )
    assert [loss_words(loss) for loss in web_losses(dossier)] == [
        *("2 article texts", "2 earlier texts", "1 outlet description", "1 quotation"),
        "1 unshared passage",
    ]


def test_a_project_without_anything_loses_nothing():
    assert web_losses(Dossier("", "", Outgoing(), Codebook(), Comparison(()))) == ()
