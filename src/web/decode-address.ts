/** The text that percent-encoded bytes stand for; undefined if they stand for none, or for control characters. */
export function tryDecode(text: string): string | undefined {
  try {
    const decodedText = decodeURIComponent(text);
    return /[\u0000-\u001f\u007f\ufffd]/.test(decodedText) ? undefined : decodedText;
  } catch (failure) {
    if (failure instanceof URIError) return undefined;
    throw failure;
  }
}

/** Parameters of a route as they are; undefined if one of them is no text. */
export function decoded(
  params: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | undefined {
  return Object.values(params).some((value) => tryDecode(encodeURI(value)) === undefined)
    ? undefined
    : params;
}
