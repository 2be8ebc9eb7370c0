const LONGEST_VALUE = 60;
function clip(text, longest = LONGEST_VALUE) {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
export {
  clip as c
};
