# docker build --tag actfig . && docker run --rm --volume "$PWD:/work" actfig render
#
# scripts/package makes the same image's context with a tool that is built already.
FROM swift:6.3-bookworm AS build
WORKDIR /package
COPY scripts/install scripts/
RUN scripts/install
COPY . .
# Every library must be in the tool, and the fonts are: the image has nothing else.
RUN install --strip "$(scripts/build)" actfig && ! ldd actfig

FROM scratch
COPY --from=build /package/actfig /usr/local/bin/actfig
COPY LICENSE THIRD-PARTY-NOTICES /usr/local/share/doc/actfig/
WORKDIR /work
ENTRYPOINT ["/usr/local/bin/actfig"]
CMD ["--help"]
