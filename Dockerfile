# docker build --tag actfig . && docker run --rm --volume "$PWD:/work" actfig render
#
# scripts/package builds the context of the same image with a tool that has already been built.
FROM swift:6.3-bookworm AS build
WORKDIR /package
COPY scripts/install scripts/
RUN scripts/install
COPY . .
# All libraries must be linked into the tool, because the image contains nothing else. The fonts are part of the tool.
RUN install --strip "$(scripts/build)" actfig && ! ldd actfig

FROM scratch
COPY --from=build /package/actfig /usr/local/bin/actfig
COPY LICENSE THIRD-PARTY-NOTICES /usr/local/share/doc/actfig/
WORKDIR /work
ENTRYPOINT ["/usr/local/bin/actfig"]
CMD ["--help"]
