"""Jinja, one environment a language: templates loop and escape, and compute nothing."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from web.i18n import Words

FOLDER = Path(__file__).parent / "templates"


# Indentation is for those who read templates; a third of a result page's bytes would be spaces.
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class LeanLoader(FileSystemLoader):
    """Loads templates without their indentation; what is filled in keeps its own."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The source as Jinja compiles it."""
        source, path, is_current = super().get_source(environment, template)
        return _INDENTATION.sub("", source), path, is_current


@dataclass(frozen=True, slots=True)
class Templates:
    """Renders a page's context; the template sees it as `page`, and nothing else."""

    environments: Mapping[str, Environment]

    def render(self, locale: str, template: str, page: object) -> str:
        """The text of one template in one language."""
        return self.environments[locale].get_template(template).render(page=page)


def load_templates(words: Mapping[str, Words]) -> Templates:
    """An environment for each language, which fails on an unknown name and escapes everything."""
    return Templates({locale: _environment(each) for locale, each in words.items()})


def _environment(words: Words) -> Environment:
    environment = Environment(
        loader=LeanLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    environment.install_gettext_translations(words.translations, newstyle=True)  # type: ignore[attr-defined]  # added by ext.i18n
    return environment
