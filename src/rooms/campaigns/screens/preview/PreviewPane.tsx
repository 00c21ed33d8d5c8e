import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiProblem, call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useHasMessage, useMessages } from '#ground/i18n/use-messages.ts';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { previewRoute } from '../../contract-writing.ts';
import type { Letter } from '../../schema-letter.ts';
import type { Preview } from '../../schema-writing.ts';
import type { LetterLanguage } from '../../types.ts';
import { Choice } from '../shared/Choice.tsx';
import type { Scheme } from './letter-document.ts';
import { type FrameWidth, LetterFrame } from './LetterFrame.tsx';
import styles from './preview.module.css';
import { ReaderPicker } from './ReaderPicker.tsx';
import { firstReader, type Reader, readerKey } from './readers.ts';

interface PreviewPaneProps {
  campaignId: string;
  /** Seen before it is saved; without it as it is kept. */
  letter?: Letter | undefined;
  language?: LetterLanguage;
}

interface Look {
  width: FrameWidth;
  scheme: Scheme;
  part: 'html' | 'text';
}

/** Old answers are of no use once the letter says something else, ms. */
const FORGET_MS = 30_000;

/** The letter through somebody's eyes, on a phone or a desk, light or dark, as HTML or as text. */
export function PreviewPane({ campaignId, letter, language = 'de' }: PreviewPaneProps) {
  const [reader, setReader] = useState<Reader>(firstReader(language));
  const [look, setLook] = useState<Look>({ width: 'desktop', scheme: 'light', part: 'html' });
  const params = { campaignId };
  const { data, error, refetch } = useQuery<Preview, ApiProblem>({
    queryKey: [
      ...keyOf(previewRoute, { params }),
      readerKey(reader),
      letter === undefined ? null : JSON.stringify(letter),
    ],
    queryFn: ({ signal }) => call(previewRoute, { params, body: { letter, reader } }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: FORGET_MS,
    retry: false,
  });
  return (
    <div className={styles.pane}>
      <ReaderPicker campaignId={campaignId} reader={reader} onChoose={setReader} />
      <Looks look={look} onChange={setLook} />
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={8} />}
      {data && !error && <Shown preview={data} look={look} letter={letter} />}
    </div>
  );
}

function Looks({ look, onChange }: { look: Look; onChange: (look: Look) => void }) {
  const t = useMessages('campaigns');
  const option = <Value extends string>(value: Value) => ({ value, label: t(`preview.look.${value}`) });
  return (
    <div className={styles.looks}>
      <Choice
        label={t('preview.part')}
        value={look.part}
        options={[option('html'), option('text')]}
        onChoose={(part) => onChange({ ...look, part })}
      />
      {look.part === 'html' && (
        <>
          <Choice
            label={t('preview.width')}
            value={look.width}
            options={[option('desktop'), option('phone')]}
            onChoose={(width) => onChange({ ...look, width })}
          />
          <Choice
            label={t('preview.scheme')}
            value={look.scheme}
            options={[option('light'), option('dark')]}
            onChoose={(scheme) => onChange({ ...look, scheme })}
          />
        </>
      )}
    </div>
  );
}

/** A letter in which nothing stands yet is no letter that nobody gets. */
function Shown({ letter, ...props }: { preview: Preview; look: Look; letter: Letter | undefined }) {
  const t = useMessages('campaigns');
  if (letter?.blocks.length === 0) return <p className={styles.nothing}>{t('preview.empty')}</p>;
  return <Mail {...props} />;
}

function Mail({ preview: { made, reader, why }, look }: { preview: Preview; look: Look }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  if (!made) return <LeftOut name={reader.name} why={why} />;
  return (
    <div className={styles.mail} lang={reader.language}>
      <div className={styles.subject}>
        <p className={styles.subjectWords}>{made.subject}</p>
        {made.preheader !== '' && <p className={styles.preheader}>{made.preheader}</p>}
      </div>
      {look.part === 'text' ? (
        <div className={styles.text}>{made.text}</div>
      ) : (
        <LetterFrame
          title={t('preview.frame', { subject: made.subject })}
          html={made.html}
          width={look.width}
          scheme={look.scheme}
        />
      )}
      <p className={styles.facts}>{t('preview.size', { kilobytes: formats.number(Math.ceil(made.bytes / 1024)) })}</p>
    </div>
  );
}

/** Who gets no letter is told why. */
function LeftOut({ name, why }: { name: string | null; why: string | null }) {
  const t = useMessages('campaigns');
  const hasMessage = useHasMessage();
  const key = `leftOut.${why ?? 'other'}`;
  const reason = hasMessage('campaigns', key) ? t(key) : t('leftOut.other');
  return (
    <p className={styles.nothing}>
      {name === null ? t('preview.nobody', { reason }) : t('preview.gets_none', { name, reason })}
    </p>
  );
}
