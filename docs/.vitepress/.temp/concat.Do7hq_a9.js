function concat(chunks) {
  const [only] = chunks;
  if (chunks.length === 1 && only) return only;
  let length = 0;
  for (const chunk of chunks) length += chunk.length;
  const all = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}
export {
  concat as c
};
