import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@fontsource/ibm-plex-mono/400.css';
import '@fontsource/ibm-plex-mono/600.css';
import './styles/palette.css';
import './styles/page.css';
import './styles/widgets.css';
import FramingPlayground from '../components/FramingPlayground.vue';
import HomePage from '../components/HomePage.vue';
import HpackTable from '../components/HpackTable.vue';
import LessonStart from '../components/LessonStart.vue';
import ProgressTable from '../components/ProgressTable.vue';
import EightSteps from '../components/pictures/EightSteps.vue';
import SevenBits from '../components/pictures/SevenBits.vue';
import SizeChart from '../components/pictures/SizeChart.vue';
import Quiz from '../components/Quiz.vue';
import SequencePicture from '../components/SequencePicture.vue';
import TraceExplorer from '../components/TraceExplorer.vue';
import VarintPlayground from '../components/VarintPlayground.vue';
import Layout from './Layout.vue';

/** The default theme underneath, for navigation and search; everything that one sees is ours. */
export default {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app }) {
    const components = {
      EightSteps,
      FramingPlayground,
      HomePage,
      HpackTable,
      LessonStart,
      ProgressTable,
      Quiz,
      SequencePicture,
      SevenBits,
      SizeChart,
      TraceExplorer,
      VarintPlayground,
    };
    for (const [name, component] of Object.entries(components)) app.component(name, component);
  },
} satisfies Theme;
