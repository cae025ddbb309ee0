/** The drawn map of the strait: two shores, a rock, a bank, and the two directions in which a still lens lies. */
export const MAP_PX = { width: 1200, height: 760 } as const;

const depths = [0, 16, 34, 56].map(
  (out, at) =>
    `<path class="depth d${at}" d="M0 ${236 + out}C150 ${250 + out} 210 ${172 + out} 340 ${196 + out}S560 ${300 + out} 690 ${250 + out} 940 ${110 + out} 1200 ${150 + out}"/>
<path class="depth d${at}" d="M0 ${640 - out}C170 ${600 - out} 300 ${664 - out} 430 ${622 - out}S700 ${520 - out} 830 ${560 - out} 1060 ${660 - out} 1200 ${606 - out}"/>`,
);

const rays = Array.from({ length: 24 }, (_, at) => {
  const angle = (at * Math.PI) / 12;
  const lies = at === 21 || at === 9;
  const far = lies ? (at === 9 ? 92 : 150) : 58;
  const x = (n: number) => (600 + n * Math.cos(angle)).toFixed(1);
  const y = (n: number) => (408 + n * Math.sin(angle)).toFixed(1);
  return `<path class="${lies ? 'lie' : 'ray'}" d="M${x(30)} ${y(30)}L${x(far)} ${y(far)}"/>`;
});

const ticks = Array.from({ length: 30 }, (_, at) => {
  const on = at % 2 === 0 ? '#2b3a3a' : '#f4f1e8';
  return `<rect x="${30 + at * 38}" y="22" width="38" height="8" fill="${on}"/><rect x="${30 + at * 38}" y="730" width="38" height="8" fill="${on}"/>`;
});

const soundings = [
  [120, 330, 41],
  [220, 470, 38],
  [330, 300, 29],
  [410, 420, 52],
  [650, 540, 33],
  [540, 330, 24],
  [700, 350, 31],
  [760, 470, 47],
  [860, 300, 36],
  [960, 460, 58],
  [1040, 300, 44],
  [1100, 500, 35],
].map(([x, y, deep]) => `<text class="deep" x="${x}" y="${y}">${deep}</text>`);

export const mapHtml = (faces: string): string => `<!doctype html><meta charset="utf-8"><style>${faces}
body{margin:0;background:#f4f1e8}text{font-family:'STIX Two Text';font-style:italic;fill:#2b3a3a}
.land{fill:#d9d2bd;stroke:#2b3a3a;stroke-width:2}.depth{fill:none;stroke:#7f9a98;stroke-width:1.2}.d1{stroke-dasharray:10 4}.d2{stroke-dasharray:4 4}.d3{stroke-dasharray:1 5}
.name{font-size:46px;letter-spacing:.16em}.sea{font-size:34px;letter-spacing:.3em;fill:#4b6a69}.small{font-size:21px}.deep{font-size:17px;fill:#5f7b7a}
.ray{stroke:#2b3a3a;stroke-width:1.4}.lie{stroke:#0f5c49;stroke-width:3.5;stroke-dasharray:12 5}.bank{fill:#e6dfc9;stroke:#7f9a98;stroke-width:1.5;stroke-dasharray:3 4}</style>
<svg width="${MAP_PX.width}" height="${MAP_PX.height}" viewBox="0 0 1200 760">
<clipPath id="frame"><rect x="30" y="22" width="1140" height="716"/></clipPath><g clip-path="url(#frame)"><rect width="1200" height="760" fill="#e9eeea"/>${depths.join('')}
<path class="land" d="M0 0H1200V150C940 110 820 210 690 250S470 232 340 196 150 250 0 236Z"/>
<path class="land" d="M0 760H1200V606C1060 660 960 600 830 560S560 580 430 622 170 600 0 640Z"/>
<path class="bank" d="M470 470c40-22 110-12 130 8s-20 40-70 38-100-24-60-46z"/>
${soundings.join('')}${rays.join('')}
<path d="M586 414l6-14 10-6 12 8 4 14-14 8z" fill="#2b3a3a"/><circle cx="601" cy="404" r="4.5" fill="#f7d774"/>
<text class="name" x="410" y="110">HALVERN</text><text class="name" x="620" y="700">VELGORA</text>
<text class="sea" x="96" y="424" transform="rotate(-3 96 424)">LANTERN</text><text class="sea" x="880" y="392" transform="rotate(-4 880 392)">STRAIT</text>
<circle cx="742" cy="226" r="5" fill="#2b3a3a"/><text class="small" x="640" y="212">Brandsee · F</text>
<circle cx="452" cy="616" r="5" fill="#2b3a3a"/><text class="small" x="462" y="650">Stavin</text>
<circle cx="1120" cy="141" r="5" fill="#2b3a3a"/><text class="small" x="1030" y="116">Marsa Nur</text>
<text class="small" x="664" y="418">Skarn · Fl(2) 15s</text><text class="small" x="478" y="508">Skarn Bank</text>
<g transform="translate(124 128)" stroke="#2b3a3a" fill="none"><circle r="46"/><circle r="38"/><path d="M0-58L9 0 0 58-9 0Z" fill="#2b3a3a"/><path d="M-58 0L0-9 58 0 0 9Z"/></g><text class="small" x="117" y="62">N</text>
</g><rect x="30" y="22" width="1140" height="716" fill="none" stroke="#2b3a3a"/>${ticks.join('')}
<text class="small" x="880" y="716">An invented map</text></svg>`;
