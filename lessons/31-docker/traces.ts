import { makeImage } from '#image/image';
import { layer } from '#image/layer';
import type { Trace } from '#inspect/trace';
import { imageEvents } from './oci/image-events.ts';
import { foldersOf, sha256 } from './oci/order-image.ts';

const PROGRAM = "console.log('hello from an image');\n";

/** An image with one file in it, read from its name. It has the same name on every machine. */
export function smallImage() {
  const file = { path: 'app/hello.cjs', bytes: new TextEncoder().encode(PROGRAM) };
  const tar = layer([...foldersOf([file]), file]);
  const config = {
    Entrypoint: ['/bin/node', 'hello.cjs'],
    WorkingDir: '/app',
    User: '1000:1000',
    StopSignal: 'SIGTERM',
  };
  return makeImage({ layers: [{ tar }], config, architecture: 'amd64' }, sha256);
}

export async function recordImage(): Promise<Trace> {
  const events = imageEvents(smallImage(), { whole: true });
  return { title: 'An image, read from its name', protocol: 'OCI image', events };
}
