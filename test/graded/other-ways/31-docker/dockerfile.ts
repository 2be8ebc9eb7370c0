// Another right answer: no variable, the user by number, a folder for the program, CMD in two parts.
export const ARTICLE = '';

export function dockerfile(): string {
  return [
    '# syntax=docker/dockerfile:1',
    'FROM docker.io/library/node:22.20.0-alpine3.22 as Builder',
    'WORKDIR /src',
    'COPY ["lessons/31-docker/image/package.json", "lessons/31-docker/image/package-lock.json", "/src/"]',
    'RUN --mount=type=cache,target=/root/.npm npm ci --no-audit \\',
    '  && npm cache verify',
    'COPY . /src/all',
    'RUN npx esbuild all/lessons/31-docker/programs/client.ts --bundle \\',
    '    --platform=node --outdir=/out --out-extension:.js=.cjs',
    '',
    'from builder as checked',
    'RUN node --check /out/client.cjs',
    '',
    'FROM docker.io/library/node:22.20.0-alpine3.22',
    'COPY --from=checked --chown=0:0 /out/client.cjs /opt/shop/',
    'ENV NODE_ENV=production',
    'USER 1000:1000',
    'ENTRYPOINT ["/usr/local/bin/node", "--enable-source-maps"]',
    'CMD ["/opt/shop/client.cjs"]',
    '',
  ].join('\n');
}
