"""GET /records/{id}/evidence."""

from collections.abc import Iterator

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from discovery.api import evidence_schemas as schemas
from discovery.api.answers import json_answer, moved
from discovery.api.catalogue import Catalogue
from discovery.api.parameters import LANG
from discovery.api.problems import described
from discovery.catalog.record import UnionRecord
from discovery.labels.evidence import reason_label, rule_label
from discovery.labels.imprint import imprint
from discovery.labels.labels import Labels
from discovery.search.evidence import ComparedPair, ShownField, UnionEvidence, evidence_of


def add_evidence(api: FastAPI, catalogue: Catalogue) -> None:
    """What the page "why are these one record?" says."""

    @api.get(
        "/records/{record_id}/evidence",
        response_model=schemas.EvidenceAnswer,
        summary="Why the libraries' records are one",
        responses={
            308: {"description": "The record has another id now; Location leads to its evidence."},
            404: described("There is no such record, or it comes from one library's record alone."),
            410: described("Its last owner withdrew it; the detail says what it was."),
        },
        openapi_extra={"parameters": [LANG]},
    )
    def evidence(request: Request, record_id: str) -> Response:
        """The members, what speaks for and against each two of them, whose words are shown, and what librarians
        decided.
        """
        return json_answer(request, catalogue, lambda: _evidence(request, catalogue, record_id))


def _evidence(request: Request, catalogue: Catalogue, record_id: str) -> schemas.EvidenceAnswer | Response:
    service = catalogue.service
    union = service.record(record_id)
    if union.id != record_id:
        return moved(request, f"../{union.id}/evidence")
    found = evidence_of(service.engine, union.id)
    labels = catalogue.labels_for(request)
    ids = [member.id for member in found.members]
    return schemas.EvidenceAnswer(
        id=union.id,
        url=f"{catalogue.site.record_url(union.id)}/evidence",
        threshold=found.threshold,
        members=list(_members(union, found, labels)),
        shown=list(_shown(union, found, labels)),
        pairs=[_pair(pair, ids, labels) for pair in found.pairs],
        decisions=[
            schemas.Decision(records=[each.one, each.other], same=each.same, why=each.why) for each in found.decided
        ],
    )


def _members(union: UnionRecord, evidence: UnionEvidence, labels: Labels) -> Iterator[schemas.ComparedMember]:
    known = {member.id: member for member in union.members}
    for told in evidence.members:
        member = known.get(told.id)
        yield schemas.ComparedMember(
            id=told.id,
            partner=member.partner if member else "",
            name=labels.library(member.partner) if member else "",
            source_id=member.source_id if member else "",
            title=told.title,
            published=told.published,
            edition=told.edition,
            extent=told.extent,
        )


def _shown(union: UnionRecord, evidence: UnionEvidence, labels: Labels) -> Iterator[schemas.ShownValue]:
    ids = [member.id for member in evidence.members]
    told = union.description
    values: dict[ShownField, str] = {
        "title": told.title.full,
        "publication": imprint(told),
        "edition": told.edition,
        "extent": told.extent,
        "type": told.type,
        "carrier": told.carrier,
    }
    for each in evidence.shown:
        yield schemas.ShownValue(
            field=each.field,
            value=values[each.field],
            rule=each.rule,
            label=rule_label(labels, each.rule),
            given_by=[ids[place] for place in each.given_by],
            agreed_by=[ids[place] for place in each.agreed_by],
        )


def _pair(pair: ComparedPair, ids: list[str], labels: Labels) -> schemas.ComparedRecords:
    return schemas.ComparedRecords(
        records=[ids[pair.one], ids[pair.other]],
        same=pair.same,
        score=pair.score,
        reasons=[
            schemas.Reason(
                code=reason.code,
                label=reason_label(labels, reason.code),
                weight=reason.weight,
                values=list(reason.values),
            )
            for reason in pair.reasons
        ],
    )
