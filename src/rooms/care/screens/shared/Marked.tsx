/** A sentence of the message file with one part that counts, between double asterisks. */
export function Marked({ words }: { words: string }) {
  const [before, counts, ...after] = words.split('**');
  return (
    <>
      {before}
      {counts && <b>{counts}</b>}
      {after.join('')}
    </>
  );
}
