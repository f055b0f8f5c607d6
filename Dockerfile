# On Record as a container image; docs/deploy.md says how to run it. The steps are those of deploy/build-image.sh, which the
# tests run as well.
FROM node:26-trixie-slim AS build
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN apt-get update && apt-get install -y --no-install-recommends binutils \
  && npm run -s build && deploy/build-image.sh /onrecord

# Node.js comes with the tree, in the version that the project is tested with: all it needs is a C++ library.
FROM debian:trixie-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates libatomic1 libstdc++6 \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin onrecord \
  && install -d -o onrecord -g onrecord -m 0700 /var/lib/onrecord
COPY --from=build /onrecord /opt/onrecord
RUN ln -s /opt/onrecord/runtime/node /usr/local/bin/node && ln -s /opt/onrecord/bin/onrecord.js /usr/local/bin/onrecord
ENV NODE_ENV=production \
    NODE_DISABLE_COMPILE_CACHE=1 \
    HOST=0.0.0.0 \
    PORT=4000 \
    ONRECORD_STORE=/var/lib/onrecord/onrecord.db \
    ONRECORD_SEED=off
USER 10001:10001
WORKDIR /var/lib/onrecord
VOLUME /var/lib/onrecord
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=10s --retries=3 \
  CMD ["/opt/onrecord/runtime/node", "/opt/onrecord/bin/healthcheck.mjs"]
ENTRYPOINT ["/opt/onrecord/runtime/node", "/opt/onrecord/bin/onrecord.js"]
CMD ["serve"]
