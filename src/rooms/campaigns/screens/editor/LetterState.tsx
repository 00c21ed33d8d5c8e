import { Link } from '@tanstack/react-router';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { useMay } from '#ground/ui/session/session.ts';
import textStyles from '#ground/ui/text.module.css';
import type { CampaignDetail } from '../../schema-writing.ts';
import { useStateWords } from '../shared/use-state-words.ts';
import styles from './editor.module.css';

/** For whom the letter is, and why it cannot be changed where it cannot. */
export function LetterState({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const words = useStateWords();
  const language = useLanguage() === 'en' ? 'en' : 'de';
  const mayWrite = useMay('campaigns.write');
  const { id, audience, state, topic, startedAt } = campaign;
  const params = { campaignId: id };
  return (
    <p className={styles.state}>
      {audience ? t(`editor.for.${audience.kind}`, { name: audience.name }) : t('editor.for.nobody')}{' '}
      {topic && t('editor.for.topic', { topic: topic[language] })}{' '}
      {state !== 'draft' && (
        <>
          {t(startedAt === null ? 'editor.locked' : 'editor.locked_over', { state: words(campaign) })}{' '}
          {mayWrite && startedAt === null && (
            <Link to="/campaigns/$campaignId/send" params={params} className={textStyles.link}>
              {t('editor.locked_where')}
            </Link>
          )}
        </>
      )}
    </p>
  );
}
