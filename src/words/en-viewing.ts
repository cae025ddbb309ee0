const forms: Readonly<Record<string, string>> = {
  tei: 'TEI',
  txt: 'Plain text',
  md: 'Markdown',
  json: 'JSON',
  pdf: 'PDF',
};

/** What programs that show images are told, and what their readers see beside the pages. */
export const enViewing = {
  faults: {
    'region-not-read': 'The region is none: full, square, x,y,w,h or pct:x,y,w,h.',
    'region-outside': 'The region has no part of the image in it.',
    'size-not-read': 'The size is none: max, w, ,h pct:n w,h or !w,h, each also after ^.',
    'size-nothing': 'The size has no pixel in it.',
    'size-larger': 'The size is larger than the region. With ^ before it, it is made so large.',
    'size-beyond-limits': 'The size is beyond maxWidth, maxHeight or maxArea of info.json.',
    'rotation-not-read': 'The rotation is none: 0 to 360, also after !.',
    'rotation-not-done': 'Images are turned by 0, 90, 180 or 270 degrees here.',
    'quality-not-read': 'The quality is none: default, color, gray or bitonal.',
    'format-not-read': 'The format is none: jpg, png or webp.',
    'format-not-done': 'Images are given as jpg, png or webp here.',
  },
  busy: 'More images are asked for at once than can be cut soon. Ask again in a moment.',
  noPicture: 'The image of this page could not be made. The original is kept.',
  part: (number: number) => `Part ${number}`,
  statement: 'Rights and credit',
  period: 'Period',
  heldBack: 'Held back here',
  form: (suffix: string) => forms[suffix] ?? suffix,
};
