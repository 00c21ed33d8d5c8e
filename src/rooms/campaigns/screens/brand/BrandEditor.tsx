import { useId, useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useSession } from '#ground/ui/session/session.ts';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { addBrandRoute, changeBrandRoute, listBrandsRoute } from '../../contract-look.ts';
import type { BrandCard } from '../../schema-writing.ts';
import { type BrandDraft, type BrandMistake, brandMistakes, draftOfBrand, emptyBrand } from './brand-draft.ts';
import styles from './brand.module.css';
import { BrandFields } from './BrandFields.tsx';
import { BrandSample } from './BrandSample.tsx';

export function NewBrand({ onLeave }: { onLeave: () => void }) {
  const t = useMessages('campaigns');
  const company = useSession()?.company.name ?? '';
  const add = useAct(addBrandRoute, {
    stale: [listBrandsRoute],
    onDone: ({ name }) => {
      showToast({ message: t('brandPage.saved', { name }) });
      onLeave();
    },
  });
  return (
    <BrandEditor
      title={t('brandPage.add')}
      start={emptyBrand(company)}
      busy={add.isPending}
      problem={add.error}
      onSave={(draft) => add.mutate({ body: draft })}
      onLeave={onLeave}
    />
  );
}

export function EditBrand({ card, onLeave }: { card: BrandCard; onLeave: () => void }) {
  const t = useMessages('campaigns');
  const change = useAct(changeBrandRoute, {
    stale: [listBrandsRoute],
    onDone: ({ name }) => {
      showToast({ message: t('brandPage.saved', { name }) });
      onLeave();
    },
  });
  return (
    <BrandEditor
      title={card.name}
      start={draftOfBrand(card)}
      busy={change.isPending}
      problem={change.error}
      onSave={(draft) => change.mutate({ params: { brandId: card.id }, body: { ...draft, version: card.version } })}
      onLeave={onLeave}
    />
  );
}

interface BrandEditorProps {
  title: string;
  start: BrandDraft;
  busy: boolean;
  problem: unknown;
  onSave: (draft: BrandDraft) => void;
  onLeave: () => void;
}

function BrandEditor({ title, start, busy, problem, onSave, onLeave }: BrandEditorProps) {
  const t = useMessages('campaigns');
  const base = useId();
  const [draft, setDraft] = useState(start);
  const [mistakes, setMistakes] = useState<readonly BrandMistake[]>([]);
  const ids = { name: `${base}-name`, companyName: `${base}-company`, contrast: `${base}-ink` };
  const save = () => {
    const found = brandMistakes(draft);
    setMistakes(found);
    if (found.length === 0) onSave(draft);
  };
  useShortcuts([{ keys: 'escape', label: t('senders.leave'), run: onLeave }]);
  return (
    <Page
      title={title}
      path={[
        { label: t('nav'), to: '/campaigns' },
        { label: t('roomTabs.brand'), to: '/campaigns/brand' },
        { label: title },
      ]}
    >
      <div className={styles.editor}>
        <Form
          label={title}
          mistakes={mistakes.map((mistake) => ({ fieldId: ids[mistake], message: t(`brandPage.mistake.${mistake}`) }))}
          onSubmit={save}
        >
          <BrandFields
            draft={draft}
            ids={ids}
            errorOf={(mistake) => (mistakes.includes(mistake) ? t(`brandPage.mistake.${mistake}`) : undefined)}
            onDraft={(change) => setDraft({ ...draft, ...change })}
            onDesign={(change) => setDraft({ ...draft, design: { ...draft.design, ...change } })}
          />
          {problem !== null && <ProblemNote problem={problem} kept={t('senders.kept')} />}
          <FormActions>
            <Button type="submit" look="filled" busy={busy}>
              {t('senders.save')}
            </Button>
            <Button look="bare" keys="escape" onClick={onLeave}>
              {t('senders.leave')}
            </Button>
          </FormActions>
        </Form>
        <div className={styles.beside}>
          <BrandSample design={draft.design} />
        </div>
      </div>
    </Page>
  );
}
