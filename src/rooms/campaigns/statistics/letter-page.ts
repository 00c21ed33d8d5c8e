import type { Language } from '#ground/i18n/languages.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';

/** Text inside an element or an attribute. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export interface SmallPage {
  language: Language;
  nonce: string;
  /** Who wrote the letter; empty where the link says nothing. */
  company: string;
  title: string;
  sentence: string;
  /** A form with one button that sends the one click. */
  button?: string | undefined;
  status?: number;
  /** Where else one may go from here. */
  way?: { words: string; href: string } | undefined;
}

/** As the pages for people outside look, with fonts that every machine has. */
const STYLE = `:root{color-scheme:light dark;--paper:light-dark(#f3f2ee,#12161a);--sheet:light-dark(#fcfbf9,#191e23);--ink:light-dark(#17212b,#ebe8e2);--quiet:light-dark(#43505b,#b9bdbf);--hair:light-dark(#e3e0d9,#2a3138);--edge:light-dark(#85817a,#76818b);--raised:light-dark(#fff,#22282c);--tinte:light-dark(#1d3b57,#b4d0ea);--focus:light-dark(#1a66c4,#7db6ff)}
*{box-sizing:border-box}body{margin:0;font:1rem/1.5625rem "Segoe UI","Helvetica Neue",Arial,sans-serif;color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%}
.page{max-width:680px;min-height:100vh;min-height:100dvh;margin:0 auto;background:var(--sheet)}
header{min-height:54px;padding:14px 20px;border-bottom:1px solid var(--hair);font-size:.875rem;font-weight:600}
main{display:flow-root;padding:0 20px 44px}h1{margin:30px 0 14px;font:600 1.8125rem/2.1875rem Charter,"Iowan Old Style",Georgia,serif;text-wrap:balance}p{margin:0 0 14px;max-width:60ch;text-wrap:pretty}
button{min-height:44px;padding:8px 20px;font:inherit;font-weight:500;color:var(--ink);background:var(--raised);border:1px solid var(--edge);border-radius:4px;cursor:pointer}
a{color:var(--tinte);text-underline-offset:3px}:focus-visible{outline:2px solid var(--focus);outline-offset:2px}.way{color:var(--quiet);padding-top:8px}`;

/** A page that needs no program, no cookie and no file of ours: it works in every mail reader's own browser. */
export function smallPage({ language, nonce, company, title, sentence, status, button, way }: SmallPage): Response {
  const head = company === '' ? '' : `<header>${escaped(company)}</header>`;
  const form =
    button === undefined
      ? ''
      : `<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button type="submit">${escaped(button)}</button></form>`;
  const further = way ? `<p class="way"><a href="${escaped(way.href)}">${escaped(way.words)}</a></p>` : '';
  const page = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escaped(company === '' ? title : `${title} · ${company}`)}</title><style nonce="${nonce}">${STYLE}</style></head><body><div class="page">${head}<main><h1>${escaped(title)}</h1><p>${escaped(sentence)}</p>${form}${further}</main></div></body></html>`;
  return new Response(page, { status: status ?? 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** What the reader's program wishes, where we do not know them. */
export const wishedLanguage = (wished: string): Language => (/^\s*en\b/i.test(wished) ? 'en' : 'de');

interface Nowhere {
  language: Language;
  nonce: string;
  status?: number;
}

/** Who comes by a link that leads nowhere gets a sentence, and learns nothing about anybody. */
export function nowherePage(what: 'link' | 'letter' | 'leaving', { language, ...page }: Nowhere): Response {
  const t = serverMessages(language);
  return smallPage({
    ...page,
    language,
    company: '',
    title: t('campaigns', `nowhere.${what}.title`),
    sentence: t('campaigns', `nowhere.${what}.what`),
  });
}

/** A letter as it came: its own styles and pictures, and nothing that runs, sends or knows where it came from. */
export const letterPage = (html: Buffer): Response =>
  // Alone in its window the letter is what the page is about; in a mail program it is not.
  new Response(html.toString('utf8').replace(' role="article"', ' role="main"'), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'; font-src https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups allow-top-navigation-by-user-activation",
      'x-robots-tag': 'noindex',
    },
  });
