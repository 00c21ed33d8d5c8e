/** Who opens a link, as far as the request alone tells; nothing about it is kept. */
export type Visitor = 'person' | 'scanner';

/** Every browser and every view inside an app calls itself so; what follows links by itself often does not. */
const CALLS_ITSELF_BROWSER = /^(Mozilla|Opera)\//;

/** Search engines and old checkers: `(compatible; …)`. No browser that is still in use says so. */
const SAYS_COMPATIBLE = /\(compatible;/i;

/** Not `CUBOT`, a make of telephones. */
const CALLS_ITSELF_PROGRAM =
  /(?<!\bcu)bot\b|crawl|spider|slurp|headless|phantomjs|puppeteer|playwright|selenium|lighthouse|preview|prefetch|prerender|proxy|\bscan|link-?check|monitoring|facebookexternalhit|whatsapp|barracuda|proofpoint|mimecast|safelinks|ironport|messagelabs|symantec|fireeye|forcepoint|zscaler|trend ?micro|sophos|fortinet|fortimail|hornetsecurity|retarus|nospamproxy/i;

const SAYS_IT_IS_EARLY = /prefetch|prerender|preview/i;
const EARLY_HEADERS = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz'];

/** A program that looks exactly like a browser counts as a person: what is not said cannot be seen without watching people. */
export function whoOpens(headers: Pick<Headers, 'get'>): Visitor {
  const program = headers.get('user-agent') ?? '';
  const isProgram =
    !CALLS_ITSELF_BROWSER.test(program) || SAYS_COMPATIBLE.test(program) || CALLS_ITSELF_PROGRAM.test(program);
  return isProgram || isEarly(headers) || !asksForPage(headers) ? 'scanner' : 'person';
}

const isEarly = (headers: Pick<Headers, 'get'>): boolean =>
  EARLY_HEADERS.some((name) => SAYS_IT_IS_EARLY.test(headers.get(name) ?? ''));

/** Who goes to a page asks for one; a program that fetches an address asks for anything. Robots leave an address of their own in `From`. */
function asksForPage(headers: Pick<Headers, 'get'>): boolean {
  const isGoing = (headers.get('sec-fetch-mode') ?? 'navigate') === 'navigate';
  return isGoing && headers.get('from') === null && (headers.get('accept') ?? '').includes('text/html');
}
