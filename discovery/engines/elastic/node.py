"""How a request goes over the wire to Elasticsearch, and what the client doesn't see to be broken there."""

from typing import Any

from elastic_transport import ConnectionError as ConnectionBroke
from elastic_transport import Urllib3HttpNode


class WholeAnswers(Urllib3HttpNode):
    """Takes a connection that ended within an answer's headers for a broken one, so that the client asks again.

    The standard library takes the headers it got for all there are, and the client their lack of a length for an
    empty answer. Elasticsearch has something to say in every answer but those to HEAD.
    """

    def perform_request(self, method: str, *args: Any, **named: Any) -> Any:  # noqa: ANN401  # its type isn't public
        """Raises elastic_transport.ConnectionError also where nothing came of what the status promises."""
        answer = super().perform_request(method, *args, **named)
        if method != "HEAD" and 200 <= answer.meta.status < 300 and not answer.body:
            raise ConnectionBroke("The connection ended within the headers of an answer")
        return answer
