FROM python:3.13-slim AS build
COPY requirements.lock .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock

FROM python:3.13-slim
RUN useradd --create-home --uid 10001 crew && install -d -o crew /data
COPY --from=build /venv /venv
COPY bot /app/bot
COPY adapters /app/adapters
COPY storage /app/storage
COPY schedules /app/schedules
# Nobody may write there later on: what is not compiled now would be at every start.
RUN python -m compileall -q --invalidation-mode unchecked-hash /app
# The database and its lock file live in /data; the code is read only.
ENV PATH=/venv/bin:$PATH PYTHONPATH=/app PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    SHOPCREW_HOST=0.0.0.0 SHOPCREW_PORT=8080 SHOPCREW_LOG=json \
    SHOPCREW_DATABASE_URL=sqlite+aiosqlite:////data/shopcrew.db
WORKDIR /data
VOLUME /data
USER crew
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["python", "-c", \
    "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"SHOPCREW_PORT\"]}/healthz', timeout=4)"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
