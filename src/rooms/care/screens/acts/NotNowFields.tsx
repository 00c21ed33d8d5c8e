import { useMessages } from '#ground/i18n/use-messages.ts';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { TextArea } from '#ground/ui/TextField.tsx';
import type { NotNowInput } from '../../schema-parts.ts';
import { NOT_NOW_REASONS, type NotNowReason } from '../../types.ts';
import styles from './acts.module.css';
import { DayField, quickMonths } from './DayField.tsx';

export interface NotNowDraft {
  reasonKind: NotNowReason;
  reason: string;
  words: string;
}

export const EMPTY_NOT_NOW: NotNowDraft = { reasonKind: 'project', reason: '', words: '' };

export const notNowOf = ({ reasonKind, reason, words }: NotNowDraft): NotNowInput => ({
  reasonKind,
  reason: reason.trim(),
  comeBack: { words: words.trim() },
});

/** Why not now, in the person's words, and when to come back. */
export function NotNowFields({ draft, onDraft }: { draft: NotNowDraft; onDraft: (draft: NotNowDraft) => void }) {
  const t = useMessages('care');
  return (
    <>
      <div>
        <p className={styles.legend}>{t('not_now.because')}</p>
        <Chips
          label={t('not_now.because')}
          value={draft.reasonKind}
          options={NOT_NOW_REASONS.map((value) => ({ value, label: t(`not_now.reason.${value}`) }))}
          onChoose={(reasonKind) => onDraft({ ...draft, reasonKind })}
        />
      </div>
      <TextArea
        label={t('not_now.words')}
        help={t('not_now.words_help')}
        optional
        voice="human"
        maxLength={500}
        value={draft.reason}
        onChange={(event) => onDraft({ ...draft, reason: event.target.value })}
      />
      <DayField
        label={t('not_now.come_back')}
        words={draft.words}
        onWords={(words) => onDraft({ ...draft, words })}
        quick={quickMonths(t)}
      />
    </>
  );
}
