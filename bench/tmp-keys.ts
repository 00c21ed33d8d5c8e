import { peopleWithDuplicates } from './people.ts';
import { keysOf } from '#rooms/inventory/duplicates/blocking.ts';
import { prepareRecord } from '#rooms/inventory/duplicates/prepare.ts';
import { emptyValueBook } from '#rooms/inventory/duplicates/values.ts';
const t0=performance.now();
const people=[...peopleWithDuplicates(100000,1)];
console.log('gen',performance.now()-t0);
const book=emptyValueBook();
const m=new Map<string,number>();
const t1=performance.now();
const prep=people.map((p)=>prepareRecord(book,p));
console.log('prep',performance.now()-t1);
for(const p of prep) for(const k of keysOf(p)) m.set(k,(m.get(k)??0)+1);
const by=new Map<string,[number,number,number]>();
for(const [k,n] of m){ const t=k.slice(0,k.startsWith('~')?3:2).split(':')[0]+ (k.includes('|')?'|':''); const cap=k.startsWith('~')?24:150; const e=by.get(t)??[0,0,0]; e[2]+=n; if(n<=cap) e[0]+=n*(n-1)/2; else e[1]++; by.set(t,e);}
for(const [t,e] of [...by].sort((a,b)=>b[1][0]-a[1][0])) console.log(t,e.join(' '));
console.log(performance.now()-t1)
