import { foldName } from '../fold-name.ts';

const TABLE = `
  Müller Schröder König Schäfer Krüger Köhler Möller Jäger Böhm Günther Göring Führer Köln Schönberg Schönfeld
  Brühl Brüning Büchner Büttner Bücher Dönitz Döring Dürr Fürth Göbel Göttingen Grün Grünberg Händel
  Höfer Höhn Höß Hübner Jürgen Jürgens Kühn Kühne Lübeck Lübke Lüders Lüneburg Lüttwitz München Münch
  Münster Mühlhausen Mäder Möbius Nürnberg Österreich Rösler Röhm Rüdiger Schäffer Schärf Schönbach Schröter
  Schücking Schütz Schütte Schütze Spörl Stülpnagel Süß Tübingen Ulbrich Völker Wächter Wörner Würzburg
  Zürich Kästner Läufer Lösch Löwenthal Mölders Böckler Böll Bülow Bürckel Düsseldorf Görlitz Gröner Hörnle
`;

/** German names of people and towns that have an umlaut, by their plain letters: "muller" is "Müller". */
export const UMLAUT_NAMES: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split(/\s+/u)
    .map((name) => [foldName(name), name] as const),
);
