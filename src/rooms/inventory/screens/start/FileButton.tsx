import { useRef } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { addFiles } from './uploads.ts';

const KINDS = '.csv,.tsv,.txt,.xlsx,.vcf,.pdf,.docx';

/** The way of choosing files without dragging them. */
export function FileButton({ look }: { look: 'filled' | 'plain' }) {
  const t = useMessages('inventory');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} onClick={() => input.current?.click()}>
        {t('drop.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={KINDS}
        aria-label={t('drop.choose')}
        onChange={(event) => {
          addFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}
