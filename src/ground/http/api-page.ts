import type { RouteContract } from './contract.ts';
import { openApiDocument } from './openapi.ts';

type JsonObject = Record<string, unknown>;
interface Operation {
  summary: string;
  'x-permission': string;
  parameters: { name: string; in: string; required: boolean; schema: JsonObject }[];
  requestBody?: JsonObject;
  responses: JsonObject;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** The interface as a page to read: no script, no foreign files, made from the same contracts as the OpenAPI document. */
export function apiPage(contracts: RouteContract[], version: string, nonce: string): string {
  const { paths } = openApiDocument(contracts, version) as { paths: Record<string, Record<string, Operation>> };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Wiedersehen: HTTP interface</title>
<style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>HTTP interface</h1>
<p>Version ${escaped(version)}. ${operations.length} operations, as OpenAPI 3.1 at <a href="/api/openapi.json">/api/openapi.json</a>. Refusals are problem details (RFC 9457) with a code; lists go on by <code>cursor</code>; a POST with an <code>Idempotency-Key</code> acts once.</p>
${operations.map(section).join('\n')}
</main></body></html>`;
}

function section({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const parameters = operation.parameters
    .map(
      ({ name, in: place, required, schema }) =>
        `<li><code>${escaped(name)}</code> in ${place}${required ? '' : ', optional'}: <code>${escaped(JSON.stringify(schema))}</code></li>`,
    )
    .join('');
  return `<section><h2><b>${method.toUpperCase()}</b> <code>${escaped(path)}</code></h2>
<p>${escaped(operation.summary)}. Permission: <code>${escaped(operation['x-permission'])}</code></p>
${parameters ? `<ul>${parameters}</ul>` : ''}${details('Body', operation.requestBody)}${details('Answers', operation.responses)}</section>`;
}

const details = (title: string, content: JsonObject | undefined) =>
  content
    ? `<details><summary>${title}</summary><pre>${escaped(JSON.stringify(content, null, 2))}</pre></details>`
    : '';

const STYLE = `:root{color-scheme:light dark}body{margin:0;background:light-dark(#fcfbf9,#191e23);color:light-dark(#17212b,#ebe8e2);font:14px/20px "Segoe UI","Helvetica Neue",Arial,sans-serif}
main{max-width:860px;margin:0 auto;padding:28px 16px 60px}h1{font-size:26px;line-height:32px}h2{font-size:15px;line-height:22px;margin:0;font-weight:500}h2 b{font-weight:600}
section{border-top:1px solid light-dark(#e3e0d9,#2a3138);padding:14px 0}p,ul{margin:4px 0}a{color:inherit}summary{cursor:pointer;min-height:24px}
pre{overflow:auto;font-size:12px;line-height:17px;background:light-dark(#f3f2ee,#12161a);padding:12px}code{overflow-wrap:anywhere}`;
