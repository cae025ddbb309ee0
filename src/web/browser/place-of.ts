/** The place that a fragment names ("#b2k" -> "b2k"); one that is not well written, as it is written. */
export function placeOf(hash: string): string {
  const written = hash.slice(1);
  try {
    return decodeURIComponent(written);
  } catch (reason) {
    if (!(reason instanceof URIError)) throw reason;
    return written;
  }
}
