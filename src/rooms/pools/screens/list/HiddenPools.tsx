import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { Section } from '#ground/ui/Page.tsx';
import type { listPools } from '../../contract.ts';
import { useModeWord } from '../shared/ModeWord.tsx';
import styles from './pools-page.module.css';

type Hidden = ClientAnswer<typeof listPools>['hidden'];

/** For the privacy officer: that there are pools, and who answers for them. */
export function HiddenPools({ pools }: { pools: Hidden }) {
  const t = useMessages('pools');
  const modeWord = useModeWord();
  const formats = useFormats();
  return (
    <Section title={t('list.hidden_title')}>
      <ul>
        {pools.map(({ mode, visibility, owner, createdAt }) => {
          const facts = {
            mode: modeWord(mode),
            visibility: t(`visibility.${visibility}`),
            date: formats.dateLong(createdAt),
          };
          return (
            <li key={`${createdAt}${owner?.id ?? ''}`} className={styles.line}>
              {owner ? t('list.hidden_of', { ...facts, owner: owner.name }) : t('list.hidden_of_nobody', facts)}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
