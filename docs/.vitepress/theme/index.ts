import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import './styles/fonts.css';
import './styles/palette.css';
import './styles/page.css';
import './styles/widgets.css';
import Layout from './Layout.vue';
import { registerWidgets } from './widgets.ts';

/** The default theme underneath, for navigation and search; everything that one sees is ours. */
export default {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app }) {
    registerWidgets(app);
    // A page that cannot be rendered must not be built: by itself Vue leaves a hole and goes on.
    if (import.meta.env.SSR) {
      app.config.errorHandler = (error) => {
        throw error;
      };
    }
  },
} satisfies Theme;
