/** Where people live: postcode, town and country; the earlier, the more often. */
export interface Place {
  postcode: string;
  city: string;
  country: 'CH' | 'DE' | 'AT';
}

function placesOf(country: Place['country'], text: string): Place[] {
  return text
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => ({ country, postcode: line.slice(0, line.indexOf(' ')), city: line.slice(line.indexOf(' ') + 1) }));
}

const WINTERTHUR = placesOf(
  'CH',
  `8400 Winterthur
  8404 Winterthur
  8406 Winterthur
  8405 Winterthur
  8001 Zürich
  8050 Zürich
  8610 Uster
  8330 Pfäffikon ZH
  8500 Frauenfeld
  8307 Effretikon
  8352 Elsau
  8542 Wiesendangen
  8200 Schaffhausen
  9000 St. Gallen
  8302 Kloten
  8600 Dübendorf
  8340 Hinwil
  8180 Bülach
  8570 Weinfelden
  9500 Wil SG
  8620 Wetzikon ZH
  8472 Seuzach
  8450 Andelfingen
  8640 Rapperswil SG
  8280 Kreuzlingen`,
);
const AARAU = placesOf(
  'CH',
  `5000 Aarau
  5033 Buchs AG
  5400 Baden
  5200 Brugg AG
  5600 Lenzburg
  4600 Olten
  5034 Suhr
  5430 Wettingen
  4800 Zofingen
  5210 Windisch
  4500 Solothurn
  6300 Zug
  6003 Luzern
  3011 Bern
  4051 Basel
  5322 Koblenz
  4310 Rheinfelden
  7000 Chur
  6500 Bellinzona
  1003 Lausanne
  1700 Fribourg
  2502 Biel/Bienne`,
);
const RAVENSBURG = placesOf(
  'DE',
  `88212 Ravensburg
  88214 Ravensburg
  88250 Weingarten
  88045 Friedrichshafen
  88239 Wangen im Allgäu
  88348 Bad Saulgau
  88299 Leutkirch
  78462 Konstanz
  88131 Lindau
  88410 Bad Wurzach
  89073 Ulm
  88069 Tettnang
  88677 Markdorf
  78224 Singen
  79761 Waldshut-Tiengen
  70174 Stuttgart
  80331 München
  87435 Kempten`,
);
const VORARLBERG = placesOf(
  'AT',
  `6900 Bregenz
  6850 Dornbirn
  6800 Feldkirch`,
);

/** The three sites and the towns from which people travel to them. */
export const SITES = {
  Winterthur: WINTERTHUR,
  Aarau: AARAU,
  Ravensburg: [...RAVENSBURG, ...VORARLBERG],
} as const;
export type Site = keyof typeof SITES;
