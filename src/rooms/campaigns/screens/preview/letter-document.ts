export type Scheme = 'light' | 'dark';

/**
 * Shows a letter in a frame of our own. Our policy lets no page bring styles of its own, also not one inside a frame, so they are
 * set one by one, as a script may. No script of the letter runs, and nothing in it leads away.
 */
export function showLetter(frame: HTMLIFrameElement, html: string, scheme: Scheme): void {
  const { contentDocument: page, contentWindow: view } = frame;
  if (!page || !view) return;
  const letter = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  page.documentElement.lang = letter.documentElement.lang;
  page.documentElement.style.colorScheme = scheme;
  page.adoptedStyleSheets = sheetsOf(letter, view as Window & typeof globalThis, scheme);
  const body = page.importNode(letter.body, true);
  giveStyles(body);
  page.body.replaceWith(body);
  page.addEventListener('click', stay);
}

const stay = (event: Event) => event.preventDefault();

const TAG = /<[a-z][^\s/>]*(?:\s+[^\s=/>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*\s*\/?>/gi;

/** Styles under a name of ours, and style sheets as data: as such the browser reads them without obeying them. */
export const withoutStyles = (html: string): string =>
  html
    .replaceAll(/<style\b[^>]*>/gi, '<script type="text/css">')
    .replaceAll(/<\/style\s*>/gi, '</script>')
    .replaceAll(TAG, (tag) => tag.replace(/\sstyle\s*=/i, ' data-style='));

function giveStyles(body: HTMLElement) {
  for (const element of [body, ...body.querySelectorAll<HTMLElement>('[data-style]')]) {
    element.style.cssText = element.dataset.style ?? '';
    delete element.dataset.style;
  }
}

function sheetsOf(letter: Document, view: typeof globalThis, scheme: Scheme): CSSStyleSheet[] {
  return [...letter.querySelectorAll('script[type="text/css"]')].map((style) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(inScheme(style.textContent ?? '', scheme));
    return sheet;
  });
}

/** As a reader with a light or a dark screen has it, whatever this screen is. */
export const inScheme = (css: string, scheme: Scheme): string =>
  css.replaceAll(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g, (_, asked: string) =>
    asked === scheme ? '(min-width: 0px)' : '(max-width: 0px)',
  );
