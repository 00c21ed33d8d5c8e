/** Text inside an element or an attribute. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export interface SmallPage {
  language: 'de' | 'en';
  nonce: string;
  title: string;
  sentence: string;
  /** A form with one button that sends the one click. */
  button?: string | undefined;
}

const STYLE =
  'body{margin:0;font:17px/1.5 Georgia,serif;color:#1c1b19;background:#faf8f4}main{max-width:34rem;margin:18vh auto 0;padding:0 1.5rem}h1{font-size:1.5rem;font-weight:600}button{font:inherit;padding:.6rem 1.1rem;border:0;border-radius:4px;background:#1c1b19;color:#faf8f4;cursor:pointer}@media (prefers-color-scheme:dark){body{color:#eceae4;background:#191816}button{background:#eceae4;color:#191816}}';

/** A page that needs no program, no cookie and no file of ours: it works in every mail reader's own browser. */
export function smallPage({ language, nonce, title, sentence, button }: SmallPage): Response {
  const form =
    button === undefined
      ? ''
      : `<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button type="submit">${escaped(button)}</button></form>`;
  const page = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escaped(title)}</title><style nonce="${nonce}">${STYLE}</style></head><body><main><h1>${escaped(title)}</h1><p>${escaped(sentence)}</p>${form}</main></body></html>`;
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** A letter as it came: its own styles and pictures, and nothing that runs, sends or knows where it came from. */
export const letterPage = (html: Buffer): Response =>
  new Response(new Uint8Array(html), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; font-src https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups allow-top-navigation-by-user-activation",
      'x-robots-tag': 'noindex',
    },
  });
