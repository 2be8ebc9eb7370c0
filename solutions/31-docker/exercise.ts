import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    { name: '#image/layer', file: 'layer.ts', solution: 'only' },
    { name: '#image/image', file: 'image.ts', solution: 'only' },
    { name: '#image/configuration', file: 'configuration.ts', solution: 'only' },
    { name: '#image/entry-point', file: 'entry-point.ts', solution: 'only' },
    { name: '#image/dockerfile', file: 'dockerfile.ts', solution: 'only' },
  ],
  tasks: [
    {
      title: 'A layer: the same files, the same bytes',
      file: 'layer.ts',
      asked:
        'header(entry) is the block of 512 bytes in front of a file, with its checksum; a path with a slash at its end is a folder, and has nothing but its header. layer(entries) is the whole tar file: sorted by path, each file filled up with zeros to a multiple of 512, and two blocks of zeros at the end. Nothing of the machine is in it: no user, no date, no order of a folder. A path that leads out of the image, and two entries with one path, are a RangeError.',
      hints: [
        'The checksum is over the whole block, also over the eight bytes where it will stand itself. What stands there while you add?',
        'Write all other fields, write eight spaces into the field of the checksum, add up all 512 bytes, and then write the sum over the spaces. In layer: how many zeros are behind a file of 512 bytes, and how many behind one of 513?',
        "const sum = block.reduce((total, byte) => total + byte, 0); put(block, 'checksum', sum.toString(8).padStart(6, '0') + '\\0 '). In layer: entries.toSorted((a, b) => (a.path < b.path ? -1 : 1)), then header, bytes, and new Uint8Array((512 - (size % 512)) % 512) for each; two equal paths are neighbours now.",
      ],
    },
    {
      title: 'An image: names that are hashes',
      file: 'image.ts',
      asked:
        'makeImage keeps the layers, a config and a manifest in blobs, each under sha256: and its hash, and returns the descriptor of the manifest. A descriptor names the bytes that are kept, compressed or not; a diff_id names the tar file, always. Nothing but what the comment shows is in config and manifest, no date above all. readBlob returns the bytes that a descriptor names; what is missing, has another size or another hash is a BlobError, in that order, and of another size nothing is hashed.',
      hints: [
        'In which order can the parts be made? The manifest names the config, and the config names the layers: nothing can be named before its last byte is known.',
        'A helper keep(mediaType, bytes) that puts bytes into blobs and returns { mediaType, digest, size } serves all kinds. For a layer with gzipped it keeps those bytes, with MediaType.gzip, and diff_ids still has the hash of tar.',
        "const rootfs = { type: 'layers', diff_ids: layers.map(({ tar }) => 'sha256:' + hash(tar)) }; const manifest = { schemaVersion: 2, mediaType: MediaType.manifest, config: keep(MediaType.config, json({ architecture, os: 'linux', config, rootfs })), layers: layers.map(…) }; return { blobs, manifest: keep(MediaType.manifest, json(manifest)) };",
      ],
    },
    {
      title: 'What it is told, and refuses',
      file: 'configuration.ts',
      asked:
        'readConfiguration(env) reads six variables, as the comment says. A variable that is empty is missing. What is wrong ends in one ConfigurationError with a line for each problem, in the order of VARIABLES, then the unknown variables in alphabetical order; the waits are compared only if there is no other problem, and two waits that take as long as the platform gives are too long.',
      hints: [
        'Number("") is 0, and Number(" 7"), Number("0x10") and Number("1e3") are numbers, too. What does a person mean who writes PORT= into a file?',
        'A pattern first: /^(0|[1-9]\\d*)$/, then the limits. Push a line for each problem, go on, and throw at the end. Names from outside are compared with VARIABLES, and only those that begin with SHOP_.',
        "const number = (variable, lowest, highest, otherwise) => { const text = env[variable]; if (!text) return otherwise; … if (!isRight) problems.push(refused(variable, text, numberFrom(lowest, highest))); return value; }; … for (const name of Object.keys(env).sort()) if (name.startsWith('SHOP_') && !known.includes(name)) problems.push(unknown(name));",
      ],
    },
    {
      title: 'The first process, and its end',
      file: 'entry-point.ts',
      asked:
        'runProgram(host, start, clock) does the five steps of the comment: signals before anything else; a configuration that is refused is exit code 78 and a line for each problem; a start that fails is 1 and one line; listening, then ready; a signal begins the end of GracefulEnd. A signal during the start is kept until there is something to end, and then nothing becomes ready. Listeners are taken away, and then exit is called once.',
      hints: [
        'Which moments can a signal come at? Before there is a server, while it serves, and while it ends. One listener for all of them.',
        'let end: GracefulEnd | undefined; the listener remembers that it was told, and calls end?.signal(). After start: if it was told meanwhile, call end.signal() yourself, otherwise ready(). Await end.ended behind the try, so that nothing of the end is taken for a failed start.',
        'const onSignal = () => { isTold = true; end?.signal(); }; for (const signal of SIGNALS) host.on(signal, onSignal); try { const configuration = readConfiguration(host.env); const started = await start(configuration); end = new GracefulEnd(started, { noticeMs, graceMs, clock }); … } catch (error) { log; exit(error instanceof ConfigurationError ? 78 : 1); return; } const { how, errors } = await end.ended;',
      ],
    },
    {
      title: 'A Dockerfile for the client',
      file: 'dockerfile.ts',
      asked:
        'dockerfile() is the text of a Dockerfile that breaks none of the rules of this lesson: a base with a version, two stages, npm ci after package*.json and before the sources, no tools in the last stage, a user, a start without a shell, a program that is really there, no secret, no ADD, and no port, for a client listens nowhere. And it can be built: what is installed, built and taken from the first stage has to be there. It is read by a parser: how you write it is up to you.',
      hints: [
        'Read ARTICLE line by line, and ask of each what becomes of it next month, on another machine, at a signal. What is the name of the file that is copied, and what is the name of the file that is started?',
        'First stage: a base with three numbers, WORKDIR, COPY of lessons/31-docker/image/package*.json, RUN npm ci, COPY of the rest, RUN npx esbuild … --bundle --platform=node --outfile=client.cjs. Second stage: the same base, COPY --from=build of one file, USER node, ENTRYPOINT.',
        'FROM node:24.21.0-bookworm-slim AS build · WORKDIR /build · COPY lessons/31-docker/image/package*.json ./ · RUN npm ci · COPY . repo/ · RUN npx esbuild repo/lessons/31-docker/programs/client.ts --bundle --platform=node --outfile=client.cjs · FROM (the same) · WORKDIR /app · COPY --from=build /build/client.cjs ./ · USER node · ENTRYPOINT ["node", "client.cjs"]',
      ],
    },
  ],
};
