# Homeward as one image: the wheel in a plain Debian Python, run by an account without rights.
FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml requirements-test.txt README.md LICENSE CHANGELOG.md ./
# The build backend comes from the lock file like everything else.
RUN python -m venv /build && /build/bin/pip install --no-cache-dir --require-hashes -r requirements-test.txt
COPY practice practice
COPY templates templates
COPY reports reports
COPY migrations migrations
RUN /build/bin/python -m build --no-isolation --wheel --outdir /wheels

FROM python:3.13-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /srv/homeward homeward
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir --no-deps /wheels/*.whl && rm -rf /wheels requirements.txt

USER homeward
WORKDIR /srv/homeward
RUN mkdir data
ENV PRACTICE_DATA=/srv/homeward/data PORT=8000 PYTHONUNBUFFERED=1
VOLUME /srv/homeward/data
EXPOSE 8000
# The sign-in page answers only when the database does. The container's own name is always allowed to ask.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(u.Request(f\"http://127.0.0.1:{os.environ['PORT']}/sign-in\", headers={'Host': os.environ.get('PRACTICE_URL', 'http://127.0.0.1').split('//')[1].split('/')[0]}), timeout=4)"]
CMD ["practice", "serve", "--host", "0.0.0.0"]
