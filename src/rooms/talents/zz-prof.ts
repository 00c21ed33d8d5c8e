import pg from 'pg';
const q = pg.Client.prototype.query as any;
const sums = new Map<string, number>();
(pg.Client.prototype as any).query = function (this: any, ...a: any[]) {
  const text = (a[0]?.text ?? a[0] ?? '').trim().slice(0, 40);
  const s = performance.now();
  const cb = typeof a.at(-1) === 'function' ? a.at(-1) : null;
  if (cb)
    a[a.length - 1] = (...r: any[]) => {
      sums.set(text, (sums.get(text) ?? 0) + performance.now() - s);
      cb(...r);
    };
  const p = q.apply(this, a);
  if (!cb && p?.then)
    return p.then((r: any) => {
      sums.set(text, (sums.get(text) ?? 0) + performance.now() - s);
      return r;
    });
  return p;
};
process.on('exit', () => console.log([...sums].map(([k, v]) => `${Math.round(v)} ${k}`).join('\n')));
await import('./zz-bench.ts');
