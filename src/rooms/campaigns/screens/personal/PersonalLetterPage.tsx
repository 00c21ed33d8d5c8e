import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import textStyles from '#ground/ui/text.module.css';
import { readTalent } from '#rooms/talents/contract.ts';
import { startPersonalLetterRoute } from '../../contract-writing.ts';
import { Composer } from './Composer.tsx';
import { LetterHead } from './LetterHead.tsx';
import styles from './personal.module.css';
import type { Addressee, LetterStart } from './types.ts';
import { useRefusalWords } from './use-refusal-words.ts';

/** One letter from one person to another: the same paper, no frame, from the own address. */
export function PersonalLetterPage() {
  const t = useMessages('campaigns');
  const { talentId = '' }: { talentId?: string } = useParams({ strict: false });
  const { answers, from }: { answers?: string; from?: 'today' } = useSearch({ strict: false });
  const { start, name, problem } = useBeginning(talentId);
  if (!problem && (!start || name === undefined)) return <SkeletonPage />;
  const title = name === undefined ? t('personalPage.write') : t('personalPage.title', { name });
  return (
    <Page
      title={title}
      path={[
        from === 'today'
          ? { label: t('personalPage.today'), to: '/today' }
          : { label: t('personalPage.talents'), to: '/talents' },
        { label: name ?? '', to: `/talents/${talentId}` },
        { label: t('personalPage.write') },
      ]}
    >
      {problem && <ProblemNote problem={problem} />}
      {start && name !== undefined && (
        <Sheet addressee={{ talentId, name, answers: answers ?? null, from }} start={start} />
      )}
    </Page>
  );
}

function useBeginning(talentId: string) {
  const start = useRead(startPersonalLetterRoute, { params: { talentId } });
  const { data, error } = useRead(readTalent, { params: { talentId } });
  const name = data && [data.talent.firstName, data.talent.lastName].filter(Boolean).join(' ');
  return { start: start.data, name, problem: start.error ?? error };
}

function Sheet({ addressee, start }: { addressee: Addressee; start: LetterStart }) {
  const t = useMessages('campaigns');
  const why = useRefusalWords();
  const hindrance =
    start.refusal !== null
      ? why(start.refusal)
      : start.to === null
        ? t('leftOut.no_mail')
        : start.from === null
          ? t('personalPage.no_sender')
          : undefined;
  return (
    <div className={styles.letter}>
      <LetterHead start={start} />
      {hindrance === undefined ? (
        <Composer addressee={addressee} start={start} />
      ) : (
        <div className={styles.refused}>
          <p className={textStyles.strong}>{t('personalPage.refused')}</p>
          <p>{hindrance}</p>
          <p>
            <Link
              to={start.refusal === null ? '/campaigns/senders' : `/talents/${addressee.talentId}/permission`}
              className={textStyles.link}
            >
              {t(start.refusal === null ? 'personalPage.to_senders' : 'personalPage.to_permission')}
            </Link>
          </p>
        </div>
      )}
    </div>
  );
}
