import type { HeadConfig } from 'vitepress';

/** The two fonts that stand above the fold of every page: asked for before the CSS has come. */
const FIRST_FONTS = [/\/serif\.[^/]*woff2$/, /\/mono\.[^/]*woff2$/];

export function preloadFonts(assets: string[]): HeadConfig[] {
  return assets
    .filter((asset) => FIRST_FONTS.some((font) => font.test(asset)))
    .map((href) => [
      'link',
      { rel: 'preload', href, as: 'font', type: 'font/woff2', crossorigin: '' },
    ]);
}
