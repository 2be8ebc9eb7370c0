import type { HeadConfig } from 'vitepress';

/** The two fonts that stand above the fold of every page: asked for before the CSS has come. */
const FIRST_FONTS = [
  /source-serif-4-latin-wght-normal\..*woff2$/,
  /ibm-plex-mono-latin-400-normal\..*woff2$/,
];

export function preloadFonts(assets: string[]): HeadConfig[] {
  return assets
    .filter((asset) => FIRST_FONTS.some((font) => font.test(asset)))
    .map((href) => [
      'link',
      { rel: 'preload', href, as: 'font', type: 'font/woff2', crossorigin: '' },
    ]);
}
