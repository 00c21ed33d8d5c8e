import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Said } from '#ground/ui/Said.tsx';
import textStyles from '#ground/ui/text.module.css';
import type { ContentItem } from '../schema.ts';
import styles from './contents-page.module.css';

/** The same content for those who only read. */
export function ContentFacts({ content }: { content: ContentItem }) {
  const t = useMessages('content');
  const formats = useFormats();
  const { summary, link, language, kind, keywords } = content;
  return (
    <div className={styles.facts}>
      {summary && <Said lang={language}>{summary}</Said>}
      <p>
        {t(`kind.${kind}`)} · {t(`language.${language}`)}
      </p>
      {keywords.length > 0 && <p>{formats.list(keywords)}</p>}
      {link && (
        <a className={textStyles.link} href={link} target="_blank" rel="noreferrer noopener">
          {t('open_link')}
        </a>
      )}
    </div>
  );
}
