import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import textStyles from '#ground/ui/text.module.css';
import { correctFormat } from '../../contract.ts';
import type { ImportView } from '../../schema.ts';
import styles from './format-sentence.module.css';
import { useImportAct } from './use-import.ts';

const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le', 'utf-16be'] as const;
const SEPARATORS = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'pipe' } as const;
const QUOTES = { '"': 'double', "'": 'single', '': 'none' } as const;

/** How the file was read, as words, and the way to correct it. */
export function FormatSentence({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className={styles.lede}>
        {useFormatWords(view)}{' '}
        <button type="button" className={textStyles.link} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('format.wrong')}
        </button>{' '}
        {view.profileName && <>{t('format.profile', { name: view.profileName })} </>}
        {t('prepare.nothing_written')}
      </p>
      {open && <FormatForm view={view} onDone={() => setOpen(false)} />}
    </>
  );
}

function useFormatWords({ format, mapping }: ImportView): string {
  const t = useMessages('inventory');
  const order = mapping.find(({ dateOrder, isSensitive }) => dateOrder && !isSensitive)?.dateOrder;
  const dates = order ? [t(`format.dates.${order}`)] : [];
  if (format.kind === 'vcard' || format.kind === 'cv') return t(`format.kind_sentence.${format.kind}`);
  const parts =
    format.kind === 'xlsx'
      ? [t('format.sheet', { sheet: format.sheet ?? '' })]
      : [
          t(`format.separator.${SEPARATORS[format.separator ?? ',']}`),
          t(`format.encoding.${format.encoding ?? 'utf-8'}`),
        ];
  return `${[...parts, ...dates, t('format.header_line', { line: format.headerLine })].join(', ')}.`;
}

function FormatForm({ view, onDone }: { view: ImportView; onDone: () => void }) {
  const t = useMessages('inventory');
  const [format, setFormat] = useState(view.format);
  const act = useImportAct(correctFormat, onDone);
  const isTable = format.kind === 'csv' || format.kind === 'linkedin';
  const set = (change: Partial<typeof format>) => setFormat({ ...format, ...change });
  const save = () => act.mutate({ params: { importId: view.id }, body: format });
  return (
    <form
      className={styles.form}
      aria-label={t('format.correct')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {isTable && (
        <>
          <SelectField
            label={t('format.separator_label')}
            value={format.separator ?? ','}
            options={Object.entries(SEPARATORS).map(([value, name]) => ({
              value,
              label: t(`format.separator.${name}`),
            }))}
            onChoose={(separator) => set({ separator: separator as typeof format.separator })}
          />
          <SelectField
            label={t('format.encoding_label')}
            value={format.encoding ?? 'utf-8'}
            options={ENCODINGS.map((value) => ({ value, label: t(`format.encoding.${value}`) }))}
            onChoose={(encoding) => set({ encoding: encoding as typeof format.encoding })}
          />
          <SelectField
            label={t('format.quote_label')}
            value={format.quote ?? '"'}
            options={Object.entries(QUOTES).map(([value, name]) => ({ value, label: t(`format.quote.${name}`) }))}
            onChoose={(quote) => set({ quote: quote as typeof format.quote })}
          />
        </>
      )}
      {view.sheets.length > 0 && (
        <SelectField
          label={t('format.sheet_label')}
          value={format.sheet ?? view.sheets[0]}
          options={view.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          onChoose={(sheet) => set({ sheet })}
        />
      )}
      <TextField
        label={t('format.header_label')}
        type="number"
        min={0}
        value={format.headerLine}
        onChange={(event) => set({ headerLine: Math.max(0, event.target.valueAsNumber || 0) })}
      />
      <div className={styles.acts}>
        <Button type="submit" busy={act.isPending}>
          {t('format.read_again')}
        </Button>
        <Button look="bare" onClick={onDone}>
          {t('format.keep')}
        </Button>
      </div>
      {act.error && <ProblemNote problem={act.error} kept={t('format.kept')} />}
    </form>
  );
}
