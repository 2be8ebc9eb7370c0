import italic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2?url';

/**
 * The italic is for a word here and there, and as large as the upright, which all text waits for:
 * it comes when the page stands. Until then the browser slants the upright.
 */
export function loadItalicLater(): void {
  const load = () => {
    const face = new FontFace('Source Serif 4 Variable', `url(${italic})`, {
      style: 'italic',
      weight: '200 900',
    });
    document.fonts.add(face);
    // Without it the slanted upright stays: nobody loses a word.
    face.load().catch(() => {});
  };
  if (document.readyState === 'complete') load();
  else window.addEventListener('load', load, { once: true });
}
