/** The article's two Dockerfiles, without their comments. */
export const ARTICLE = {
  server: `FROM golang AS build
ENV location /example/go
WORKDIR \${location}/server
ADD ./server \${location}/server
ADD ./proto \${location}/proto
RUN go get -d ./...
RUN go install ./...
RUN CGO_ENABLED=0 go build -o /bin/productinfo-server

FROM scratch
COPY --from=build /bin/productinfo-server /bin/productinfo-server

ENTRYPOINT ["/bin/productinfo-server"]
EXPOSE 50051
`,
  client: `FROM golang AS build
ENV location /example/go

WORKDIR \${location}/client
ADD ./client \${location}/client
ADD ./proto-gen \${location}/proto

RUN go get -d ./...
RUN go install ./...

RUN CGO_ENABLED=0 go build -o /bin/productinfo-client

FROM scratch
COPY --from=build /bin/productinfo-client /bin/productinfo-client

ENTRYPOINT ["/bin/grpc-productinfo-client"]
EXPOSE 50051
`,
} as const;
