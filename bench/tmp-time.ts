import { peopleWithDuplicates } from './people.ts';
import { findDuplicates } from '#rooms/inventory/duplicates/find-duplicates.ts';
const n=Number(process.argv[2]);
const people=[...peopleWithDuplicates(n,1)];
let t=performance.now(); let last='';
const r=findDuplicates(people,{onProgress:(s)=>{const u=performance.now(); console.log(last,Math.round(u-t), Math.round(process.memoryUsage().rss/1e6)); t=u; last=s;}});
console.log(last,Math.round(performance.now()-t), r.seconds, r.comparedPairs, r.pairs.length, process.resourceUsage().maxRSS/1024);
