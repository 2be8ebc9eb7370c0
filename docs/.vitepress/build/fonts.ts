import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

/**
 * The fonts as the pages need them: the characters of plain English and of this site, and the
 * weights that are used. That is less than half of what the packages have; what is not in them
 * comes from the whole font (`theme/styles/fonts.css`), on the page that needs it.
 */
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)).join('');
export const CHARACTERS = `${ASCII}\u00a0§«»°±²³·½×ÄÉÖÜßàáâäçèéêëíîïñóôöúûü–—‘’“”…′↑↓−€`;

interface Cut {
  file: string;
  /** The font in its package, without its ending. */
  of: string;
  weights?: number | { min: number; max: number };
}

const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght';
const MONO = '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin';
const CUTS: Cut[] = [
  { file: 'serif', of: `${SERIF}-normal`, weights: { min: 400, max: 600 } },
  { file: 'serif-italic', of: `${SERIF}-italic`, weights: 400 },
  { file: 'mono', of: `${MONO}-400-normal` },
  { file: 'mono-bold', of: `${MONO}-600-normal` },
];

const FOLDER = join(import.meta.dirname, '../cache/fonts');
const require = createRequire(import.meta.url);

/** Cuts the fonts when the site is built or served, once for each version of the packages. */
export function fonts(): Plugin {
  return {
    name: 'fonts',
    enforce: 'pre',
    buildStart: cutFonts,
    transform(code, id) {
      if (id.endsWith('/styles/fonts.css')) return code.replaceAll('CHARACTERS', unicodeRange());
    },
  };
}

function unicodeRange(): string {
  return Array.from(CHARACTERS, (one) => `U+${one.codePointAt(0)!.toString(16)}`).join();
}

async function cutFonts(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await Promise.all(
    CUTS.map(async ({ file, of, weights }) => {
      const whole = readFileSync(require.resolve(`${of}.woff2`));
      const stamp = createHash('sha256')
        .update(whole)
        .update(JSON.stringify([CHARACTERS, weights]))
        .digest('hex');
      const made = join(FOLDER, `${file}.woff2`);
      const stampFile = join(FOLDER, `${file}.stamp`);
      if (existsSync(made) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
        return;
      }
      const cut = await subsetFont(whole, CHARACTERS, {
        targetFormat: 'woff2',
        // Small capitals and the like are set nowhere.
        noLayoutClosure: true,
        ...(weights !== undefined && { variationAxes: { wght: axis(weights) } }),
      });
      writeFileSync(made, cut);
      writeFileSync(stampFile, stamp);
    }),
  );
}

const axis = (weights: NonNullable<Cut['weights']>) =>
  typeof weights === 'number' ? weights : { ...weights, default: weights.min };
