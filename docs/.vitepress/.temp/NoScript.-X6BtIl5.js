import { defineComponent, h } from "vue";
const NoScript = defineComponent({
  setup: (_, { slots }) => {
    return () => h("noscript", null, slots.default?.());
  }
});
export {
  NoScript as N
};
