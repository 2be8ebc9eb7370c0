function cutText(text, most) {
  if (text.length <= most) return text;
  return [...text.slice(0, most), "…"].join("");
}
export {
  cutText as c
};
