# One image for the web application and the indexer. The virtual environment is made in the first stage and only
# it goes on: no compiler, no pip cache, no sources, no root.
FROM python:3.11-slim AS build
# What every record goes through is compiled, see docs/adr/0039-compiled.md.
RUN apt-get update --quiet=2 && apt-get install --quiet=2 --yes --no-install-recommends gcc libc6-dev > /dev/null
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /build
RUN python -m venv /opt/padu
# The dependencies first: their layer is made anew only when they change.
COPY pyproject.toml constraints.txt ./
RUN python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" > needed.txt \
 && /opt/padu/bin/pip install --quiet --constraint constraints.txt pip setuptools hatchling hatch-mypyc \
 && /opt/padu/bin/pip install --quiet --constraint constraints.txt --no-build-isolation --requirement needed.txt
COPY README.md LICENSE ./
COPY discovery discovery
COPY indexer indexer
COPY web web
RUN HATCH_BUILD_HOOK_ENABLE_MYPYC=1 /opt/padu/bin/pip install --quiet --no-deps --no-build-isolation . \
 && /opt/padu/bin/pip uninstall --quiet --yes hatchling hatch-mypyc mypy mypy_extensions librt ast-serialize trove-classifiers pathspec pluggy setuptools \
 && /opt/padu/bin/python -P -c 'import indexer.mapping' && /opt/padu/bin/padu --help > needed.txt

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /srv/padu --create-home padu \
 && install --directory --owner padu /srv/harvest
COPY --from=build /opt/padu /opt/padu
ENV PATH=/opt/padu/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PADU_CONFIG=/srv/padu/padu.toml
WORKDIR /srv/padu
USER padu
EXPOSE 8000
ENTRYPOINT ["padu"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
