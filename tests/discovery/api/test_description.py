"""The OpenAPI document is true: generated requests, good and bad, get the answers that it promises."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from discovery.api.app import create_standalone
from discovery.api.catalogue import PATH, open_catalogue
from tests.catalogues import SITE, publish, union

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance]


@pytest.fixture(scope="module")
def described_api(tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    service = publish(tmp_path_factory.mktemp("described"), [union(1, "Bumi manusia"), union(2, "Anak semua bangsa")])
    app = create_standalone(open_catalogue(service, SITE))
    return schemathesis.openapi.from_asgi(f"{PATH}/openapi.json", app)


@pytest.mark.parametrize(
    "path",
    [
        "/search",
        "/search/libraries",
        "/facets/{field}",
        "/records/{record_id}",
        "/records/{record_id}/evidence",
        "/suggest",
        "/browse/{kind}",
        "/libraries",
        "/serials",
        "/health",
    ],
)
def test_answers_are_as_described(described_api: schemathesis.BaseSchema, path: str) -> None:
    @settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=described_api[path]["GET"].as_strategy())
    def answers_are_as_described(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=CHECKS)

    answers_are_as_described()
