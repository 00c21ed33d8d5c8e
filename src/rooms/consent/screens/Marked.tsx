/** A sentence of the message file; what stands between double asterisks counts. */
export function Marked({ words }: { words: string }) {
  return words.split('**').map((part, i) => (i % 2 === 1 ? <b key={`${part}${i}`}>{part}</b> : part));
}
