import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource/ibm-plex-mono/400.css';
import '@fontsource/ibm-plex-mono/600.css';
import './styles/palette.css';
import './styles/page.css';
import './styles/widgets.css';
import Layout from './Layout.vue';
import { loadItalicLater } from './late-fonts.ts';
import { registerWidgets } from './widgets.ts';

/** The default theme underneath, for navigation and search; everything that one sees is ours. */
export default {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app }) {
    registerWidgets(app);
    if (!import.meta.env.SSR) loadItalicLater();
  },
} satisfies Theme;
