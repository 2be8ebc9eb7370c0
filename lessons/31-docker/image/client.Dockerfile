ARG NODE=24.21.0-bookworm-slim
FROM node:${NODE} AS build
WORKDIR /build
COPY lessons/31-docker/image/package.json lessons/31-docker/image/package-lock.json ./
RUN npm ci
COPY . repo/
RUN npx esbuild repo/lessons/31-docker/programs/client.ts --bundle --platform=node --outfile=client.cjs

FROM node:${NODE}
WORKDIR /app
COPY --from=build /build/client.cjs ./
USER node
ENTRYPOINT ["node", "client.cjs"]
