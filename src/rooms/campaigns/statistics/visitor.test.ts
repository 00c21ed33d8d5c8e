import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whoOpens } from './visitor.ts';

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'; // prettier-ignore
const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const asks = (given: Record<string, string>) => whoOpens(new Headers(given));
const browser = (agent: string, given: Record<string, string> = {}) =>
  asks({ 'user-agent': agent, accept: ACCEPT, ...given });

describe('who opens a link', () => {
  it.each([
    ['Chrome', CHROME],
    ['Edge', `${CHROME} Edg/142.0.0.0`],
    ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
    ['Safari on a telephone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1'], // prettier-ignore
    ['a view inside an app', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'], // prettier-ignore
    ['Samsung', 'Mozilla/5.0 (Linux; Android 15; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36'], // prettier-ignore
    ['a telephone of the make Cubot', 'Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'], // prettier-ignore
    ['Opera Mini', 'Opera/9.80 (Android; Opera Mini/88.0/191.361; U; de) Presto/2.12.423 Version/12.16'],
    ['Internet Explorer 11', 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko'],
  ])('is a person with %s', (_, agent) => {
    expect(browser(agent)).toBe('person');
    expect(browser(agent, { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' })).toBe('person');
  });

  it.each([
    ['curl/8.14.1'],
    ['python-requests/2.32.3'],
    ['Go-http-client/2.0'],
    ['Java/21.0.2'],
    ['okhttp/4.12.0'],
    ['WhatsApp/2.24.6 A'],
    ['Microsoft Office/16.0 (Microsoft Outlook 16.0; Pro)'],
    ['YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html'],
    ['Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)'],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    ['Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0)'],
    [`${CHROME} BingPreview/2.0`],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36'],
    ['Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)'],
    ['Mozilla/5.0 Barracuda Sentinel (EE)'],
    ['Mozilla/5.0 (Windows NT 10.0) Proofpoint URL Defense'],
    [''],
  ])('is a scanner that says %j', (agent) => {
    expect(browser(agent)).toBe('scanner');
  });

  it('is a scanner that says nothing about itself', () => {
    expect(asks({ accept: ACCEPT })).toBe('scanner');
  });

  it.each<Record<string, string>>([
    { purpose: 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { 'sec-purpose': 'prefetch;anonymous-client-ip' },
    { 'x-purpose': 'preview' },
    { 'x-moz': 'prefetch' },
    { 'sec-fetch-mode': 'no-cors' },
    { 'sec-fetch-mode': 'cors' },
    { accept: '*/*' },
    { accept: 'image/avif,image/webp,*/*' },
    { from: 'bingbot(at)microsoft.com' },
  ])('is a scanner when a browser is sent ahead or fetches without going there: %j', (given) => {
    expect(browser(CHROME, given)).toBe('scanner');
  });

  it('is always one of both, whatever stands in the headers', () => {
    const value = fc.string({ unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(value, value, value, (agent, accept, purpose) => {
        const given = new Map([['user-agent', agent], ['accept', accept], ['purpose', purpose]]); // prettier-ignore
        expect(['person', 'scanner']).toContain(whoOpens({ get: (name) => given.get(name) ?? null }));
      }),
    );
  });
});
