import { type ReactNode, useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';

const SAID_FOR_MS = 4000;

/** Copies words and says so for a moment. Where the browser refuses, the words can still be marked by hand. */
export function CopyButton({ text, children }: { text: string; children: ReactNode }) {
  const t = useMessages('inventory');
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('refused');
    }
    setTimeout(() => setState('idle'), SAID_FOR_MS);
  };
  return (
    <Button onClick={() => void copy()}>
      <output>{state === 'idle' ? children : t(`copy.${state}`)}</output>
    </Button>
  );
}
