# docker build --tag actfig . && docker run --rm --volume "$PWD:/work" actfig render
FROM swift:6.3-bookworm AS build
WORKDIR /package
COPY scripts/install scripts/
RUN scripts/install
COPY . .
# Every library must be in the tool, for the image has none of them.
RUN install --strip "$(scripts/build)" actfig && ! ldd actfig

FROM debian:bookworm-slim
RUN apt-get update \
  && apt-get install --yes --no-install-recommends fonts-dejavu-core \
  && rm -rf /var/lib/apt/lists/*
COPY --from=build /package/actfig /usr/local/bin/
WORKDIR /work
ENTRYPOINT ["actfig"]
CMD ["--help"]
