import { notYet } from '#course/exercise/not-yet';

/**
 * The article's Dockerfile of its client, as it would be for Node. It is here to begin with: about
 * every line of it is a mistake.
 */
export const ARTICLE = `
FROM node AS build
ENV location=/example/node
WORKDIR $location/client
ADD . $location/client
RUN npm install
RUN npm run build

FROM node
COPY --from=build /example/node/client/out/client.cjs /bin/productinfo-client.cjs
ENTRYPOINT node /bin/grpc-productinfo-client.cjs
EXPOSE 50051
`;

/**
 * The Dockerfile of the order client: a program that makes one call and ends. It is built from the
 * root of this repository:
 *
 *     docker build -t order-client -f client.Dockerfile .
 *
 * In `lessons/31-docker/image/` stand the `package.json` and its lock file, which names `esbuild`.
 * The sources are `lessons/31-docker/programs/client.ts` and all that it imports. esbuild makes one
 * file of them, and packages are not needed any more after that.
 */
export function dockerfile(): string {
  // ── Task 5 ──
  // Return it as a text between backticks. ARTICLE is a place to begin.
  throw notYet(5);
}
