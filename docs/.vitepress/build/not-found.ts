import { en } from '../texts/en.ts';

/** VitePress leaves this page empty until its script has run; a reader without scripts needs words too. */
export function withNotFound(html: string, page: string): string {
  if (page !== '404.md') return html;
  const { title, quote, linkLabel, linkText } = en.site.notFound;
  return html.replace(
    '<div id="app"></div>',
    `$&<noscript><main class="not-found"><h1>${title}</h1><p>${quote}</p><p><a href="/" aria-label="${linkLabel}">${linkText}</a></p></main></noscript>`,
  );
}
