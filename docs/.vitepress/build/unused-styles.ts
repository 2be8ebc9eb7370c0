import type { Plugin } from 'vite';

/** Parts of the default theme that this site has nowhere: a landing page, a team, sponsors, tabs. */
const UNUSED =
  /\/theme-default\/(?:styles\/components\/(?:vp-sponsor|vp-code-group)\.css|components\/VP(?:Hero|Home(?:Hero|Features|Sponsors)|Features?|Team\w*|Sponsors\w*|DocAsideSponsors|DocAsideCarbonAds|CarbonAds|Badge|SocialLinks?|NavBarTranslations|NavScreenTranslations|Footer|DocFooter\w*)\.vue\?.*type=style)/;

/** Leaves out the styles of what is not used; every page waits for all that there are. */
export function withoutUnusedStyles(): Plugin {
  return {
    name: 'unused-styles',
    enforce: 'pre',
    load: (id) => (UNUSED.test(id) ? '' : undefined),
  };
}
