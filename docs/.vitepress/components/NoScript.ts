import { defineComponent, h } from 'vue';

/**
 * What only readers without JavaScript see. With it, a browser takes the contents of `<noscript>`
 * for text and builds nothing of it, and there is nothing for Vue to take over.
 */
export default defineComponent({
  setup: (_, { slots }) => {
    return () => h('noscript', null, import.meta.env.SSR ? slots.default?.() : undefined);
  },
});
