import { useQueryClient } from '@tanstack/react-query';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useLanguage, useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import type { ClientAnswer } from '#ground/http/contract.ts';
import { listTemplatesRoute, removeTemplateRoute } from '../../contract-writing.ts';
import { forgetCampaigns } from '../shared/forget-campaigns.ts';
import styles from './list.module.css';
import { Miniature } from './Miniature.tsx';

type Template = ClientAnswer<typeof listTemplatesRoute>['items'][number];

interface TemplateCardsProps {
  /** Nothing: an empty letter. */
  value: string;
  onChoose: (templateId: string) => void;
}

/** Beginnings for a letter, each as it looks, small. */
export function TemplateCards({ value, onChoose }: TemplateCardsProps) {
  const t = useMessages('campaigns');
  const { data, error, refetch } = useRead(listTemplatesRoute, {});
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} />;
  return (
    <div className={styles.cards}>
      <Card
        isChosen={value === ''}
        onChoose={() => onChoose('')}
        name={t('list.form.empty')}
        purpose={t('list.form.empty_help')}
      />
      {data.items.map((template) => (
        <TemplateCard
          key={template.id}
          template={template}
          isChosen={value === template.id}
          onChoose={() => onChoose(template.id)}
        />
      ))}
    </div>
  );
}

interface CardProps {
  isChosen: boolean;
  onChoose: () => void;
}

function TemplateCard({ template, ...props }: CardProps & { template: Template }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const language = useLanguage() === 'en' ? 'en' : 'de';
  const { id, origin, name, purpose, languages, letter } = template;
  const shown = languages.includes(language) ? language : (languages[0] ?? 'de');
  return (
    <div className={styles.cardPlace}>
      <Card
        {...props}
        name={name ?? t(`template.${id}.name`)}
        purpose={purpose ?? t(`template.${id}.purpose`)}
        note={formats.list(languages.map((one) => t(`editor.language.${one}`)))}
      >
        <Miniature letter={letter} language={shown} />
      </Card>
      {origin === 'own' && <RemoveButton templateId={id} />}
    </div>
  );
}

interface CardWords extends CardProps {
  name: string;
  purpose: string;
  note?: string;
  children?: React.ReactNode;
}

function Card({ isChosen, onChoose, name, purpose, note, children }: CardWords) {
  return (
    <label className={styles.card}>
      <input type="radio" name="template" checked={isChosen} onChange={onChoose} />
      <span className={styles.sheet} aria-hidden="true">
        {children}
      </span>
      <span className={styles.cardName}>{name}</span>
      <span className={styles.below}>{purpose}</span>
      {note && <span className={styles.below}>{note}</span>}
    </label>
  );
}

function RemoveButton({ templateId }: { templateId: string }) {
  const t = useMessages('campaigns');
  const cache = useQueryClient();
  const remove = useAct(removeTemplateRoute, { onDone: () => void forgetCampaigns(cache) });
  return (
    <>
      <Button look="bare" busy={remove.isPending} onClick={() => remove.mutate({ params: { templateId } })}>
        {t('list.form.template_remove')}
      </Button>
      {remove.error && <ProblemNote problem={remove.error} />}
    </>
  );
}
